import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { type Instant, instant } from '../../shared/time.ts'
import { syncFolder } from './durable-file.ts'

const MOST = 1_000_000
const attemptsSchema = z.strictObject({ failures: z.number().int().min(0).max(MOST), lastAt: instant })

/** Failed sign-ins on a store since the last good one, and when the last of them was. */
export type Attempts = z.output<typeof attemptsSchema>
/** How long the next attempt waits after so many failures, in milliseconds. */
export type DelayRule = (failures: number) => number

const NONE: Attempts = { failures: 0, lastAt: 0 }

/**
 * The attempts on record, or those before one of them; none when the file is missing or unreadable (whoever can write it
 * could guess offline anyway).
 */
export function readAttempts(path: string, before?: string): Attempts {
  const [first = '', ...lines] = textOf(path).split('\n')
  const takenBack = new Set(lines.flatMap((line) => (line.startsWith('-') ? [line.slice(1)] : [])))
  const standing = lines.filter((line) => line.startsWith('+') && !(markOf(line) && takenBack.has(markOf(line))))
  const place = standing.findIndex((line) => markOf(line) === before)
  const counted = place < 0 ? standing : standing.slice(0, place)
  return counted.reduce<Attempts>(
    ({ failures, lastAt }, line) => ({ failures: Math.min(failures + 1, MOST), lastAt: atOf(line) ?? lastAt }),
    firstLine(first),
  )
}

// What the file was before it got a line for each: the count itself, which those lines then follow.
function firstLine(text: string): Attempts {
  try {
    return attemptsSchema.parse(JSON.parse(text))
  } catch {
    return NONE
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

// A line reads `+<instant> <mark>`; one that a power cut broke off still counts.
const markOf = (line: string) => line.split(' ')[1] ?? ''
const atOf = (line: string) => instant.safeParse(Number(/^\+(\d+) /.exec(line)?.[1] ?? Number.NaN)).data

/** Milliseconds until the next attempt is allowed; a clock that was set back makes the wait no longer than the rule's. */
export function remainingDelay(attempts: Attempts, now: Instant, delayOf: DelayRule): number {
  if (attempts.failures === 0) return 0
  const delay = delayOf(attempts.failures)
  return Math.min(delay, Math.max(0, attempts.lastAt + delay - now))
}

/**
 * Counts an attempt as failed, durably, and answers with its mark; call it before the password is checked, so that killing
 * the program does not help. Each is a line added at the end, which the system does in one piece: however many programs
 * count at the same time, none takes another's line away, and all see the lines in one order.
 */
export function recordAttempt(path: string, now: Instant): string {
  const mark = randomBytes(8).toString('hex')
  append(path, `\n+${now} ${mark}`)
  return mark
}

/** Takes back the attempt with that mark, and no other: what it tried was right, or it was not tried. */
export function takeBackAttempt(path: string, mark: string): void {
  append(path, `\n-${mark}`)
}

// The line break comes first: after what a power cut broke off, a line begins anew.
function append(path: string, line: string): void {
  const isNew = !existsSync(path)
  const handle = openSync(path, 'a', 0o600)
  try {
    writeSync(handle, line)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (isNew) syncFolder(dirname(path))
}

/** Forgets the failures after a good sign-in. */
export function clearAttempts(path: string): void {
  rmSync(path, { force: true })
}
