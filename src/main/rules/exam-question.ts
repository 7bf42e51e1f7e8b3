import type { QuestionDraft } from '../../shared/exams/model.ts'
import type { QuestionKind } from '../../shared/exams/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Day } from '../../shared/time.ts'

/** How many options a kind has, and how many of them are right. */
const SHAPES: Record<QuestionKind, { options: [number, number]; right: [number, number] }> = {
  single: { options: [2, 8], right: [1, 1] },
  multiple: { options: [3, 8], right: [2, 8] },
  trueFalse: { options: [0, 0], right: [1, 1] },
  short: { options: [0, 0], right: [0, 0] },
}

const within = (count: number, [least, most]: [number, number]) => count >= least && count <= most

/** S3-99: a question can be answered and marked: enough options, right ones among them, and a guide for the reader of a short answer. */
export function checkQuestion(draft: QuestionDraft): Decision {
  const { kind, options, right, guide, validFrom, validUntil } = draft
  const shape = SHAPES[kind]
  if (!within(options.length, shape.options)) return deny('question-options')
  if (new Set(options.map(({ zh }) => zh)).size < options.length) return deny('question-same-options')
  const places = kind === 'trueFalse' ? 2 : options.length
  const isKeyed = new Set(right).size === right.length && right.every((place) => place < places)
  if (!isKeyed || !within(right.length, shape.right)) return deny('question-right')
  if (kind === 'short' && guide.zh.trim() === '') return deny('question-guide')
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) return deny('question-days')
  return allow
}

/** True on the days on which a question may be asked. */
export function isValidOn(
  { validFrom, validUntil }: { validFrom: Day | null; validUntil: Day | null },
  day: Day,
): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil)
}
