import { found, refuse } from '../../shared/failure.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { findOpenConsult, insertConsult } from './consult-queries.ts'
import { endOpenConsult, settleOffer } from './endings.ts'
import { applyStep, loadOwn, noteEvent, showLive } from './live.ts'
import { findColleague } from './wait-queries.ts'

/** Asking a colleague while the customer holds: who was asked, what, for how long, and the answer. */
export const consults: Pick<FeatureHandlers<'calls'>, 'consult' | 'endConsult'> = {
  consult: async (ctx, { id, askedId, asked: name, question }) => {
    const { db, now } = ctx
    const row = await loadOwn(ctx, id)
    if (await findOpenConsult(db, id)) refuse('call-consult-open')
    const asked = askedId === undefined ? name : found(await findColleague(db, askedId), 'user').name
    if (asked === '') refuse('call-consult-whom')
    if (askedId === ctx.actor.id) refuse('call-transfer-self')
    if (row.state !== 'talking' && row.state !== 'held') refuse('call-state', { state: row.state, step: 'consult' })
    const held = row.state === 'held' ? row : await applyStep(ctx, row, 'hold')
    const consult = { id: ctx.newId(), callId: id, askedId: askedId ?? null, asked, question: question.trim() }
    await insertConsult(db, { ...consult, startedAt: now, endedAt: null, answer: '' })
    await noteEvent(ctx, id, 'consult', { asked })
    return showLive(ctx, held)
  },

  endConsult: async (ctx, { id, answer, resume }) => {
    const row = await loadOwn(ctx, id)
    if (!(await endOpenConsult(ctx, row, answer.trim()))) refuse('call-consult-none')
    if (!resume || row.state !== 'held') return showLive(ctx, row)
    const resumed = await applyStep(ctx, row, 'resume')
    await settleOffer(ctx, row, 'withdrawn')
    return showLive(ctx, resumed)
  },
}
