import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { Waiting } from '../../shared/scorecards/views.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canGive, canHandIn, mustBe } from '../rules/scorecard-life.ts'
import { canAssess, readPeople } from './people.ts'
import {
  type CardRecord,
  cardsByLead,
  cardsOf,
  cardsOfPerson,
  listRounds,
  touchCard,
  updateCard,
  updateSelf,
} from './queries.ts'
import { roundOf } from './round.ts'
import { type Opened, ownOrAny, toCardView, toRoundView } from './views.ts'

const conflict = (): never => {
  throw new Refusal({ code: 'CONFLICT', entity: 'scorecard' })
}

/** Saves a change of a card that nobody changed meanwhile. */
export async function saveCard(ctx: Ctx, card: CardRecord, expectedSeq: number, change: Partial<CardRecord>) {
  if (card.seq !== expectedSeq || !(await updateCard(ctx.db, card.id, expectedSeq, change))) conflict()
}

/** S3-104 S3-108 S3-109: the person's own part; handed in, it stays as it is. */
export const saveSelf: Handler<'scorecards.saveSelf'> = async (ctx, { id, expectedSeq, self, summary, handIn }) => {
  const { card, round, scheme } = await ownOrAny(ctx, id)
  if (card.userId !== ctx.actor.id) refuse('scorecard-not-yours')
  must(mustBe(round.state, 'collecting'))
  if (card.selfState === 'given') refuse('scorecard-self-given')
  if (handIn) must(canHandIn(self, summary, scheme))
  const change = {
    ...{ self: JSON.stringify(self), summary: JSON.stringify(summary) },
    ...{ selfState: handIn ? ('given' as const) : ('draft' as const), selfAt: handIn ? ctx.now : null },
  }
  if (card.selfSeq !== expectedSeq || !(await updateSelf(ctx.db, id, expectedSeq, change))) conflict()
  return toCardView(ctx, id)
}

/** S3-105 S3-101: the superior's part, by whoever is named to assess; a second hand on an old copy is refused. */
export const assess: Handler<'scorecards.assess'> = async (ctx, { id, expectedSeq, lead, give }) => {
  const opened = await ownOrAny(ctx, id)
  const { card, round, scheme } = opened
  mustAssess(ctx, opened)
  must(mustBe(round.state, 'collecting'))
  if (give) must(canGive(lead, scheme, hasExam(opened)))
  ctx.note({ before: { lead: card.lead, state: card.leadState } })
  await saveCard(ctx, card, expectedSeq, {
    ...{ lead: JSON.stringify(lead), leadBy: ctx.actor.id },
    ...{ leadState: give ? 'given' : 'draft', leadAt: give ? ctx.now : null },
  })
  return toCardView(ctx, id)
}

function mustAssess(ctx: Ctx, { card }: Opened): void {
  if (card.userId === ctx.actor.id) refuse('scorecard-own')
  if (card.leadId === null) refuse('scorecard-no-assessor')
  if (card.leadId !== ctx.actor.id) refuse('scorecard-not-assessor')
}

function hasExam({ card, scheme }: Opened): boolean {
  const known = (JSON.parse(card.figures) as { indicator: string; sample: number }[]).find(
    ({ indicator }) => indicator === 'knowledge',
  )
  return (known?.sample ?? 0) >= scheme.indicators.knowledge.minSample
}

/** Who assesses instead, when somebody has no lead, changed the team, or the lead left. */
export const setAssessor: Handler<'scorecards.setAssessor'> = async (ctx, { id, expectedSeq, leadId, reason }) => {
  const { card, round } = await ownOrAny(ctx, id)
  must(mustBe(round.state, 'collecting'))
  if (leadId === card.userId) refuse('scorecard-own')
  const lead = found((await readPeople(ctx.db)).get(leadId), 'user')
  if (!canAssess(lead)) refuse('scorecard-cannot-assess', { name: lead.name })
  ctx.note({ before: { leadId: card.leadId, lead: card.lead } })
  // What another began is not the new assessor's word.
  const fresh = card.leadId === leadId ? {} : NO_MARKS
  await saveCard(ctx, card, expectedSeq, { leadId, leadReason: reason, ...fresh })
  return toCardView(ctx, id)
}

const NO_MARKS = { lead: null, leadState: 'none', leadAt: null, leadBy: null } as const

/** S3-109: reminds everybody whose part is missing; it stands on their desk until it is handed in. */
export const remind: Handler<'scorecards.remind'> = async (ctx, { month }) => {
  const round = await roundOf(ctx, month)
  must(mustBe(round.state, 'collecting'))
  const late = (await cardsOf(ctx.db, round.id)).filter(
    (card) => card.selfState !== 'given' || card.leadState !== 'given',
  )
  for (const { id, reminders } of late) await touchCard(ctx.db, id, { reminders: reminders + 1, remindedAt: ctx.now })
  ctx.note({ reminded: late.length })
  return { reminded: late.length, round: await toRoundView(ctx, round) }
}

/** What waits for oneself, the most pressing first. */
export const waiting: Handler<'scorecards.waiting'> = async (ctx) => {
  const open = new Map((await listRounds(ctx.db)).filter(({ state }) => state !== 'frozen').map((one) => [one.id, one]))
  const people = await readPeople(ctx.db)
  const found: Waiting[] = []
  const add = (card: CardRecord, kind: Waiting['kind']) => {
    const round = open.get(card.roundId)
    if (!round) return
    const dueAt = { self: round.selfDueAt, assess: round.leadDueAt, answer: round.answerDueAt }[kind]
    const name = people.get(card.userId)?.name ?? ''
    const reminders = kind === 'answer' ? 0 : card.reminders
    found.push({
      kind,
      month: round.month,
      cardId: card.id,
      name,
      dueAt,
      reminders,
      isLate: dueAt !== null && ctx.now > dueAt,
    })
  }
  for (const card of await cardsOfPerson(ctx.db, ctx.actor.id)) {
    const state = open.get(card.roundId)?.state
    if (state === 'collecting' && card.selfState !== 'given') add(card, 'self')
    if (state === 'published' && card.answer === 'waiting') add(card, 'answer')
  }
  for (const card of await cardsByLead(ctx.db, ctx.actor.id)) {
    if (open.get(card.roundId)?.state === 'collecting' && card.leadState !== 'given') add(card, 'assess')
  }
  return found.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
}
