import { ACTIVE_CALL_STATES } from '../../shared/calls/words.ts'
import type { Draft, DraftEntry, DraftKey } from '../../shared/drafts/model.ts'
import type { UserId } from '../../shared/ids.ts'
import { parts } from '../store/parts.ts'
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

/** What everybody's drafts are about, each subject once. */
export async function draftSubjects(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('drafts').select('subject').distinct().execute()
  return rows.map(({ subject }) => subject)
}

/** Removes everybody's drafts on any of these subjects. */
export async function deleteDraftsOn(db: Db, subjects: readonly string[]): Promise<void> {
  for (const some of parts(subjects)) await db.deleteFrom('drafts').where('subject', 'in', some).execute()
}
