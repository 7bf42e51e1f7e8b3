import { caseDraft } from '../../shared/cases/model.ts'
import { must } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { isLiveChannel, mustOffer } from '../classes/offered.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { type CaseFile, expectSeq, openFile, viewerOf } from './case-file.ts'
import { openWith } from './open.ts'
import { record } from './record.ts'
import { toState } from './views.ts'

/** S1-48: another matter in a complaint becomes a case of its own; both point at each other and keep the customer's time. */
export const split: Handler<'cases.split'> = async (
  ctx,
  { id, title, content, demand, category, severity, reason, expectedSeq },
) => {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  const { row } = file
  must(canWorkOn(viewerOf(ctx), { ownerId: row.ownerId, isOpen: row.isOpen === 1 }))
  const draft = caseDraft.parse({
    ...row,
    title,
    content,
    demand,
    category,
    severity,
    contentClass: undefined,
    objectClass: undefined,
    department: undefined,
    timeClass: undefined,
    urgency: undefined,
    importance: undefined,
    relatedCaseId: row.id,
    apologyGiven: await isLiveChannel(ctx.db, row.channel),
    thanked: row.kind === 'suggestion',
  })
  const { defaults } = await mustOffer(ctx.db, { category })
  const made = await openWith(ctx, draft, { defaults, isRestricted: row.isRestricted === 1 })
  const parted = await tellBoth(ctx, file, made.id as CaseId, reason)
  ctx.subject({ caseId: id, memberId: null })
  return toState(parted, ctx.now)
}

/** The customer was answered once for both matters: what was said of the first ends the same limits of the second. */
async function tellBoth(ctx: Ctx, file: CaseFile, madeId: CaseId, reason: string): Promise<CaseFile> {
  const made = await openFile(ctx, madeId)
  const answered = file.clocks.find(({ kind, round, stoppedAt }) => kind === 'respond' && round === 1 && stoppedAt)
  const emits: CaseEvent[] = answered ? ['responded'] : []
  await record(ctx, file, {
    kind: 'linked',
    data: { caseId: made.row.id, number: made.row.number, isSplit: true, reason },
  })
  return record(
    ctx,
    // What was told about limits that the answer had kept is not told of the new case.
    { ...made, row: { ...made.row, escalation: 0 } },
    {
      kind: 'linked',
      at: answered?.stoppedAt ?? ctx.now,
      emits,
      data: { caseId: file.row.id, number: file.row.number, isSplitFrom: true, reason },
    },
  )
}
