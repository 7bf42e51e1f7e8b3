import { DESK_ZONE, formatInstant, type Instant } from '../../shared/time.ts'
import { offsetAt } from '../rules/zone.ts'

const MINUTE = 60_000

/** A moment as the desk's clock shows it, for example 2026-09-30T08:00:00+08:00. */
export function moment(at: Instant): string {
  const offset = offsetAt(DESK_ZONE, at)
  const minutes = Math.abs(offset) / MINUTE
  const zone = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${formatInstant(at + offset).replace(/(\.000)?Z$/, '')}${offset < 0 ? '-' : '+'}${zone}`
}

/** Names of fields that hold a moment, by the house's naming. */
const IS_MOMENT = /^at$|(At|Since|Until)$/

/** The same record with every moment in it written out instead of in milliseconds. */
export function withMoments(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, item]) => [name, written(name, item)]))
}

function written(name: string, value: unknown): unknown {
  if (typeof value === 'number') return IS_MOMENT.test(name) ? moment(value) : value
  if (Array.isArray(value)) return value.map((item) => written(name, item))
  return typeof value === 'object' && value !== null ? withMoments(value) : value
}
