import type { CallRecord } from '../../shared/calls/model.ts'
import { draftOfCall } from '../../shared/drafts/model.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import { SECOND } from '../../shared/time.ts'
import { dropDraft } from '../drafts/drop.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { callBackDueAt, checkRecord, ringingCall } from '../rules/call-flow.ts'
import { greetingFor } from '../rules/greeting.ts'
import { judgeRings, type RingVerdict, ringTargetFor } from '../rules/ring.ts'
import { dayAt } from '../rules/zone.ts'
import { readSettings } from '../session/queries.ts'
import type { Row } from '../store/types.ts'
import { closeCallBacksOf, insertCallBack, isCallBackOpen } from './call-backs.ts'
import { loadOwn, noteEvent, showLive, takeStep } from './live.ts'
import { findCaller, findMobile, greetedOf, onlyCandidate, tierOf } from './lookup.ts'
import { storedPhone } from './phone.ts'
import { findActiveCall, findCall, findMemberId, insertCall, nextCallNumber, updateCall } from './queries.ts'

/** The desk's clock: numbers of calls carry its day. */
export const DESK_ZONE = 'Asia/Shanghai'

type Steps = Pick<
  FeatureHandlers<'calls'>,
  'start' | 'answer' | 'hold' | 'resume' | 'hangUp' | 'endUnanswered' | 'link' | 'record' | 'finish'
>

/** The steps of the call an agent is on (S3-20). */
export const steps: Steps = {
  start: async (ctx, { direction, phone: written, memberId: wanted, callBackOf = null }) => {
    const { db, now } = ctx
    const agentId = ctx.actor.id as UserId
    const active = await findActiveCall(db, agentId)
    if (active) refuse('call-active', { number: active.number })
    const returned = callBackOf === null ? undefined : found(await findCall(db, callBackOf), 'call')
    const memberId = wanted ?? (returned?.memberId as MemberId | null | undefined) ?? null
    if (memberId !== null) found(await findMemberId(db, memberId), 'member')
    const phone =
      storedPhone(written) || returned?.phone || (memberId ? storedPhone((await findMobile(db, memberId)) ?? '') : '')
    if (direction === 'outbound' && phone === '') refuse('call-no-phone')
    const chosen = memberId ?? onlyCandidate(await findCaller(db, phone, null))
    const row: Row<'calls'> = {
      ...ringingCall(direction, now),
      ...emptyRecord,
      id: ctx.newId(),
      number: await nextCallNumber(db, dayAt(DESK_ZONE, now)),
      memberId: chosen,
      phone,
      callerName: returned?.callerName ?? null,
      agentId,
      callBackOf,
    }
    await insertCall(db, row)
    await noteEvent(ctx, row.id as CallId, 'start', { direction })
    ctx.subject({ memberId: chosen })
    ctx.note({ number: row.number })
    return showLive(ctx, row)
  },

  answer: async (ctx, { id, rings }) => {
    const row = await loadOwn(ctx, id)
    const settings = await readSettings(ctx.db)
    const caller = await findCaller(ctx.db, row.phone, row.memberId as MemberId | null)
    return takeStep(ctx, row, 'answer', ({ waitMs }) => {
      const facts = { waitSeconds: waitMs / SECOND, ...(rings === undefined ? {} : { rings }) }
      const verdict = judgeRings(facts, ringTargetFor(settings, tierOf(caller)))
      return {
        rings: verdict?.rings ?? 0,
        ...(row.direction === 'inbound' ? verdictColumns(verdict) : {}),
        greeting: greetingFor(settings.greeting, greetedOf(caller)).text,
      }
    })
  },

  hold: async (ctx, { id }) => takeStep(ctx, await loadOwn(ctx, id), 'hold'),

  resume: async (ctx, { id }) => takeStep(ctx, await loadOwn(ctx, id), 'resume'),

  hangUp: async (ctx, { id }) => takeStep(ctx, await loadOwn(ctx, id), 'hangUp'),

  endUnanswered: async (ctx, { id, reason }) => {
    const row = await loadOwn(ctx, id)
    const { secondsPerRing } = await readSettings(ctx.db)
    const live = await takeStep(ctx, row, reason === 'abandoned' ? 'abandon' : 'miss', ({ waitMs }) => ({
      rings: Math.ceil(waitMs / SECOND / secondsPerRing),
      resultCode: reason,
    }))
    await dropDraft(ctx.db, ctx.actor.id as UserId, draftOfCall(id))
    // A call that was itself a call-back leaves its promise open.
    const dueAt = row.callBackOf === null ? callBackDueAt(live, row.phone) : undefined
    if (dueAt !== undefined && !(await isCallBackOpen(ctx.db, ctx.actor.id as UserId, row.phone))) {
      await promiseCallBack(ctx, row, dueAt, row.number)
    }
    return live
  },

  link: async (ctx, { id, memberId, callerName }) => {
    const row = await loadOwn(ctx, id)
    if (memberId !== null) found(await findMemberId(ctx.db, memberId), 'member')
    const caller = await findCaller(ctx.db, row.phone, memberId)
    const settings = await readSettings(ctx.db)
    const said = row.answeredAt === null ? row.greeting : greetingFor(settings.greeting, greetedOf(caller)).text
    // Who called is known only now: the call is measured by this member's tier all the same.
    const verdict =
      row.maxRings === null ? {} : verdictColumns(judgeRings(row, ringTargetFor(settings, tierOf(caller))))
    const change = { memberId, greeting: said, callerName: callerName ?? row.callerName, ...verdict }
    await updateCall(ctx.db, id, change)
    await noteEvent(ctx, id, 'link', { from: row.memberId, to: memberId })
    ctx.subject({ memberId: memberId ?? (row.memberId as MemberId | null) })
    ctx.note({ number: row.number, before: row.memberId })
    return showLive(ctx, { ...row, ...change })
  },

  record: async (ctx, { id, callerName, ...written }) => {
    const row = await loadOwn(ctx, id)
    if (row.answeredAt === null || row.state === 'done') refuse('call-state', { state: row.state, step: 'record' })
    const change = { ...recordOf(row, written), callerName: callerName ?? row.callerName }
    await updateCall(ctx.db, id, change)
    ctx.note({ number: row.number, lengths: lengthsOf(change) })
    return showLive(ctx, { ...row, ...change })
  },

  finish: async (ctx, { id, resultCode, callBackAt, callBackText, ...written }) => {
    const { db, now } = ctx
    const row = await loadOwn(ctx, id)
    const record = recordOf(row, written)
    must(checkRecord(record))
    if (resultCode === 'call-back-promised' && callBackAt === undefined) refuse('call-back-time')
    if (callBackAt !== undefined && callBackAt <= now) refuse('call-back-time')
    const live = await takeStep(ctx, row, 'finish', () => ({ ...record, resultCode }))
    if (callBackAt !== undefined) await promiseCallBack(ctx, row, callBackAt, callBackText?.trim() || row.number)
    // Written in whichever window: what was handed in stands in the call now.
    await dropDraft(db, ctx.actor.id as UserId, draftOfCall(id))
    if (row.callBackOf !== null) await closeCallBacksOf(db, row.callBackOf as CallId, now, row.number)
    ctx.note({ lengths: lengthsOf(record) })
    return live
  },
}

function verdictColumns(verdict: RingVerdict | undefined): Pick<Row<'calls'>, 'maxRings' | 'isInTime'> {
  if (verdict === undefined) return { maxRings: null, isInTime: null }
  return { maxRings: verdict.maxRings, isInTime: verdict.isInTime ? 1 : 0 }
}

const emptyRecord = {
  rings: 0,
  maxRings: null,
  isInTime: null,
  greeting: null,
  question: '',
  process: '',
  result: '',
  resultCode: null,
} as const satisfies Partial<Row<'calls'>>

function recordOf(row: Row<'calls'>, written: Partial<Record<keyof CallRecord, string | undefined>>): CallRecord {
  return {
    question: written.question ?? row.question,
    process: written.process ?? row.process,
    result: written.result ?? row.result,
  }
}

/** What the audit row says of the texts: how long they are, never what they say. */
function lengthsOf({ question, process, result }: CallRecord): { question: number; process: number; result: number } {
  return { question: question.length, process: process.length, result: result.length }
}

async function promiseCallBack(ctx: Ctx, row: Row<'calls'>, dueAt: number, text: string): Promise<void> {
  const ownerId = ctx.actor.id
  const { id: callId, memberId } = row
  await insertCallBack(ctx.db, { id: ctx.newId(), callId, memberId, ownerId, dueAt, text, createdAt: ctx.now })
}
