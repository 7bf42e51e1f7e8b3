import type { FeatureHandlers } from '../engine/handler.ts'
import { deleteDraft, findDraft, listDrafts, saveDraft } from './queries.ts'

export const drafts: FeatureHandlers<'drafts'> = {
  save: async ({ db, actor, now }, { kind, subject, body }) => {
    await saveDraft(db, { userId: actor.id, kind, subject, body, savedAt: now })
    return { savedAt: now }
  },

  load: async ({ db, actor }, key) => (await findDraft(db, actor.id, key)) ?? null,

  list: async ({ db, actor }) => listDrafts(db, actor.id),

  remove: async ({ db, actor }, key) => {
    await deleteDraft(db, actor.id, key)
    return null
  },
}
