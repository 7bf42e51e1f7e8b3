import { chainLinker } from '../crypto/chain-link.ts'
import { openCheckpoint } from '../crypto/checkpoint-note.ts'
import { sha256 } from '../crypto/hash.ts'
import { type ChainHead, checkChain, genesisHead } from '../rules/audit-chain.ts'
import type { Db } from '../store/types.ts'
import { readChain, readCheckpoints } from './queries.ts'

const BATCH = 5000

export type ChainReport = {
  ok: boolean
  entries: number
  checkpoints: number
  head: ChainHead
  problem: { sequence: number; reason: 'sequence' | 'hash' | 'checkpoint' } | null
}

type Steps = { progress: (done: number) => void; signal: AbortSignal }

/** Recomputes the whole chain from its beginning and checks every signed checkpoint against it. */
export async function walkChain(
  db: Db,
  storeId: string,
  publicKey: Uint8Array,
  { progress, signal }: Steps,
): Promise<ChainReport> {
  const checkpoints = new Map((await readCheckpoints(db)).map(({ seq, note }) => [seq, note]))
  let head = genesisHead(storeId, sha256)
  const link = chainLinker()
  let checked = 0
  for (;;) {
    signal.throwIfAborted()
    const rows = await readChain(db, head.sequence, BATCH)
    if (rows.length === 0) break
    const result = checkChain(rows, head, sha256, link)
    if (!result.ok)
      return {
        ok: false,
        entries: result.head.sequence,
        checkpoints: checked,
        head: result.head,
        problem: { sequence: result.sequence, reason: result.reason },
      }
    for (const { sequence: seq, hash } of rows) {
      const note = checkpoints.get(seq)
      if (note === undefined) continue
      const signed = openCheckpoint(publicKey, note)
      if (signed?.head.hash !== hash || signed.head.sequence !== seq)
        return {
          ok: false,
          entries: seq,
          checkpoints: checked,
          head: result.head,
          problem: { sequence: seq, reason: 'checkpoint' },
        }
      checked += 1
    }
    head = result.head
    progress(head.sequence)
  }
  const beyond = [...checkpoints.keys()].find((seq) => seq > head.sequence)
  if (beyond !== undefined)
    return {
      ok: false,
      entries: head.sequence,
      checkpoints: checked,
      head,
      problem: { sequence: beyond, reason: 'checkpoint' },
    }
  return { ok: true, entries: head.sequence, checkpoints: checked, head, problem: null }
}
