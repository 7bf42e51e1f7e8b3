import { refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { gradeOf, toCents } from '../../shared/scorecards/rules.ts'
import type { RankRow } from '../../shared/scorecards/views.ts'
import { viewerOf } from '../cases/case-file.ts'
import type { Handler } from '../engine/handler.ts'
import { maySeeRanking, placesOf } from '../rules/scorecard-life.ts'
import { correctedResult, parseFrozen, parseScheme } from './card-body.ts'
import { readPeople } from './people.ts'
import { changesOf, countCommendations, findCard, frozenCards, listRounds, schemeFor } from './queries.ts'
import { monthOf } from './round.ts'

/**
 * S3-114: people by the mean of their frozen months, corrections counted, commendations of the same months deciding
 * between equals; those who are no longer there are left out.
 */
export const ranking: Handler<'scorecards.ranking'> = async (ctx, { month, months }) => {
  const scheme = parseScheme((await schemeFor(ctx.db, month)).body)
  if (!maySeeRanking(viewerOf(ctx).role, scheme)) refuse('scorecard-ranking-closed')
  const rounds = (await listRounds(ctx.db))
    .filter((one) => one.state === 'frozen' && one.month <= month)
    .slice(0, months)
  const first = rounds.at(-1)
  if (!first) return []
  const cards = await frozenCards(
    ctx.db,
    rounds.map(({ id }) => id),
  )
  const corrected = new Map<string, number | null>()
  const corrections = (
    await changesOf(
      ctx.db,
      cards.map(({ id }) => id),
    )
  ).filter(({ stage }) => stage === 'correction')
  for (const [cardId, own] of Map.groupBy(corrections, (one) => one.cardId)) {
    const { frozen = null } = (await findCard(ctx.db, cardId)) ?? {}
    if (frozen !== null) corrected.set(cardId, correctedResult(parseFrozen(frozen), own).total)
  }
  const people = await readPeople(ctx.db)
  const honours = await countCommendations(ctx.db, monthOf(first.month).from)
  const rows: Omit<RankRow, 'place'>[] = []
  for (const [userId, own] of Map.groupBy(cards, (card) => card.userId)) {
    const person = people.get(userId)
    if (person?.status !== 'active') continue
    const totals = own.map(({ id, frozenTotal }) => corrected.get(id) ?? (frozenTotal ?? 0) / 100)
    const total = toCents(totals.reduce((sum, one) => sum + one, 0) / totals.length)
    rows.push({
      ...{ userId: userId as UserId, login: person.login, name: person.name, total, months: own.length },
      ...{ grade: gradeOf(total, scheme)?.code ?? '', commendations: honours.get(userId) ?? 0 },
    })
  }
  return placesOf(rows)
}
