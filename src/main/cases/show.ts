import type { CaseView, NextAction } from '../../shared/cases/views.ts'
import { found } from '../../shared/failure.ts'
import type { CallId, CaseId, FlightId, UserId } from '../../shared/ids.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { fieldsOf } from '../../shared/workflow/records.ts'
import type { Handler } from '../engine/handler.ts'
import { markRead } from '../marks/mark-store.ts'
import { nextActions, stateOf } from '../rules/workflow.ts'
import { type CaseFile, openFile, scopeOf, viewerOf } from './case-file.ts'
import { followUpsOf } from './follow-up-queries.ts'
import { relatedTo } from './linking.ts'
import { findCall, findCase, findMember, namesOf } from './queries.ts'
import { closingOf, handOversOf, toldTimesOf } from './stage-views.ts'
import { stepFacts } from './step-facts.ts'
import { seenClocks, trailOf } from './trail.ts'
import { toClockView, toRow } from './views.ts'

/** S1-07 S1-47: everything about a case on one screen; that it was shown is remembered. */
export const show: Handler<'cases.show'> = async (ctx, { id }) => {
  const { db, now } = ctx
  const file = await openFile(ctx, id)
  const { row, workflow } = file
  const clocks = await seenClocks(ctx, file)
  await markRead(db, ctx.actor.id, id, row.lastSeq, now)
  const names = await namesOf(db, peopleOf(file))
  const facts = await stepFacts(db, file, now)
  const member = row.memberId === null ? undefined : await findMember(db, row.memberId)
  const { phone: _phone, queueAt: _queueAt, ...line } = toRow(row, names, workflow)
  return {
    ...line,
    ...factsOf(file),
    cardNo: member?.cardNo ?? null,
    callNumber: row.callId === null ? null : ((await findCall(db, row.callId))?.number ?? null),
    registeredByName: names.get(row.registeredBy) ?? '',
    stages: stagesOf(file),
    clocks: clocks.map((clock) => toClockView(clock, file.targets, file.calendars, now)),
    events: trailOf(file.events, clocks, names),
    nextActions: actionsOf(file, nextActions(workflow, facts, viewerOf(ctx))),
    toldTimes: toldTimesOf(file),
    handOvers: handOversOf(file, names, ctx.actor.id),
    closing: closingOf(file, facts),
    templates: workflow.templates,
    workflowVersion: workflow.version,
    fields: wordsOf(workflow),
    followUps: await followUpsOf(db, id),
    related: await relatedTo(ctx, file),
  }
}

function peopleOf({ row, events }: CaseFile): string[] {
  const given = events.filter((event) => event.kind === 'assigned' || event.kind === 'opened' || event.kind === 'step')
  const owners = given.flatMap(({ data }) => {
    const {
      to,
      ownerId,
      recorded = {},
    } = JSON.parse(data) as Record<string, unknown> & { recorded?: { ownerId?: unknown } }
    return [to, ownerId, recorded.ownerId].filter((id) => typeof id === 'string')
  })
  return [row.ownerId ?? '', row.registeredBy, ...owners, ...events.map((event) => event.actorId)].filter(
    (id) => id !== '',
  )
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

/** The words for what was recorded. */
function wordsOf(workflow: WorkflowDefinition): CaseView['fields'] {
  return fieldsOf(workflow).map(({ name, type, label, isRequired, optionNames }) => ({
    ...{ name, type, label, isRequired },
    ...(optionNames && { optionNames }),
  }))
}

function actionsOf({ workflow }: CaseFile, actions: ReturnType<typeof nextActions>): NextAction[] {
  return actions.map(({ transition, fields, needs, decision }) => {
    const need = needs.find(({ isMet }) => !isMet)
    const missing = decision.allowed && need ? { rule: need.rule, params: { record: need.record } } : undefined
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
      needs: needs.map(({ record, isMet }) => ({ record, isMet })),
    }
  })
}

/** Whether a case is worth reading again; says nothing about anybody, so it is not a disclosure. */
export const pulse: Handler<'cases.pulse'> = async (ctx, { id }) => {
  const { lastSeq, escalation, updatedAt } = found(await findCase(ctx.db, scopeOf(ctx), id), 'case')
  return { lastSeq, escalation, updatedAt }
}
