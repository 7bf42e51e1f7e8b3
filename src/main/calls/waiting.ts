import type { WaitingCall } from '../../shared/calls/waiting.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { CallId, MemberId, UserId } from '../../shared/ids.ts'
import type { DeskSettings } from '../../shared/settings/contract.ts'
import { HOUR, SECOND } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { maskValue } from '../rules/masking.ts'
import { ringTargetFor } from '../rules/ring.ts'
import { readSettings } from '../session/queries.ts'
import type { Row } from '../store/types.ts'
import { answerCall, beginCall, endUnanswered, mustBeFree } from './begin.ts'
import { showLive } from './live.ts'
import { findCaller, tierOf } from './lookup.ts'
import { storedPhone } from './phone.ts'
import { findActiveCall, findCall } from './queries.ts'
import { takeTransfer } from './transfer.ts'
import { veiledWaiting } from './veil.ts'
import {
  countWaiting,
  findAnnounced,
  findWait,
  insertWait,
  listWaiting,
  MOST_WAITING,
  settleWait,
  type Wait,
} from './wait-queries.ts'

/** An announcement that is older than this does not say any more when it rang. */
const OLDEST_RING = 12 * HOUR

/** Calls that wait for somebody: announced while the agent was on another, or handed over by a colleague. */
export const waiting: Pick<FeatureHandlers<'calls'>, 'incoming' | 'waiting' | 'takeWaiting' | 'dropWaiting'> = {
  incoming: async (ctx, { phone: written, externalId, rungAt }) => {
    const { db, now, actor } = ctx
    const startedAt = Math.max(now - OLDEST_RING, Math.min(rungAt, now))
    ctx.note({ externalId })
    if (await findAnnounced(db, externalId, startedAt)) return { outcome: 'known' }
    if ((await countWaiting(db)) >= MOST_WAITING) refuse('call-too-many', { count: MOST_WAITING })
    const phone = storedPhone(written)
    const wait = { ...NEW, id: ctx.newId(), phone, externalId, startedAt, createdBy: actor.id }
    if (await findActiveCall(db, actor.id as UserId)) {
      await insertWait(db, wait)
      return { outcome: 'waiting' }
    }
    const { id } = await beginCall(ctx, { direction: 'inbound', phone, memberId: null, startedAt })
    await insertWait(db, { ...wait, state: 'taken', settledAt: now, settledBy: actor.id, callId: id })
    return { outcome: 'ringing' }
  },

  waiting: async (ctx, { mine }) => {
    const { db, actor, now } = ctx
    const settings = await readSettings(db)
    const rows = (await listWaiting(db)).filter(({ toUserId }) => !mine || toUserId === null || toUserId === actor.id)
    const shown: WaitingCall[] = []
    for (const row of rows) {
      const caller = await findCaller(db, row.phone, row.memberId as MemberId | null, now)
      shown.push(await veiledWaiting(ctx, toWaiting(row, caller, settings), memberOf(caller)?.id ?? null))
    }
    return shown
  },

  takeWaiting: async (ctx, { id }) => {
    await mustBeFree(ctx)
    const wait = await loadWaiting(ctx, id)
    const row = wait.source === 'transfer' ? await takeTransfer(ctx, wait) : await takeAnnounced(ctx, wait)
    await settle(ctx, wait, 'taken', row.id)
    return showLive(ctx, row)
  },

  dropWaiting: async (ctx, { id, reason }) => {
    const wait = await loadWaiting(ctx, id)
    if (wait.kind === 'warm') refuse('call-offer-warm')
    const part = wait.fromId === null ? undefined : await findCall(ctx.db, wait.fromId as CallId)
    const { phone, startedAt } = wait
    const begun = await beginCall(ctx, {
      direction: 'inbound',
      phone,
      memberId: part?.memberId ?? null,
      callerName: part?.callerName ?? null,
      startedAt,
    })
    await endUnanswered(ctx, begun, reason)
    await settle(ctx, wait, reason, begun.id)
    return null
  },
}

const NEW = {
  source: 'link',
  fromId: null,
  kind: null,
  toUserId: null,
  toDesk: null,
  note: '',
  state: 'waiting',
  settledAt: null,
  settledBy: null,
  callId: null,
} as const satisfies Partial<Wait>

async function loadWaiting({ db }: Ctx, id: string): Promise<Wait> {
  const wait = found(await findWait(db, id), 'waitingCall')
  if (wait.state !== 'waiting') refuse('call-wait-over')
  return wait
}

function settle({ db, now, actor }: Ctx, { id }: Wait, state: Wait['state'], callId: string): Promise<void> {
  return settleWait(db, id, { state, settledAt: now, settledBy: actor.id, callId })
}

/** Whoever takes a waiting call has the telephone in hand: it is answered with the ring it began with. */
async function takeAnnounced(ctx: Ctx, { phone, startedAt }: Wait): Promise<Row<'calls'>> {
  return answerCall(ctx, await beginCall(ctx, { direction: 'inbound', phone, memberId: null, startedAt }))
}

type Listed = Awaited<ReturnType<typeof listWaiting>>[number]

function memberOf(caller: Awaited<ReturnType<typeof findCaller>>) {
  if (caller.kind === 'member') return caller.member
  return caller.kind === 'candidates' && caller.members.length === 1 ? caller.members[0] : undefined
}

function toWaiting(row: Listed, caller: Awaited<ReturnType<typeof findCaller>>, settings: DeskSettings): WaitingCall {
  const member = memberOf(caller)
  const { maxRings, secondsPerRing } = ringTargetFor(settings, member?.tier ?? tierOf(caller))
  const { id, source, startedAt, kind, toName, note } = row
  return {
    id,
    source,
    startedAt,
    kind,
    toName,
    note,
    phoneMasked: maskValue('phone', row.phone),
    memberName: member?.name ?? null,
    tier: member?.tier ?? null,
    fromName: source === 'transfer' ? row.fromName : null,
    toId: row.toUserId as UserId | null,
    toDesk: row.toDesk,
    targetMs: source === 'transfer' ? null : maxRings * secondsPerRing * SECOND,
  }
}
