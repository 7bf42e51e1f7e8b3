import { found, must } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { NEVER_DUE, openRow } from '../cases/case-file.ts'
import { assign } from '../cases/changes.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { insertNotice } from '../routing/notice-store.ts'
import { saveProfile } from '../routing/people.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { giveTodo } from '../todos/give.ts'
import { findUserById } from '../users/queries.ts'
import { dueIds, presenceOf, savePresence } from './floor-queries.ts'
import { listed, show } from './show.ts'

const LISTED = 100

export const floor: FeatureHandlers<'floor'> = {
  show,

  cases: async (ctx, { userId }) => listed(ctx, await dueIds(ctx.db, [userId], -1, NEVER_DUE, LISTED)),

  mine: async ({ db, actor }) => {
    const { state = 'ready', since = null } = (await presenceOf(db, actor.id)) ?? {}
    return { state, since }
  },

  /** S3-13: what people say of themselves also decides whether new complaints are given to them (S5-17). */
  setMine: async ({ db, actor, now }, { state }) => {
    await savePresence(db, { userId: actor.id, state, since: now })
    const isThere = state === 'ready' || state === 'afterCall'
    await saveProfile(db, actor.id, { presence: isThere ? 'present' : 'away', presenceUntil: null }, now)
    return { state, since: now }
  },

  /** S3-14 S3-16: all of them or none; each change stands in its case's history with the reason, and the people are told. */
  move: async (ctx, { cases, toId, reason }) => {
    must(canBeAsked(found(await findUserById(ctx.db, toId), 'user')))
    for (const { id, expectedSeq } of cases) {
      const { ownerId, department } = await openRow(ctx, id)
      await assign(ctx, { id, ownerId: toId, reason, expectedSeq })
      await tell(ctx, { id, fromId: ownerId as UserId | null, toId, department, reason })
    }
    if (cases.length > 1) ctx.subject({ caseId: null, memberId: null })
    ctx.note({ moved: cases.map(({ id }) => id) })
    return { moved: cases.length }
  },
}

type Move = { id: CaseId; fromId: UserId | null; toId: UserId; department: string; reason: string }

/** The new owner finds it among the notices, the one before among the to-dos; whoever did it knows. */
async function tell(ctx: Ctx, { id, fromId, toId, department, reason }: Move): Promise<void> {
  if (toId !== ctx.actor.id)
    await insertNotice(ctx, { caseId: id, kind: 'assigned', department, personId: toId, text: reason })
  if (fromId === null || fromId === ctx.actor.id) return
  const { name } = found(await findUserById(ctx.db, toId), 'user')
  await giveTodo(ctx, { userId: fromId, source: 'moved', title: name, detail: reason, caseId: id })
}
