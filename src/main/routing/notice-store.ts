import type { CaseId } from '../../shared/ids.ts'
import type { NoticeView } from '../../shared/routing/contract.ts'
import type { NoticeKind } from '../../shared/routing/words.ts'
import type { Instant } from '../../shared/time.ts'
import { namesOf, scopeOf } from '../cases/case-file.ts'
import { closedAmong } from '../cases/in-scope.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Db, Row } from '../store/types.ts'

export type NoticeRecord = Row<'caseNotices'>

type NewNotice = {
  caseId: string
  kind: NoticeKind
  department: string | null
  personId: string | null
  earlierId?: string | null
  text: string
}

/** S4-129: somebody is told; when they read it is written down beside it. */
export async function insertNotice(ctx: Ctx, { earlierId = null, ...notice }: NewNotice): Promise<NoticeRecord> {
  const row: NoticeRecord = {
    id: ctx.newId(),
    ...notice,
    earlierId,
    at: ctx.now,
    byId: ctx.actor.id,
    ...{ seenAt: null, seenBy: null, answer: null, answeredAt: null },
  }
  await ctx.db.insertInto('caseNotices').values(row).execute()
  return row
}

export async function findNotice(db: Db, id: string): Promise<NoticeRecord | undefined> {
  return db.selectFrom('caseNotices').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateNotice(db: Db, id: string, change: Partial<NoticeRecord>): Promise<void> {
  await db.updateTable('caseNotices').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function noticesOf(db: Db, caseId: string): Promise<NoticeRecord[]> {
  return db
    .selectFrom('caseNotices')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
}

/** What a person was told, and what their department was told without naming anybody. */
export async function noticesFor(
  db: Db,
  who: { id: string; department: string | null },
  withSeen: boolean,
  limit: number,
): Promise<NoticeRecord[]> {
  let query = db
    .selectFrom('caseNotices')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('personId', '=', who.id),
        ...(who.department === null
          ? []
          : [eb.and([eb('personId', 'is', null), eb('department', '=', who.department)])]),
      ]),
    )
  if (!withSeen) query = query.where('seenAt', 'is', null)
  return query.orderBy('at', 'desc').orderBy('id').limit(limit).execute()
}

export async function markNoticesSeen(db: Db, ids: readonly string[], by: string, now: Instant): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('caseNotices')
    .set({ seenAt: now, seenBy: by })
    .where('id', 'in', [...ids])
    .where('seenAt', 'is', null)
    .execute()
}

/** Whether somebody is expected to answer. */
const isQuestion = ({ kind }: NoticeRecord) => kind !== 'assigned'

/** Notices as the window shows them. */
export async function noticeViews(ctx: Ctx, rows: readonly NoticeRecord[]): Promise<NoticeView[]> {
  if (rows.length === 0) return []
  const ids = [
    ...new Set(rows.flatMap(({ caseId, earlierId }) => (earlierId === null ? [caseId] : [caseId, earlierId]))),
  ]
  const found = await ctx.db.selectFrom('cases').select(['id', 'number', 'title']).where('id', 'in', ids).execute()
  const closed = await closedAmong(ctx.db, scopeOf(ctx), ids)
  const cases = new Map(found.map((one) => [one.id, closed.has(one.id) ? { ...one, title: '' } : one]))
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ personId, byId, seenBy }) => [personId, byId, seenBy]),
  )
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  return rows.map((row) => ({
    id: row.id,
    caseId: row.caseId as CaseId,
    caseNumber: cases.get(row.caseId)?.number ?? '',
    caseTitle: cases.get(row.caseId)?.title ?? '',
    kind: row.kind,
    department: row.department,
    personName: nameOf(row.personId),
    earlierId: row.earlierId as CaseId | null,
    earlierNumber: row.earlierId === null ? null : (cases.get(row.earlierId)?.number ?? null),
    text: row.text,
    at: row.at,
    byName: nameOf(row.byId) ?? '',
    seenAt: row.seenAt,
    seenByName: nameOf(row.seenBy),
    answer: row.answer,
    answeredAt: row.answeredAt,
    mayAnswer: isQuestion(row) && row.answer === null && (row.personId === null || row.personId === ctx.actor.id),
  }))
}
