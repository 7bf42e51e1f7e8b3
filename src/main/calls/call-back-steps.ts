import type { CallBack } from '../../shared/calls/model.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mayGiveUp } from '../rules/call-back.ts'
import { readSettings } from '../session/queries.ts'
import { changeOwner, endCallBack, findCallBack, listOpenCallBacks } from './call-backs.ts'
import { veiledCallBacks } from './veil.ts'

/** The work list of people to call back: claimed, called, and ended with what came of it. */
export const callBackSteps: Pick<
  FeatureHandlers<'calls'>,
  'callBacks' | 'claimCallBack' | 'closeCallBack' | 'giveUpCallBack'
> = {
  callBacks: async (ctx, { mine }) =>
    veiledCallBacks(ctx, await listOpenCallBacks(ctx.db, mine ? (ctx.actor.id as UserId) : null)),

  claimCallBack: async (ctx, { id }) => {
    const callBack = await loadOpen(ctx, id)
    if (callBack.callingName !== null && callBack.ownerId !== ctx.actor.id)
      refuse('call-back-calling', { name: callBack.callingName })
    ctx.note({ before: callBack.ownerId })
    await changeOwner(ctx.db, id, ctx.actor.id)
    return shown(ctx, id)
  },

  closeCallBack: async (ctx, { id, result, outcome }) => {
    const { tries } = await loadMine(ctx, id)
    await endCallBack(ctx, id, { result, outcome: outcome.trim(), tries })
    return shown(ctx, id)
  },

  giveUpCallBack: async (ctx, { id, reason }) => {
    const { tries } = await loadMine(ctx, id)
    must(mayGiveUp(tries, await readSettings(ctx.db)))
    await endCallBack(ctx, id, { result: 'gaveUp', outcome: reason.trim(), tries })
    return shown(ctx, id)
  },
}

async function loadOpen(ctx: Ctx, id: string): Promise<CallBack> {
  const callBack = found(await findCallBack(ctx.db, id), 'callBack')
  ctx.subject({ memberId: callBack.memberId })
  if (callBack.doneAt !== null) refuse('call-back-closed')
  return callBack
}

/** What an agent ends is their own; a lead may end anybody's. */
async function loadMine(ctx: Ctx, id: string): Promise<CallBack> {
  const callBack = await loadOpen(ctx, id)
  if (callBack.ownerId !== ctx.actor.id && ctx.actor.role === 'agent')
    refuse('call-back-of-another', { name: callBack.ownerName })
  return callBack
}

async function shown({ db }: Ctx, id: string): Promise<CallBack> {
  return found(await findCallBack(db, id), 'callBack')
}
