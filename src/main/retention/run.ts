import { never, Refusal } from '../../shared/failure.ts'
import type { RetentionRun } from '../../shared/retention/contract.ts'
import { ERASED_KINDS, type ErasedKind } from '../../shared/retention/words.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { insertDisposals } from '../rights/disposals.ts'
import { eraseCalls, eraseCases, eraseMember, eraseRequests } from '../rights/erase.ts'
import { eraseMessages } from '../rights/erase-messages.ts'
import { shredSealed } from '../rights/seal.ts'
import { cutoffFor, monthsOf } from '../rules/retention.ts'
import { dayAt } from '../rules/zone.ts'
import { type DueRecord, dueRecords, heldAmong } from './due-queries.ts'
import { presentSchedule, type Schedule } from './schedule-store.ts'

type Calls = Pick<FeatureHandlers<'retention'>, 'preview' | 'run'>

const PAGE = 500
const SAMPLE = 10
/** What a disposal is noted as, by kind of record. */
const NOTED: Record<ErasedKind, string> = {
  ...{
    complaint: 'case',
    matter: 'case',
    call: 'call',
    message: 'message',
    leftMember: 'member',
    sealedFile: 'member',
  },
}

/** Seeing and erasing what is due (PIPL 19, 47). */
export const running: Calls = {
  preview: async (ctx, { day }) => {
    const on = day ?? dayAt(DESK_ZONE, ctx.now)
    const schedule = await presentSchedule(ctx.db)
    const kinds = []
    for (const [place, kind] of ERASED_KINDS.entries()) {
      ctx.progress(place, ERASED_KINDS.length)
      kinds.push(await dueOf(ctx, schedule, kind, on))
    }
    return { day: on, version: schedule.version, kinds }
  },

  run: async (ctx, { version, kinds, limit }) => {
    const { db, now, actor } = ctx
    const schedule = await presentSchedule(db)
    if (schedule.version !== version) throw new Refusal({ code: 'CONFLICT', entity: 'retentionSchedule' })
    const day = dayAt(DESK_ZONE, now)
    const id = ctx.newId()
    await db
      .insertInto('retentionRuns')
      .values({ id, at: now, actorId: actor.id, day, scheduleVersion: version, body: '[]' })
      .execute()
    const done: RetentionRun['kinds'] = []
    let left = limit
    for (const kind of ERASED_KINDS.filter((one) => kinds.includes(one))) {
      const result = await eraseKind(ctx, schedule, kind, { day, id, most: left, total: limit })
      left -= result.erased
      done.push(result)
    }
    await db
      .updateTable('retentionRuns')
      .set({ body: JSON.stringify(done) })
      .where('id', '=', id)
      .execute()
    ctx.note({ erased: done.map(({ kind, erased }) => `${kind} ${erased}`) })
    return { id, at: now, actorName: actor.name, day, scheduleVersion: version, kinds: done }
  },
}

/** A lock ends with its own day; its rule of one month is the time within which it must then be gone. */
function endedBy({ rules }: Schedule, kind: ErasedKind, on: Day): Day {
  return kind === 'sealedFile' ? on : cutoffFor(monthsOf(rules, kind), on)
}

async function* pagesOf(
  ctx: Ctx,
  kind: ErasedKind,
  last: Day,
): AsyncGenerator<{ rows: DueRecord[]; held: Set<string> }> {
  for (let from: Awaited<ReturnType<typeof dueRecords>>['next'] = null; ; ) {
    ctx.signal.throwIfAborted()
    const page = await dueRecords(ctx.db, kind, last, from, PAGE)
    if (page.rows.length > 0) yield { rows: page.rows, held: await heldAmong(ctx.db, page.rows) }
    from = page.next
    if (from === null) return
  }
}

async function dueOf(ctx: Ctx, schedule: Schedule, kind: ErasedKind, on: Day) {
  const last = endedBy(schedule, kind, on)
  const all = { kind, months: monthsOf(schedule.rules, kind), endedBy: last, due: 0, held: 0 }
  const sample: { label: string; endedOn: Day }[] = []
  for await (const { rows, held } of pagesOf(ctx, kind, last)) {
    const free = rows.filter(({ id }) => !held.has(id))
    all.due += free.length
    all.held += held.size
    sample.push(...free.slice(0, SAMPLE - sample.length).map(({ label, endedOn }) => ({ label, endedOn })))
  }
  return { ...all, sample }
}

type Run = { day: Day; id: string; most: number; total: number }

async function eraseKind(ctx: Ctx, schedule: Schedule, kind: ErasedKind, { day, id, most, total }: Run) {
  const result = { kind, erased: 0, held: 0, left: 0 }
  for await (const { rows, held } of pagesOf(ctx, kind, endedBy(schedule, kind, day))) {
    const free = rows.filter((row) => !held.has(row.id))
    const now = free.slice(0, Math.max(0, most - result.erased)).map((row) => row.id)
    await eraseRecords(ctx, kind, now)
    await insertDisposals(ctx.db, { kind: NOTED[kind], ids: now, at: ctx.now, runId: id, requestId: null })
    result.erased += now.length
    result.held += held.size
    result.left += free.length - now.length
    ctx.progress(Math.min(total, total - most + result.erased), total)
  }
  return result
}

async function eraseRecords(ctx: Ctx, kind: ErasedKind, ids: readonly string[]): Promise<void> {
  const { db, now } = ctx
  switch (kind) {
    case 'complaint':
    case 'matter':
      return eraseCases(db, ids)
    case 'call':
      return eraseCalls(db, ids)
    case 'message':
      return eraseMessages(db, ids)
    case 'leftMember':
      for (const id of ids) await eraseMember(db, id, now)
      return
    case 'sealedFile':
      for (const id of ids) await endLock(ctx, id)
      return
    default:
      never(kind)
  }
}

/** The last step of a deletion that had to wait: key and content go, and the request is done. */
async function endLock(ctx: Ctx, memberId: string): Promise<void> {
  await shredSealed(ctx.db, memberId, ctx.now)
  await ctx.db
    .updateTable('rightsRequests')
    .set({ state: 'done' })
    .where('memberId', '=', memberId)
    .where('state', '=', 'locked')
    .execute()
  await eraseRequests(ctx.db, memberId)
}
