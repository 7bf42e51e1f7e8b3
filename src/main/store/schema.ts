/** The engines a store can stand on. */
export const ENGINES = ['sqlite', 'postgres'] as const
export type Engine = (typeof ENGINES)[number]

type ColumnType = 'text' | 'integer' | 'instant' | 'flag' | 'bytes'

/** One column, described once for both engines. */
export type Column = {
  type: ColumnType
  nullable?: boolean
  unique?: boolean
  primary?: boolean
  /** `table` or `table.column`; the column is `id` unless named. */
  references?: string
  /** Allowed values of a text column. */
  oneOf?: readonly string[]
  /** Smallest allowed number. */
  min?: number
  default?: string | number
}

type Options = Omit<Column, 'type' | 'oneOf'>

export const text = (options: Options = {}): Column => ({ type: 'text', ...options })
export const integer = (options: Options = {}): Column => ({ type: 'integer', ...options })
/** Milliseconds since 1970-01-01T00:00Z. */
export const instant = (options: Options = {}): Column => ({ type: 'instant', min: 0, ...options })
/** Bytes as they are, for content that is sealed before it is stored. */
export const bytes = (options: Options = {}): Column => ({ type: 'bytes', ...options })
/** 0 or 1. */
export const flag = (options: Options = {}): Column => ({ type: 'flag', ...options })
export const oneOf = (values: readonly string[], options: Options = {}): Column => ({
  type: 'text',
  oneOf: values,
  ...options,
})
/** A text primary key made by the desk. */
export const key = (): Column => text({ primary: true })
/** The person who did it; the person who will have done it, once it is done. */
export const by = (): Column => text({ references: 'users' })
export const byLater = (): Column => text({ nullable: true, references: 'users' })

export type Step =
  | { kind: 'table'; name: string; columns: Record<string, Column>; primaryKey?: readonly string[] }
  | { kind: 'index'; table: string; columns: readonly string[]; unique?: boolean }
  | { kind: 'column'; table: string; name: string; column: Column }
  | { kind: 'aside'; table: string }
  | { kind: 'back'; table: string; columns: readonly string[] }
  | { kind: 'forget'; table: string }

export const table = (name: string, columns: Record<string, Column>, primaryKey?: readonly string[]): Step =>
  primaryKey ? { kind: 'table', name, columns, primaryKey } : { kind: 'table', name, columns }
export const index = (tableName: string, ...columns: string[]): Step => ({ kind: 'index', table: tableName, columns })
export const uniqueIndex = (tableName: string, ...columns: string[]): Step => ({
  kind: 'index',
  table: tableName,
  columns,
  unique: true,
})
/** Adds a column; it must be nullable or have a default, because rows exist. */
export const column = (tableName: string, name: string, description: Column): Step => ({
  kind: 'column',
  table: tableName,
  name,
  column: description,
})

/**
 * A table whose columns allow more than before: it is put aside, made anew, and gets its rows back. Indexes go with the
 * old one and are made again after; nothing may refer to the table.
 */
export const widened = (name: string, columns: Record<string, Column>): Step[] => [
  { kind: 'aside', table: name },
  table(name, columns),
  { kind: 'back', table: name, columns: Object.keys(columns) },
  { kind: 'forget', table: name },
]

/** One version of the schema: steps only ever add. */
export type Migration = { version: number; name: string; steps: readonly Step[] }

const quote = (name: string) => `"${name}"`
const literal = (value: string | number) =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`

const TYPE_NAMES: Record<Engine, Record<ColumnType, string>> = {
  sqlite: { text: 'TEXT', integer: 'INTEGER', instant: 'INTEGER', flag: 'INTEGER', bytes: 'BLOB' },
  // Byte order in both engines, so that a prefix search and a sort give the same rows.
  postgres: { text: 'text COLLATE "C"', integer: 'bigint', instant: 'bigint', flag: 'smallint', bytes: 'bytea' },
}

function columnSql(engine: Engine, name: string, column: Column): string {
  const parts = [quote(name), TYPE_NAMES[engine][column.type]]
  if (column.primary) parts.push('PRIMARY KEY')
  if (!column.nullable) parts.push('NOT NULL')
  if (column.unique) parts.push('UNIQUE')
  if (column.default !== undefined) parts.push(`DEFAULT ${literal(column.default)}`)
  if (column.type === 'flag') parts.push(`CHECK (${quote(name)} IN (0, 1))`)
  if (column.oneOf) parts.push(`CHECK (${quote(name)} IN (${column.oneOf.map(literal).join(', ')}))`)
  if (column.min !== undefined) parts.push(`CHECK (${quote(name)} >= ${column.min})`)
  if (column.references) {
    const [target = '', field = 'id'] = column.references.split('.')
    parts.push(`REFERENCES ${quote(target)} (${quote(field)})`)
  }
  return parts.join(' ')
}

/** The name an index gets, the same on both engines. */
export function indexName(tableName: string, columns: readonly string[]): string {
  return `${tableName}By${columns.map((name) => name[0]?.toUpperCase() + name.slice(1)).join('')}`
}

/** The SQL of one step for one engine. */
export function stepSql(engine: Engine, step: Step): string {
  if (step.kind === 'column')
    return `ALTER TABLE ${quote(step.table)} ADD COLUMN ${columnSql(engine, step.name, step.column)}`
  if (step.kind === 'aside') return `ALTER TABLE ${quote(step.table)} RENAME TO ${quote(`${step.table}Before`)}`
  if (step.kind === 'forget') return `DROP TABLE ${quote(`${step.table}Before`)}`
  if (step.kind === 'back') {
    const list = step.columns.map(quote).join(', ')
    return `INSERT INTO ${quote(step.table)} (${list}) SELECT ${list} FROM ${quote(`${step.table}Before`)}`
  }
  if (step.kind === 'index') {
    const list = step.columns.map(quote).join(', ')
    return `CREATE ${step.unique ? 'UNIQUE ' : ''}INDEX ${quote(indexName(step.table, step.columns))} ON ${quote(step.table)} (${list})`
  }
  const lines = Object.entries(step.columns).map(([name, column]) => `  ${columnSql(engine, name, column)}`)
  if (step.primaryKey) lines.push(`  PRIMARY KEY (${step.primaryKey.map(quote).join(', ')})`)
  return `CREATE TABLE ${quote(step.name)} (\n${lines.join(',\n')}\n)${engine === 'sqlite' ? ' STRICT' : ''}`
}
