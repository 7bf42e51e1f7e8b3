import type { OpenStore } from '../../src/main/engine/desk.ts'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import { newId } from '../../src/main/store/new-id.ts'
import type { Row } from '../../src/main/store/types.ts'

const BATCH = 2000

/** What of a case's row differs from copy to copy. */
export type Change = (row: Row<'cases'>, nth: number) => Partial<Row<'cases'>>

/** Copies the store's cases in turn, with their limits and logs, until there are so many. */
export async function copyCases(open: OpenStore, count: number, change: Change = () => ({})): Promise<void> {
  await open.store.transaction(async (db) => {
    const models = await db.selectFrom('cases').selectAll().execute()
    const clocks = Map.groupBy(await db.selectFrom('clocks').selectAll().execute(), ({ caseId }) => caseId)
    const events = Map.groupBy(await db.selectFrom('caseEvents').selectAll().execute(), ({ caseId }) => caseId)
    const [first] = models
    if (!first) throw new Error('no case to copy')
    for (let from = models.length; from < count; from += BATCH) {
      const copies = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => {
        const model = models[(from + i) % models.length] ?? first
        return {
          model: model.id,
          row: { ...model, id: newId(), number: `X${from + i}`, ...change(model, from + i) },
        }
      })
      await bulkInsert(db, 'cases')(copies.map(({ row }) => row))
      await bulkInsert(
        db,
        'clocks',
      )(
        copies.flatMap(({ model, row }) =>
          (clocks.get(model) ?? []).map((clock) => ({ ...clock, id: newId(), caseId: row.id })),
        ),
      )
      await bulkInsert(
        db,
        'caseEvents',
      )(copies.flatMap(({ model, row }) => (events.get(model) ?? []).map((event) => ({ ...event, caseId: row.id }))))
    }
  })
}
