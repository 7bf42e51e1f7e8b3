import type { CampaignState } from '../../shared/outreach/words.ts'
import type { Day, Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type CampaignRecord = Row<'campaigns'>

const withGroup = (db: Db) =>
  db
    .selectFrom('campaigns')
    .leftJoin('targetGroups', 'targetGroups.id', 'campaigns.groupId')
    .selectAll('campaigns')
    .select('targetGroups.name as groupName')

export type CampaignLine = CampaignRecord & { groupName: string | null }

export async function findCampaign(db: Db, id: string): Promise<CampaignLine | undefined> {
  return withGroup(db).where('campaigns.id', '=', id).executeTakeFirst()
}

export async function findByName(db: Db, name: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('campaigns').select('id').where('name', '=', name).executeTakeFirst()
}

export async function listCampaigns(db: Db, states: readonly CampaignState[]): Promise<CampaignLine[]> {
  return withGroup(db)
    .where('campaigns.state', 'in', [...states])
    .orderBy('campaigns.createdAt', 'desc')
    .orderBy('campaigns.id')
    .limit(200)
    .execute()
}

export async function insertCampaign(db: Db, row: CampaignRecord): Promise<void> {
  await db.insertInto('campaigns').values(row).execute()
}

export async function updateCampaign(db: Db, id: string, change: Partial<CampaignRecord>): Promise<void> {
  await db.updateTable('campaigns').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function insertContact(db: Db, careId: string, campaignId: string): Promise<void> {
  const open = { tries: 0, notBefore: null, result: null, resultAt: null }
  await db
    .insertInto('campaignContacts')
    .values({ careId, campaignId, ...open })
    .execute()
}

export async function updateContact(db: Db, careId: string, change: Partial<Row<'campaignContacts'>>): Promise<void> {
  await db.updateTable('campaignContacts').set(change).where('careId', '=', careId).executeTakeFirstOrThrow()
}

/** Keeps why somebody was left out; the newest reason stands. */
export async function skipMember(db: Db, campaignId: string, memberId: string, rule: string): Promise<void> {
  await db
    .insertInto('campaignSkips')
    .values({ campaignId, memberId, rule })
    .onConflict((conflict) => conflict.columns(['campaignId', 'memberId']).doUpdateSet({ rule }))
    .execute()
}

/** Whoever was left out before and is welcome now. */
export async function unskipMember(db: Db, campaignId: string, memberId: string): Promise<void> {
  await db.deleteFrom('campaignSkips').where('campaignId', '=', campaignId).where('memberId', '=', memberId).execute()
}

/** How the contacts of a campaign stand, and why others were left out. */
export async function figuresOf(db: Db, campaignId: string) {
  const contacts = await db
    .selectFrom('campaignContacts')
    .innerJoin('careContacts', 'careContacts.id', 'campaignContacts.careId')
    .select(['campaignContacts.result', 'careContacts.state'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('campaignContacts.campaignId', '=', campaignId)
    .groupBy(['campaignContacts.result', 'careContacts.state'])
    .execute()
  const skipped = await db
    .selectFrom('campaignSkips')
    .select('rule')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('campaignId', '=', campaignId)
    .groupBy('rule')
    .orderBy('rule')
    .execute()
  return { contacts, skipped }
}

const workLines = (db: Db) =>
  db
    .selectFrom('careContacts')
    .innerJoin('campaignContacts', 'campaignContacts.careId', 'careContacts.id')
    .innerJoin('campaigns', 'campaigns.id', 'campaignContacts.campaignId')
    .innerJoin('members', 'members.id', 'careContacts.memberId')
    .select(['careContacts.id as careId', 'careContacts.ownerId', 'careContacts.dueDay', 'careContacts.state'])
    .select(['campaignContacts.tries', 'campaignContacts.result', 'campaigns.id as campaignId', 'campaigns.brief'])
    .select(['campaigns.name as campaignName', 'campaigns.occasion', 'campaigns.kind', 'campaigns.state as turned'])
    .select(['campaigns.mostContacts', 'campaigns.perDays', 'campaigns.quietFrom', 'campaigns.quietUntil'])
    .select(['members.id as memberId', 'members.name as memberName', 'members.tier', 'members.language'])
    .select('members.mobile')

export type WorkLine = Awaited<ReturnType<ReturnType<typeof workLines>['execute']>>[number]

type Ask = { ownerId: string; campaignId: string | null; today: Day; now: Instant; limit: number }

/** Whom a person has to contact now, the earliest day first. */
export async function workFor(db: Db, { ownerId, campaignId, today, now, limit }: Ask): Promise<WorkLine[]> {
  let query = workLines(db)
    .where('careContacts.ownerId', '=', ownerId)
    .where('careContacts.state', '=', 'planned')
    .where('careContacts.dueDay', '<=', today)
    .where('campaigns.state', '=', 'running')
    .where((eb) => eb.or([eb('campaignContacts.notBefore', 'is', null), eb('campaignContacts.notBefore', '<=', now)]))
  if (campaignId !== null) query = query.where('campaigns.id', '=', campaignId)
  return query.orderBy('careContacts.dueDay').orderBy('careContacts.id').limit(limit).execute()
}

export async function findWork(db: Db, careId: string): Promise<WorkLine | undefined> {
  return workLines(db).where('careContacts.id', '=', careId).executeTakeFirst()
}

export async function hasOpenComplaint(db: Db, memberId: string): Promise<boolean> {
  const row = await db
    .selectFrom('cases')
    .select('id')
    .where('memberId', '=', memberId)
    .where('kind', '=', 'complaint')
    .where('isOpen', '=', 1)
    .executeTakeFirst()
  return row !== undefined
}
