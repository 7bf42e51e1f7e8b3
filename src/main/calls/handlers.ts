import type { CallDetail } from '../../shared/calls/model.ts'
import { CALL_EVENT_KINDS, UNANSWERED_STATES } from '../../shared/calls/words.ts'
import type { Parsed } from '../../shared/contracts.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { type Scope, scopeFor } from '../rules/access.ts'
import { callBackSteps } from './call-back-steps.ts'
import { listCallBacksOf } from './call-backs.ts'
import { listConsults } from './consult-queries.ts'
import { consults } from './consults.ts'
import { showLive } from './live.ts'
import { log } from './log.ts'
import {
  type CallFilter,
  countCalls,
  countHolds,
  findActiveCall,
  findCallRow,
  listCalls,
  listEvents,
} from './queries.ts'
import { toRow } from './rows.ts'
import { steps } from './steps.ts'
import { transfers } from './transfer.ts'
import { veiledCallBacks } from './veil.ts'
import { findGivenOver, findTransferOut } from './wait-queries.ts'
import { waiting } from './waiting.ts'

export const calls: FeatureHandlers<'calls'> = {
  ...steps,
  ...waiting,
  ...consults,
  ...transfers,
  ...callBackSteps,
  log,

  current: async (ctx) => {
    const row = await findActiveCall(ctx.db, ctx.actor.id as UserId)
    return row ? showLive(ctx, row) : null
  },

  recent: async (ctx, { before, limit, ...filter }) => {
    const rows = await listCalls(ctx.db, scopeOf(ctx), {
      ...chosen(ctx, filter),
      ...(before === undefined ? {} : { before }),
      limit,
    })
    const last = rows.at(-1)
    return { rows, next: last && rows.length === limit ? { startedAt: last.startedAt, id: last.id } : null }
  },

  total: async (ctx, filter) => countCalls(ctx.db, scopeOf(ctx), chosen(ctx, filter)),

  show: async (ctx, { id }) => {
    const { db } = ctx
    const row = found(await findCallRow(db, scopeOf(ctx), id), 'call')
    ctx.subject({ memberId: row.memberId as MemberId | null })
    const { phone, question, process, result, maxRings, greeting } = row
    const callBacks = await veiledCallBacks(ctx, await listCallBacksOf(db, id))
    return {
      ...toRow(row),
      phone,
      question,
      process,
      result,
      maxRings,
      greeting,
      holds: await countHolds(db, id),
      consults: await listConsults(db, id),
      givenBy: await findGivenOver(db, id),
      givenTo: await findTransferOut(db, id),
      events: await eventsOf(ctx, id),
      callBacks,
    }
  },
}

function chosen({ actor }: Ctx, { filter, memberId }: Parsed<'calls.total'>): CallFilter {
  return {
    ...(filter === 'mine' ? { agentId: actor.id as UserId } : {}),
    ...(filter === 'missed' ? { states: UNANSWERED_STATES } : {}),
    ...(memberId === undefined ? {} : { memberId }),
  }
}

/** Which calls the person who asks may read. */
export function scopeOf({ actor }: Ctx): Scope {
  if (actor.role === 'system') return refuse('call-of-another')
  return scopeFor(actor, 'calls')
}

async function eventsOf({ db }: Ctx, id: CallId): Promise<CallDetail['events']> {
  return (await listEvents(db, id)).map(({ seq, at, kind, actorName }) => ({
    seq,
    at,
    actorName: actorName ?? '',
    kind: CALL_EVENT_KINDS.find((known) => known === kind) ?? 'log',
  }))
}
