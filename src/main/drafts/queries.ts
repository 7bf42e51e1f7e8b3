import { ACTIVE_CALL_STATES } from '../../shared/calls/words.ts'
import type { Draft, DraftEntry, DraftKey } from '../../shared/drafts/model.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Db, Row } from '../store/types.ts'

/** Puts a person's draft in the place of the one before. */
export async function saveDraft(db: Db, row: Row<'drafts'>): Promise<void> {
  const { body, savedAt } = row
  await db
    .insertInto('drafts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['userId', 'kind', 'subject']).doUpdateSet({ body, savedAt }))
    .execute()
}

export async function findDraft(db: Db, userId: UserId, { kind, subject }: DraftKey): Promise<Draft | undefined> {
  return db
    .selectFrom('drafts')
    .select(['body', 'savedAt'])
    .where('userId', '=', userId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .executeTakeFirst()
}

export async function listDrafts(db: Db, userId: UserId): Promise<DraftEntry[]> {
  return db
    .selectFrom('drafts')
    .select(['kind', 'subject', 'savedAt'])
    .where('userId', '=', userId)
    .orderBy('savedAt', 'desc')
    .orderBy('kind')
    .orderBy('subject')
    .execute()
}

/** True for a call whose record was handed in, or that nobody answered. */
export async function isCallOver(db: Db, callId: string): Promise<boolean> {
  const call = await db.selectFrom('calls').select('state').where('id', '=', callId).executeTakeFirst()
  return call !== undefined && !ACTIVE_CALL_STATES.some((state) => state === call.state)
}

export async function deleteDraft(db: Db, userId: UserId, { kind, subject }: DraftKey): Promise<void> {
  await db
    .deleteFrom('drafts')
    .where('userId', '=', userId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .execute()
}

/** Removes all drafts whose subject is an id, or begins with it and names a part of the thing behind it. */
export async function deleteDraftsAbout(db: Db, id: string): Promise<void> {
  await db
    .deleteFrom('drafts')
    .where((either) => either.or([either('subject', '=', id), either('subject', 'like', `${id} %`)]))
    .execute()
}
