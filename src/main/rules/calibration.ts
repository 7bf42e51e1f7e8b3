import type { CalibrationResult } from '../../shared/calibration/contract.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { FormItem, Marks, ReviewForm } from '../../shared/reviews/model.ts'
import type { Role } from '../../shared/roles.ts'
import { agreementOf, leaningOf, levelOf, outliersOf, type Scale, type Unit } from './agreement.ts'

type Person = { id: string; role: Role }
type Session = { state: 'open' | 'closed'; createdBy: string }

/** Marks that lie so far from the median of the other readers are talked about. */
const FAR = 2

/** Each reader judges for themselves, as long as the session is open. */
export function canMark(reader: Person, session: Session, raters: readonly string[]): Decision {
  if (session.state === 'closed') return deny('calibration-closed')
  return raters.includes(reader.id) ? allow : deny('calibration-not-rater')
}

/** Who began it, or a manager, closes it, once at least two readers judged the same subject. */
export function canClose(person: Person, session: Session, judgedBy: readonly number[]): Decision {
  if (session.state === 'closed') return deny('calibration-closed')
  if (person.id !== session.createdBy && person.role !== 'manager') return deny('calibration-not-yours')
  return judgedBy.some((count) => count > 1) ? allow : deny('calibration-too-few')
}

/** Definitions are amended by what a session found, so after its close. */
export function canAmend(person: Person, session: Session): Decision {
  if (person.role !== 'manager') return deny('calibration-manager-amends')
  return session.state === 'closed' ? allow : deny('calibration-still-open')
}

export type Judged = { number: string; marks: ReadonlyMap<string, { marks: Marks; total: number }> }
type Rater = { userId: UserId; name: string }

/** Items that a reader marks; the program's own marks always agree and say nothing. */
export const judgedItems = (form: ReviewForm): FormItem[] =>
  form.groups.flatMap(({ items }) => items).filter(({ computed }) => computed === null)

const measured = (units: readonly Unit[], scale: Scale) => {
  const { alpha, paired } = agreementOf(units, scale)
  return { alpha, paired, level: levelOf(alpha) }
}

/** How far readers agree on each item (by rank) and on the total (by points), who is milder, and which marks stand apart. */
export function resultOf(form: ReviewForm, subjects: readonly Judged[], raters: readonly Rater[]): CalibrationResult {
  const unitsOf = (read: (one: { marks: Marks; total: number }) => number | null): Unit[] =>
    subjects.map(({ marks }) =>
      raters.map(({ userId }) => {
        const given = marks.get(userId)
        return given ? read(given) : null
      }),
    )
  const totals = unitsOf(({ total }) => total)
  return {
    total: measured(totals, 'interval'),
    items: judgedItems(form).map(({ id }) => {
      const units = unitsOf(({ marks }) => marks[id] ?? null)
      const outliers = outliersOf(units, FAR).flatMap(({ unit, rater, value, others }) => {
        const [subject, person] = [subjects[unit], raters[rater]]
        return subject && person ? [{ ...person, number: subject.number, mark: value, others }] : []
      })
      return { itemId: id, ...measured(units, 'ordinal'), outliers }
    }),
    raters: raters.map(({ userId, name }, place) => ({
      ...{ userId, name, leaning: leaningOf(totals, place) },
      judged: subjects.filter(({ marks }) => marks.has(userId)).length,
    })),
  }
}

/** A form with other words for what one item means. */
export function withDefinition(form: ReviewForm, itemId: string, definition: { zh: string; en: string }): ReviewForm {
  const groups = form.groups.map((group) => ({
    ...group,
    items: group.items.map((item) => (item.id === itemId ? { ...item, definition } : item)),
  }))
  return { ...form, groups }
}
