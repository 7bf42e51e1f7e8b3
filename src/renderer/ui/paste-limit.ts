import { say } from '../i18n/use-t.ts'
import { countText } from './formats.ts'
import { tellProblem } from './notify.ts'

/** The most characters put at once into a field that names no limit of its own: far above what anybody writes. */
const MOST_AT_ONCE = 200_000

/** What would be in a field: its limit, the characters that stay, and those that are put in. */
type Put = { limit: number; staying: number; put: number }

/** The limit that a text would break, in characters; null when it fits. A negative limit is none of the field's own. */
export function brokenLimit({ limit, staying, put }: Put): number | null {
  if (limit >= 0) return staying + put > limit ? limit : null
  return put > MOST_AT_ONCE ? MOST_AT_ONCE : null
}

type Field = HTMLInputElement | HTMLTextAreaElement

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/**
 * Refuses in words a pasted or dropped text that is too long for its field. The browser would cut it off without a word,
 * and lay out a giant one for minutes.
 */
export function startPasteLimit(): () => void {
  const onPaste = (event: ClipboardEvent) => refuseTooLong(event, event.clipboardData)
  const onDrop = (event: DragEvent) => refuseTooLong(event, event.dataTransfer)
  document.addEventListener('paste', onPaste, true)
  document.addEventListener('drop', onDrop, true)
  return () => {
    document.removeEventListener('paste', onPaste, true)
    document.removeEventListener('drop', onDrop, true)
  }
}

function refuseTooLong(event: Event, data: DataTransfer | null): void {
  const field = event.target
  if (!isField(field) || field.readOnly) return
  const put = data?.getData('text/plain').length ?? 0
  const chosen = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
  const limit = brokenLimit({ limit: field.maxLength, staying: field.value.length - chosen, put })
  if (limit === null) return
  event.preventDefault()
  event.stopPropagation()
  tellProblem(say('ui', 'paste.tooLong', { count: countText(put), max: countText(limit) }))
}
