import { type CompiledQuery, sql } from 'kysely'
import type { Value } from './pack-rows.ts'
import type { Database, Db, Row } from './types.ts'

/** Rows of one statement, most first; far below either engine's limit of parameters. */
const ROWS = [100, 10, 1]

/** Tables whose rows have an id of their own. */
type WithId = { [T in keyof Database]: 'id' extends keyof Row<T> ? T : never }[keyof Database]

/** The id of a row and the new numbers of its columns, in the order in which they were named. */
export type NewNumbers = readonly [id: string, ...values: (number | null)[]]

/**
 * Makes a change of number columns for very many rows, each with numbers of its own: many rows are one statement, which
 * is compiled once. Columns that stay as they are should not be named, for their indexes would be written again.
 */
export function bulkSet<T extends WithId>(db: Db, table: T, names: readonly (keyof Row<T> & string)[]) {
  const compiled = new Map<number, CompiledQuery>()

  const statement = (count: number): CompiledQuery => {
    const known = compiled.get(count)
    if (known) return known
    const row = sql`(${sql.join(['', ...names].map(() => sql.val('')))})`
    const set = names.map((name, at) => sql`${sql.id(name)} = cast(${sql.id('v', `column${at + 2}`)} as bigint)`)
    const made = sql`
      update ${sql.table(table)} set ${sql.join(set)}
      from (values ${sql.join(Array.from({ length: count }, () => row))}) as ${sql.id('v')}
      where ${sql.id(table, 'id')} = ${sql.id('v', 'column1')}
    `.compile(db)
    compiled.set(count, made)
    return made
  }

  return async (rows: readonly NewNumbers[]): Promise<void> => {
    let from = 0
    for (const count of ROWS) {
      for (; from + count <= rows.length; from += count) {
        const parameters: Value[] = []
        for (let at = from; at < from + count; at++) parameters.push(...(rows[at] ?? []))
        await db.executeQuery({ ...statement(count), parameters })
      }
    }
  }
}
