import { chainLinker } from '../crypto/chain-link.ts'
import { openCheckpoint } from '../crypto/checkpoint-note.ts'
import { sha256 } from '../crypto/hash.ts'
import { type ChainHead, checkChain, genesisHead } from '../rules/audit-chain.ts'
import type { Db } from '../store/types.ts'
import { type Anchored, readAnchors, readChain, readCheckpoints } from './queries.ts'

const BATCH = 5000

export type ChainReport = {
  ok: boolean
  entries: number
  checkpoints: number
  head: ChainHead
  problem: { sequence: number; reason: 'sequence' | 'hash' | 'checkpoint' | 'anchor' } | null
  /** The newest place of the chain that was sent out, with which it was compared; null when none ever was. */
  anchor: Anchored | null
}

type Steps = { progress: (done: number) => void; signal: AbortSignal }

/**
 * Recomputes the chain, from its beginning or from a verified place on, and compares it with every signed checkpoint and
 * every place that was sent out on the way.
 */
export async function walkChain(
  db: Db,
  storeId: string,
  publicKey: Uint8Array,
  { progress, signal }: Steps,
  start: ChainHead = genesisHead(storeId, sha256),
): Promise<ChainReport> {
  const notes = new Map((await readCheckpoints(db)).map(({ seq, note }) => [seq, note]))
  const sent = await readAnchors(db)
  const anchored = new Map(sent.map(({ sequence, hash }) => [sequence, hash]))
  let head = start
  let checkpoints = 0
  const report = (entries: number, problem: ChainReport['problem']): ChainReport => ({
    ...{ ok: problem === null, entries, checkpoints, head, problem },
    anchor: sent.at(0) ?? null,
  })
  const reasonAt = (seq: number, hash: string): 'checkpoint' | 'anchor' | undefined => {
    const note = notes.get(seq)
    if (note !== undefined && !isSigned(publicKey, note, { sequence: seq, hash })) return 'checkpoint'
    if (note !== undefined) checkpoints += 1
    return (anchored.get(seq) ?? hash) === hash ? undefined : 'anchor'
  }
  const link = chainLinker()
  for (;;) {
    signal.throwIfAborted()
    const rows = await readChain(db, head.sequence, BATCH)
    if (rows.length === 0) break
    const result = checkChain(rows, head, sha256, link)
    head = result.head
    if (!result.ok) return report(head.sequence, { sequence: result.sequence, reason: result.reason })
    for (const { sequence, hash } of rows) {
      const reason = reasonAt(sequence, hash)
      if (reason) return report(sequence, { sequence, reason })
    }
    progress(head.sequence)
  }
  const note = [...notes.keys()].find((seq) => seq > head.sequence)
  if (note !== undefined) return report(head.sequence, { sequence: note, reason: 'checkpoint' })
  const place = sent.find(({ sequence }) => sequence > head.sequence)
  return report(head.sequence, place ? { sequence: place.sequence, reason: 'anchor' } : null)
}

function isSigned(publicKey: Uint8Array, note: string, { sequence, hash }: ChainHead): boolean {
  const signed = openCheckpoint(publicKey, note)
  return signed?.head.hash === hash && signed.head.sequence === sequence
}
