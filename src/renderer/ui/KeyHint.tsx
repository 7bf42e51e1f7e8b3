import styles from './KeyHint.module.css'
import { keyCaps } from './key-combos.ts'
import { useShownKeys } from './own-keys.ts'

/** What a button says besides its words where caps have no room: its name and its keys. */
export function useKeyTitle(label: string, keys: string): string {
  const shown = useShownKeys(keys)
  return shown === '' ? label : `${label} (${keyCaps(shown).join('+')})`
}

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
