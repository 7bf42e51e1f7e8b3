import { CASE_KINDS } from '../../shared/cases/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { PeriodCounts } from '../rules/improvement-evaluation.ts'
import type { Db, Row } from '../store/types.ts'

export type EvaluationRecord = Row<'evaluations'>
export type FindingRecord = Row<'evaluationFindings'>

export async function listEvaluations(db: Db): Promise<EvaluationRecord[]> {
  return db.selectFrom('evaluations').selectAll().orderBy('fromDay', 'desc').orderBy('kind').execute()
}

export async function findEvaluation(db: Db, id: string): Promise<EvaluationRecord | undefined> {
  return db.selectFrom('evaluations').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertEvaluation(db: Db, row: EvaluationRecord): Promise<void> {
  await db.insertInto('evaluations').values(row).execute()
}

export async function updateEvaluation(db: Db, id: string, change: Partial<EvaluationRecord>): Promise<void> {
  await db.updateTable('evaluations').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findingsOf(db: Db, evaluationIds: readonly string[]): Promise<FindingRecord[]> {
  if (evaluationIds.length === 0) return []
  return db
    .selectFrom('evaluationFindings')
    .selectAll()
    .where('evaluationId', 'in', [...evaluationIds])
    .orderBy('place')
    .execute()
}

export async function findFinding(db: Db, id: string): Promise<FindingRecord | undefined> {
  return db.selectFrom('evaluationFindings').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertFinding(db: Db, row: FindingRecord): Promise<void> {
  await db.insertInto('evaluationFindings').values(row).execute()
}

export async function updateFinding(db: Db, id: string, change: Partial<FindingRecord>): Promise<void> {
  await db.updateTable('evaluationFindings').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Counts what was received in a stretch of time, and what became of the complaints in it. */
export async function countPeriod(db: Db, from: Instant, to: Instant): Promise<PeriodCounts> {
  const groups = await db
    .selectFrom('cases')
    .select((eb) => ['kind', 'isOpen', eb.fn.countAll<number>().as('count')])
    .where('kind', 'in', [...CASE_KINDS])
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .groupBy(['kind', 'isOpen'])
    .execute()
  const sum = (list: typeof groups) => list.reduce((total, { count }) => total + Number(count), 0)
  const complaints = groups.filter(({ kind }) => kind === 'complaint')
  const reopened = await db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'complaint')
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .where('round', '>', 1)
    .executeTakeFirstOrThrow()
  const ends = await db
    .selectFrom('cases')
    .innerJoin('clocks', 'clocks.caseId', 'cases.id')
    .select((eb) => ['clocks.state', eb.fn.countAll<number>().as('count')])
    .where('cases.kind', '=', 'complaint')
    .where('cases.receivedAt', '>=', from)
    .where('cases.receivedAt', '<', to)
    .where('clocks.kind', '=', 'resolve')
    .where('clocks.state', 'in', ['met', 'breached'])
    .groupBy('clocks.state')
    .execute()
  const ended = (state: string) => Number(ends.find((end) => end.state === state)?.count ?? 0)
  return {
    cases: sum(groups),
    complaints: sum(complaints),
    closed: sum(complaints.filter(({ isOpen }) => isOpen === 0)),
    reopened: Number(reopened.count),
    inTime: ended('met'),
    late: ended('breached'),
  }
}
