import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ask, benchEngine, createDesk } from '../lib/desk.ts'
import { longRun } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { seeded } from '../lib/random.ts'
import { type BenchRow, inWords, thousands } from '../lib/row.ts'
import { memberRow } from '../lib/rows-of.ts'

const AIM = 50_000

/** A first import of a table of members: every cell checked, every row's change kept, one audit row, all in one transaction. */
export async function memberImport(size: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-import-'))
  const file = path.join(folder, 'members.csv')
  writeTable(file, size.importRows)
  const engine = benchEngine(path.join(folder, 'desk.db'))
  await createDesk(engine)
  const { mapping } = (await ask(engine, 'imports.inspect', { file })).proposal
  let created = 0
  const { ms, busyMs } = await longRun(async () => {
    created = (await ask(engine, 'imports.members', { file, mapping })).created
  })
  if (created !== size.importRows) throw new Error(`the import made ${created} of ${size.importRows} members`)
  await engine.close()
  fs.rmSync(folder, { recursive: true })
  const rate = (created / ms) * 1000
  const result = `${thousands(rate)} rows/s`
  return {
    name: `Import of ${thousands(created)} members from CSV, checked and audited`,
    baseline: '–',
    ours: `${inWords(ms)}, processor ${inWords(busyMs)}`,
    theirs: '–',
    result,
    aim: `≥ ${thousands(AIM)} rows/s`,
    isMet: rate >= AIM,
  }
}

function writeTable(file: string, rows: number): void {
  const random = seeded(51)
  const lines = ['卡号,姓名,性别,手机号,邮箱,省份,城市,VIP等级,入会日期']
  for (let n = 0; n < rows; n++) {
    const { cardNo, name, mobile, email, province } = memberRow(n, random)
    lines.push(
      `${cardNo},${name},${n % 2 ? '男' : '女'},${mobile?.slice(3)},${email},${province},${province},${['白金卡', '金卡', '银卡', ''][n % 4]},2020-01-01`,
    )
  }
  fs.writeFileSync(file, `\uFEFF${lines.join('\n')}\n`)
}
