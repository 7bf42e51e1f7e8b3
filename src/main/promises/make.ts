import { found, must, refuse } from '../../shared/failure.ts'
import type { CallId, CaseId, MemberId, UserId } from '../../shared/ids.ts'
import { canPromise, nextCheckOf } from '../../shared/promises/rules.ts'
import { openRow } from '../cases/case-file.ts'
import { insertFollowUps } from '../cases/follow-up-queries.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { logPromise } from './log.ts'
import { findCall, insertPromise } from './queries.ts'
import { viewOf } from './views.ts'

type Given = { caseId: CaseId | null; callId: CallId | null; memberId: MemberId | null }
type About = { caseId: string | null; callId: string | null; memberId: string | null }

/** What was promised to a customer on a case or a call: by when and by whom, with its own clock from now on. */
export const make: Handler<'promises.make'> = async (ctx, { text, dueAt, ownerId, ...given }) => {
  const { db, now, actor } = ctx
  const about = await matterOf(ctx, given)
  must(canPromise(dueAt, now))
  const owner = found(await findUserById(db, ownerId ?? (actor.id as UserId)), 'user')
  must(canBeAsked(owner))
  const id = ctx.newId()
  const term = { termFrom: now, dueAt, warnedAt: null, overdueAt: null }
  await insertFollowUps(db, [
    { id, ...about, ownerId: owner.id, kind: 'own', dueAt, text, createdAt: now, doneAt: null, outcome: null },
  ])
  await insertPromise(db, {
    ...{ followUpId: id, promisedBy: actor.id, termFrom: now, warnedAt: null, overdueAt: null },
    ...{ nextCheckAt: nextCheckOf(term), result: null, settledBy: null },
  })
  await logPromise(ctx, { id, caseId: about.caseId }, 'promised', text)
  return viewOf(ctx, id)
}

/** The case, the call or the member that it is about; a case or a call says by itself whom it was with. */
async function matterOf(ctx: Ctx, { caseId, callId, memberId }: Given): Promise<About> {
  if (caseId !== null) {
    const row = await openRow(ctx, caseId)
    if (row.isOpen === 0) refuse('case-is-closed')
    return { caseId, callId: callId ?? row.callId, memberId: row.memberId }
  }
  const call = callId === null ? null : found(await findCall(ctx.db, callId), 'call')
  const who = call?.memberId ?? memberId
  if (call === null && who === null) refuse('promise-to-nobody')
  ctx.subject({ memberId: who as MemberId | null })
  return { caseId: null, callId, memberId: who }
}
