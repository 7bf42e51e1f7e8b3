import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import { newId } from '../../src/main/store/new-id.ts'
import { DAY } from '../../src/shared/time.ts'
import { ask, benchEngine, createDesk, NOW, opened } from '../lib/desk.ts'
import { openComplaint } from '../lib/made-cases.ts'
import { longRun } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type BenchRow, inWords, thousands } from '../lib/row.ts'

const AIM_MS = 3000

/**
 * A desk that was shut for two months catches up: of every limit that ran out its warnings, its breach and its daily
 * reminders are recorded with their true times. What counts is the processor's time: other programs share the machine.
 */
export async function overdueClocks(size: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-overdue-'))
  let now = NOW
  const engine = benchEngine(path.join(folder, 'desk.db'), () => now)
  await createDesk(engine)
  const id = await openComplaint(engine)
  let each = 0
  await opened(engine).store.transaction(async (db) => {
    const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const clocks = await db.selectFrom('clocks').selectAll().where('caseId', '=', id).execute()
    each = clocks.length
    const copies = Array.from({ length: size.overdueCases - 1 }, (_, n) => ({
      ...row,
      id: newId(),
      number: `TS-20260930-${20_000 + n}`,
    }))
    await bulkInsert(db, 'cases')(copies)
    await bulkInsert(
      db,
      'clocks',
    )(copies.flatMap((one) => clocks.map((clock) => ({ ...clock, id: newId(), caseId: one.id }))))
  })
  now += 60 * DAY
  let done = { breached: 0, warned: 0 }
  const { ms, busyMs } = await longRun(async () => {
    done = await ask(engine, 'cases.tick', {})
  })
  const { breached, warned } = done
  if (breached !== size.overdueCases * each) throw new Error(`${breached} limits were recorded`)
  await engine.close()
  fs.rmSync(folder, { recursive: true })
  return {
    name: `${thousands(breached)} limits that ran out while the desk was shut`,
    baseline: '–',
    ours: `${inWords(ms)}, processor ${inWords(busyMs)}`,
    theirs: '–',
    result: `${thousands(warned + breached)} warnings, breaches and reminders; ${inWords(busyMs / breached)} a limit`,
    aim: `processor ≤ ${inWords(AIM_MS)}`,
    isMet: busyMs <= AIM_MS,
  }
}
