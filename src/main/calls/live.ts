import type { CallFlow, LiveCall } from '../../shared/calls/model.ts'
import type { CallEventKind } from '../../shared/calls/words.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import type { Ctx } from '../engine/handler.ts'
import { type CallStep, stepCall } from '../rules/call-flow.ts'
import { greetingFor } from '../rules/greeting.ts'
import { ringTargetFor } from '../rules/ring.ts'
import { readSettings } from '../session/queries.ts'
import type { Row } from '../store/types.ts'
import { findCaller, greetedOf, tierOf } from './lookup.ts'
import { findCall, insertEvent, updateCall } from './queries.ts'
import { flowOf, identityOf } from './rows.ts'

/** The agent's own call, or a refusal: nobody works the call of another. */
export async function loadOwn(ctx: Ctx, id: CallId): Promise<Row<'calls'>> {
  const row = found(await findCall(ctx.db, id), 'call')
  if (row.agentId !== ctx.actor.id) refuse('call-of-another', { number: row.number })
  ctx.subject({ memberId: row.memberId as MemberId | null })
  return row
}

/** Takes the call one step further, stores it with an event and whatever else changes, and shows it. */
export async function takeStep(
  ctx: Ctx,
  row: Row<'calls'>,
  step: CallStep,
  also: (flow: CallFlow) => Partial<Row<'calls'>> = () => ({}),
): Promise<LiveCall> {
  const stepped = stepCall(flowOf(row), step, ctx.now)
  if (!stepped.allowed) {
    must(stepped)
    return refuse('call-state')
  }
  const change = { ...stepped.call, ...also(stepped.call) }
  await updateCall(ctx.db, row.id as CallId, change)
  await noteEvent(ctx, row.id as CallId, step)
  ctx.note({ number: row.number, state: { from: row.state, to: stepped.call.state } })
  return showLive(ctx, { ...row, ...change })
}

/** Writes down what happened and when. */
export async function noteEvent(ctx: Ctx, callId: CallId, kind: CallEventKind, data: object = {}): Promise<void> {
  await insertEvent(ctx.db, { callId, at: ctx.now, actorId: ctx.actor.id as UserId, kind, data })
}

/** A call as its agent sees it, with who is calling and how to greet them. */
export async function showLive({ db }: Ctx, row: Row<'calls'>): Promise<LiveCall> {
  const settings = await readSettings(db)
  const caller = await findCaller(db, row.phone, row.memberId as MemberId | null)
  const target = ringTargetFor(settings, tierOf(caller))
  const { question, process, result } = row
  return {
    ...flowOf(row),
    ...identityOf(row),
    question,
    process,
    result,
    caller,
    greeting: greetingFor(settings.greeting, greetedOf(caller)),
    ring: { ...target, maxRings: row.maxRings ?? target.maxRings },
  }
}
