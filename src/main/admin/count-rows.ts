import type { Database, Db } from '../store/types.ts'

const COUNTED = [
  'users',
  'members',
  'flights',
  'calls',
  'cases',
  'clocks',
  'imports',
  'exports',
] as const satisfies readonly (keyof Database)[]

/** How many rows the main tables hold. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of COUNTED) {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts[table] = Number(row.count)
  }
  return counts
}
