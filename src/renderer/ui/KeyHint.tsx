import styles from './KeyHint.module.css'
import { keyCaps } from './key-combos.ts'

/** The keys of a shortcut, drawn as caps. */
export function KeyHint({ keys, onBar = false }: { keys: string; onBar?: boolean }) {
  return (
    <span className={styles.hint} data-bar={onBar || undefined} aria-hidden>
      {keyCaps(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
