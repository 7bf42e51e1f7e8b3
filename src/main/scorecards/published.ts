import type { Indicator } from '../../shared/scorecards/words.ts'
import type { Db } from '../store/types.ts'
import { cardsOf, changesOf, findRound } from './queries.ts'
import { openCard } from './views.ts'

export type JudgedPoints = { userId: string; indicator: Indicator; points: number }

/** Everybody's points of every judged indicator in a month whose results are out; none while they are not. */
export async function publishedPoints(db: Db, month: string): Promise<JudgedPoints[]> {
  const round = await findRound(db, month)
  if (!round || (round.state !== 'published' && round.state !== 'frozen')) return []
  const cards = await cardsOf(db, round.id)
  const changes = await changesOf(
    db,
    cards.map(({ id }) => id),
  )
  const byCard = Map.groupBy(changes, ({ cardId }) => cardId)
  return cards.flatMap((card) => {
    const { result } = openCard(card, round, byCard.get(card.id) ?? [])
    return result.lines.flatMap(({ indicator, weight, unjudged, superior }) =>
      unjudged === null && superior !== null && weight > 0
        ? [{ userId: card.userId, indicator, points: superior }]
        : [],
    )
  })
}
