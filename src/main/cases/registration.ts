import type { CaseDraft } from '../../shared/cases/model.ts'
import { found, type Issue, must, Refusal, refuse } from '../../shared/failure.ts'
import type { PriorityNumbers } from '../../shared/targets/desk-numbers.ts'
import { DESK_ZONE, type Instant } from '../../shared/time.ts'
import type { StepData, WorkflowDefinition } from '../../shared/workflow/model.ts'
import { REGISTER } from '../../shared/workflow/records.ts'
import type { KnownClasses } from '../classes/offered.ts'
import type { Ctx } from '../engine/handler.ts'
import { phoneDigits } from '../rules/case-phone.ts'
import { axesOf } from '../rules/classification.ts'
import { formatNumber } from '../rules/number-series.ts'
import { priorityOf } from '../rules/priority.ts'
import { canAdvance, type WorkflowActor } from '../rules/workflow.ts'
import { fieldFaults, type WorkflowFacts } from '../rules/workflow-fields.ts'
import { dayAt } from '../rules/zone.ts'
import { NEVER_DUE, scopeOf } from './case-file.ts'
import * as store from './queries.ts'

/** What the form names of other records. */
export type Known = {
  member: store.CaseMember | null
  call: store.CaseCall | null
  flight: store.CaseFlight | null
  ownerId: string
}

/** With what the desk keeps of the category and the channel. */
export type KnownAll = Known & { classes: KnownClasses }

/** Finds the member, flight, call, owner and related case that the form names; refuses what does not exist. */
export async function lookUp(ctx: Ctx, draft: CaseDraft): Promise<Known> {
  const { db, actor } = ctx
  const member = draft.memberId === null ? null : found(await store.findMember(db, draft.memberId), 'member')
  const call = draft.callId === null ? null : found(await store.findCall(db, draft.callId), 'call')
  if (draft.relatedCaseId !== null) found(await store.findCase(db, scopeOf(ctx), draft.relatedCaseId), 'case')
  // S5-68: who registers a matter answers for it, unless it is given to somebody else at once.
  const owner = found(await store.findHandler(db, draft.ownerId ?? actor.id), 'user')
  if (owner.status !== 'active' || owner.role === 'admin') refuse('case-not-a-handler')
  return { member, call, flight: await flightOf(ctx, draft), ownerId: owner.id }
}

async function flightOf({ db }: Ctx, draft: CaseDraft): Promise<store.CaseFlight | null> {
  if (draft.flightId !== null) return found(await store.findFlight(db, draft.flightId), 'flight')
  if (draft.flightNo === null || draft.flightDay === null) return null
  return (await store.findFlightByDay(db, draft.flightNo, draft.flightDay)) ?? null
}

/** The case as it will be stored, before its clocks and policies are known. */
export async function rowOf(
  ctx: Ctx,
  draft: CaseDraft,
  known: KnownAll,
  receivedAt: Instant,
  priorities: PriorityNumbers,
): Promise<store.CaseRecord> {
  const { now } = ctx
  const { member, call, flight, classes } = known
  const tier = member?.tier ?? 'none'
  const axes = axesOf(draft, classes.defaults)
  const { priority } = priorityOf({ ...axes, tier }, priorities)
  const day = dayAt(DESK_ZONE, now)
  const contactPhone = draft.contactPhone || call?.phone || member?.mobile || ''
  return {
    id: ctx.newId(),
    number: formatNumber(draft.kind, day, await store.takeNumber(ctx.db, draft.kind, day)),
    kind: draft.kind,
    state: 'registered',
    isOpen: 1,
    round: 1,
    memberId: draft.memberId,
    tierAtOpening: tier,
    contactName: draft.contactName || member?.name || call?.callerName || '',
    contactPhone,
    contactDigits: phoneDigits(contactPhone),
    anonymousReason: draft.anonymousReason,
    channel: draft.channel,
    isRestricted: classes.isRestricted ? 1 : 0,
    ...axes,
    priority,
    title: draft.title || shortened(draft.content),
    content: draft.content,
    reason: draft.reason,
    demand: draft.demand,
    serviceType: draft.serviceType,
    flightId: flight?.id ?? null,
    flightNo: flight?.flightNo ?? draft.flightNo,
    flightDay: flight?.day ?? draft.flightDay,
    route: draft.route ?? (flight ? `${flight.origin}-${flight.destination}` : null),
    ticketNo: draft.ticketNo,
    pnr: draft.pnr,
    baggageTag: draft.baggageTag,
    staffConcerned: draft.staffConcerned,
    callId: draft.callId,
    ownerId: known.ownerId,
    relatedCaseId: draft.relatedCaseId,
    isComplex: 0,
    transfers: 0,
    escalation: 0,
    receivedAt,
    registeredAt: now,
    registeredBy: ctx.actor.id,
    closedAt: null,
    workflowPolicyId: '',
    targetPolicyId: '',
    nextDueAt: null,
    nextClock: null,
    queueAt: NEVER_DUE,
    lastSeq: 1,
    updatedAt: now,
  }
}

const TITLE_LENGTH = 40

function shortened(content: string): string {
  const line = [...(content.split('\n')[0] ?? '')]
  return line.length <= TITLE_LENGTH ? line.join('') : `${line.slice(0, TITLE_LENGTH).join('')}…`
}

/** The form in the words of the workflow's first step. */
export function registerData(draft: CaseDraft, row: store.CaseRecord, member: store.CaseMember | null): StepData {
  return {
    channel: row.channel,
    receivedAt: row.receivedAt,
    memberId: row.memberId,
    anonymousReason: row.anonymousReason,
    contact: row.contactPhone || waysToReach(member),
    content: row.content,
    demand: row.demand,
    category: row.category,
    severity: row.severity,
    object: row.objectClass,
    department: row.department,
    timeClass: row.timeClass,
    urgency: row.urgency,
    importance: row.importance,
    ownerId: row.ownerId,
    apologyGiven: draft.apologyGiven,
    thanked: draft.thanked,
  }
}

// A member's file is a way to reach them even without a telephone number in it.
function waysToReach(member: store.CaseMember | null): string {
  return member?.email ?? member?.wechat ?? member?.cardNo ?? ''
}

/**
 * The workflow with the channels that the desk offers: the list in its first step is the one it was written with, and
 * channels are checked against the desk's own list before.
 */
export function withChannel(workflow: WorkflowDefinition, channel: string): WorkflowDefinition {
  return {
    ...workflow,
    transitions: workflow.transitions.map((step) =>
      step.id !== REGISTER
        ? step
        : {
            ...step,
            fields: step.fields.map((field) =>
              field.name === 'channel' && field.options && !field.options.includes(channel)
                ? { ...field, options: [...field.options, channel] }
                : field,
            ),
          },
    ),
  }
}

/** What the form calls a field that the workflow names otherwise. */
const FORM_NAMES: Record<string, string> = { contact: 'contactPhone', object: 'objectClass' }

/** Refuses a step that is not allowed; a form that lacks something names every such field at once. */
export function mustAdvance(
  workflow: WorkflowDefinition,
  facts: WorkflowFacts,
  step: string,
  data: StepData,
  actor: WorkflowActor,
  path = '',
): void {
  const decision = canAdvance(workflow, facts, step, data, actor)
  const transition = workflow.transitions.find((candidate) => candidate.id === step)
  const isForm = !decision.allowed && (decision.rule === 'case-field-missing' || decision.rule === 'case-field-invalid')
  if (!isForm || !transition) {
    must(decision)
    return
  }
  const issues = fieldFaults(transition, facts, data).map(
    ({ code, field }): Issue => ({
      path: path + (FORM_NAMES[field] ?? field),
      reason: code === 'missing' ? 'required' : 'invalid',
    }),
  )
  throw new Refusal({ code: 'INVALID_INPUT', issues })
}
