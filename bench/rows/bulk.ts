import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from '../../migrations/index.ts'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { stepSql } from '../../src/main/store/schema.ts'
import { openSqlite } from '../../src/main/store/sqlite/open.ts'
import type { Row } from '../../src/main/store/types.ts'
import { insertAll, withIndexesLast } from '../lib/insert-all.ts'
import { inTurns, median } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { seeded } from '../lib/random.ts'
import { openPlain } from '../lib/replay.ts'
import { type BenchRow, thousands } from '../lib/row.ts'
import { memberRow } from '../lib/rows-of.ts'

const ROUNDS = 3
const BATCH = 5000

/** Members loaded in one transaction through the store's own bulk insert, indexes last. */
export async function bulkLoad(size: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-bulk-'))
  const random = seeded(41)
  const rows = Array.from({ length: size.bulkRows }, (_, n) => memberRow(n, random))
  const samples = await inTurns(
    ROUNDS,
    {
      ours: () => ours(path.join(folder, 'ours.db'), rows),
      theirs: () => theirs(path.join(folder, 'theirs.db'), rows),
    },
    0,
  )
  fs.rmSync(folder, { recursive: true })
  const rate = (times: readonly number[]) => (rows.length / median(times)) * 1000
  const ratio = rate(samples.ours) / rate(samples.theirs)
  return {
    name: `Bulk load of ${thousands(rows.length)} members, encrypted, through Kysely, indexes last`,
    baseline: 'one prepared statement, plain file, indexes last',
    ours: `${thousands(rate(samples.ours))} rows/s`,
    theirs: `${thousands(rate(samples.theirs))} rows/s`,
    result: `${ratio.toFixed(2)}×`,
    aim: '≥ 0.9×',
    isMet: ratio >= 0.9,
  }
}

async function ours(file: string, rows: readonly Row<'members'>[]): Promise<void> {
  remove(file)
  const store = openSqlite(file, new Uint8Array(32).fill(7), true)
  await migrate('sqlite', store.db)
  await store.transaction(async (db) => {
    const indexes = await store.suspendIndexes(db, ['members'])
    const insert = bulkInsert(db, 'members')
    for (let from = 0; from < rows.length; from += BATCH) await insert(rows.slice(from, from + BATCH))
    for (const make of indexes.steps) await make()
    await indexes.end()
  })
  await store.close()
}

function theirs(file: string, rows: readonly Row<'members'>[]): void {
  remove(file)
  new Database(file).close()
  const plain = openPlain(file)
  for (const { steps } of migrations) for (const step of steps) plain.exec(stepSql('sqlite', step))
  plain.transaction(() => withIndexesLast(plain, 'members', () => insertAll(plain, 'members', rows)))()
  plain.close()
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '.anchor', '.lock']) fs.rmSync(file + suffix, { force: true })
}
