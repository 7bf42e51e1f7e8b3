import { allow, type Decision, deny } from '../../shared/failure.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'

/** What is stored of an attempt's time. */
export type AttemptClock = { allowedMs: number; elapsedMs: number; seenAt: Instant; clockBackMs: number }

/** S3-99: how long an attempt may take: the paper's minutes, cut off where the exam closes. */
export function allowedFor(minutes: number, startedAt: Instant, closesAt: Instant): number {
  return Math.max(0, Math.min(minutes * MINUTE, closesAt - startedAt))
}

/**
 * The attempt's time after one more look at the clock. Time that has run is only ever added to, so a program that was
 * ended goes on where the clock stands, and a clock set back gives nothing: what it was set back by is kept to be seen.
 */
export function clockAt<C extends AttemptClock>(clock: C, now: Instant): C {
  const passed = Math.max(0, now - clock.seenAt)
  const back = Math.max(0, clock.seenAt - now)
  return { ...clock, elapsedMs: clock.elapsedMs + passed, clockBackMs: clock.clockBackMs + back, seenAt: now }
}

/** Milliseconds left, never below 0. */
export function remainingOf({ allowedMs, elapsedMs }: AttemptClock): number {
  return Math.max(0, allowedMs - elapsedMs)
}

/** True when nothing is left at this moment. */
export function isOverAt(clock: AttemptClock, now: Instant): boolean {
  return remainingOf(clockAt(clock, now)) === 0
}

type Sitting = {
  state: 'open' | 'cancelled'
  opensAt: Instant
  closesAt: Instant
  maxAttempts: number
  passMark: number
}
type Attempted = { state: 'running' | 'handedIn' | 'marked'; score: number | null }

/** S3-99: an exam is sat while it is open; a retake follows an attempt that was marked and not passed. */
export function canBegin(exam: Sitting, attempts: readonly Attempted[], now: Instant): Decision {
  if (exam.state === 'cancelled') return deny('exam-cancelled')
  if (now < exam.opensAt) return deny('exam-not-open')
  if (now >= exam.closesAt) return deny('exam-closed')
  if (attempts.some(({ state }) => state !== 'marked')) return deny('exam-being-marked')
  if (attempts.some(({ score }) => score !== null && score >= exam.passMark)) return deny('exam-passed')
  return attempts.length < exam.maxAttempts ? allow : deny('exam-no-attempts', { count: exam.maxAttempts })
}
