import { callOfDraft } from '../../shared/drafts/model.ts'
import { refuse } from '../../shared/failure.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { deleteDraft, findDraft, isCallOver, listDrafts, saveDraft } from './queries.ts'

export const drafts: FeatureHandlers<'drafts'> = {
  save: async ({ db, actor, now }, { kind, subject, body }) => {
    // Another window may still hold text of a call that was finished meanwhile: kept, it would belong to nothing.
    const callId = callOfDraft({ kind, subject })
    if (callId !== null && (await isCallOver(db, callId))) refuse('draft-of-ended-call')
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
