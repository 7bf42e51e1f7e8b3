import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { onEngine } from './app.ts'

type ColumnFact = { isNumber: boolean; isNullable: boolean; hasDefault: boolean }
type Facts = Record<string, Record<string, ColumnFact>>

const STORE = path.resolve(import.meta.dirname, '../src/main/store')
const TABLES = fs.readdirSync(path.join(STORE, 'tables')).map((name) => path.join('tables', name))
const SOURCE = TABLES.map((name) => fs.readFileSync(path.join(STORE, name), 'utf8')).join('\n')

/** What the types promise about every table, read from their source. */
function declared(): Facts {
  // A table may extend what several tables have, or be just that.
  const bodyOf = (name: string): string => {
    const shape = new RegExp(`^(?:export )?type ${name} = (?:(\\w+)(?: & )?)?(?:\\{\\n([\\s\\S]*?)^\\})?`, 'm')
    const [, shared = '', own = ''] = shape.exec(SOURCE) ?? []
    return (shared === '' ? '' : bodyOf(shared)) + own
  }
  const fieldsOf = (body: string) =>
    // A union of many values is written one to a line.
    [...body.replaceAll(/\n {4}\| /g, ' | ').matchAll(/^ {2}(\w+): ?(?:\| )?(.+)$/gm)].map(
      ([, name = '', type = '']) => [name, type] as const,
    )
  const tables = [...SOURCE.matchAll(/^export type \w+Tables = \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) =>
    fieldsOf(body),
  )
  return Object.fromEntries(
    tables.map(([table, type]) => [
      table,
      Object.fromEntries(fieldsOf(bodyOf(type)).map(([name, text]) => [name, factOf(text)])),
    ]),
  )
}

function factOf(text: string): ColumnFact {
  const inner = text.replace(/^Generated<(.+)>$/, '$1')
  const values = inner.split(' | ').filter((part) => part !== 'null')
  const isNumber = values.every((part) => part === 'number' || part === 'Flag')
  if (!isNumber)
    expect(
      values.every((part) => part === 'string' || part === 'Uint8Array' || /^'.+'$/.test(part)),
      text,
    ).toBe(true)
  return { isNumber, isNullable: inner.endsWith(' | null'), hasDefault: inner !== text }
}

onEngine('sqlite', 'the row types match the live schema, column by column', async (app) => {
  const { rows } = await db(app.engine.desk)<{
    table: string
    name: string
    type: string
    notnull: number
    dflt: string | null
  }>`
    select t.name as "table", c.name, c.type, c."notnull", c.dflt_value as dflt
    from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%'`
  const live: Facts = {}
  for (const { table, name, type, notnull, dflt } of rows) {
    live[table] = {
      ...live[table],
      [name]: { isNumber: type === 'INTEGER', isNullable: notnull === 0, hasDefault: dflt !== null },
    }
  }
  expect(live).toEqual(declared())
})

onEngine('postgres', 'the row types match the live schema, column by column', async (app) => {
  const { rows } = await db(app.engine.desk)<{
    table: string
    name: string
    type: string
    nullable: string
    dflt: string | null
  }>`
    select table_name as "table", column_name as name, data_type as type, is_nullable as nullable, column_default as dflt
    from information_schema.columns where table_schema = 'public'`
  const live: Facts = {}
  for (const { table, name, type, nullable, dflt } of rows) {
    live[table] = {
      ...live[table],
      [name]: {
        isNumber: type !== 'text' && type !== 'bytea',
        isNullable: nullable === 'YES',
        hasDefault: dflt !== null,
      },
    }
  }
  expect(live).toEqual(declared())
})

type AnyDesk = { open: { store: { db: Parameters<ReturnType<typeof sql>['execute']>[0] } } | null }

function db(desk: AnyDesk) {
  const { open } = desk
  if (!open) throw new Error('the store is closed')
  return <T>(strings: TemplateStringsArray) => sql<T>(strings).execute(open.store.db)
}
