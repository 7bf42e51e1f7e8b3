import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { type EvaluationRow, type EvaluationSheet, evaluationFigures } from '../../shared/improvements/evaluations.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { addDays } from '../rules/days.ts'
import {
  canCloseEvaluation,
  evaluationsDue,
  isCorrected,
  isPeriodOf,
  periodFigures,
} from '../rules/improvement-evaluation.ts'
import { momentOf } from '../rules/zone.ts'
import {
  countPeriod,
  type EvaluationRecord,
  type FindingRecord,
  findEvaluation,
  findFinding,
  findingsOf,
  insertEvaluation,
  insertFinding,
  listEvaluations,
  updateEvaluation,
  updateFinding,
} from './evaluation-queries.ts'
import { mustBePeople, propose } from './propose.ts'
import { improvementsOf } from './queries.ts'
import { todayOf, toRows } from './views.ts'

export const evaluations: FeatureHandlers<'evaluations'> = {
  list: async (ctx) => {
    const rows = await listEvaluations(ctx.db)
    const findings = Map.groupBy(
      await findingsOf(
        ctx.db,
        rows.map(({ id }) => id),
      ),
      ({ evaluationId }) => evaluationId,
    )
    const names = await namesOf(
      ctx.db,
      rows.map(({ startedBy }) => startedBy),
    )
    return {
      rows: rows.map((row) => toRow(row, findings.get(row.id) ?? [], names)),
      due: evaluationsDue(todayOf(ctx), rows),
    }
  },

  show: (ctx, { id }) => toSheet(ctx, id),

  figures: ({ db }, { fromDay, toDay }) => figuresOf(db, fromDay, toDay),

  /** S1-71 S1-73: begins with the figures of its period as they are now. */
  start: async (ctx, { kind, fromDay, toDay, examined }) => {
    if (toDay > todayOf(ctx)) refuse('evaluation-future')
    must(isPeriodOf(kind, { fromDay, toDay }))
    const others = await listEvaluations(ctx.db)
    if (others.some((row) => row.kind === kind && row.fromDay === fromDay && row.toDay === toDay))
      refuse('evaluation-exists')
    const computed = await figuresOf(ctx.db, fromDay, toDay)
    const id = ctx.newId()
    await insertEvaluation(ctx.db, {
      ...{ id, kind, fromDay, toDay, examined, state: 'open', startedBy: ctx.actor.id, startedAt: ctx.now },
      figures: JSON.stringify({ computed, computedAt: ctx.now, entered: [] }),
      ...{ conclusion: null, closedBy: null, closedAt: null },
    })
    ctx.note({ id })
    return toSheet(ctx, id)
  },

  recompute: async (ctx, { id }) => {
    const row = await openToChange(ctx, id)
    const before = evaluationFigures.parse(JSON.parse(row.figures))
    const computed = await figuresOf(ctx.db, row.fromDay, row.toDay)
    ctx.note({ before: { figures: row.figures } })
    await updateEvaluation(ctx.db, id, { figures: JSON.stringify({ ...before, computed, computedAt: ctx.now }) })
    return toSheet(ctx, id)
  },

  addFigure: async (ctx, { id, ...figure }) => {
    const row = await openToChange(ctx, id)
    const figures = evaluationFigures.parse(JSON.parse(row.figures))
    const others = figures.entered.filter(({ name }) => name !== figure.name)
    await updateEvaluation(ctx.db, id, { figures: JSON.stringify({ ...figures, entered: [...others, figure] }) })
    return toSheet(ctx, id)
  },

  addFinding: async (ctx, { id, text }) => {
    await openToChange(ctx, id)
    const place = (await findingsOf(ctx.db, [id])).length + 1
    await insertFinding(ctx.db, {
      ...{ id: ctx.newId(), evaluationId: id, place, text },
      ...{ correction: null, personId: null, dueDay: null, result: null, doneDay: null },
    })
    return toSheet(ctx, id)
  },

  correct: async (ctx, { findingId, correction, personId, dueDay }) => {
    const finding = found(await findFinding(ctx.db, findingId), 'finding')
    await openToChange(ctx, finding.evaluationId)
    await mustBePeople(ctx, [personId])
    const { correction: text, personId: person, dueDay: due } = finding
    ctx.note({ before: { correction: text, personId: person, dueDay: due } })
    await updateFinding(ctx.db, findingId, { correction, personId, dueDay })
    return toSheet(ctx, finding.evaluationId)
  },

  /** What was to be put right may be done long after the evaluation is closed. */
  corrected: async (ctx, { findingId, result, doneDay }) => {
    const finding = found(await findFinding(ctx.db, findingId), 'finding')
    if (!isCorrected(finding)) refuse('evaluation-uncorrected', { count: 1 })
    if (doneDay > todayOf(ctx)) refuse('improvement-future-day')
    await updateFinding(ctx.db, findingId, { result, doneDay })
    return toSheet(ctx, finding.evaluationId)
  },

  /** S1-61 S1-62 S2-140 S2-141 S2-143: a finding becomes an item of the improvement list, which then is its correction. */
  improve: async (ctx, { findingId, ownerId, dueDay, ...about }) => {
    const finding = found(await findFinding(ctx.db, findingId), 'finding')
    await openToChange(ctx, finding.evaluationId)
    const { number } = await propose(ctx, {
      ...{ ...about, ownerId, dueDay, finding: finding.text },
      ...{ sourceKind: 'evaluation', sourceId: findingId },
    })
    if (!isCorrected(finding))
      await updateFinding(ctx.db, findingId, {
        correction: `${number} ${about.title}`,
        personId: ownerId,
        dueDay,
      })
    return toSheet(ctx, finding.evaluationId)
  },

  close: async (ctx, { id, conclusion }) => {
    await openToChange(ctx, id)
    must(canCloseEvaluation(await findingsOf(ctx.db, [id])))
    await updateEvaluation(ctx.db, id, {
      ...{ state: 'closed', conclusion, closedBy: ctx.actor.id, closedAt: ctx.now },
    })
    return toSheet(ctx, id)
  },
}

/** Figures of whole days on the desk's wall. */
export async function figuresOf(db: Ctx['db'], fromDay: Day, toDay: Day) {
  return periodFigures(
    await countPeriod(db, momentOf(DESK_ZONE, fromDay, 0), momentOf(DESK_ZONE, addDays(toDay, 1), 0)),
  )
}

async function openToChange(ctx: Ctx, id: string): Promise<EvaluationRecord> {
  const row = found(await findEvaluation(ctx.db, id), 'evaluation')
  if (row.state === 'closed') refuse('evaluation-closed')
  return row
}

function toRow(
  row: EvaluationRecord,
  findings: readonly FindingRecord[],
  names: ReadonlyMap<string, string>,
): EvaluationRow {
  const { id, kind, fromDay, toDay, state, startedAt } = row
  return {
    ...{ id, kind, fromDay, toDay, state, startedAt },
    findings: findings.length,
    uncorrected: findings.filter((finding) => !isCorrected(finding)).length,
    startedByName: names.get(row.startedBy) ?? '',
  }
}

async function toSheet(ctx: Ctx, id: string): Promise<EvaluationSheet> {
  const row = found(await findEvaluation(ctx.db, id), 'evaluation')
  const findings = await findingsOf(ctx.db, [id])
  const ids = findings.map((finding) => finding.id)
  const records = await improvementsOf(ctx.db, 'evaluation', ids)
  const sources = new Map(records.map((record) => [record.id, record.sourceId]))
  const improvements = await toRows(ctx, records)
  const names = await namesOf(ctx.db, [row.startedBy, row.closedBy, ...findings.map(({ personId }) => personId)])
  const nameOf = (userId: string | null) => (userId === null ? null : (names.get(userId) ?? ''))
  return {
    ...toRow(row, findings, names),
    examined: row.examined,
    figures: evaluationFigures.parse(JSON.parse(row.figures)),
    list: findings.map(({ evaluationId: _, ...finding }) => ({
      ...finding,
      personId: finding.personId as UserId | null,
      personName: nameOf(finding.personId),
      improvements: improvements.filter((one) => sources.get(one.id) === finding.id),
    })),
    conclusion: row.conclusion,
    closedAt: row.closedAt,
    closedByName: nameOf(row.closedBy),
  }
}
