import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { familyOf, rootsOf } from '../src/main/duplicates/links.ts'
import { filesAlike, sharedValues } from '../src/main/duplicates/queries.ts'
import { findFlights, listFlights, passengersOf } from '../src/main/flights/queries.ts'
import { chooseMembers } from '../src/main/groups/choose.ts'
import { kinByPhone } from '../src/main/kin/queries.ts'
import { lastContacts } from '../src/main/members/last-contacts.ts'
import { listBookings, listOpenCases, listSpends } from '../src/main/members/queries/file.ts'
import { historyOf } from '../src/main/members/queries/history.ts'
import { countMembers, membersToVerify, pageOfMembers, recentMembers } from '../src/main/members/queries/list.ts'
import { promisesTo, recentComplaints } from '../src/main/members/queries/overview.ts'
import { findMembers } from '../src/main/members/queries/search.ts'
import { TIMELINE_READERS } from '../src/main/members/queries/timeline.ts'
import { dueRecords } from '../src/main/retention/due-queries.ts'
import { memberScopeFor, scopeFor } from '../src/main/rules/access.ts'
import { PROBED } from '../src/main/rules/member-search.ts'
import { migrate } from '../src/main/store/migrate.ts'
import { openConnection } from '../src/main/store/sqlite/connection.ts'
import type { Db, Database as Tables } from '../src/main/store/types.ts'
import { factsOf } from '../src/main/wishes/facts.ts'
import { listSources, tagsOf } from '../src/main/wishes/queries.ts'
import { SAME } from '../src/shared/duplicates/model.ts'
import type { FlightId, MemberId, UserId } from '../src/shared/ids.ts'
import { TIMELINE_KINDS } from '../src/shared/members/overview.ts'
import { MEMBER_ORDERS } from '../src/shared/members/words.ts'
import { ERASED_KINDS } from '../src/shared/retention/words.ts'

type Asked = { sql: string; parameters: readonly unknown[] }

/** A new store whose questions are noted, and how SQLite would answer each. */
async function plansOf(work: (db: Db) => Promise<unknown>): Promise<string[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-plans-'))
  const connection = openConnection(path.join(folder, 'desk.db'), new Uint8Array(32).fill(7), 'create')
  const asked: Asked[] = []
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: noting(connection, asked) }) })
  await migrate('sqlite', db)
  asked.length = 0
  await db.transaction().execute(work)
  const plans = asked
    .filter(({ sql }) => sql.startsWith('select'))
    .flatMap(({ sql, parameters }) =>
      connection
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...parameters)
        .map(({ detail }) => detail),
    )
  await db.destroy()
  fs.rmSync(folder, { recursive: true })
  return plans
}

function noting(connection: Database.Database, asked: Asked[]) {
  return {
    close: () => connection.close(),
    prepare: (sql: string) => {
      const statement = connection.prepare(sql)
      const note =
        <T>(answer: (...parameters: unknown[]) => T) =>
        (parameters: readonly unknown[]) => {
          asked.push({ sql, parameters })
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
}

const withoutIndex = (plans: string[]) =>
  plans.filter((detail) => /^SCAN/.test(detail) && !/USING (COVERING )?INDEX|^SCAN found$|CONSTANT ROW/.test(detail))
const sorted = (plans: string[]) => plans.filter((detail) => detail.includes('TEMP B-TREE FOR ORDER BY'))
const MEMBER = 'm' as MemberId
const EVERYBODY = memberScopeFor({ id: 'u', role: 'agent' })

test('every look-up stands on an index and reads no more than it shows', async () => {
  const plans = await plansOf(async (db) => {
    for (const column of PROBED) {
      for (const isExact of [true, false])
        await findMembers(db, EVERYBODY, [{ in: column, by: 'name', value: '1', isExact }], 10)
    }
  })
  expect(plans.length).toBeGreaterThan(PROBED.length)
  expect(plans.filter((detail) => detail.startsWith('SCAN') && detail !== 'SCAN found')).toEqual([])
  expect(sorted(plans)).toEqual([])
})

test('the member list skips rows inside an index and never sorts', async () => {
  const filters = [
    {},
    { tier: 'gold' },
    { province: '广东' },
    { tier: 'gold', province: '广东', status: 'active' },
  ] as const
  const plans = await plansOf(async (db) => {
    for (const order of MEMBER_ORDERS)
      for (const filter of filters) await pageOfMembers(db, EVERYBODY, filter, order, 10, 10)
    for (const filter of filters) await countMembers(db, EVERYBODY, filter)
    await membersToVerify(db, EVERYBODY, 0, 10)
    await recentMembers(db, EVERYBODY, 'u' as UserId, 10)
  })
  expect(
    plans.filter(
      (detail) => /members/.test(detail) && !/COVERING INDEX|membersByTierVerifiedAt|sqlite_autoindex/.test(detail),
    ),
  ).toEqual([])
  expect(sorted(plans)).toEqual([])
})

test('a file, its history and flights are read through indexes', async () => {
  const scope = scopeFor({ id: 'u', role: 'agent' }, 'cases')
  const place = { at: 1, id: 'x' }
  const plans = await plansOf(async (db) => {
    await historyOf(db, scope, MEMBER, 'all', place, 20)
    await listOpenCases(db, scope, MEMBER)
    await listSpends(db, MEMBER, place, 20)
    await listBookings(db, MEMBER, 'past', 1, 20)
    await findFlights(db, 'HU7', '2026-10-01', 20)
    await listFlights(db, '2026-10-01', 20)
    await passengersOf(db, 'f' as FlightId, 20)
  })
  expect(withoutIndex(plans)).toEqual([])
})

test('the whole picture, the timeline, duplicates and groups stand on indexes; nothing is compared pair by pair', async () => {
  const scope = scopeFor({ id: 'u', role: 'agent' }, 'cases')
  const ids = ['m', 'n']
  const file = {
    ...{ id: 'm', cardNo: '1', name: '张', namePinyin: 'zhang', mobile: '1', birthDate: '1985-03-15' },
    tier: 'gold' as const,
    ...{ documentType: null, documentNo: '123456', documentBackwards: '654321' },
  }
  const plans = await plansOf(async (db) => {
    for (const kind of TIMELINE_KINDS)
      await TIMELINE_READERS[kind](db, { ids, scope, from: 0, until: 9, before: { at: 1, id: 'x' }, limit: 20 })
    await promisesTo(db, scope, ids)
    await recentComplaints(db, scope, ids, 1)
    await lastContacts(db, scope, ids, 1)
    await factsOf(db, ids, 1_800_000_000_000)
    await tagsOf(db, ids)
    await listSources(db, 'interview', { at: 1, id: 'x' }, 20)
    await kinByPhone(db, ['1'])
    await familyOf(db, 'm')
    await rootsOf(db, ids)
    await filesAlike(db, file)
    for (const same of SAME) await sharedValues(db, same, '', 20)
    for await (const _ of chooseMembers(db, { ...EVERYTHING, tiers: ['gold'] }, 1_800_000_000_000)) break
  })
  expect(withoutIndex(plans)).toEqual([])
})
const EVERYTHING = {
  provinces: [],
  types: ['family' as const],
  tags: [{ topic: 'trip' as const, value: 'nature' }],
  origins: ['wechat' as const],
  welcomesOffers: true,
  leastSpendFen: 1,
}

test('complaints of a person are found by the person, however many others complained', async () => {
  const plans = await plansOf((db) =>
    recentComplaints(db, scopeFor({ id: 'u', role: 'lead' }, 'cases'), [MEMBER], 1_800_000_000_000),
  )
  const [cases] = plans.filter((detail) => detail.includes('cases USING'))
  expect(cases).toContain('casesByMemberIdReceivedAt (memberId=? AND receivedAt>?)')
})

test('each page of what is due to be erased begins where the last one ended', async () => {
  for (const kind of ERASED_KINDS) {
    const at = kind === 'leftMember' || kind === 'sealedFile' ? '2020-01-01' : 1
    const plans = await plansOf((db) => dueRecords(db, kind, '2026-01-01', { at, id: 'x' }, 10))
    expect(sorted(plans), kind).toEqual([])
    expect(plans.join('\n'), kind).toMatch(/SEARCH .*>\? AND \w+<\?/)
  }
})
