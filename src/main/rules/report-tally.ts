import type { SpreadRow } from '../../shared/reports/model.ts'
import { SPREADS, type SpreadId } from '../../shared/reports/words.ts'
import type { CaseFacts } from './report-facts.ts'
import { CASE_FIGURE_IDS, CASE_FIGURES, type CaseFigureId, isJudged, isOnTime } from './report-figures.ts'
import { type Counted, newCounted } from './report-numbers.ts'

export type SpreadCell = Omit<SpreadRow, 'key' | 'name'>
export type StageTally = { running: number; values: number[] }

/** The numbers of one common type of complaint. */
export const TYPE_FIGURES = [
  'onTime',
  'handling',
  'solved',
  'reopened',
  'scoreResult',
  'compensationCost',
] as const satisfies readonly CaseFigureId[]
export type TypeTally = {
  count: number
  figures: Record<(typeof TYPE_FIGURES)[number], Counted>
  causes: Map<string, number>
}

/** A report while its cases are read, one after the other and in any order. */
export type Tally = {
  figures: Record<CaseFigureId, Counted>
  spreads: Record<SpreadId, Map<string, SpreadCell>>
  clocks: Map<string, Counted>
  stages: Map<string, StageTally>
  causes: Map<string, number>
  types: Map<string, TypeTally>
  /** Members who complained, with the moment of the first complaint. */
  complainants: Map<string, number>
}

const recordOf = <K extends string, V>(keys: readonly K[], make: () => V) =>
  Object.fromEntries(keys.map((key) => [key, make()])) as Record<K, V>

export function newTally(): Tally {
  return {
    figures: recordOf(CASE_FIGURE_IDS, newCounted),
    spreads: recordOf(SPREADS, () => new Map<string, SpreadCell>()),
    clocks: new Map(),
    stages: new Map(),
    causes: new Map(),
    types: new Map(),
    complainants: new Map(),
  }
}

/** The value in a map, made when it is first asked for. */
export function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Where a case stands in each table; null where it has no place. */
export function placeOf(one: CaseFacts, spread: SpreadId): string | null {
  if (spread === 'month') return one.day.slice(0, 7)
  if (spread === 'group') return one.category.split('.')[0] ?? one.category
  return one[spread]
}

/** Counts one case into everything a report shows. */
export function addCase(tally: Tally, one: CaseFacts): void {
  for (const id of CASE_FIGURE_IDS) addTo(tally.figures[id], id, one)
  for (const spread of SPREADS) addToSpread(tally.spreads[spread], placeOf(one, spread), one)
  if (one.kind !== 'complaint') return
  for (const clock of one.clocks) {
    if (!clock.isDecided) continue
    const counted = within(tally.clocks, clock.kind, newCounted)
    counted.of += 1
    if (clock.isOnTime) counted.hits += 1
    if (clock.ms !== null) counted.values.push(clock.ms)
  }
  for (const { stage, ms, isRunning } of one.stays) {
    const stages = within(tally.stages, stage, () => ({ running: 0, values: [] }))
    stages.values.push(ms)
    if (isRunning) stages.running += 1
  }
  if (one.cause !== null) tally.causes.set(one.cause, (tally.causes.get(one.cause) ?? 0) + 1)
  addToType(tally.types, one)
  if (one.memberId !== null) {
    const known = tally.complainants.get(one.memberId)
    tally.complainants.set(one.memberId, Math.min(known ?? one.receivedAt, one.receivedAt))
  }
}

function addTo(counted: Counted, id: CaseFigureId, one: CaseFacts): void {
  const { among, hit, value } = CASE_FIGURES[id]
  if (!among(one)) return
  counted.of += 1
  if (hit ? hit(one) : true) counted.hits += 1
  const amount = value?.(one) ?? null
  if (amount !== null) counted.values.push(amount)
}

function addToSpread(rows: Map<string, SpreadCell>, key: string | null, one: CaseFacts): void {
  if (key === null) return
  const zero = { complaint: 0, enquiry: 0, suggestion: 0, service: 0, judged: 0, onTime: 0 }
  const cell = within(rows, key, () => zero)
  cell[one.kind] += 1
  if (isJudged(one)) cell.judged += 1
  if (isOnTime(one)) cell.onTime += 1
}

function addToType(types: Map<string, TypeTally>, one: CaseFacts): void {
  const type = within(types, one.category, () => ({
    count: 0,
    figures: recordOf(TYPE_FIGURES, newCounted),
    causes: new Map<string, number>(),
  }))
  type.count += 1
  for (const id of TYPE_FIGURES) addTo(type.figures[id], id, one)
  if (one.cause !== null) type.causes.set(one.cause, (type.causes.get(one.cause) ?? 0) + 1)
}
