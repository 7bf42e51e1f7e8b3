import type { Indicator } from '../../shared/scorecards/words.ts'
import { isOut } from '../rules/scorecard-life.ts'
import type { Db } from '../store/types.ts'
import { cardsOf, cardsOfPerson, changesOf, findRound, listRounds } from './queries.ts'
import { openCard, openRound } from './views.ts'

export type JudgedPoints = { userId: string; indicator: Indicator; points: number }

/** Everybody's points of every judged indicator in a month whose results are out; none while they are not. */
export async function publishedPoints(db: Db, month: string): Promise<JudgedPoints[]> {
  const round = await findRound(db, month)
  if (!round || !isOut(round)) return []
  const cards = await cardsOf(db, round.id)
  const changes = await changesOf(
    db,
    cards.map(({ id }) => id),
  )
  const byCard = Map.groupBy(changes, ({ cardId }) => cardId)
  const opened = openRound(round)
  return cards.flatMap((card) => {
    const { result } = openCard(card, opened, byCard.get(card.id) ?? [])
    return result.lines.flatMap(({ indicator, weight, unjudged, superior }) =>
      unjudged === null && superior !== null && weight > 0
        ? [{ userId: card.userId, indicator, points: superior }]
        : [],
    )
  })
}

/** The points of each month whose results are out, of some people. */
export async function publishedTotals(db: Db, userIds: readonly string[]): Promise<{ month: string; total: number }[]> {
  const rounds = new Map((await listRounds(db)).filter(isOut).map((round) => [round.id, openRound(round)]))
  const totals: { month: string; total: number }[] = []
  for (const userId of new Set(userIds)) {
    const cards = await cardsOfPerson(db, userId)
    const changes = await changesOf(
      db,
      cards.map(({ id }) => id),
    )
    for (const card of cards) {
      const opened = rounds.get(card.roundId)
      if (!opened) continue
      const { total } = openCard(card, opened, changes).result
      if (total !== null) totals.push({ month: opened.round.month, total })
    }
  }
  return totals
}
