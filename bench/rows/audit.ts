import { openConnection } from '../../src/main/store/sqlite/connection.ts'
import { ask, benchEngine, opened, signIn } from '../lib/desk.ts'
import type { MadeStore } from '../lib/made-store.ts'
import { inTurns } from '../lib/measure.ts'
import { type BenchRow, thousands, timesRow } from '../lib/row.ts'

const ROUNDS = 5
const BATCH = 5000

/** The whole audit chain recomputed and every checkpoint's signature checked. */
export async function chainVerification(made: MadeStore): Promise<BenchRow> {
  const engine = benchEngine(made.file)
  await signIn(engine)
  const connection = openConnection(made.file, made.dataKey, 'read')
  const read = connection.prepare('select seq, body, hash from audit where seq > ? order by seq limit ?')
  const samples = await inTurns(
    ROUNDS,
    {
      ours: async () => {
        const { ok } = await ask(engine, 'audit.verify', {})
        if (!ok) throw new Error('the chain of the made store is broken')
      },
      theirs: () => {
        let rows: unknown[]
        let after = 0
        do {
          rows = read.all(after, BATCH)
          after += rows.length
        } while (rows.length === BATCH)
      },
    },
    3,
  )
  const entries = opened(engine).head.sequence
  connection.close()
  await engine.close()
  return timesRow({
    name: `Verification of an audit chain of ${thousands(entries)} entries`,
    baseline: 'the same statement alone, same file',
    ...samples,
    most: 2.5,
  })
}
