import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export async function insertRun(db: Db, row: Row<'surveyRuns'>): Promise<void> {
  await db.insertInto('surveyRuns').values(row).execute()
}

/** Names the file that was written for a list. */
export async function nameRun(db: Db, id: string, file: { fileName: string; sha256: string }): Promise<void> {
  await db.updateTable('surveyRuns').set(file).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function listRuns(db: Db, limit: number) {
  return db
    .selectFrom('surveyRuns')
    .innerJoin('users', 'users.id', 'surveyRuns.actorId')
    .leftJoin('surveySchemes', 'surveySchemes.id', 'surveyRuns.schemeId')
    .selectAll('surveyRuns')
    .select(['users.name as actorName', 'surveySchemes.name as schemeName'])
    .select((eb) =>
      eb
        .selectFrom('surveyInvitations')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('surveyInvitations.runId', '=', 'surveyRuns.id')
        .where('surveyInvitations.state', '=', 'answered')
        .as('answered'),
    )
    .orderBy('surveyRuns.at', 'desc')
    .orderBy('surveyRuns.id')
    .limit(limit)
    .execute()
}

export async function listSchemes(db: Db): Promise<Row<'surveySchemes'>[]> {
  return db.selectFrom('surveySchemes').selectAll().orderBy('isActive', 'desc').orderBy('nextRunAt').execute()
}

export async function findScheme(db: Db, id: string): Promise<Row<'surveySchemes'> | undefined> {
  return db.selectFrom('surveySchemes').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function saveSchemeRow(db: Db, row: Row<'surveySchemes'>): Promise<void> {
  const { id: _, ...change } = row
  await db
    .insertInto('surveySchemes')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(change))
    .execute()
}

export async function moveScheme(db: Db, id: string, nextRunAt: Instant): Promise<void> {
  await db.updateTable('surveySchemes').set({ nextRunAt }).where('id', '=', id).execute()
}
