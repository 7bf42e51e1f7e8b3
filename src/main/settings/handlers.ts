import type { FeatureHandlers } from '../engine/handler.ts'
import { readSettings } from '../session/queries.ts'
import { readPersonal, savePersonal } from './personal.ts'

export const settings: FeatureHandlers<'settings'> = {
  read: async ({ db }) => readSettings(db),

  write: async (ctx, input) => {
    ctx.note({ before: await readSettings(ctx.db) })
    const value = JSON.stringify(input)
    await ctx.db
      .insertInto('settings')
      .values({ key: 'desk', value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
    if (ctx.desk.open) ctx.desk.open.autoLockMinutes = input.autoLockMinutes
    return input
  },

  mine: async ({ db, actor }) => readPersonal(db, actor.id),

  writeMine: async (ctx, input) => {
    ctx.note({ before: await readPersonal(ctx.db, ctx.actor.id) })
    await savePersonal(ctx.db, ctx.actor.id, input, ctx.now)
    return input
  },
}
