import type { MemberId } from '../../../shared/ids.ts'
import { keptShapes } from '../../store/kept.ts'
import type { Db, Row } from '../../store/types.ts'

export async function insertMember(db: Db, row: Row<'members'>): Promise<void> {
  await db.insertInto('members').values(row).execute()
}

export async function isCardTaken(db: Db, cardNo: string): Promise<boolean> {
  return (await db.selectFrom('members').select('id').where('cardNo', '=', cardNo).executeTakeFirst()) !== undefined
}

type Change = { id: MemberId; updatedAt: number; change: Partial<Row<'members'>> }

const changed = keptShapes(({ id, updatedAt, change }: Change, use) => {
  const columns = Object.keys(change)
  const values = Object.fromEntries(Object.entries(change).map(([column, value]) => [column, use(value)]))
  const [whose, asRead] = [use(id), use(updatedAt)]
  return {
    shape: columns.join(),
    build: (db) =>
      db.updateTable('members').set(values).where('id', '=', whose).where('updatedAt', '=', asRead).returningAll(),
  }
})

/** Changes a file that still stands as it was read, and answers it as it stands now; undefined when somebody changed it since. */
export async function updateMember(
  db: Db,
  id: MemberId,
  updatedAt: number,
  change: Partial<Row<'members'>>,
): Promise<Row<'members'> | undefined> {
  const [row] = await changed(db, { id, updatedAt, change })
  return row
}

export async function insertTierEntry(db: Db, row: Row<'tierChanges'>): Promise<void> {
  await db.insertInto('tierChanges').values(row).execute()
}

export async function insertContact(db: Db, row: Row<'memberContacts'>): Promise<void> {
  await db.insertInto('memberContacts').values(row).execute()
}

export async function findContact(db: Db, id: MemberId, contactId: string): Promise<Row<'memberContacts'> | undefined> {
  return db
    .selectFrom('memberContacts')
    .selectAll()
    .where('id', '=', contactId)
    .where('memberId', '=', id)
    .executeTakeFirst()
}

export async function countContacts(db: Db, id: MemberId): Promise<number> {
  const row = await db
    .selectFrom('memberContacts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('memberId', '=', id)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function deleteContact(db: Db, contactId: string): Promise<void> {
  await db.deleteFrom('memberContacts').where('id', '=', contactId).executeTakeFirstOrThrow()
}

export async function insertConsent(db: Db, row: Row<'consents'>): Promise<void> {
  await db.insertInto('consents').values(row).execute()
}

export async function insertSpend(db: Db, row: Row<'spends'>): Promise<void> {
  await db.insertInto('spends').values(row).execute()
}
