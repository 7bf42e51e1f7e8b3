import fc from 'fast-check'
import { expect } from 'vitest'
import { bulkSet, type NewNumbers } from '../src/main/store/bulk-set.ts'
import { newId } from '../src/main/store/new-id.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'

const CLOCKS = 230

/** So many limits of one case; gives their ids. */
async function manyClocks(app: App): Promise<string[]> {
  const { id } = await app.call('cases.open', complaint())
  app.hasMadeRows()
  return inStore(app, async (db) => {
    const clock = await db.selectFrom('clocks').selectAll().where('caseId', '=', id).limit(1).executeTakeFirstOrThrow()
    const copies = Array.from({ length: CLOCKS }, () => ({ ...clock, id: newId() }))
    await db.insertInto('clocks').values(copies).execute()
    return copies.map((copy) => copy.id)
  })
}

const stored = (app: App) =>
  inStore(app, async (db) => {
    const rows = await db.selectFrom('clocks').select(['id', 'reminders', 'nextCheckAt']).execute()
    return new Map(rows.map(({ id, ...numbers }) => [id, numbers]))
  })

/** Numbers for each limit, one by one, and after how many of them the next part begins. */
const changes = fc.record({
  numbers: fc.array(fc.tuple(fc.nat(), fc.option(fc.nat({ max: 4_102_444_800_000 }))), {
    maxLength: CLOCKS,
    size: 'max',
  }),
  part: fc.integer({ min: 1, max: CLOCKS }),
})

async function setAll(app: App, rows: readonly NewNumbers[], part: number): Promise<void> {
  await inStore(app, async (db) => {
    const { add, end } = bulkSet(db, 'clocks', ['reminders', 'nextCheckAt'])
    for (let from = 0; from < rows.length; from += part) await add(rows.slice(from, from + part))
    await end()
  })
}

onEveryEngine(
  'new numbers of many rows are all written, in whatever parts they come, and no other row changes',
  async (app) => {
    const ids = await manyClocks(app)
    await fc.assert(
      fc.asyncProperty(changes, async ({ numbers, part }) => {
        const wanted = await stored(app)
        const rows = numbers.map(([reminders, nextCheckAt], n): NewNumbers => [ids[n] ?? '', reminders, nextCheckAt])
        for (const [n, [reminders, nextCheckAt]] of numbers.entries())
          wanted.set(ids[n] ?? '', { reminders, nextCheckAt })
        await setAll(app, rows, part)
        expect(await stored(app)).toEqual(wanted)
      }),
      { numRuns: 15 },
    )
  },
)

onEveryEngine('one refused row takes back all that was written before it', async (app) => {
  const ids = await manyClocks(app)
  const before = await stored(app)
  const rows = ids.map((id, n): NewNumbers => [id, n === CLOCKS - 30 ? -1 : 7, null])
  await expect(setAll(app, rows, CLOCKS)).rejects.toThrow()
  expect(await stored(app)).toEqual(before)
})
