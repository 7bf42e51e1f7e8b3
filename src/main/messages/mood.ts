import { MOODS } from '../../shared/cases/moods.ts'
import { sideOf } from '../../shared/contract.ts'
import { must } from '../../shared/failure.ts'
import { fillText } from '../../shared/messages/text.ts'
import { HEATED } from '../../shared/messages/words.ts'
import { expectSeq, openFile, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { findMember } from './queries.ts'
import { listTemplates } from './template-queries.ts'
import { expectedOf, valuesOf } from './values.ts'

type Calls = Pick<FeatureHandlers<'messages'>, 'mood' | 'setMood'>

/** How the customer feels, and the calm words for somebody who is upset (S5-66, S5-67). */
export const moods: Calls = {
  mood: async (ctx, { caseId, language }) => {
    const file = await openFile(ctx, caseId)
    const mood = MOODS.find((one) => one === file.recorded.mood) ?? null
    if (mood === null || !HEATED.includes(mood)) return { mood, scripts: [] }
    const { memberId } = file.row
    const member = memberId === null ? null : ((await findMember(ctx.db, memberId)) ?? null)
    const values = await valuesOf(ctx, { file, member }, language, expectedOf(file, ctx.now))
    const side = sideOf(language)
    const scripts = (await listTemplates(ctx.db, false)).filter(
      ({ occasion, state }) => occasion === 'calm' && state === 'published',
    )
    return {
      mood,
      scripts: scripts.map(({ code, name, body }) => ({ code, name, text: fillText(body[side], values).text })),
    }
  },

  setMood: async (ctx, { caseId, mood, note, expectedSeq }) => {
    const file = await openFile(ctx, caseId)
    expectSeq(file, expectedSeq)
    const { ownerId, isOpen } = file.row
    must(canWorkOn(viewerOf(ctx), { ownerId, isOpen: isOpen === 1 }))
    ctx.note({ before: { mood: file.recorded.mood ?? null } })
    const saved = await record(ctx, file, {
      kind: 'message',
      recorded: { mood },
      data: { act: 'mood', mood, text: note },
    })
    return { lastSeq: saved.row.lastSeq }
  },
}
