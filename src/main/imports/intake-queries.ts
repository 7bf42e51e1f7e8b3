import type { CallId, CaseId } from '../../shared/ids.ts'
import type { ImportMade, ImportRow } from '../../shared/imports/contract.ts'
import { mapping } from '../../shared/imports/model.ts'
import type { Db, Row } from '../store/types.ts'

export async function insertIntake(db: Db, row: Row<'intakes'>): Promise<void> {
  await db.insertInto('intakes').values(row).execute()
}

type Counts = Pick<Row<'intakes'>, 'read' | 'created' | 'updated' | 'unchanged' | 'rejected'>

export async function updateIntake(db: Db, id: string, counts: Counts): Promise<void> {
  await db.updateTable('intakes').set(counts).where('id', '=', id).execute()
}

/** Imports of cases and calls, newest first. */
export async function listIntakes(db: Db, limit: number): Promise<ImportRow[]> {
  const rows = await db
    .selectFrom('intakes')
    .leftJoin('users', 'users.id', 'intakes.actorId')
    .selectAll('intakes')
    .select('users.name as actorName')
    .orderBy('intakes.at', 'desc')
    .orderBy('intakes.id')
    .limit(limit)
    .execute()
  return rows.map(({ actorId, actorName, ...row }) => ({
    ...row,
    actorName: actorName ?? actorId,
    mapping: mapping.parse(JSON.parse(row.mapping)),
  }))
}

export async function findIntake(db: Db, id: string): Promise<Row<'intakes'> | undefined> {
  return db.selectFrom('intakes').selectAll().where('id', '=', id).executeTakeFirst()
}

type Place = { importId: string; after: number; limit: number }

/** What an import made, in the order of the file's rows; a report of misconduct keeps its title to itself (S2-10). */
export async function madeCases(db: Db, { importId, after, limit }: Place): Promise<ImportMade[]> {
  const rows = await db
    .selectFrom('importedCases')
    .innerJoin('cases', 'cases.id', 'importedCases.caseId')
    .select(['importedCases.row', 'importedCases.externalId', 'importedCases.system', 'importedCases.caseId'])
    .select(['cases.number', 'cases.title', 'cases.isRestricted', 'cases.receivedAt as at'])
    .where('importedCases.importId', '=', importId)
    .where('importedCases.row', '>', after)
    .orderBy('importedCases.row')
    .limit(limit)
    .execute()
  return rows.map(({ caseId, isRestricted, title, ...row }) => ({
    ...row,
    title: isRestricted === 1 ? '' : title,
    caseId: caseId as CaseId,
    callId: null,
  }))
}

export async function madeCalls(db: Db, { importId, after, limit }: Place): Promise<ImportMade[]> {
  const rows = await db
    .selectFrom('importedCalls')
    .innerJoin('calls', 'calls.id', 'importedCalls.callId')
    .select(['importedCalls.row', 'importedCalls.externalId', 'importedCalls.system', 'importedCalls.callId'])
    .select(['calls.number', 'calls.question as title', 'calls.startedAt as at'])
    .where('importedCalls.importId', '=', importId)
    .where('importedCalls.row', '>', after)
    .orderBy('importedCalls.row')
    .limit(limit)
    .execute()
  return rows.map(({ callId, ...row }) => ({ ...row, caseId: null, callId: callId as CallId }))
}
