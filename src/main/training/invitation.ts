import type { Ctx } from '../engine/handler.ts'
import type { PersonRecord } from './queries.ts'

/** Somebody who is asked to a session now, by whoever acts, and of whom no result is known yet. */
export function invitation({ now, actor }: Ctx, sessionId: string, userId: string): PersonRecord {
  return {
    ...{ sessionId, userId, invitedAt: now, invitedBy: actor.id },
    ...{ attendance: null, score: null, note: '', resultAt: null, resultBy: null },
  }
}
