import { DEFAULT_EXPORT_LIMITS, type ExportLimits, type LimitsProposal } from '../../shared/exports/limits.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { Handler } from '../engine/handler.ts'
import { canDecideExport } from '../rules/export-approval.ts'
import type { Db } from '../store/types.ts'

const SHOWN = 20

/** The limits in force; undefined while they are the product's own. */
async function approvedLimits(db: Db): Promise<ExportLimits | undefined> {
  return db
    .selectFrom('exportLimits')
    .select(['rows', 'people'])
    .where('state', '=', 'approved')
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** From how many rows or people on an export needs a second person now. */
export async function readLimits(db: Db): Promise<ExportLimits> {
  return (await approvedLimits(db)) ?? DEFAULT_EXPORT_LIMITS
}

export const limits: Handler<'exports.limits'> = async ({ db, actor }) => {
  const rows = await db
    .selectFrom('exportLimits as limit')
    .innerJoin('users as asker', 'asker.id', 'limit.askedBy')
    .leftJoin('users as second', 'second.id', 'limit.decidedBy')
    .selectAll('limit')
    .select(['asker.name as askerName', 'second.name as secondName'])
    .orderBy('limit.askedAt', 'desc')
    .limit(SHOWN)
    .execute()
  const approved = await approvedLimits(db)
  return {
    now: approved ?? DEFAULT_EXPORT_LIMITS,
    isDefault: approved === undefined,
    proposals: rows.map(({ askerName, secondName, askedBy, ...row }): LimitsProposal => {
      return { ...row, askedBy: askerName, askedByMe: askedBy === actor.id, decidedBy: secondName }
    }),
  }
}

/** Nobody loosens alone what a second person has to look at: a change waits until somebody else agrees. */
export const proposeLimits: Handler<'exports.proposeLimits'> = async (ctx, { rows, people, reason }) => {
  const { db, now, actor } = ctx
  const waiting = await db.selectFrom('exportLimits').select('id').where('state', '=', 'asked').executeTakeFirst()
  if (waiting) refuse('export-limits-waiting')
  const before = await readLimits(db)
  if (before.rows === rows && before.people === people) refuse('export-limits-same')
  const id = ctx.newId()
  const undecided = { decidedAt: null, decidedBy: null, decisionNote: null }
  const asked = { id, rows, people, reason, state: 'asked', askedAt: now, askedBy: actor.id, ...undecided } as const
  await db.insertInto('exportLimits').values(asked).execute()
  ctx.note({ before })
  return { id }
}

export const decideLimits: Handler<'exports.decideLimits'> = async (ctx, { id, isApproved, note }) => {
  const { db, actor, now } = ctx
  const asked = found(
    await db.selectFrom('exportLimits').selectAll().where('id', '=', id).executeTakeFirst(),
    'exportLimits',
  )
  must(canDecideExport(actor.id, asked))
  const before = await readLimits(db)
  const state = isApproved ? 'approved' : 'refused'
  const decided = { state, decidedAt: now, decidedBy: actor.id, decisionNote: note } as const
  await db.updateTable('exportLimits').set(decided).where('id', '=', id).execute()
  const { rows, people } = isApproved ? asked : before
  ctx.note({ before, after: { rows, people }, proposed: { rows: asked.rows, people: asked.people } })
  return { rows, people }
}
