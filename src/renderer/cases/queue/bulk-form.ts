import type { BULK_ACTS, BulkItem } from '../../../shared/bulk/model.ts'
import type { Direction } from '../../../shared/cases/stages.ts'
import type { Category, Importance, Severity, Urgency } from '../../../shared/cases/words.ts'
import type { Input } from '../../../shared/contracts.ts'
import type { Failure } from '../../../shared/failure.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'

export type ActKind = (typeof BULK_ACTS)[number]
export type Act = Input<'bulk.run'>['act']

/** Everything that the form of an act on several cases may hold. */
export type BulkForm = {
  kind: ActKind
  ownerId: UserId | null
  reason: string
  urgency: Urgency
  importance: Importance
  direction: Direction
  category: Category | null
  severity: Severity | null
  text: string
  dueAt: Instant | null
}

export const EMPTY_FORM: BulkForm = {
  kind: 'assign',
  ownerId: null,
  reason: '',
  urgency: 'high',
  importance: 'normal',
  direction: 'investigate',
  category: null,
  severity: null,
  text: '',
  dueAt: null,
}

/** The act that the form describes; undefined while something it needs is missing. */
export function actOf(form: BulkForm): Act | undefined {
  const { kind, ownerId, reason, urgency, importance, direction, category, severity, text, dueAt } = form
  switch (kind) {
    case 'assign':
      return ownerId === null ? undefined : { act: kind, ownerId, reason }
    case 'claim':
      return { act: kind, reason }
    case 'assess':
      return { act: kind, urgency, importance, direction, note: text }
    case 'class':
      return category === null || reason.trim() === ''
        ? undefined
        : { act: kind, category, reason, ...(severity === null ? {} : { severity }) }
    case 'note':
      return text.trim() === '' ? undefined : { act: kind, text }
    case 'remark':
      return text.trim() === '' || dueAt === null ? undefined : { act: kind, text, dueAt, ownerId }
  }
}

/** Why a case refuses, as a failure that has its sentence. */
export function failureOf({ failure }: BulkItem): Failure | null {
  if (failure === null) return null
  const { code, rule = '', entity = 'case', params = {} } = failure
  if (code === 'RULE') return { code, rule, params }
  return code === 'CONFLICT' ? { code, entity } : { code: 'NOT_FOUND', entity }
}
