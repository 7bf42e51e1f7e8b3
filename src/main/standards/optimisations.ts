import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { OptimisationView } from '../../shared/standards/optimisations.ts'
import type { Effect, RecordKind, TripStage } from '../../shared/standards/optimise-words.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { fromHundredths, toHundredths } from '../improvements/figures.ts'
import { mustBePeople } from '../improvements/propose.ts'
import { canRecord, lacksOf, nextStage } from '../rules/optimisation.ts'
import {
  findOptimisation,
  insertOptimisation,
  insertRecord,
  listOptimisations,
  type OptimisationRecordRow,
  type OptimisationRow,
  recordsOf,
  updateOptimisation,
} from './optimisation-queries.ts'

const stored = (value: number | null) => (value === null ? null : toHundredths(value))
const shown = (value: number | null) => (value === null ? null : fromHundredths(value))

export const optimisations: FeatureHandlers<'optimisations'> = {
  list: async (ctx) => toViews(ctx, await listOptimisations(ctx.db)),

  start: async (ctx, about) => {
    await mustBePeople(ctx, [about.ownerId])
    const id = ctx.newId()
    await insertOptimisation(ctx.db, {
      ...{ ...about, id, stage: 'diagnosis', state: 'open', principles: '{}', closing: null },
      ...{ createdBy: ctx.actor.id, createdAt: ctx.now },
    })
    return view(ctx, id)
  },

  record: async (ctx, { id, before, after, ...said }) => {
    const { records } = await openWork(ctx, id)
    must(canRecord({ ...said, before, after }))
    if (said.personId !== null) await mustBePeople(ctx, [said.personId])
    const replaced = records.find((one) => one.id === said.replacesId)
    if (said.replacesId !== null && replaced?.kind !== 'presentStep') refuse('optimisation-no-step')
    await insertRecord(ctx.db, {
      ...{ ...said, id: ctx.newId(), optimisationId: id, seq: records.length + 1 },
      ...{ before: stored(before), after: stored(after), recordedBy: ctx.actor.id, recordedAt: ctx.now },
    })
    return view(ctx, id)
  },

  /** S4-51: how the plan stands up to each principle of redesign. */
  check: async (ctx, { id, principles }) => {
    const { row } = await openWork(ctx, id)
    ctx.note({ before: JSON.parse(row.principles) })
    await updateOptimisation(ctx.db, id, { principles: JSON.stringify(principles) })
    return view(ctx, id)
  },

  advance: async (ctx, { id }) => {
    const { row, records } = await openWork(ctx, id)
    const next = nextStage(row.stage)
    if (next === null) return refuse('optimisation-last-stage')
    mustBeWhole(row, records)
    ctx.note({ before: { stage: row.stage } })
    await updateOptimisation(ctx.db, id, { stage: next })
    return view(ctx, id)
  },

  close: async (ctx, { id, closing }) => {
    const { row, records } = await openWork(ctx, id)
    if (nextStage(row.stage) !== null) refuse('optimisation-not-there')
    mustBeWhole(row, records)
    await updateOptimisation(ctx.db, id, { state: 'closed', closing })
    return view(ctx, id)
  },

  stop: async (ctx, { id, closing }) => {
    await openWork(ctx, id)
    await updateOptimisation(ctx.db, id, { state: 'stopped', closing })
    return view(ctx, id)
  },
}

async function openWork(ctx: Ctx, id: string) {
  const row = found(await findOptimisation(ctx.db, id), 'optimisation')
  if (row.state !== 'open') refuse('optimisation-closed')
  return { row, records: await recordsOf(ctx.db, [id]) }
}

function mustBeWhole(row: OptimisationRow, records: readonly OptimisationRecordRow[]): void {
  const [first] = lacksOf(row.stage, records.map(toFacts), JSON.parse(row.principles))
  if (first !== undefined) refuse(first)
}

const toFacts = (record: OptimisationRecordRow) => ({
  ...record,
  kind: record.kind as RecordKind,
  effect: record.effect as Effect | null,
})

async function view(ctx: Ctx, id: string): Promise<OptimisationView> {
  const [one] = await toViews(ctx, [found(await findOptimisation(ctx.db, id), 'optimisation')])
  return found(one, 'optimisation')
}

async function toViews(ctx: Ctx, rows: readonly OptimisationRow[]): Promise<OptimisationView[]> {
  const records = await recordsOf(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const people = [
    ...rows.map(({ ownerId }) => ownerId),
    ...records.flatMap(({ personId, recordedBy }) => [personId, recordedBy]),
  ]
  const names = await namesOf(ctx.db, people)
  const byWork = Map.groupBy(records, ({ optimisationId }) => optimisationId)
  return rows.map(({ createdBy: _, ...row }) => {
    const own = byWork.get(row.id) ?? []
    const principles = JSON.parse(row.principles)
    return {
      ...row,
      ownerId: row.ownerId as UserId,
      ownerName: names.get(row.ownerId) ?? '',
      principles,
      lacks: row.state === 'open' ? lacksOf(row.stage, own.map(toFacts), principles) : [],
      records: own.map(({ optimisationId: __, seq: ___, recordedBy, ...record }) => ({
        ...record,
        kind: record.kind as RecordKind,
        effect: record.effect as Effect | null,
        tripStage: record.tripStage as TripStage | null,
        personId: record.personId as UserId | null,
        personName: record.personId === null ? null : (names.get(record.personId) ?? ''),
        before: shown(record.before),
        after: shown(record.after),
        recordedByName: names.get(recordedBy) ?? '',
      })),
    }
  })
}
