import type { CallFlow } from '../../shared/calls/model.ts'
import type { LoggedResult } from '../../shared/calls/words.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { CallId } from '../../shared/ids.ts'
import { DESK_ZONE, SECOND } from '../../shared/time.ts'
import type { Handler } from '../engine/handler.ts'
import { scopeFor } from '../rules/access.ts'
import { judgeRings, ringTargetFor } from '../rules/ring.ts'
import { dayAt } from '../rules/zone.ts'
import { readSettings } from '../session/queries.ts'
import { noteEvent } from './live.ts'
import { storedPhone } from './phone.ts'
import { findAgent, findCallRow, findMemberIdByCard, findTier, insertCall, nextCallNumber } from './queries.ts'
import { toRow } from './rows.ts'

type Spans = { at: number; waitS: number; talkS: number; holdS: number; wrapUpS: number; resultCode: LoggedResult }

/** S1-13, S3-48: one call that is over, with the figures a switchboard or another system gave. */
export const log: Handler<'calls.log'> = async (ctx, input) => {
  const { db, now, actor } = ctx
  if (actor.role === 'system') return refuse('call-of-another')
  if (input.at > now) refuse('call-in-future')
  const agentId = found(await findAgent(db, input.agent), 'user')
  const memberId = input.card === undefined ? null : found(await findMemberIdByCard(db, input.card), 'member')
  const flow = { ...flowOfSpans(input), direction: input.direction }
  const target = ringTargetFor(await readSettings(db), memberId && (await findTier(db, memberId)))
  const facts = input.rings === undefined ? { waitSeconds: input.waitS } : { rings: input.rings }
  const verdict = judgeRings(facts, target)
  const isJudged = flow.direction === 'inbound' && flow.answeredAt !== null && verdict !== undefined
  const id = ctx.newId() as CallId
  const { question, process, result, resultCode } = input
  await insertCall(db, {
    ...flow,
    id,
    number: await nextCallNumber(db, dayAt(DESK_ZONE, input.at)),
    memberId,
    phone: storedPhone(input.phone),
    callerName: null,
    agentId,
    rings: verdict?.rings ?? 0,
    maxRings: isJudged ? verdict.maxRings : null,
    isInTime: isJudged ? (verdict.isInTime ? 1 : 0) : null,
    greeting: null,
    question,
    process,
    result,
    resultCode,
    callBackOf: null,
  })
  await noteEvent(ctx, id, 'log')
  ctx.subject({ memberId })
  const row = toRow(found(await findCallRow(db, scopeFor({ id: actor.id, role: actor.role }, 'calls'), id), 'call'))
  ctx.note({ number: row.number })
  return row
}

/** Puts the figures of a finished call in their places on the clock. */
function flowOfSpans({ at, waitS, talkS, holdS, wrapUpS, resultCode }: Spans): Omit<CallFlow, 'direction'> {
  const [waitMs, talkMs, holdMs, wrapUpMs] = [waitS * SECOND, talkS * SECOND, holdS * SECOND, wrapUpS * SECOND]
  const times = { startedAt: at, heldSince: null, waitMs }
  if (resultCode === 'missed' || resultCode === 'abandoned') {
    if (talkS + holdS + wrapUpS > 0) refuse('call-not-answered')
    const endedAt = at + waitMs
    return { ...times, state: resultCode, answeredAt: null, endedAt, wrapUpEndedAt: null, talkMs, holdMs, wrapUpMs }
  }
  const answeredAt = at + waitMs
  const endedAt = answeredAt + talkMs + holdMs
  return { ...times, state: 'done', answeredAt, endedAt, wrapUpEndedAt: endedAt + wrapUpMs, talkMs, holdMs, wrapUpMs }
}
