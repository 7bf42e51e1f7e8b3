import { type EngineHost, startEngineHost } from '../../src/main/shell/engine-host.ts'
import type { CallName, Input } from '../../src/shared/contracts.ts'
import type { MemberId } from '../../src/shared/ids.ts'
import { LOGIN, PASSWORD } from '../lib/desk.ts'
import type { MadeStore } from '../lib/made-store.ts'
import { quantile, timeOf } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { seeded } from '../lib/random.ts'
import { type BenchRow, inWords, limitRow } from '../lib/row.ts'
import { mobileOf } from '../lib/rows-of.ts'

const PROGRAM = new URL('../../src/main/engine.worker.ts', import.meta.url)

/** Most of an answer's time that a person may ever notice. */
const LIMIT_MS = 5

/** The desk as the window has it: every call through messages to the engine's thread, through the one guarded path, and back. */
export async function endToEnd(made: MadeStore, size: Size): Promise<BenchRow[]> {
  const desk = startEngineHost(
    { address: made.file, isDemo: false, versions: { app: 'bench', electron: '-', node: process.versions.node } },
    { push: () => {}, log: (line) => console.error(line) },
    PROGRAM,
  )
  await ask(desk, 'session.signIn', { login: LOGIN, password: PASSWORD })
  try {
    const rows = await oneByOne(desk, made, size)
    for (const work of HEAVY) rows.push(await beside(desk, size, work))
    return rows
  } finally {
    await desk.close('asked')
  }
}

async function ask<N extends CallName>(desk: EngineHost, name: N, input: Input<N>): Promise<unknown> {
  const result = await desk.request(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  return result.value
}

async function oneByOne(desk: EngineHost, made: MadeStore, size: Size): Promise<BenchRow[]> {
  const random = seeded(21)
  const times: Record<'find' | 'view' | 'queue', number[]> = { find: [], view: [], queue: [] }
  const rounds = size.rounds / 2
  for (let n = -rounds / 10; n < rounds; n++) {
    // The thread's code is compiled in the first rounds.
    if (n === 0) for (const list of Object.values(times)) list.length = 0
    times.find.push(await timeOf(() => ask(desk, 'members.find', lookupOf(random.below(size.members)))))
    times.view.push(await timeOf(() => ask(desk, 'members.view', { id: random.pick(made.memberIds) as MemberId })))
    times.queue.push(await timeOf(() => ask(desk, 'waits.page', {})))
  }
  return [
    limitRow('Through dispatcher and thread: member by telephone', times.find, 0.95, LIMIT_MS),
    limitRow("Through dispatcher and thread: member's file, with its audit row flushed", times.view, 0.95, LIMIT_MS),
    limitRow('Through dispatcher and thread: first page of the queue', times.queue, 0.95, LIMIT_MS),
  ]
}

const lookupOf = (n: number) => ({ text: mobileOf(n) })

/** `times`: how often it runs, for as long as it takes. */
type Heavy = { name: string; times: number; run: (desk: EngineHost) => Promise<unknown> }

/** What takes seconds and must keep nobody at the telephone waiting. */
const HEAVY: readonly Heavy[] = [
  { name: 'the audit chain is verified', times: 4, run: (desk) => ask(desk, 'audit.verify', {}) },
  {
    name: "a year's report is made",
    times: 1,
    run: (desk) => ask(desk, 'reports.show', { kind: 'year', period: '2026' }),
  },
]

/** Look-ups while the desk is at heavy work, again and again, against look-ups with nothing else to do. */
async function beside(desk: EngineHost, size: Size, { name, times, run }: Heavy): Promise<BenchRow> {
  const random = seeded(22)
  const lookup = () => timeOf(() => ask(desk, 'members.find', lookupOf(random.below(size.members))))
  const [idle, busy]: [number[], number[]] = [[], []]
  for (let part = 0; part < times; part++) {
    for (let n = 0; n < size.rounds / times; n++) idle.push(await lookup())
    let isDone = false
    const work = run(desk).finally(() => {
      isDone = true
    })
    while (!isDone) busy.push(await lookup())
    await work
  }
  const [late, idleLate] = [quantile(busy, 0.99), quantile(idle, 0.99)]
  return {
    name: `Member by telephone while ${name}`,
    baseline: 'the same with nothing else to do',
    ours: `${inWords(quantile(busy, 0.5))} / p99 ${inWords(late)}`,
    theirs: `${inWords(quantile(idle, 0.5))} / p99 ${inWords(idleLate)}`,
    result: `p99 ${(late / idleLate).toFixed(2)}×`,
    aim: 'p99 ≤ 2×',
    isMet: late <= 2 * idleLate,
  }
}
