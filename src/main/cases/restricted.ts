import type { RestrictedCase } from '../../shared/cases/restricted-contract.ts'
import { found, must } from '../../shared/failure.ts'
import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import { CLOCK_KINDS } from '../../shared/targets/model.ts'
import { isInForce } from '../../shared/trust/right-rules.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canRouteUnread } from '../rules/access.ts'
import type { Db, Row } from '../store/types.ts'
import { readingRights } from '../trust/right-queries.ts'
import { type CaseFile, fileOf, scopeOf, viewerOf } from './case-file.ts'
import { findFree, readable } from './in-scope.ts'
import { findCase, namesOf } from './queries.ts'

const MOST = 500

/** S2-10: which reports of misconduct are open, and whose they are, for a manager who has to see that they are handled. */
export const restricted: Handler<'cases.restricted'> = async (ctx) => {
  const { db } = ctx
  const rows = await openRestricted(db)
  const readers = await readersOf(ctx, rows)
  const names = await namesOf(
    db,
    rows.map(({ ownerId }) => ownerId),
  )
  const mine = new Set((await readable(db, scopeOf(ctx), rows)).map(({ id }) => id))
  return rows.map(
    ({ id, number, receivedAt, nextDueAt, nextClock, ownerId, lastSeq }): RestrictedCase => ({
      ...{ number, receivedAt, nextDueAt, lastSeq },
      id: id as CaseId,
      nextClock: CLOCK_KINDS.find((kind) => kind === nextClock) ?? null,
      ownerId: ownerId as UserId | null,
      ownerName: names.get(ownerId ?? '') ?? null,
      readers: readers.get(id) ?? [],
      isOpenToMe: mine.has(id),
    }),
  )
}

/** A case that is to be given to somebody: as its reader has it, from the queue, or unread by a manager who has to route it. */
export async function openToAssign(ctx: Ctx, id: CaseId, toId: UserId): Promise<CaseFile> {
  const seen = await findCase(ctx.db, scopeOf(ctx), id)
  const free = seen ? undefined : await findFree(ctx.db, scopeOf(ctx), id)
  const row = seen ?? free ?? found(await findRestricted(ctx.db, id), 'case')
  if (!seen && !free) {
    const viewer = viewerOf(ctx)
    if (viewer.role !== 'manager') found(undefined, 'case')
    must(canRouteUnread(viewer, toId))
  }
  ctx.subject({ caseId: id, memberId: row.memberId as MemberId | null })
  return fileOf(ctx, row)
}

function findRestricted(db: Db, id: CaseId): Promise<Row<'cases'> | undefined> {
  return db.selectFrom('cases').selectAll().where('id', '=', id).where('isRestricted', '=', 1).executeTakeFirst()
}

function openRestricted(db: Db): Promise<Row<'cases'>[]> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('isOpen', '=', 1)
    .where('isRestricted', '=', 1)
    .orderBy('queueAt')
    .orderBy('id')
    .limit(MOST)
    .execute()
}

/** The names of those to whom each case was opened and still is. */
async function readersOf({ db, now }: Ctx, rows: readonly Row<'cases'>[]): Promise<Map<string, string[]>> {
  const rights = (await readingRights(db, now)).filter((right) => isInForce(right, now))
  const names = await namesOf(
    db,
    rights.map(({ userId }) => userId),
  )
  return new Map(
    rows.map(({ id, ownerId }) => {
      const people = rights.filter((one) => (one.caseId === null || one.caseId === id) && one.userId !== ownerId)
      return [id, [...new Set(people.map(({ userId }) => names.get(userId) ?? ''))]]
    }),
  )
}
