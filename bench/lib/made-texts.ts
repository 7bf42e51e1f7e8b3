import type Database from 'better-sqlite3'
import { SEARCHED_COLUMNS, type SearchedCase, wordsOf } from '../../src/main/search/word-store.ts'
import { insertAll, withIndexesLast } from './insert-all.ts'
import { type Random, seeded } from './random.ts'

const COMMON =
  '航班延误 行李破损 座位调换 里程补登 贵宾休息室 退票手续费 改签失败 餐食安排 值机柜台 升舱申请 服务态度 等候时间 电话无人接听 发票抬头 积分兑换'.split(
    ' ',
  )
const RARE = '宠物托运 轮椅服务 婴儿摇篮 乐器占座 遗失护照 急救药品 骨灰运输 拐杖损坏'.split(' ')
const JOINTS = '，现场人员未作说明；旅客反映，要求书面答复；希望尽快处理，已多次来电；家人同行，'.split('；')

/** What people type, sign by sign, of common words, of rare ones, of two at once, and of one that no text holds. */
export function typedTexts(): string[] {
  const words = [...COMMON, ...RARE, '直升飞机']
  const typed = words.flatMap((word) => [...word].map((_, n) => [...word].slice(0, n + 1).join('')))
  return [...new Set([...typed, ...RARE.map((word, n) => `${COMMON[n]} ${word}`)])]
}

/** Some sixty signs about a journey; one text in forty names something rare. */
function sentence(random: Random): string {
  const words = Array.from({ length: 5 }, () => random.pick(COMMON))
  if (random.below(40) === 0) words[random.below(5)] = random.pick(RARE)
  return words.map((word) => word + random.pick(JOINTS)).join('')
}

type Any = Record<string, string | number | null>

/** Copies a case with other texts, each with its words; their places follow the order of registration. */
export function insertTexts(db: Database.Database, count: number): void {
  const random = seeded(count)
  const model = db.prepare('select * from cases order by number limit 1').get() as Any
  const first = Number(model.registeredAt) + 1_000_000
  const placesOf = new Map<string, number[]>()
  const rows = function* () {
    for (let n = 0; n < count; n++) {
      const number = `TS-20260101-${100_000 + n}`
      const row: Any = { ...model, id: random.id(), number, content: sentence(random), registeredAt: first + n }
      for (const word of wordsOf(searchedOf(row))) {
        const places = placesOf.get(word)
        if (places) places.push(first + n)
        else placesOf.set(word, [first + n])
      }
      ids.push(String(row.id))
      yield row
    }
  }
  const ids: string[] = []
  db.transaction(() => {
    withIndexesLast(db, 'cases', () => insertAll(db, 'cases', rows()))
    withIndexesLast(db, 'caseSearch', () =>
      insertAll(
        db,
        'caseSearch',
        ids.map((caseId, n) => ({ caseId, place: first + n })),
      ),
    )
    for (const word of [...placesOf.keys()].sort())
      insertAll(
        db,
        'caseWords',
        (placesOf.get(word) ?? []).map((place) => ({ word, place })),
      )
  })()
}

const searchedOf = (row: Any) =>
  Object.fromEntries(SEARCHED_COLUMNS.map((name) => [name, row[name] ?? ''])) as SearchedCase
