import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type MacroRecord = Row<'macros'>
export type VersionRecord = Row<'macroVersions'>
export type RunRecord = Row<'macroRuns'>

/** A person's own macros and those of the team, in use or archived. */
export async function macrosFor(db: Db, userId: string, isArchived: boolean): Promise<MacroRecord[]> {
  const archived = isArchived ? 1 : 0
  return db
    .selectFrom('macros')
    .selectAll()
    .where('isArchived', '=', archived)
    .where((eb) => eb.or([eb('scope', '=', 'team'), eb('ownerId', '=', userId)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function findMacro(db: Db, id: string): Promise<MacroRecord | undefined> {
  return db.selectFrom('macros').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertMacro(db: Db, row: MacroRecord): Promise<void> {
  await db.insertInto('macros').values(row).execute()
}

export async function updateMacro(db: Db, id: string, change: Partial<MacroRecord>): Promise<void> {
  await db.updateTable('macros').set(change).where('id', '=', id).execute()
}

export async function insertVersion(db: Db, row: VersionRecord): Promise<void> {
  await db.insertInto('macroVersions').values(row).execute()
}

/** All versions of a macro, the newest first. */
export async function versionsOf(db: Db, macroId: string): Promise<VersionRecord[]> {
  return db.selectFrom('macroVersions').selectAll().where('macroId', '=', macroId).orderBy('version', 'desc').execute()
}

/** The version in use of each macro. */
export async function currentVersions(db: Db, macros: readonly MacroRecord[]): Promise<Map<string, VersionRecord>> {
  if (macros.length === 0) return new Map()
  const rows = await db
    .selectFrom('macroVersions')
    .innerJoin('macros', 'macros.id', 'macroVersions.macroId')
    .selectAll('macroVersions')
    .whereRef('macroVersions.version', '=', 'macros.version')
    .where(
      'macroId',
      'in',
      macros.map(({ id }) => id),
    )
    .execute()
  return new Map(rows.map((row) => [row.macroId, row]))
}

export async function insertRun(db: Db, row: RunRecord): Promise<void> {
  await db.insertInto('macroRuns').values(row).execute()
}

export async function findRun(db: Db, id: string): Promise<RunRecord | undefined> {
  return db.selectFrom('macroRuns').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function markUndone(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('macroRuns').set({ undoneAt: at }).where('id', '=', id).execute()
}

/** The newest open case that came from a call. */
export async function caseOfCall(db: Db, callId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('cases')
    .select('id')
    .where('callId', '=', callId)
    .where('isOpen', '=', 1)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id
}
