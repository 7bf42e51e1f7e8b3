import { found } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Result, Scheme, ScoreChange } from '../../shared/scorecards/model.ts'
import type { CardRow, CardView, LeadSpread, RoundView } from '../../shared/scorecards/views.ts'
import type { Instant } from '../../shared/time.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Ctx } from '../engine/handler.ts'
import { isOut } from '../rules/scorecard-life.ts'
import {
  type CardParts,
  correctedResult,
  type FrozenCard,
  parseFrozen,
  parseScheme,
  partsOf,
  resultOf,
} from './card-body.ts'
import { roundHash } from './fingerprint.ts'
import { notesOf, type People, readPeople } from './people.ts'
import {
  type CardRecord,
  type ChangeRecord,
  cardsOf,
  changesOf,
  findCard,
  type RoundRecord,
  roundById,
} from './queries.ts'

/** One card with all that is shown of it, before it is decided who may see what. */
export type Opened = {
  card: CardRecord
  round: RoundRecord
  scheme: Scheme
  changes: ChangeRecord[]
  frozen: FrozenCard | null
  result: Result
}

/** A month and the scheme that its cards are counted by, read once for all of them. */
export type OpenRound = { round: RoundRecord; scheme: Scheme }

export const openRound = (round: RoundRecord): OpenRound => ({ round, scheme: parseScheme(round.scheme) })

export function openCard(card: CardRecord, { round, scheme }: OpenRound, changes: readonly ChangeRecord[]): Opened {
  const own = changes.filter(({ cardId }) => cardId === card.id)
  const frozen = card.frozen === null ? null : parseFrozen(card.frozen)
  const corrections = own.filter(({ stage }) => stage === 'correction')
  const result = frozen ? correctedResult(frozen, corrections) : resultOf(card, scheme, own)
  return { card, round, scheme, changes: own, frozen, result }
}

/** Points are secret to the person until they are published; leads and managers see those of the others. */
function maySeeResult(ctx: Ctx, { card, round }: Pick<Opened, 'card' | 'round'>): boolean {
  return isOut(round) || (ctx.actor.role !== 'agent' && card.userId !== ctx.actor.id)
}

const isWholeCard = ({ frozen, sha256: hash }: CardRecord) => frozen === null || sha256(frozen) === hash

export function toRow(ctx: Ctx, opened: Opened, people: People): CardRow {
  const { card, round, result, frozen, changes } = opened
  const person = found(people.get(card.userId), 'user')
  const shown = maySeeResult(ctx, opened) ? result : null
  const isLate = (due: Instant, state: string, at: Instant | null) =>
    state === 'given' ? (at ?? 0) > due : round.state === 'collecting' && ctx.now > due
  return {
    ...{ id: card.id, roundId: round.id, month: round.month, seq: card.seq },
    ...{ userId: card.userId as UserId, login: person.login, name: person.name },
    leadId: card.leadId as UserId | null,
    leadName: card.leadId === null ? null : (people.get(card.leadId)?.name ?? ''),
    notes: frozen ? frozen.notes : notesOf(card, round, people),
    ...{ selfState: card.selfState, selfAt: card.selfAt, leadState: card.leadState, leadAt: card.leadAt },
    isSelfLate: isLate(round.selfDueAt, card.selfState, card.selfAt),
    isLeadLate: isLate(round.leadDueAt, card.leadState, card.leadAt),
    ...{ reminders: card.reminders, remindedAt: card.remindedAt },
    ...{ total: shown?.total ?? null, grade: shown?.grade ?? null, bonusFen: shown?.bonusFen ?? null },
    answer: card.answer,
    isCorrected: changes.some(({ stage }) => stage === 'correction'),
  }
}

/** A round with everybody in it; an agent finds only the own card. */
export async function toRoundView(ctx: Ctx, round: RoundRecord): Promise<RoundView> {
  const all = await cardsOf(ctx.db, round.id)
  const cards = ctx.actor.role === 'agent' ? all.filter(({ userId }) => userId === ctx.actor.id) : all
  const changes = await changesOf(
    ctx.db,
    cards.map(({ id }) => id),
  )
  const byCard = Map.groupBy(changes, ({ cardId }) => cardId)
  const people = await readPeople(ctx.db)
  const opened = openRound(round)
  const rows = cards.map((card) => toRow(ctx, openCard(card, opened, byCard.get(card.id) ?? []), people))
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? ''))
  const { id, month, state, schemeVersion, selfDueAt, leadDueAt, answerDueAt, openedAt, countedAt } = round
  return {
    ...{ id, month, state, schemeVersion, selfDueAt, leadDueAt, answerDueAt, openedAt, countedAt },
    people: all.length,
    scheme: opened.scheme,
    openedByName: nameOf(round.openedBy) ?? '',
    ...{ publishedAt: round.publishedAt, publishedByName: nameOf(round.publishedBy) },
    ...{ frozenAt: round.frozenAt, frozenByName: nameOf(round.frozenBy), sha256: round.sha256 },
    isWhole: all.every(isWholeCard) && (round.sha256 === null || round.sha256 === roundHash(all)),
    cards: rows.sort((a, b) => (a.login < b.login ? -1 : 1)),
    leads: ctx.actor.role === 'agent' ? [] : spreadOf(rows),
  }
}

/** How the leads' results lie beside each other. */
function spreadOf(rows: readonly CardRow[]): LeadSpread[] {
  const given = rows.flatMap((row) =>
    row.leadId !== null && row.total !== null ? [{ ...row, leadId: row.leadId, total: row.total }] : [],
  )
  return [...Map.groupBy(given, ({ leadId }) => leadId)].map(([leadId, own]) => {
    const totals = own.map(({ total }) => total)
    return {
      leadId,
      name: own[0]?.leadName ?? '',
      cards: own.length,
      mean: Math.round((totals.reduce((sum, one) => sum + one, 0) / own.length) * 100) / 100,
      lowest: Math.min(...totals),
      highest: Math.max(...totals),
    }
  })
}

/** One card that the caller may see: an agent only the own. */
export async function ownOrAny(ctx: Ctx, id: string): Promise<Opened> {
  const card = found(await findCard(ctx.db, id), 'scorecard')
  found(ctx.actor.role === 'agent' && card.userId !== ctx.actor.id ? undefined : card, 'scorecard')
  return openCard(card, openRound(await roundById(ctx.db, card.roundId)), await changesOf(ctx.db, [id]))
}

export async function toCardView(ctx: Ctx, id: string): Promise<CardView> {
  const opened = await ownOrAny(ctx, id)
  const { card, round, scheme, frozen, result, changes } = opened
  const people = await readPeople(ctx.db)
  const nameOf = (user: string | null) => (user === null ? null : (people.get(user)?.name ?? ''))
  const isOpen = maySeeResult(ctx, opened)
  const parts: CardParts = frozen ?? partsOf(card)
  const isCorrected = frozen !== null && changes.some(({ stage }) => stage === 'correction')
  const isOwn = card.userId === ctx.actor.id
  // A draft is its writer's own until it is handed in.
  const showsSelf = isOwn || card.selfState === 'given'
  const showsLead =
    isOpen && (card.leadState === 'given' || card.leadBy === ctx.actor.id || card.leadId === ctx.actor.id)
  return {
    ...toRow(ctx, opened, people),
    ...{ state: round.state, selfSeq: card.selfSeq, scheme, schemeVersion: round.schemeVersion },
    ...{ countedAt: round.countedAt, selfDueAt: round.selfDueAt, leadDueAt: round.leadDueAt },
    answerDueAt: round.answerDueAt,
    ...{ figures: parts.figures, customers: parts.customers },
    ...{ self: showsSelf ? parts.self : null, summary: showsSelf ? parts.summary : null },
    lead: showsLead ? parts.lead : null,
    ...{ leadByName: nameOf(card.leadBy), leadReason: card.leadReason },
    changes: isOpen ? changes.map((one) => toChange(one, people)) : [],
    result: isOpen ? result : null,
    frozenResult: isCorrected ? (frozen?.result ?? null) : null,
    ...{ frozenAt: round.frozenAt, sha256: card.sha256, isWhole: isWholeCard(card) },
    ...{ answerText: card.answerText, answeredAt: card.answeredAt },
    ...{ decisionText: card.decisionText, decidedAt: card.decidedAt, decidedByName: nameOf(card.decidedBy) },
  }
}

export function toChange(
  { id, stage, indicator, fromScore, toScore, reason, at, by }: ChangeRecord,
  people: People,
): ScoreChange {
  return {
    ...{ id, stage, indicator, reason, at },
    ...{ from: fromScore === null ? null : fromScore / 100, to: toScore / 100 },
    byName: people.get(by)?.name ?? '',
  }
}
