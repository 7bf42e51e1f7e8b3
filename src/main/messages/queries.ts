import type { MessageChannel, MessageState } from '../../shared/messages/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type MessageRecord = Row<'messages'>
export type MemberRecord = Pick<
  Row<'members'>,
  | 'id'
  | 'cardNo'
  | 'name'
  | 'gender'
  | 'language'
  | 'title'
  | 'mobile'
  | 'email'
  | 'tier'
  | 'status'
  | 'province'
  | 'city'
>

/** A message with what of its case decides who may read it. */
export type MessageLine = MessageRecord & {
  caseNumber: string | null
  caseOwnerId: string | null
  caseRestricted: number | null
}

const lines = (db: Db) =>
  db
    .selectFrom('messages')
    .leftJoin('cases', 'cases.id', 'messages.caseId')
    .selectAll('messages')
    .select(['cases.number as caseNumber', 'cases.ownerId as caseOwnerId', 'cases.isRestricted as caseRestricted'])

export async function findMessage(db: Db, id: string): Promise<MessageLine | undefined> {
  return lines(db).where('messages.id', '=', id).executeTakeFirst()
}

export async function messagesOf(db: Db, about: { caseId: string } | { memberId: string }): Promise<MessageLine[]> {
  const query =
    'caseId' in about
      ? lines(db).where('messages.caseId', '=', about.caseId)
      : lines(db).where('messages.memberId', '=', about.memberId)
  return query.orderBy('messages.createdAt', 'desc').orderBy('messages.id').limit(100).execute()
}

/** Messages in some states, the most pressing first; those without a limit stand last. */
export async function messagesIn(
  db: Db,
  states: readonly MessageState[],
  channel: MessageChannel | null,
  limit: number,
): Promise<MessageLine[]> {
  const all = lines(db).where('messages.state', 'in', [...states])
  const query = channel === null ? all : all.where('messages.channel', '=', channel)
  const due = query.where('messages.dueAt', 'is not', null).orderBy('messages.dueAt').orderBy('messages.id')
  const rows = await due.limit(limit).execute()
  if (rows.length >= limit) return rows
  const rest = query.where('messages.dueAt', 'is', null).orderBy('messages.createdAt').orderBy('messages.id')
  return [...rows, ...(await rest.limit(limit - rows.length).execute())]
}

export async function insertMessage(db: Db, row: MessageRecord): Promise<void> {
  await db.insertInto('messages').values(row).execute()
}

export async function updateMessage(db: Db, id: string, change: Partial<MessageRecord>): Promise<void> {
  await db.updateTable('messages').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function findMember(db: Db, id: string): Promise<MemberRecord | undefined> {
  return db
    .selectFrom('members')
    .select([
      ...(['id', 'cardNo', 'name', 'gender', 'language', 'title', 'mobile', 'email'] as const),
      ...(['tier', 'status', 'province', 'city'] as const),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function choicesOf(db: Db, memberId: string): Promise<Row<'channelChoices'>[]> {
  return db
    .selectFrom('channelChoices')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertChoice(db: Db, row: Row<'channelChoices'>): Promise<void> {
  await db.insertInto('channelChoices').values(row).execute()
}

/** The member's newest word on offers and events. */
export async function marketingOf(db: Db, memberId: string): Promise<{ given: number; at: Instant } | undefined> {
  return db
    .selectFrom('consents')
    .select(['given', 'at'])
    .where('memberId', '=', memberId)
    .where('purpose', '=', 'marketing')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** When care and offers went to a member since a moment, one moment for each contact. */
export async function careSince(db: Db, memberId: string, since: Instant, exceptCareId: string | null) {
  const sent = await db
    .selectFrom('messages')
    .select('sentAt as at')
    .where('memberId', '=', memberId)
    .where('purpose', '!=', 'service')
    .where('state', '=', 'sent')
    .where('sentAt', '>=', since)
    .execute()
  const told = await db
    .selectFrom('careContacts')
    .select('doneAt as at')
    .where('memberId', '=', memberId)
    .where('kind', 'in', ['phone', 'visit'])
    .where('state', '=', 'done')
    .where('doneAt', '>=', since)
    .where('id', '!=', exceptCareId ?? '')
    .execute()
  return [...sent, ...told].flatMap(({ at }) => (at === null ? [] : [at]))
}

export async function findCare(db: Db, id: string): Promise<Row<'careContacts'> | undefined> {
  return db.selectFrom('careContacts').selectAll().where('id', '=', id).executeTakeFirst()
}

/** True while a message of a care contact is on its way or has reached the customer. */
export async function isUnderWay(db: Db, careId: string): Promise<boolean> {
  const row = await db
    .selectFrom('messages')
    .select('id')
    .where('careId', '=', careId)
    .where('state', '!=', 'cancelled')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What the group of a channel means, as the desk keeps its channels; nothing for one it does not know. */
export async function meaningOf(db: Db, channel: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('channels')
    .innerJoin('channelGroups', 'channelGroups.code', 'channels.groupCode')
    .select('channelGroups.meaning')
    .where('channels.code', '=', channel)
    .executeTakeFirst()
  return row?.meaning ?? undefined
}
