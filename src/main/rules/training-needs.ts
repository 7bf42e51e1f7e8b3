/** One answer of a marked examination. */
export type MarkedAnswer = { topic: string; userId: string; points: number; outOf: number }

export type Need = {
  topic: string
  answers: number
  people: number
  percent: number
  weak: { userId: string; percent: number }[]
}

/** Below this share of the points a subject wants training, in percent. */
const WEAK_PERCENT = 70
/** Fewer answers than this say nothing about a subject. */
const LEAST_ANSWERS = 3

/** Subjects in which so few points were won that people should be trained, the weakest first, each with who is weak in it. */
export function needsOf(answers: readonly MarkedAnswer[]): Need[] {
  return [...Map.groupBy(answers, ({ topic }) => topic)]
    .map(([topic, own]) => {
      const people = percentsOf(own)
      const weak = people.filter(({ percent }) => percent < WEAK_PERCENT)
      return { topic, answers: own.length, people: people.length, percent: percentOf(own), weak: weak.sort(byPercent) }
    })
    .filter(({ answers: count, percent }) => count >= LEAST_ANSWERS && percent < WEAK_PERCENT)
    .sort((a, b) => a.percent - b.percent || (a.topic < b.topic ? -1 : 1))
}

/** The share of the points that each person won. */
export function percentsOf(answers: readonly MarkedAnswer[]): Need['weak'] {
  return [...Map.groupBy(answers, ({ userId }) => userId)].map(([userId, own]) => ({ userId, percent: percentOf(own) }))
}

const byPercent = (a: Need['weak'][number], b: Need['weak'][number]) =>
  a.percent - b.percent || (a.userId < b.userId ? -1 : 1)

function percentOf(rows: readonly MarkedAnswer[]): number {
  const outOf = rows.reduce((sum, row) => sum + row.outOf, 0)
  const points = rows.reduce((sum, row) => sum + row.points, 0)
  return outOf === 0 ? 0 : Math.round((points / outOf) * 1000) / 10
}
