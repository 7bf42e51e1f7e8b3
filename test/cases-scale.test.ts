import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Output } from '../src/shared/contracts.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'

const CASES = 300

/** Copies one open complaint with its five clocks many times, as a desk that was shut for long would find them. */
async function copyCase(app: App, copies: number): Promise<void> {
  const { id } = await app.call('cases.open', complaint())
  app.hasMadeRows()
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
    const preview = await app.call('cases.tickPreview', { at: app.now() })
    expect([preview.breached, preview.escalated]).toEqual([CASES * 6, CASES * 6])
    const { nextAt, ...told } = await app.call('cases.tick', {})
    expect(told).toEqual(preview)
    expect(nextAt).toBe(app.now() + 2 * HOUR)
    const rows = await inStore(app, (db) =>
      db
        .selectFrom('clocks')
        .innerJoin('clockSignals', 'clockSignals.clockId', 'clocks.id')
        .select(['clocks.kind', 'dueAt', 'breachedAt', 'percent', 'reminder', 'count', 'at', 'recordedAt', 'tells'])
        .execute(),
    )
    expect(rows.length).toBe(CASES * 6 * 6)
    expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(told.warned + told.breached)
    const wrong = rows.filter(
      (row) =>
        row.breachedAt !== row.dueAt ||
        row.recordedAt !== app.now() ||
        (row.percent === 100 && row.at !== row.dueAt + row.reminder * DAY) ||
        (row.reminder > 0 && row.count !== Math.floor((app.now() - row.dueAt) / DAY)),
    )
    expect(wrong).toEqual([])
    const again = { warned: 0, breached: 0, escalated: 0, nextAt }
    expect(await app.call('cases.tick', {})).toEqual(again)
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
      const { rows, next }: Output<'cases.queue'> = await page(after)
      byKey.push(...rows.map((row) => row.id))
      after = next
    } while (after)
    const byPlace = await Promise.all(
      [0, 100, 200].map((offset) => app.call('cases.queue', { offset, limit: 100, order: 'priority' })),
    )
    expect(byPlace.flatMap(({ rows }) => rows.map((row) => row.id))).toEqual(byKey)
    expect([new Set(byKey).size, await app.call('cases.queueTotal', {})]).toEqual([CASES, CASES])
  },
)
