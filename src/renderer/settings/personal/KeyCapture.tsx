import { type KeyboardEvent, useRef } from 'react'
import { comboOf } from '../../ui/key-combos.ts'
import styles from './personal.module.css'

/** A plain first key waits this long for a second one. */
const SECOND_KEY_MS = 900

type Props = { label: string; onKeys: (keys: string) => void; onGiveUp: () => void }

/** Takes the next keys pressed: a combination at once, plain keys alone or two after each other. Escape gives up. */
export function KeyCapture({ label, onKeys, onGiveUp }: Props) {
  const first = useRef<{ key: string; timer: number } | null>(null)
  const onKey = (event: KeyboardEvent) => {
    const keys = comboOf(event.nativeEvent)
    if (keys === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (keys === 'escape') return onGiveUp()
    const before = first.current
    if (before !== null) {
      window.clearTimeout(before.timer)
      return onKeys([...keys].length === 1 ? `${before.key} ${keys}` : keys)
    }
    if ([...keys].length > 1) return onKeys(keys)
    first.current = { key: keys, timer: window.setTimeout(() => onKeys(keys), SECOND_KEY_MS) }
  }
  return (
    <button
      type="button"
      className={styles.capture}
      ref={(element) => element?.focus()}
      onKeyDown={onKey}
      onBlur={() => {
        if (first.current === null) onGiveUp()
      }}
    >
      {label}
    </button>
  )
}
