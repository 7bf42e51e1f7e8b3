import { allow, type Decision, deny } from '../failure.ts'

const MODIFIERS = ['mod', 'alt', 'shift']

/** Keys by which people move about or write; the system's and the window's own are left alone too. */
const RESERVED = [
  ...['tab', 'enter', 'escape', 'backspace', 'delete', ' ', 'home', 'end', 'pageup', 'pagedown'],
  ...['arrowleft', 'arrowright', 'arrowup', 'arrowdown', 'shift+tab', 'f11', 'f12', 'alt+f4', 'alt+tab'],
  ...['mod+a', 'mod+c', 'mod+v', 'mod+x', 'mod+y', 'mod+z', 'mod+w', 'mod+q', 'mod+r', 'mod+shift+z'],
]

/** True for keys as the desk writes them: `mod+k`, `alt+n`, `f2`, `?`, or two plain keys after each other: `g m`. */
export function isCombo(keys: string): boolean {
  const steps = keys.split(' ')
  if (steps.length === 2) return steps.every((step) => [...step].length === 1)
  if (steps.length !== 1) return false
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const modifiers = parts.slice(0, -1)
  const isInOrder = modifiers.join() === MODIFIERS.filter((one) => modifiers.includes(one)).join()
  return isInOrder && /^(?:[^\s+]|f\d{1,2}|arrow(?:left|right|up|down)|[a-z]{2,12})$/.test(key)
}

/** True when pressing one would also begin or be the other. */
export function clashes(a: string, b: string): boolean {
  return a === b || a.split(' ')[0] === b || b.split(' ')[0] === a
}

/** Keys that stand for more than one thing in a list. */
export function twinsIn(keys: readonly string[]): string[] {
  return keys.filter((one, i) => keys.some((other, j) => j !== i && clashes(one, other)))
}

/** A shortcut with the keys that it has now. */
export type Keyed = { id: string; keys: string; label: string }

/** Whether a shortcut may have these keys: they are keys, nobody needs them for writing, and no other shortcut has them. */
export function canHaveKeys(id: string, keys: string, others: readonly Keyed[]): Decision {
  if (!isCombo(keys)) return deny('keys-unusable')
  if (RESERVED.includes(keys)) return deny('keys-reserved')
  const twin = others.find((other) => other.id !== id && clashes(other.keys, keys))
  return twin ? deny('keys-taken', { name: twin.label }) : allow
}
