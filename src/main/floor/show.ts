import type { CaseRow } from '../../shared/cases/views.ts'
import type { FloorCall, FloorLevel, FloorPerson } from '../../shared/floor/contract.ts'
import { floorState, sharePercent, type Traces } from '../../shared/floor/rules.ts'
import type { CallId, CaseId, UserId } from '../../shared/ids.ts'
import { GONE_AFTER } from '../../shared/marks/contract.ts'
import type { Role } from '../../shared/roles.ts'
import { MEMBER_TIERS, type MemberTier } from '../../shared/tiers/model.ts'
import { DAY, DESK_ZONE, HOUR, type Instant } from '../../shared/time.ts'
import { countWaiting } from '../calls/wait-queries.ts'
import { NEVER_DUE, scopeOf } from '../cases/case-file.ts'
import { readable } from '../cases/in-scope.ts'
import { openRows } from '../cases/lists.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { handlersOf } from '../routing/people.ts'
import { maskValue } from '../rules/masking.ts'
import { ringTargetFor } from '../rules/ring.ts'
import { isPresent } from '../rules/routing-choice.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { readSettings } from '../session/queries.ts'
import {
  allPresences,
  callCounts,
  closedCounts,
  dueCounts,
  dueIds,
  lastEntryOf,
  liveCalls,
  openByTier,
  qualityOf,
  shownCases,
} from './floor-queries.ts'

const LISTED = 100
const QUALITY_DAYS = 30

type Count = { ownerId: string | null; tierAtOpening: string; count: number }
const sumOf = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0)

/** S3-13..15: people, calls and cases as they are now; a lead sees the people who report to them, a manager everybody. */
export const show: Handler<'floor.show'> = async (ctx, { leadId }) => {
  const { db, now } = ctx
  const everybody = await handlersOf(db)
  const of = ctx.actor.role === 'lead' ? ctx.actor.id : leadId
  const team = everybody.filter((person) => of === null || person.id === of || person.leadId === of)
  const ids = new Set(team.map(({ id }) => id))
  const isOurs = ({ ownerId }: { ownerId: string | null }) => ownerId === null || ids.has(ownerId)
  const midnight = momentOf(DESK_ZONE, dayAt(DESK_ZONE, now), 0)
  const calls = await callCounts(db, midnight)
  const live = await liveCalls(db)
  const overdue = (await dueCounts(db, -1, now)).filter(isOurs)
  const soon = (await dueCounts(db, now, now + HOUR)).filter(isOurs)
  const owners = [...ids]
  return {
    asOf: now,
    teams: everybody.filter(({ role }) => role === 'lead').map(({ id, name }) => ({ leadId: id as UserId, name })),
    people: await peopleOf(ctx, team, { live, calls, overdue, soon, midnight }),
    calls: {
      waiting:
        live.filter(({ state, direction }) => state === 'ringing' && direction === 'inbound').length +
        (await countWaiting(db)),
      live: live.filter(({ state }) => state === 'talking' || state === 'held').length,
      answered: sumOf(calls.filter(isAnswered)),
      missed: sumOf(calls.filter(({ state }) => state === 'missed')),
      abandoned: sumOf(calls.filter(({ state }) => state === 'abandoned')),
    },
    levels: await levelsOf(ctx, calls, overdue, (await openByTier(db)).filter(isOurs)),
    coming: await listed(ctx, await dueIdsOf(ctx, owners, now, now + HOUR)),
    overdue: await listed(ctx, await dueIdsOf(ctx, owners, -1, now)),
    unassigned: await listed(ctx, await dueIds(db, 'nobody', -1, NEVER_DUE, LISTED)),
  }
}

/** What a team and nobody owns within a stretch. */
async function dueIdsOf({ db }: Ctx, owners: readonly string[], from: Instant, to: Instant): Promise<string[]> {
  return [...(await dueIds(db, owners, from, to, LISTED)), ...(await dueIds(db, 'nobody', from, to, LISTED))]
}

/** Cases as lines, the first to break a limit first. */
export async function listed(ctx: Ctx, ids: readonly string[]): Promise<CaseRow[]> {
  const rows = await openRows(ctx, ids)
  return rows.sort((a, b) => a.queueAt - b.queueAt || (a.number < b.number ? -1 : 1)).slice(0, LISTED)
}

type CallCount = Awaited<ReturnType<typeof callCounts>>[number]
type LiveCall = Awaited<ReturnType<typeof liveCalls>>[number]

const UNSPOKEN = ['ringing', 'missed', 'abandoned']
const isAnswered = ({ state }: CallCount) => !UNSPOKEN.includes(state)

type Today = {
  live: readonly LiveCall[]
  calls: readonly CallCount[]
  overdue: readonly Count[]
  soon: readonly Count[]
  midnight: Instant
}

type Person = Awaited<ReturnType<typeof handlersOf>>[number]

async function peopleOf(ctx: Ctx, team: readonly Person[], today: Today): Promise<FloorPerson[]> {
  const { db, now } = ctx
  const presences = new Map((await allPresences(db)).map((row) => [row.userId, row]))
  const closed = await closedCounts(db, today.midnight)
  const quality = await qualityOf(db, now - QUALITY_DAYS * DAY)
  const seeable = await readable(db, scopeOf(ctx), await shownCases(db, now - GONE_AFTER))
  const shown = new Map(seeable.map((row) => [row.userId, row]))
  const people: FloorPerson[] = []
  for (const person of team) {
    const { id, name, role, leadId, open, maxOpen, pressing } = person
    const call = today.live.find(({ agentId }) => agentId === id)
    const seen = shown.get(id)
    const entry = await lastEntryOf(db, id)
    const traces: Traces = {
      call: callOf(call),
      presence: presences.get(id) ?? null,
      lastEntry: entry ? { at: entry.at, isEnd: entry.call === 'session.lock' } : null,
      isAway: !isPresent(person, now),
      now,
    }
    people.push({
      ...{ name, open, maxOpen, pressing },
      userId: id as UserId,
      role: role as Role,
      leadId: leadId as UserId | null,
      ...floorState(traces),
      call: call ? toCall(call) : null,
      shows: seen
        ? { id: seen.id as CaseId, number: seen.number, title: seen.title, tier: seen.tier as MemberTier }
        : null,
      overdue: sumOf(today.overdue.filter(({ ownerId }) => ownerId === id)),
      soon: sumOf(today.soon.filter(({ ownerId }) => ownerId === id)),
      closedToday: closed.get(id) ?? 0,
      answeredToday: sumOf(today.calls.filter(({ agentId }) => agentId === id).filter(isAnswered)),
      quality: quality.get(id) ?? null,
    })
  }
  return people.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function toCall({ id, number, direction, name, tier, phone, startedAt, answeredAt, heldSince }: LiveCall): FloorCall {
  return {
    ...{ id: id as CallId, number, tier, startedAt, answeredAt, heldSince },
    ...{ isInbound: direction === 'inbound', memberName: name, phoneMasked: maskValue('phone', phone) },
  }
}

function callOf(call: LiveCall | undefined): Traces['call'] {
  if (!call) return null
  const { startedAt, answeredAt, heldSince, endedAt } = call
  if (call.state === 'ringing') return { state: 'ringing', since: startedAt }
  if (call.state === 'held') return { state: 'held', since: heldSince ?? startedAt }
  if (call.state === 'wrapUp') return { state: 'wrapUp', since: endedAt ?? startedAt }
  return { state: 'talking', since: answeredAt ?? startedAt }
}

/** Calls of today against the ring target of each tier, and open cases within their limits. */
async function levelsOf(
  { db }: Ctx,
  calls: readonly CallCount[],
  overdue: readonly Count[],
  open: readonly Count[],
): Promise<FloorLevel[]> {
  const settings = await readSettings(db)
  return [...MEMBER_TIERS, null].flatMap((tier) => {
    const own = calls.filter((row) => row.tier === tier && row.state !== 'ringing')
    const offered = sumOf(own)
    const inTime = sumOf(own.filter((row) => row.isInTime === 1))
    const ofTier = (rows: readonly Count[]) => sumOf(rows.filter((row) => row.tierAtOpening === tier))
    const [all, late] = [ofTier(open), ofTier(overdue)]
    if (offered === 0 && all === 0) return []
    return [
      {
        tier,
        offered,
        answered: sumOf(own.filter(isAnswered)),
        inTime,
        rings: ringTargetFor(settings, tier).maxRings,
        inTimePercent: sharePercent(inTime, offered),
        open: all,
        overdue: late,
        onTimePercent: sharePercent(all - late, all),
      },
    ]
  })
}
