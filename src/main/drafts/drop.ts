import type { DraftKey } from '../../shared/drafts/model.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Db } from '../store/types.ts'
import { deleteDraft, deleteDraftsOn, draftSubjects } from './queries.ts'

/** Removes a draft with what it was written for, in the transaction that ends that; nothing to do when there is none. */
export async function dropDraft(db: Db, userId: UserId, key: DraftKey): Promise<void> {
  await deleteDraft(db, userId, key)
}

/** Removes everybody's drafts about any of these things, whichever of their fields a draft was written in. */
export async function dropDraftsAbout(db: Db, ids: readonly string[]): Promise<void> {
  const about = new Set(ids)
  const subjects = await draftSubjects(db)
  await deleteDraftsOn(
    db,
    subjects.filter((subject) => subject.split(' ').some((word) => about.has(word))),
  )
}

/** The words of everybody's subjects, each once: among them stands the id of all that a draft is kept about. */
export async function wordsOfDrafts(db: Db): Promise<string[]> {
  return [...new Set((await draftSubjects(db)).flatMap((subject) => subject.split(' ')))]
}
