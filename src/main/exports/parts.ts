import type { CsvCell } from '../bundle/csv.ts'
import { type BundlePart, csvPart, filePart, jsonDocument } from '../bundle/parts.ts'
import { HISTORY_COLUMNS } from './columns.ts'
import type { History } from './queries.ts'

/** The data files of a history: everything as JSON, each table as CSV, and the printed document. */
export function historyParts(history: History, pdf: Uint8Array): BundlePart[] {
  const { member, ...tables } = history
  return [
    filePart('history.pdf', 'pdf', pdf),
    jsonDocument('history.json', {
      member: parsed(member ?? {}),
      ...Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(parsed)])),
    }),
    ...Object.entries(tables).map(([name, rows]) =>
      tablePart(name, HISTORY_COLUMNS[name as keyof typeof tables], rows),
    ),
  ]
}

/** File names in words with dashes, as they stand in the bundle. */
function tablePart(
  name: string,
  columns: readonly string[],
  rows: readonly Record<string, string | number | null>[],
): BundlePart {
  const file = `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.csv`
  return csvPart(
    file,
    columns,
    rows.map((row) => columns.map((column): CsvCell => row[column] ?? null)),
  )
}

const JSON_COLUMNS = new Set(['data', 'body', 'reason', 'preferences', 'fields'])
// A text, unless a rating wrote its figures there.
const RATED_COLUMN = 'vipReason'

// What the store keeps as JSON text is written out as what it says.
function parsed(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && (JSON_COLUMNS.has(name) || (name === RATED_COLUMN && value.startsWith('{')))
        ? asJson(value)
        : value,
    ]),
  )
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
