import type { Output } from '../../shared/contracts.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { Context } from './context.ts'
import { eventWords } from './event-words.ts'
import { moment, withMoments } from './moments.ts'

type State = Output<'cases.open'>
type View = Output<'cases.show'>
type Clock = State['clocks'][number]
type Row = Output<'cases.queue'>['rows'][number]

/** One limit of a case. */
export const clockLine = ({ kind, startedAt, dueAt, state, breachedAt, stoppedAt, isProvisional }: Clock) => ({
  kind,
  startedAt: moment(startedAt),
  dueAt: moment(dueAt),
  state,
  breachedAt: breachedAt === null ? null : moment(breachedAt),
  stoppedAt: stoppedAt === null ? null : moment(stoppedAt),
  isProvisional,
})

/** A case as a command left it. */
export function caseNow({ number, id, kind, state, isOpen, priority, clocks }: State): unknown {
  return { case: number, id, kind, state, isOpen, priority, clocks: clocks.map(clockLine) }
}

const PAGE = 500

/** All rows of the queue that match, page after page. */
export async function caseRows(
  context: Context,
  filter: { isOpen: boolean; owner: UserId | undefined },
): Promise<Row[]> {
  const rows: Row[] = []
  let next: Output<'cases.queue'>['next'] = null
  do {
    const page: Output<'cases.queue'> = await context.ask('cases.queue', {
      ...filter,
      limit: PAGE,
      after: next ?? undefined,
    })
    rows.push(...page.rows)
    next = page.next
  } while (next)
  return rows
}

/** One line of the list. */
export function caseLine(row: Row, logins: ReadonlyMap<string, string>, now: Instant): Record<string, unknown> {
  const {
    number,
    kind,
    state,
    isOpen,
    priority,
    severity,
    tier,
    category,
    channel,
    title,
    contactName,
    ownerId,
    receivedAt,
    closedAt,
    nextDueAt,
    nextClock,
    id,
  } = row
  const owner = ownerId === null ? null : (logins.get(ownerId) ?? null)
  return withMoments({
    case: number,
    kind,
    state,
    isOpen,
    priority,
    severity,
    tier,
    category,
    channel,
    title,
    contactName,
    owner,
    receivedAt,
    closedAt,
    nextDueAt,
    nextClock,
    nextClockState: nextDueAt === null ? null : now < nextDueAt ? 'running' : 'breached',
    id,
  })
}

/** A case for people: what it is, its limits, what happened, what may come next. */
export function caseShown(view: View, logins: ReadonlyMap<string, string>, language: Language): unknown {
  const {
    number,
    kind,
    state,
    isOpen,
    priority,
    severity,
    tier,
    category,
    channel,
    title,
    contactName,
    ownerName,
    receivedAt,
    content,
  } = view
  const words = { stages: view.stages, logins, language }
  const events = view.events.map((event) => ({
    seq: event.seq,
    at: event.at,
    actor: event.actorName,
    event: eventWords(event, words),
  }))
  const nextActions = view.nextActions.map(({ id, to, name, isAllowed, fields }) => ({
    step: id,
    to,
    name,
    isAllowed,
    fields: fields.map((field) => field.name),
  }))
  const facts = {
    case: number,
    kind,
    state: view.stages.find(({ id }) => id === state)?.name ?? state,
    isOpen,
    priority,
    severity,
    tier,
    category,
    channel,
    title,
    contactName,
    owner: ownerName,
    receivedAt,
    content,
  }
  return withMoments({ ...facts, clocks: view.clocks.map(clockLine), events, nextActions })
}
