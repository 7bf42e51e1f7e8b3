import type { Sought } from '../../shared/knowledge/tokens.ts'
import type { ArticleKind, ArticleState } from '../../shared/knowledge/words.ts'
import type { FoundToken } from '../rules/knowledge-search.ts'
import { afterPrefix } from '../rules/member-search.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

export type ArticleRecord = Row<'articles'>
export type TallyRecord = Row<'articleTallies'>

export async function findArticle(db: Db, id: string): Promise<ArticleRecord | undefined> {
  return db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Every version of one article, newest first. */
export async function versionsOf(db: Db, code: string): Promise<ArticleRecord[]> {
  return db.selectFrom('articles').selectAll().where('code', '=', code).orderBy('version', 'desc').execute()
}

/** Versions in these states, of these kinds or of all. */
export async function articlesIn(
  db: Db,
  states: readonly ArticleState[],
  kinds: readonly ArticleKind[],
): Promise<ArticleRecord[]> {
  let query = db.selectFrom('articles').selectAll().where('state', 'in', states)
  if (kinds.length > 0) query = query.where('kind', 'in', kinds)
  return query.orderBy('code').orderBy('version', 'desc').execute()
}

export async function insertArticle(db: Db, row: ArticleRecord): Promise<void> {
  await db.insertInto('articles').values(row).execute()
}

type Token = { token: string; places: number }

/** Many new articles with what they are found by, in as few statements as there can be. */
export async function insertArticles(db: Db, articles: readonly { record: ArticleRecord; tokens: Token[] }[]) {
  if (articles.length === 0) return
  await bulkInsert(db, 'articles')(articles.map(({ record }) => record))
  await bulkInsert(
    db,
    'articleTokens',
  )(articles.flatMap(({ record, tokens }) => tokens.map((one) => ({ ...one, articleId: record.id }))))
}

export async function updateArticle(db: Db, id: string, change: Partial<ArticleRecord>): Promise<void> {
  await db.updateTable('articles').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Writes anew what a version is found by; an empty list takes it out of the search. */
export async function indexArticle(db: Db, articleId: string, tokens: readonly Token[]) {
  await db.deleteFrom('articleTokens').where('articleId', '=', articleId).execute()
  if (tokens.length > 0) await bulkInsert(db, 'articleTokens')(tokens.map((one) => ({ ...one, articleId })))
}

/** Everything that answers one part of what is looked for. */
export async function tokensFor(db: Db, sought: readonly Sought[]): Promise<FoundToken[]> {
  const found: FoundToken[] = []
  for (const { token, isPrefix } of sought) {
    const query = db.selectFrom('articleTokens').select(['articleId', 'token', 'places'])
    const rows = isPrefix
      ? query.where('token', '>=', token).where('token', '<', afterPrefix(token))
      : query.where('token', '=', token)
    found.push(...(await rows.execute()))
  }
  return found
}

export async function articlesById(db: Db, ids: readonly string[]): Promise<ArticleRecord[]> {
  const found: ArticleRecord[] = []
  for (const part of parts([...new Set(ids)]))
    found.push(...(await db.selectFrom('articles').selectAll().where('id', 'in', part).execute()))
  return found
}

/** Every published version of these articles: among them stands the one that counts. */
export async function publishedOf(db: Db, codes: readonly string[]): Promise<ArticleRecord[]> {
  const found: ArticleRecord[] = []
  for (const part of parts([...new Set(codes)])) {
    const query = db.selectFrom('articles').selectAll().where('code', 'in', part).where('state', '=', 'published')
    found.push(...(await query.execute()))
  }
  return found
}

export async function talliesOf(db: Db, codes: readonly string[]): Promise<Map<string, TallyRecord>> {
  const found = new Map<string, TallyRecord>()
  for (const part of parts([...new Set(codes)])) {
    const rows = await db.selectFrom('articleTallies').selectAll().where('code', 'in', part).execute()
    for (const row of rows) found.set(row.code, row)
  }
  return found
}

export async function saveTally(db: Db, tally: TallyRecord): Promise<void> {
  const { code, ...counts } = tally
  await db
    .insertInto('articleTallies')
    .values(tally)
    .onConflict((conflict) => conflict.column('code').doUpdateSet(counts))
    .execute()
}

/** Text of a member's own file in which a company may be named. */
export async function memberNotes(db: Db, memberId: string): Promise<{ text: string; tier: string } | undefined> {
  const member = await db
    .selectFrom('members')
    .select(['preferences', 'careNotes', 'vipReason', 'tier'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) return undefined
  const labels = await db.selectFrom('memberContacts').select('label').where('memberId', '=', memberId).execute()
  const { preferences, careNotes, vipReason, tier } = member
  return { tier, text: [preferences, careNotes, vipReason ?? '', ...labels.map(({ label }) => label)].join('\n') }
}

export async function findMember(db: Db, id: string): Promise<Row<'members'> | undefined> {
  return db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst()
}
