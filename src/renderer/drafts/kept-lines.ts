import { z } from 'zod'
import { joinText } from './join.ts'
import { readBody } from './read-body.ts'

/** A text as it was typed, and what stood in its field before: it comes back only over the same beginning. */
export const keptLine = z.object({ base: z.string(), text: z.string() })

/** The typed lines of a form by the names of their fields, each with what stood there before. */
const keptLines = z.record(z.string(), keptLine)
export type KeptLines = z.infer<typeof keptLines>

/** What of a field decides whether its line is kept. */
export type LineField = { type: string; inputMode: string; opensList: boolean; isSecret: boolean }

const WRITTEN = ['text', 'tel', 'email', 'url']

/**
 * True for a line that somebody was told and wrote down: a name, a place, a number told by phone. Passwords, lists to
 * choose from, days and the figures of a rule are no such lines.
 */
export function isSpoken({ type, inputMode, opensList, isSecret }: LineField): boolean {
  return !isSecret && !opensList && WRITTEN.includes(type) && inputMode !== 'numeric' && inputMode !== 'decimal'
}

/** What a line holds, over what it was written, and whether a person wrote it. */
export type Line = { base: string; text: string; isTyped: boolean }

/** The line of a field as its form shows it now: a text that nobody typed is a new beginning. */
export function seenLine(line: Line | undefined, shown: string, isAnswer: boolean): Line {
  if (line === undefined || (shown !== line.text && !isAnswer)) return { base: shown, text: shown, isTyped: false }
  return { ...line, text: shown }
}

/** What a found line puts into its field; nothing where it was written over something else or stands there already. */
export function putBack(line: Line, found: KeptLines[string] | undefined): string | undefined {
  if (found === undefined || found.base !== line.base) return undefined
  const text = joinText({ base: line.base, draft: found.text, typed: line.text }, ' ')
  return text === line.text ? undefined : text
}

/** What is to be kept of a form, as text: what is typed, and what was found for fields that are not shown; or nothing. */
export function bodyOf(lines: ReadonlyMap<string, Line>, found: KeptLines): string | null {
  const typed = [...lines].flatMap(([name, { base, text, isTyped }]) =>
    isTyped && text !== base ? [[name, { base, text }] as const] : [],
  )
  const kept = { ...found, ...Object.fromEntries(typed) }
  return Object.keys(kept).length === 0 ? null : JSON.stringify(kept)
}

/** The lines of a kept draft; none where it is not of this shape. */
export function linesOf(body: string): KeptLines {
  return readBody(keptLines, body) ?? {}
}
