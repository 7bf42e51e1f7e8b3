import { found, must, refuse } from '../../shared/failure.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { canAnswerPost, canDismissPost, medianOf, postDueAt } from '../rules/post.ts'
import { checks } from './checks.ts'
import { convert } from './convert.ts'
import {
  countWaiting,
  findPost,
  findPostByLink,
  hasMember,
  insertLimit,
  insertPost,
  limitMinutes,
  listPosts,
  updatePost,
} from './queries.ts'
import { showPost, toPost } from './views.ts'

const SKEW = 60_000

export const posts: FeatureHandlers<'posts'> = {
  /** S1-18 S1-19: what is said of the airline in public, with where, by whom and when. */
  record: async (ctx, { platform, link, author, text, postedAt, memberId }) => {
    const { db, now, actor } = ctx
    if (postedAt > now + SKEW) refuse('post-in-future')
    const known = link === '' ? undefined : await findPostByLink(db, link)
    if (known !== undefined) refuse('post-known', { author: known })
    if (memberId !== null) found((await hasMember(db, memberId)) ? memberId : undefined, 'member')
    const id = ctx.newId()
    await insertPost(db, {
      ...{ id, platform, link: link === '' ? null : link, author, text, postedAt, memberId },
      ...{ recordedAt: now, recordedBy: actor.id, dueAt: postDueAt(postedAt, await limitMinutes(db)) },
      ...{ answer: null, answeredAt: null, answeredBy: null, caseId: null, convertedAt: null },
      ...{ dismissed: null, dismissedAt: null },
    })
    ctx.subject({ memberId })
    return showPost(ctx, id)
  },

  list: async ({ db, now }, { view, limit }) => {
    const rows = (await listPosts(db, view, now, limit)).map((row) => toPost(row, now))
    const times = rows.flatMap(({ responseMs }) => responseMs ?? [])
    return {
      rows,
      ...(await countWaiting(db, now)),
      medianMs: medianOf(times),
      lateAnswers: rows.filter(({ isLate, answeredAt }) => isLate && answeredAt !== null).length,
      limitMinutes: await limitMinutes(db),
    }
  },

  answer: async (ctx, { id, answer, answeredAt }) => {
    const post = found(await findPost(ctx.db, id), 'post')
    const at = answeredAt ?? ctx.now
    must(canAnswerPost(post, at, ctx.now))
    await updatePost(ctx.db, id, { answer, answeredAt: at, answeredBy: ctx.actor.id })
    return showPost(ctx, id)
  },

  convert,

  dismiss: async (ctx, { id, reason }) => {
    must(canDismissPost(found(await findPost(ctx.db, id), 'post')))
    await updatePost(ctx.db, id, { dismissed: reason, dismissedAt: ctx.now })
    return showPost(ctx, id)
  },

  setLimit: async (ctx, { minutes }) => {
    ctx.note({ before: { minutes: await limitMinutes(ctx.db) } })
    await insertLimit(ctx.db, { at: ctx.now, minutes, setBy: ctx.actor.id })
    return null
  },

  ...checks,
}
