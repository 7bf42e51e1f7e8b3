import { z } from 'zod'
import { type StartCheck, startCheck } from '../../shared/audit/start-check.ts'
import { instant } from '../../shared/time.ts'
import { openCheckpoint, signCheckpoint } from '../crypto/checkpoint-note.ts'
import { sha256 } from '../crypto/hash.ts'
import { sign } from '../crypto/signing.ts'
import { requireOpen } from '../engine/desk.ts'
import type { Handler } from '../engine/handler.ts'
import { type ChainHead, checkpointOrigin, genesisHead } from '../rules/audit-chain.ts'
import type { Db } from '../store/types.ts'
import { countUpTo, hashAt } from './queries.ts'
import { walkChain } from './walk.ts'

const KEPT_AS = 'auditVerified'

const kept = z.object({ at: instant, last: startCheck, note: z.string().nullable() })
type Kept = z.output<typeof kept>

/** What the note of a verified place is signed as, so that no checkpoint passes for one. */
const originOf = (storeId: string) => `${checkpointOrigin(storeId)}/verified`

/**
 * Walks the chain from the place that the last verification reached. It finds what was changed, put in or taken out after
 * that place, a chain that ends before it or has another hash there, and rows missing before it. A row before the place
 * whose body was changed and whose hash was left is found by the full verification only. The place is signed: one that is
 * missing or was changed only makes this walk begin at the first entry.
 */
export const verifyRecent: Handler<'audit.verifyRecent'> = async ({ db, desk, progress, signal }) => {
  const { storeId, keys, head } = requireOpen(desk)
  const { publicKey } = keys.signing
  const before = await readKept(db)
  const note = before === 'unreadable' ? null : (before?.note ?? null)
  const place = note === null ? undefined : placeIn(note, publicKey, storeId)
  const isMarkChanged = before === 'unreadable' || (note !== null && !place)
  const start = place ?? genesisHead(storeId, sha256)
  const wrong = place && (await wrongAt(db, place))
  if (wrong) return { after: start.sequence, upTo: start.sequence, hash: start.hash, problem: wrong }
  const steps = { progress: (done: number) => progress(done, head.sequence), signal }
  const walked = await walkChain(db, storeId, publicKey, steps, start)
  const mark = isMarkChanged ? ({ sequence: 0, reason: 'mark' } as const) : null
  const { sequence, hash } = walked.head
  return { after: start.sequence, upTo: sequence, hash, problem: walked.problem ?? mark }
}

/** Keeps how it fared; the place moves on only over what was found whole. */
export const noteVerified: Handler<'audit.noteVerified'> = async ({ db, desk, now }, last) => {
  const { storeId, keys } = requireOpen(desk)
  const { signing } = keys
  const before = await readKept(db)
  const isWhole = last.problem === null || last.problem.reason === 'mark'
  const signer = { publicKey: signing.publicKey, sign: (bytes: Uint8Array) => sign(signing, bytes) }
  const reached = { origin: originOf(storeId), head: { sequence: last.upTo, hash: last.hash } }
  const noteBefore = before === 'unreadable' ? null : (before?.note ?? null)
  const value = JSON.stringify({
    at: now,
    last,
    note: isWhole ? signCheckpoint(signer, reached) : noteBefore,
  } satisfies Kept)
  await db
    .insertInto('meta')
    .values({ key: KEPT_AS, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return null
}

export const lastVerified: Handler<'audit.lastVerified'> = async ({ db }) => {
  const before = await readKept(db)
  return before && before !== 'unreadable' ? { ...before.last, at: before.at } : null
}

async function readKept(db: Db): Promise<Kept | 'unreadable' | undefined> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', KEPT_AS).executeTakeFirst()
  if (!row) return undefined
  try {
    return kept.parse(JSON.parse(row.value))
  } catch {
    return 'unreadable'
  }
}

function placeIn(note: string, publicKey: Uint8Array, storeId: string): ChainHead | undefined {
  const signed = openCheckpoint(publicKey, note)
  return signed?.origin === originOf(storeId) ? signed.head : undefined
}

async function wrongAt(db: Db, { sequence, hash }: ChainHead): Promise<StartCheck['problem'] | undefined> {
  if (sequence === 0) return undefined
  const there = await hashAt(db, sequence)
  if (there === undefined) return { sequence, reason: 'sequence' }
  if (there !== hash) return { sequence, reason: 'hash' }
  return (await countUpTo(db, sequence)) === sequence ? undefined : { sequence, reason: 'sequence' }
}
