import { Refusal } from '../../shared/failure.ts'
import type { AccessRule } from '../../shared/trust/access-rule.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { accessVersions, insertAccess, standingAccess } from './access-store.ts'

type Calls = Pick<FeatureHandlers<'trust'>, 'access' | 'setAccess'>

/** S3-129: the rule by which roles read members' files; each version says who set it and why. */
export const access: Calls = {
  access: (ctx) => toView(ctx),

  setAccess: async (ctx, { reason, expectedVersion, ...rule }) => {
    const { version, ...before } = await standingAccess(ctx.db)
    if (version !== expectedVersion) throw new Refusal({ code: 'CONFLICT', entity: 'accessRule' })
    ctx.note({ before })
    await insertAccess(ctx.db, { ...rule, version: version + 1, reason, setAt: ctx.now, setBy: ctx.actor.id })
    return toView(ctx)
  },
}

async function toView(ctx: Ctx) {
  const { version, ...rule } = await standingAccess(ctx.db)
  const rows = await accessVersions(ctx.db)
  const names = await namesOf(
    ctx.db,
    rows.map(({ setBy }) => setBy),
  )
  return {
    rule: rule satisfies AccessRule,
    version,
    versions: rows.map(({ setBy, ...row }) => ({ ...row, setByName: names.get(setBy) ?? '' })),
  }
}
