import type { Importance, Urgency } from '../../shared/cases/words.ts'
import { must, refuse } from '../../shared/failure.ts'
import { numbersOf } from '../../shared/targets/desk-numbers.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { Handler } from '../engine/handler.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { checkTimes } from '../rules/case-times.ts'
import { priorityOf } from '../rules/priority.ts'
import { expectSeq, openFile, viewerOf } from './case-file.ts'
import { findFollowUp, finishFollowUp } from './follow-up-queries.ts'
import { record } from './record.ts'
import { mayReceipt } from './stage-views.ts'
import { toState } from './views.ts'

/** S2-28 S2-29 S2-102: how pressing, how important, and which way to go; the place in the queue follows (S2-30). */
export const assess: Handler<'cases.assess'> = async (
  ctx,
  { id, urgency, importance, direction, note, expectedSeq },
) => {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  const { row } = file
  must(canWorkOn(viewerOf(ctx), { ownerId: row.ownerId, isOpen: row.isOpen === 1 }))
  const tier = row.tierAtOpening as MemberTier
  const { priority } = priorityOf({ urgency, importance, tier }, numbersOf(file.targets).priorities)
  const before = { urgency: row.urgency as Urgency, importance: row.importance as Importance, priority: row.priority }
  const saved = await record(ctx, file, {
    kind: 'assessed',
    emits: ['assessed'],
    recorded: { assessed: true, direction, assessmentNote: note === '' ? null : note },
    data: { urgency, importance, priority, direction, text: note, before },
    row: { urgency, importance, priority },
  })
  ctx.note({ before })
  return toState(saved, ctx.now)
}

/** S2-36: the new owner receipts a case that came outside the workflow's own step for it. */
export const receipt: Handler<'cases.receipt'> = async (ctx, { id, expectedSeq }) => {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  if (!mayReceipt(file, ctx.actor.id)) refuse('case-nothing-to-receipt')
  const entry = { kind: 'noted', emits: ['accepted'], recorded: { accepted: true }, data: { isReceipt: true } } as const
  return toState(await record(ctx, file, entry), ctx.now)
}

/** S2-167 S2-169 S2-170 S2-171: after closing, the customer was asked whether all is well. */
export const revisit: Handler<'cases.revisit'> = async (
  ctx,
  { id, followUpId, at: given, channel, person, outcome, preventionTold, text },
) => {
  const file = await openFile(ctx, id)
  const { row } = file
  if (row.isOpen === 1) refuse('case-still-open')
  const at = given ?? ctx.now
  must(checkTimes({ contactAt: at }, { receivedAt: row.closedAt ?? row.receivedAt, now: ctx.now }))
  if (followUpId !== null) {
    const planned = await findFollowUp(ctx.db, followUpId)
    if (planned?.caseId !== id) refuse('follow-up-of-other-case')
    if (planned.doneAt !== null) refuse('follow-up-done')
    await finishFollowUp(ctx.db, followUpId, ctx.now, text)
  }
  const recorded: StepData = {
    ...(outcome === 'unreached' ? {} : { visited: true, recurred: outcome === 'recurred' }),
    ...(preventionTold ? { preventionTold } : {}),
  }
  const data = { channel, person, outcome, preventionTold, text, followUpId }
  const saved = await record(ctx, file, {
    kind: 'visit',
    at,
    emits: outcome === 'unreached' ? ['attempted'] : ['visited'],
    recorded,
    data,
  })
  return toState(saved, ctx.now)
}
