type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Process', 'Dead']

/** The plain name of the key pressed, or undefined for a bare modifier; with Alt the place on the keyboard decides. */
export function pressOf(event: Press): string | undefined {
  if (MODIFIERS.includes(event.key)) return undefined
  if (event.altKey && event.code.startsWith('Key')) return event.code.slice(3).toLowerCase()
  if (event.altKey && event.code.startsWith('Digit')) return event.code.slice(5)
  return event.key.toLowerCase()
}

/** True when a press is exactly this combination; `mod` is Ctrl, or Cmd on a Mac. */
export function matchesCombo(keys: string, event: Press): boolean {
  if (keys.includes(' ')) return false
  const parts = keys.toLowerCase().split('+')
  const key = parts.at(-1)
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  if (pressOf(event) !== key) return false
  if (wants('mod') !== (event.ctrlKey || event.metaKey)) return false
  if (wants('alt') !== event.altKey) return false
  // A sign such as ? needs Shift on some keyboards and not on others; only named keys look at it.
  const isSign = key !== undefined && key.length === 1 && !/[a-z0-9]/.test(key)
  return isSign || wants('shift') === event.shiftKey
}

/** The keys of a press as the desk writes them, or undefined for a bare modifier. */
export function comboOf(event: Press): string | undefined {
  const press = pressOf(event)
  if (press === undefined) return undefined
  const isSign = press.length === 1 && !/[a-z0-9]/.test(press)
  const held = [
    ...(event.ctrlKey || event.metaKey ? ['mod'] : []),
    ...(event.altKey ? ['alt'] : []),
    ...(event.shiftKey && !isSign ? ['shift'] : []),
  ]
  return [...held, press].join('+')
}

const NAMES: Record<string, string> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  escape: 'Esc',
  enter: 'Enter',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
}

/** The keys as caps to draw: `mod+k` → Ctrl, K; `g m` → G, M. */
export function keyCaps(keys: string): string[] {
  return keys.split(keys.includes(' ') ? ' ' : '+').map((part) => NAMES[part] ?? part.toUpperCase())
}
