import type { CaseView, NextAction } from '../../shared/cases/views.ts'
import type { StepData } from '../../shared/workflow/model.ts'

/** Steps that lead a case on, the one that is due first; what is not listed is a way aside. */
const LEADING = [
  'confirmed',
  'accepted',
  'customerReturned',
  'partnerReturned',
  'replied',
  'answered',
  'appealAnswered',
  'closed',
  'visited',
  'assessed',
  'assigned',
  'planBegun',
]

const rankOf = (action: NextAction) => {
  const rank = LEADING.findIndex((event) => action.emits.includes(event))
  const isAside =
    rank < 0 || ['rejected', 'complexMarked', 'appealDecided'].some((event) => action.emits.includes(event))
  return (action.isAllowed ? 0 : 100) + (isAside ? LEADING.length : rank)
}

/** The possible steps, the most likely one first. */
export function orderedActions(actions: readonly NextAction[]): NextAction[] {
  return [...actions].sort((a, b) => rankOf(a) - rankOf(b))
}

/** Fields that a person would fill in alike most of the time. */
export function initialData(action: NextAction, view: CaseView, now: number): StepData {
  const resolve = view.clocks.find(
    (clock) => clock.state === 'running' && (clock.kind === 'resolve' || clock.kind === 'reply') && clock.dueAt > now,
  )
  const known: StepData = {
    expectedAt: resolve?.dueAt ?? null,
    contactAt: now,
    // A result that was sent already stands on record: the form takes it over instead of asking once more.
    resultFeedback: view.recorded.resultFeedback ?? null,
    feedbackAt: view.recorded.feedbackAt ?? now,
    contactPerson: view.contactName === '' ? null : view.contactName,
    contactChannel: 'phone',
    feedbackChannel: view.recorded.feedbackChannel ?? 'phone',
    ownerId: view.ownerId,
    department: view.department,
    causeText: view.recorded.causeText ?? null,
    measures: view.recorded.measures ?? null,
    prevention: view.recorded.prevention ?? null,
  }
  return Object.fromEntries(
    action.fields.flatMap(({ name }) =>
      known[name] === undefined || known[name] === null ? [] : [[name, known[name]]],
    ),
  )
}

/** What is filled in. */
export function sentData(data: StepData): StepData {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== null && value !== '' && value !== false),
  )
}
