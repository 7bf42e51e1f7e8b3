import type { BulkAct } from '../../shared/bulk/model.ts'
import { found } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { openFile } from '../cases/case-file.ts'
import { note } from '../cases/changes.ts'
import { followUpDone } from '../cases/follow-ups.ts'
import { record } from '../cases/record.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Before } from './acts.ts'
import type { RunItem } from './run-store.ts'

/** Words in the log of a case for what was taken back. */
const TAKEN_BACK = '撤回批量操作 / bulk act taken back'

/**
 * Takes an act on one case back by an entry of its own: the history keeps both.
 * Promises that the act began go on, for whoever has the case again.
 */
export async function undoOne(ctx: Ctx, act: BulkAct, item: RunItem): Promise<void> {
  const id = item.caseId as CaseId
  const before: Before = JSON.parse(item.before)
  switch (act.act) {
    case 'assign':
    case 'claim':
      return giveBack(ctx, id, before)
    case 'assess':
    case 'class':
      return classBack(ctx, id, before, act.act === 'class' ? 'classed' : 'assessed')
    case 'note':
      await note(ctx, { id, text: `${TAKEN_BACK}：${act.text}`.slice(0, 4000) })
      return
    case 'remark':
      await followUpDone(ctx, { followUpId: found(item.followUpId, 'followUp'), outcome: TAKEN_BACK })
      return
  }
}

/** Puts a case back to whoever had it, with words that say why. */
export async function giveBack(
  ctx: Ctx,
  id: CaseId,
  { ownerId, transfers }: Before,
  reason = TAKEN_BACK,
): Promise<void> {
  const file = await openFile(ctx, id)
  const data = { from: file.row.ownerId, to: ownerId, reason }
  await record(ctx, file, { kind: 'assigned', data, row: { ownerId, transfers } })
}

/** Puts class or priority of a case back to what they were, with words that say why. */
export async function classBack(
  ctx: Ctx,
  id: CaseId,
  before: Before,
  kind: 'classed' | 'assessed',
  reason = TAKEN_BACK,
): Promise<void> {
  const file = await openFile(ctx, id)
  const { category, severity, department, urgency, importance, priority } = file.row
  const now = kind === 'classed' ? { category, severity, department } : { urgency, importance, priority }
  const { ownerId, transfers: _, ...row } = before
  // A corrected class may have given the case to somebody else.
  if (ownerId !== file.row.ownerId) await giveBack(ctx, id, before, reason)
  const again = await openFile(ctx, id)
  await record(ctx, again, { kind, data: { before: now, after: before, reason }, row })
}
