import type { ContentClass } from '../../shared/cases/axes.ts'
import type { Classification } from '../../shared/cases/model.ts'
import {
  type CaseObject,
  type Category,
  type Department,
  type Importance,
  isUnder,
  type Severity,
  type TimeClass,
  type Urgency,
} from '../../shared/cases/words.ts'
import { DEFAULT_TIME_CLASS } from './priority.ts'

/** A case's place on all five axes at once (S2-12..17), with urgency and importance (S2-28, S2-29). */
export type Axes = {
  category: Category
  severity: Severity
  contentClass: ContentClass
  objectClass: CaseObject
  department: Department
  timeClass: TimeClass
  urgency: Urgency
  importance: Importance
}

/** The first line whose group holds the category wins, so details stand before their group. */
function first<T>(table: readonly (readonly [group: string, value: T])[], category: string, otherwise: T): T {
  return table.find(([group]) => isUnder(category, group))?.[1] ?? otherwise
}

const CONTENT = [
  ['network', 'network'],
  ['fare.package', 'product'],
  ['fare', 'fee'],
  ['ticket.refund', 'fee'],
  ['ticket', 'product'],
  ['loyalty', 'product'],
  ['travel', 'product'],
] as const

const OBJECT = [
  ['travel', 'partner'],
  ['other.fraud', 'third'],
] as const

const DEPARTMENT = [
  ['flight', 'operations'],
  ['service.boarding', 'airport'],
  ['service.lounge', 'airport'],
  ['service', 'vip'],
  ['ticket', 'ticketing'],
  ['fare.payment', 'finance'],
  ['fare.promotion', 'marketing'],
  ['fare', 'ticketing'],
  ['baggage', 'baggage'],
  ['equipment.baggage', 'baggage'],
  ['equipment', 'cabin'],
  ['network', 'technical'],
  ['loyalty', 'loyalty'],
  ['travel', 'marketing'],
  ['other.privacy', 'legal'],
  ['other.contract', 'legal'],
] as const

const URGENCY: Record<Severity, Urgency> = { general: 'normal', major: 'normal', urgent: 'high' }
const IMPORTANCE: Record<Severity, Importance> = { general: 'normal', major: 'high', urgent: 'high' }

/** S2-12..18: fills in what a person left open, from the category and the severity. */
export function axesOf(given: Classification): Axes {
  const { category, severity } = given
  return {
    category,
    severity,
    contentClass: given.contentClass ?? first<ContentClass>(CONTENT, category, 'service'),
    objectClass: given.objectClass ?? first<CaseObject>(OBJECT, category, 'operator'),
    department: given.department ?? first<Department>(DEPARTMENT, category, 'vip'),
    timeClass: given.timeClass ?? DEFAULT_TIME_CLASS[severity],
    urgency: given.urgency ?? URGENCY[severity],
    importance: given.importance ?? IMPORTANCE[severity],
  }
}
