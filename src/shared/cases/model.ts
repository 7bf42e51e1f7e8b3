import { z } from 'zod'
import { callId, caseId, flightId, memberId, userId } from '../ids.ts'
import { DUE_DAYS } from '../search/filters.ts'
import { isStorable } from '../storable.ts'
import { day, instant } from '../time.ts'
import { CONTENT_CLASSES } from './axes.ts'
import { MOODS } from './moods.ts'
import {
  CASE_KINDS,
  categoryCode,
  departmentCode,
  IMPORTANCES,
  OBJECTS,
  plainCode,
  SEVERITIES,
  TIME_CLASSES,
  URGENCIES,
} from './words.ts'

/** A text that was filled in; blanks around it do not count. */
const filled = (longest: number) =>
  z.string().trim().min(1, { message: 'required' }).max(longest).refine(isStorable, { message: 'unreadable' })
const optionalText = (longest: number) => z.string().trim().max(longest).default('')
const code = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullable()
    .default(null)
    .transform((text) => (text === '' ? null : text))

/** What the clocks and the place in the queue depend on; what is left out follows from category and severity (S2-18). */
export const classification = z.object({
  category: categoryCode,
  severity: z.enum(SEVERITIES).default('general'),
  contentClass: z.enum(CONTENT_CLASSES).optional(),
  objectClass: z.enum(OBJECTS).optional(),
  department: departmentCode.optional(),
  timeClass: z.enum(TIME_CLASSES).optional(),
  urgency: z.enum(URGENCIES).optional(),
  importance: z.enum(IMPORTANCES).optional(),
})
export type Classification = z.infer<typeof classification>

/** Flight, ticket and people a matter is about (S1-27). */
export const caseDetails = z.object({
  flightId: flightId.nullable().default(null),
  flightNo: code(8).transform((text) => text?.toUpperCase() ?? null),
  flightDay: day.nullable().default(null),
  route: code(40),
  ticketNo: code(20),
  pnr: code(8).transform((text) => text?.toUpperCase() ?? null),
  baggageTag: code(20),
  staffConcerned: code(60),
})

export const PHONE_FORM = /^[+]?[\d\s()-]{3,30}$/

/** The short form that every channel ends in (S1-22, S1-23). */
export const caseDraft = z
  .object({
    kind: z.enum(CASE_KINDS),
    channel: plainCode,
    /** The customer's own time (S1-24), which may lie before the entry; now when left out. */
    receivedAt: instant.optional(),
    memberId: memberId.nullable().default(null),
    contactName: optionalText(60),
    contactPhone: z
      .string()
      .trim()
      .refine((text) => text === '' || PHONE_FORM.test(text), { message: 'phone' })
      .default(''),
    /** Why there is nobody to answer to. */
    anonymousReason: code(200),
    title: optionalText(80),
    content: filled(4000),
    reason: optionalText(1000),
    demand: optionalText(1000),
    /** What is asked of the desk: a code of its own list (S3-26). */
    serviceType: plainCode.nullable().default(null),
    callId: callId.nullable().default(null),
    relatedCaseId: caseId.nullable().default(null),
    ownerId: userId.nullable().default(null),
    /** Receipt was confirmed to the customer while registering (S2-32): the first response is given. */
    isAcknowledged: z.boolean().default(false),
    /** Apology and calming words were said (S3-60). */
    apologyGiven: z.boolean().default(false),
    /** The record was read back to the customer and found right (S4-123). */
    readBack: z.boolean().default(false),
    /** How the customer felt (S5-66). */
    mood: z.enum(MOODS).nullable().default(null),
    /** The customer was thanked for a suggestion (S3-67). */
    thanked: z.boolean().default(false),
    ...classification.shape,
    ...caseDetails.shape,
  })
  .superRefine((draft, check) => {
    const missing = (path: string) => check.addIssue({ code: 'custom', path: [path], message: 'required' })
    if (draft.memberId === null && draft.anonymousReason === null) missing('anonymousReason')
    if (draft.kind === 'complaint' && draft.demand === '') missing('demand')
    if (draft.kind === 'service' && draft.serviceType === null) missing('serviceType')
  })
export type CaseDraft = z.output<typeof caseDraft>

/** Filters of the queue; each narrows, all of them may be given at once (S2-17). */
export const queueFilter = z.object({
  owner: z.union([z.literal('mine'), z.literal('nobody'), userId]).optional(),
  kind: z.enum(CASE_KINDS).optional(),
  state: z.string().max(40).optional(),
  /** Past a due time now. */
  isOverdue: z.boolean().optional(),
  isOpen: z.boolean().default(true),
  /** The stretch of the desk's calendar in which the next limit ends. */
  due: z.enum(DUE_DAYS).optional(),
  tier: z.string().max(20).optional(),
  severity: z.enum(SEVERITIES).optional(),
  contentClass: z.enum(CONTENT_CLASSES).optional(),
  objectClass: z.enum(OBJECTS).optional(),
  department: departmentCode.optional(),
  timeClass: z.enum(TIME_CLASSES).optional(),
  category: categoryCode.optional(),
  channel: plainCode.optional(),
  /** Every channel of a group (S2-11). */
  channelGroup: plainCode.optional(),
  /** At least this level was told about a limit: 1 owner, 2 lead, 3 manager, 4 manager and report. */
  escalation: z.number().int().min(1).max(4).optional(),
})
export type QueueFilter = z.output<typeof queueFilter>

/** `due`: the next due time first; `priority`: the class first, then the due time (S5-18). */
export const QUEUE_ORDERS = ['due', 'priority'] as const

/** Where the next page of the queue begins. */
export const queueKey = z.object({ priority: z.string().max(2), queueAt: instant, id: caseId })
export type QueueKey = z.infer<typeof queueKey>

/** What the preview of a new case depends on. */
export const previewFacts = z.object({
  kind: z.enum(CASE_KINDS),
  channel: plainCode,
  receivedAt: instant.optional(),
  memberId: memberId.nullable().default(null),
  ...classification.shape,
})

/** Facts that may be corrected after registration; classification and times stay as they were (S1-35). */
export const caseChanges = z
  .object({
    contactName: z.string().trim().max(60),
    contactPhone: z
      .string()
      .trim()
      .refine((text) => PHONE_FORM.test(text), { message: 'phone' }),
    title: z.string().trim().min(1, { message: 'required' }).max(80),
    content: filled(4000),
    reason: z.string().trim().max(1000),
    demand: z.string().trim().max(1000),
    flightNo: z.string().trim().max(8).nullable(),
    flightDay: day.nullable(),
    route: z.string().trim().max(40).nullable(),
    ticketNo: z.string().trim().max(20).nullable(),
    pnr: z.string().trim().max(8).nullable(),
    baggageTag: z.string().trim().max(20).nullable(),
    staffConcerned: z.string().trim().max(60).nullable(),
  })
  .partial()
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), { message: 'required' })
export type CaseChanges = z.output<typeof caseChanges>
