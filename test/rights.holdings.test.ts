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
