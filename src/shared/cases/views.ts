import { z } from 'zod'
import { SPAN_KINDS } from '../calendars/model.ts'
import { callId, caseId, flightId, memberId, userId } from '../ids.ts'
import { bilingual, policySource } from '../policy.ts'
import { CLOCK_KINDS, CLOCK_STATES, clockSignal, limit, RECEIVERS } from '../targets/model.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'
import { replyTemplate, stepData, workflowField } from '../workflow/model.ts'
import { CONTENT_CLASSES } from './axes.ts'
import { queueKey } from './model.ts'
import { raiseView, stepToTell } from './raise-views.ts'
import { checkedNeed, handOver, toldTime } from './stages.ts'
import {
  CASE_KINDS,
  departmentCode,
  IMPORTANCES,
  OBJECTS,
  PRIORITIES,
  SEVERITIES,
  TIME_CLASSES,
  URGENCIES,
} from './words.ts'

/** One line of the queue; telephone numbers are masked, so that a list discloses nobody. */
export const caseRow = z.object({
  id: caseId,
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  state: z.string(),
  stateName: bilingual,
  isOpen: z.boolean(),
  priority: z.enum(PRIORITIES),
  severity: z.enum(SEVERITIES),
  tier: z.enum(MEMBER_TIERS),
  category: z.string(),
  department: z.string(),
  channel: z.string(),
  title: z.string(),
  memberId: memberId.nullable(),
  contactName: z.string(),
  phone: z.string(),
  ownerId: userId.nullable(),
  ownerName: z.string().nullable(),
  isComplex: z.boolean(),
  round: z.number().int(),
  escalation: z.number().int(),
  receivedAt: instant,
  registeredAt: instant,
  closedAt: instant.nullable(),
  nextDueAt: instant.nullable(),
  nextClock: z.enum(CLOCK_KINDS).nullable(),
  queueAt: instant,
  lastSeq: z.number().int(),
})
export type CaseRow = z.infer<typeof caseRow>

/** Somebody who was told of a limit, and when they saw it. */
export const toldPerson = z.object({ id: userId, name: z.string(), seenAt: instant.nullable() })

/** What a clock has told: when that was true, when it was written down, whom it told and when each of them saw it. */
export const toldSignal = clockSignal.extend({
  /** 0 for a share; else the number of the first reminder after the limit, and how many were found due at once. */
  reminder: z.number().int(),
  count: z.number().int(),
  recordedAt: instant,
  level: z.number().int(),
  tells: z.enum(RECEIVERS),
  /** A second role that was told besides. */
  also: z.enum(RECEIVERS).nullable(),
  /** A third one, where a raise told somebody more. */
  third: z.enum(RECEIVERS).nullable(),
  people: z.array(toldPerson),
  /** Told before each person was kept: only the role is known, and whoever saw it first. */
  isRoleOnly: z.boolean(),
})
export type ToldSignalView = z.infer<typeof toldSignal>

/** One promise of a case, with the rule, the law and the calendar behind it. */
export const clockView = z.object({
  id: z.string(),
  kind: z.enum(CLOCK_KINDS),
  round: z.number().int(),
  /** `breached` as soon as the limit has run out; without `stoppedAt` the promise is still to be kept. */
  state: z.enum(CLOCK_STATES),
  limit,
  ruleId: z.string(),
  ruleName: bilingual,
  source: policySource,
  policyId: z.string(),
  policyVersion: z.number().int(),
  calendarId: z.string(),
  calendarName: bilingual,
  startedAt: instant,
  dueAt: instant,
  isProvisional: z.boolean(),
  /** Time left on this clock's own measure, in milliseconds; negative after the limit. */
  remainingMs: z.number().int(),
  pausedAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  breachedAt: instant.nullable(),
  /** The one thing it is about where a case has several alike: a sub-task. */
  item: z.string().nullable(),
  signals: z.array(toldSignal),
})
export type ClockView = z.infer<typeof clockView>

/** One entry of the trail: who did what, when it happened and when it was written down (S1-46). */
export const caseEvent = z.object({
  seq: z.number().int().nullable(),
  at: instant,
  recordedAt: instant,
  actorId: z.string(),
  actorName: z.string(),
  /** A log kind, or `signal` for a limit used up. */
  kind: z.string(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type CaseEventView = z.infer<typeof caseEvent>

/** A step that may come next, with the fields its form asks for. */
export const nextAction = z.object({
  id: z.string(),
  to: z.string(),
  name: bilingual,
  toName: bilingual,
  isAllowed: z.boolean(),
  /** Why it is not allowed to this person now: a rule's name. */
  reason: z.string().nullable(),
  reasonParams: z.record(z.string(), z.union([z.string(), z.number()])),
  fields: z.array(workflowField),
  emits: z.array(z.string()),
  /** Required fields that an earlier step has already recorded. */
  recorded: z.array(z.string()),
  /** What must stand on record before it. */
  needs: z.array(checkedNeed),
})
export type NextAction = z.infer<typeof nextAction>

export const followUp = z.object({
  id: z.string(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  callId: callId.nullable(),
  memberId: memberId.nullable(),
  ownerId: userId,
  ownerName: z.string(),
  kind: z.enum(['own', 'answer', 'chase', 'callback']),
  dueAt: instant,
  text: z.string(),
  createdAt: instant,
  doneAt: instant.nullable(),
  outcome: z.string().nullable(),
})
export type FollowUp = z.infer<typeof followUp>

export const stageView = z.object({
  id: z.string(),
  name: bilingual,
  forCustomer: bilingual,
  isFinal: z.boolean(),
  reachedAt: instant.nullable(),
})

/** How another case belongs to one; only a link can be taken back. */
export const TIES = ['linked', 'merged', 'split'] as const
export const relatedCase = caseRow.extend({ tie: z.enum(TIES) })
export type RelatedCase = z.infer<typeof relatedCase>

/** Everything about one case on one screen (S1-47). */
export const caseView = caseRow.omit({ phone: true, queueAt: true }).extend({
  contactPhone: z.string(),
  cardNo: z.string().nullable(),
  anonymousReason: z.string().nullable(),
  isRestricted: z.boolean(),
  contentClass: z.string(),
  objectClass: z.string(),
  timeClass: z.string(),
  urgency: z.string(),
  importance: z.string(),
  content: z.string(),
  reason: z.string(),
  demand: z.string(),
  serviceType: z.string().nullable(),
  flightId: flightId.nullable(),
  flightNo: z.string().nullable(),
  flightDay: day.nullable(),
  route: z.string().nullable(),
  ticketNo: z.string().nullable(),
  pnr: z.string().nullable(),
  baggageTag: z.string().nullable(),
  staffConcerned: z.string().nullable(),
  callId: callId.nullable(),
  callNumber: z.string().nullable(),
  relatedCaseId: caseId.nullable(),
  transfers: z.number().int(),
  registeredBy: userId,
  registeredByName: z.string(),
  /** From the customer's own time to the entry, in milliseconds (S2-31). */
  entryLagMs: z.number().int(),
  /** Words that can be read to the customer about where the matter stands (S1-07, S2-38). */
  forCustomer: bilingual,
  workflowPolicyId: z.string(),
  targetPolicyId: z.string(),
  stages: z.array(stageView),
  clocks: z.array(clockView),
  events: z.array(caseEvent),
  nextActions: z.array(nextAction),
  followUps: z.array(followUp),
  /** Every field of the case's workflow once, to name what was recorded. */
  fields: z.array(workflowField.pick({ name: true, type: true, label: true, isRequired: true, optionNames: true })),
  /** What the steps so far have recorded, by field name. */
  recorded: stepData,
  /** The time told to the customer, to be compared with the fact (S1-37). */
  promisedAt: instant.nullable(),
  related: z.array(relatedCase),
  /** Every time told to the customer, beside the fact (S1-37). */
  toldTimes: z.array(toldTime),
  handOvers: z.array(handOver),
  /** What closing the case still needs (S2-178); empty for kinds without such a list. */
  closing: z.array(checkedNeed),
  /** Wordings for the customer (S2-72). */
  templates: z.array(replyTemplate),
  workflowVersion: z.number().int(),
})
export type CaseView = z.infer<typeof caseView>

/** What makes a stretch of time count or not: in words, with the requirement behind a rule and the papers behind a day. */
export const spanBasis = z.object({
  text: bilingual,
  requirement: z.string().nullable(),
  papers: z.array(z.string()),
})
export type SpanBasis = z.infer<typeof spanBasis>

/** From when to when limits stood still; without an end they still do. */
const pauseSpan = z.object({ from: instant, to: instant.nullable() })

/** A pause that was recorded wrongly and put right: equal moments say that there was none. */
export const pauseCorrection = z.object({
  /** The number of the entry that began it, and its step. */
  pause: z.number().int(),
  stepName: bilingual.nullable(),
  was: pauseSpan,
  now: pauseSpan,
  reason: z.string(),
  byName: z.string(),
  at: instant,
})
export type PauseCorrection = z.infer<typeof pauseCorrection>

/** Why a clock is due when it is: every stretch from its start. */
export const clockExplanation = z.object({
  id: z.string(),
  kind: z.enum(CLOCK_KINDS),
  round: z.number().int(),
  state: z.enum(CLOCK_STATES),
  ruleId: z.string(),
  ruleName: bilingual,
  source: policySource,
  limit,
  calendarName: bilingual,
  startedAt: instant,
  dueAt: instant,
  /** The sum of the counted intervals: the limit, or what was counted by the moment that was asked for. */
  countedMs: z.number().int(),
  /** Counted so far, or by then; what is left is negative after the limit. */
  usedMs: z.number().int(),
  remainingMs: z.number().int(),
  intervals: z.array(
    z.object({
      from: instant,
      to: instant,
      counted: z.boolean(),
      kind: z.enum(SPAN_KINDS),
      /** The kind, the holiday's name, or the step that paused it. */
      why: z.string(),
      whyName: bilingual.nullable(),
      byName: z.string().nullable(),
      /** Of a pause by a stage: the number of the entry that began it, and how long all limits stood still. */
      pause: pauseSpan.extend({ seq: z.number().int() }).nullable(),
      /** The line of the policy or of the calendar that makes it count, or not. */
      basis: spanBasis,
    }),
  ),
  /** Pauses that were put right afterwards, in the order in which that was done. */
  corrections: z.array(pauseCorrection),
  /** Whom it has told so far; of a moment that was asked for, nothing. */
  signals: z.array(toldSignal),
  /** Whom it will yet tell, raises included, and what raised it. */
  toTell: z.array(stepToTell),
  raises: z.array(raiseView),
})
export type ClockExplanation = z.infer<typeof clockExplanation>

/** A case as a command leaves it. */
export const caseState = z.object({
  id: caseId,
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  state: z.string(),
  stateName: bilingual,
  isOpen: z.boolean(),
  priority: z.string(),
  ownerId: userId.nullable(),
  lastSeq: z.number().int(),
  clocks: z.array(clockView),
})
export type CaseState = z.infer<typeof caseState>

/** A case that was looked for, with the words for the customer who asks (S1-07, S1-08). */
export const foundCase = caseRow.extend({ forCustomer: bilingual })

export const SIMILARITIES = ['member', 'phone', 'category', 'flight'] as const
export const similarCase = caseRow.extend({ reasons: z.array(z.enum(SIMILARITIES)) })
export type SimilarCase = z.infer<typeof similarCase>

export const RESEMBLANCES = ['flight', 'member', 'phone', 'words'] as const
/** A case that may belong to another one: why, and which words of that one it has too. */
export const resemblingCase = caseRow.extend({ reasons: z.array(z.enum(RESEMBLANCES)), words: z.array(z.string()) })
export type ResemblingCase = z.infer<typeof resemblingCase>

export const queuePage = z.object({
  rows: z.array(caseRow),
  /** Where the next page begins; null on the last one. */
  next: queueKey.nullable(),
})

export const queueCounts = z.object({
  open: z.number().int(),
  mine: z.number().int(),
  nobody: z.number().int(),
  overdue: z.number().int(),
  mineOverdue: z.number().int(),
  kinds: z.record(z.enum(CASE_KINDS), z.number().int()),
  followUpsDue: z.number().int(),
})

export const workflowView = z.object({
  kind: z.enum(CASE_KINDS),
  states: z.array(z.object({ id: z.string(), name: bilingual, isFinal: z.boolean() })),
})

/** Whom a new case is about, as far as the desk knows; numbers stay masked, the case gets them from the file. */
export const openBasis = z.object({
  member: z
    .object({ id: memberId, name: z.string(), tier: z.enum(MEMBER_TIERS), card: z.string(), phone: z.string() })
    .nullable(),
  call: z.object({ id: callId, number: z.string(), name: z.string(), phone: z.string() }).nullable(),
})
export type OpenBasis = z.infer<typeof openBasis>

/** What a new case would become, shown in its form while it is filled in. */
export const openPreview = z.object({
  tier: z.enum(MEMBER_TIERS),
  priority: z.enum(PRIORITIES),
  basePriority: z.enum(PRIORITIES),
  /** Places that the tier raises it (S3-46). */
  raisedBy: z.number().int(),
  severity: z.enum(SEVERITIES),
  contentClass: z.enum(CONTENT_CLASSES),
  objectClass: z.enum(OBJECTS),
  department: departmentCode,
  timeClass: z.enum(TIME_CLASSES),
  urgency: z.enum(URGENCIES),
  importance: z.enum(IMPORTANCES),
  clocks: z.array(
    z.object({
      kind: z.enum(CLOCK_KINDS),
      dueAt: instant,
      isProvisional: z.boolean(),
      ruleId: z.string(),
      ruleName: bilingual,
      limit,
      calendarId: z.string(),
      /** Whom it will tell, raises included. */
      tells: z.array(stepToTell),
    }),
  ),
  raises: z.array(raiseView),
})
export type OpenPreview = z.infer<typeof openPreview>
