import { found, refuse } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import type { Handler } from '../engine/handler.ts'
import { keptByFollowUp } from '../promises/settle.ts'
import { openFile, saveChange, viewerOf } from './case-file.ts'
import { dueFollowUps, findFollowUp, finishFollowUp, insertFollowUps } from './follow-up-queries.ts'
import { findHandler } from './queries.ts'

/** S3-54: something to be done later about a case, by its owner unless somebody else is named. */
export const followUp: Handler<'cases.followUp'> = async (ctx, { id, dueAt, text, ownerId }) => {
  const file = await openFile(ctx, id)
  const { row } = file
  if (row.isOpen === 0) refuse('case-is-closed')
  if (dueAt <= ctx.now) refuse('case-time-in-past', { field: 'dueAt' })
  const owner = found(await findHandler(ctx.db, ownerId ?? row.ownerId ?? ctx.actor.id), 'user')
  if (owner.status !== 'active' || owner.role === 'admin') refuse('case-not-a-handler')
  const followUpId = ctx.newId()
  await insertFollowUps(ctx.db, [
    {
      id: followUpId,
      caseId: id,
      callId: row.callId,
      memberId: row.memberId,
      ownerId: owner.id,
      kind: 'own',
      dueAt,
      text,
      createdAt: ctx.now,
      doneAt: null,
      outcome: null,
    },
  ])
  await saveChange(ctx, file, {
    events: [
      { at: ctx.now, actorId: ctx.actor.id, kind: 'followUp', data: { followUpId, dueAt, text, ownerId: owner.id } },
    ],
  })
  return found(await findFollowUp(ctx.db, followUpId), 'followUp')
}

/** S3-55: done, with what came of it; a follow-up reminds until then. */
export const followUpDone: Handler<'cases.followUpDone'> = async (ctx, { followUpId, outcome }) => {
  const open = found(await findFollowUp(ctx.db, followUpId), 'followUp')
  if (open.doneAt !== null) refuse('follow-up-done')
  const { id, role } = viewerOf(ctx)
  if (role === 'agent' && open.ownerId !== (id as UserId)) refuse('follow-up-not-yours')
  await finishFollowUp(ctx.db, followUpId, ctx.now, outcome)
  await keptByFollowUp(ctx, followUpId)
  if (open.caseId !== null) {
    const file = await openFile(ctx, open.caseId as CaseId)
    await saveChange(ctx, file, {
      events: [
        { at: ctx.now, actorId: ctx.actor.id, kind: 'followUpDone', data: { followUpId, text: open.text, outcome } },
      ],
    })
  }
  return found(await findFollowUp(ctx.db, followUpId), 'followUp')
}

export const followUps: Handler<'cases.followUps'> = async (ctx, { owner, dueBy, limit }) =>
  dueFollowUps(ctx.db, owner === 'all' ? null : ctx.actor.id, dueBy ?? ctx.now, limit)
