import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import { ask, benchEngine, createDesk, opened } from '../lib/desk.ts'
import { timeOf } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { seeded } from '../lib/random.ts'
import { type BenchRow, inWords, thousands } from '../lib/row.ts'
import { callRow } from '../lib/rows-of.ts'

/** The whole history of one very busy member as a signed bundle with its printed form, then checked. */
export async function memberExport(size: Size): Promise<BenchRow> {
  const calls = size.rounds
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-export-'))
  const engine = benchEngine(path.join(folder, 'desk.db'))
  await createDesk(engine)
  const { id } = await ask(engine, 'members.create', {
    card: 'VD000000001',
    name: '陈女士',
    gender: 'female',
    tier: 'gold',
    vipReason: '年飞行里程达标',
  })
  const random = seeded(71)
  const rows = Array.from({ length: calls }, (_, n) => ({
    ...callRow(n, random, [id], [engine.desk.session?.actor.id ?? '']),
  }))
  await opened(engine).store.transaction((db) => bulkInsert(db, 'calls')(rows))
  const out = path.join(folder, 'history.zip')
  const purpose = '会员本人申请查阅其全部服务记录'
  const made = await timeOf(() => ask(engine, 'exports.history', { memberId: id, purpose, requester: '陈女士', out }))
  const checked = await timeOf(async () => {
    if (!(await ask(engine, 'exports.verify', { file: out })).ok) throw new Error('the bundle does not verify')
  })
  await engine.close()
  fs.rmSync(folder, { recursive: true })
  const name = `Export of one member's history of ${thousands(calls)} calls, signed, with its printed form`
  return {
    name,
    baseline: '–',
    ours: inWords(made),
    theirs: '–',
    result: `checked in ${inWords(checked)}`,
    aim: '–',
    isMet: null,
  }
}
