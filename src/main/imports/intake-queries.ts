import type { CallId, CaseId } from '../../shared/ids.ts'
import type { ImportMade, ImportRow } from '../../shared/imports/contract.ts'
import { mapping } from '../../shared/imports/model.ts'
import { ofMembersRead } from '../calls/rows.ts'
import { inScope } from '../cases/in-scope.ts'
import { isNarrow } from '../members/reach.ts'
import type { Scope } from '../rules/access.ts'
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

/** The cases that an import made, as far as they lie within a narrow scope. */
function casesMade(db: Db, scope: Scope, importId: string) {
  const cases = db.selectFrom('cases')
  return (isNarrow(scope.members) ? cases.where((eb) => inScope(eb, scope)) : cases)
    .innerJoin('importedCases', 'importedCases.caseId', 'cases.id')
    .where('importedCases.importId', '=', importId)
}

/** The calls that an import made, as far as they lie within a narrow scope. */
function callsMade(db: Db, scope: Scope, importId: string) {
  const calls = db.selectFrom('calls')
  return (isNarrow(scope.members) ? calls.where((eb) => ofMembersRead(eb, scope)) : calls)
    .innerJoin('importedCalls', 'importedCalls.callId', 'calls.id')
    .where('importedCalls.importId', '=', importId)
}

/** How many cases or calls of an import lie within the scope. */
export async function countMade(db: Db, scope: Scope, kind: 'cases' | 'calls', importId: string): Promise<number> {
  const counted =
    kind === 'cases'
      ? casesMade(db, scope, importId).select((eb) => eb.fn.countAll<number>().as('count'))
      : callsMade(db, scope, importId).select((eb) => eb.fn.countAll<number>().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}

/** What an import made, in the order of the file's rows; a report of misconduct keeps its title to itself (S2-10). */
export async function madeCases(db: Db, scope: Scope, { importId, after, limit }: Place): Promise<ImportMade[]> {
  const rows = await casesMade(db, scope, importId)
    .select(['importedCases.row', 'importedCases.externalId', 'importedCases.system', 'importedCases.caseId'])
    .select(['cases.number', 'cases.title', 'cases.isRestricted', 'cases.receivedAt as at'])
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

export async function madeCalls(db: Db, scope: Scope, { importId, after, limit }: Place): Promise<ImportMade[]> {
  const rows = await callsMade(db, scope, importId)
    .select(['importedCalls.row', 'importedCalls.externalId', 'importedCalls.system', 'importedCalls.callId'])
    .select(['calls.number', 'calls.question as title', 'calls.startedAt as at'])
    .where('importedCalls.row', '>', after)
    .orderBy('importedCalls.row')
    .limit(limit)
    .execute()
  return rows.map(({ callId, ...row }) => ({ ...row, caseId: null, callId: callId as CallId }))
}
