import { z } from 'zod'
import { callId, memberId, userId } from '../ids.ts'
import { KIN_RELATIONS, KIN_RIGHTS } from '../kin/words.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { consult, givenOver, transferOut } from './waiting.ts'
import {
  CALL_BACK_ENDS,
  CALL_DIRECTIONS,
  CALL_EVENT_KINDS,
  CALL_RESULTS,
  CALL_STATES,
  CALLER_VIAS,
  LOGGED_RESULTS,
} from './words.ts'

/** Longest text of a call's record, in characters. */
export const RECORD_LENGTH = 4000

/** A telephone number as it is typed or sent by a switchboard; digits with the usual signs between them. */
export const phone = z
  .string()
  .trim()
  .max(40)
  .refine((text) => text === '' || (/^\+?[\d\s().·-]+$/.test(text) && text.replace(/\D/g, '').length >= 3), {
    message: 'phone',
  })

/** Free text of a record: any character both stores can hold. */
export const recordText = z
  .string()
  .max(RECORD_LENGTH)
  .refine((text) => !text.includes('\0'), { message: 'unreadable' })

/** What is written down of every contact (S3-50, S3-70). */
export const callRecord = z.object({ question: recordText, process: recordText, result: recordText })
export type CallRecord = z.infer<typeof callRecord>

/** Times of a call, all of the desk's clock; spans in milliseconds. */
export const callTimes = z.object({
  startedAt: instant,
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  wrapUpEndedAt: instant.nullable(),
  heldSince: instant.nullable(),
  waitMs: z.number().int().min(0),
  talkMs: z.number().int().min(0),
  holdMs: z.number().int().min(0),
  wrapUpMs: z.number().int().min(0),
})

/** What the steps of a call change. */
export const callFlow = callTimes.extend({ direction: z.enum(CALL_DIRECTIONS), state: z.enum(CALL_STATES) })
export type CallFlow = z.infer<typeof callFlow>

/** A member a caller may be, as much as is needed to tell them apart. */
export const callerMember = z.object({
  id: memberId,
  name: z.string(),
  cardMasked: z.string(),
  tier: z.enum(MEMBER_TIERS),
  status: z.enum(['active', 'left']),
  language: z.string(),
  formOfAddress: z.string(),
  gender: z.enum(['female', 'male', 'unknown']),
  via: z.enum(CALLER_VIAS),
  contactLabel: z.string(),
  /** The member let this person act for them; always true for the member's own numbers. */
  maySpeak: z.boolean(),
  /** Who it is that calls for the member, and for what; absent for the member's own numbers. */
  callingFor: z
    .object({ name: z.string(), relation: z.enum(KIN_RELATIONS), rights: z.array(z.enum(KIN_RIGHTS)) })
    .optional(),
})
export type CallerMember = z.infer<typeof callerMember>

/** Who is calling: the member, one or more who have the number and wait to be chosen, or nobody the desk knows. */
export const caller = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), member: callerMember }),
  z.object({ kind: z.literal('candidates'), members: z.array(callerMember) }),
  z.object({ kind: z.literal('new') }),
])
export type Caller = z.infer<typeof caller>

export const greeting = z.object({ language: z.enum(['zh-CN', 'en']), text: z.string() })
export type Greeting = z.infer<typeof greeting>

const identity = {
  id: callId,
  number: z.string(),
  memberId: memberId.nullable(),
  phoneMasked: z.string(),
  callerName: z.string().nullable(),
  rings: z.number().int().min(0),
  /** Answered within the set rings; null while nobody answered, and for outgoing calls (S3-47). */
  isInTime: z.boolean().nullable(),
  resultCode: z.enum(LOGGED_RESULTS).nullable(),
  /** The unanswered call that this one returns. */
  callBackOf: callId.nullable(),
}

/** The call an agent is on, with all that the call bar shows. */
export const liveCall = callFlow.extend({
  ...identity,
  ...callRecord.shape,
  caller,
  greeting: greeting.nullable(),
  ring: z.object({ maxRings: z.number().int(), secondsPerRing: z.number() }),
  /** How many times the customer was put on hold. */
  holds: z.number().int().min(0),
  consults: z.array(consult),
  /** What the colleague who handed the call over left with it. */
  givenBy: givenOver.nullable(),
  /** A warm transfer that was offered and not taken yet. */
  offer: transferOut.nullable(),
  /** The last moment at which something was written down: where a call that was cut off by the machine ended. */
  lastSignAt: instant,
})
export type LiveCall = z.infer<typeof liveCall>

/** One line of a list of calls. */
export const callRow = callFlow.extend({
  ...identity,
  memberName: z.string().nullable(),
  tier: z.enum(MEMBER_TIERS).nullable(),
  agentId: userId.nullable(),
  agentName: z.string().nullable(),
})
export type CallRow = z.infer<typeof callRow>

/** A place in a list that is read page by page. */
export const callPlace = z.object({ startedAt: instant, id: callId })
export type CallPlace = z.infer<typeof callPlace>

/** A promise to call somebody back. */
export const callBack = z.object({
  id: z.string(),
  callId,
  callNumber: z.string(),
  callState: z.enum(CALL_STATES),
  calledAt: instant,
  phoneMasked: z.string(),
  memberId: memberId.nullable(),
  memberName: z.string().nullable(),
  tier: z.enum(MEMBER_TIERS).nullable(),
  ownerId: userId,
  ownerName: z.string(),
  dueAt: instant,
  text: z.string(),
  doneAt: instant.nullable(),
  outcome: z.string().nullable(),
  /** Calls back that nobody answered, and the last of them. */
  tries: z.number().int().min(0),
  lastTryAt: instant.nullable(),
  /** A colleague who is calling back at this moment. */
  callingName: z.string().nullable(),
  endedAs: z.enum(CALL_BACK_ENDS).nullable(),
})
export type CallBack = z.infer<typeof callBack>

export const callEvent = z.object({
  seq: z.number().int(),
  at: instant,
  actorName: z.string(),
  kind: z.enum(CALL_EVENT_KINDS),
})

/** Everything about one call, the number in clear: reading it is audited. */
export const callDetail = callRow.extend({
  ...callRecord.shape,
  phone: z.string(),
  maxRings: z.number().int().nullable(),
  greeting: z.string().nullable(),
  holds: z.number().int().min(0),
  consults: z.array(consult),
  givenBy: givenOver.nullable(),
  givenTo: transferOut.nullable(),
  events: z.array(callEvent),
  callBacks: z.array(callBack),
})
export type CallDetail = z.infer<typeof callDetail>

export const callResult = z.enum(CALL_RESULTS)
