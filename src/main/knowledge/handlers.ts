import { found } from '../../shared/failure.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { editing } from './editing.ts'
import { finding } from './finding.ts'
import { findThanks, readsBy } from './marks-queries.ts'
import { findArticle, versionsOf } from './queries.ts'
import { sharing } from './sharing.ts'
import { using } from './using.ts'
import { toViews } from './views.ts'

export const knowledge: FeatureHandlers<'knowledge'> = {
  ...finding,
  ...editing,
  ...using,
  ...sharing,

  show: async (ctx, { id }) => {
    const { db, actor } = ctx
    const record = found(await findArticle(db, id), 'article')
    const versions = await toViews(ctx, await versionsOf(db, record.code))
    const reads = await readsBy(db, actor.id)
    return {
      article: found(
        versions.find((one) => one.id === id),
        'article',
      ),
      versions,
      hasThanked: await findThanks(db, record.code, actor.id),
      readAt: reads.get(id) ?? null,
    }
  },
}
