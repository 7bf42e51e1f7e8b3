import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ruleBook, toLog } from '../../src/main/cases/replay.ts'
import type { Engine } from '../../src/main/engine/engine.ts'
import { type CaseRules, type LogEntry, replayLog } from '../../src/main/rules/replay.ts'
import type { CaseId } from '../../src/shared/ids.ts'
import { HOUR } from '../../src/shared/time.ts'
import { ask, benchEngine, createDesk, NOW, opened } from '../lib/desk.ts'
import { openComplaint } from '../lib/made-cases.ts'
import { longRun } from '../lib/measure.ts'
import { type BenchRow, thousands } from '../lib/row.ts'

const WARM_UP = 100_000
const SIZES = [10_000, 100_000, 1_000_000]
/** Times of the largest and the smallest size may differ by this much for each event. */
const EVEN = 1.5

/** The logs of complaints replayed by the rules alone: state, records and every clock, for ever more events. */
export async function replayedEvents(): Promise<BenchRow> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-replay-'))
  let now = NOW
  const engine = benchEngine(path.join(folder, 'desk.db'), () => now)
  await createDesk(engine)
  const { log, rules } = await liveThrough(engine, () => {
    now += HOUR
    return now
  })
  await engine.close()
  fs.rmSync(folder, { recursive: true })
  replayMany(log, rules, WARM_UP, now)
  const rates: number[] = []
  for (const size of SIZES) {
    const { busyMs } = await longRun(() => replayMany(log, rules, size, now))
    rates.push((size / busyMs) * 1000)
  }
  const spread = Math.max(...rates) / Math.min(...rates)
  return {
    name: `Events replayed, in ${SIZES.map(thousands).join(', ')}; ${log.length} to a case`,
    baseline: '–',
    ours: rates.map((rate) => `${thousands(rate)}/s`).join(', '),
    theirs: '–',
    result: `${spread.toFixed(2)}× between the sizes`,
    aim: `linear: ≤ ${EVEN}×`,
    isMet: spread <= EVEN,
  }
}

function replayMany(log: readonly LogEntry[], rules: CaseRules, events: number, at: number): void {
  for (let done = 0; done < events; done += log.length) {
    if (replayLog(log, rules, at).state === undefined) throw new Error('a log without a beginning')
  }
}

/** A complaint that is confirmed, handed on, taken, waits for its customer and is told about seven times. */
async function liveThrough(engine: Engine, wait: () => number): Promise<{ log: LogEntry[]; rules: CaseRules }> {
  const id = (await openComplaint(engine)) as CaseId
  const ownerId = engine.desk.session?.actor.id ?? ''
  const step = (name: string, expectedSeq: number, data = {}) =>
    ask(engine, 'cases.advance', { id, step: name, expectedSeq, data })
  const contact = { contactPerson: '陈女士', contactChannel: 'phone', confirmedFacts: '属实', processExplained: true }
  let now = wait()
  await step('confirm', 1, { ...contact, contactAt: now, expectedAt: now + 24 * HOUR })
  await step('assign', 2, { ownerId })
  await step('accept', 3)
  now = wait()
  await step('wait', 4, { askedFor: '照片', howToSubmit: '短信', chaseAt: now + 24 * HOUR })
  wait()
  await step('resume', 5, { customerAnswer: '照片已发' })
  for (let n = 0; n < 7; n++) {
    wait()
    await ask(engine, 'cases.contact', { id, channel: 'phone', person: '陈女士', text: `第 ${n + 1} 次告知进度` })
  }
  return opened(engine).store.transaction(async (db) => {
    const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const events = await db.selectFrom('caseEvents').selectAll().where('caseId', '=', id).orderBy('seq').execute()
    const log = toLog(events)
    return { log, rules: await (await ruleBook(db))(row, log) }
  })
}
