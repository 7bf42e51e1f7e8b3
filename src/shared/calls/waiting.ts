import { z } from 'zod'
import { departmentCode } from '../cases/words.ts'
import { callId, userId } from '../ids.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { TRANSFER_KINDS, WAIT_SOURCES } from './words.ts'

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((written) => !written.includes('\0'), { message: 'unreadable' })

/** What a colleague must know before taking a call over; never empty. */
export const transferNote = text(1000).refine((written) => written.trim() !== '', { message: 'required' })
export const consultText = text(1000)

/** A colleague, or somebody outside, asked while the customer held. */
export const consult = z.object({
  id: z.string(),
  askedId: userId.nullable(),
  asked: z.string(),
  question: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  answer: z.string(),
})
export type Consult = z.infer<typeof consult>

/** What whoever took a transferred call over sees of the part before theirs. */
export const givenOver = z.object({
  callId,
  number: z.string(),
  byName: z.string(),
  kind: z.enum(TRANSFER_KINDS),
  at: instant,
  note: z.string(),
  question: z.string(),
  process: z.string(),
})
export type GivenOver = z.infer<typeof givenOver>

/** To whom a call was handed, and what became of that. */
export const transferOut = z.object({
  waitId: z.string(),
  kind: z.enum(TRANSFER_KINDS),
  toName: z.string().nullable(),
  toDesk: departmentCode.nullable(),
  at: instant,
  note: z.string(),
  state: z.enum(['waiting', 'taken', 'abandoned', 'missed', 'withdrawn']),
  callId: callId.nullable(),
  takenByName: z.string().nullable(),
})
export type TransferOut = z.infer<typeof transferOut>

/** A call that waits for somebody to take it. */
export const waitingCall = z.object({
  id: z.string(),
  source: z.enum(WAIT_SOURCES),
  phoneMasked: z.string(),
  memberName: z.string().nullable(),
  tier: z.enum(MEMBER_TIERS).nullable(),
  /** When it began to ring, or was handed over. */
  startedAt: instant,
  kind: z.enum(TRANSFER_KINDS).nullable(),
  fromName: z.string().nullable(),
  toId: userId.nullable(),
  toName: z.string().nullable(),
  toDesk: departmentCode.nullable(),
  note: z.string(),
  /** Within how many milliseconds it is to be answered; null for a call that was answered before. */
  targetMs: z.number().int().nullable(),
})
export type WaitingCall = z.infer<typeof waitingCall>
