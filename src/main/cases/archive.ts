import type { Instant } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { workflowById } from '../policies/queries.ts'
import { archiveOf } from '../rules/archive.ts'
import type { Db } from '../store/types.ts'
import { NEVER_DUE, recordedIn } from './case-file.ts'
import { finishFollowUpsOf } from './follow-up-queries.ts'
import { appendEvents, type CaseRecord, eventsOf, updateCase } from './queries.ts'

/** Cases put away in one go; the rest waits for the next look. */
const BATCH = 500

const due = (db: Db, now: Instant) => db.selectFrom('cases').where('isOpen', '=', 0).where('queueAt', '<=', now)

/** S2-40: puts away the closed cases whose time has come, each with how long it is kept. Gives how many. */
export async function archiveDue(ctx: Ctx): Promise<number> {
  const rows = await due(ctx.db, ctx.now).selectAll().orderBy('queueAt').orderBy('id').limit(BATCH).execute()
  let count = 0
  for (const row of rows) if (await archive(ctx, row)) count += 1
  return count
}

async function archive(ctx: Ctx, row: CaseRecord): Promise<boolean> {
  const { db, now } = ctx
  const step = archiveOf(await workflowById(db, row.workflowPolicyId), {
    state: row.state,
    recorded: recordedIn(await eventsOf(db, row.id)),
    closedAt: row.closedAt ?? row.updatedAt,
  })
  if (!step) {
    await updateCase(db, row.id, row.lastSeq, { queueAt: NEVER_DUE })
    return false
  }
  const lastSeq = await appendEvents(db, row.id, row.lastSeq, now, [
    {
      at: row.queueAt,
      actorId: ctx.actor.id,
      kind: 'step',
      fromState: row.state,
      toState: step.state,
      data: { step: step.id, emits: step.emits, recorded: step.recorded },
    },
  ])
  await finishFollowUpsOf(db, row.id, now)
  return updateCase(db, row.id, row.lastSeq, { state: step.state, queueAt: NEVER_DUE, lastSeq, updatedAt: now })
}

/** The next moment at which a closed case is to be put away. */
export async function firstArchive(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('cases')
    .select('queueAt')
    .where('isOpen', '=', 0)
    .where('queueAt', '<', NEVER_DUE)
    .orderBy('queueAt')
    .limit(1)
    .executeTakeFirst()
  return row?.queueAt ?? null
}
