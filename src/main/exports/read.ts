import { CASE_KINDS } from '../../shared/cases/words.ts'
import type { Cells } from '../rules/export-redaction.ts'
import type { Db } from '../store/types.ts'
import { callIds } from './call-ids.ts'
import { HISTORY_COLUMNS } from './columns.ts'
import { type Builder, type Reach, reaches, type SomeCalls, within } from './reach.ts'
import { type Source, selectionOf } from './sources.ts'

const PAGE = 1000
const PARENTS = 200

/** How many rows of a table the store holds within reach: asked of the store itself, not counted on the way. */
export async function countRows(db: Db, source: Source, reach: Reach): Promise<number> {
  if (!reaches(source, reach)) return 0
  const row = await rowsFrom(db, source)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(within(db, source, reach))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The rows of a table within reach, page by page, so that the memory it takes does not grow with their number. */
export async function* readPages(db: Db, source: Source, reach: Reach): AsyncGenerator<Cells[]> {
  if (!reaches(source, reach)) return
  for await (const part of partsOf(db, source, reach)) yield* pagesOf(db, source, part)
}

/** A reach in parts small enough for one question each. */
async function* partsOf(db: Db, source: Source, reach: Reach): AsyncGenerator<Reach | SomeCalls> {
  if (source.calls) {
    for await (const ids of callIds(db, reach)) yield { kind: 'calls', ids, of: reach }
    return
  }
  if (reach.kind === 'period') {
    if (source.table === 'calls') yield reach
    else for await (const ids of caseIds(db, reach)) yield { kind: 'cases', ids }
    return
  }
  for (let at = 0; at < reach.ids.length; at += PARENTS) yield { ...reach, ids: reach.ids.slice(at, at + PARENTS) }
}

/** One kind after the other, because that is how they are indexed. */
async function* caseIds(db: Db, { from, to }: { from: number; to: number }): AsyncGenerator<string[]> {
  for (const kind of CASE_KINDS) {
    let [since, after] = [from, '']
    for (;;) {
      const rows = await db
        .selectFrom('cases')
        .select(['id', 'receivedAt'])
        .where('kind', '=', kind)
        .where('receivedAt', '>=', since)
        .where('receivedAt', '<', to)
        .where((eb) => eb.or([eb('receivedAt', '>', since), eb('id', '>', after)]))
        .orderBy('receivedAt')
        .orderBy('id')
        .limit(PARENTS)
        .execute()
      const last = rows.at(-1)
      if (!last) break
      yield rows.map(({ id }) => id)
      ;[since, after] = [last.receivedAt, last.id]
    }
  }
}

async function* pagesOf(db: Db, source: Source, part: Reach | SomeCalls): AsyncGenerator<Cells[]> {
  const columns = HISTORY_COLUMNS[source.table]
  const beside = placesBeside(source)
  let after: After
  for (;;) {
    const rows = await readPage(db, source, part, after)
    const last = rows.at(-1)
    if (!last) return
    yield beside.length === 0 ? rows : rows.map((row) => only(row, columns))
    if (rows.length < PAGE) return
    after = source.order.map((name) => last[beside.find((place) => place.name === name)?.as ?? name] ?? '')
  }
}

/** The columns of the order that do not leave, and under which names they are selected beside those that do. */
function placesBeside({ table, order }: Source): { name: string; as: string }[] {
  const columns = HISTORY_COLUMNS[table]
  return order.filter((name) => !columns.includes(name)).map((name, n) => ({ name, as: `place${n}` }))
}

type After = readonly (string | number)[] | undefined

async function readPage(db: Db, source: Source, part: Reach | SomeCalls, after: After): Promise<Cells[]> {
  const { order } = source
  let query = rowsFrom(db, source)
    .select(selectionOf(source) as ['id'])
    .select(placesBeside(source).map(({ name, as }) => `${name} as ${as}`) as ['id as place0'])
    .where(within(db, source, part))
  if (after) query = query.where(order[0] as 'id', '>=', after[0] as string).where((eb) => beyond(eb, order, after))
  for (const name of order) query = query.orderBy(name as 'id')
  return await query.limit(PAGE).execute()
}

/** Behind a place in an order of several columns. */
function beyond(eb: Builder, order: readonly string[], after: readonly (string | number)[]) {
  return eb.or(
    order.map((name, depth) => {
      const same = order.slice(0, depth).map((before, index) => eb(before as 'id', '=', after[index] as string))
      return eb.and([...same, eb(name as 'id', '>', after[depth] as string)])
    }),
  )
}

function rowsFrom(db: Db, { from, join }: Source) {
  const query = db.selectFrom(from as 'messages')
  return join
    ? (db.selectFrom('bookings').innerJoin('flights', 'flights.id', 'bookings.flightId') as unknown as typeof query)
    : query
}

function only(row: Cells, names: readonly string[]): Cells {
  const kept: Cells = {}
  for (const name of names) kept[name] = row[name] ?? null
  return kept
}

/** The cases within reach that only their own handlers may see. */
export async function readRestricted(db: Db, reach: Reach): Promise<string[]> {
  const ids: string[] = []
  const cases: Source = { table: 'cases', from: 'cases', order: ['receivedAt', 'id'], member: 'memberId', case: 'id' }
  for await (const part of partsOf(db, cases, reach)) {
    const rows = await rowsFrom(db, cases)
      .select('id')
      .where(within(db, cases, part))
      .where('isRestricted' as 'isAutomatic', '=', 1)
      .execute()
    for (const { id } of rows) ids.push(id)
  }
  return ids
}
