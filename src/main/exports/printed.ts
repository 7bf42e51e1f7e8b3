import { DESK_ZONE, type Instant } from '../../shared/time.ts'
import type { PdfColumn } from '../bundle/pdf.ts'
import { dayAt, minuteAt } from '../rules/zone.ts'

/** An instant in the desk's zone, to the minute. */
export function clockText(at: Instant): string {
  const minute = minuteAt(DESK_ZONE, at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${dayAt(DESK_ZONE, at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** A column of a printed table. */
export const column = (title: string, share: number, align?: 'right'): PdfColumn =>
  align ? { title, share, align } : { title, share }

/** The name that stands for an id or a code; itself where there is none. */
export function nameOf(names: ReadonlyMap<string, string>, id: string | null): string {
  return id === null ? '' : (names.get(id) ?? id)
}
