import { found } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import type { Post } from '../../shared/posts/contract.ts'
import type { Instant } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { isPostLate, stateOfPost } from '../rules/post.ts'
import { findNamedPost, type NamedPost } from './queries.ts'

/** A post as people see it, with the time that its answer took. */
export function toPost(row: NamedPost, now: Instant): Post {
  const { recorderName, answererName, recordedBy, answeredBy, convertedAt: _c, dismissedAt: _d, ...post } = row
  return {
    ...post,
    link: row.link ?? '',
    state: stateOfPost(row),
    isLate: isPostLate(row, now),
    memberId: row.memberId as MemberId | null,
    caseId: row.caseId as CaseId | null,
    recordedByName: recorderName ?? recordedBy,
    answeredByName: answererName ?? answeredBy,
    responseMs: row.answeredAt === null ? null : row.answeredAt - row.postedAt,
  }
}

/** The post as it is now. */
export async function showPost({ db, now }: Ctx, id: string): Promise<Post> {
  return toPost(found(await findNamedPost(db, id), 'post'), now)
}
