import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { formatInstant, type Instant } from '../../shared/time.ts'
import { utf8 } from '../crypto/encoding.ts'
import { keyIdText, type MinisignSigner, minisign, printPublicKey } from '../crypto/minisign.ts'
import type { ChainHead } from '../rules/audit-chain.ts'
import { type Sealing, writeAge } from './age.ts'
import { type AuditProof, proofParts } from './audit-proof.ts'
import { type Manifest, type ManifestFile, type NewManifest, printManifest, printSums } from './manifest.ts'
import { AUDIT, isReservedName, MANIFEST, PUBLIC_KEY, SIGNATURE, SUMS } from './names.ts'
import type { BundlePart } from './parts.ts'
import { openSealed, type SealedFile } from './sealed-file.ts'
import { type Added, createZip, type ZipWriter } from './zip-writer.ts'

const CHUNK = 1024 * 1024

/** What the manifest says about an export. */
export type BundleMeta = Pick<NewManifest, 'storeId' | 'requester' | 'purpose' | 'watermark' | 'subject'> & {
  createdAt: Instant
  range: { from: Instant | null; to: Instant | null }
  destroyBy?: string | null
  redaction?: NewManifest['redaction']
  /** Asked when every row has gone through; throws when they are not those of the store. */
  counts?: () => NewManifest['counts']
}

/** A written bundle: its size and SHA-256 as a file, the data rows in it and the audit head it is tied to. */
export type WrittenBundle = {
  path: string
  size: number
  sha256: string
  rows: number
  head: ChainHead
  files: ManifestFile[]
}

/**
 * Writes a signed export bundle: data files, the proof from the audit chain, manifest, signature, key and sums.
 * It appears at `path` whole or not at all; an encrypted one is never on the disk in clear. S3-133.
 */
export async function writeBundle(
  path: string,
  content: { parts: readonly BundlePart[]; proof: AuditProof },
  signer: MinisignSigner,
  meta: BundleMeta,
  sealing?: Sealing,
): Promise<WrittenBundle> {
  for (const { name } of content.parts) if (isReservedName(name)) throw new RangeError(`reserved file name: ${name}`)
  const working = sealing ? `${path}.sealed` : path
  let sealed: SealedFile | undefined
  const openFile = async (name: string) => {
    sealed = await openSealed(name)
    // Still needed to be read when the archive has been finished.
    return { ...sealed, close: async () => undefined }
  }
  const zip = await createZip(working, meta.createdAt, sealing && openFile)
  try {
    const files = await addParts(zip, [...content.parts, ...proofParts(content.proof)])
    await addClosingFiles(zip, files, manifestOf(files, content.proof, signer, meta), signer)
    await zip.finish()
    if (sealing && sealed) await writeAge(path, sealing, sealed.bytes())
    const rows = files.slice(0, content.parts.length).reduce((sum, file) => sum + (file.rows ?? 0), 0)
    return { path, ...(await hashFile(path)), rows, head: content.proof.end.head, files }
  } finally {
    await zip.discard()
    await sealed?.close()
    if (sealing) await rm(working, { force: true })
  }
}

async function addParts(zip: ZipWriter, parts: readonly BundlePart[]): Promise<ManifestFile[]> {
  const files: ManifestFile[] = []
  for (const { name, kind, chunks, rows, size: known } of parts) {
    const { size, sha256 } = await zip.add(name, chunks, known)
    files.push({ name, kind, size, sha256, rows: rows() })
  }
  return files
}

function manifestOf(files: ManifestFile[], proof: AuditProof, signer: MinisignSigner, meta: BundleMeta): Manifest {
  const { storeId, createdAt, requester, purpose, watermark, subject, range, destroyBy, redaction, counts } = meta
  const shown = files.find((file) => file.name === AUDIT)?.rows ?? 0
  return {
    format: 'vip-desk-export',
    version: 2,
    storeId,
    keyId: keyIdText(signer.keyId),
    createdAt: formatInstant(createdAt),
    requester: { id: requester.id, name: requester.name },
    purpose,
    watermark,
    subject: { kind: subject.kind, id: subject.id },
    range: { from: optionalInstant(range.from), to: optionalInstant(range.to) },
    destroyBy: destroyBy ?? null,
    redaction: redaction ?? { profile: 'archive', replaced: [], without: [] },
    counts: counts?.() ?? [],
    audit: { start: placeOf(proof.start.head), head: placeOf(proof.end.head), shown },
    files,
  }
}

async function addClosingFiles(
  zip: ZipWriter,
  files: readonly ManifestFile[],
  manifest: Manifest,
  signer: MinisignSigner,
): Promise<void> {
  const bytes = utf8(printManifest(manifest))
  const trusted = `created:${manifest.createdAt}\tfile:${MANIFEST}\tstore:${manifest.storeId}\thashed`
  const closing: Added[] = [
    await zip.add(MANIFEST, [bytes]),
    await zip.add(SIGNATURE, [utf8(await minisign(signer, bytes, trusted))]),
    await zip.add(PUBLIC_KEY, [utf8(printPublicKey(signer))]),
  ]
  await zip.add(SUMS, [utf8(printSums([...files, ...closing]))])
}

async function hashFile(path: string): Promise<{ size: number; sha256: string }> {
  const file = await open(path)
  try {
    const digest = createHash('sha256')
    const chunk = Buffer.alloc(CHUNK)
    let size = 0
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK, size)
      if (bytesRead === 0) return { size, sha256: digest.digest('hex') }
      digest.update(chunk.subarray(0, bytesRead))
      size += bytesRead
    }
  } finally {
    await file.close()
  }
}

function placeOf({ sequence, hash }: ChainHead): ChainHead {
  return { sequence, hash }
}

function optionalInstant(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at)
}
