import type { FeatureHandlers } from '../engine/handler.ts'
import { readSettings } from '../session/queries.ts'
import { saveSetting } from '../store/setting.ts'
import { readPersonal, savePersonal } from './personal.ts'

export const settings: FeatureHandlers<'settings'> = {
  read: async ({ db }) => readSettings(db),

  write: async (ctx, input) => {
    ctx.note({ before: await readSettings(ctx.db) })
    await saveSetting(ctx.db, 'desk', input)
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
