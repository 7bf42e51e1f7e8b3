import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { HOUR, MINUTE } from '../../src/shared/time.ts'
import { copyCases } from '../lib/case-copies.ts'
import { ask, benchEngine, createDesk, NOW, opened } from '../lib/desk.ts'
import { fillCases } from '../lib/made-cases.ts'
import { longRun } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type BenchRow, inWords, thousands } from '../lib/row.ts'

const AIM_MS = 2000
/** The largest size may take this much longer than the smallest for each thing told. */
const EVEN = 1.5
const MODELS = 100
const SHUT = 8 * HOUR

type Caught = { open: number; told: number; busyMs: number }

/**
 * A desk with open cases of the last three days, one complaint to four enquiries, is shut for eight hours and catches
 * up: what that costs, and that it costs alike for each warning however many cases there are.
 */
export async function downtime(size: Size): Promise<BenchRow> {
  await catchUp(size.downtimeCases / 20)
  const caught: Caught[] = []
  for (const share of [20, 4, 1]) caught.push(await catchUp(size.downtimeCases / share))
  const each = caught.map(({ busyMs, told }) => busyMs / told)
  const growth = (each.at(-1) ?? 0) / (each[0] ?? 1)
  const all = caught.at(-1)
  if (!all) throw new Error('nothing was measured')
  return {
    name: `Catching up after eight hours, ${caught.map(({ open }) => thousands(open)).join(', ')} open cases`,
    baseline: '–',
    ours: caught.map(({ busyMs }) => inWords(busyMs)).join(', '),
    theirs: '–',
    result: `${thousands(all.told)} warnings and breaches, ${inWords(all.busyMs / all.told)} each; ${growth.toFixed(2)}× from the smallest to the largest`,
    aim: `processor ≤ ${inWords(AIM_MS)}; linear: ≤ ${EVEN}×`,
    isMet: all.busyMs <= AIM_MS && growth <= EVEN,
  }
}

async function catchUp(open: number): Promise<Caught> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-downtime-'))
  let now = NOW - MODELS * 43 * MINUTE
  const engine = benchEngine(path.join(folder, 'desk.db'), () => now)
  await createDesk(engine)
  for (let n = 0; n < MODELS; n++) {
    await fillCases(engine, 1)
    now += 43 * MINUTE
  }
  await ask(engine, 'cases.tick', {})
  await copyCases(opened(engine), open)
  now += SHUT
  let told = 0
  const { busyMs } = await longRun(async () => {
    const { warned, breached } = await ask(engine, 'cases.tick', {})
    told = warned + breached
  })
  await engine.close()
  fs.rmSync(folder, { recursive: true })
  return { open, told, busyMs }
}
