import type { LoggedResult } from '../../shared/calls/words.ts'
import type { RowError } from '../../shared/imports/model.ts'
import { DESK_ZONE, SECOND } from '../../shared/time.ts'
import { storedPhone } from '../calls/phone.ts'
import type { Ctx } from '../engine/handler.ts'
import { keepNewTotals } from '../kpi/keep.ts'
import type { CallRow, callImport } from '../rules/call-fields.ts'
import type { RowMapper } from '../rules/import-mapping.ts'
import { judgeRings, type RingFacts, ringTargetFor } from '../rules/ring.ts'
import { dayAt } from '../rules/zone.ts'
import { readSettings } from '../session/queries.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import type { Row } from '../store/types.ts'
import { type ImportedRating, ratingSaver } from '../surveys/imported-ratings.ts'
import { callDigests, handlersByLogin, membersByCard } from './lookups.ts'
import { giveNumbers } from './record-queries.ts'
import { type Group, originKey, type RecordKind, type Verdict } from './records.ts'

const SKEW = 60_000

type Fields = typeof callImport.fields
type CallPlan = {
  row: Row<'calls'>
  event: Row<'callEvents'>
  origin: Row<'importedCalls'>
  rating: ImportedRating | null
}

/** Everything the calls of one file are judged by (S1-13, S3-48). */
export async function callRecords(
  ctx: Ctx,
  mapper: RowMapper<Fields>,
  importId: string,
): Promise<RecordKind<Fields, CallPlan>> {
  const { db, now } = ctx
  const agents = await handlersByLogin(db)
  const settings = await readSettings(db)
  return {
    mapper,
    today: dayAt(DESK_ZONE, now),
    isLog: false,
    keyOf: originKey,
    save: callSaver(ctx),
    judge: async (groups) => {
      const members = await membersByCard(db, [...new Set(groups.flatMap(({ rows }) => rows[0]?.value.card ?? []))])
      const known = await knownCalls(ctx, groups)
      return groups.map((group): Verdict<CallPlan> => {
        const first = group.rows[0]
        if (!first) return { outcome: 'unchanged' }
        const { file, value } = first
        // Nobody of the desk could have answered it: it is no call of the desk, and no figure counts it.
        if (value.result === 'notOffered') return { outcome: 'unchanged' }
        const kept = known.get(originKey(value))
        if (kept === group.digest) return { outcome: 'unchanged' }
        const wrong = (field: string, reason: RowError['reason']) => ({ row: file.row, field, reason })
        if (kept !== undefined) return { outcome: 'rejected', errors: [wrong('id', 'already-imported')] }
        const errors: RowError[] = []
        if ((value.startedAt ?? 0) > now + SKEW) errors.push(wrong('startedAt', 'in-future'))
        if (value.agent !== undefined && !agents.has(value.agent)) errors.push(wrong('agent', 'unknown-user'))
        const member = value.card === undefined ? undefined : members.get(value.card)
        if (value.card !== undefined && !member) errors.push(wrong('card', 'unknown-member'))
        if (errors.length > 0) return { outcome: 'rejected', errors }
        const target = ringTargetFor(settings, member?.tier ?? null)
        const row = callOf(value, {
          id: ctx.newId(),
          memberId: member?.id ?? null,
          agentId: value.agent === undefined ? null : (agents.get(value.agent) ?? null),
          verdict: judgeRings(ringsOf(value), target),
        })
        const { system = '', id: externalId = '', handler } = value
        const points = value.rating === undefined ? null : Number(value.rating)
        const isAnswered = row.answeredAt !== null
        const told = isAnswered ? {} : toldOf(value)
        const data = { importId, system, externalId, row: file.row, ...(handler ? { handler } : {}), ...told }
        return {
          outcome: 'created',
          plan: {
            row,
            event: {
              callId: row.id,
              seq: 1,
              at: row.startedAt,
              actorId: ctx.actor.id,
              kind: 'log',
              data: JSON.stringify(data),
            },
            origin: { system, externalId, importId, row: file.row, digest: group.digest, callId: row.id },
            rating:
              points === null || !isAnswered
                ? null
                : { call: row, tier: member?.tier ?? 'none', points, origin: `${system} ${externalId}`.trim() },
          },
        }
      })
    },
  }
}

/** What the file says of an unanswered call and cannot be so: it stays in the call's own history. */
function toldOf({ talkS = 0, rating }: CallRow) {
  return { ...(talkS > 0 ? { toldTalkS: talkS } : {}), ...(rating === undefined ? {} : { toldRating: Number(rating) }) }
}

/** The count of rings, else the waiting time; a file may say neither. */
function ringsOf({ rings, waitS }: CallRow): RingFacts {
  if (rings !== undefined) return { rings }
  return waitS === undefined ? {} : { waitSeconds: waitS }
}

const UNANSWERED: readonly LoggedResult[] = ['missed', 'abandoned']

type Known = {
  id: string
  memberId: string | null
  agentId: string | null
  verdict: ReturnType<typeof judgeRings>
}

function callOf(value: CallRow, { id, memberId, agentId, verdict }: Known): Row<'calls'> {
  const { startedAt = 0, direction = 'inbound', waitS = 0, talkS = 0, holdS = 0, wrapUpS = 0 } = value
  const result: LoggedResult = value.result === undefined || value.result === 'notOffered' ? 'other' : value.result
  const isAnswered = !UNANSWERED.includes(result)
  const span = (seconds: number) => (isAnswered ? seconds * SECOND : 0)
  const waitMs = waitS * SECOND
  const endedAt = startedAt + waitMs + span(talkS) + span(holdS)
  const isJudged = direction === 'inbound' && isAnswered && verdict !== undefined
  return {
    id,
    number: '',
    direction,
    state: isAnswered ? 'done' : result === 'missed' ? 'missed' : 'abandoned',
    memberId,
    phone: storedPhone(value.phone ?? ''),
    callerName: value.callerName ?? null,
    agentId,
    startedAt,
    answeredAt: isAnswered ? startedAt + waitMs : null,
    endedAt,
    wrapUpEndedAt: isAnswered ? endedAt + span(wrapUpS) : null,
    heldSince: null,
    rings: verdict?.rings ?? 0,
    waitMs,
    talkMs: span(talkS),
    holdMs: span(holdS),
    wrapUpMs: span(wrapUpS),
    maxRings: isJudged ? verdict.maxRings : null,
    isInTime: isJudged ? (verdict.isInTime ? 1 : 0) : null,
    greeting: null,
    question: value.question ?? '',
    process: value.process ?? '',
    result: value.outcome ?? '',
    resultCode: result,
    callBackOf: null,
  }
}

async function knownCalls({ db }: Ctx, groups: readonly Group<CallRow>[]): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  const rows = groups.flatMap(({ rows }) => rows.map(({ value }) => value))
  for (const system of new Set(rows.map((row) => row.system ?? ''))) {
    const ids = rows.filter((row) => (row.system ?? '') === system).map(({ id = '' }) => id)
    for (const [id, digest] of await callDigests(db, system, ids)) known.set(originKey({ system, id }), digest)
  }
  return known
}

/** Stores calls with where they came from; numbers go by the day of the call. */
function callSaver(ctx: Ctx): (plans: readonly CallPlan[]) => Promise<void> {
  const { db } = ctx
  const saveRatings = ratingSaver(ctx)
  const insertCalls = bulkInsert(db, 'calls')
  const insertEvents = bulkInsert(db, 'callEvents')
  const insertOrigins = bulkInsert(db, 'importedCalls')
  return async (plans) => {
    await giveNumbers(
      db,
      plans.map(({ row }) => ({ kind: 'call', day: dayAt(DESK_ZONE, row.startedAt), row })),
    )
    await insertCalls(plans.map(({ row }) => row))
    await keepNewTotals(
      db,
      plans.map(({ row, rating }) => ({ call: row, points: rating?.points ?? null })),
    )
    await saveRatings(plans.flatMap(({ rating }) => rating ?? []))
    await insertEvents(plans.map(({ event }) => event))
    await insertOrigins(plans.map(({ origin }) => origin))
  }
}
