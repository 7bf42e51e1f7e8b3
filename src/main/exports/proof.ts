import { checkpointBefore, readChain } from '../audit/queries.ts'
import type { AuditProof, ProofEntry } from '../bundle/audit-proof.ts'
import { sha256 } from '../crypto/hash.ts'
import { type ChainHead, genesisHead, parseCheckpoint } from '../rules/audit-chain.ts'
import type { Db } from '../store/types.ts'

const BATCH = 2000

/**
 * The walk through the audit chain that an export carries: from the signed checkpoint before the first entry shown
 * to the signed head. Entries about others, or whose bodies the recipient may not have, go along as hashes only.
 */
export async function chainProof(
  db: Db,
  storeId: string,
  shown: readonly number[],
  end: { head: ChainHead; note: string },
): Promise<AuditProof> {
  const own = new Set(shown)
  const first = Math.min(shown[0] ?? end.head.sequence, end.head.sequence)
  const start = await startBefore(db, storeId, first - 1)
  return {
    start,
    end,
    entries: async function* (): AsyncGenerator<ProofEntry[]> {
      let after = start.head.sequence
      while (after < end.head.sequence) {
        const rows = await readChain(db, after, BATCH)
        yield rows
          .filter(({ sequence }) => sequence <= end.head.sequence)
          .map(({ sequence, body }) => ({ sequence, body, shown: own.has(sequence) }))
        after = rows.at(-1)?.sequence ?? end.head.sequence
      }
    },
  }
}

async function startBefore(db: Db, storeId: string, sequence: number): Promise<AuditProof['start']> {
  const checkpoint = await checkpointBefore(db, sequence)
  const parsed = checkpoint && parseCheckpoint(`${checkpoint.note.split('\n').slice(0, 3).join('\n')}\n`)
  if (!checkpoint || !parsed) return { head: genesisHead(storeId, sha256), note: null }
  return { head: parsed.head, note: checkpoint.note }
}
