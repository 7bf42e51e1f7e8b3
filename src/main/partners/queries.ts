import type { Db, Row } from '../store/types.ts'

export type PartnerRecord = Row<'partners'>
export type ContactRecord = Row<'partnerContacts'>
export type WorkRecord = Row<'partnerWork'>
export type WorkEntryRecord = Row<'partnerWorkEntries'>
export type FactRecord = Row<'partnerFacts'>

const LISTED = 500

export async function listPartners(db: Db, states: readonly PartnerRecord['state'][]): Promise<PartnerRecord[]> {
  return db
    .selectFrom('partners')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('name')
    .limit(LISTED)
    .execute()
}

export async function findPartnerByName(db: Db, name: string): Promise<PartnerRecord | undefined> {
  return db.selectFrom('partners').selectAll().where('name', '=', name).executeTakeFirst()
}

export async function insertPartner(db: Db, row: PartnerRecord): Promise<void> {
  await db.insertInto('partners').values(row).execute()
}

export async function updatePartner(db: Db, id: string, change: Partial<PartnerRecord>): Promise<void> {
  await db.updateTable('partners').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function contactsOf(db: Db, partnerId: string): Promise<ContactRecord[]> {
  return db
    .selectFrom('partnerContacts')
    .selectAll()
    .where('partnerId', '=', partnerId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
}

export async function findContact(db: Db, id: string): Promise<ContactRecord | undefined> {
  return db.selectFrom('partnerContacts').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertContact(db: Db, row: ContactRecord): Promise<void> {
  await db.insertInto('partnerContacts').values(row).execute()
}

/** Takes a contact off its partner's list, or puts it back with null. */
export async function setContactEnd(db: Db, id: string, removedAt: number | null): Promise<void> {
  await db.updateTable('partnerContacts').set({ removedAt }).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Work shared with partners, what is due first first. */
export async function workOf(db: Db, partnerIds: readonly string[]): Promise<WorkRecord[]> {
  if (partnerIds.length === 0) return []
  return db
    .selectFrom('partnerWork')
    .selectAll()
    .where('partnerId', 'in', [...partnerIds])
    .orderBy('dueDay')
    .orderBy('id')
    .execute()
}

/** Work that is still to be done, of all partners. */
export async function openWork(db: Db): Promise<Pick<WorkRecord, 'partnerId' | 'dueDay'>[]> {
  return db
    .selectFrom('partnerWork')
    .select(['partnerId', 'dueDay'])
    .where('state', 'in', ['open', 'waiting'])
    .execute()
}

export async function findWork(db: Db, id: string): Promise<WorkRecord | undefined> {
  return db.selectFrom('partnerWork').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertWork(db: Db, row: WorkRecord): Promise<void> {
  await db.insertInto('partnerWork').values(row).execute()
}

export async function updateWork(db: Db, id: string, change: Partial<WorkRecord>): Promise<void> {
  await db.updateTable('partnerWork').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function entriesOf(db: Db, workIds: readonly string[]): Promise<WorkEntryRecord[]> {
  if (workIds.length === 0) return []
  return db
    .selectFrom('partnerWorkEntries')
    .selectAll()
    .where('workId', 'in', [...workIds])
    .orderBy('seq')
    .execute()
}

export async function insertEntry(db: Db, row: WorkEntryRecord): Promise<void> {
  await db.insertInto('partnerWorkEntries').values(row).execute()
}

export async function factsOf(db: Db, partnerIds: readonly string[]): Promise<FactRecord[]> {
  if (partnerIds.length === 0) return []
  return db
    .selectFrom('partnerFacts')
    .selectAll()
    .where('partnerId', 'in', [...partnerIds])
    .orderBy('recordedAt', 'desc')
    .orderBy('id')
    .execute()
}

export async function findFact(db: Db, id: string): Promise<FactRecord | undefined> {
  return db.selectFrom('partnerFacts').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertFact(db: Db, row: FactRecord): Promise<void> {
  await db.insertInto('partnerFacts').values(row).execute()
}

export async function updateFact(db: Db, id: string, change: Partial<FactRecord>): Promise<void> {
  await db.updateTable('partnerFacts').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}
