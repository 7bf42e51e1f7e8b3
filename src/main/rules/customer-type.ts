import type { Day } from '../../shared/time.ts'
import type { TypeGround } from '../../shared/wishes/model.ts'
import { CUSTOMER_TYPES, type CustomerType } from '../../shared/wishes/words.ts'
import { weekdayOf } from './days.ts'

/** What a proposal looks at: the last twelve months of one person. */
export type TypeFacts = {
  trips: readonly { day: Day; isTogether: boolean }[]
  segments: number
  spendFen: number
  companies: number
  hasChild: boolean
  /** Kinds of trip the member named as wishes. */
  saidTrips: readonly string[]
}

export const TYPE_LIMITS = {
  trips: 3,
  weekdayShare: 0.9,
  weekendShare: 0.5,
  together: 2,
  segments: 24,
  spendFen: 5_000_000,
} as const

const LEISURE_TRIPS = ['nature', 'history', 'leisure']

/** S4-74: the kinds of customer that the figures speak for, each with its grounds; a person has the last word. */
export function proposeTypes(facts: TypeFacts): { type: CustomerType; grounds: TypeGround[] }[] {
  return CUSTOMER_TYPES.map((type) => ({ type, grounds: GROUNDS[type](facts).filter(holds) })).filter(
    ({ grounds }) => grounds.length > 0,
  )
}

const holds = ({ value, atLeast }: TypeGround) => value >= atLeast

function shareOf({ trips }: TypeFacts, isCounted: (day: Day) => boolean): number {
  if (trips.length < TYPE_LIMITS.trips) return 0
  return trips.filter(({ day }) => isCounted(day)).length / trips.length
}

const isWeekend = (day: Day) => weekdayOf(day) === 'sat' || weekdayOf(day) === 'sun'
const isWeekday = (day: Day) => !isWeekend(day)

const said = ({ saidTrips }: TypeFacts, kinds: readonly string[]): TypeGround => ({
  ground: 'said',
  value: saidTrips.filter((kind) => kinds.includes(kind)).length,
  atLeast: 1,
})

const GROUNDS: Record<CustomerType, (facts: TypeFacts) => TypeGround[]> = {
  business: (facts) => [
    { ground: 'company', value: facts.companies, atLeast: 1 },
    said(facts, ['business']),
    // Five days of seven are weekdays anyway: only clearly more says something.
    { ground: 'weekdayTrips', value: shareOf(facts, isWeekday), atLeast: TYPE_LIMITS.weekdayShare },
  ],
  leisure: (facts) => [
    said(facts, LEISURE_TRIPS),
    { ground: 'weekendTrips', value: shareOf(facts, isWeekend), atLeast: TYPE_LIMITS.weekendShare },
  ],
  family: (facts) => [
    { ground: 'child', value: facts.hasChild ? 1 : 0, atLeast: 1 },
    {
      ground: 'tripsTogether',
      value: facts.trips.filter(({ isTogether }) => isTogether).length,
      atLeast: TYPE_LIMITS.together,
    },
  ],
  frequent: ({ segments }) => [{ ground: 'segments', value: segments, atLeast: TYPE_LIMITS.segments }],
  highValue: ({ spendFen }) => [{ ground: 'spendFen', value: spendFen, atLeast: TYPE_LIMITS.spendFen }],
}
