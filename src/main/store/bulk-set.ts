import { type CompiledQuery, sql } from 'kysely'
import { type FullStatements, fullStatements } from './full-statements.ts'
import type { Value } from './pack-rows.ts'
import { orFail } from './sqlite/or-fail.ts'
import type { Database, Db, Row } from './types.ts'

/** Tables whose rows have an id of their own. */
type WithId = { [T in keyof Database]: 'id' extends keyof Row<T> ? T : never }[keyof Database]

/** The id of a row and the new numbers of its columns, in the order in which they were named. */
export type NewNumbers = readonly [id: string, ...values: (number | null)[]]

/**
 * Makes a change of number columns for very many rows, each with numbers of its own: many rows are one statement, which
 * is compiled once. Columns that stay as they are should not be named, for their indexes would be written again.
 * A row that the store refuses has to end the transaction.
 */
export function bulkSet<T extends WithId>(
  db: Db,
  table: T,
  names: readonly (keyof Row<T> & string)[],
): FullStatements<NewNumbers> {
  const compiled = new Map<number, CompiledQuery>()

  const statement = (count: number): CompiledQuery => {
    const known = compiled.get(count)
    if (known) return known
    const row = sql`(${sql.join(['', ...names].map(() => sql.val('')))})`
    const set = names.map((name, at) => sql`${sql.id(name)} = cast(${sql.id('v', `column${at + 2}`)} as bigint)`)
    const made = sql`
      update ${orFail(db)} ${sql.table(table)} set ${sql.join(set)}
      from (values ${sql.join(Array.from({ length: count }, () => row))}) as ${sql.id('v')}
      where ${sql.id(table, 'id')} = ${sql.id('v', 'column1')}
    `.compile(db)
    compiled.set(count, made)
    return made
  }

  return fullStatements(async (rows) => {
    const parameters: Value[] = []
    for (const row of rows) parameters.push(...row)
    await db.executeQuery({ ...statement(rows.length), parameters })
  })
}
