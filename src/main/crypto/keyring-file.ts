import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { canonicalText, type JsonValue } from '../rules/audit-chain.ts'
import { writeDurably } from './durable-file.ts'
import { utf8 } from './encoding.ts'
import { sha256 } from './hash.ts'
import { isCovered, type StoredKeyring, storedKeyring } from './keyring-cover.ts'
import { KeyringError } from './keyring-model.ts'

/** What was read, and whether the other copy was missing, damaged or older and has been written again. */
export type KeyringRead = { keyring: StoredKeyring; healed: boolean }
type Copy = { state: 'good'; keyring: StoredKeyring } | { state: 'missing' | 'damaged' | 'newer-version' }

const MAX_BYTES = 64 * 1024 * 1024
const FORMAT = 'vip-desk-keyring-file'
/** Programs that know no covers take a covered keyring for one of a newer program, and leave it alone. */
const [PLAIN, COVERED] = [1, 2]
// The envelope and its checksum stay as they are in every version, so that damage never looks like a newer program's file.
const envelope = z.object({
  format: z.literal(FORMAT),
  version: z.number().int().min(1),
  keyring: z.json(),
  sha256: z.string(),
})

/** Where the second copy of a keyring file is. */
export function keyringCopyPath(path: string): string {
  return `${path}.copy`
}

/** True when either copy of the keyring is there. */
export function keyringExists(path: string): boolean {
  return existsSync(path) || existsSync(keyringCopyPath(path))
}

/**
 * Reads the keyring from its two copies: the good one when the other is damaged, the later when a crash came between.
 * Throws KeyringError: missing, damaged (both), or newer-version (written by a later program; nothing is changed).
 */
export function readKeyring(path: string): KeyringRead {
  const paths = [path, keyringCopyPath(path)]
  const copies = paths.map(readCopy)
  if (copies.some((copy) => copy.state === 'newer-version')) throw new KeyringError('newer-version')
  const good = copies.flatMap((copy) => (copy.state === 'good' ? [copy.keyring] : []))
  const [latest] = good.sort((a, b) => b.revision - a.revision)
  if (!latest) throw new KeyringError(copies.every((copy) => copy.state === 'missing') ? 'missing' : 'damaged')
  const stale = paths.filter((_, index) => !isSame(copies[index], latest))
  for (const stalePath of stale) writeDurably(stalePath, encode(latest))
  return { keyring: latest, healed: stale.length > 0 }
}

/** Writes both copies, one durably after the other, so that at every moment one of them is whole. */
export function writeKeyring(path: string, keyring: StoredKeyring): void {
  const bytes = encode(storedKeyring.parse(keyring))
  writeDurably(path, bytes)
  writeDurably(keyringCopyPath(path), bytes)
}

function encode(keyring: StoredKeyring): Uint8Array {
  const file = { format: FORMAT, version: isCovered(keyring) ? COVERED : PLAIN, keyring }
  return utf8(`${JSON.stringify({ ...file, sha256: checksum(file) }, null, 2)}\n`)
}

function checksum(file: { format: string; version: number; keyring: JsonValue }): string {
  return sha256(utf8(canonicalText(file)))
}

function readCopy(path: string): Copy {
  const bytes = readIfThere(path)
  if (!bytes) return { state: 'missing' }
  const value = bytes.length > MAX_BYTES ? undefined : parseJson(bytes)
  const file = envelope.safeParse(value)
  if (!file.success) return { state: 'damaged' }
  const { sha256: claimed, ...checked } = file.data
  if (checksum(checked) !== claimed) return { state: 'damaged' }
  if (checked.version > COVERED) return { state: 'newer-version' }
  const keyring = storedKeyring.safeParse(checked.keyring)
  return keyring.success ? { state: 'good', keyring: keyring.data } : { state: 'damaged' }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function isSame(copy: Copy | undefined, latest: StoredKeyring): boolean {
  return copy?.state === 'good' && canonicalText(copy.keyring) === canonicalText(latest)
}
