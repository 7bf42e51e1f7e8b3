import { z } from 'zod'
import { CONTACT_CHANNELS } from '../cases/axes.ts'
import { caseId, memberId, userId } from '../ids.ts'
import { day, instant } from '../time.ts'
import { TRIP_STAGES, TRIP_STATES } from '../trips/words.ts'
import { remark, written } from '../written.ts'
import {
  ACTION_KINDS,
  BEST_SCORE,
  CONTACT_PURPOSES,
  CONTACT_STATES,
  EMERGENCY_KINDS,
  EMERGENCY_STATES,
  ITEM_KINDS,
  ITEM_STATES,
  SERVICE_KINDS,
  SERVICE_STATES,
} from './words.ts'

export const journeyId = z.string().min(1).max(64)

/** One line of the checklist every trip begins with. */
export const templateItem = z.object({ kind: z.enum(ITEM_KINDS), zh: written(120), en: remark(120) })
export type TemplateItem = z.infer<typeof templateItem>

export const journeyTemplate = z.object({
  version: z.number().int(),
  items: z.array(templateItem),
  reason: z.string(),
  savedAt: instant.nullable(),
  savedByName: z.string().nullable(),
})

export const journeyItem = z.object({
  id: journeyId,
  kind: z.enum(ITEM_KINDS),
  title: z.object({ zh: z.string(), en: z.string() }),
  templateVersion: z.number().int().nullable(),
  state: z.enum(ITEM_STATES),
  note: z.string(),
  settledAt: instant.nullable(),
  settledByName: z.string().nullable(),
})
export type JourneyItem = z.infer<typeof journeyItem>

export const score = z.number().int().min(1).max(BEST_SCORE)

export const journeyRating = z.object({ score, text: z.string(), ratedAt: instant, recordedByName: z.string() })
export type JourneyRating = z.infer<typeof journeyRating>

/** What somebody enters of a service on the way. */
export const serviceDraft = z.object({
  kind: z.enum(SERVICE_KINDS),
  /** The hotel, the carrier, the agency. */
  name: written(120),
  person: remark(60),
  contact: remark(120),
  fromDay: day.nullable().default(null),
  toDay: day.nullable().default(null),
  state: z.enum(SERVICE_STATES).default('planned'),
  remarks: remark(1000),
})
export type ServiceDraft = z.infer<typeof serviceDraft>

export const journeyService = z.object({
  id: journeyId,
  kind: z.enum(SERVICE_KINDS),
  name: z.string(),
  person: z.string(),
  contact: z.string(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  state: z.enum(SERVICE_STATES),
  remarks: z.string(),
  changedAt: instant,
  changedByName: z.string(),
  rating: journeyRating.nullable(),
})
export type JourneyService = z.infer<typeof journeyService>

export const journeyContact = z.object({
  id: journeyId,
  purpose: z.enum(CONTACT_PURPOSES),
  dueAt: instant,
  isOverdue: z.boolean(),
  ownerId: userId,
  ownerName: z.string(),
  state: z.enum(CONTACT_STATES),
  settledAt: instant.nullable(),
  settledByName: z.string().nullable(),
  channel: z.enum(CONTACT_CHANNELS).nullable(),
  isReached: z.boolean(),
  result: z.string(),
})
export type JourneyContact = z.infer<typeof journeyContact>

const bilingualText = z.object({ zh: z.string(), en: z.string() })

/** Rescue contacts and plan, as they stood when the emergency began. */
export const emergencyPlan = z.object({
  cardTitle: bilingualText.nullable(),
  cardVersion: z.number().int().nullable(),
  steps: z.array(bilingualText.extend({ call: bilingualText })),
  contacts: z.array(z.object({ role: z.enum(SERVICE_KINDS), name: z.string(), contact: z.string() })),
})
export type EmergencyPlan = z.infer<typeof emergencyPlan>

export const journeyAction = z.object({
  seq: z.number().int(),
  kind: z.enum(ACTION_KINDS),
  step: z.number().int().nullable(),
  text: z.string(),
  at: instant,
  byName: z.string(),
})

export const journeyEmergency = z.object({
  id: journeyId,
  kind: z.enum(EMERGENCY_KINDS),
  place: z.string(),
  what: z.string(),
  state: z.enum(EMERGENCY_STATES),
  plan: emergencyPlan,
  /** Steps of the plan that are not logged as done yet, by their number. */
  openSteps: z.array(z.number().int()),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  openedAt: instant,
  openedByName: z.string(),
  endedAt: instant.nullable(),
  actions: z.array(journeyAction),
})
export type JourneyEmergency = z.infer<typeof journeyEmergency>

/** The second half of a trip, whole. */
export const journeyView = z.object({
  tripId: journeyId,
  state: z.enum(TRIP_STATES),
  stage: z.enum(TRIP_STAGES),
  items: z.array(journeyItem),
  /** Nothing of the checklist is open. */
  isReady: z.boolean(),
  services: z.array(journeyService),
  contacts: z.array(journeyContact),
  emergencies: z.array(journeyEmergency),
  rating: journeyRating.nullable(),
})
export type JourneyView = z.infer<typeof journeyView>

/** A trip that is on the road, or whose travellers have not answered yet. */
export const roadRow = z.object({
  tripId: journeyId,
  number: z.string(),
  title: z.string(),
  destination: z.string(),
  memberId,
  memberName: z.string(),
  ownerName: z.string(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  nextDueAt: instant.nullable(),
  isOverdue: z.boolean(),
  openEmergencies: z.number().int(),
  troubles: z.number().int(),
  /** How often nobody was reached. */
  missed: z.number().int(),
})
export type RoadRow = z.infer<typeof roadRow>

/** What the customers gave to one who served on trips. */
export const serverRow = z.object({
  kind: z.enum(SERVICE_KINDS),
  name: z.string(),
  person: z.string(),
  count: z.number().int(),
  /** Of five points. */
  average: z.number(),
  lowest: z.number().int(),
  lastText: z.string(),
  lastAt: instant,
})
export type ServerRow = z.infer<typeof serverRow>
