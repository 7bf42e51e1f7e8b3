import { ADMIN_ROLES } from '../../shared/roles.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { type Hearer, insertJump, insertSeen, unseenJumps } from './queries.ts'

/** As many are told at once; what is older follows when these are acknowledged. */
const AT_ONCE = 50

/** S1-45: a move of the computer's clock is told to whoever sits there, and to those who answer for the desk. */
export const deskClock: FeatureHandlers<'deskClock'> = {
  note: async ({ db, newId, now }, jump) => {
    await insertJump(db, { id: newId(), ...jump, recordedAt: now })
    return null
  },

  jumps: async (ctx) =>
    (await unseenJumps(ctx.db, hearerOf(ctx), AT_ONCE)).map(({ id, truthAt, shownAt, byMs }) => ({
      ...{ id, truthAt, shownAt, byMs },
    })),

  acknowledge: async (ctx, { jumps }) => {
    const { db, actor, now } = ctx
    const mine = (await unseenJumps(db, hearerOf(ctx), AT_ONCE)).map(({ id }) => id).filter((id) => jumps.includes(id))
    await insertSeen(db, actor.id, mine, now)
    return { acknowledged: mine.length }
  },
}

function hearerOf({ actor }: Ctx): Hearer {
  return { id: actor.id, hearsAll: ADMIN_ROLES.some((role) => role === actor.role) }
}
