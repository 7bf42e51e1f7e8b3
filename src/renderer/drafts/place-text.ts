import { caretIn, type Gap, type Written } from './join.ts'

export type TextField = HTMLTextAreaElement | HTMLInputElement

const isTextField = (element: unknown): element is TextField =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement

/** What stands between a draft and what was typed into a field behind it. */
export const gapOf = (field: unknown): Gap => (field instanceof HTMLInputElement ? ' ' : '\n')

/** The text of the field that is being written; null where none is. */
export function writtenText(): Written | null {
  const field = document.activeElement
  return isTextField(field) ? { text: field.value, gap: gapOf(field) } : null
}

/** Remembers the caret of the field that is being written; the answer puts it behind the same letters again. */
export function holdCaret(): () => void {
  const field = document.activeElement
  if (!isTextField(field)) return () => {}
  const { value, selectionStart } = field
  if (selectionStart === null) return () => {}
  return () => {
    if (field.value === value || document.activeElement !== field) return
    const caret = caretIn(field.value, value, selectionStart)
    field.setSelectionRange(caret, caret)
  }
}

/** Types a text into a field as a person would, so that whatever form holds the field hears of it. */
export function putInto(field: TextField, text: string): void {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
  setter?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
