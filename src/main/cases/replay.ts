import type { CaseId } from '../../shared/ids.ts'
import type { TargetPolicy } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { allCalendars, targetsById, workflowById } from '../policies/queries.ts'
import { type CaseRules, type LogEntry, type ReplayedCase, replayLog } from '../rules/replay.ts'
import { checkCase, type Mismatch } from '../rules/replay-check.ts'
import type { Calendars } from '../rules/targets.ts'
import type { Db } from '../store/types.ts'
import { bodyReader, toClock } from './clock-store.ts'
import { eventsOf } from './queries.ts'
import { type CalendarState, type CaseStored, calendarStates, casesToReplay, countToReplay } from './replay-queries.ts'

const BATCH = 200
/** Enough to see what is wrong; the count says how much there is. */
const MOST_SHOWN = 50

/** S1-46: goes through the log of one case or of all and compares what it gives with what is stored. */
export const replay: Handler<'cases.replay'> = async (ctx, { id }) =>
  replayAll(ctx.db, ctx.now, { ...ctx, ...(id === undefined ? {} : { only: id }) })

type Follow = Partial<Pick<Ctx, 'signal' | 'progress'>> & { only?: string }

export type Replayed = {
  cases: number
  events: number
  mismatches: number
  found: { id: CaseId; number: string; differences: Mismatch[] }[]
}

/** Compares every case with its log; the rules are read once. */
export async function replayAll(db: Db, now: Instant, { signal, progress, only }: Follow = {}): Promise<Replayed> {
  const rulesOf = await ruleBook(db)
  const total = only === undefined ? await countToReplay(db) : 1
  const done: Replayed = { cases: 0, events: 0, mismatches: 0, found: [] }
  const read = bodyReader(db)
  for (let after = ''; ; ) {
    signal?.throwIfAborted()
    const batch = await casesToReplay(db, after, BATCH, only)
    for (const one of batch) await compare(one, rulesOf, read, now, done)
    progress?.(done.cases, total)
    after = batch.at(-1)?.row.id ?? ''
    if (batch.length < BATCH || only !== undefined) return done
  }
}

async function compare(
  { row, events, clocks, signals }: CaseStored,
  rulesOf: (one: CaseStored['row'], log: readonly LogEntry[]) => Promise<CaseRules>,
  read: ReturnType<typeof bodyReader>,
  now: Instant,
  done: Replayed,
): Promise<void> {
  const log = toLog(events)
  const rules = await rulesOf(row, log)
  const bodies = await read(clocks)
  const stored = clocks.flatMap((clock, i) => {
    const body = bodies[i]
    if (!body) return []
    const told = signals.flatMap((one) => (one.clockId === clock.id ? [{ ...one, people: [] }] : []))
    return [{ ...toClock(clock, body, told), nextCheckAt: clock.nextCheckAt }]
  })
  const last = log.reduce((latest, entry) => Math.max(latest, entry.recordedAt), now)
  const differences = checkCase(row, stored, log, rules, last)
  done.cases += 1
  done.events += log.length
  if (differences.length === 0) return
  done.mismatches += 1
  if (done.found.length < MOST_SHOWN) done.found.push({ id: row.id as CaseId, number: row.number, differences })
}

/** A case as it stood at a moment, by what its log held or by what had happened then; undefined before it was opened. */
export async function caseAt(
  db: Db,
  row: CaseStored['row'],
  at: Instant,
  by: 'written' | 'happened' = 'written',
): Promise<ReplayedCase | undefined> {
  const log = toLog(await eventsOf(db, row.id))
  return replayLog(log, await (await ruleBook(db))(row, log), at, by).state
}

/** The log of a case as replay reads it. */
export function toLog(events: CaseStored['events']): LogEntry[] {
  return events.map(({ caseId: _, data, ...entry }) => ({ ...entry, data: JSON.parse(data) }))
}

/** What a case is under now. */
type UnderRules = Pick<CaseStored['row'], 'targetPolicyId' | 'workflowPolicyId'>

/** Finds the rules behind a case: each policy is read once, calendars as they were when each entry was written. */
export async function ruleBook(db: Db) {
  const calendars = await allCalendars(db)
  const states = await calendarStates(db)
  const policies = new Map<string, TargetPolicy>()
  const workflows = new Map<string, WorkflowDefinition>()
  const read = async <P>(known: Map<string, P>, id: string, from: (db: Db, id: string) => Promise<P>): Promise<P> => {
    const kept = known.get(id) ?? (await from(db, id))
    known.set(id, kept)
    return kept
  }
  return async (row: UnderRules, log: readonly LogEntry[]): Promise<CaseRules> => {
    const ids = rulesIn(row, log)
    for (const id of ids.policies) await read(policies, id, targetsById)
    for (const id of ids.workflows) await read(workflows, id, workflowById)
    return {
      policy: await read(policies, ids.policies[0] ?? row.targetPolicyId, targetsById),
      workflow: await read(workflows, ids.workflows[0] ?? row.workflowPolicyId, workflowById),
      policyOf: (id) => policies.get(id),
      workflowOf: (id) => workflows.get(id),
      calendars,
      calendarsAt: states.length === 0 ? () => calendars : calendarsThen(calendars, states, log),
    }
  }
}

/** The targets and workflows of a case, in the order in which it was under them. */
function rulesIn(row: UnderRules, log: readonly LogEntry[]): { policies: string[]; workflows: string[] } {
  const policies: string[] = []
  const workflows: string[] = []
  for (const { kind, data } of log as (LogEntry & { data: { before?: { policyId?: string }; from?: string } })[]) {
    if (kind === 'rebased') policies.push(data.before?.policyId ?? '', data.after?.policyId ?? '')
    if (kind === 'movedVersion') workflows.push(data.from ?? '', data.to ?? '')
  }
  const known = (ids: string[], last: string) => [...ids.filter((id) => id !== ''), last]
  return { policies: known(policies, row.targetPolicyId), workflows: known(workflows, row.workflowPolicyId) }
}

/**
 * The calendars as they were when an entry was written: an entry that tells of a change names its state, and what was
 * written in the same instant before it still used the one before.
 */
function calendarsThen(now: Calendars, states: readonly CalendarState[], log: readonly LogEntry[]) {
  const told = log.filter(({ kind }) => kind === 'calendarChanged')
  return (entry: LogEntry): Calendars => {
    const then: Record<string, Calendars[string]> = { ...now }
    for (const id of new Set(states.map((state) => state.id))) {
      const own = states.filter((state) => state.id === id)
      const named = told.findLast(({ seq, data }) => seq <= entry.seq && data.calendarId === id)?.data.calendarVersion
      const later = told.some(({ seq, data }) => seq > entry.seq && data.calendarId === id)
      const inForce = own.findLast(({ at, version }) =>
        named !== undefined && version <= named ? true : later ? at < entry.recordedAt : at <= entry.recordedAt,
      )
      const state = inForce ?? own[0]
      if (state) then[id] = state.calendar
    }
    return then
  }
}
