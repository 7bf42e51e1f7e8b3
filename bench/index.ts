import { compareAnchors } from './anchor.ts'
import { compareCiphers } from './ciphers.ts'
import { loadNow, machine, table, writeDocument } from './lib/document.ts'
import { type MadeStore, madeStore } from './lib/made-store.ts'
import { HELP, type Options, readOptions } from './lib/options.ts'
import { keepRecord, type Measured } from './lib/record.ts'
import type { BenchRow } from './lib/row.ts'
import { chainVerification } from './rows/audit.ts'
import { auditedChange } from './rows/audited.ts'
import { backtest } from './rows/backtest.ts'
import { backup } from './rows/backup.ts'
import { bulkLoad } from './rows/bulk.ts'
import { downtime } from './rows/downtime.ts'
import { dueTimes, dueTimesGrowing } from './rows/due.ts'
import { endToEnd } from './rows/end-to-end.ts'
import { memberExport } from './rows/export.ts'
import { frozenMonth } from './rows/frozen-month.ts'
import { memberImport } from './rows/import.ts'
import { keyRenewal } from './rows/key-renewal.ts'
import { monthlyKpi } from './rows/kpi.ts'
import { largeExports } from './rows/large-export.ts'
import { memberLookup, views } from './rows/lookups.ts'
import { overdueClocks } from './rows/overdue.ts'
import { replayedEvents } from './rows/replay.ts'
import { typedSearch } from './rows/search.ts'
import { coldStart } from './rows/start.ts'
import { inTheWindow } from './rows/window.ts'
import { oneCommand } from './rows/writes.ts'

type Part = { name: string; run: (made: () => Promise<MadeStore>, options: Options) => Promise<BenchRow | BenchRow[]> }

/** Every measurement, in the order of the document. */
const PARTS: readonly Part[] = [
  { name: 'start', run: (_, { size }) => coldStart(size) },
  { name: 'window', run: async (made, { size }) => inTheWindow(await made(), size) },
  { name: 'lookup', run: async (made, { size }) => memberLookup(await made(), size) },
  { name: 'views', run: async (made, { size }) => views(await made(), size) },
  { name: 'end-to-end', run: async (made, { size }) => endToEnd(await made(), size) },
  { name: 'kpi', run: async (made, { size }) => monthlyKpi(await made(), size) },
  { name: 'month', run: (_, { size }) => frozenMonth(size) },
  { name: 'search', run: (_, { size }) => typedSearch(size) },
  { name: 'command', run: async (made, { size }) => oneCommand(await made(), size) },
  { name: 'audited', run: async (made, { size }) => auditedChange(await made(), size) },
  { name: 'bulk', run: (_, { size }) => bulkLoad(size) },
  { name: 'import', run: (_, { size }) => memberImport(size) },
  { name: 'export', run: (_, { size }) => memberExport(size) },
  { name: 'large-export', run: (_, { size }) => largeExports(size) },
  { name: 'backup', run: async (made, { size }) => backup(await made(), size) },
  { name: 'key', run: async (made, { size }) => keyRenewal(await made(), size) },
  { name: 'chain', run: async (made) => chainVerification(await made()) },
  { name: 'due', run: async () => [await dueTimes(), await dueTimesGrowing()] },
  { name: 'replay', run: () => replayedEvents() },
  { name: 'overdue', run: (_, { size }) => overdueClocks(size) },
  { name: 'downtime', run: (_, { size }) => downtime(size) },
  { name: 'backtest', run: (_, { size }) => backtest(size) },
]

async function measure(options: Options): Promise<Measured[]> {
  const measured: Measured[] = []
  const day = new Date().toISOString().slice(0, 10)
  let store: Promise<MadeStore> | undefined
  const made = () => {
    store ??= madeStore(options.size)
    return store
  }
  for (const { name, run } of PARTS.filter((part) => options.only?.test(part.name) ?? true)) {
    const began = performance.now()
    const rows = await run(made, options)
      .then((result) => [result].flat())
      .catch((error: unknown) => [failedRow(name, error)])
    measured.push({ part: name, day, load: loadNow(), rows })
    if (!options.isJson) console.error(`  ${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  return measured
}

const FAILED = 'not measured'

function failedRow(name: string, error: unknown): BenchRow {
  const result = error instanceof Error ? error.message : String(error)
  return { name, baseline: FAILED, ours: '–', theirs: '–', result, aim: '–', isMet: false }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.task === 'help') return console.log(HELP)
  if (options.task === 'ciphers') return compareCiphers()
  if (options.task === 'anchor') return compareAnchors()
  const measured = await measure(options)
  const rows = measured.flatMap((one) => one.rows)
  if (options.isJson) return console.log(JSON.stringify({ machine: machine(), size: options.size, rows }, null, 2))
  console.log(table(measured))
  if (options.size.name === 'quick') return
  const whole = measured.filter((one) => one.rows.every(({ baseline }) => baseline !== FAILED))
  writeDocument(
    keepRecord(
      whole,
      PARTS.map(({ name }) => name),
    ),
    options.size,
  )
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
// The engine's thread of the rows through it still beats.
process.exit()
