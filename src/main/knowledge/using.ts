import { sideOf } from '../../shared/contract.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { ANSWER_KINDS, type ArticleKind } from '../../shared/knowledge/words.ts'
import { fillText } from '../../shared/messages/text.ts'
import { namesOf, openFile, openRow } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { valuesOf } from '../messages/values.ts'
import { currentOf } from '../rules/knowledge.ts'
import { findUse, insertUse, rateUse, unhelpfulUses, usesOf } from './marks-queries.ts'
import { findArticle, findMember, publishedOf, saveTally, type TallyRecord, talliesOf } from './queries.ts'
import { todayOf } from './views.ts'

type Calls = Pick<FeatureHandlers<'knowledge'>, 'use' | 'uses' | 'rate' | 'ratings'>

/** As many uses of one case or article as somebody reads. */
const SHOWN = 50
const TOLD: readonly ArticleKind[] = ANSWER_KINDS

/** S3-57: words of an article go into a record, and whether they helped is measured. */
export const using: Calls = {
  use: async (ctx, { id, caseId, callId, memberId, language }) => {
    const { db, now, actor } = ctx
    const article = found(await findArticle(db, id), 'article')
    const current = currentOf(await publishedOf(db, [article.code]), todayOf(ctx))
    if (current?.id !== id) refuse('article-not-in-force')
    if (!TOLD.includes(article.kind)) refuse('article-not-told')
    const file = caseId === null ? null : await openFile(ctx, caseId)
    const personId = file ? file.row.memberId : memberId
    const member = personId === null ? null : ((await findMember(db, personId)) ?? null)
    ctx.subject({ caseId, memberId: personId as MemberId | null })
    const side = sideOf(language)
    const words = side === 'en' && article.bodyEn !== '' ? article.bodyEn : article.bodyZh
    const { text, missing } = fillText(words, await valuesOf(ctx, { file, member }, language, null))
    const useId = ctx.newId()
    await insertUse(db, {
      ...{ id: useId, articleId: id, code: article.code, version: article.version, caseId, callId, language },
      ...{ memberId: personId, userId: actor.id, at: now, helped: null, reason: '', ratedAt: null },
    })
    await count(ctx, article.code, ({ uses }) => ({ uses: uses + 1 }))
    return { useId, text, missing }
  },

  uses: async (ctx, { caseId }) => {
    const { db, actor } = ctx
    await openRow(ctx, caseId)
    const rows = await usesOf(db, caseId, SHOWN)
    const names = await namesOf(
      db,
      rows.map(({ userId }) => userId),
    )
    return rows.map(({ id, articleId, code, version, titleZh, titleEn, at, userId, helped, reason }) => ({
      ...{ id, articleId, code, version, at, reason },
      title: { zh: titleZh, en: titleEn },
      userName: names.get(userId) ?? '',
      isMine: userId === actor.id,
      helped: helped === null ? null : helped === 1,
    }))
  },

  rate: async (ctx, { useId, helped, reason }) => {
    const { db, now, actor } = ctx
    const use = found(await findUse(db, useId), 'articleUse')
    if (use.userId !== actor.id) refuse('article-use-not-own')
    await rateUse(db, useId, { helped: helped ? 1 : 0, reason, ratedAt: now })
    const before = { helped: use.helped === 1 ? 1 : 0, unhelped: use.helped === 0 ? 1 : 0 }
    await count(ctx, use.code, (tally) => ({
      helped: tally.helped - before.helped + (helped ? 1 : 0),
      unhelped: tally.unhelped - before.unhelped + (helped ? 0 : 1),
    }))
    return null
  },

  ratings: async ({ db }, { code }) => {
    const rows = await unhelpfulUses(db, code, SHOWN)
    const names = await namesOf(
      db,
      rows.map(({ userId }) => userId),
    )
    return rows.map(({ version, at, userId, reason }) => ({
      ...{ version, at, reason },
      userName: names.get(userId) ?? '',
    }))
  },
}

/** Changes the counts of an article, which begin with its first use. */
export async function count(ctx: Ctx, code: string, change: (tally: TallyRecord) => Partial<TallyRecord>) {
  const tally = (await talliesOf(ctx.db, [code])).get(code) ?? { code, uses: 0, helped: 0, unhelped: 0, thanks: 0 }
  const changed = { ...tally, ...change(tally) }
  await saveTally(ctx.db, changed)
  return changed
}
