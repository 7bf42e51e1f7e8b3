import { found, must, refuse } from '../../shared/failure.ts'
import type { ReportPeriod } from '../../shared/reports/model.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { allCalendars } from '../policies/queries.ts'
import { periodOf } from '../rules/report-period.ts'
import { canOpen, DAYS, dueAfter, mustBe } from '../rules/scorecard-life.ts'
import { countPeople, type PersonCount } from './count.ts'
import { canAssess, readPeople } from './people.ts'
import {
  type CardRecord,
  cardsOf,
  cardsOfPerson,
  findRound,
  insertCards,
  insertRound,
  listRounds,
  type Person,
  type RoundRecord,
  schemeFor,
  touchCard,
  updateRound,
} from './queries.ts'
import { toRoundView } from './views.ts'

/** The month as it was written, with its moments; the shape of the input leaves no other. */
export function monthOf(month: string): ReportPeriod {
  return periodOf('month', month) ?? refuse('report-period', { period: month })
}

export const withMonth = (month: string) => ({ ...monthOf(month), month })

/** The desk's calendar of working days. */
export async function workingDays(ctx: Ctx) {
  const { CN } = await allCalendars(ctx.db)
  // The shipped packs take 60 ms to read and check: no desk that starts waits for them.
  return CN ?? (await import('../rules/packs.ts')).shippedCalendar('CN')
}

export async function roundOf(ctx: Ctx, month: string): Promise<RoundRecord> {
  return found(await findRound(ctx.db, month), 'scorecardRound')
}

export const rounds: Handler<'scorecards.rounds'> = async (ctx) => {
  const all = await listRounds(ctx.db)
  const own =
    ctx.actor.role === 'agent' ? new Set((await cardsOfPerson(ctx.db, ctx.actor.id)).map((c) => c.roundId)) : null
  const rows = []
  for (const { id, month, state } of all.filter((round) => own === null || own.has(round.id)))
    rows.push({ id, month, state, people: own === null ? (await cardsOf(ctx.db, id)).length : 1 })
  return rows
}

export const show: Handler<'scorecards.show'> = async (ctx, { month }) => {
  const round = await roundOf(ctx, month)
  const view = await toRoundView(ctx, round)
  // An agent who is not in a round learns nothing of it.
  return found(ctx.actor.role === 'agent' && view.cards.length === 0 ? undefined : view, 'scorecardRound')
}

/**
 * S3-103: opens a month: everybody's numbers, who assesses whom, the scheme as it stands and when each part is due.
 * Whoever left takes part when the month has work of theirs; the assessor is the lead of this moment.
 */
export const openRound: Handler<'scorecards.openRound'> = async (ctx, { month, userIds }) => {
  const span = withMonth(month)
  must(canOpen(span, ctx.now))
  if (await findRound(ctx.db, month)) refuse('scorecard-round-exists', { month })
  const people = await readPeople(ctx.db)
  const wanted = userIds
    ? [...new Set(userIds)].map((id) => found(people.get(id), 'user'))
    : [...people.values()].filter(({ role, createdAt }) => role === 'agent' && createdAt < span.to)
  if (wanted.some(({ role }) => role === 'admin' || role === 'manager')) refuse('scorecard-not-staff')
  const counts = await countPeople(
    ctx,
    wanted.map(({ id }) => id),
    span,
  )
  const hasWork = (count: PersonCount | undefined) => count?.figures.some(({ sample }) => sample > 0) ?? false
  const taking = wanted.filter(({ id, status }) => status === 'active' || userIds || hasWork(counts.get(id)))
  if (taking.length === 0) refuse('scorecard-nobody')
  const scheme = await schemeFor(ctx.db, month)
  const calendar = await workingDays(ctx)
  const start = Math.max(span.to - 1, ctx.now)
  const round: RoundRecord = {
    ...{ id: ctx.newId(), month, state: 'collecting', schemeVersion: scheme.version, scheme: scheme.body },
    ...{ selfDueAt: dueAfter(start, DAYS.self, calendar), leadDueAt: dueAfter(start, DAYS.lead, calendar) },
    ...{ answerDueAt: null, openedAt: ctx.now, openedBy: ctx.actor.id, countedAt: ctx.now },
    ...{ publishedAt: null, publishedBy: null, frozenAt: null, frozenBy: null, sha256: null },
  }
  await insertRound(ctx.db, round)
  await insertCards(
    ctx.db,
    taking.map((person) =>
      newCard(ctx, round, person, counts.get(person.id), canAssess(people.get(person.leadId ?? ''))),
    ),
  )
  return toRoundView(ctx, round)
}

function newCard(
  ctx: Ctx,
  round: RoundRecord,
  person: Person,
  count: PersonCount | undefined,
  hasLead: boolean,
): CardRecord {
  return {
    ...{
      id: ctx.newId(),
      roundId: round.id,
      userId: person.id,
      leadId: hasLead ? person.leadId : null,
      leadReason: '',
    },
    ...{ seq: 1, selfSeq: 1, figures: JSON.stringify(count?.figures ?? []) },
    customers: JSON.stringify(count?.customers ?? { count: 0, mean: null }),
    ...{ self: null, summary: null, selfState: 'none', selfAt: null },
    ...{ lead: null, leadState: 'none', leadAt: null, leadBy: null, reminders: 0, remindedAt: null },
    ...{ answer: 'waiting', answerText: '', answeredAt: null, decisionText: '', decidedAt: null, decidedBy: null },
    ...{ frozen: null, sha256: null, frozenTotal: null, frozenGrade: null },
  }
}

export const recount: Handler<'scorecards.recount'> = async (ctx, { month }) => {
  const round = await roundOf(ctx, month)
  must(mustBe(round.state, 'collecting', 'calibrating'))
  await countAgain(ctx, round)
  return toRoundView(ctx, await roundOf(ctx, month))
}

/** Counts everybody's numbers as the events say now. */
export async function countAgain(ctx: Ctx, round: RoundRecord): Promise<void> {
  const cards = await cardsOf(ctx.db, round.id)
  const counts = await countPeople(
    ctx,
    cards.map(({ userId }) => userId),
    withMonth(round.month),
  )
  for (const { id, userId } of cards) {
    const count = counts.get(userId)
    if (!count) continue
    await touchCard(ctx.db, id, { figures: JSON.stringify(count.figures), customers: JSON.stringify(count.customers) })
  }
  await updateRound(ctx.db, round.id, { countedAt: ctx.now })
}
