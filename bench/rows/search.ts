import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { SEARCHED_COLUMNS } from '../../src/main/search/word-store.ts'
import { openConnection } from '../../src/main/store/sqlite/connection.ts'
import { ask, benchEngine, createDesk, opened, signIn } from '../lib/desk.ts'
import { fillCases } from '../lib/made-cases.ts'
import { insertTexts, typedTexts } from '../lib/made-texts.ts'
import { timeOf } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type BenchRow, thousands, timesRow } from '../lib/row.ts'

const LIMIT = 50
const AIM = 0.01
/** The size that the aim is for: a comparison with every text grows with the texts, the index hardly does. */
const AIMED_TEXTS = 1_000_000

/** Cases found while somebody types, sign by sign: the call as the window makes it, beside a comparison with every text. */
export async function typedSearch({ openCases: texts }: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-search-'))
  const file = path.join(folder, 'desk.db')
  const maker = benchEngine(file)
  await createDesk(maker)
  await fillCases(maker, 1)
  const dataKey = new Uint8Array(opened(maker).keys.dataKey)
  await maker.close()
  const db = openConnection(file, dataKey, 'write')
  db.pragma('synchronous = OFF')
  insertTexts(db, texts)
  db.pragma('wal_checkpoint(TRUNCATE)')
  const engine = benchEngine(file)
  await signIn(engine)

  const found = async (text: string) =>
    (await ask(engine, 'search.cases', { text, limit: LIMIT })).rows.map(({ number }) => number)
  const like = (text: string) => {
    const words = text.split(' ')
    const holds = `(${SEARCHED_COLUMNS.map((column) => `"${column}" like ?`).join(' or ')})`
    const where = words.map(() => holds).join(' and ')
    return db
      .prepare(`select number from cases where ${where} order by "registeredAt" desc limit ${LIMIT}`)
      .pluck()
      .all(words.flatMap((word) => SEARCHED_COLUMNS.map(() => `%${word}%`))) as string[]
  }
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (const [n, text] of typedTexts().entries()) {
    if ((await found(text)).join() !== like(text).join()) throw new Error(`other cases were found for ${text}`)
    const one = async () => ours.push(await timeOf(() => found(text)))
    const other = async () => theirs.push(await timeOf(() => like(text)))
    for (const turn of n % 2 === 0 ? [one, other] : [other, one]) await turn()
  }
  db.close()
  await engine.close()
  fs.rmSync(folder, { recursive: true })
  const row = timesRow({
    name: `Search among ${thousands(texts)} cases' texts while ${ours.length} Chinese words are typed, first ${LIMIT}, asked of the desk`,
    baseline: 'LIKE over the same columns, same file; the same cases in the same order',
    ours,
    theirs,
    most: AIM,
  })
  return { ...row, aim: `p95 ≤ ${AIM}× at ${thousands(AIMED_TEXTS)} texts`, isMet: null }
}
