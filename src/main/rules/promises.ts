import type { Instant } from '../../shared/time.ts'

/** A time told to the customer, and when the matter was in fact dealt with; null while it is not. */
export type ToldTime = { toldAt: Instant; expectedAt: Instant; actualAt: Instant | null }

export type LogEntry = { at: Instant; emits: readonly string[]; expectedAt: Instant | null }

const KEPT_BY = ['handled', 'replied']

/** S1-37: every expected time that was told, beside the moment at which it came true. */
export function promisesIn(log: readonly LogEntry[]): ToldTime[] {
  return log.flatMap(({ at, expectedAt }, i) => {
    if (expectedAt === null) return []
    const kept = log.slice(i + 1).find(({ emits }) => emits.some((event) => KEPT_BY.includes(event)))
    return [{ toldAt: at, expectedAt, actualAt: kept?.at ?? null }]
  })
}

/** A hand-over to a new owner and its receipt by that person (S2-36). */
export type HandOver = { at: Instant; toId: string; byId: string; acceptedAt: Instant | null }

export type HandEntry = { at: Instant; actorId: string; toId: string | null; isAccepted: boolean }

/** S1-40 S2-36: who was given the case, and when that person took it; a later hand-over ends the wait for an earlier receipt. */
export function handOversIn(log: readonly HandEntry[]): HandOver[] {
  const found: HandOver[] = []
  for (const { at, actorId, toId, isAccepted } of log) {
    const last = found.at(-1)
    // A step that names another owner leaves two entries for one hand-over.
    const isSame = last !== undefined && last.at === at && last.toId === toId
    if (toId !== null && !isSame) found.push({ at, toId, byId: actorId, acceptedAt: null })
    if (isAccepted && last && last.acceptedAt === null) last.acceptedAt = at
  }
  return found
}
