import { draftOfCall } from '../../shared/drafts/model.ts'
import { refuse } from '../../shared/failure.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import { DESK_ZONE, SECOND } from '../../shared/time.ts'
import { dropDraft } from '../drafts/drop.ts'
import type { Ctx } from '../engine/handler.ts'
import { callBackDueAt } from '../rules/call-back.ts'
import { ringingCall } from '../rules/call-flow.ts'
import { judgeRings, type RingVerdict, ringTargetFor } from '../rules/ring.ts'
import { dayAt } from '../rules/zone.ts'
import { readSettings } from '../session/queries.ts'
import type { Row } from '../store/types.ts'
import { insertCallBack, isCallBackOpen } from './call-backs.ts'
import { applyStep, greetingOf, noteEvent } from './live.ts'
import { findCaller, onlyCandidate, tierOf } from './lookup.ts'
import { findActiveCall, insertCall, nextCallNumber } from './queries.ts'

const EMPTY = {
  rings: 0,
  maxRings: null,
  isInTime: null,
  greeting: null,
  question: '',
  process: '',
  result: '',
  resultCode: null,
} as const satisfies Partial<Row<'calls'>>

/** What a new call is known by; the rest of its columns begins empty. */
export type Beginning = Pick<Row<'calls'>, 'direction' | 'phone' | 'memberId'> &
  Partial<Row<'calls'>> & { startedAt: number }

/** One call at a time: the record of the last one comes first. */
export async function mustBeFree({ db, actor }: Ctx): Promise<void> {
  const active = await findActiveCall(db, actor.id as UserId)
  if (active) refuse('call-active', { number: active.number })
}

/** Stores a new call of the person who is at the desk; a number that names one member alone is that member's. */
export async function beginCall(ctx: Ctx, { direction, startedAt, ...known }: Beginning): Promise<Row<'calls'>> {
  const { db } = ctx
  const memberId = known.memberId ?? onlyCandidate(await findCaller(db, known.phone, null, ctx.now))
  const row: Row<'calls'> = {
    ...ringingCall(direction, startedAt),
    ...EMPTY,
    callerName: null,
    callBackOf: null,
    ...known,
    id: ctx.newId(),
    number: await nextCallNumber(db, dayAt(DESK_ZONE, startedAt)),
    memberId,
    agentId: ctx.actor.id,
  }
  await insertCall(db, row)
  await noteEvent(ctx, row.id as CallId, 'start', { direction })
  ctx.subject({ memberId: memberId as MemberId | null })
  ctx.note({ number: row.number })
  return row
}

/** S3-47, S3-48: answers a ringing call; rings and waiting time are recorded and judged. */
export async function answerCall(ctx: Ctx, row: Row<'calls'>, rings?: number): Promise<Row<'calls'>> {
  const settings = await readSettings(ctx.db)
  const caller = await findCaller(ctx.db, row.phone, row.memberId as MemberId | null, ctx.now)
  return applyStep(ctx, row, 'answer', {
    also: ({ waitMs }) => {
      const facts = { waitSeconds: waitMs / SECOND, ...(rings === undefined ? {} : { rings }) }
      const verdict = judgeRings(facts, ringTargetFor(settings, tierOf(caller)))
      return {
        rings: verdict?.rings ?? 0,
        ...(row.direction === 'inbound' ? verdictColumns(verdict) : {}),
        greeting: greetingOf(settings, caller).text,
      }
    },
  })
}

export function verdictColumns(verdict: RingVerdict | undefined): Pick<Row<'calls'>, 'maxRings' | 'isInTime'> {
  if (verdict === undefined) return { maxRings: null, isInTime: null }
  return { maxRings: verdict.maxRings, isInTime: verdict.isInTime ? 1 : 0 }
}

const STEP_OF = { abandoned: 'abandon', missed: 'miss', declined: 'decline' } as const

/** Ends a call that nobody spoke in; whoever called waits to be called back within the time of their tier. */
export async function endUnanswered(ctx: Ctx, row: Row<'calls'>, reason: keyof typeof STEP_OF): Promise<Row<'calls'>> {
  const { db, actor } = ctx
  const settings = await readSettings(db)
  const ended = await applyStep(ctx, row, STEP_OF[reason], {
    also: ({ waitMs }) => ({
      rings: Math.ceil(waitMs / SECOND / settings.secondsPerRing),
      resultCode: reason === 'abandoned' ? 'abandoned' : 'missed',
    }),
  })
  await dropDraft(db, actor.id as UserId, draftOfCall(row.id as CallId))
  // A call that was itself a call-back leaves its promise open.
  if (row.callBackOf !== null) return ended
  const caller = await findCaller(db, row.phone, row.memberId as MemberId | null, ctx.now)
  const dueAt = callBackDueAt(ended, row.phone, settings, tierOf(caller))
  if (dueAt !== undefined && !(await isCallBackOpen(db, actor.id as UserId, row.phone)))
    await promiseCallBack(ctx, row, dueAt, row.number)
  return ended
}

/** Puts a call-back on the list of the person at the desk. */
export async function promiseCallBack(ctx: Ctx, row: Row<'calls'>, dueAt: number, text: string): Promise<void> {
  const ownerId = ctx.actor.id
  const { id: callId, memberId } = row
  await insertCallBack(ctx.db, { id: ctx.newId(), callId, memberId, ownerId, dueAt, text, createdAt: ctx.now })
}
