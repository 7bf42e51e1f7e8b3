import type { MemberTier } from '../../shared/tiers/model.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import type { Ctx } from '../engine/handler.ts'
import { followUpsAfter } from '../rules/case-follow-ups.ts'
import type { CaseFile } from './case-file.ts'
import { finishFollowUpsOf, insertFollowUps } from './follow-up-queries.ts'

/** Plans what must not be forgotten after something happened to a case, and ends what it made needless. */
export async function keepPromises(
  ctx: Ctx,
  { row }: CaseFile,
  events: readonly CaseEvent[],
  data: StepData,
): Promise<void> {
  const { db, now } = ctx
  if (row.isOpen === 0) await finishFollowUpsOf(db, row.id, now)
  const { kind, severity } = row
  const planned = followUpsAfter({ kind, severity, tier: row.tierAtOpening as MemberTier, events, data, now })
  await insertFollowUps(
    db,
    planned.map((plan) => ({
      ...plan,
      id: ctx.newId(),
      caseId: row.id,
      callId: row.callId,
      memberId: row.memberId,
      ownerId: row.ownerId ?? ctx.actor.id,
      createdAt: now,
      doneAt: null,
      outcome: null,
    })),
  )
}
