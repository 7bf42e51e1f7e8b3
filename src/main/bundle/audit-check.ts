import { z } from 'zod'
import { openCheckpoint } from '../crypto/checkpoint-note.ts'
import { utf8 } from '../crypto/encoding.ts'
import { sha256 } from '../crypto/hash.ts'
import { type ChainHead, checkpointOrigin, genesisHash, hashBody, linkBodyHash } from '../rules/audit-chain.ts'
import type { Manifest } from './manifest.ts'
import { AUDIT, CHAIN, CHAIN_HEAD, CHAIN_START } from './names.ts'
import type { Problem } from './problems.ts'

/** A member's lines, each within the caller's limit. */
export type Lines = AsyncIterable<string>
/** How the check reads the bundle; undefined for a file that is not there. */
export type BundleText = {
  lines: (name: string) => Lines | undefined
  text: (name: string) => Promise<string | undefined>
}

const sequence = z.number().int().min(1)
const shownLine = z.strictObject({ sequence, body: z.string() })
const chainLine = z.strictObject({ sequence, bodyHash: z.string().regex(/^[0-9a-f]{64}$/) })

/** Walks the chain from the signed (or first) place before to the signed head after; all shown bodies must be in it. */
export async function checkAudit(manifest: Manifest, publicKey: Uint8Array, bundle: BundleText): Promise<Problem[]> {
  const problems = await checkPlaces(manifest, publicKey, bundle)
  const shown = await readShown(bundle.lines(AUDIT))
  if (!shown)
    return [...problems, { code: 'audit', file: AUDIT, detail: 'the entries are not one JSON record a line in order' }]
  if (shown.size !== manifest.audit.shown) {
    problems.push({ code: 'audit', file: AUDIT, detail: 'the number of entries is not the one in the manifest' })
  }
  const walk = await walkChain(manifest.audit.start, bundle.lines(CHAIN), shown)
  if (walk.problem) return [...problems, walk.problem]
  const { head } = manifest.audit
  if (walk.head.sequence !== head.sequence || walk.head.hash !== head.hash) {
    problems.push({ code: 'chain', file: CHAIN, detail: 'the chain does not lead to the head in the manifest' })
  }
  if (shown.size > 0) problems.push({ code: 'audit', file: AUDIT, detail: 'an entry lies outside the chain' })
  return problems
}

async function checkPlaces(manifest: Manifest, publicKey: Uint8Array, bundle: BundleText): Promise<Problem[]> {
  const { storeId, audit } = manifest
  const isSigned = async (file: string, place: ChainHead) => {
    const checkpoint = openCheckpoint(publicKey, (await bundle.text(file)) ?? '')
    const isOurs = checkpoint?.origin === checkpointOrigin(storeId)
    return isOurs && checkpoint.head.sequence === place.sequence && checkpoint.head.hash === place.hash
  }
  const problems: Problem[] = []
  if (audit.start.sequence === 0) {
    if (audit.start.hash !== genesisHash(storeId, sha256)) {
      problems.push({ code: 'checkpoint', detail: "the chain does not begin at this store's beginning" })
    }
  } else if (!(await isSigned(CHAIN_START, audit.start))) {
    problems.push({ code: 'checkpoint', file: CHAIN_START, detail: 'the place before the entries is not signed' })
  }
  if (!(await isSigned(CHAIN_HEAD, audit.head))) {
    problems.push({ code: 'checkpoint', file: CHAIN_HEAD, detail: 'the head after the entries is not signed' })
  }
  return problems
}

async function readShown(lines: Lines | undefined): Promise<Map<number, string> | undefined> {
  const shown = new Map<number, string>()
  let last = 0
  for await (const line of lines ?? []) {
    const entry = parseLine(shownLine, line)
    if (!entry || entry.sequence <= last) return undefined
    shown.set(entry.sequence, hashBody(utf8(entry.body), sha256))
    last = entry.sequence
  }
  return shown
}

/** Takes each shown entry out of the map when the chain has passed it. */
async function walkChain(start: ChainHead, lines: Lines | undefined, shown: Map<number, string>) {
  let head = start
  for await (const line of lines ?? []) {
    const entry = parseLine(chainLine, line)
    const next = head.sequence + 1
    const problem: Problem = { code: 'chain', file: CHAIN, detail: `entry ${next} is missing or was moved` }
    if (entry?.sequence !== next) return { head, problem }
    const shownHash = shown.get(next)
    if (shownHash !== undefined && shownHash !== entry.bodyHash) {
      return { head, problem: { code: 'audit', file: AUDIT, detail: `entry ${next} was changed` } satisfies Problem }
    }
    shown.delete(next)
    head = { sequence: next, hash: linkBodyHash(head.hash, next, entry.bodyHash, sha256) }
  }
  return { head, problem: undefined }
}

function parseLine<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    return schema.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
