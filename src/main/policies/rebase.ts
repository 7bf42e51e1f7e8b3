import { found } from '../../shared/failure.ts'
import type { RebasedClock, RebasePreview } from '../../shared/policies/rebase.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { type CaseFile, expectSeq, openFile, saveChange, targetFacts } from '../cases/case-file.ts'
import type { StoredClock } from '../cases/clock-store.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { calendarOf, type RoundClock, settle } from '../rules/case-clocks.ts'
import { cancelClock } from '../rules/clock.ts'
import { type Rebased, rebaseClocks } from '../rules/clock-rebase.ts'
import { clocksOfLog } from '../rules/log-clocks.ts'
import { logOf } from './backtest.ts'
import { targetsAt } from './queries.ts'
import { tierOf } from './rebase-queries.ts'

/** What a case would be put on: the targets in force now and the tier that the member holds now. */
type Basis = { policyId: string; tier: MemberTier }

type Prepared = { file: CaseFile; before: Basis; after: Basis; rebased: Rebased<StoredClock> }

async function prepare(ctx: Ctx, caseId: Parameters<typeof openFile>[1]): Promise<Prepared> {
  const { db } = ctx
  const file = await openFile(ctx, caseId)
  const { row } = file
  const inForce = await targetsAt(db, file.now)
  const before = { policyId: row.targetPolicyId, tier: row.tierAtOpening as MemberTier }
  const tier = row.memberId === null ? before.tier : found(await tierOf(db, row.memberId), 'member')
  const after = { policyId: inForce.rowId, tier }
  const facts = targetFacts({ ...row, tierAtOpening: tier }, file.earlier)
  const logged = { facts, workflow: file.workflow, log: logOf(file.events) }
  const other = clocksOfLog(logged, inForce.body, file.calendars, file.now)
  return { file, before, after, rebased: rebaseClocks(file.clocks, other) }
}

const shown = (clock: RoundClock) => ({
  ruleId: clock.ruleId,
  limit: clock.limit,
  dueAt: clock.dueAt,
  isProvisional: clock.isProvisional,
})

function toPreview({ file, before, after, rebased }: Prepared): RebasePreview {
  const open = rebased.open.map(({ clock, to }): RebasedClock => {
    const isSame = to !== undefined && to.dueAt === clock.dueAt && to.ruleId === clock.ruleId
    return {
      kind: clock.kind,
      effect: isSame ? 'same' : to ? 'moved' : 'cancelled',
      state: clock.state,
      keep: shown(clock),
      recompute: to ? { ...shown(to), isBreached: to.breachedAt !== undefined } : null,
    }
  })
  const started = rebased.started.map((clock): RebasedClock => {
    const recompute = { ...shown(clock), isBreached: clock.breachedAt !== undefined }
    return { kind: clock.kind, effect: 'started', state: null, keep: null, recompute }
  })
  return { lastSeq: file.row.lastSeq, before, after, clocks: [...open, ...started] }
}

/** A change of tier or policy during a case leaves its clocks; this shows what they would be otherwise. */
export const rebasePreview: Handler<'policies.rebasePreview'> = async (ctx, { caseId }) =>
  toPreview(await prepare(ctx, caseId))

/** A lead decides that a case keeps its limits or gets new ones; either way the reason stays in its log. */
export const rebase: Handler<'policies.rebase'> = async (ctx, { caseId, choice, reason, expectedSeq }) => {
  const prepared = await prepare(ctx, caseId)
  const { file, before, after, rebased } = prepared
  expectSeq(file, expectedSeq)
  const preview = toPreview(prepared)
  const isKept = choice === 'keep'
  const data = { choice, reason, before, after: isKept ? before : after, clocks: preview.clocks }
  const event = { at: ctx.now, actorId: ctx.actor.id, kind: 'rebased' as const, data }
  const saved = await saveChange(ctx, file, {
    events: [event],
    ...(isKept ? {} : changeOf(prepared)),
  })
  ctx.note({ rebase: { choice, before, after: isKept ? before : after, clocks: rebased.open.length } })
  return { ...preview, lastSeq: saved.row.lastSeq, choice }
}

function changeOf({ file, after, rebased }: Prepared) {
  const { calendars, now } = file
  const moved = rebased.open.map(({ clock, to }) => {
    const cancelled = { ...cancelClock(clock, calendarOf(clock, calendars), now), round: clock.round }
    const next = to ?? cancelled
    return { clock, to: settle(next, calendarOf(next, calendars), now) }
  })
  return {
    row: { targetPolicyId: after.policyId, tierAtOpening: after.tier },
    moved,
    started: rebased.started,
  }
}
