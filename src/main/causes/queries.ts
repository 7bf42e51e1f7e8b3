import causesDefault from '../../../resources/policies/causes-default.json' with { type: 'json' }
import type { CaseKind } from '../../shared/cases/words.ts'
import type { TreeVersion } from '../../shared/causes/contract.ts'
import { type CauseTree, causeTree } from '../../shared/causes/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type CaseCause = Row<'caseCauses'>
export type KeptTree = { version: number; tree: CauseTree }

/** The tree that came with the product: version 1 until somebody changes it. */
export function shippedTree(): CauseTree {
  return causeTree.parse(causesDefault)
}

export async function currentTree(db: Db): Promise<KeptTree> {
  const row = await db.selectFrom('causeTrees').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row ? { version: row.version, tree: JSON.parse(row.body) } : { version: 1, tree: shippedTree() }
}

export async function treeOf(db: Db, version: number): Promise<KeptTree | undefined> {
  const row = await db.selectFrom('causeTrees').selectAll().where('version', '=', version).executeTakeFirst()
  if (row) return { version, tree: JSON.parse(row.body) }
  return version === 1 ? { version, tree: shippedTree() } : undefined
}

/** Writes the shipped tree down as version 1 before the first case or change rests on it: a later release may ship another. */
export async function keepShipped(db: Db, now: Instant): Promise<void> {
  const row = await db.selectFrom('causeTrees').select('version').limit(1).executeTakeFirst()
  if (row) return
  const body = JSON.stringify(shippedTree())
  await db.insertInto('causeTrees').values({ version: 1, savedAt: now, savedBy: null, reason: '', body }).execute()
}

export async function insertTree(db: Db, row: Row<'causeTrees'>): Promise<void> {
  await db.insertInto('causeTrees').values(row).execute()
}

export async function listVersions(db: Db): Promise<TreeVersion[]> {
  const rows = await db
    .selectFrom('causeTrees')
    .leftJoin('users', 'users.id', 'causeTrees.savedBy')
    .select(['causeTrees.version', 'causeTrees.savedAt', 'causeTrees.reason', 'users.name as savedByName'])
    .orderBy('causeTrees.version', 'desc')
    .execute()
  return rows.length > 0 ? rows : [{ version: 1, savedAt: null, savedByName: null, reason: '' }]
}

/** Codes that a case has ever rested on. */
export async function usedCodes(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('caseCauses').select('code').distinct().orderBy('code').execute()
  return new Set(rows.map(({ code }) => code))
}

export async function causeOf(db: Db, caseId: string): Promise<(CaseCause & { chosenByName: string }) | undefined> {
  return db
    .selectFrom('caseCauses')
    .innerJoin('users', 'users.id', 'caseCauses.chosenBy')
    .selectAll('caseCauses')
    .select('users.name as chosenByName')
    .where('caseCauses.caseId', '=', caseId)
    .executeTakeFirst()
}

export async function saveCause(db: Db, row: CaseCause): Promise<void> {
  const { caseId: _, ...change } = row
  await db
    .insertInto('caseCauses')
    .values(row)
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet(change))
    .execute()
}

type Period = { from: Instant; to: Instant; kind: CaseKind }

/** How many cases of a period have each cause. */
export async function countCauses(db: Db, { from, to, kind }: Period): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('caseCauses')
    .select((eb) => ['code', eb.fn.countAll<number>().as('count')])
    .where('kind', '=', kind)
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .groupBy('code')
    .execute()
  return new Map(rows.map(({ code, count }) => [code, Number(count)]))
}

/** How many cases a period has, with or without a cause. */
export async function countCases(db: Db, { from, to, kind }: Period): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', kind)
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
