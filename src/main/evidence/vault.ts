import fs from 'node:fs/promises'
import path from 'node:path'
import type { HeldFile } from '../../shared/evidence/contract.ts'
import { EVIDENCE_MAX_BYTES } from '../../shared/evidence/kinds.ts'
import { refuse } from '../../shared/failure.ts'
import { sha256 } from '../crypto/hash.ts'
import { openFile } from '../crypto/sealed-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { canonicalText } from '../rules/audit-chain.ts'
import { keptName } from '../rules/evidence.ts'
import { type EvidenceRecord, piecesOf } from './queries.ts'

/** A file to be attached, wherever it comes from; a larger one than may be kept is not read, only measured. */
export async function readOffered(file: string | HeldFile): Promise<{ name: string; size: number; bytes: Uint8Array }> {
  if (typeof file !== 'string') return { name: keptName(file.name), size: file.bytes.length, bytes: file.bytes }
  const name = keptName(path.basename(file))
  const handle = await fs.open(file, 'r')
  try {
    const about = await handle.stat()
    if (!about.isFile()) refuse('evidence-kind', { name })
    if (about.size > EVIDENCE_MAX_BYTES) return { name, size: about.size, bytes: new Uint8Array() }
    const bytes = new Uint8Array(await handle.readFile())
    return { name, size: bytes.length, bytes }
  } finally {
    await handle.close()
  }
}

/** The facts that a file's key is bound to: change one of them in the store and the content no longer opens. */
export function factsOf(
  row: Pick<EvidenceRecord, 'id' | 'caseId' | 'name' | 'kind' | 'size' | 'sha256' | 'addedAt' | 'addedBy'>,
): string {
  const { id, caseId, name, kind, size, sha256: digest, addedAt, addedBy } = row
  return canonicalText({ id, caseId, name, kind, size, sha256: digest, addedAt, addedBy })
}

/** The content of a piece exactly as it was attached, or undefined when anything about it was altered or is missing. */
export async function contentOf(ctx: Ctx, row: EvidenceRecord): Promise<Uint8Array | undefined> {
  return openSealed(ctx, factsOf(row), row, await piecesOf(ctx.db, row))
}

/** Content that was sealed under these facts exactly as it was, or undefined when anything about it was altered or is missing. */
export async function openSealed(
  ctx: Ctx,
  about: string,
  file: { size: number; sha256: string; sealedKey: string },
  pieces: readonly Uint8Array[],
): Promise<Uint8Array | undefined> {
  const content = openFile(await dataKeyOf(ctx), about, file.sealedKey, pieces)
  return content && content.length === file.size && sha256(content) === file.sha256 ? content : undefined
}

/** The key that the keys of attached files are wrapped with; refuses when another desk has renewed it meanwhile. */
export async function dataKeyOf(ctx: Ctx): Promise<Uint8Array> {
  const { dataKey, keyring, place } = ctx.desk.open?.keys ?? refuse('store-missing')
  await place.latest(keyring, ctx.db)
  return dataKey
}
