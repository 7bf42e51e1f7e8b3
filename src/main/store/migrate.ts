import { type Kysely, sql } from 'kysely'
import { CURRENT_VERSION, migrations as shipped } from '../../../migrations/index.ts'
import { StoreError } from './errors.ts'
import { type Engine, type Migration, stepSql } from './schema.ts'
import type { Database } from './types.ts'

/** The schema version a store holds; 0 for a new one. */
export async function schemaVersion(engine: Engine, db: Kysely<Database>): Promise<number> {
  if (engine === 'sqlite') {
    const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db)
    return rows[0]?.user_version ?? 0
  }
  const { rows } = await sql<{ found: string | null }>`select to_regclass('"meta"')::text as found`.execute(db)
  if (!rows[0]?.found) return 0
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'schemaVersion').executeTakeFirst()
  return Number(row?.value ?? 0)
}

/**
 * Brings a store to the newest schema, all steps and the new version in one transaction: old or new, never between.
 * Throws StoreError newer-version for a store that a newer program made; it is left as it is.
 */
export async function migrate(
  engine: Engine,
  db: Kysely<Database>,
  to = CURRENT_VERSION,
  migrations: readonly Migration[] = shipped,
): Promise<number> {
  const from = await schemaVersion(engine, db)
  if (from > CURRENT_VERSION) throw new StoreError('newer-version')
  const due = migrations.filter((migration) => migration.version > from && migration.version <= to)
  if (due.length === 0) return from
  await db.transaction().execute(async (transaction) => {
    for (const migration of due) {
      for (const step of migration.steps) await sql.raw(stepSql(engine, step)).execute(transaction)
    }
    const version = due.at(-1)?.version ?? from
    if (engine === 'sqlite') await sql.raw(`pragma user_version = ${version}`).execute(transaction)
    await transaction
      .insertInto('meta')
      .values({ key: 'schemaVersion', value: String(version) })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(version) }))
      .execute()
  })
  return from
}

/** True when the store is older than this program and would be changed by opening it. */
export async function needsMigration(engine: Engine, db: Kysely<Database>): Promise<boolean> {
  const version = await schemaVersion(engine, db)
  if (version > CURRENT_VERSION) throw new StoreError('newer-version')
  return version > 0 && version < CURRENT_VERSION
}
