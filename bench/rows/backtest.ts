import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { CaseId } from '../../src/shared/ids.ts'
import { HOUR, MINUTE } from '../../src/shared/time.ts'
import { copyCases } from '../lib/case-copies.ts'
import { ask, benchEngine, createDesk, NOW, opened } from '../lib/desk.ts'
import { openComplaint } from '../lib/made-cases.ts'
import { longRun } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type BenchRow, inWords, thousands } from '../lib/row.ts'

/** The largest size may take this much longer than the smallest for each case. */
const EVEN = 1.5
const WARM_UP = 5000

/** The limits of a policy tried out on closed complaints: their logs replayed under it, case by case. */
export async function backtest(size: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-backtest-'))
  let now = NOW
  const engine = benchEngine(path.join(folder, 'desk.db'), () => now)
  await createDesk(engine)
  const id = (await openComplaint(engine)) as CaseId
  now += 5 * HOUR
  const contact = { contactPerson: '陈女士', contactChannel: 'phone', confirmedFacts: '属实', processExplained: true }
  const data = { ...contact, contactAt: now, expectedAt: now + 24 * HOUR }
  await ask(engine, 'cases.advance', { id, step: 'confirm', expectedSeq: 1, data })
  const [policy] = await ask(engine, 'policies.list', { kind: 'targets' })
  if (!policy) throw new Error('no policy to try out')
  await copyCases(opened(engine), size.closedCases, (row, nth) => ({
    isOpen: 0,
    closedAt: now,
    receivedAt: row.receivedAt - nth * MINUTE,
  }))
  const sizes = [20, 4, 1].map((share) => size.closedCases / share)
  const tryOn = (cases: number) =>
    ask(engine, 'policies.backtest', { id: policy.id, from: NOW - cases * MINUTE, to: now, limit: 100 })
  await tryOn(WARM_UP)
  const times: number[] = []
  for (const cases of sizes) times.push((await longRun(() => tryOn(cases))).busyMs)
  await engine.close()
  fs.rmSync(folder, { recursive: true })
  const each = times.map((ms, at) => ms / (sizes[at] ?? 1))
  const growth = (each.at(-1) ?? 0) / (each[0] ?? 1)
  return {
    name: `A policy tried out on ${sizes.map(thousands).join(', ')} closed complaints`,
    baseline: '–',
    ours: times.map(inWords).join(', '),
    theirs: '–',
    result: `${inWords(each.at(-1) ?? 0)} a case; ${growth.toFixed(2)}× from the smallest to the largest`,
    aim: `linear: ≤ ${EVEN}×`,
    isMet: growth <= EVEN,
  }
}
