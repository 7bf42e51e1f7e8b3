import path from 'node:path'
import { type Instant, parseInstant } from '../../shared/time.ts'
import type { Value } from './command.ts'
import { misuse } from './stop.ts'

/** Reads one value as its declaration says; ends with wrong usage when it cannot be that. */
export function readValue(name: string, value: Value, text: string): string | number {
  switch (value.kind) {
    case 'text':
      return text
    case 'file':
      if (text === '') misuse({ zh: `${name} 需要文件名。`, en: `${name} needs the name of a file.` })
      return path.resolve(text)
    case 'count':
      return readCount(name, text)
    case 'instant':
      return readInstant(name, value.isEvent ? EVENTS : ALL_TIMES, text)
    case 'choice':
      if (!value.choices.includes(text)) misuse(notAChoice(name, text, value.choices))
      return text
    case 'flag':
      return misuse({ zh: `${name} 后面不能跟值。`, en: `${name} takes no value.` })
  }
}

function readCount(name: string, text: string): number {
  const number = Number(text)
  if (number < 0) misuse({ zh: `${name} 不能是负数：“${text}”。`, en: `${name} cannot be negative: “${text}”.` })
  if (!/^\d{1,15}$/.test(text))
    misuse({ zh: `${name} 应为整数，不能是“${text}”。`, en: `${name} must be a whole number, not “${text}”.` })
  return number
}

type Range = readonly [from: Instant, to: Instant]

const ALL_TIMES: Range = [0, Date.UTC(2200, 0)]
/** Nobody telephoned this desk in another century: such a moment is a slip of the keyboard or of a program. */
const EVENTS: Range = [Date.UTC(2000, 0), Date.UTC(2100, 0)]

function readInstant(name: string, [from, to]: Range, text: string): Instant {
  const at = parseInstant(text) ?? misuse(notAnInstant(name, text))
  return at >= from && at < to ? at : misuse(outOfRange(name, text, yearOf(from), yearOf(to) - 1))
}

const yearOf = (at: Instant) => new Date(at).getUTCFullYear()

const outOfRange = (name: string, text: string, first: number, last: number) => ({
  zh: `${name} 的时间“${text}”不在 ${first} 年至 ${last} 年之间。`,
  en: `${name}: “${text}” does not lie in the years ${first} to ${last}.`,
})

const notAnInstant = (name: string, text: string) => ({
  zh: `${name} 的时间“${text}”不正确，应写成 2026-09-30T08:00:00+08:00 或 2026-09-30T00:00:00Z，且日期必须存在。`,
  en: `${name}: “${text}” is not a moment written like 2026-09-30T08:00:00+08:00 or 2026-09-30T00:00:00Z, on a day that exists.`,
})

const notAChoice = (name: string, text: string, choices: readonly string[]) => ({
  zh: `${name} 不能是“${text}”，可选：${choices.join('、')}。`,
  en: `${name} cannot be “${text}”; choose one of: ${choices.join(', ')}.`,
})
