import type { CompensationPolicy } from '../../shared/compensation/policy.ts'
import { refuse } from '../../shared/failure.ts'
import type { TargetPolicy } from '../../shared/targets/model.ts'
import { ruleBook } from '../cases/replay.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { newBacktest } from '../rules/policy-backtest.ts'
import { draftedKindOf, unpacked } from '../rules/policy-pack.ts'
import { type CaseRules, type LogEntry, replayLog } from '../rules/replay.ts'
import { tryAmounts } from './backtest-amounts.ts'
import { countPast, type PastCase, type PastEvent, pastCases, pastEvents } from './backtest-queries.ts'
import { mustShape } from './drafts.ts'
import { compensationById } from './queries.ts'
import { loadVersion } from './versions.ts'

/** Cases read at a time: what is held in memory is one batch and the report. */
const BATCH = 500

/** Runs a policy over the cases of a time, batch after batch, beside the policies and calendars they truly had. */
export const backtest: Handler<'policies.backtest'> = async (ctx, { id, body, from, to, limit }) => {
  const draft = id === undefined ? policyIn(body) : await storedDraft(ctx, id)
  const { db, now } = ctx
  const rulesOf = await ruleBook(db)
  const total = await countPast(db, from, to)
  const tally = newBacktest(draft.kind, limit)
  const tariff = draft.kind === 'compensation' ? draft : null
  const tariffOf = once((policyId) => compensationById(db, policyId))
  let done = 0
  ctx.progress(done, total)
  for (let after = null as PastCase | null; ; ) {
    ctx.signal.throwIfAborted()
    const cases = await pastCases(db, { from, to, after, limit: BATCH })
    const logs = await pastEvents(
      db,
      cases.map((one) => one.id),
    )
    for (const row of cases) {
      const log = logOf(logs.get(row.id) ?? [])
      const rules = await rulesOf(row, log)
      const { state: before, faults } = replayLog(log, rules, now)
      const after = draft.kind === 'targets' ? replayLog(log, under(draft, rules), now).state : before
      const { id: caseId, number, kind, receivedAt } = row
      // A log that does not bear itself out says nothing about any rules.
      if (before && after && faults.length === 0)
        tally.add({ caseId, number, kind, receivedAt }, before.clocks, after.clocks)
      else tally.skip()
    }
    await tryAmounts(tally, tariff, tariffOf, { db, cases, logs })
    done += cases.length
    ctx.progress(done, total)
    if (cases.length < BATCH) return tally.report()
    after = cases.at(-1) ?? null
  }
}

/** The rules behind a log with other targets in the place of every version that the case was under. */
const under = (draft: TargetPolicy, rules: CaseRules): CaseRules => ({
  ...rules,
  policy: draft,
  policyOf: () => draft,
})

/** What can be tried: limits, and a tariff with its authority. */
type Tried = TargetPolicy | CompensationPolicy

function policyIn(body: unknown): Tried {
  const { policy: raw, isPack } = unpacked(body)
  const kind = draftedKindOf(raw) ?? 'targets'
  if (kind === 'workflow') refuse('policy-not-tried')
  const policy = mustShape(kind, raw, isPack ? 'body.policy' : 'body')
  return policy.kind === 'workflow' ? refuse('policy-not-tried') : policy
}

async function storedDraft(ctx: Ctx, id: string): Promise<Tried> {
  const version = await loadVersion(ctx, id)
  return version.kind === 'targets' || version.kind === 'compensation'
    ? policyIn(version.body)
    : refuse('policy-not-tried')
}

/** A stored log as replay reads it. */
export function logOf(events: readonly PastEvent[]): LogEntry[] {
  return events.map((event) => ({ ...event, data: JSON.parse(event.data) as LogEntry['data'] }))
}

/** Reads each policy once: the cases of years share a handful. */
function once<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (id) => {
    const found = known.get(id) ?? read(id)
    known.set(id, found)
    return found
  }
}
