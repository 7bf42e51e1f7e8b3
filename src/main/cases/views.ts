import type { CaseRow, CaseState, ClockView } from '../../shared/cases/views.ts'
import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import { CLOCK_KIND_NAMES, CLOCK_KINDS, type TargetPolicy } from '../../shared/targets/model.ts'
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
import type { CaseLine } from './queries.ts'

const UNNAMED = { zh: '—', en: '—' }

/** One line of a list; the telephone number stays masked there. */
export function toRow(row: CaseLine, names: ReadonlyMap<string, string>, workflow: WorkflowDefinition): CaseRow {
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

/**
 * How a clock stands at a moment: one that still runs after its limit is breached, whether or not that was recorded
 * yet; the stored row says `running` until what it waits for has happened.
 */
export function verdictOf(clock: StoredClock, now: Instant): Pick<ClockView, 'state' | 'breachedAt'> {
  const isLate = clock.state === 'running' && now >= clock.dueAt
  if (isLate) return { state: 'breached', breachedAt: clock.breachedAt ?? clock.dueAt }
  return { state: clock.state, breachedAt: clock.breachedAt ?? null }
}

/** A clock with the rule and the calendar it was frozen to. */
export function toClockView(clock: StoredClock, targets: TargetPolicy, calendars: Calendars, now: Instant): ClockView {
  const rule = targets.rules.find((candidate) => candidate.id === clock.ruleId)
  const calendar = calendarOf(clock, calendars)
  return {
    id: clock.id,
    kind: clock.kind,
    round: clock.round,
    ...verdictOf(clock, now),
    limit: clock.limit,
    ruleId: clock.ruleId,
    // A clock that ended before the case was put on other targets may be of a rule that those do not know.
    ruleName: rule?.name ?? CLOCK_KIND_NAMES[clock.kind],
    source: rule?.source ?? { mark: 'U', asOf: targets.effectiveFrom },
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
    item: clock.item ?? null,
    signals: clock.told.map(
      ({ percent, reminder, count, at, recordedAt, level, tells, alsoTells, thirdTells, ...told }) => ({
        ...{ percent, reminder, count, at, recordedAt, level, tells, also: alsoTells, third: thirdTells },
        isRoleOnly: told.toldGroup === null,
        people: told.people.map(({ id, name, seenAt }) => ({ id: id as UserId, name, seenAt })),
      }),
    ),
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
