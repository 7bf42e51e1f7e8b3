import type { CaseKind } from '../../shared/cases/words.ts'
import { type Day, isDay } from '../../shared/time.ts'

/** What is numbered: every kind of case, and calls. */
export type SeriesKind = CaseKind | 'call'

const LETTERS: Record<SeriesKind, string> = {
  enquiry: 'ZX',
  complaint: 'TS',
  suggestion: 'JY',
  service: 'FW',
  call: 'LD',
}

/** What all numbers of a kind on a day begin with: `TS-20261122-`. */
export function seriesPrefix(kind: SeriesKind, day: Day): string {
  return `${LETTERS[kind]}-${day.replaceAll('-', '')}-`
}

/** S1-22: one number series for every channel, by kind and day: `TS-20261122-0001`; from 10,000 on it grows a digit. */
export function formatNumber(kind: SeriesKind, day: Day, sequence: number): string {
  return seriesPrefix(kind, day) + String(sequence).padStart(4, '0')
}

/** The parts of a number as a customer may quote it (S1-08); undefined when it is none. */
export function parseNumber(text: string): { kind: SeriesKind; day: Day; sequence: number } | undefined {
  const match = /^(ZX|TS|JY|FW|LD)-?(\d{4})(\d{2})(\d{2})-?(\d{4,9})$/.exec(text.trim().toUpperCase())
  if (!match) return undefined
  const [, letters, year, month, date, sequence] = match
  const day = `${year}-${month}-${date}`
  const kinds = Object.keys(LETTERS) as SeriesKind[]
  const kind = kinds.find((candidate) => LETTERS[candidate] === letters)
  return kind && isDay(day) && Number(sequence) > 0 ? { kind, day, sequence: Number(sequence) } : undefined
}

/** The number after the last one given out for that kind and day, or the day's first. */
export function nextNumber(kind: SeriesKind, day: Day, last: string | undefined): string {
  const parts = last === undefined ? undefined : parseNumber(last)
  const isSame = parts?.kind === kind && parts.day === day
  return formatNumber(kind, day, isSame ? parts.sequence + 1 : 1)
}
