import { allow, type Decision, deny } from '../failure.ts'
import type { FactState, PartnerKind, ServiceItem, WarningLevel, WorkState } from './words.ts'

const STEPS: Record<WorkState, readonly WorkState[]> = {
  open: ['open', 'waiting', 'done', 'dropped'],
  waiting: ['open', 'waiting', 'done', 'dropped'],
  done: ['open'],
  dropped: ['open'],
}

/** S3-125: work with a partner goes on until it is done or dropped, and may be taken up again. */
export function canMoveWork(from: WorkState, to: WorkState): Decision {
  return STEPS[from].includes(to) ? allow : deny('work-step')
}

/** S4-83: what a partner said is verified once, by somebody other than who wrote it down. */
export function canVerify(fact: { state: FactState; recordedBy: string }, actorId: string): Decision {
  if (fact.state !== 'unverified') return deny('fact-verified')
  return fact.recordedBy === actorId ? deny('fact-own') : allow
}

/** As few ratings say nothing yet. */
export const LEAST_RATINGS = 3
/** On average fewer points of five than this is weak. */
export const WEAK_POINTS = 3.5
/** So far below the others of the same item is weak, also above the limit. */
export const WEAK_DIFFERENCE = 0.8
/** So many complaints in the period are weak by themselves. */
export const WEAK_COMPLAINTS = 3

export type Rated = { partnerId: string; item: ServiceItem; points: number }
export type Complained = {
  partnerId: string
  item: ServiceItem
  /** A final finding of the complaint holds the supplier at fault. */
  isAtFault: boolean
}
/** A complaint that somebody put down to a supplier's service. */
export type Attached = { caseId: string; partnerId: string; item: ServiceItem }
/** A complaint whose final finding holds a supplier at fault. */
export type AtFault = { caseId: string; partnerId: string; kind: PartnerKind }

/** What each kind of partner does first of all: where a finding says no more, it counts for that. */
const MAIN_ITEM: Record<PartnerKind, ServiceItem> = {
  hotel: 'stay',
  sight: 'admission',
  airline: 'flight',
  transport: 'transfer',
  guide: 'guiding',
  insurer: 'insurance',
  lounge: 'lounge',
  other: 'other',
}

/** S4-16: the complaints about suppliers: those put down to one, and those whose finding names one; each counts once. */
export function complaintsAbout(attached: readonly Attached[], atFault: readonly AtFault[]): Complained[] {
  const keyOf = ({ caseId, partnerId }: { caseId: string; partnerId: string }) => `${caseId} ${partnerId}`
  const found = new Map(atFault.map((one) => [keyOf(one), one]))
  const known = new Set(attached.map(keyOf))
  return [
    ...attached.map((one) => ({
      ...{ partnerId: one.partnerId, item: one.item, isAtFault: found.has(keyOf(one)) },
    })),
    ...[...found]
      .filter(([key]) => !known.has(key))
      .map(([, { partnerId, kind }]) => ({ partnerId, item: MAIN_ITEM[kind], isAtFault: true })),
  ]
}

export type SupplierFigures = {
  partnerId: string
  item: ServiceItem
  ratings: number
  complaints: number
  /** Complaints of these whose final finding holds the supplier at fault. */
  atFault: number
  /** Mean points of five, to two decimals; none without a rating. */
  mean: number | null
  /** Mean of all suppliers of the item together. */
  itemMean: number | null
  /** How far the mean is from that of the item's other suppliers; none when there are no others. */
  difference: number | null
  isWeak: boolean
}

const round = (value: number) => Math.round(value * 100) / 100
const meanOf = (list: readonly { points: number }[]) =>
  list.length === 0 ? null : list.reduce((sum, { points }) => sum + points, 0) / list.length

/** S4-16: how service items and suppliers differ: ratings, complaints, and each against the others of its item; the weakest first. */
export function compareSuppliers(ratings: readonly Rated[], complaints: readonly Complained[]): SupplierFigures[] {
  const keys = new Map<string, { partnerId: string; item: ServiceItem }>()
  for (const { partnerId, item } of [...ratings, ...complaints]) keys.set(`${partnerId} ${item}`, { partnerId, item })
  const rows = [...keys.values()].map(({ partnerId, item }): SupplierFigures => {
    const ofItem = ratings.filter((one) => one.item === item)
    const own = ofItem.filter((one) => one.partnerId === partnerId)
    const mean = meanOf(own)
    const others = meanOf(ofItem.filter((one) => one.partnerId !== partnerId))
    const itemMean = meanOf(ofItem)
    const about = complaints.filter((one) => one.partnerId === partnerId && one.item === item)
    const difference = mean === null || others === null ? null : mean - others
    const isRatedWeak =
      mean !== null &&
      own.length >= LEAST_RATINGS &&
      (mean < WEAK_POINTS || (difference !== null && difference <= -WEAK_DIFFERENCE))
    return {
      ...{ partnerId, item, ratings: own.length, complaints: about.length },
      atFault: about.filter(({ isAtFault }) => isAtFault).length,
      mean: mean === null ? null : round(mean),
      itemMean: itemMean === null ? null : round(itemMean),
      difference: difference === null ? null : round(difference),
      isWeak: isRatedWeak || about.length >= WEAK_COMPLAINTS,
    }
  })
  return rows.sort(
    (a, b) =>
      Number(b.isWeak) - Number(a.isWeak) ||
      b.complaints - a.complaints ||
      b.atFault - a.atFault ||
      (a.mean ?? 5) - (b.mean ?? 5) ||
      (`${a.partnerId}${a.item}` < `${b.partnerId}${b.item}` ? -1 : 1),
  )
}

export type Watched = {
  value: number
  /** The value of the time before; none for a first result. */
  before: number | null
  limit: number | null
  /** Which side of the limit is good. */
  good: 'atLeast' | 'atMost'
}

/** So near to its limit, as a share of it, a result is warned about before it is missed. */
export const NEAR_SHARE = 0.05
/** So much worse than before, as a share of it, is falling. */
export const FALLING_SHARE = 0.2

/** S4-161: a result beyond its limit, near it, or much worse than before raises a warning; else none. */
export function warningOf({ value, before, limit, good }: Watched): WarningLevel | null {
  const sign = good === 'atLeast' ? 1 : -1
  if (limit !== null) {
    const room = (value - limit) * sign
    if (room < 0) return 'missed'
    const isWorse = before === null || (value - before) * sign < 0
    if (isWorse && room <= Math.abs(limit) * NEAR_SHARE) return 'near'
  }
  if (before === null) return null
  return (before - value) * sign > Math.abs(before) * FALLING_SHARE ? 'falling' : null
}
