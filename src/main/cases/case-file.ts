import type { Category, Channel, TimeClass } from '../../shared/cases/words.ts'
import { found, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import type { TargetPolicy } from '../../shared/targets/model.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { StepData, WorkflowDefinition } from '../../shared/workflow/model.ts'
import type { Ctx } from '../engine/handler.ts'
import { allCalendars, targetsById, workflowById } from '../policies/queries.ts'
import { type Scope, scopeFor, type Viewer } from '../rules/access.ts'
import { calendarOf, nextDueOf, type RoundClock, type SettledClock, settle } from '../rules/case-clocks.ts'
import { changedFacts, momentAfter } from '../rules/case-log.ts'
import { levelOf } from '../rules/clock-signals.ts'
import type { Calendars, TargetFacts } from '../rules/targets.ts'
import type { WorkflowFacts } from '../rules/workflow-fields.ts'
import { clocksOf, insertClocks, type StoredClock, saveClock } from './clock-store.ts'
import { isOfMemberBeyond } from './in-scope.ts'
import {
  appendEvents,
  type CaseRecord,
  type EventRecord,
  eventsOf,
  findCase,
  type NewEvent,
  updateCase,
} from './queries.ts'

export {
  type CaseLine,
  type CaseRecord,
  casesByIds,
  findCase,
  findCaseByNumber,
  LINE_COLUMNS,
  namesOf,
  recentCases,
  takeNumber,
} from './queries.ts'

/** One case with everything that decides about it: its log, its clocks and the policies it was opened under. */
export type CaseFile = {
  row: CaseRecord
  events: EventRecord[]
  clocks: StoredClock[]
  recorded: StepData
  targets: TargetPolicy
  workflow: WorkflowDefinition
  calendars: Calendars
  /** When the same member complained before, as the case's first entry says. */
  earlier: readonly Instant[]
  /** The moment of the call, never before what the log already holds: a clock set back keeps the order of a case. */
  now: Instant
}

/** The person who asks; the desk itself evaluates clocks and reads no case. */
export function viewerOf(ctx: Ctx): Viewer {
  const { actor } = ctx
  if (actor.role === 'system') throw new Refusal({ code: 'FORBIDDEN' })
  return { id: actor.id, role: actor.role, authorised: actor.authorised, reading: actor.reading }
}

export function scopeOf(ctx: Ctx): Scope {
  return scopeFor(viewerOf(ctx), 'cases')
}

/** The row of a case that the person may see, named as the subject of the call. */
export async function openRow(ctx: Ctx, id: CaseId): Promise<CaseRecord> {
  const scope = scopeOf(ctx)
  const seen = await findCase(ctx.db, scope, id)
  if (!seen && (await isOfMemberBeyond(ctx.db, scope, id))) refuse('member-beyond-scope')
  const row = found(seen, 'case')
  ctx.subject({ caseId: id, memberId: row.memberId as MemberId | null })
  return row
}

/** Loads a case that the person may see and names it as the subject of the call. */
export async function openFile(ctx: Ctx, id: CaseId): Promise<CaseFile> {
  return fileOf(ctx, await openRow(ctx, id))
}

/** A case with all that decides about it, for whoever has its row. */
export async function fileOf(ctx: Ctx, row: CaseRecord): Promise<CaseFile> {
  const { db } = ctx
  const { id } = row
  const events = await eventsOf(db, id)
  const targets = await targetsById(db, row.targetPolicyId)
  const now = momentAfter(events, ctx.now)
  if (now !== ctx.now) ctx.note({ clockSetBack: { shown: ctx.now, used: now } })
  return {
    row,
    events,
    now,
    clocks: await clocksOf(db, id, targets),
    recorded: recordedIn(events),
    targets,
    workflow: await workflowById(db, row.workflowPolicyId),
    calendars: await allCalendars(db),
    earlier: earlierIn(events),
  }
}

function earlierIn([opened]: readonly EventRecord[]): readonly Instant[] {
  const data: { facts?: { earlier?: Instant[] } } = opened ? JSON.parse(opened.data) : {}
  return data.facts?.earlier ?? []
}

/** Refuses a change that was decided on an older state of the case than the stored one. */
export function expectSeq(file: CaseFile, expectedSeq: number): void {
  if (file.row.lastSeq !== expectedSeq) throw new Refusal({ code: 'CONFLICT', entity: 'case' })
}

/** What all steps so far have recorded: later ones over earlier ones. */
export function recordedIn(events: readonly EventRecord[]): StepData {
  const recorded: StepData = {}
  for (const event of events) Object.assign(recorded, (JSON.parse(event.data) as { recorded?: StepData }).recorded)
  return recorded
}

export function workflowFacts({ row, recorded }: CaseFile): WorkflowFacts {
  return {
    kind: row.kind,
    state: row.state,
    channel: row.channel as Channel,
    severity: row.severity,
    isComplex: row.isComplex === 1,
    ownerId: row.ownerId,
    recorded,
  }
}

/** What the limits of a case depend on; `earlier` is when the same member complained before. */
export function targetFacts(row: CaseRecord, earlier: readonly Instant[] = []): TargetFacts {
  return {
    kind: row.kind,
    tier: row.tierAtOpening as MemberTier,
    category: row.category as Category,
    severity: row.severity,
    timeClass: row.timeClass as TimeClass,
    channel: row.channel as Channel,
    isComplex: row.isComplex === 1,
    receivedAt: row.receivedAt,
    registeredAt: row.registeredAt,
    earlier,
  }
}

export type CaseChange = {
  row?: Partial<CaseRecord>
  events: NewEvent[]
  /** Clocks moved on by the change; the others stay as they are. */
  moved?: { clock: StoredClock; to: SettledClock }[]
  started?: RoundClock[]
  /** When a case that has come to its end goes to the archive. */
  archiveAt?: Instant
}

/** Saves a change of a case: log, clocks, place in the queue. Gives the case as it is now. */
export async function saveChange(ctx: Ctx, file: CaseFile, change: CaseChange): Promise<CaseFile> {
  const { db } = ctx
  const { row, calendars, now } = file
  const lastSeq = await appendEvents(db, row.id, row.lastSeq, now, entriesOf(ctx, file, change))
  const moved = new Map<string, StoredClock>()
  for (const { clock, to } of change.moved ?? []) moved.set(clock.id, await saveClock(db, clock, to, now))
  const started = (change.started ?? []).map((clock) => ({
    id: ctx.newId(),
    caseId: row.id,
    to: settle(clock, calendarOf(clock, calendars), now),
  }))
  const clocks = [
    ...file.clocks.map((clock) => moved.get(clock.id) ?? clock),
    ...(await insertClocks(db, started, now)),
  ]
  const place = placeOf(clocks, row.escalation)
  const isOver = (change.row?.isOpen ?? row.isOpen) === 0
  const queueAt = isOver ? (change.archiveAt ?? archivePlaceOf(row)) : place.queueAt
  const next = { ...change.row, ...place, queueAt, lastSeq, updatedAt: now }
  if (!(await updateCase(db, row.id, row.lastSeq, next))) throw new Refusal({ code: 'CONFLICT', entity: 'case' })
  return { ...file, row: { ...row, ...next }, clocks, events: await eventsOf(db, row.id) }
}

/** The entries of a change: none lies before what the log already holds, and the first says which facts it changed. */
function entriesOf(ctx: Ctx, { row, now }: CaseFile, change: CaseChange): NewEvent[] {
  const facts = changedFacts(row, change.row ?? {})
  return change.events.map((event, i) => ({
    ...event,
    at: event.at === ctx.now ? now : event.at,
    data: i === 0 && facts ? { ...event.data, facts } : event.data,
  }))
}

/** The end of time, as far as instants go: cases without a running clock stand there in the queue. */
export const NEVER_DUE = 8_640_000_000_000

/** Among the finished ones a case stands by the moment at which it goes to the archive. */
function archivePlaceOf(row: CaseRecord): Instant {
  return row.isOpen === 1 ? NEVER_DUE : row.queueAt
}

/** A case's place in the queue and the highest level that was told about its limits. */
export function placeOf(
  clocks: readonly RoundClock[],
  before: number,
): Pick<CaseRecord, 'nextDueAt' | 'nextClock' | 'queueAt' | 'escalation'> {
  const next = nextDueOf(clocks)
  return {
    nextDueAt: next?.dueAt ?? null,
    nextClock: next?.kind ?? null,
    queueAt: next?.dueAt ?? NEVER_DUE,
    escalation: Math.max(before, ...clocks.map(levelOf)),
  }
}
