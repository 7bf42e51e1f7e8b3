import type { CallRecord } from '../../shared/calls/model.ts'
import { draftOfCall } from '../../shared/drafts/model.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import { dropDraft } from '../drafts/drop.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { checkRecord } from '../rules/call-flow.ts'
import { judgeRings, ringTargetFor } from '../rules/ring.ts'
import { readSettings } from '../session/queries.ts'
import type { Row } from '../store/types.ts'
import { answerCall, beginCall, endUnanswered, mustBeFree, promiseCallBack, verdictColumns } from './begin.ts'
import { claimForCall, closeCallBacksOf } from './call-backs.ts'
import { endOpenConsult, settleOffer } from './endings.ts'
import { applyStep, greetingOf, loadOwn, noteEvent, showLive, takeStep } from './live.ts'
import { findCaller, findMobile, tierOf } from './lookup.ts'
import { storedPhone } from './phone.ts'
import { findCall, findMemberId, gapOf, lastEventAt, updateCall } from './queries.ts'

type Steps = Pick<
  FeatureHandlers<'calls'>,
  'start' | 'answer' | 'hold' | 'resume' | 'hangUp' | 'endUnanswered' | 'link' | 'record' | 'finish'
>

/** The steps of the call an agent is on (S3-20). */
export const steps: Steps = {
  start: async (ctx, { direction, phone: written, memberId: wanted, callBackOf = null }) => {
    const { db } = ctx
    await mustBeFree(ctx)
    const returned = callBackOf === null ? undefined : found(await findCall(db, callBackOf), 'call')
    const memberId = wanted ?? (returned?.memberId as MemberId | null | undefined) ?? null
    if (memberId !== null) found(await findMemberId(db, memberId), 'member')
    const phone =
      storedPhone(written) || returned?.phone || (memberId ? storedPhone((await findMobile(db, memberId)) ?? '') : '')
    if (direction === 'outbound' && phone === '') refuse('call-no-phone')
    if (callBackOf !== null) await claimForCall(ctx, callBackOf)
    const callerName = returned?.callerName ?? null
    return showLive(
      ctx,
      await beginCall(ctx, { direction, phone, memberId, callerName, callBackOf, startedAt: ctx.now }),
    )
  },

  answer: async (ctx, { id, rings }) => showLive(ctx, await answerCall(ctx, await loadOwn(ctx, id), rings)),

  hold: async (ctx, { id }) => takeStep(ctx, await loadOwn(ctx, id), 'hold'),

  resume: async (ctx, { id }) => {
    const row = await loadOwn(ctx, id)
    const resumed = await applyStep(ctx, row, 'resume')
    await endOpenConsult(ctx, row, '')
    await settleOffer(ctx, row, 'withdrawn')
    return showLive(ctx, resumed)
  },

  hangUp: async (ctx, { id, endedAt }) => {
    const row = await loadOwn(ctx, id)
    const over = await applyStep(ctx, row, 'hangUp', await endingAt(ctx, row, endedAt))
    await endOpenConsult(ctx, row, '')
    await settleOffer(ctx, row, 'abandoned')
    return showLive(ctx, over)
  },

  endUnanswered: async (ctx, { id, reason }) => showLive(ctx, await endUnanswered(ctx, await loadOwn(ctx, id), reason)),

  link: async (ctx, { id, memberId, callerName }) => {
    const row = await loadOwn(ctx, id)
    if (memberId !== null) found(await findMemberId(ctx.db, memberId), 'member')
    const caller = await findCaller(ctx.db, row.phone, memberId, ctx.now)
    const settings = await readSettings(ctx.db)
    const said = row.answeredAt === null ? row.greeting : greetingOf(settings, caller).text
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
    const done = await applyStep(ctx, row, 'finish', {
      also: () => ({ ...record, resultCode }),
      gapMs: await gapOf(db, id),
    })
    if (callBackAt !== undefined) await promiseCallBack(ctx, row, callBackAt, callBackText?.trim() || row.number)
    // Written in whichever window: what was handed in stands in the call now.
    await dropDraft(db, ctx.actor.id as UserId, draftOfCall(id))
    if (row.callBackOf !== null) await closeCallBacksOf(ctx, row.callBackOf as CallId, row.number)
    ctx.note({ lengths: lengthsOf(record) })
    return showLive(ctx, done)
  },
}

/** When a call was over that the program did not see the end of, and how long nobody could write it up. */
async function endingAt(
  { db, now }: Ctx,
  row: Row<'calls'>,
  endedAt: number | undefined,
): Promise<{ at?: number; data?: object }> {
  if (endedAt === undefined) return {}
  if (endedAt > now || endedAt < (await lastEventAt(db, row))) refuse('call-end-time')
  return { at: endedAt, data: { endedAt, gapMs: now - endedAt } }
}

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
