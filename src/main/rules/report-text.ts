import type { FigureUnit } from '../../shared/reports/figure-spec.ts'
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../shared/time.ts'
import { REPORT_ZONE } from './report-period.ts'
import { dayAt, minuteAt } from './zone.ts'

export type Side = 'zh' | 'en'

const UNITS: readonly (readonly [ms: number, zh: string, en: string])[] = [
  [DAY, '天', 'd'],
  [HOUR, '小时', 'h'],
  [MINUTE, '分', 'min'],
  [SECOND, '秒', 's'],
]

/** A span of time in its two largest units. */
function spanText(ms: number, side: Side): string {
  let rest = Math.round(ms / SECOND) * SECOND
  const said: string[] = []
  for (const [size, zh, en] of UNITS) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) said.push(side === 'zh' ? `${count}${zh}` : `${count} ${en}`)
    else if (said.length > 0) break
    if (said.length === 2) break
  }
  if (said.length === 0) return side === 'zh' ? '0秒' : '0 s'
  return said.join(side === 'zh' ? '' : ' ')
}

/** A number of a report as people read it on paper; a dash where there is none. */
export function valueText(value: number | null, unit: FigureUnit, side: Side): string {
  if (value === null) return '—'
  switch (unit) {
    case 'count':
      return String(value)
    case 'share':
      return `${(value * 100).toFixed(1)}%`
    case 'ms':
      return spanText(value, side)
    case 'score':
      return value.toFixed(2)
    case 'fen':
      return `¥${(value / 100).toFixed(2)}`
  }
}

/** A moment in desk time, to the minute. */
export function momentText(at: Instant): string {
  const minute = minuteAt(REPORT_ZONE, at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${dayAt(REPORT_ZONE, at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
