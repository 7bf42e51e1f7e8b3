import type { ContentClass } from '../../shared/cases/axes.ts'
import type { Classification } from '../../shared/cases/model.ts'
import {
  type CaseObject,
  type Category,
  type Department,
  type Importance,
  isUnder,
  type Severity,
  TIME_CLASSES,
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

/** What the desk's own list says about a category; null where it says nothing. */
export type CategoryDefaults = {
  contentClass: ContentClass | null
  objectClass: CaseObject | null
  department: Department | null
  timeClass: TimeClass | null
}

const SILENT: CategoryDefaults = { contentClass: null, objectClass: null, department: null, timeClass: null }

/** S2-18: nature and category each propose a time class; the tighter one is taken. */
function timeClassOf(severity: Severity, proposed: TimeClass | null): TimeClass {
  const byNature = DEFAULT_TIME_CLASS[severity]
  return proposed !== null && TIME_CLASSES.indexOf(proposed) < TIME_CLASSES.indexOf(byNature) ? proposed : byNature
}

/** S2-12..18: fills in what a person left open, from what the desk keeps of the category, and from the severity. */
export function axesOf(given: Classification, kept: CategoryDefaults = SILENT): Axes {
  const { category, severity } = given
  return {
    category,
    severity,
    contentClass: given.contentClass ?? kept.contentClass ?? first<ContentClass>(CONTENT, category, 'service'),
    objectClass: given.objectClass ?? kept.objectClass ?? first<CaseObject>(OBJECT, category, 'operator'),
    department: given.department ?? kept.department ?? first<Department>(DEPARTMENT, category, 'vip'),
    timeClass: given.timeClass ?? timeClassOf(severity, kept.timeClass),
    urgency: given.urgency ?? URGENCY[severity],
    importance: given.importance ?? IMPORTANCE[severity],
  }
}
