import type { PreviewedStep } from '../../../shared/macros/model.ts'
import { hasBlank } from '../../../shared/messages/text.ts'

/** The words of a step as they stand in the preview's fields; null where the step has none of the kind. */
export type StepWords = { text: string | null; message: { subject: string; body: string } | null }

/** A step's words as the preview gave them. */
export function wordsShown({ text, message }: PreviewedStep): StepWords {
  return { text, message: message && { subject: message.subject, body: message.body } }
}

/** Whether a person worded the step's message anew. */
export function isReworded({ message: shown }: PreviewedStep, { message }: StepWords): boolean {
  return shown !== null && message !== null && (shown.subject !== message.subject || shown.body !== message.body)
}

/** Whether a blank is left to be filled in, in a step's own words or in its message; a wording that lacks nothing has none. */
export function isBlankLeft(step: PreviewedStep, words: StepWords): boolean {
  const { text, message } = words
  if (text !== null && hasBlank(text)) return true
  if (message === null || (step.missing.length === 0 && !isReworded(step, words))) return false
  return hasBlank(message.subject) || hasBlank(message.body)
}

/** Whether a step may be applied with these words. */
export function isReady(step: PreviewedStep, words: StepWords): boolean {
  return step.failure === null && !isBlankLeft(step, words) && words.message?.body.trim() !== ''
}
