import type { CallFlow, LiveCall } from '../../shared/calls/model.ts'
import type { CallEventKind } from '../../shared/calls/words.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import type { DeskSettings } from '../../shared/settings/contract.ts'
import type { Instant } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { type CallStep, stepCall } from '../rules/call-flow.ts'
import { greetingFor } from '../rules/greeting.ts'
import { ringTargetFor } from '../rules/ring.ts'
import { readSettings } from '../session/queries.ts'
import type { Row } from '../store/types.ts'
import { listConsults } from './consult-queries.ts'
import { addressOf, findCaller, greetedOf, tierOf } from './lookup.ts'
import { countHolds, findCall, insertEvent, lastSignAt, updateCall } from './queries.ts'
import { flowOf, identityOf } from './rows.ts'
import { findGivenOver, findOpenOffer, findTransferOut } from './wait-queries.ts'

/** The agent's own call, or a refusal: nobody works the call of another. */
export async function loadOwn(ctx: Ctx, id: CallId): Promise<Row<'calls'>> {
  const row = found(await findCall(ctx.db, id), 'call')
  if (row.agentId !== ctx.actor.id) refuse('call-of-another', { number: row.number })
  ctx.subject({ memberId: row.memberId as MemberId | null })
  return row
}

/** What else a step does: columns that change with it, what its event says, and when it really was. */
type StepExtras = {
  also?: (flow: CallFlow) => Partial<Row<'calls'>>
  data?: object
  at?: Instant
  gapMs?: number
}

/** Takes the call one step further and stores it with an event and whatever else changes. */
export async function applyStep(
  ctx: Ctx,
  row: Row<'calls'>,
  step: CallStep,
  { also = () => ({}), data = {}, at = ctx.now, gapMs = 0 }: StepExtras = {},
): Promise<Row<'calls'>> {
  const stepped = stepCall(flowOf(row), step, at, gapMs)
  if (!stepped.allowed) {
    must(stepped)
    return refuse('call-state')
  }
  const change = { ...stepped.call, ...also(stepped.call) }
  await updateCall(ctx.db, row.id as CallId, change)
  await noteEvent(ctx, row.id as CallId, step, data)
  ctx.note({ number: row.number, state: { from: row.state, to: stepped.call.state } })
  return { ...row, ...change }
}

/** The same, and shows the call. */
export async function takeStep(ctx: Ctx, row: Row<'calls'>, step: CallStep, extras?: StepExtras): Promise<LiveCall> {
  return showLive(ctx, await applyStep(ctx, row, step, extras))
}

/** Writes down what happened and when. */
export async function noteEvent(ctx: Ctx, callId: CallId, kind: CallEventKind, data: object = {}): Promise<void> {
  await insertEvent(ctx.db, { callId, at: ctx.now, actorId: ctx.actor.id as UserId, kind, data })
}

/** A call as its agent sees it, with who is calling and how to greet them. */
export async function showLive({ db, now }: Ctx, row: Row<'calls'>): Promise<LiveCall> {
  const settings = await readSettings(db)
  const caller = await findCaller(db, row.phone, row.memberId as MemberId | null, now)
  const target = ringTargetFor(settings, tierOf(caller))
  const { question, process, result } = row
  const id = row.id as CallId
  return {
    ...flowOf(row),
    ...identityOf(row),
    question,
    process,
    result,
    caller,
    greeting: greetingOf(settings, caller),
    ring: { ...target, maxRings: row.maxRings ?? target.maxRings },
    holds: await countHolds(db, id),
    consults: await listConsults(db, id),
    givenBy: await findGivenOver(db, id),
    offer: (await findOpenOffer(db, id)) ? await findTransferOut(db, id) : null,
    lastSignAt: await lastSignAt(db, row),
  }
}

/** S3-49: how this caller is greeted. */
export function greetingOf(settings: DeskSettings, caller: LiveCall['caller']) {
  return greetingFor(settings.greeting, greetedOf(caller), addressOf(settings, caller))
}
