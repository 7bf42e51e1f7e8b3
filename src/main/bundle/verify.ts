import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { parseInstant } from '../../shared/time.ts'
import { keyIdText, type MinisignKey, minisignVerify, printPublicKey, readPublicKey } from '../crypto/minisign.ts'
import { type BundleText, checkAudit } from './audit-check.ts'
import { type Manifest, type ManifestFile, parseManifest, printSums } from './manifest.ts'
import { AUDIT, CLOSING_FILES, isReservedName, MANIFEST, PUBLIC_KEY, SIGNATURE, SUMS } from './names.ts'
import type { Problem } from './problems.ts'
import { rowCounter } from './rows.ts'
import type { ReadableFile } from './sealed-file.ts'
import { findForeignBytes, type ReadEntry, readEntry, readWhole, type Scan, scanZip, splitLines } from './zip-reader.ts'

/** How a bundle fared: `pinned` tells whether its key was compared with one known from elsewhere. */
export type Verification = {
  ok: boolean
  pinned: boolean
  /** Rows of the data files, without the proof's. */
  rows: number
  manifest: Manifest | null
  problems: Problem[]
}
export type VerifyOptions = {
  /** The store's public key from another source: the text of public-key.txt or its second line. */
  pinnedKey?: string
  maxBytes?: number
  maxHeldBytes?: number
}

const MIB = 1024 * 1024
/** No archive of ours is larger; its tables are checked while they are read, whatever their size. */
const MAX_BYTES = 1024 * 1024 * MIB
/** A document of JSON and the shown audit entries are held in memory. */
const MAX_HELD_BYTES = 512 * MIB
const MAX_TEXT_BYTES = 4 * MIB

type Opened = { file: ReadableFile; size: number; scan: Extract<Scan, { ok: true }>; byName: Map<string, ReadEntry> }
type Hashed = { sha256: string; rows: number | null; isCrcRight: boolean }

/**
 * Checks an export bundle from its bytes alone: no store, no native module, no libsodium under plain Node.
 * Every byte of the archive is covered, its container included.
 */
export async function verifyBundle(source: string | ReadableFile, options: VerifyOptions = {}): Promise<Verification> {
  const pinned = options.pinnedKey !== undefined
  const failed = (problem: Problem): Verification => ({
    ok: false,
    pinned,
    rows: 0,
    manifest: null,
    problems: [problem],
  })
  const own = typeof source === 'string' ? await open(source, 'r').catch(() => undefined) : undefined
  const file = typeof source === 'string' ? own : source
  if (!file) return failed({ code: 'unreadable', detail: 'the file cannot be opened' })
  try {
    const stat = await file.stat()
    if (!stat.isFile()) return failed({ code: 'unreadable', detail: 'this is no file' })
    const { size } = stat
    if (size > (options.maxBytes ?? MAX_BYTES)) return failed({ code: 'too-large', detail: 'the archive is too large' })
    const scan = await scanZip(file, size)
    if (!scan.ok) return failed({ code: 'archive', detail: scan.detail })
    if (scan.entries.length === 0) return failed({ code: 'archive', detail: 'this is no export bundle' })
    const byName = new Map(scan.entries.map((entry) => [entry.name, entry]))
    return { ...(await verifyContent({ file, size, scan, byName }, options)), pinned }
  } finally {
    await own?.close()
  }
}

async function verifyContent(
  opened: Opened,
  { pinnedKey, maxHeldBytes = MAX_HELD_BYTES }: VerifyOptions,
): Promise<Omit<Verification, 'pinned'>> {
  const bundle = textOf(opened)
  const manifestText = await bundle.text(MANIFEST)
  const manifest = parseManifest(manifestText ?? '') ?? null
  const problems: Problem[] = []
  if (!manifest) problems.push({ code: 'manifest', file: MANIFEST, detail: 'the manifest is missing or malformed' })
  const key = await checkSignature(bundle, manifestText ?? '', manifest, pinnedKey, problems)
  if (!manifest) return { ok: false, rows: 0, manifest, problems }
  const large = findLarge(opened, manifest, maxHeldBytes)
  if (large)
    return {
      ok: false,
      rows: 0,
      manifest,
      problems: [{ code: 'too-large', file: large, detail: 'the file is too large' }],
    }
  problems.push(...checkNames(opened, manifest))
  problems.push(...(await checkContainer(opened, manifest)))
  problems.push(...(await checkFiles(opened, manifest)))
  problems.push(...checkCounts(manifest))
  if (key) problems.push(...(await checkAudit(manifest, key.publicKey, bundle)))
  const data = manifest.files.filter((entry) => !isReservedName(entry.name))
  const rows = data.reduce((sum, entry) => sum + (entry.rows ?? 0), 0)
  return { ok: problems.length === 0, rows, manifest, problems }
}

async function checkSignature(
  bundle: BundleText,
  manifestText: string,
  manifest: Manifest | null,
  pinnedKey: string | undefined,
  problems: Problem[],
): Promise<MinisignKey | undefined> {
  const keyText = (await bundle.text(PUBLIC_KEY)) ?? ''
  const key = readPublicKey(keyText)
  if (!key || printPublicKey(key) !== keyText) {
    problems.push({ code: 'public-key', file: PUBLIC_KEY, detail: 'the public key is missing or malformed' })
    return undefined
  }
  const pinned = pinnedKey === undefined ? key : readPublicKey(pinnedKey)
  if (!pinned || printPublicKey(pinned) !== keyText) {
    problems.push({
      code: 'key-not-pinned',
      file: PUBLIC_KEY,
      detail: 'the bundle is signed with another key than yours',
    })
  }
  const signature = (await bundle.text(SIGNATURE)) ?? ''
  const isSigned = await minisignVerify(key, Buffer.from(manifestText), signature)
  if (!isSigned || (manifest && manifest.keyId !== keyIdText(key.keyId))) {
    problems.push({ code: 'signature', file: SIGNATURE, detail: 'the manifest is not signed with the public key' })
  }
  return key
}

function findLarge({ byName }: Opened, { files }: Manifest, maxBytes: number): string | undefined {
  const held = files.filter(({ name, kind }) => kind === 'json' || name === AUDIT)
  return held.find(({ name }) => (byName.get(name)?.size ?? 0) > maxBytes)?.name
}

function checkNames({ scan, byName }: Opened, manifest: Manifest): Problem[] {
  const expected = [...manifest.files.map((file) => file.name), ...CLOSING_FILES]
  const known = new Set(expected)
  const problems: Problem[] = []
  for (const name of expected)
    if (!byName.has(name)) problems.push({ code: 'missing', file: name, detail: 'the file is missing' })
  for (const { name } of scan.entries) {
    if (!known.has(name)) problems.push({ code: 'extra', file: name, detail: 'the manifest does not know this file' })
  }
  const isInOrder = scan.entries.map((entry) => entry.name).join('/') === expected.join('/')
  if (problems.length === 0 && !isInOrder) problems.push({ code: 'order', detail: 'the files are not in their order' })
  return problems
}

async function checkContainer({ file, size, scan }: Opened, manifest: Manifest): Promise<Problem[]> {
  const detail = await findForeignBytes(file, size, scan, parseInstant(manifest.createdAt) ?? 0)
  return detail === undefined ? [] : [{ code: 'archive', detail }]
}

async function checkFiles(opened: Opened, manifest: Manifest): Promise<Problem[]> {
  const problems: Problem[] = []
  const listed = new Map(manifest.files.map((file) => [file.name, file]))
  const sums: { name: string; sha256: string }[] = []
  for (const entry of opened.scan.entries) {
    const expected = listed.get(entry.name)
    const found = await hashEntry(opened.file, entry, expected)
    if (expected) problems.push(...compareFile(expected, entry, found))
    if (!found.isCrcRight)
      problems.push({ code: 'hash', file: entry.name, detail: 'the checksum in the archive does not fit' })
    if (entry.name !== SUMS) sums.push({ name: entry.name, sha256: found.sha256 })
  }
  if ((await textOf(opened).text(SUMS)) !== printSums(sums)) {
    problems.push({ code: 'sums', file: SUMS, detail: 'the list of SHA-256 sums does not fit the files' })
  }
  return problems
}

function compareFile(expected: ManifestFile, entry: ReadEntry, found: Hashed): Problem[] {
  const file = expected.name
  if (entry.size !== expected.size) return [{ code: 'size', file, detail: 'the file has another size' }]
  if (found.sha256 !== expected.sha256) return [{ code: 'hash', file, detail: 'the file was changed' }]
  if (found.rows !== expected.rows) return [{ code: 'rows', file, detail: 'the file has another number of rows' }]
  return []
}

/** What left and what was held back make up what the store held, and the tables have the rows that left. */
function checkCounts(manifest: Manifest): Problem[] {
  if (manifest.version === 1) return []
  const rowsOf = new Map(manifest.files.map(({ name, rows }) => [name, rows]))
  return manifest.counts.flatMap(({ table, inStore, left, heldBack }): Problem[] => {
    const file = `${table.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.csv`
    if (left + heldBack !== inStore) return [{ code: 'counts', file, detail: 'the counts are not those of the store' }]
    if (rowsOf.get(file) !== left) return [{ code: 'counts', file, detail: 'not as many rows as have left' }]
    return []
  })
}

async function hashEntry(file: ReadableFile, entry: ReadEntry, expected: ManifestFile | undefined): Promise<Hashed> {
  const digest = createHash('sha256')
  const counter = rowCounter(expected?.kind ?? 'text')
  let crc = 0
  for await (const piece of readEntry(file, entry)) {
    digest.update(piece)
    crc = crc32(piece, crc)
    counter.take(piece)
  }
  return { sha256: digest.digest('hex'), rows: counter.rows(), isCrcRight: crc === entry.crc }
}

function textOf({ file, byName }: Opened): BundleText {
  return {
    lines(name) {
      const entry = byName.get(name)
      return entry && splitLines(readEntry(file, entry), MAX_TEXT_BYTES)
    },
    async text(name) {
      const entry = byName.get(name)
      if (!entry || entry.size > MAX_TEXT_BYTES) return undefined
      const bytes = await readWhole(file, entry)
      const text = bytes.toString('utf8')
      return Buffer.from(text).equals(bytes) ? text : undefined
    },
  }
}
