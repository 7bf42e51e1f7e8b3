import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../src/main/store/migrate.ts'
import { openAnchor } from '../src/main/store/sqlite/anchor.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'
import { inTurns, median, quantile } from './lib/measure.ts'

const HEAD = { sequence: 123_456, hash: 'a'.repeat(64) }

/** What noting the audit head outside the store adds to a commit; behind decision 0061. Run: `npm run bench -- --anchor`. */
export async function compareAnchors(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-anchor-'))
  const file = path.join(folder, 'desk.db')
  const store = openSqlite(file, new Uint8Array(32).fill(7), true)
  await migrate('sqlite', store.db)
  const anchor = openAnchor(path.join(folder, 'other'), true)
  const flushed = fs.openSync(path.join(folder, 'flushed'), 'w')
  let n = 0
  const commit = () =>
    store.transaction((db) =>
      db
        .insertInto('settings')
        .values({ key: `${n++}`, value: 'x' })
        .execute(),
    )
  const samples = await inTurns(500, {
    'commit alone': commit,
    'and the anchor, as shipped': async () => {
      await commit()
      anchor.write(HEAD)
    },
    'and the anchor, flushed': async () => {
      await commit()
      fs.writeSync(flushed, `${HEAD.sequence} ${HEAD.hash}\n`, 0)
      fs.fdatasyncSync(flushed)
    },
    'the anchor alone': () => anchor.write(HEAD),
  })
  const micros = (ms: number) => (ms * 1000).toFixed(0)
  console.table(
    Object.fromEntries(
      Object.entries(samples).map(([name, ms]) => [
        name,
        { 'µs p50': micros(median(ms)), p95: micros(quantile(ms, 0.95)) },
      ]),
    ),
  )
  anchor.close()
  fs.closeSync(flushed)
  await store.close()
  fs.rmSync(folder, { recursive: true })
}
