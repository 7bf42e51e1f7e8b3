import { NO_FACTS, type PeriodFacts, type TierFacts, type TierPolicy } from '../../shared/tiers/model.ts'
import type { Day } from '../../shared/time.ts'
import { shiftMonth } from '../rules/days.ts'
import { monthsOf, needsOf } from '../rules/tier-facts.ts'
import type { Random } from './random.ts'

/** How much somebody flies: segments a year, kilometres a segment, and how it grows from year to year. */
export type Habit = { segments: number; km: number; growth: number }

/** A habit for every level of the programme, from those who almost live on board to those who fly now and then. */
export function makeHabit(random: Random): Habit {
  const [least, most] = random.weighted([
    [[98, 132], 4],
    [[66, 88], 8],
    [[39, 56], 16],
    [[23, 33], 24],
    [[0, 15], 48],
  ] as const)
  const growth = random.chance(0.18) ? 0.55 + random.next() * 1.1 : 0.95 + random.next() * 0.1
  return { segments: random.between(least, most), km: Math.round(Math.min(4200, random.around(1250, 0.25))), growth }
}

/** The figures of each month YYYY-MM, oldest first. */
export type Figures = Map<string, PeriodFacts>

/** Months from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = shiftMonth(month, 1)) months.push(month)
  return months
}

/** Figures for a stretch of months; the last one only as far as its share of days has passed. */
export function makeFigures(random: Random, habit: Habit, months: readonly string[], shareOfLast: number): Figures {
  const figures: Figures = new Map()
  months.forEach((month, i) => {
    const yearsAgo = (months.length - 1 - i) / 12
    const share = i === months.length - 1 ? shareOfLast : 1
    const segments = count(random, (habit.segments / 12) * habit.growth ** -(yearsAgo - 1) * share)
    if (segments > 0) figures.set(month, month12(random, segments, habit))
    else if (random.chance(0.15)) figures.set(month, { ...NO_FACTS, partnerSpendFen: random.between(10, 900) * 1000 })
  })
  return figures
}

function month12(random: Random, segments: number, { km }: Habit): PeriodFacts {
  const distanceKm = Math.round(segments * km * (0.8 + random.next() * 0.4))
  return {
    distanceKm,
    segments,
    spendFen: segments * random.between(550, 2400) * 100,
    partnerSpendFen: random.chance(0.4) ? random.between(50, 4000) * 100 : 0,
    points: Math.round(distanceKm * (1 + random.next() * 0.5)),
  }
}

/** How often something happens that happens so often on average. */
function count(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let happened = 0
  for (let left = random.next(); left > limit; left *= random.next()) happened += 1
  return happened
}

const MEASURES = ['distanceKm', 'segments', 'spendFen', 'partnerSpendFen', 'points'] as const

/** What ratings read of one member's figures: sums over months are differences of running totals. */
export function factsReader(figures: Figures, months: readonly string[], policy: TierPolicy): (on: Day) => TierFacts {
  const place = new Map(months.map((month, i) => [month, i]))
  const totals: PeriodFacts[] = [NO_FACTS]
  for (const month of months) totals.push(combine(totals.at(-1) ?? NO_FACTS, figures.get(month) ?? NO_FACTS, 1))
  const { periods: asked } = needsOf(policy)
  return (on) => {
    const periods: TierFacts['periods'] = {}
    for (const period of asked) {
      const { from, to } = monthsOf(period, on)
      periods[period] = combine(
        totals[(place.get(to) ?? -1) + 1] ?? NO_FACTS,
        totals[place.get(from) ?? 0] ?? NO_FACTS,
        -1,
      )
    }
    return { periods, lifetimeKm: 0, consecutiveYears: {} }
  }
}

function combine(a: PeriodFacts, b: PeriodFacts, sign: 1 | -1): PeriodFacts {
  const sum = { ...a }
  for (const measure of MEASURES) sum[measure] += sign * b[measure]
  return sum
}
