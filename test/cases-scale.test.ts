import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Output } from '../src/shared/contracts.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'

const CASES = 300

/** Copies one open complaint with its five clocks many times, as a desk that was shut for long would find them. */
async function copyCase(app: App, copies: number): Promise<void> {
  const { id } = await app.call('cases.open', complaint())
  await inStore(app, async (db) => {
    const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const clocks = await db.selectFrom('clocks').selectAll().where('caseId', '=', id).execute()
    const copied = [...Array(copies)].map((_, i) => ({ ...row, id: randomUUID(), number: `TS-20260930-${2000 + i}` }))
    await db.insertInto('cases').values(copied).execute()
    for (const one of copied)
      await db
        .insertInto('clocks')
        .values(clocks.map((clock) => ({ ...clock, id: randomUUID(), caseId: one.id })))
        .execute()
  })
}

onEveryEngine(
  'a desk that was shut for long catches up on every overdue limit at once, each at its true time',
  async (app) => {
    await copyCase(app, CASES - 1)
    app.wait(60 * DAY)
    expect(await app.call('cases.tickPreview', { at: app.now() })).toEqual({
      warned: 0,
      breached: CASES * 5,
      escalated: CASES * 5,
    })
    expect(await app.call('cases.tick', {})).toEqual({
      warned: 0,
      breached: CASES * 5,
      escalated: CASES * 5,
      nextAt: null,
    })
    const wrong = await inStore(app, (db) =>
      db
        .selectFrom('clocks')
        .innerJoin('clockSignals', 'clockSignals.clockId', 'clocks.id')
        .select('clocks.id')
        .where((eb) =>
          eb.or([
            eb('clocks.breachedAt', '!=', eb.ref('clocks.dueAt')),
            eb('clockSignals.at', '!=', eb.ref('clocks.dueAt')),
            eb('clockSignals.recordedAt', '!=', app.now()),
          ]),
        )
        .execute(),
    )
    expect(wrong).toEqual([])
    expect(await app.call('cases.tick', {})).toEqual({ warned: 0, breached: 0, escalated: 0, nextAt: null })
  },
)

onEveryEngine(
  'the queue is read to its end page by page, by key as well as by place, nothing twice and nothing missed',
  async (app) => {
    await copyCase(app, CASES - 1)
    const byKey: string[] = []
    let after: Output<'cases.queue'>['next'] = null
    const page = (start: Output<'cases.queue'>['next']) =>
      app.call('cases.queue', { limit: 70, order: 'priority', ...(start ? { after: start } : {}) })
    do {
      const { rows, next, total }: Output<'cases.queue'> = await page(after)
      expect(total).toBe(CASES)
      byKey.push(...rows.map((row) => row.id))
      after = next
    } while (after)
    const byPlace = await Promise.all(
      [0, 100, 200].map((offset) => app.call('cases.queue', { offset, limit: 100, order: 'priority' })),
    )
    expect(byPlace.flatMap(({ rows }) => rows.map((row) => row.id))).toEqual(byKey)
    expect(new Set(byKey).size).toBe(CASES)
  },
)
