import { must, refuse } from '../../shared/failure.ts'
import type { Indicator } from '../../shared/scorecards/words.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canAnswer, canCalibrate, canFreeze, DAYS, dueAfter, mustBe } from '../rules/scorecard-life.ts'
import { saveCard } from './assessing.ts'
import { type FrozenCard, partsOf } from './card-body.ts'
import { canonical, roundHash } from './fingerprint.ts'
import { notesOf, type People, readPeople } from './people.ts'
import { type ChangeRecord, cardsOf, changesOf, insertChange, touchCard, updateRound } from './queries.ts'
import { countAgain, monthOf, roundOf, workingDays } from './round.ts'
import { type Opened, openCard, openRound, ownOrAny, toCardView, toChange, toRoundView } from './views.ts'

/** The assessment ends when every superior has given theirs and every person theirs, or the time for it is over. */
export const calibrate: Handler<'scorecards.calibrate'> = async (ctx, { month }) => {
  const round = await roundOf(ctx, month)
  must(mustBe(round.state, 'collecting'))
  if (ctx.now < monthOf(month).to) refuse('scorecard-month-running')
  const cards = await cardsOf(ctx.db, round.id)
  const people = await readPeople(ctx.db)
  const nameOf = (id: string | undefined) => people.get(id ?? '')?.name ?? ''
  const orphan = cards.find(({ leadId }) => leadId === null)
  if (orphan) refuse('scorecard-assessor-missing', { name: nameOf(orphan.userId) })
  const ungiven = cards.filter(({ leadState }) => leadState !== 'given')
  if (ungiven.length > 0) refuse('scorecard-assess-open', { count: ungiven.length, name: nameOf(ungiven[0]?.userId) })
  const isThere = (id: string) => people.get(id)?.status === 'active'
  const silent = cards.filter(({ selfState, userId }) => selfState !== 'given' && isThere(userId))
  if (silent.length > 0 && ctx.now <= round.selfDueAt) refuse('scorecard-self-open', { count: silent.length })
  await countAgain(ctx, round)
  await updateRound(ctx.db, round.id, { state: 'calibrating' })
  return toRoundView(ctx, await roundOf(ctx, month))
}

/** Another lead, or the manager, puts a score beside how others mark; with the reason, and both scores stay visible. */
export const adjust: Handler<'scorecards.adjust'> = async (ctx, { id, expectedSeq, indicator, to, reason }) => {
  const opened = await ownOrAny(ctx, id)
  must(mustBe(opened.round.state, 'calibrating'))
  must(canCalibrate(opened.card, ctx.actor.id))
  await change(ctx, opened, 'calibration', { indicator, to, reason }, 0)
  await saveCard(ctx, opened.card, expectedSeq, {})
  return toCardView(ctx, id)
}

type Wanted = { indicator: Indicator; to: number; reason: string }

async function change(
  ctx: Ctx,
  opened: Opened,
  stage: ChangeRecord['stage'],
  wanted: Wanted,
  place: number,
): Promise<void> {
  const line = opened.result.lines.find(({ indicator }) => indicator === wanted.indicator)
  if (!line || line.unjudged !== null) refuse('scorecard-unjudged')
  if (wanted.indicator === 'knowledge' && line.counted !== null) refuse('scorecard-knowledge-known')
  ctx.note({ before: { total: opened.result.total, score: line.superior } })
  await insertChange(ctx.db, {
    ...{ id: ctx.newId(), cardId: opened.card.id, seq: opened.changes.length + 1 + place, stage },
    ...{ indicator: wanted.indicator, reason: wanted.reason, at: ctx.now, by: ctx.actor.id },
    ...{
      fromScore: line.superior === null ? null : Math.round(line.superior * 100),
      toScore: Math.round(wanted.to * 100),
    },
  })
}

/** From now on everybody sees the own result and has some working days to confirm or appeal. */
export const publish: Handler<'scorecards.publish'> = async (ctx, { month }) => {
  const round = await roundOf(ctx, month)
  must(mustBe(round.state, 'calibrating'))
  const answerDueAt = dueAfter(ctx.now, DAYS.answer, await workingDays(ctx))
  await updateRound(ctx.db, round.id, {
    ...{ state: 'published', publishedAt: ctx.now, publishedBy: ctx.actor.id, answerDueAt },
  })
  return toRoundView(ctx, await roundOf(ctx, month))
}

/** S3-111: the person confirms the result or appeals against it. */
export const answer: Handler<'scorecards.answer'> = async (ctx, { id, expectedSeq, answer: given, text }) => {
  const { card, round } = await ownOrAny(ctx, id)
  if (card.userId !== ctx.actor.id) refuse('scorecard-not-yours')
  must(mustBe(round.state, 'published'))
  must(canAnswer({ answer: card.answer, answerDueAt: round.answerDueAt }, { answer: given, text }, ctx.now))
  await saveCard(ctx, card, expectedSeq, { answer: given, answerText: text, answeredAt: ctx.now })
  return toCardView(ctx, id)
}

/** S3-111: the manager decides on an appeal: the result stays, or single scores are changed, both in words. */
export const decide: Handler<'scorecards.decide'> = async (ctx, { id, expectedSeq, text, changes }) => {
  const opened = await ownOrAny(ctx, id)
  const { card, round } = opened
  must(mustBe(round.state, 'published'))
  if (card.userId === ctx.actor.id) refuse('scorecard-own')
  if (card.answer !== 'appealed') refuse('scorecard-no-appeal')
  for (const [place, one] of changes.entries()) await change(ctx, opened, 'appeal', { ...one, reason: text }, place)
  await saveCard(ctx, card, expectedSeq, {
    ...{ answer: changes.length === 0 ? 'upheld' : 'changed', decisionText: text },
    ...{ decidedAt: ctx.now, decidedBy: ctx.actor.id },
  })
  return toCardView(ctx, id)
}

/** The month is closed for good: every card's text with its fingerprint, and all of them in the audit row. */
export const freeze: Handler<'scorecards.freeze'> = async (ctx, { month }) => {
  const round = await roundOf(ctx, month)
  must(mustBe(round.state, 'published'))
  const cards = await cardsOf(ctx.db, round.id)
  const people = await readPeople(ctx.db)
  const named = cards.map((card) => ({ answer: card.answer, name: people.get(card.userId)?.name ?? '' }))
  must(canFreeze(named, round.answerDueAt, ctx.now))
  const changes = await changesOf(
    ctx.db,
    cards.map(({ id }) => id),
  )
  const opened = openRound(round)
  const frozen = cards.map((card) => {
    const silent = card.answer === 'waiting' ? { ...card, answer: 'silent' as const } : card
    const body = bodyOf(openCard(silent, opened, changes), people)
    const text = canonical(body)
    return { card: silent, body, text, userId: card.userId, sha256: sha256(text) }
  })
  for (const { card, body, text, sha256: hash } of frozen) {
    const total = body.result.total
    await touchCard(ctx.db, card.id, {
      ...{ answer: card.answer, frozen: text, sha256: hash, frozenGrade: body.result.grade },
      frozenTotal: total === null ? null : Math.round(total * 100),
    })
  }
  const whole = roundHash(frozen)
  const list = frozen.map(({ body, sha256: hash }) => ({
    login: body.person.login,
    total: body.result.total,
    sha256: hash,
  }))
  ctx.note({ frozen: { month, sha256: whole, cards: list } })
  await updateRound(ctx.db, round.id, { state: 'frozen', frozenAt: ctx.now, frozenBy: ctx.actor.id, sha256: whole })
  return toRoundView(ctx, await roundOf(ctx, month))
}

function bodyOf({ card, round, scheme, changes, result }: Opened, people: People): FrozenCard {
  const { figures, customers, self, summary, lead } = partsOf(card)
  const { login, name } = people.get(card.userId) ?? { login: '', name: '' }
  return {
    ...{ month: round.month, person: { userId: card.userId, login, name }, notes: notesOf(card, round, people) },
    leadName: card.leadId === null ? null : (people.get(card.leadId)?.name ?? ''),
    ...{ schemeVersion: round.schemeVersion, scheme, countedAt: round.countedAt, figures, customers },
    ...{ self: card.selfState === 'given' ? self : null, summary: card.selfState === 'given' ? summary : null },
    lead: card.leadState === 'given' ? lead : null,
    changes: changes.map((one) => toChange(one, people)),
    ...{ result, answer: card.answer, answerText: card.answerText, decisionText: card.decisionText },
  }
}

/** A frozen result that was wrong is corrected beside it: what was frozen stays readable and keeps its fingerprint. */
export const correct: Handler<'scorecards.correct'> = async (ctx, { id, expectedSeq, indicator, to, reason }) => {
  const opened = await ownOrAny(ctx, id)
  if (opened.round.state !== 'frozen') refuse('scorecard-not-frozen')
  if (opened.card.userId === ctx.actor.id) refuse('scorecard-own')
  await change(ctx, opened, 'correction', { indicator, to, reason }, 0)
  await saveCard(ctx, opened.card, expectedSeq, {})
  return toCardView(ctx, id)
}
