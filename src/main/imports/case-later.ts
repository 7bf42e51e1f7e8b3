import { Refusal } from '../../shared/failure.ts'
import type { RowError } from '../../shared/imports/model.ts'
import { kindOfRow } from '../cases/clock-store.ts'
import { ruleBook, toLog } from '../cases/replay.ts'
import type { Ctx } from '../engine/handler.ts'
import type { CaseRow } from '../rules/case-fields.ts'
import { momentAfter } from '../rules/case-log.ts'
import { courseOf, type ImportedEntry } from '../rules/import-case.ts'
import { laterEntries } from '../rules/import-later.ts'
import { type CaseRules, type LogEntry, replayLog } from '../rules/replay.ts'
import { saidIn } from '../rules/said.ts'
import { indexSaid } from '../search/word-store.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import type { Db, Row } from '../store/types.ts'
import { type CaseCache, cacheOf } from './case-cache.ts'
import type { toldHere } from './case-told.ts'
import { digestOf, type Group, type Verdict } from './records.ts'

/** A case of an earlier import with what a later log adds to it. */
export type LaterCase = {
  before: Row<'cases'>
  row: Partial<Row<'cases'>>
  events: Row<'caseEvents'>[]
  cache: Pick<CaseCache, 'clocks' | 'signals'> & { sights: Row<'seenSignals'>[] }
  digest: string
}

/** What is stored of a case that was imported before. */
type Known = {
  row: Row<'cases'>
  events: Row<'caseEvents'>[]
  clocks: Row<'clocks'>[]
  signals: Row<'clockSignals'>[]
  sights: Row<'seenSignals'>[]
}

async function knownCase(db: Db, id: string): Promise<Known> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const events = await db.selectFrom('caseEvents').selectAll().where('caseId', '=', id).orderBy('seq').execute()
  const clocks = await db.selectFrom('clocks').selectAll().where('caseId', '=', id).execute()
  const signals = await db
    .selectFrom('clockSignals')
    .innerJoin('clocks', 'clocks.id', 'clockSignals.clockId')
    .selectAll('clockSignals')
    .where('clocks.caseId', '=', id)
    .execute()
  const sights = await db
    .selectFrom('seenSignals')
    .innerJoin('clocks', 'clocks.id', 'seenSignals.clockId')
    .selectAll('seenSignals')
    .where('clocks.caseId', '=', id)
    .execute()
  return { row, events, clocks, signals, sights }
}

/** Words of the matter as the desk has stored them; what a file says otherwise is a contradiction. */
const WORDS = ['title', 'content', 'reason', 'demand', 'contactName', 'ticketNo', 'flightDay'] as const

function changedWords(known: Group<CaseRow>['rows'], row: Row<'cases'>): RowError[] {
  return known.flatMap(({ file, value }) =>
    WORDS.filter((field) => value[field] !== undefined && value[field] !== row[field]).map((field) => ({
      ...{ row: file.row, field, reason: 'already-imported' as const },
    })),
  )
}

export type Judge = (group: Group<CaseRow>, kept: { caseId: string; digest: string }) => Promise<Verdict<LaterCase>>

/** Judges a later log of a case that was imported before: what is newer is added, whatever contradicts is refused. */
export function laterJudge(ctx: Ctx, importId: string): Judge {
  let book: ReturnType<typeof ruleBook> | undefined
  return async (group, { caseId, digest }) => {
    const known = await knownCase(ctx.db, caseId)
    const { row, events } = known
    const log = toLog(events)
    book ??= ruleBook(ctx.db)
    const rules = await (await book)(row, log)
    const start = events[0]?.toState ?? rules.workflow.initial
    const rows = group.rows.map(({ file, value }) => ({ row: file.row, value }))
    const judged = courseOf(rows, rules.workflow, start)
    if (!judged.ok) {
      const named = judged.faults.map(({ allowed, ...fault }) => ({
        ...fault,
        ...(allowed ? { params: { allowed } } : {}),
      }))
      return { outcome: 'rejected', errors: named }
    }
    const told = log.filter(({ kind }) => kind === 'imported')
    const lastAt = Math.max(...log.map(({ at }) => at))
    const later = laterEntries(told, judged.course, { start, state: row.state, receivedAt: row.receivedAt, lastAt })
    if (!later.ok) return { outcome: 'rejected', errors: later.faults }
    const added = new Set(later.entries.map(({ data }) => data.row))
    const old = group.rows.filter(({ file }) => !added.has(file.row))
    const errors = digestOf({ rows: old }) === digest ? [] : changedWords(old, row)
    if (errors.length > 0) return { outcome: 'rejected', errors }
    if (added.size === 0) return { outcome: 'unchanged' }
    const plan = extended(ctx, known, log, rules, later.entries, { importId, digest: group.digest })
    return { outcome: 'extended', plan, added }
  }
}

type About = { importId: string; digest: string }

function extended(
  ctx: Ctx,
  { row, events: stored, ...old }: Known,
  log: readonly LogEntry[],
  rules: CaseRules,
  entries: readonly ImportedEntry[],
  { importId, digest }: About,
): LaterCase {
  const now = momentAfter(log, ctx.now)
  const common = { caseId: row.id, recordedAt: now, actorId: ctx.actor.id }
  const events: Row<'caseEvents'>[] = entries.map(({ at, fromState, toState, data }, i) => ({
    ...common,
    ...{ seq: stored.length + 1 + i, at, kind: 'imported', fromState: fromState ?? null, toState: toState ?? null },
    data: JSON.stringify({ ...data, importId }),
  }))
  const { state: end } = replayLog([...log, ...toLog(events)], rules, now)
  if (!end) throw new Error('an imported case has no beginning')
  // S5-68: what is open again answers to somebody here.
  const isNobodys = end.isOpen && row.ownerId === null
  if (isNobodys) {
    const data = JSON.stringify({ from: null, to: ctx.actor.id, reason: '', emits: [], importId })
    events.push({
      ...common,
      ...{ seq: stored.length + 1 + events.length, at: now, kind: 'assigned', fromState: null, toState: null, data },
    })
  }
  const { newId, actor } = ctx
  const about = {
    caseId: row.id,
    newId,
    now,
    actorId: actor.id,
    calendars: rules.calendars,
    escalation: row.escalation,
  }
  const cache = cacheOf(end, about)
  const moves = entries.reduce((sum, { data }) => sum + Number(data.reassigned ?? 0), 0)
  const owner = isNobodys ? { ownerId: ctx.actor.id } : {}
  return {
    ...{ before: row, events, digest },
    row: {
      ...cache.row,
      ...owner,
      transfers: row.transfers + moves,
      lastSeq: row.lastSeq + events.length,
      updatedAt: now,
    },
    cache: { clocks: cache.clocks, ...withMarks(cache, old) },
  }
}

/** What was told and seen before stays told and seen, whoever it was. */
function withMarks(cache: CaseCache, old: Pick<Known, 'clocks' | 'signals' | 'sights'>) {
  const keyOf = (clocks: readonly Row<'clocks'>[], { clockId, percent, reminder, at }: Row<'clockSignals'>) => {
    const clock = clocks.find(({ id }) => id === clockId)
    return [clock && kindOfRow(clock), clock?.item, clock?.round, clock?.startedAt, percent, reminder, at].join(' ')
  }
  const marks = new Map(old.signals.map((signal) => [keyOf(old.clocks, signal), signal]))
  const known = cache.signals.map((signal) => ({ signal, mark: marks.get(keyOf(cache.clocks, signal)) }))
  return {
    signals: known.map(({ signal, mark }) => {
      if (!mark) return signal
      const { recordedAt, seenAt, seenBy, toldGroup, alsoTells, thirdTells } = mark
      return { ...signal, recordedAt, seenAt, seenBy, toldGroup, alsoTells, thirdTells }
    }),
    sights: known.flatMap(({ signal: { clockId, percent, reminder }, mark }) =>
      old.sights.flatMap((sight) => {
        const isSame = sight.clockId === mark?.clockId && sight.percent === percent && sight.reminder === reminder
        return isSame ? [{ ...sight, clockId }] : []
      }),
    ),
  }
}

/** Stores what later logs add: the log grows, everything that follows from it is put in its place anew. */
export async function saveLater(db: Db, plans: readonly LaterCase[], told: ReturnType<typeof toldHere>): Promise<void> {
  for (const { before, row, events, cache, digest } of plans) {
    const changed = await db
      .updateTable('cases')
      .set(row)
      .where('id', '=', before.id)
      .where('lastSeq', '=', before.lastSeq)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw new Refusal({ code: 'CONFLICT', entity: 'case' })
    const clocksBefore = db.selectFrom('clocks').select('id').where('caseId', '=', before.id)
    await db.deleteFrom('seenSignals').where('clockId', 'in', clocksBefore).execute()
    await db.deleteFrom('clockSignals').where('clockId', 'in', clocksBefore).execute()
    await db.deleteFrom('clocks').where('caseId', '=', before.id).execute()
    await bulkInsert(db, 'caseEvents')(events)
    await indexSaid(db, before.id, saidIn(events))
    await bulkInsert(db, 'clocks')(cache.clocks)
    await bulkInsert(db, 'clockSignals')(await told(cache))
    await bulkInsert(db, 'seenSignals')(cache.sights)
    await db.updateTable('importedCases').set({ digest }).where('caseId', '=', before.id).execute()
  }
}
