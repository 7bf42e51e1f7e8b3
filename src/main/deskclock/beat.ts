import type { Desk } from '../engine/desk.ts'
import { dispatchAsSystem } from '../engine/dispatch.ts'
import { type ClockJump, type ClockLook, lookAtClock } from '../rules/clock-jump.ts'

/** Jumps that wait for the store to be opened; whoever turns the clock for longer has been noticed by then. */
const MOST_WAITING = 20

type Watch = { look: ClockLook; waiting: ClockJump[] }
const watches = new WeakMap<Desk, Watch>()

/**
 * S1-45: compares the computer's clock with one that nobody can set, at each beat and also while the desk is locked, and
 * records a jump as soon as the store is open. A store that takes no entry is asked again at the next beat.
 */
export async function beatClock(desk: Desk): Promise<void> {
  const { host, session, open } = desk
  if (!host.steady) return
  const before = watches.get(desk)
  const { look, jump } = lookAtClock(before?.look, { wall: host.now(), steady: host.steady() })
  const waiting = [...(before?.waiting ?? []), ...(jump ? [jump] : [])].slice(0, MOST_WAITING)
  const watch: Watch = { look, waiting }
  watches.set(desk, watch)
  if (!session || !open) return
  while (watch.waiting[0]) {
    const input = { ...watch.waiting[0], userId: session.actor.id }
    const signal = new AbortController().signal
    const noted = await dispatchAsSystem(desk, { name: 'deskClock.note', input, signal, progress: () => {} })
    // A moment before 1970 or beyond all calendars cannot be kept, and asking again would not help.
    if (!noted.ok && noted.failure.code !== 'INVALID_INPUT') return
    watch.waiting.shift()
  }
}
