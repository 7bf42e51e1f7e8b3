import type { Post } from '../../shared/careers/words.ts'
import { DAY, type Day, DESK_ZONE } from '../../shared/time.ts'
import type { User } from '../../shared/users/model.ts'
import type { Ctx } from '../engine/handler.ts'
import { type Evidence, meanOf, monthsBetween, POST_OF_ROLE, postOn, standingOf } from '../rules/career.ts'
import { dayAt } from '../rules/zone.ts'
import {
  type Attended,
  attendedBy,
  type CertificateRecord,
  certificatesOf,
  examMarks,
  type Mark,
  type MoveRecord,
  movesOf,
  qualityMarks,
  type StaffFile,
  staffFiles,
} from './queries.ts'

const YEAR = 365 * DAY

/** What is stored of several people at once: posts, moves and everything a criterion is checked by. */
export type Records = {
  today: Day
  files: ReadonlyMap<string, StaffFile>
  moves: readonly MoveRecord[]
  certificates: readonly CertificateRecord[]
  quality: readonly Mark[]
  exams: readonly Mark[]
  attended: readonly Attended[]
  now: number
}

export async function recordsOf(ctx: Ctx, ids: readonly string[]): Promise<Records> {
  const since = ctx.now - YEAR
  return {
    now: ctx.now,
    today: dayAt(DESK_ZONE, ctx.now),
    files: new Map((await staffFiles(ctx.db, ids)).map((file) => [file.userId, file])),
    moves: await movesOf(ctx.db, ids),
    certificates: await certificatesOf(ctx.db, ids),
    quality: await qualityMarks(ctx.db, ids, since),
    exams: await examMarks(ctx.db, ids, since),
    attended: await attendedBy(ctx.db, ids),
  }
}

/** The post that a person has today, and since when. */
export function postOf(user: User, { files, moves, today }: Records): { post: Post; since: Day } {
  const file = files.get(user.id)
  const entered = file
    ? { post: file.post, since: file.postSince }
    : { post: POST_OF_ROLE[user.role], since: dayAt(DESK_ZONE, user.createdAt) }
  const own = moves.filter(({ userId }) => userId === user.id)
  return postOn(
    entered,
    [...own].sort((a, b) => (a.effectiveDay < b.effectiveDay ? -1 : 1)),
    today,
  )
}

/** S3-91: everything a criterion is checked by, of the last twelve months. */
export function evidenceOf(user: User, records: Records): Evidence {
  const { quality, exams, attended, certificates, today, now } = records
  const valuesOf = (marks: readonly Mark[]) =>
    marks.filter(({ userId }) => userId === user.id).map(({ value }) => value)
  return {
    months: monthsBetween(postOf(user, records).since, today),
    exams: meanOf(valuesOf(exams)),
    quality: meanOf(valuesOf(quality)),
    trainings: attended.filter(({ userId, startsAt }) => userId === user.id && startsAt >= now - YEAR).length,
    certificates: certificates.filter(
      ({ userId, expiresDay }) => userId === user.id && standingOf(expiresDay, today) !== 'expired',
    ).length,
  }
}
