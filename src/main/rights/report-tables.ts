import type { Bilingual } from '../../shared/contract.ts'
import type { CsvCell } from '../bundle/csv.ts'
import { parts } from '../store/parts.ts'
import type { Database, Db } from '../store/types.ts'
import { tripsOf } from './erase.ts'
import { FIGURES_OF_MEMBER, OF_CALL, OF_CASE, OF_MEMBER, OF_TRIP } from './holdings.ts'
import { loosely } from './loosely.ts'
import { TABLE_NAMES } from './table-names.ts'

type Cells = Record<string, CsvCell>

/** One kind of data held about a member, in full. */
export type HeldTable = { table: keyof Database; name: Bilingual; columns: readonly string[]; rows: Cells[] }

/** Keys that only the store needs: another form of what stands beside them, or the key to a sealed file. */
const INNER = new Set(['mobileBackwards', 'documentBackwards', 'normalized', 'contactDigits', 'sealedKey'])

/** Everything that the store holds about a member, table by table; a table without rows is left out. */
export async function heldTables(db: Db, memberId: string): Promise<HeldTable[]> {
  const cases = await db.selectFrom('cases').select('id').where('memberId', '=', memberId).execute()
  const calls = await db.selectFrom('calls').select('id').where('memberId', '=', memberId).execute()
  const found = new Map<keyof Database, Map<string, Cells>>()
  const take = async (table: keyof Database, by: string, ids: readonly string[]) => {
    const known = found.get(table) ?? new Map<string, Cells>()
    for (const some of parts(ids))
      for (const row of await loosely(db).selectFrom(table).selectAll().where(by, 'in', some).execute()) {
        const cells = cellsOf(row)
        // A row may be found by member and by case: it is handed out once.
        known.set(JSON.stringify(cells), cells)
      }
    found.set(table, known)
  }
  await take('members', 'id', [memberId])
  for (const { table, by } of OF_MEMBER) await take(table, by, [memberId])
  for (const table of FIGURES_OF_MEMBER) await take(table, 'memberId', [memberId])
  const trips = await tripsOf(db, memberId)
  for (const { table, by } of OF_TRIP) await take(table, by, trips)
  for (const { table, by } of OF_CASE) await take(table, by, idsOf(cases))
  for (const { table, by } of OF_CALL) await take(table, by, idsOf(calls))
  await take('rightsRequests', 'memberId', [memberId])
  await take('memberLimits', 'memberId', [memberId])
  return [...found].flatMap(([table, rows]) => {
    const all = [...rows.values()]
    const [first] = all
    return first
      ? [{ table, name: TABLE_NAMES[table] ?? { zh: table, en: table }, columns: Object.keys(first), rows: all }]
      : []
  })
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

function cellsOf(row: Record<string, unknown>): Cells {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      INNER.has(name) ? [] : [[name, typeof value === 'string' || typeof value === 'number' ? value : null]],
    ),
  )
}
