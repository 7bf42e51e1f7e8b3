import type { DraftKey } from '../../shared/drafts/model.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Db } from '../store/types.ts'
import { deleteDraft } from './queries.ts'

/** Removes a draft with what it was written for, in the transaction that ends that; nothing to do when there is none. */
export async function dropDraft(db: Db, userId: UserId, key: DraftKey): Promise<void> {
  await deleteDraft(db, userId, key)
}
