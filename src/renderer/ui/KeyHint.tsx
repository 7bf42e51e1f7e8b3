import styles from './KeyHint.module.css'
import { keyCaps } from './key-combos.ts'
import { useShownKeys } from './own-keys.ts'

/** The keys of a shortcut, drawn as caps. */
export function KeyHint({ keys, onBar = false }: { keys: string; onBar?: boolean }) {
  const shown = useShownKeys(keys)
  if (shown === '') return null
  return (
    <span className={styles.hint} data-bar={onBar || undefined} aria-hidden>
      {keyCaps(shown).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
