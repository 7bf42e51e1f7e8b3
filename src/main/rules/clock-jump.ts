import { type Instant, MINUTE } from '../../shared/time.ts'

/** Product default: a correction over the network is smaller, and no limit of the desk is shorter than minutes. */
export const JUMP_TOLERANCE = 2 * MINUTE

/** How much two sound clocks may part: 200 millionths, four times what computers' clocks are sold with. */
const USUAL_DRIFT = 200e-6

/** What the computer's clock shows, and the milliseconds since the computer started, those of its sleep included. */
export type ClockReading = { wall: Instant; steady: number }

/** The last reading, and by how much the clock had gone astray by then without having been told. */
export type ClockLook = ClockReading & { astray: number }

/** What the clock would have shown, what it shows, and by how many milliseconds it is ahead (back where negative). */
export type ClockJump = { truthAt: Instant; shownAt: Instant; byMs: number }

/**
 * S1-45: whether the computer's clock was moved since the last look. A sleep moves both readings and a change of the zone
 * or of summer time moves neither; small steps in one direction add up, the usual drift of clocks does not.
 */
export function lookAtClock(
  last: ClockLook | undefined,
  reading: ClockReading,
): { look: ClockLook; jump: ClockJump | null } {
  const elapsed = last === undefined ? -1 : reading.steady - last.steady
  if (last === undefined || elapsed < 0) return { look: { ...reading, astray: 0 }, jump: null }
  const moved = last.astray + (reading.wall - last.wall) - elapsed
  const astray = Math.sign(moved) * Math.max(0, Math.abs(moved) - elapsed * USUAL_DRIFT)
  if (Math.abs(astray) <= JUMP_TOLERANCE) return { look: { ...reading, astray }, jump: null }
  const byMs = Math.round(moved)
  const jump = { truthAt: reading.wall - byMs, shownAt: reading.wall, byMs }
  return { look: { ...reading, astray: 0 }, jump }
}
