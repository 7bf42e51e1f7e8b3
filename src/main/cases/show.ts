import type { CaseEventView, CaseView, NextAction } from '../../shared/cases/views.ts'
import { found } from '../../shared/failure.ts'
import type { CallId, CaseId, FlightId, UserId } from '../../shared/ids.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import type { Handler } from '../engine/handler.ts'
import { canSee } from '../rules/access.ts'
import { calendarOf } from '../rules/case-clocks.ts'
import { explainClock } from '../rules/clock-meter.ts'
import { nextActions, stateOf } from '../rules/workflow.ts'
import { hasValue } from '../rules/workflow-fields.ts'
import type { Row } from '../store/types.ts'
import { type CaseFile, openFile, scopeOf, viewerOf, workflowFacts } from './case-file.ts'
import { signalsOf } from './clock-store.ts'
import { followUpsOf } from './follow-up-queries.ts'
import { rowsOf } from './lists.ts'
import { findCall, findCase, findMember, namesOf, relatedCases } from './queries.ts'
import { toClockView, toRow } from './views.ts'

/** S1-07 S1-47: everything about a case on one screen; that it was shown is remembered. */
export const show: Handler<'cases.show'> = async (ctx, { id }) => {
  const { db, now } = ctx
  const file = await openFile(ctx, id)
  const { row, workflow } = file
  const names = await namesOf(db, peopleOf(file))
  const member = row.memberId === null ? undefined : await findMember(db, row.memberId)
  const scope = scopeOf(ctx)
  const related = (await relatedCases(db, row)).filter((other) =>
    canSee(scope, { ownerId: other.ownerId, isRestricted: other.isRestricted === 1 }),
  )
  const { phone: _phone, queueAt: _queueAt, ...line } = toRow(row, names, workflow)
  return {
    ...line,
    ...factsOf(file),
    cardNo: member?.cardNo ?? null,
    callNumber: row.callId === null ? null : ((await findCall(db, row.callId))?.number ?? null),
    registeredByName: names.get(row.registeredBy) ?? '',
    stages: stagesOf(file),
    clocks: file.clocks.map((clock) => toClockView(clock, file.targets, file.calendars, now)),
    events: trailOf(
      file,
      await signalsOf(
        db,
        file.clocks.map((clock) => clock.id),
      ),
      names,
    ),
    nextActions: actionsOf(file, nextActions(workflow, workflowFacts(file), viewerOf(ctx))),
    fields: fieldsOf(workflow),
    followUps: await followUpsOf(db, id),
    related: await rowsOf(db, related),
  }
}

function peopleOf({ row, events }: CaseFile): string[] {
  return [row.ownerId ?? '', row.registeredBy, ...events.map((event) => event.actorId)].filter((id) => id !== '')
}

function factsOf({ row, workflow, recorded }: CaseFile) {
  const state = stateOf(workflow, row.state)
  return {
    contactPhone: row.contactPhone,
    anonymousReason: row.anonymousReason,
    isRestricted: row.isRestricted === 1,
    contentClass: row.contentClass,
    objectClass: row.objectClass,
    timeClass: row.timeClass,
    urgency: row.urgency,
    importance: row.importance,
    content: row.content,
    reason: row.reason,
    demand: row.demand,
    serviceType: row.serviceType,
    flightId: row.flightId as FlightId | null,
    flightNo: row.flightNo,
    flightDay: row.flightDay,
    route: row.route,
    ticketNo: row.ticketNo,
    pnr: row.pnr,
    baggageTag: row.baggageTag,
    staffConcerned: row.staffConcerned,
    callId: row.callId as CallId | null,
    relatedCaseId: row.relatedCaseId as CaseId | null,
    transfers: row.transfers,
    registeredBy: row.registeredBy as UserId,
    entryLagMs: Math.max(0, row.registeredAt - row.receivedAt),
    forCustomer: state?.forCustomer ?? { zh: row.state, en: row.state },
    workflowPolicyId: row.workflowPolicyId,
    targetPolicyId: row.targetPolicyId,
    recorded,
    promisedAt: typeof recorded.expectedAt === 'number' ? recorded.expectedAt : null,
  }
}

/** The stages a customer can be told about, with the moment each was first reached. */
function stagesOf({ workflow, events }: CaseFile): CaseView['stages'] {
  return workflow.states
    .filter((state) => state.id !== workflow.initial)
    .map(({ id, name, forCustomer, isFinal }) => ({
      id,
      name,
      forCustomer,
      isFinal,
      reachedAt: events.find((event) => event.toState === id)?.at ?? null,
    }))
}

/** S1-46: the log with the limits used up, in the order in which things happened. */
function trailOf(
  { events, clocks }: CaseFile,
  signals: readonly Row<'clockSignals'>[],
  names: ReadonlyMap<string, string>,
): CaseEventView[] {
  const log = events.map((event): CaseEventView => {
    const { data, caseId: _, ...entry } = event
    return { ...entry, actorName: names.get(event.actorId) ?? event.actorId, data: JSON.parse(data) }
  })
  const placeOf = new Map(clocks.map((clock, i) => [clock.id, i]))
  const inOrder = [...signals].sort((a, b) => (placeOf.get(a.clockId) ?? 0) - (placeOf.get(b.clockId) ?? 0))
  const told = inOrder.map(({ clockId, percent, at, recordedAt }): CaseEventView => {
    const clock = clocks.find((candidate) => candidate.id === clockId)
    const data = { clock: clock?.kind, percent, round: clock?.round, isBreach: at === clock?.breachedAt }
    return {
      seq: null,
      at,
      recordedAt,
      actorId: 'system',
      actorName: '',
      kind: 'signal',
      fromState: null,
      toState: null,
      data,
    }
  })
  return [...log, ...told].sort((a, b) => a.at - b.at || (a.seq ?? 0) - (b.seq ?? 0))
}

function fieldsOf(workflow: WorkflowDefinition): CaseView['fields'] {
  const all = workflow.transitions.flatMap((transition) => transition.fields)
  return [...new Map(all.map((field) => [field.name, field])).values()].map(({ name, type, label, isRequired }) => ({
    name,
    type,
    label,
    isRequired,
  }))
}

function actionsOf({ workflow, recorded }: CaseFile, actions: ReturnType<typeof nextActions>): NextAction[] {
  return actions.map(({ transition, fields, decision }) => {
    const need = transition.needs.find((name) => !hasValue(recorded[name]))
    const missing = decision.allowed && need ? { rule: 'case-record-missing', params: { record: need } } : undefined
    const refusal = decision.allowed ? missing : decision
    return {
      id: transition.id,
      to: transition.to,
      name: transition.name,
      toName: stateOf(workflow, transition.to)?.name ?? { zh: transition.to, en: transition.to },
      isAllowed: refusal === undefined,
      reason: refusal?.rule ?? null,
      reasonParams: refusal?.params ?? {},
      fields: fields.map(({ isRecorded: _, ...field }) => field),
      emits: transition.emits,
      recorded: fields.filter((field) => field.isRecorded).map((field) => field.name),
    }
  })
}

/** Whether a case is worth reading again; says nothing about anybody, so it is not a disclosure. */
export const pulse: Handler<'cases.pulse'> = async (ctx, { id }) => {
  const { lastSeq, escalation, updatedAt } = found(await findCase(ctx.db, scopeOf(ctx), id), 'case')
  return { lastSeq, escalation, updatedAt }
}

/** Why each clock of a case is due when it is: counted time, holidays and pauses, in order. */
export const explain: Handler<'cases.explain'> = async (ctx, { id, clock: kind, at }) => {
  const { clocks, calendars } = await openFile(ctx, id)
  return clocks
    .filter((clock) => kind === undefined || clock.kind === kind)
    .map((clock) => {
      const spans = explainClock(clock, calendarOf(clock, calendars), at ?? ctx.now)
      const intervals = spans.map(({ from, to, kind: why, name }) => ({
        from,
        to,
        counted: why === 'counted',
        kind: why,
        why: name ?? why,
      }))
      const countedMs = intervals.reduce((sum, span) => sum + (span.counted ? span.to - span.from : 0), 0)
      return {
        id: clock.id,
        kind: clock.kind,
        round: clock.round,
        state: clock.state,
        ruleId: clock.ruleId,
        dueAt: clock.dueAt,
        countedMs,
        intervals,
      }
    })
}
