import { found, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { calendarOf, settle } from '../rules/case-clocks.ts'
import { type ClockBefore, restoreClock } from '../rules/unmerge.ts'
import { type CaseChange, type CaseFile, expectSeq, openFile, saveChange, scopeOf } from './case-file.ts'
import { reopenFollowUps } from './follow-up-queries.ts'
import { appendEvents, type CaseRecord, type EventRecord, findCase, findCaseByNumber, updateCase } from './queries.ts'
import { toState } from './views.ts'

/** What the entry of a merge keeps, so that it can be undone without a trace in the clocks. */
type MergeEntry = { before?: { relatedCaseId: string | null; clocks: (ClockBefore & { id: string })[] } }

/** The open clocks as they stand before a merge ends them. */
export function openClocks({ clocks }: CaseFile): (ClockBefore & { id: string })[] {
  return clocks
    .filter(({ state }) => state === 'running' || state === 'paused')
    .map(({ id, state, dueAt, isProvisional, pauses }) => ({ id, state, dueAt, isProvisional, pauses }))
}

/** S1-48: merging names another open case by its number, the one that was received first: its limits go on. */
export async function mergeTarget(ctx: Ctx, data: StepData, row: CaseRecord): Promise<Partial<CaseRecord>> {
  const target = found(await findCaseByNumber(ctx.db, scopeOf(ctx), String(data.mergedInto ?? '').trim()), 'case')
  if (target.id === row.id) refuse('case-merge-self')
  if (target.isOpen === 0) refuse('case-merge-closed', { number: target.number })
  if (target.receivedAt > row.receivedAt) refuse('case-merge-later', { number: target.number })
  return { relatedCaseId: target.id }
}

export async function tellTarget(ctx: Ctx, { row }: CaseFile, data: StepData): Promise<void> {
  const target = found(await findCaseByNumber(ctx.db, scopeOf(ctx), String(data.mergedInto ?? '').trim()), 'case')
  await tell(ctx, target, { caseId: row.id, number: row.number, isMerged: true })
}

async function tell(ctx: Ctx, other: CaseRecord, data: Record<string, unknown>): Promise<void> {
  const event = { at: ctx.now, actorId: ctx.actor.id, kind: 'linked' as const, data }
  const seq = await appendEvents(ctx.db, other.id, other.lastSeq, ctx.now, [event])
  await updateCase(ctx.db, other.id, other.lastSeq, { lastSeq: seq, updatedAt: ctx.now })
}

/** S1-48: a merge undone: state, owner, limits and what was to be followed up stand as if it had never happened. */
export const unmerge: Handler<'cases.unmerge'> = async (ctx, { id, reason, expectedSeq }) => {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  const merge = file.events.findLast(isMerge)
  if (!merge || file.row.state !== merge.toState) refuse('case-not-merged')
  const { before } = JSON.parse(merge.data) as MergeEntry
  if (!before || merge.fromState === null) refuse('case-not-merged')
  const target = file.row.relatedCaseId as CaseId | null
  const saved = await saveChange(ctx, file, restored(ctx, file, merge, before, reason))
  await reopenFollowUps(ctx.db, id, merge.recordedAt)
  const other = target === null ? undefined : await findCase(ctx.db, scopeOf(ctx), target)
  if (other) await tell(ctx, other, { caseId: id, number: file.row.number, isUnmerged: true, reason })
  ctx.note({ restores: merge.seq })
  return toState(saved, ctx.now)
}

/** True for the entry with which a case went into another one. */
export function isMerge({ kind, data }: EventRecord): boolean {
  return kind === 'step' && ((JSON.parse(data) as { emits?: string[] }).emits ?? []).includes('merged')
}

function restored(
  ctx: Ctx,
  { clocks, calendars }: CaseFile,
  merge: EventRecord,
  before: NonNullable<MergeEntry['before']>,
  reason: string,
): CaseChange {
  const moved = before.clocks.flatMap((kept) => {
    const clock = clocks.find((one) => one.id === kept.id)
    if (!clock) return []
    const open = { ...restoreClock(clock, kept), round: clock.round }
    return [{ clock, to: settle(open, calendarOf(clock, calendars), ctx.now) }]
  })
  const state = merge.fromState ?? ''
  return {
    row: { state, isOpen: 1, closedAt: null, relatedCaseId: before.relatedCaseId },
    events: [
      {
        at: ctx.now,
        actorId: ctx.actor.id,
        kind: 'unmerged',
        fromState: merge.toState ?? '',
        toState: state,
        data: { restores: merge.seq, clocks: before.clocks, reason, recorded: { mergedInto: null } },
      },
    ],
    moved,
  }
}
