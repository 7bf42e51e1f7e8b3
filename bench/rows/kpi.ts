import type Database from 'better-sqlite3'
import { areTotalsWhole, fillTotals } from '../../src/main/kpi/fill.ts'
import { totalsByPerson } from '../../src/main/kpi/totals-store.ts'
import { addMonths, shiftMonth } from '../../src/main/rules/days.ts'
import { momentOf, monthAt } from '../../src/main/rules/zone.ts'
import { openConnection } from '../../src/main/store/sqlite/connection.ts'
import { ask, benchEngine, NOW, opened, signIn } from '../lib/desk.ts'
import type { MadeStore } from '../lib/made-store.ts'
import { inTurns } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type BenchRow, inWords, thousands, timesRow } from '../lib/row.ts'

const ZONE = 'Asia/Shanghai'
const MONTHS = 36
/** Calls counted in one transaction while the store is made ready. */
const IN_ONE_GO = 200_000
const AIM = 0.01
/** The aim is one for a desk of this size: a month of a small one is counted in no time either way. */
const AIMED_CALLS = 5_000_000

/** The sums behind the figures, as one ordered statement over the calls themselves gives them. */
const SUMS = `count(*) as calls, sum("answeredAt" is not null) as answered, sum(state = 'abandoned') as abandoned,
  sum("waitMs") as "waitMs", sum("talkMs") as "talkMs", sum("talkMs" + "holdMs" + "wrapUpMs") as "handleMs",
  sum("waitMs" <= 10000) as within10, sum("waitMs" <= 20000) as within20, sum("waitMs" <= 30000) as within30`
const OFFERED = `direction = 'inbound' and state in ('done', 'missed', 'abandoned')`
const MONTH = `strftime('%Y-%m', "startedAt" / 1000 + 28800, 'unixepoch')`

type Sums = { agentId: string; calls: number; answered: number; waitMs: number; talkMs: number; handleMs: number }

/** The figures of 300 agents: of one month as it is asked for, and of every month of three years. */
export async function monthlyKpi(made: MadeStore, { calls }: Size): Promise<BenchRow[]> {
  const engine = benchEngine(made.file)
  await signIn(engine)
  const { store } = opened(engine)
  const filled = await fill(store)
  const scan = openConnection(made.file, made.dataKey, 'read')
  scan.pragma('cache_size = -200000')
  const rows = [await ofOneMonth(engine, scan), await ofAllMonths(store, scan)]
  scan.close()
  await engine.close()
  return rows.map((row) => ({
    ...row,
    result: `${row.result}${filled}`,
    ...(calls < AIMED_CALLS ? { aim: `${row.aim} at ${thousands(AIMED_CALLS)} calls`, isMet: null } : {}),
  }))
}

type Store = ReturnType<typeof opened>['store']

/** The made calls came without their totals, as those of an older store do. */
async function fill(store: Store): Promise<string> {
  if (await store.read(areTotalsWhole)) return ''
  const began = performance.now()
  while (!(await store.transaction((db) => fillTotals(db, IN_ONE_GO))));
  return `; totals of all calls counted once in ${inWords(performance.now() - began)}`
}

async function ofOneMonth(engine: ReturnType<typeof benchEngine>, scan: Database.Database): Promise<BenchRow> {
  const month = shiftMonth(monthAt(ZONE, NOW), -1)
  const from = momentOf(ZONE, `${month}-01`, 0)
  const to = momentOf(ZONE, addMonths(`${month}-01`, 1), 0)
  const statement = scan.prepare(
    `select "agentId", ${SUMS} from calls where "startedAt" >= ? and "startedAt" < ? and ${OFFERED}
     group by "agentId" order by calls desc`,
  )
  const [counted, { rows }] = [
    statement.all(from, to) as Sums[],
    await ask(engine, 'reports.kpi', { from, to, by: 'agent' }),
  ]
  const seconds = (ms: number, of: number) => Math.round(ms / of / 10) / 100
  const figures = [
    rows.map(({ calls, asaS, ahtS }) => [calls, asaS, ahtS].join()),
    counted.map(({ calls, answered, waitMs, handleMs }) =>
      [calls, seconds(waitMs, answered), seconds(handleMs, answered)].join(),
    ),
  ].map((list) => list.sort().join(' '))
  if (figures[0] !== figures[1] || rows.length === 0) throw new Error('the figures are not those of the calls')
  const samples = await inTurns(30, {
    ours: () => ask(engine, 'reports.kpi', { from, to, by: 'agent' }),
    theirs: () => statement.all(from, to),
  })
  const calls = counted.reduce((sum, one) => sum + one.calls, 0)
  return timesRow({
    name: `Figures of ${counted.length} agents in a month of ${thousands(calls)} calls, asked of the desk`,
    baseline: 'the sums over the calls in one statement, same file; figures equal',
    ...samples,
    most: AIM,
  })
}

/** Every month of every agent, added up from the calls by one statement. */
const scanned = (scan: Database.Database): string => {
  const rows = scan
    .prepare(`select ${MONTH} as period, "agentId", ${SUMS} from calls where ${OFFERED} group by 1, 2 order by 1, 2`)
    .all()
  return JSON.stringify(rows)
}

async function ofAllMonths(store: Store, scan: Database.Database): Promise<BenchRow> {
  const months = Array.from({ length: MONTHS + 1 }, (_, n) => shiftMonth(monthAt(ZONE, NOW), n - MONTHS))
  const ours = () =>
    store.read(async (db) => {
      const rows: object[] = []
      for (const period of months) {
        const people = await totalsByPerson(db, [period])
        people.sort((a, b) => (a.agentId < b.agentId ? -1 : 1))
        for (const { agentId, totals } of people) {
          const { judged, inTime, rated, points, ...sums } = totals
          rows.push({ period, agentId, ...sums })
        }
      }
      return JSON.stringify(rows)
    })
  if ((await ours()) !== scanned(scan)) throw new Error('the totals are not those of the calls')
  const samples = await inTurns(3, { ours, theirs: () => scanned(scan) })
  return timesRow({
    name: `Sums of every agent in each of ${MONTHS} months, from the totals`,
    baseline: 'the ordered sums over all calls in one statement, same file; every number equal',
    ...samples,
    most: AIM,
  })
}
