import type { Db, Row } from '../store/types.ts'

// What people did with articles: used, rated, thanked, read; and what they did not find.

export type UseRecord = Row<'articleUses'>

export async function insertUse(db: Db, row: UseRecord): Promise<void> {
  await db.insertInto('articleUses').values(row).execute()
}

export async function findUse(db: Db, id: string): Promise<UseRecord | undefined> {
  return db.selectFrom('articleUses').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function rateUse(db: Db, id: string, change: Pick<UseRecord, 'helped' | 'reason' | 'ratedAt'>) {
  await db.updateTable('articleUses').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** The uses of one case, newest first, with the titles of what was used. */
export async function usesOf(db: Db, caseId: string, limit: number) {
  return db
    .selectFrom('articleUses')
    .innerJoin('articles', 'articles.id', 'articleUses.articleId')
    .selectAll('articleUses')
    .select(['articles.titleZh', 'articles.titleEn'])
    .where('articleUses.caseId', '=', caseId)
    .orderBy('articleUses.at', 'desc')
    .limit(limit)
    .execute()
}

/** The last uses of an article that did not help, with their reasons. */
export async function unhelpfulUses(db: Db, code: string, limit: number): Promise<UseRecord[]> {
  return db
    .selectFrom('articleUses')
    .selectAll()
    .where('code', '=', code)
    .where('helped', '=', 0)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

export async function findThanks(db: Db, code: string, userId: string): Promise<boolean> {
  const query = db.selectFrom('articleThanks').select('at').where('code', '=', code).where('userId', '=', userId)
  return (await query.executeTakeFirst()) !== undefined
}

export async function insertThanks(db: Db, row: Row<'articleThanks'>): Promise<void> {
  await db.insertInto('articleThanks').values(row).execute()
}

export async function readsOf(db: Db, articleId: string): Promise<Row<'articleReads'>[]> {
  return db.selectFrom('articleReads').selectAll().where('articleId', '=', articleId).execute()
}

export async function readsBy(db: Db, userId: string): Promise<Map<string, number>> {
  const rows = await db.selectFrom('articleReads').selectAll().where('userId', '=', userId).execute()
  return new Map(rows.map(({ articleId, at }) => [articleId, at]))
}

export async function insertRead(db: Db, row: Row<'articleReads'>): Promise<void> {
  await db.insertInto('articleReads').values(row).execute()
}

export async function findGap(db: Db, term: string): Promise<Row<'articleGaps'> | undefined> {
  return db.selectFrom('articleGaps').selectAll().where('term', '=', term).executeTakeFirst()
}

export async function saveGap(db: Db, row: Row<'articleGaps'>): Promise<void> {
  const { term, ...rest } = row
  await db
    .insertInto('articleGaps')
    .values(row)
    .onConflict((conflict) => conflict.column('term').doUpdateSet(rest))
    .execute()
}

/** What was looked for most often without result. */
export async function openGaps(db: Db, limit: number): Promise<Row<'articleGaps'>[]> {
  return db
    .selectFrom('articleGaps')
    .selectAll()
    .where('isSettled', '=', 0)
    .orderBy('count', 'desc')
    .orderBy('term')
    .limit(limit)
    .execute()
}
