import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

export type QuestionRecord = Row<'examQuestions'>
export type VersionRecord = Row<'examQuestionVersions'>
export type PaperRecord = Row<'examPapers'>

type Filter = {
  state: QuestionRecord['state']
  topic: string | null
  difficulty: QuestionRecord['difficulty'] | null
  kind: QuestionRecord['kind'] | null
}

function filtered(db: Db, { state, topic, difficulty, kind }: Filter) {
  let query = db.selectFrom('examQuestions').where('state', '=', state)
  if (topic !== null) query = query.where('topic', '=', topic)
  if (difficulty !== null) query = query.where('difficulty', '=', difficulty)
  return kind === null ? query : query.where('kind', '=', kind)
}

export async function listQuestions(
  db: Db,
  filter: Filter & { after: number; limit: number },
): Promise<QuestionRecord[]> {
  return filtered(db, filter)
    .selectAll()
    .where('number', '>', filter.after)
    .orderBy('number')
    .limit(filter.limit)
    .execute()
}

export async function countQuestions(db: Db, filter: Filter): Promise<number> {
  const row = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Every question in use, oldest first. */
export async function activeQuestions(db: Db): Promise<QuestionRecord[]> {
  return db.selectFrom('examQuestions').selectAll().where('state', '=', 'active').orderBy('number').execute()
}

export async function findQuestion(db: Db, id: string): Promise<QuestionRecord | undefined> {
  return db.selectFrom('examQuestions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function questionsByIds(db: Db, ids: readonly string[]): Promise<QuestionRecord[]> {
  const found: QuestionRecord[] = []
  for (const some of parts([...new Set(ids)]))
    found.push(...(await db.selectFrom('examQuestions').selectAll().where('id', 'in', some).execute()))
  return found
}

export async function lastNumber(db: Db): Promise<number> {
  const row = await db
    .selectFrom('examQuestions')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? 0
}

export async function shippedCodes(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('examQuestions').select('shippedCode').where('shippedCode', 'is not', null).execute()
  return new Set(rows.flatMap(({ shippedCode }) => shippedCode ?? []))
}

export async function insertQuestion(db: Db, row: QuestionRecord, version: VersionRecord): Promise<void> {
  await db.insertInto('examQuestions').values(row).execute()
  await db.insertInto('examQuestionVersions').values(version).execute()
}

export async function updateQuestion(db: Db, id: string, change: Partial<QuestionRecord>): Promise<void> {
  await db.updateTable('examQuestions').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function insertVersion(db: Db, version: VersionRecord): Promise<void> {
  await db.insertInto('examQuestionVersions').values(version).execute()
}

/** Every version of these questions, newest first. */
export async function versionsOf(db: Db, ids: readonly string[]): Promise<VersionRecord[]> {
  const found: VersionRecord[] = []
  for (const some of parts([...new Set(ids)]))
    found.push(
      ...(await db
        .selectFrom('examQuestionVersions')
        .selectAll()
        .where('questionId', 'in', some)
        .orderBy('version', 'desc')
        .execute()),
    )
  return found
}

export async function listPapers(db: Db): Promise<PaperRecord[]> {
  return db.selectFrom('examPapers').selectAll().orderBy('createdAt', 'desc').orderBy('id').execute()
}

export async function findPaper(db: Db, id: string): Promise<PaperRecord | undefined> {
  return db.selectFrom('examPapers').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertPaper(db: Db, row: PaperRecord): Promise<void> {
  await db.insertInto('examPapers').values(row).execute()
}

export async function updatePaper(db: Db, id: string, change: Partial<PaperRecord>): Promise<void> {
  await db.updateTable('examPapers').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}
