import { numbersOf } from '../../shared/targets/desk-numbers.ts'
import type { TargetPolicy } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { NEVER_DUE } from '../cases/case-file.ts'
import type { CaseRow } from '../rules/case-fields.ts'
import { openingFacts } from '../rules/case-log.ts'
import { phoneDigits } from '../rules/case-phone.ts'
import { axesOf } from '../rules/classification.ts'
import type { ImportedCourse } from '../rules/import-case.ts'
import { priorityOf } from '../rules/priority.ts'
import { type LogEntry, replayLog } from '../rules/replay.ts'
import type { Calendars } from '../rules/targets.ts'
import type { Row } from '../store/types.ts'
import { cacheOf } from './case-cache.ts'

/** The step by which a case enters the workflow, whatever it came by. */
export const REGISTER = 'register'

export type CaseRules = {
  workflow: { rowId: string; body: WorkflowDefinition }
  targets: { rowId: string; body: TargetPolicy }
  calendars: Calendars
}

export type KnownMember = Pick<Row<'members'>, 'id' | 'cardNo' | 'name' | 'mobile' | 'tier'>

export type Shaping = {
  id: string
  newId: () => string
  now: Instant
  importId: string
  actorId: string
  system: string
  digest: string
  /** The first row of the file that told of it. */
  first: { row: number; value: CaseRow }
  /** What its rows say of the matter, later ones over earlier ones. */
  matter: CaseRow
  member: KnownMember | undefined
  ownerId: string | undefined
  /** A report of misconduct (S2-10). */
  isRestricted: boolean
  flight: Pick<Row<'flights'>, 'id' | 'origin' | 'destination'> | undefined
  course: ImportedCourse
  rules: CaseRules
}

/** Everything that is stored of one imported case; its number is given out when it is saved. */
export type ShapedCase = {
  row: Row<'cases'>
  events: Row<'caseEvents'>[]
  clocks: Row<'clocks'>[]
  signals: Row<'clockSignals'>[]
  system: string
  externalId: string
  fileRow: number
  /** Of what its rows said, to know them again. */
  digest: string
}

/** A case as its log gives it: what is stored is what a replay of that log would find. */
export function shapeCase(shaping: Shaping): ShapedCase {
  const { now, course, rules, matter, first } = shaping
  const facts = factsOf(shaping)
  const log = logOf(shaping, facts)
  const { state: end } = replayLog(
    log,
    {
      policy: rules.targets.body,
      workflow: rules.workflow.body,
      calendarsAt: () => rules.calendars,
      calendars: rules.calendars,
    },
    now,
  )
  if (!end) throw new Error('an imported case has no beginning')
  const { id, newId, actorId } = shaping
  const about = { caseId: id, newId, now, actorId, calendars: rules.calendars, escalation: 0 }
  const { row: stand, clocks, signals } = cacheOf(end, about)
  const row: Row<'cases'> = { ...facts, ...stand, transfers: course.reassigned, lastSeq: log.length }
  const events = log.map((entry) => ({ ...entry, caseId: row.id, data: JSON.stringify(entry.data) }))
  const { system, digest } = shaping
  return { row, events, clocks, signals, system, externalId: matter.id ?? '', fileRow: first.row, digest }
}

function logOf(shaping: Shaping, facts: Row<'cases'>): LogEntry[] {
  const { now, actorId, course, rules, matter, system, importId, first } = shaping
  const { workflow } = rules
  const begins = workflow.body.transitions.find(({ id }) => id === REGISTER)
  const told = first.value.receivedAt ?? course.receivedAt
  const imported = {
    system,
    externalId: matter.id,
    importId,
    row: first.row,
    ...(matter.author === undefined ? {} : { author: matter.author }),
    ...(matter.link === undefined ? {} : { link: matter.link }),
    // What the file said where it could not be so: nothing is done about a matter before it is told.
    ...(told === course.receivedAt ? {} : { toldReceivedAt: told }),
  }
  const opened = {
    seq: 1,
    at: facts.registeredAt,
    recordedAt: now,
    actorId,
    kind: 'opened',
    fromState: null,
    toState: begins?.to ?? workflow.body.initial,
    data: {
      step: REGISTER,
      emits: begins?.emits ?? [],
      recorded: matter.mood === undefined ? {} : { mood: matter.mood },
      ownerId: facts.ownerId,
      facts: openingFacts(facts),
      imported,
    },
  }
  const rest = course.entries.map((entry, i) => ({
    seq: i + 2,
    at: entry.at,
    recordedAt: now,
    actorId,
    kind: 'imported',
    fromState: entry.fromState ?? null,
    toState: entry.toState ?? null,
    data: entry.data,
  }))
  // Facts of the opening are the desk's own words, as everywhere in a log.
  return [opened, ...rest] as LogEntry[]
}

function factsOf(shaping: Shaping): Row<'cases'> {
  const { id, now, matter, member, flight, course, rules, actorId, system } = shaping
  const tier = member?.tier ?? 'none'
  const channel = matter.channel ?? 'website'
  const axes = axesOf({ category: matter.category ?? 'other.general', severity: matter.severity ?? 'general' })
  const contactPhone = matter.contactPhone ?? member?.mobile ?? ''
  return {
    id,
    number: '',
    kind: matter.kind ?? 'complaint',
    state: '',
    isOpen: 1,
    round: 1,
    memberId: member?.id ?? null,
    tierAtOpening: tier,
    contactName: matter.contactName ?? member?.name ?? matter.author ?? '',
    contactPhone,
    contactDigits: phoneDigits(contactPhone),
    anonymousReason: null,
    channel,
    isRestricted: shaping.isRestricted ? 1 : 0,
    ...axes,
    priority: priorityOf({ ...axes, tier }, numbersOf(rules.targets.body).priorities).priority,
    title: matter.title ?? titleOf(matter, system),
    content: matter.content ?? '',
    reason: matter.reason ?? '',
    demand: matter.demand ?? '',
    serviceType: null,
    flightId: flight?.id ?? null,
    flightNo: matter.flightNo?.toUpperCase() ?? null,
    flightDay: matter.flightDay ?? null,
    route: flight ? `${flight.origin}-${flight.destination}` : null,
    ticketNo: matter.ticketNo ?? null,
    pnr: matter.pnr?.toUpperCase() ?? null,
    baggageTag: null,
    staffConcerned: null,
    callId: null,
    ownerId: shaping.ownerId ?? null,
    relatedCaseId: null,
    isComplex: 0,
    transfers: 0,
    escalation: 0,
    receivedAt: course.receivedAt,
    registeredAt: Math.max(course.registeredAt ?? now, course.receivedAt),
    registeredBy: actorId,
    closedAt: null,
    workflowPolicyId: rules.workflow.rowId,
    targetPolicyId: rules.targets.rowId,
    nextDueAt: null,
    nextClock: null,
    queueAt: NEVER_DUE,
    lastSeq: 1,
    updatedAt: now,
  }
}

const TITLE_LENGTH = 40

function titleOf({ content, id }: CaseRow, system: string): string {
  const line = [...(content?.split('\n')[0]?.trim() ?? '')]
  if (line.length === 0) return `${system} ${id}`.trim()
  return line.length <= TITLE_LENGTH ? line.join('') : `${line.slice(0, TITLE_LENGTH).join('')}…`
}
