import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { casesOnFlight } from '../src/main/cases/queries.ts'
import { changedByOthers, markRead, mentionsOf, newMentionsIn, readsOf } from '../src/main/marks/mark-store.ts'
import { openingsOf } from '../src/main/marks/opening-store.ts'
import { nearMembers } from '../src/main/members/near.ts'
import { memberScopeFor, scopeFor } from '../src/main/rules/access.ts'
import { backfillWords } from '../src/main/search/backfill.ts'
import { candidates } from '../src/main/search/candidates.ts'
import { callsOfMembers, findCalls, numberedCalls } from '../src/main/search/find-calls.ts'
import { sameWords } from '../src/main/search/same-words.ts'
import { migrate } from '../src/main/store/migrate.ts'
import { openConnection } from '../src/main/store/sqlite/connection.ts'
import type { Db, Database as Tables } from '../src/main/store/types.ts'
import { ownViews, sharedViews } from '../src/main/views/view-store.ts'
import type { CallId } from '../src/shared/ids.ts'
import { parseSearch } from '../src/shared/search/grammar.ts'

type Opened = { connection: Database.Database; db: Kysely<Tables>; asked: { sql: string; parameters: unknown[] }[] }

/** A new store whose questions are noted. */
async function notedStore(): Promise<Opened & { close: () => Promise<void> }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-search-'))
  const connection = openConnection(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), 'create')
  const asked: Opened['asked'] = []
  const database = {
    close: () => connection.close(),
    prepare: (sql: string) => {
      const statement = connection.prepare(sql)
      const note =
        <T>(answer: (...parameters: unknown[]) => T) =>
        (parameters: readonly unknown[]) => {
          asked.push({ sql, parameters: [...parameters] })
          return answer(...parameters)
        }
      return {
        reader: statement.reader,
        all: note((...parameters) => statement.all(...parameters)),
        run: note((...parameters) => statement.run(...parameters)),
        iterate: note((...parameters) => statement.iterate(...parameters)),
      }
    },
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  await migrate('sqlite', db)
  asked.length = 0
  const close = async () => {
    await db.destroy()
    fs.rmSync(folder, { recursive: true })
  }
  return { connection, db, asked, close }
}

const CASES = 100_000
const WORDS = ['行', '李', '行李', '破', '损', '破损', '李破', 'hu7609', '~13812345678']

/** Words of very many cases: every word in each tenth case, each case with the first three. */
function fill(connection: Database.Database): void {
  const insert = connection.prepare('insert into caseWords (word, place) values (?, ?)')
  connection.transaction(() => {
    for (let place = 1; place <= CASES; place += 1)
      for (const word of place % 10 === 0 ? WORDS : WORDS.slice(0, 3)) insert.run(word, place)
  })()
}

test('every question of the search, the marks and the views stands on an index', async () => {
  const { connection, db, asked, close } = await notedStore()
  const scope = scopeFor({ id: 'u', role: 'agent' }, 'calls')
  const work = async (store: Db) => {
    for (const text of ['行李破损', '李', 'hu76 行李', '1381', '"hu7609"'])
      for await (const _ of candidates(store, parseSearch(text).words, 10)) break
    await numberedCalls(store, scope, 'LD-20260930-0001', 5)
    await callsOfMembers(store, scope, ['m'], 5)
    const before = { startedAt: 5, id: 'c' as CallId }
    await findCalls(
      store,
      scope,
      { words: parseSearch('轮椅').words, memberIds: ['m'] },
      { before, limit: 5, stretches: 2 },
    )
    await sameWords(store, { id: 'c', title: '行李破损', content: 'HU7609 延误' })
    await casesOnFlight(store, 'HU7609', '2026-09-29')
    await nearMembers(store, memberScopeFor({ id: 'u', role: 'agent' }), 'anna smtih', 5)
    await backfillWords(store)
    await readsOf(store, 'u', ['c'])
    await changedByOthers(store, 'u', ['c'])
    await newMentionsIn(store, 'u', ['c'])
    await mentionsOf(store, 'u', true, 10)
    await openingsOf(store, ['c'], 0)
    await ownViews(store, 'u')
    await sharedViews(store)
  }
  await db.transaction().execute(work)
  expect(markRead).toBeTypeOf('function')
  const plans = asked
    .filter(({ sql }) => sql.startsWith('select'))
    .flatMap(({ sql, parameters }) =>
      connection
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...parameters)
        .map(({ detail }) => `${detail} <- ${sql}`),
    )
  const scans = plans.filter(
    (plan) => plan.startsWith('SCAN') && !/^SCAN (some|CONSTANT)|USING (COVERING )?INDEX/.test(plan),
  )
  expect(scans).toEqual([])
  await close()
})

test('among a hundred thousand cases the words of a search cost what they find, not what there is', async () => {
  const { connection, db, asked, close } = await notedStore()
  fill(connection)
  const first = async (text: string) =>
    db.transaction().execute(async (store) => {
      asked.length = 0
      const began = process.cpuUsage()
      for await (const places of candidates(store, parseSearch(text).words, CASES + 1)) {
        const { user, system } = process.cpuUsage(began)
        return { places, ms: (user + system) / 1000, questions: asked.length }
      }
      throw new Error('nothing was found')
    })
  for (const text of ['行李破损', '破', '行李 hu7609', '13812345678']) {
    await first(text)
    const { places, ms, questions } = await first(text)
    expect(places[0]).toBe(CASES)
    expect(questions).toBeLessThan(30)
    expect(ms).toBeLessThan(60)
  }
  await close()
})
