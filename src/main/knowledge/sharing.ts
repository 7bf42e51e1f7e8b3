import { found, must, refuse } from '../../shared/failure.ts'
import { termOf } from '../../shared/knowledge/tokens.ts'
import { DESK_ROLES } from '../../shared/roles.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { canThank } from '../rules/knowledge.ts'
import { listUsers } from '../users/queries.ts'
import { search } from './finding.ts'
import { findGap, findThanks, insertRead, insertThanks, openGaps, readsBy, readsOf, saveGap } from './marks-queries.ts'
import { findArticle, versionsOf } from './queries.ts'
import { count } from './using.ts'

type Calls = Pick<FeatureHandlers<'knowledge'>, 'thank' | 'acknowledge' | 'readers' | 'missed' | 'gaps' | 'settleGap'>

const READING_ROLES: readonly string[] = DESK_ROLES

/** What colleagues give each other: thanks, notices that are read, and what is still to be written. */
export const sharing: Calls = {
  thank: async (ctx, { code }) => {
    const { db, now, actor } = ctx
    const article = found(
      (await versionsOf(db, code)).find(({ state }) => state === 'published'),
      'article',
    )
    must(canThank(viewerOf(ctx), article))
    if (await findThanks(db, code, actor.id)) refuse('article-thanked')
    await insertThanks(db, { code, userId: actor.id, at: now })
    const { thanks } = await count(ctx, code, (tally) => ({ thanks: tally.thanks + 1 }))
    return { thanks }
  },

  acknowledge: async ({ db, now, actor }, { id }) => {
    const article = found(await findArticle(db, id), 'article')
    if (article.kind !== 'notice' || article.state !== 'published') refuse('article-no-notice')
    const readAt = (await readsBy(db, actor.id)).get(id)
    if (readAt !== undefined) return { readAt }
    await insertRead(db, { articleId: id, userId: actor.id, at: now })
    return { readAt: now }
  },

  readers: async ({ db }, { id }) => {
    found(await findArticle(db, id), 'article')
    const reads = new Map((await readsOf(db, id)).map(({ userId, at }) => [userId, at]))
    const people = (await listUsers(db, false)).filter(
      (user) => user.status === 'active' && READING_ROLES.includes(user.role),
    )
    return people.map((user) => ({ userId: user.id, name: user.name, readAt: reads.get(user.id) ?? null }))
  },

  missed: async (ctx, { text }) => {
    const { db, now, actor } = ctx
    const term = termOf(text)
    if (term === '' || (await search(ctx, text, [])).length > 0) return { isCounted: false }
    const before = await findGap(db, term)
    const gap = { term, lastAt: now, lastBy: actor.id, isSettled: 0 as const }
    await saveGap(db, { ...gap, count: (before?.count ?? 0) + 1, firstAt: before?.firstAt ?? now })
    return { isCounted: true }
  },

  gaps: async ({ db }, { limit }) => {
    const rows = await openGaps(db, limit)
    const names = await namesOf(
      db,
      rows.map(({ lastBy }) => lastBy),
    )
    return rows.map(({ lastBy, isSettled: _, ...gap }) => ({ ...gap, lastByName: names.get(lastBy) ?? '' }))
  },

  settleGap: async ({ db }, { term }) => {
    const gap = found(await findGap(db, term), 'articleGap')
    await saveGap(db, { ...gap, isSettled: 1 })
    return null
  },
}
