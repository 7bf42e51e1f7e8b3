import { type BulkAct, type BulkItem, type ChosenCase, UNDO_FOR } from '../../shared/bulk/model.ts'
import { found, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { openRow } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { inSavepoint } from '../store/savepoint.ts'
import { type Done, doOne } from './acts.ts'
import { findRun, insertRun, itemsOf, markUndone, type RunItem } from './run-store.ts'
import { undoOne } from './undo.ts'

export const bulk: FeatureHandlers<'bulk'> = {
  preview: async (ctx, { cases, act }) => {
    const tried = await tryAll(ctx, cases, act, false)
    ctx.subject({ caseId: null, memberId: null })
    return tried.map(({ item }) => item)
  },

  run: async (ctx, { cases, act, isAllOrNone }) => {
    const tried = await tryAll(ctx, cases, act, true)
    const refused = tried.filter(({ item }) => !item.isDone)
    if (isAllOrNone && refused.length > 0)
      refuse('bulk-one-refused', { count: refused.length, number: refused[0]?.item.number ?? '' })
    const runId = ctx.newId()
    await insertRun(
      ctx.db,
      { id: runId, at: ctx.now, actorId: ctx.actor.id, act: JSON.stringify(act), undoneAt: null },
      tried.map(({ item, done }) => toStored(runId, item, done)),
    )
    ctx.subject({ caseId: null, memberId: null })
    ctx.note({ runId, done: numbersOf(tried, true), refused: numbersOf(tried, false) })
    return { runId, undoUntil: ctx.now + UNDO_FOR, items: tried.map(({ item }) => item) }
  },

  undo: async (ctx, { runId }) => {
    const run = found(await findRun(ctx.db, runId), 'bulkRun')
    if (run.actorId !== ctx.actor.id) refuse('bulk-not-yours')
    if (run.undoneAt !== null) refuse('bulk-undone')
    if (ctx.now > run.at + UNDO_FOR) refuse('bulk-too-late', { seconds: UNDO_FOR / 1000 })
    const act: BulkAct = JSON.parse(run.act)
    const outcomes = []
    for (const item of (await itemsOf(ctx.db, runId)).filter(({ outcome }) => outcome === 'done')) {
      const row = await openRow(ctx, item.caseId as CaseId)
      const isDone = row.lastSeq === item.seq && (await isAllowed(ctx, () => undoOne(quiet(ctx), act, item)))
      outcomes.push({ id: item.caseId as CaseId, number: row.number, isDone })
    }
    await markUndone(
      ctx.db,
      runId,
      ctx.now,
      outcomes.filter(({ isDone }) => isDone).map(({ id }) => id),
    )
    ctx.subject({ caseId: null, memberId: null })
    ctx.note({ undone: outcomes.filter(({ isDone }) => isDone).map(({ number }) => number) })
    return outcomes
  },
}

type Tried = { item: BulkItem; done: Done | null }

/** Does the act to each case by itself: what one refuses is gone without a trace, and the others go on. */
async function tryAll(ctx: Ctx, cases: readonly ChosenCase[], act: BulkAct, keep: boolean): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const chosen of new Map(cases.map((one) => [one.id, one])).values())
    tried.push(await tryOne(ctx, chosen, act, keep))
  return tried
}

async function tryOne(ctx: Ctx, { id, seq }: ChosenCase, act: BulkAct, keep: boolean): Promise<Tried> {
  const blank = { owner: null, priority: null, category: null }
  const row = await readable(ctx, id)
  if (!row) return { item: { id, number: '', title: '', isDone: false, failure: NOT_FOUND, ...blank }, done: null }
  const named = { id, number: row.number, title: row.title }
  try {
    if (row.lastSeq !== seq) throw new Refusal({ code: 'CONFLICT', entity: 'case' })
    const done = await inSavepoint(ctx.db, () => doOne(quiet(ctx), row, act), keep)
    return { item: { ...named, isDone: true, failure: null, ...done.changes }, done }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { item: { ...named, isDone: false, failure: error.failure, ...blank }, done: null }
  }
}

const NOT_FOUND = { code: 'NOT_FOUND', entity: 'case' }

async function readable(ctx: Ctx, id: CaseId) {
  try {
    return await openRow(ctx, id)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

async function isAllowed(ctx: Ctx, work: () => Promise<void>): Promise<boolean> {
  try {
    await inSavepoint(ctx.db, work)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** The single acts name their own case in the audit row; of many, the run names them all. */
const quiet = (ctx: Ctx): Ctx => ({ ...ctx, subject: () => {}, note: () => {} })

const numbersOf = (tried: readonly Tried[], isDone: boolean) =>
  tried.filter(({ item }) => item.isDone === isDone).map(({ item }) => item.number)

function toStored(runId: string, { id, failure }: BulkItem, done: Done | null): RunItem {
  return {
    runId,
    caseId: id,
    outcome: done ? 'done' : 'refused',
    failure: failure && JSON.stringify(failure),
    seq: done?.seq ?? 0,
    before: JSON.stringify(done?.before ?? {}),
    followUpId: done?.followUpId ?? null,
    undone: null,
  }
}
