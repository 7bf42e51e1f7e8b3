import { found, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { openRow } from '../cases/case-file.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { listChoices, noteChoice } from './approach.ts'
import { writeFile } from './batch.ts'
import { prepareCare } from './care.ts'
import { delivering } from './deliver.ts'
import { moods } from './mood.ts'
import { preparing } from './prepare.ts'
import { findMember, findMessage, messagesIn, messagesOf } from './queries.ts'
import { templating } from './templates.ts'
import { isSeen, toRows, toView } from './views.ts'

export const messages: FeatureHandlers<'messages'> = {
  ...templating,
  ...preparing,
  ...delivering,
  ...moods,
  writeFile,
  prepareCare,

  waiting: async (ctx, { states, channel, limit }) => {
    const all = await messagesIn(ctx.db, states, channel, limit)
    return toRows(
      ctx,
      all.filter((one) => isSeen(ctx, one)),
    )
  },

  of: async (ctx, { caseId, memberId }) => {
    if (caseId !== null) {
      await openRow(ctx, caseId)
      return toRows(ctx, await messagesOf(ctx.db, { caseId }))
    }
    if (memberId === null) refuse('message-for-nobody')
    const all = await messagesOf(ctx.db, { memberId })
    return toRows(
      ctx,
      all.filter((one) => isSeen(ctx, one)),
    )
  },

  show: async (ctx, { id }) => {
    const message = found(await findMessage(ctx.db, id), 'message')
    if (!isSeen(ctx, message)) found(null, 'message')
    ctx.subject({ caseId: message.caseId as never, memberId: message.memberId as MemberId | null })
    return toView(ctx, message)
  },

  choices: async ({ db }, { memberId }) => listChoices(db, memberId),

  choose: async (ctx, { memberId, channel, given, source }) => {
    const { db } = ctx
    found(await findMember(db, memberId), 'member')
    ctx.subject({ memberId })
    const before = await noteChoice(ctx, { memberId, channel, given, source })
    ctx.note({ before: before ? { given: before.given, at: before.at } : null })
    return listChoices(db, memberId)
  },
}
