import { KEPT_FROM_ROWS } from '../../shared/exports/model.ts'
import type { Language } from '../../shared/session/model.ts'
import { type KeptParts, keptFolder, openKeptParts } from '../bundle/kept-parts.ts'
import type { BundlePart } from '../bundle/parts.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Desk } from '../engine/desk.ts'
import type { Ctx } from '../engine/handler.ts'
import { canonicalText } from '../rules/audit-chain.ts'
import type { Cells } from '../rules/export-redaction.ts'
import { rowDigest, TABLE_PASSES, type TablePart, tableParts } from './content.ts'
import type { TableName } from './history.ts'
import type { Sieve } from './sieve.ts'
import { SOURCES } from './sources.ts'
import { findUnfinished, keyOfParts, type Unfinished } from './unfinished-rows.ts'

/** Goes up when the same rows would be written in another way. */
const FORM = 3

/** What an earlier, unfinished export left to this one. */
export type Continued = { parts: BundlePart[]; taken: number; changed: TableName[] }

/** What is exported, for whom, and in which language its words are. */
export type What = { data: string; profile: string; language: Language }

/**
 * The tables of an export. A large one keeps each finished part, sealed for this store alone, beside its target; the same
 * export to the same target takes them over. Every row is read again before that: a table that is no longer as it was
 * written is written anew, so that the bundle shows one moment, that of its last attempt.
 */
export async function continuedParts(
  ctx: Ctx,
  sieve: Sieve,
  out: string,
  what: What,
  morePasses: number,
): Promise<Continued> {
  const plan = tableParts(sieve, what)
  sieve.takesPasses(TABLE_PASSES + morePasses)
  const begun = sieve.total < KEPT_FROM_ROWS ? undefined : await findUnfinished(ctx.db, out)
  const kept = begun && (await openOwn(ctx, begun, what))
  if (!kept) return { parts: plan.map(({ part }) => part), taken: 0, changed: [] }
  const changed = await compare(kept, sieve, plan)
  const parts: BundlePart[] = []
  let taken = 0
  for (const { part, tables, digest } of plan) {
    const size = tables.reduce((sum, table) => sum + (sieve.inStore.get(table) ?? 0), 0)
    // An empty table is written sooner than it is kept.
    if (size === 0) {
      parts.push(part)
      continue
    }
    if (await kept.isWhole(part.name)) {
      taken += kept.part(part.name).rows() ?? 0
      // The rows of a table went through when its digest was compared.
      if (!digest) sieve.passed(size)
    } else await kept.keep(part, () => (digest ? Object.fromEntries(tables.map((table) => [table, digest()])) : {}))
    parts.push(kept.part(part.name))
  }
  return { parts, taken, changed }
}

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
    const now = wasThere ? await digestOf(sieve.pages(source)) : undefined
    if (now !== undefined && now === before[table]) continue
    if (wasThere) changed.push(table)
    await kept.forget(plan.filter(({ tables }) => tables.includes(table)).map(({ part }) => part.name))
  }
  return changed
}

/** The kept parts of an export that was begun; undefined when their key does not open. */
export async function openOwn(ctx: Ctx, begun: Unfinished, what: What): Promise<KeptParts | undefined> {
  const key = await keyOfParts(ctx, begun)
  return key && openKeptParts(keptFolder(begun.out), key, aboutOf(ctx.desk, what))
}

/** The same for parts that may be taken over: same store, data, profile, language, and program. */
export function aboutOf({ open, host }: Desk, what: What): string {
  return sha256(canonicalText({ form: FORM, app: host.versions.app, store: open?.storeId ?? '', ...what }))
}

async function digestOf(pages: AsyncIterable<readonly Cells[]>): Promise<string> {
  const { take, end } = rowDigest()
  for await (const page of pages) take(page)
  return end()
}
