import wordsDefault from '../../../resources/policies/class-words-default.json' with { type: 'json' }
import { type ClassRules, classRules, type RulesVersion } from '../../shared/routing/classes.ts'
import type { Instant } from '../../shared/time.ts'
import { type ClassModel, classModel } from '../rules/class-learning.ts'
import type { Db, Row } from '../store/types.ts'

export type KeptRules = { version: number; rules: ClassRules }

const shipped: KeptRules = { version: 1, rules: classRules.parse(wordsDefault) }

/** The rules in force: those that came with the product are version 1 until somebody changes them (S5-12). */
export async function currentRules(db: Db): Promise<KeptRules> {
  const row = await db.selectFrom('classRuleSets').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row ? { version: row.version, rules: JSON.parse(row.body) } : shipped
}

/** One version of the rules. */
export async function rulesOf(db: Db, version: number): Promise<KeptRules | undefined> {
  const row = await db.selectFrom('classRuleSets').selectAll().where('version', '=', version).executeTakeFirst()
  if (row) return { version, rules: JSON.parse(row.body) }
  return version === shipped.version ? shipped : undefined
}

/** Writes the shipped words down as version 1 before the first change: a later release may ship others. */
export async function keepShipped(db: Db, now: Instant): Promise<void> {
  const row = await db.selectFrom('classRuleSets').select('version').limit(1).executeTakeFirst()
  if (row) return
  await insertRules(db, { version: 1, savedAt: now, savedBy: null, reason: '', body: JSON.stringify(shipped.rules) })
}

export async function insertRules(db: Db, row: Row<'classRuleSets'>): Promise<void> {
  await db.insertInto('classRuleSets').values(row).execute()
}

export async function listVersions(db: Db): Promise<RulesVersion[]> {
  const rows = await db
    .selectFrom('classRuleSets')
    .leftJoin('users', 'users.id', 'classRuleSets.savedBy')
    .select(['classRuleSets.version', 'classRuleSets.savedAt', 'classRuleSets.reason', 'users.name as savedByName'])
    .orderBy('classRuleSets.version', 'desc')
    .execute()
  return rows.length > 0 ? rows : [{ version: 1, savedAt: null, savedByName: null, reason: '' }]
}

/** What was learned last; null before anything was. */
export async function currentModel(db: Db): Promise<ClassModel | null> {
  const row = await db.selectFrom('classModels').select('body').orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row ? classModel.parse(JSON.parse(row.body)) : null
}

export async function insertModel(db: Db, row: Row<'classModels'>): Promise<void> {
  await db.insertInto('classModels').values(row).execute()
}
