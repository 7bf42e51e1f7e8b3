import { found } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import type { ImprovementRow, ImprovementSheet } from '../../shared/improvements/model.ts'
import type { ImprovementEventKind, ImprovementKind, ImprovementSource } from '../../shared/improvements/words.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { findCase, namesOf, scopeOf, viewerOf } from '../cases/case-file.ts'
import { type Ctx, SYSTEM_ACTOR } from '../engine/handler.ts'
import { type ImprovementFacts, improvementActions, isOverdue, mayWork } from '../rules/improvement.ts'
import { dayAt } from '../rules/zone.ts'
import { fromHundredths } from './figures.ts'
import {
  eventsOf,
  findImprovement,
  type ImprovementRecord,
  type MeasureRecord,
  measuresOf,
  type TraineeRecord,
  traineesOf,
} from './queries.ts'

export const todayOf = (ctx: Ctx) => dayAt(DESK_ZONE, ctx.now)

/** One improvement with all that decides about it. */
export type ImprovementFile = {
  row: ImprovementRecord
  measures: MeasureRecord[]
  trainees: TraineeRecord[]
  facts: ImprovementFacts
}

export async function openImprovement(ctx: Ctx, id: string): Promise<ImprovementFile> {
  const row = found(await findImprovement(ctx.db, id), 'improvement')
  const measures = await measuresOf(ctx.db, id)
  const trainees = await traineesOf(ctx.db, id)
  const facts = {
    kind: row.kind as ImprovementKind,
    state: row.state,
    ownerId: row.ownerId,
    finishedBy: row.finishedBy,
    dueDay: row.dueDay,
    measures: measures.length,
    openMeasures: measures.filter(({ doneDay }) => doneDay === null).length,
    trainees: trainees.length,
    untrained: trainees.filter(({ trainedDay }) => trainedDay === null).length,
  }
  return { row, measures, trainees, facts }
}

export async function toRows(ctx: Ctx, rows: readonly ImprovementRecord[]): Promise<ImprovementRow[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ ownerId, proposedBy }) => [ownerId, proposedBy]),
  )
  return rows.map((row) => toRow(row, names, todayOf(ctx)))
}

/** S2-144: one improvement as its page shows it. */
export async function toSheet(ctx: Ctx, id: string): Promise<ImprovementSheet> {
  const { row, measures, trainees, facts } = await openImprovement(ctx, id)
  const history = await eventsOf(ctx.db, id)
  const names = await namesOf(ctx.db, [
    ...[row.ownerId, row.proposedBy, row.finishedBy, row.verifiedBy],
    ...measures.flatMap(({ ownerId, doneBy }) => [ownerId, doneBy]),
    ...trainees.map(({ userId }) => userId),
    ...history.map(({ actorId }) => actorId),
  ])
  const nameOf = (userId: string) => (userId === SYSTEM_ACTOR.id ? SYSTEM_ACTOR.name : (names.get(userId) ?? ''))
  const orNone = (userId: string | null) => (userId === null ? null : nameOf(userId))
  const viewer = viewerOf(ctx)
  return {
    ...toRow(row, names, todayOf(ctx)),
    finding: row.finding,
    sourceId: row.sourceId,
    sourceLabel: await sourceLabel(ctx, row),
    topic: row.topic,
    policyId: row.policyId,
    measures: measures.map(({ improvementId: _, doneBy, ...measure }) => ({
      ...measure,
      ownerId: measure.ownerId as UserId,
      ownerName: nameOf(measure.ownerId),
      doneByName: orNone(doneBy),
    })),
    trainees: trainees.map(({ userId, trainedDay }) => ({
      userId: userId as UserId,
      name: nameOf(userId),
      trainedDay,
    })),
    effect: effectOf(row),
    finishedByName: orNone(row.finishedBy),
    verifiedByName: orNone(row.verifiedBy),
    history: history.map(({ seq, at, actorId, action, text }) => ({
      seq,
      at,
      actorName: nameOf(actorId),
      action: action as ImprovementEventKind,
      text,
    })),
    mayDo: improvementActions(viewer, facts),
    mayWork: mayWork(viewer, facts).allowed,
  }
}

function toRow(row: ImprovementRecord, names: ReadonlyMap<string, string>, today: string): ImprovementRow {
  const { id, number, title, state, dueDay, proposedAt } = row
  return {
    ...{ id, number, title, state, dueDay, proposedAt },
    kind: row.kind as ImprovementKind,
    sourceKind: row.sourceKind as ImprovementSource,
    ownerId: row.ownerId as UserId | null,
    ownerName: row.ownerId === null ? null : (names.get(row.ownerId) ?? ''),
    isOverdue: isOverdue(row, today),
    proposedByName: names.get(row.proposedBy) ?? '',
  }
}

function effectOf(row: ImprovementRecord): ImprovementSheet['effect'] {
  const { effectOf: of, effectUnit: unit, effectBefore: before, effectAfter: after, effectDay: day } = row
  if (of === null || unit === null || before === null || after === null || day === null) return null
  return { of, unit, before: fromHundredths(before), after: fromHundredths(after), day }
}

/** The number of the case it is from, for those who may see that case. */
async function sourceLabel(ctx: Ctx, { sourceKind, sourceId }: ImprovementRecord): Promise<string | null> {
  if (sourceKind !== 'case' || sourceId === null) return null
  return (await findCase(ctx.db, scopeOf(ctx), sourceId as CaseId))?.number ?? null
}
