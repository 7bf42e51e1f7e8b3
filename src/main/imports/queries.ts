import { sql } from 'kysely'
import type { MemberId } from '../../shared/ids.ts'
import type { ImportChange, ImportRow } from '../../shared/imports/contract.ts'
import { fieldChange, mapping } from '../../shared/imports/model.ts'
import { membersIn } from '../members/reach.ts'
import type { MemberScope } from '../rules/access.ts'
import { createdId, rowOfCreated, seriesOf } from '../rules/import-ids.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

/** Members by card number. */
export async function findMembersByCard(db: Db, cards: readonly string[]): Promise<Row<'members'>[]> {
  const rows: Row<'members'>[] = []
  for (const part of parts(cards)) {
    rows.push(...(await db.selectFrom('members').selectAll().where('cardNo', 'in', part).execute()))
  }
  return rows
}

/** Figures of these members in these months. */
export async function findPeriods(
  db: Db,
  memberIds: readonly string[],
  periods: readonly string[],
): Promise<Row<'memberPeriods'>[]> {
  const rows: Row<'memberPeriods'>[] = []
  for (const part of parts(memberIds)) {
    const query = db
      .selectFrom('memberPeriods')
      .selectAll()
      .where('memberId', 'in', part)
      .where('period', 'in', periods)
    rows.push(...(await query.execute()))
  }
  return rows
}

/** Looks up in the store what a batch needs to be judged. */
export function storedIn(db: Db) {
  return {
    byCard: (cards: readonly string[]) => findMembersByCard(db, cards),
    periods: (memberIds: readonly string[], months: readonly string[]) => findPeriods(db, memberIds, months),
  }
}

export async function updatePeriod(db: Db, { memberId, period, ...figures }: Row<'memberPeriods'>): Promise<void> {
  await db
    .updateTable('memberPeriods')
    .set(figures)
    .where('memberId', '=', memberId)
    .where('period', '=', period)
    .execute()
}

export async function hasMembers(db: Db): Promise<boolean> {
  return (await db.selectFrom('members').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function insertImport(db: Db, row: Row<'imports'>): Promise<void> {
  await db.insertInto('imports').values(row).execute()
}

type Counts = Pick<Row<'imports'>, 'read' | 'created' | 'updated' | 'unchanged' | 'rejected'>

export async function updateCounts(db: Db, id: string, counts: Counts): Promise<void> {
  await db.updateTable('imports').set(counts).where('id', '=', id).execute()
}

export async function listImports(db: Db, limit: number): Promise<ImportRow[]> {
  const rows = await db
    .selectFrom('imports')
    .leftJoin('users', 'users.id', 'imports.actorId')
    .selectAll('imports')
    .select('users.name as actorName')
    .orderBy('imports.at', 'desc')
    .orderBy('imports.id')
    .limit(limit)
    .execute()
  return rows.map(({ actorId, actorName, ...row }) => ({
    ...row,
    actorName: actorName ?? actorId,
    mapping: mapping.parse(JSON.parse(row.mapping)),
  }))
}

export async function findImport(db: Db, id: string): Promise<Row<'imports'> | undefined> {
  return db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()
}

export type ChangesPlace = { importId: string; kind: 'all' | 'created' | 'updated'; after: number; limit: number }

/** How many members within the scope an import made, and how many of those who were there it changed. */
export async function countChanges(
  db: Db,
  scope: MemberScope,
  importId: string,
): Promise<{ created: number; updated: number }> {
  const created = await membersMade(db, scope, importId, 0)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const updated = await changesKept(db, scope, importId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('importChanges.kind', '=', 'updated')
    .executeTakeFirstOrThrow()
  return { created: Number(created.count), updated: Number(updated.count) }
}

/** Changes of an import to members within the scope, in the order of the file's rows, after a row. */
export async function readChanges(db: Db, scope: MemberScope, place: ChangesPlace): Promise<ImportChange[]> {
  const made = place.kind === 'updated' ? [] : await readCreated(db, scope, place)
  const rows = [...made, ...(await readKept(db, scope, place))]
  return rows.sort((a, b) => a.row - b.row).slice(0, place.limit)
}

/** The members that an import made in rows after one of them, as far as they lie within the scope. */
function membersMade(db: Db, scope: MemberScope, importId: string, after: number) {
  const series = seriesOf(importId)
  return membersIn(db, scope)
    .where('members.id', '>', createdId(series, after))
    .where('members.id', '<', createdId(series, LAST_ROW))
}

/** The members that an import made, by the row that made them. */
async function readCreated(
  db: Db,
  scope: MemberScope,
  { importId, after, limit }: ChangesPlace,
): Promise<ImportChange[]> {
  const series = seriesOf(importId)
  const rows = await membersMade(db, scope, importId, after)
    .select(['id', 'cardNo as card', 'name', 'tier'])
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id, ...member }) => ({
    ...member,
    row: rowOfCreated(series, id),
    memberId: id as MemberId,
    kind: 'created',
    changes: [],
  }))
}

/** Behind every row that a file may have. */
const LAST_ROW = 36 ** 6 - 1

/** What an import changed of members within the scope who were there. */
function changesKept(db: Db, scope: MemberScope, importId: string) {
  return membersIn(db, scope)
    .innerJoin('importChanges', 'importChanges.memberId', 'members.id')
    .where('importChanges.importId', '=', importId)
}

/** Changes that stand in rows of their own: what an import changed of members who were there. */
async function readKept(
  db: Db,
  scope: MemberScope,
  { importId, kind, after, limit }: ChangesPlace,
): Promise<ImportChange[]> {
  let query = changesKept(db, scope, importId)
    .select(['importChanges.row', 'importChanges.memberId', 'importChanges.kind', 'importChanges.fields'])
    .select(['members.cardNo as card', 'members.name', 'members.tier'])
    .where('importChanges.row', '>', after)
    .orderBy('importChanges.row')
    .limit(limit)
  if (kind !== 'all') query = query.where('importChanges.kind', '=', kind)
  const rows = await query.execute()
  return rows.map(({ fields, memberId, ...row }) => ({
    ...row,
    memberId: memberId as MemberId,
    changes: fieldChange.array().parse(JSON.parse(fields)),
  }))
}

/** S3-42: the first tier of members just made, from the first id to the last, in their history. */
export async function insertTierEntries(
  db: Db,
  { first, last, at, reason, actorId }: { first: string; last: string; at: number; reason: string; actorId: string },
): Promise<void> {
  await db
    .insertInto('tierChanges')
    .columns(['id', 'memberId', 'at', 'fromTier', 'toTier', 'change', 'reason', 'validUntil', 'actorId'])
    .expression((eb) =>
      eb
        .selectFrom('members')
        .select(({ ref, lit, cast, val }) => [
          sql<string>`${ref('id')} || 't'`.as('changeId'),
          'id as memberId',
          lit(at).as('at'),
          sql<'none'>`'none'`.as('fromTier'),
          'tier as toTier',
          sql<'entry'>`'entry'`.as('change'),
          cast<string>(val(reason), 'text').as('reason'),
          'tierUntil as validUntil',
          cast<string>(val(actorId), 'text').as('actorId'),
        ])
        .where('id', '>=', first)
        .where('id', '<=', last)
        .where('tier', '<>', 'none')
        .orderBy('id'),
    )
    .execute()
}
