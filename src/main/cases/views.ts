import type { CaseRow, CaseState, ClockView } from '../../shared/cases/views.ts'
import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import { CLOCK_KINDS, type TargetPolicy } from '../../shared/targets/model.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { calendarOf } from '../rules/case-clocks.ts'
import { remainingMs } from '../rules/clock.ts'
import { maskValue } from '../rules/masking.ts'
import type { Calendars } from '../rules/targets.ts'
import { stateOf } from '../rules/workflow.ts'
import type { CaseFile } from './case-file.ts'
import type { StoredClock } from './clock-store.ts'
import type { CaseRecord } from './queries.ts'

const UNNAMED = { zh: '—', en: '—' }

/** One line of a list; the telephone number stays masked there. */
export function toRow(row: CaseRecord, names: ReadonlyMap<string, string>, workflow: WorkflowDefinition): CaseRow {
  return {
    id: row.id as CaseId,
    number: row.number,
    kind: row.kind,
    state: row.state,
    stateName: stateOf(workflow, row.state)?.name ?? UNNAMED,
    isOpen: row.isOpen === 1,
    priority: row.priority,
    severity: row.severity,
    tier: row.tierAtOpening as MemberTier,
    category: row.category,
    department: row.department,
    channel: row.channel,
    title: row.title,
    memberId: row.memberId as MemberId | null,
    contactName: row.contactName,
    phone: maskValue('phone', row.contactPhone),
    ownerId: row.ownerId as UserId | null,
    ownerName: row.ownerId === null ? null : (names.get(row.ownerId) ?? null),
    isComplex: row.isComplex === 1,
    round: row.round,
    escalation: row.escalation,
    receivedAt: row.receivedAt,
    registeredAt: row.registeredAt,
    closedAt: row.closedAt,
    nextDueAt: row.nextDueAt,
    nextClock: CLOCK_KINDS.find((kind) => kind === row.nextClock) ?? null,
    queueAt: row.queueAt,
    lastSeq: row.lastSeq,
  }
}

/** A clock with the rule and the calendar it was frozen to. */
export function toClockView(clock: StoredClock, targets: TargetPolicy, calendars: Calendars, now: Instant): ClockView {
  const rule = targets.rules.find((candidate) => candidate.id === clock.ruleId)
  if (!rule) throw new Error(`no rule ${clock.ruleId} in ${targets.id}`)
  const calendar = calendarOf(clock, calendars)
  return {
    id: clock.id,
    kind: clock.kind,
    round: clock.round,
    state: clock.state,
    limit: clock.limit,
    ruleId: clock.ruleId,
    ruleName: rule.name,
    source: rule.source,
    policyId: clock.policyId,
    policyVersion: clock.policyVersion,
    calendarId: clock.calendarId,
    calendarName: calendar.name,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    isProvisional: clock.isProvisional,
    remainingMs: remainingMs(clock, calendar, now),
    pausedAt: clock.state === 'paused' ? (clock.pauses.at(-1)?.from ?? null) : null,
    stoppedAt: clock.stoppedAt ?? null,
    breachedAt: clock.breachedAt ?? null,
    signals: clock.signals,
  }
}

/** A case as a command leaves it. */
export function toState({ row, clocks, targets, workflow, calendars }: CaseFile, now: Instant): CaseState {
  return {
    id: row.id as CaseId,
    number: row.number,
    kind: row.kind,
    state: row.state,
    stateName: stateOf(workflow, row.state)?.name ?? UNNAMED,
    isOpen: row.isOpen === 1,
    priority: row.priority,
    ownerId: row.ownerId as UserId | null,
    lastSeq: row.lastSeq,
    clocks: clocks.map((clock) => toClockView(clock, targets, calendars, now)),
  }
}
