import { BEAT_EVERY } from '../../shared/marks/contract.ts'
import type { Desk } from '../engine/desk.ts'
import type { Db } from '../store/types.ts'
import { beatOpenings, endOpenings } from './opening-store.ts'

type Presence = { windows: Set<string>; beatAt: number }

const presences = new WeakMap<Desk, Presence>()

/** Windows of this program that show a case. */
export function rememberWindow(desk: Desk, window: string): void {
  const present = presences.get(desk) ?? { windows: new Set<string>(), beatAt: desk.host.now() }
  present.windows.add(window)
  presences.set(desk, present)
}

export function forgetWindow(desk: Desk, window: string): void {
  presences.get(desk)?.windows.delete(window)
}

/** Gives the sign of life of every window that shows a case, when its time has come; it is no act of a person's, so nothing is audited. */
export async function beatWindows(desk: Desk): Promise<void> {
  const present = presences.get(desk)
  const now = desk.host.now()
  if (!desk.open || !present || present.windows.size === 0 || Math.abs(now - present.beatAt) < BEAT_EVERY) return
  present.beatAt = now
  await desk.open.store.transaction((db) => beatOpenings(db, [...present.windows], now))
}

/** A desk that locks shows nothing any more. */
export async function endWindows(desk: Desk, db: Db): Promise<void> {
  const present = presences.get(desk)
  if (!present || present.windows.size === 0) return
  await endOpenings(db, [...present.windows])
  presences.delete(desk)
}
