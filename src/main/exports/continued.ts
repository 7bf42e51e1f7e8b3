import { createHash } from 'node:crypto'
import { KEPT_FROM_ROWS } from '../../shared/exports/model.ts'
import { type KeptParts, openKeptParts } from '../bundle/kept-parts.ts'
import type { BundlePart } from '../bundle/parts.ts'
import { sha256 } from '../crypto/hash.ts'
import { subkey } from '../crypto/subkeys.ts'
import type { Ctx } from '../engine/handler.ts'
import { canonicalText } from '../rules/audit-chain.ts'
import type { Cells } from '../rules/export-redaction.ts'
import { TABLE_PASSES, type TablePart, tableParts } from './content.ts'
import type { TableName } from './history.ts'
import type { Aim } from './scope.ts'
import type { Sieve } from './sieve.ts'
import { SOURCES } from './sources.ts'

/** Goes up when the same rows would be written in another way. */
const FORM = 1

/** What an earlier, unfinished export left to this one. */
export type Continued = { parts: BundlePart[]; taken: number; changed: TableName[]; done(): Promise<void> }

type About = Pick<Parameters<typeof tableParts>[1], 'language'> & { profile: string; out: string }

/** Where the parts of an unfinished bundle are kept. */
export const keptFolder = (out: string): string => `${out}.unfinished`

/**
 * The tables of an export. A large one keeps each finished part, sealed for this store alone, beside its target; the same
 * export to the same target takes them over. Every row is read again before that: a table that is no longer as it was
 * written is written anew, so that the bundle shows one moment, that of its last attempt.
 */
export async function continuedParts(ctx: Ctx, aim: Aim, sieve: Sieve, about: About): Promise<Continued> {
  const rows = [...sieve.inStore.values()].reduce((sum, count) => sum + count, 0)
  const digests = new Map<TableName, string>()
  const plan = tableParts({ ...sieve, rows: (source) => noted(sieve.rows(source), source.table, digests) }, about)
  sieve.takesPasses(TABLE_PASSES)
  if (rows < KEPT_FROM_ROWS) return { parts: plan.map(({ part }) => part), taken: 0, changed: [], done: async () => {} }
  const kept = await openOwn(ctx, aim, about)
  const changed = await compare(kept, sieve, plan)
  const parts: BundlePart[] = []
  let taken = 0
  for (const { part, tables } of plan) {
    const size = tables.reduce((sum, table) => sum + (sieve.inStore.get(table) ?? 0), 0)
    // An empty table is written sooner than it is kept.
    if (size === 0) {
      parts.push(part)
      continue
    }
    if (await kept.isWhole(part.name)) {
      taken += kept.part(part.name).rows() ?? 0
      if (!part.name.endsWith(ROWS_PART)) sieve.passed(size)
    } else await kept.keep(part, () => Object.fromEntries(digests))
    parts.push(kept.part(part.name))
  }
  return { parts, taken, changed, done: () => kept.remove() }
}

/** The first part of a table: with it the digest of its rows is kept. */
const ROWS_PART = '.jsonl'

/** Reads the tables that were written before; what no longer is as it was is forgotten and named. */
async function compare(kept: KeptParts, sieve: Sieve, plan: readonly TablePart[]): Promise<TableName[]> {
  const before = kept.facts()
  const changed: TableName[] = []
  const hasBegun = Object.keys(before).length > 0
  for (const source of SOURCES) {
    const { table } = source
    const wasThere = before[table] !== undefined
    const isThere = (sieve.inStore.get(table) ?? 0) > 0
    if (!hasBegun || (!wasThere && !isThere)) continue
    const now = wasThere ? await digestOf(sieve.rows(source)) : undefined
    if (now !== undefined && now === before[table]) continue
    if (wasThere) changed.push(table)
    await kept.forget(plan.filter(({ tables }) => tables.includes(table)).map(({ part }) => part.name))
  }
  return changed
}

async function openOwn({ desk }: Ctx, aim: Aim, { language, profile, out }: About): Promise<KeptParts> {
  const { open, host } = desk
  if (!open) throw new Error('the store is closed')
  const facts = { form: FORM, app: host.versions.app, store: open.storeId, data: aim.key, profile, language }
  const key = subkey(open.keys.dataKey, 'exportParts')
  return openKeptParts(keptFolder(out), key, sha256(canonicalText(facts)))
}

async function digestOf(rows: AsyncIterable<Cells>): Promise<string> {
  const digests = new Map<string, string>()
  for await (const _ of noted(rows, '', digests));
  return digests.get('') ?? ''
}

/** Lets rows through and notes the digest of them all at the end, once for each table. */
async function* noted<T extends string>(rows: AsyncIterable<Cells>, table: T, into: Map<T, string>) {
  if (into.has(table)) {
    yield* rows
    return
  }
  const digest = createHash('sha256')
  for await (const row of rows) {
    digest.update(`${JSON.stringify(row)}\n`)
    yield row
  }
  into.set(table, digest.digest('hex'))
}
