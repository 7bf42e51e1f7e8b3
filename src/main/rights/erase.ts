import { saidOf } from '../search/said-store.ts'
import { reindexCase, type SearchedFile } from '../search/word-store.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'
import { ERASED, type Holding, OF_CALL, OF_CASE, OF_MEMBER, OF_TRIP } from './holdings.ts'
import { loosely } from './loosely.ts'
import { scrubbed } from './scrub.ts'
import { dropWritten, WRITTEN_OF_CALL, WRITTEN_OF_CASE, WRITTEN_OF_MEMBER, WRITTEN_OF_TRIP } from './written.ts'

/** Rows of a holding for some owners, in parts that fit a statement. */
export async function rowsOf(
  db: Db,
  { table, by }: Holding,
  ids: readonly string[],
): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for (const some of parts(ids))
    rows.push(...(await loosely(db).selectFrom(table).selectAll().where(by, 'in', some).execute()))
  return rows
}

async function applyTo(db: Db, holding: Holding, ids: readonly string[]): Promise<void> {
  const { table, by, texts, blanks, nulls, json, isRemoved } = holding
  for (const some of parts(ids)) {
    if (isRemoved) {
      await loosely(db).deleteFrom(table).where(by, 'in', some).execute()
      continue
    }
    const values = {
      ...Object.fromEntries(texts.map((name) => [name, ERASED])),
      ...Object.fromEntries(blanks.map((name) => [name, ''])),
      ...Object.fromEntries(nulls.map((name) => [name, null])),
    }
    if (Object.keys(values).length > 0) await loosely(db).updateTable(table).set(values).where(by, 'in', some).execute()
  }
  if (json.length > 0) await scrubRows(db, holding, ids)
}

/** Words inside JSON: each different text is written over wherever it stands for these owners. */
async function scrubRows(db: Db, { table, by, json }: Holding, ids: readonly string[]): Promise<void> {
  for (const column of json)
    for (const id of ids) {
      const rows = await loosely(db).selectFrom(table).select(column).distinct().where(by, '=', id).execute()
      for (const { [column]: text } of rows) {
        if (typeof text !== 'string') continue
        const clean = scrubbed(text)
        if (clean === text) continue
        await loosely(db)
          .updateTable(table)
          .set({ [column]: clean })
          .where(by, '=', id)
          .where(column, '=', text)
          .execute()
      }
    }
}

/** Writes over all that cases say about people; the case, its times, classes and figures stay. */
export async function eraseCases(db: Db, ids: readonly string[]): Promise<void> {
  const before = await searchedFiles(db, ids)
  await eraseCare(db, 'caseId', ids)
  for (const some of parts(ids)) {
    const files = db.selectFrom('evidence').select('id').where('caseId', 'in', some)
    await db.deleteFrom('evidenceChunks').where('evidenceId', 'in', files).execute()
    await dropWritten(db, WRITTEN_OF_CASE, some)
  }
  for (const holding of OF_CASE) await applyTo(db, holding, ids)
  await forgetWords(db, before)
}

/** Writes over all that calls say about people; the call, its times and figures stay. */
export async function eraseCalls(db: Db, ids: readonly string[]): Promise<void> {
  // Before the rows: which text was written about which of them is known by their ids.
  await dropWritten(db, WRITTEN_OF_CALL, ids)
  for (const holding of OF_CALL) await applyTo(db, holding, ids)
}

/** Takes names and numbers off cases and calls while their content must still be kept. */
export async function eraseContacts(db: Db, caseIds: readonly string[], callIds: readonly string[]): Promise<void> {
  const before = await searchedFiles(db, caseIds)
  for (const some of parts(caseIds))
    await db
      .updateTable('cases')
      .set({ contactName: ERASED, contactPhone: ERASED, contactDigits: '' })
      .where('id', 'in', some)
      .execute()
  for (const some of parts(callIds))
    await db.updateTable('calls').set({ phone: ERASED, callerName: null }).where('id', 'in', some).execute()
  await forgetWords(db, before)
}

/** Writes over a member's own file and what is held by member; the row stays as a place without a person. */
export async function eraseMember(db: Db, id: string, now: number): Promise<void> {
  const trips = await tripsOf(db, id)
  const { cardNo } = await db.selectFrom('members').select('cardNo').where('id', '=', id).executeTakeFirstOrThrow()
  await dropWritten(db, WRITTEN_OF_MEMBER, [id], [cardNo])
  await dropWritten(db, WRITTEN_OF_TRIP, trips)
  await eraseCare(db, 'memberId', [id])
  for (const holding of OF_MEMBER) await applyTo(db, holding, [id])
  await eraseTrips(db, trips)
  const words = db.selectFrom('consents').select('id').where('memberId', '=', id)
  await db.updateTable('consentProofs').set({ proof: ERASED }).where('consentId', 'in', words).execute()
  const copies = db.selectFrom('exports').select('id').where('memberId', '=', id)
  await db
    .updateTable('exportCopies')
    .set({ recipient: ERASED, scopeLabel: ERASED })
    .where('exportId', 'in', copies)
    .execute()
  await db.updateTable('members').set(emptyMember(id, now)).where('id', '=', id).execute()
}

/** Writes over the words of requests once nobody can be named any more. */
export async function eraseRequests(db: Db, memberId: string): Promise<void> {
  await db
    .updateTable('rightsRequests')
    .set({ requester: ERASED, text: ERASED, wanted: '{}', answer: ERASED, identity: ERASED })
    .where('memberId', '=', memberId)
    .where('state', '!=', 'open')
    .execute()
}

function emptyMember(id: string, now: number): Partial<Row<'members'>> {
  return {
    cardNo: `ERASED-${id.slice(-12)}`,
    ...{ name: ERASED, namePinyin: '', nameInitials: '', nameOther: '', gender: 'unknown', birthDate: null, title: '' },
    ...{ mobile: null, mobileBackwards: null, email: null, wechat: null, documentType: null, documentNo: null },
    ...{ documentBackwards: null, province: null, city: null, level: null, vipReason: null, preferences: '[]' },
    ...{ careNotes: '', status: 'left', verifiedAt: null, updatedAt: now },
  }
}

/** The trips of a member. */
export async function tripsOf(db: Db, memberId: string): Promise<string[]> {
  const rows = await db.selectFrom('trips').select('id').where('memberId', '=', memberId).execute()
  return rows.map(({ id }) => id)
}

async function eraseTrips(db: Db, ids: readonly string[]): Promise<void> {
  for (const some of parts(ids)) {
    const emergencies = db.selectFrom('journeyEmergencies').select('id').where('tripId', 'in', some)
    await db.updateTable('journeyActions').set({ text: ERASED }).where('emergencyId', 'in', emergencies).execute()
  }
  for (const holding of OF_TRIP) await applyTo(db, holding, ids)
}

async function eraseCare(db: Db, by: 'caseId' | 'memberId', ids: readonly string[]): Promise<void> {
  for (const some of parts(ids)) {
    const care = db.selectFrom('careContacts').select('id').where(by, 'in', some)
    await db
      .updateTable('careChanges')
      .set({ reason: ERASED, before: '{}', after: '{}' })
      .where('careId', 'in', care)
      .execute()
  }
}

type CaseFileSearched = SearchedFile & { row: Row<'cases'> }

/** What a search knows of some cases at this moment. */
export async function searchedFiles(db: Db, ids: readonly string[]): Promise<CaseFileSearched[]> {
  const said = await saidOf(db, ids)
  const files: CaseFileSearched[] = []
  for (const some of parts(ids)) {
    const rows = await db.selectFrom('cases').selectAll().where('id', 'in', some).execute()
    files.push(...rows.map((row) => ({ row, said: said.get(row.id) ?? [] })))
  }
  return files
}

/** What can no longer be read can no longer be found either. */
export async function forgetWords(db: Db, before: readonly CaseFileSearched[]): Promise<void> {
  const ids = before.map(({ row }) => row.id)
  const after = new Map((await searchedFiles(db, ids)).map((file) => [file.row.id, file]))
  for (const file of before) {
    const now = after.get(file.row.id)
    if (now) await reindexCase(db, file.row.id, file, now)
  }
}
