import shipped from '../../../resources/careers/ladder.json' with { type: 'json' }
import { type Ladder, ladderBody, type PostSpec } from '../../shared/careers/model.ts'
import { POSTS, type Post } from '../../shared/careers/words.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import type { Db } from '../store/types.ts'
import { insertLadder, newestLadder } from './queries.ts'

type LadderHandlers = Pick<FeatureHandlers<'careers'>, 'ladder' | 'saveLadder'>

/** The career path in force: as saved last, or as shipped. */
export async function currentLadder(db: Db): Promise<Ladder & { version: number }> {
  const row = await newestLadder(db)
  const body = row ? JSON.parse(row.body) : shipped
  return { ...ladderBody.parse(body), version: row?.version ?? 1 }
}

export function specOf(ladder: Ladder, post: Post): PostSpec {
  return found(
    ladder.posts.find((one) => one.post === post),
    'post',
  )
}

export const ladders: LadderHandlers = {
  /** S3-91 S4-111: everybody sees the way up and what it takes. */
  ladder: async ({ db }) => currentLadder(db),

  saveLadder: async (ctx, { ladder, reason }) => {
    if (POSTS.some((post, place) => ladder.posts[place]?.post !== post)) refuse('ladder-posts')
    const { version } = await currentLadder(ctx.db)
    ctx.note({ before: { version } })
    const saved = { reason, savedAt: ctx.now, savedBy: ctx.actor.id }
    await insertLadder(ctx.db, { version: version + 1, body: JSON.stringify(ladder), ...saved })
    return currentLadder(ctx.db)
  },
}
