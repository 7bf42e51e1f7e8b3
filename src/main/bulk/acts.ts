import type { BulkAct, BulkItem } from '../../shared/bulk/model.ts'
import { found } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { type CaseRecord, namesOf } from '../cases/case-file.ts'
import { assign, note } from '../cases/changes.ts'
import { followUp } from '../cases/follow-ups.ts'
import { assess } from '../cases/stages.ts'
import type { Ctx } from '../engine/handler.ts'
import { classing } from '../routing/classing.ts'
import type { Db } from '../store/types.ts'

/** What of a case an act may change, as it was before. */
export const KEPT = [
  ...(['ownerId', 'transfers', 'priority', 'urgency', 'importance', 'category', 'severity'] as const),
  ...(['contentClass', 'objectClass', 'department', 'timeClass'] as const),
] as const satisfies readonly (keyof CaseRecord)[]
export type Before = Pick<CaseRecord, (typeof KEPT)[number]>

/** One act done to one case. */
export type Done = {
  seq: number
  before: Before
  followUpId: string | null
  changes: Pick<BulkItem, 'owner' | 'priority' | 'category'>
}

/** Does an act to one case through the call for a single one, by its rules. Throws its Refusal. */
export async function doOne(ctx: Ctx, row: CaseRecord, act: BulkAct): Promise<Done> {
  const id = row.id as CaseId
  const followUpId = await callOf(ctx, id, row, act)
  const after = found(await ctx.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst(), 'case')
  return { seq: after.lastSeq, before: beforeOf(row), followUpId, changes: await changesOf(ctx.db, row, after) }
}

async function callOf(ctx: Ctx, id: CaseId, { lastSeq }: CaseRecord, act: BulkAct): Promise<string | null> {
  const expectedSeq = lastSeq
  switch (act.act) {
    case 'assign':
      await assign(ctx, { id, ownerId: act.ownerId, reason: act.reason, expectedSeq })
      return null
    case 'claim':
      await assign(ctx, { id, ownerId: ctx.actor.id as UserId, reason: act.reason, expectedSeq })
      return null
    case 'assess': {
      const { act: _, ...assessment } = act
      await assess(ctx, { id, ...assessment, expectedSeq })
      return null
    }
    case 'class': {
      const { act: _, ...correction } = act
      await classing.correct(ctx, { id, ...correction, expectedSeq })
      return null
    }
    case 'note':
      await note(ctx, { id, text: act.text })
      return null
    case 'remark':
      return (await followUp(ctx, { id, dueAt: act.dueAt, text: act.text, ownerId: act.ownerId })).id
  }
}

function beforeOf(row: CaseRecord): Before {
  return Object.fromEntries(KEPT.map((column) => [column, row[column]])) as Before
}

async function changesOf(db: Db, before: CaseRecord, after: CaseRecord): Promise<Done['changes']> {
  const names = await namesOf(db, [before.ownerId, after.ownerId])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const changed = (from: string | null, to: string | null, isSame: boolean) => (isSame ? null : { from, to })
  return {
    owner: changed(nameOf(before.ownerId), nameOf(after.ownerId), before.ownerId === after.ownerId),
    priority: changed(before.priority, after.priority, before.priority === after.priority),
    category: changed(before.category, after.category, before.category === after.category),
  }
}
