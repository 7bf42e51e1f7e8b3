import type { z } from 'zod'
import { caseClock, type TargetPolicy } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import { targetsOfVersion } from '../policies/queries.ts'
import type { RoundClock, SettledClock } from '../rules/case-clocks.ts'
import { conditionsOf } from '../rules/clock.ts'
import { newsOf } from '../rules/clock-signals.ts'
import type { Db, Row } from '../store/types.ts'
import { saveSignals, signalsOf, type ToldSignal, tell } from './signal-store.ts'
import { placeOfClock } from './told-groups.ts'

/** A clock with the id of its row, and what it has told as it was written down. */
export type StoredClock = RoundClock & { id: string; caseId: string; told: ToldSignal[] }

/** What the row's body keeps besides the columns: under which version of which policy the clock was started, and raised. */
const clockBody = caseClock.pick({ policyId: true, policyVersion: true, limit: true, pauses: true, raises: true })
type ClockBody = z.infer<typeof clockBody>

/** The row of a clock that was brought up to some moment. */
export function clockRow(place: { id: string; caseId: string }, { clock, nextCheckAt }: SettledClock): Row<'clocks'> {
  return {
    id: place.id,
    caseId: place.caseId,
    ...storedKind(clock.kind),
    item: clock.item ?? null,
    round: clock.round,
    state: clock.state,
    ruleId: clock.ruleId,
    calendarId: clock.calendarId,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    isProvisional: clock.isProvisional ? 1 : 0,
    pausedAt: clock.state === 'paused' ? (clock.pauses.at(-1)?.from ?? null) : null,
    stoppedAt: clock.stoppedAt ?? null,
    breachedAt: clock.breachedAt ?? null,
    warnedPercent: clock.signals.at(-1)?.percent ?? 0,
    reminders: clock.reminders,
    nextCheckAt,
    body: JSON.stringify(bodyOf(clock)),
  }
}

// The table's first version knows fewer promises: a later one stands as the nearest kind, with its own name beside it.
function storedKind(kind: RoundClock['kind']): Pick<Row<'clocks'>, 'kind' | 'promise' | 'promised'> {
  if (kind === 'appeal') return { kind: 'legal', promise: null, promised: kind }
  return { ...(kind === 'preliminary' ? { kind: 'progress', promise: kind } : { kind, promise: null }), promised: null }
}

/** Which promise a row is about, by its own name. */
export function kindOfRow({
  kind,
  promise,
  promised,
}: Pick<Row<'clocks'>, 'kind' | 'promise' | 'promised'>): RoundClock['kind'] {
  return promised === 'appeal' ? promised : (promise ?? kind)
}

function bodyOf({ policyId, policyVersion, limit, pauses, raises }: RoundClock): ClockBody {
  return { policyId, policyVersion, limit, pauses, ...(raises && { raises }) }
}

/** What a row's body says, with the rule that stands behind it. */
export type ReadBody = ClockBody & ReturnType<typeof conditionsOf>

/** The clock behind a row. */
export function toClock(row: Row<'clocks'>, body: ReadBody, told: ToldSignal[]): StoredClock {
  const signals = told.flatMap(({ percent, at, reminder }) => (reminder === 0 ? [{ percent, at }] : []))
  const clock: StoredClock = {
    ...body,
    id: row.id,
    caseId: row.caseId,
    kind: kindOfRow(row),
    round: row.round,
    state: row.state,
    ruleId: row.ruleId,
    calendarId: row.calendarId,
    startedAt: row.startedAt,
    dueAt: row.dueAt,
    isProvisional: row.isProvisional === 1,
    signals,
    reminders: row.reminders,
    told,
  }
  if (row.item !== null) clock.item = row.item
  if (row.breachedAt !== null) clock.breachedAt = row.breachedAt
  if (row.stoppedAt !== null) clock.stoppedAt = row.stoppedAt
  return clock
}

/**
 * Reads the bodies of rows, whose shape is our own writing and so trusted. Each text is read once and each policy loaded
 * once by whoever keeps the reader: the clocks of a desk repeat themselves.
 */
export function bodyReader(db: Db, known: readonly TargetPolicy[] = []) {
  const policies = new Map(known.map((policy) => [`${policy.id}@${policy.version}`, policy]))
  const bodies = new Map<string, ReadBody>()
  return async (rows: readonly Row<'clocks'>[]): Promise<ReadBody[]> => {
    const read: ReadBody[] = []
    for (const { ruleId, body: text } of rows) {
      const key = `${ruleId} ${text}`
      let body = bodies.get(key)
      if (!body) {
        body = await withRule(db, JSON.parse(text), ruleId, policies)
        bodies.set(key, body)
      }
      read.push(body)
    }
    return read
  }
}

async function withRule(
  db: Db,
  body: ClockBody,
  ruleId: string,
  policies: Map<string, TargetPolicy>,
): Promise<ReadBody> {
  const { policyId, policyVersion } = body
  const key = `${policyId}@${policyVersion}`
  const policy = policies.get(key) ?? (await targetsOfVersion(db, policyId, policyVersion))
  policies.set(key, policy)
  const rule = policy.rules.find((candidate) => candidate.id === ruleId)
  if (!rule) throw new Error(`no rule ${ruleId} in ${key}`)
  return { ...body, ...conditionsOf(rule, policy, body.raises) }
}

/** All clocks of a case with what they have told, in the order they are due. */
export async function clocksOf(db: Db, caseId: string, targets?: TargetPolicy): Promise<StoredClock[]> {
  const rows = await db
    .selectFrom('clocks')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('round')
    .orderBy('dueAt')
    .orderBy('id')
    .execute()
  const signals = await signalsOf(
    db,
    rows.map((row) => row.id),
  )
  const bodies = await bodyReader(db, targets ? [targets] : [])(rows)
  return rows.flatMap((row, i) => {
    const body = bodies[i]
    return body
      ? [
          toClock(
            row,
            body,
            signals.filter((signal) => signal.clockId === row.id),
          ),
        ]
      : []
  })
}

/** A new clock, brought up to now. */
export type NewClock = { id: string; caseId: string; to: SettledClock }

/** Saves new clocks, each already brought up to now. */
export async function insertClocks(db: Db, started: readonly NewClock[], now: Instant): Promise<StoredClock[]> {
  if (started.length === 0) return []
  await db
    .insertInto('clocks')
    .values(started.map((one) => clockRow(one, one.to)))
    .execute()
  const told = await tell(
    db,
    started.map(({ id, caseId, to }) => ({
      ...{ id, place: placeOfClock(caseId, to) },
      news: newsOf(to.clock, { percent: 0, reminders: 0 }),
    })),
    now,
  )
  return started.map(({ id, caseId, to }) => ({
    ...to.clock,
    ...{ id, caseId, told: told.filter(({ clockId }) => clockId === id) },
  }))
}

/** Saves one clock after a step, with what it tells now. */
export async function saveClock(db: Db, before: StoredClock, to: SettledClock, now: Instant): Promise<StoredClock> {
  const { id, caseId, ...change } = clockRow(before, to)
  await db.updateTable('clocks').set(change).where('id', '=', id).executeTakeFirstOrThrow()
  return { ...to.clock, id, caseId, told: await saveSignals(db, before, to.clock, now) }
}
