import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { storedPhone } from '../calls/phone.ts'
import { viewerOf } from '../cases/case-file.ts'
import { familyOf } from '../duplicates/links.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canUnmask, UNMASK_FOR } from '../rules/access.ts'
import { endKin, findKin, insertKin, type KinRecord, memberExists } from './queries.ts'
import { kinOf, toViews } from './views.ts'

/** Digits a telephone number has at least. */
const LEAST_DIGITS = 5

export const kin: FeatureHandlers<'kin'> = {
  list: async (ctx, { memberId }) => {
    await mustExist(ctx, memberId)
    return kinOf(ctx, await familyOf(ctx.db, memberId))
  },

  add: async (ctx, { memberId, rights, ...input }) => {
    await mustExist(ctx, memberId)
    if (input.phone.replace(/\D/g, '').length < LEAST_DIGITS)
      throw new Refusal({ code: 'INVALID_INPUT', issues: [{ path: 'phone', reason: 'phone' }] })
    if (input.untilDay !== null && input.untilDay < input.fromDay) refuse('kin-ends-before-start')
    const row: KinRecord = {
      ...input,
      id: ctx.newId(),
      memberId,
      rights: JSON.stringify([...new Set(rights)]),
      normalized: storedPhone(input.phone),
      ...{ recordedAt: ctx.now, recordedBy: ctx.actor.id, endedAt: null, endedBy: null, endReason: '' },
    }
    await insertKin(ctx.db, row)
    return one(ctx, row.id)
  },

  end: async (ctx, { id, reason }) => {
    await load(ctx, id)
    const end = { endedAt: ctx.now, endedBy: ctx.actor.id, endReason: reason }
    if (!(await endKin(ctx.db, id, end))) refuse('kin-ended')
    return one(ctx, id)
  },

  reveal: async (ctx, { id, reason }) => {
    const { phone } = await load(ctx, id)
    must(canUnmask(viewerOf(ctx), 'phone', reason))
    return { value: phone, hideAfterMs: UNMASK_FOR }
  },
}

async function mustExist(ctx: Ctx, memberId: MemberId): Promise<void> {
  if (!(await memberExists(ctx.db, memberId))) found(null, 'member')
  ctx.subject({ memberId })
}

async function load(ctx: Ctx, id: string): Promise<KinRecord> {
  const row = found(await findKin(ctx.db, id), 'kin')
  ctx.subject({ memberId: row.memberId as MemberId })
  return row
}

async function one(ctx: Ctx, id: string) {
  const [view] = await toViews(ctx, [await load(ctx, id)])
  return found(view, 'kin')
}
