import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Size } from './options.ts'
import type { Measured } from './record.ts'
import { thousands } from './row.ts'

const FILE = path.resolve(import.meta.dirname, '../../docs/benchmarks.md')

const VERDICT = (isMet: boolean | null) => (isMet === null ? '–' : isMet ? 'yes' : '**no**')

/** The rows as a table for people. */
export function table(measured: readonly Measured[]): string {
  const dated = measured.flatMap(({ rows, day, load }) => rows.map((row) => ({ ...row, day, load })))
  const lines = dated.map((row) => [
    row.name,
    row.ours,
    row.baseline,
    row.theirs,
    row.result,
    row.aim,
    VERDICT(row.isMet),
    `${row.day}, ${row.load}`,
  ])
  const head = ['What', 'Ours', 'Against', 'Its figure', 'Result', 'Aim', 'Met', 'On, load']
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** What the run was made on. */
export function machine(): string {
  const [cpu] = os.cpus()
  const memory = `${(os.totalmem() / 2 ** 30).toFixed(0)} GiB`
  return `${os.cpus().length} × ${cpu?.model ?? 'processor'}, ${memory}, ${os.type()} ${os.release()}, Node ${process.versions.node}`
}

/** How many programs wanted a processor in the last minute, on average. */
export function loadNow(): string {
  const [lastMinute = 0] = os.loadavg()
  return lastMinute.toFixed(1)
}

/** Writes docs/benchmarks.md from what was measured last of each part. */
export function writeDocument(measured: readonly Measured[], size: Size): void {
  const text = `# Benchmarks

Written by \`npm run bench\`, which measures everything; \`npm run bench -- --only=WORDS\` measures some parts anew and leaves the
others as they were. The last column says on which day a row was measured, and how many programs wanted one of the machine's
processors in the minute at its end: with the measured one alone that is 1 to 2.

Machine: ${machine()}.
Data: ${thousands(size.members)} members, ${thousands(size.calls)} calls, ${thousands(size.openCases)} open cases with their limits, made from a seed.

Each pair ran in turns in the same run, so that the machine's noise falls on both alike: trust the ratios, not the times.
Times are p50 / p95. Ratios are of medians unless said otherwise. "Encrypted" is the store as it ships (AEGIS-256, every
setting as in the product); "plain file" is the same content without encryption through the same SQLite library.

${table(measured)}

## How to read it

- **One statement, file, queue**: "the same statements" are exactly those that the handler makes, noted beforehand and run
  prepared on the plain file. What ours adds is decryption, Kysely's building of each statement (about 6 µs), and the
  handler's own work: masking, sorting, the shapes that windows get.
- **Through dispatcher and thread**: a message to the engine's thread, role check, input and output parsed, one
  transaction, and the message back. Showing a member's file writes an audit row first and so waits for the disk.
- **In the window**: the real program on a copy of the data; from the key to the frame that shows its result, by the page's own
  clock, after the limits that ran out meanwhile were caught up with. The program is started and worked with three times; each run
  is shown, the middle one counts. The machine's load falls on us alone here: a letter typed at the sign-in, where nothing is
  asked and one field is drawn, says what any key costs, and how that varies.
- **Command**: both sides wait for the same disk; the ratio falls towards 1 on a slow one.
- **Growth**: \`--quick\` is a twentieth of this data; what is read through an index costs the same in both.
`
  fs.writeFileSync(FILE, text)
}
