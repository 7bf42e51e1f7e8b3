import { sql } from 'kysely'
import { expect } from 'vitest'
import {
  FIGURES_OF_CASE,
  FIGURES_OF_MEMBER,
  OF_CALL,
  OF_CASE,
  OF_MEMBER,
  OF_TRIP,
} from '../src/main/rights/holdings.ts'
import { WRITTEN_OF_CALL, WRITTEN_OF_CASE, WRITTEN_OF_MEMBER, WRITTEN_OF_TRIP } from '../src/main/rights/written.ts'
import { onEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'

/** Treated on their own by the erasure, or records of the rights and holds themselves. */
const APART = ['rightsRequests', 'memberLimits', 'sealedFiles', 'legalHolds', 'members', 'cases', 'calls']

onEngine(
  'sqlite',
  'every table that leads to a member, a case, a call or a trip is known to the erasure',
  async (app) => {
    const rows = await inStore(app, async (db) => {
      const found = await sql<{ name: string; target: string }>`
      select t.name, f."table" as target from sqlite_master t join pragma_foreign_key_list(t.name) f
      where t.type = 'table' and f."table" in ('members', 'cases', 'calls', 'trips')`.execute(db)
      return found.rows
    })
    const known = new Set<string>([
      ...[...OF_MEMBER, ...OF_CASE, ...OF_CALL, ...OF_TRIP].map(({ table }) => table),
      ...[...FIGURES_OF_MEMBER, ...FIGURES_OF_CASE, ...APART],
    ])
    expect([...new Set(rows.map(({ name }) => name))].filter((name) => !known.has(name)).sort()).toEqual([])
  },
)

/** What leads elsewhere than to the owner: another case or file, or the call in which a case was opened. */
const ELSEWHERE = ['cases', 'calls', 'trips', 'caseNotices earlierId', 'memberMerges standing']

onEngine(
  'sqlite',
  'a text about any row that leads to a member, a case, a call or a trip is known to go with it',
  async (app) => {
    const rows = await inStore(app, async (db) => {
      const found = await sql<{ name: string; by: string; target: string }>`
      select t.name, f."from" as by, f."table" as target
      from sqlite_master t join pragma_foreign_key_list(t.name) f join pragma_table_info(t.name) c
      where t.type = 'table' and f."table" in ('members', 'cases', 'calls', 'trips') and c.name = 'id'`.execute(db)
      return found.rows
    })
    const written = {
      members: WRITTEN_OF_MEMBER,
      cases: WRITTEN_OF_CASE,
      calls: WRITTEN_OF_CALL,
      trips: WRITTEN_OF_TRIP,
    }
    const known = new Set<string>(
      Object.entries(written).flatMap(([target, list]) => list.map(({ table, by }) => `${table} ${by} ${target}`)),
    )
    expect(known.size).toBeGreaterThan(70)
    const missing = rows.filter(({ name, by, target }) => !known.has(`${name} ${by} ${target}`))
    const unknown = missing.filter(({ name, by }) => !ELSEWHERE.includes(name) && !ELSEWHERE.includes(`${name} ${by}`))
    expect(unknown.map(({ name, by }) => `${name} ${by}`).sort()).toEqual([])
  },
)
