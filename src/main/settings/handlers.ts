import type { FeatureHandlers } from '../engine/handler.ts'
import { DESK_SETTING, readSettings } from '../session/queries.ts'
import { isUnreadable, saveSetting } from '../store/setting.ts'
import { isPersonalUnreadable, readPersonal, savePersonal } from './personal.ts'
import { unreadableSettings } from './unreadable.ts'

export const settings: FeatureHandlers<'settings'> = {
  read: async ({ db }) => readSettings(db),

  write: async (ctx, input) => {
    const before = await readSettings(ctx.db)
    ctx.note((await isUnreadable(ctx.db, DESK_SETTING)) ? { before, wasUnreadable: true } : { before })
    await saveSetting(ctx.db, DESK_SETTING.key, input)
    if (ctx.desk.open) ctx.desk.open.autoLockMinutes = input.autoLockMinutes
    return input
  },

  mine: async ({ db, actor }) => readPersonal(db, actor.id),

  writeMine: async (ctx, input) => {
    const { db, actor } = ctx
    const before = await readPersonal(db, actor.id)
    ctx.note((await isPersonalUnreadable(db, actor.id)) ? { before, wasUnreadable: true } : { before })
    await savePersonal(db, actor.id, input, ctx.now)
    return input
  },

  unreadable: async ({ db, actor }) => {
    const own = (await isPersonalUnreadable(db, actor.id)) ? (['personal'] as const) : []
    const isTold = actor.role === 'manager' || actor.role === 'admin'
    return [...(isTold ? await unreadableSettings(db) : []), ...own]
  },
}
