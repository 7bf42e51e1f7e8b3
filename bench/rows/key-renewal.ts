import fs from 'node:fs'
import { opensWith } from '../../src/main/store/sqlite/rekey.ts'
import { copyFlushed } from '../lib/copy-file.ts'
import { ask, benchEngine, opened, PASSWORD, signIn } from '../lib/desk.ts'
import type { MadeStore } from '../lib/made-store.ts'
import { inTurns, median } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type BenchRow, timesRow } from '../lib/row.ts'

const MOST_ROUNDS = 3

/** The whole store under a new data key, through the call, against a flushed copy of the same file by the system. */
export async function keyRenewal(made: MadeStore, size: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(`${made.file}.renewal-`)
  const file = `${folder}/desk.db`
  try {
    for (const suffix of ['', '.keys', '.keys.copy']) fs.copyFileSync(made.file + suffix, file + suffix)
    const engine = benchEngine(file)
    await signIn(engine)
    const rounds = Math.min(size.rounds, MOST_ROUNDS)
    const contenders = {
      ours: () => ask(engine, 'keys.renew', { reason: 'bench', password: PASSWORD }),
      theirs: () => copyFlushed(made.file, `${folder}/copy.db`),
    }
    const samples = await inTurns(rounds, contenders, 0)
    const isOldRefused = !opensWith(file, made.dataKey) && opensWith(file, opened(engine).keys.dataKey)
    await engine.close()
    const megabytes = fs.statSync(made.file).size / 1e6
    const speed = (ms: readonly number[]) => `${((megabytes / median(ms)) * 1000).toFixed(0)} MB/s`
    const row = timesRow({
      name: `Data key renewed: ${megabytes.toFixed(0)} MB encrypted anew, flushed, with the password proved`,
      baseline: 'plain copy of the same file, flushed',
      ...samples,
      most: 10,
      more: `${speed(samples.ours)} against ${speed(samples.theirs)}`,
    })
    return { ...row, isMet: row.isMet && isOldRefused }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
