import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { FormItem, Marks, ReviewForm, ReviewTotal } from '../../shared/reviews/model.ts'
import { BEST_MARK, STANDARDS } from '../../shared/reviews/words.ts'

const itemsOf = (form: ReviewForm): FormItem[] => form.groups.flatMap(({ items }) => items)

/** The share of the best that weighted marks come to; null when nothing among them applies. */
function shareOf(parts: readonly { weight: number; share: number | null }[]): number | null {
  const counted = parts.flatMap(({ weight, share }) => (share === null ? [] : [{ weight, share }]))
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0)
  return weights === 0 ? null : counted.reduce((sum, { weight, share }) => sum + weight * share, 0) / weights
}

/** Points of 100; the smallest of errors in a binary fraction must not decide which way a half is rounded. */
const points = (share: number) => Math.round(share * 100 + 1e-9)

/**
 * S2-135: what marks come to. What does not apply drops out and its weight goes to the rest of its group; a group of
 * which nothing applies drops out whole; a critical item with 0 makes the whole 0. Null when nothing applies at all.
 */
export function totalOf(form: ReviewForm, marks: Marks): ReviewTotal | null {
  const groups = form.groups.map(({ id, weight, items }) => {
    const parts = items.map((item) => {
      const mark = marks[item.id] ?? null
      return { weight: item.weight, share: mark === null ? null : mark / BEST_MARK }
    })
    return { id, weight, share: shareOf(parts) }
  })
  const share = shareOf(groups)
  if (share === null) return null
  const failed = itemsOf(form).find((item) => item.isCritical && marks[item.id] === 0)
  return {
    total: failed ? 0 : points(share),
    groups: groups.map((group) => ({ id: group.id, points: group.share === null ? null : points(group.share) })),
    failedItem: failed?.id ?? null,
  }
}

/** Every item is marked, and only those are left out that may be; the program's own marks are not for the reader. */
export function checkMarks(form: ReviewForm, given: Marks, computed: Marks): Decision {
  const items = itemsOf(form)
  const unknown = Object.keys(given).find((id) => !items.some((item) => item.id === id && item.computed === null))
  if (unknown !== undefined) return deny('review-mark-unknown', { item: unknown })
  for (const item of items.filter((one) => one.computed === null)) {
    const mark = given[item.id]
    if (mark === undefined) return deny('review-mark-missing', { zh: item.name.zh, en: item.name.en })
    if (mark === null && !item.allowsNa) return deny('review-mark-needed', { zh: item.name.zh, en: item.name.en })
  }
  return totalOf(form, { ...given, ...computed }) === null ? deny('review-nothing-marked') : allow
}

/** A form can be used: every code once, and a complaint's form has the four standards (S2-131..134). */
export function checkForm(form: ReviewForm): Decision {
  const codes = [...form.groups.map(({ id }) => id), ...itemsOf(form).map(({ id }) => `item ${id}`)]
  const twice = codes.find((id, i) => codes.indexOf(id) !== i)
  if (twice !== undefined) return deny('review-form-twice', { id: twice.replace('item ', '') })
  const missing = STANDARDS.find((standard) => !form.groups.some(({ id }) => id === standard))
  if (form.kind === 'complaint' && missing !== undefined) return deny('review-form-standard', { standard: missing })
  const isOwn = (computed: string) => (form.kind === 'call') === computed.startsWith('call:')
  const foreign = itemsOf(form).find(({ computed }) => computed !== null && !isOwn(computed))
  if (foreign) return deny('review-form-figure', { id: foreign.id })
  const steps = form.lateness.map(({ upToPercent }) => upToPercent)
  const isRising = steps.every((step, i) => i === 0 || step > (steps[i - 1] ?? 0))
  return isRising ? allow : deny('review-form-lateness')
}
