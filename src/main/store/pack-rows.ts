import type { Database, Row } from './types.ts'

export type Value = string | number | null

/** One column of packed rows; `values` is empty where every row has the `same` value. */
export type PackedColumn = { name: string; same: Value | undefined; values: Value[] }

/** Rows of one table, column by column: quick to hand to another thread, and what all rows share is said once. */
export type Packed<T extends keyof Database> = { table: T; count: number; columns: PackedColumn[] }

/** Packs rows given as values in the order of the names. */
export function packer<T extends keyof Database>(table: T, names: readonly (keyof Row<T> & string)[]) {
  const rows: (readonly Value[])[] = []
  return {
    add: (values: readonly Value[]) => {
      rows.push(values)
    },
    packed: (): Packed<T> => ({
      table,
      count: rows.length,
      columns: names.map((name, at) => packColumn(name, rows, at)),
    }),
  }
}

function packColumn(name: string, rows: readonly (readonly Value[])[], at: number): PackedColumn {
  const same = rows[0]?.[at] ?? null
  if (rows.every((row) => row[at] === same)) return { name, same, values: [] }
  return { name, same: undefined, values: rows.map((row) => row[at] ?? null) }
}

/** Packs rows that all name the same columns. */
export function packRows<T extends keyof Database>(table: T, rows: readonly Row<T>[]): Packed<T> {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row<T> & string)[]
  const made = packer(table, names)
  for (const row of rows) made.add(names.map((name) => row[name] as Value))
  return made.packed()
}
