import fs from 'node:fs'
import { copyFlushed } from '../lib/copy-file.ts'
import { ask, benchEngine, signIn } from '../lib/desk.ts'
import type { MadeStore } from '../lib/made-store.ts'
import { inTurns, median } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type BenchRow, timesRow } from '../lib/row.ts'

const MOST_ROUNDS = 3

/** A backup of the whole store through the call: copied, every page checked, packed with its keyring, hashed. */
export async function backup(made: MadeStore, size: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(`${made.file}.backup-`)
  const [out, copy] = [`${folder}/desk.backup`, `${folder}/copy.db`]
  const engine = benchEngine(made.file)
  try {
    await signIn(engine)
    const contenders = {
      ours: async () => {
        fs.rmSync(out, { force: true })
        await ask(engine, 'admin.backup', { out })
      },
      theirs: () => copyFlushed(made.file, copy),
    }
    const samples = await inTurns(Math.min(size.rounds, MOST_ROUNDS), contenders, 0)
    const megabytes = fs.statSync(made.file).size / 1e6
    const speed = (ms: readonly number[]) => `${((megabytes / median(ms)) * 1000).toFixed(0)} MB/s`
    return timesRow({
      name: `Backup of ${megabytes.toFixed(0)} MB: copied, every page checked, packed with its keys and hashed`,
      baseline: 'plain copy of the same file, flushed',
      ...samples,
      most: 10,
      more: `${speed(samples.ours)} against ${speed(samples.theirs)}`,
    })
  } finally {
    await engine.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
