/** The field in which somebody last wrote; what is used goes there. */
let last: HTMLTextAreaElement | null = null

/** Where words of our own are typed, marked so that nothing is put there. */
export const OWN_FIELDS = { 'data-knowledge': true } as const

function isWritable(target: EventTarget | null): target is HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement && target.closest('[data-knowledge]') === null
}

/** Remembers which field has the caret; returns how to stop. */
export function watchFields(): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    if (isWritable(target)) last = target
  }
  document.addEventListener('focusin', onFocus)
  return () => document.removeEventListener('focusin', onFocus)
}

/** Puts words at the caret of the field in which somebody last wrote; false when there is none that takes them. */
export function putIntoField(text: string): boolean {
  const field = last
  if (!field?.isConnected || field.disabled || field.readOnly || !field.checkVisibility()) return false
  const { selectionEnd, value, maxLength } = field
  const before = value.slice(0, selectionEnd)
  const words = before === '' || before.endsWith('\n') ? text : `\n${text}`
  if (maxLength >= 0 && value.length + words.length > maxLength) return false
  field.setRangeText(words, selectionEnd, selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: words }))
  return true
}
