import { chainLinker } from '../crypto/chain-link.ts'
import { utf8 } from '../crypto/encoding.ts'
import { sha256 } from '../crypto/hash.ts'
import { type ChainHead, hashBody } from '../rules/audit-chain.ts'
import { AUDIT, CHAIN, CHAIN_HEAD, CHAIN_START } from './names.ts'
import { mapPages, type Pages } from './pages.ts'
import { type BundlePart, filePart, jsonlPart } from './parts.ts'

/** An entry of the chain: `shown` ones go out with their body, of the others nothing leaves but the body's hash. */
export type ProofEntry = { sequence: number; body: string; shown: boolean }

/** What an export proves about itself: the walk from one signed place in the chain to a later one. */
export type AuditProof = {
  /** The place before the first entry: a checkpoint with its signed note, or the chain's beginning (no note). */
  start: { head: ChainHead; note: string | null }
  /** The place after the last entry with its signed note. */
  end: { head: ChainHead; note: string }
  /** The entries between the two, in order; read twice. */
  entries: () => Pages<ProofEntry>
}

/** The files of a proof; throws when the entries do not lead from the start to the end. */
export function proofParts(proof: AuditProof): BundlePart[] {
  const { start, end } = proof
  return [
    jsonlPart(AUDIT, shownEntries(proof)),
    jsonlPart(CHAIN, chainLines(proof)),
    ...(start.note === null ? [] : [filePart(CHAIN_START, 'text', utf8(start.note))]),
    filePart(CHAIN_HEAD, 'text', utf8(end.note)),
  ]
}

function shownEntries(proof: AuditProof): Pages<{ sequence: number; body: string }> {
  return mapPages(proof.entries(), (page) =>
    page.filter(({ shown }) => shown).map(({ sequence, body }) => ({ sequence, body })),
  )
}

async function* chainLines(proof: AuditProof): AsyncGenerator<{ sequence: number; bodyHash: string }[]> {
  const link = chainLinker()
  let head = proof.start.head
  for await (const page of proof.entries()) {
    yield page.map(({ sequence, body }) => {
      if (sequence !== head.sequence + 1) throw new Error(`the audit chain has a gap before entry ${sequence}`)
      const bodyHash = hashBody(body, sha256)
      head = { sequence, hash: link(head.hash, sequence, bodyHash) }
      return { sequence, bodyHash }
    })
  }
  const { end } = proof
  if (head.sequence !== end.head.sequence || head.hash !== end.head.hash) {
    throw new Error('the audit chain does not lead to its signed head')
  }
}
