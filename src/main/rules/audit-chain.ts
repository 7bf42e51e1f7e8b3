/** SHA-256 of some bytes, or of a text's UTF-8, as 64 lower-case hexadecimal digits; handed in, so that this file stays pure. */
export type Sha256 = (data: Uint8Array | string) => string

/** The hash of an entry from the hash before it, its sequence number and the hash of its body; see linkHash. */
export type LinkHash = (previous: string, sequence: number, bodyHash: string) => string

/** A value that survives JSON unchanged; properties that are undefined are left out. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
export type JsonObject = { readonly [key: string]: JsonValue | undefined }

/** A place in the chain: the number of entries so far and the hash of the last of them (hexadecimal). */
export type ChainHead = { sequence: number; hash: string }

/** One stored entry: with its body, or redacted to the hash of its body. */
export type ChainEntry = { sequence: number; hash: string } & ({ body: Uint8Array | string } | { bodyHash: string })

/** The head reached, or the first sequence number at which the chain is not what was written. */
export type ChainCheck =
  | { ok: true; head: ChainHead }
  | { ok: false; sequence: number; reason: 'sequence' | 'hash'; head: ChainHead }

/** What every link begins with. */
export const LINK_DOMAIN = 'vip-desk audit link v1\n'
const GENESIS_DOMAIN = 'vip-desk audit genesis v1\n'
const HASH_FORM = /^[0-9a-f]{64}$/
const CHECKPOINT_FORM = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/
const NO_DIGIT = 16
// By character code: a long chain would spend half of its verification on a slower way to read digits.
const DIGITS = Uint8Array.from({ length: 103 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code))
  return digit < 0 ? NO_DIGIT : digit
})
const encoder = new TextEncoder()
const linkDomain = encoder.encode(LINK_DOMAIN)

/**
 * The one text of an audit body: JSON without blanks, keys sorted by UTF-16 code units, well-formed strings only
 * (a lone surrogate would change when stored). Throws TypeError for what JSON cannot hold (NaN, bigint, functions).
 */
export function canonicalText(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'string') return JSON.stringify(wellFormed(value))
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value !== 'object') throw new TypeError(`an audit body cannot hold a ${typeof value}`)
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`
  return canonicalObject(value)
}

/** The bytes that are hashed and stored: canonicalText as UTF-8. Bodies carry a random id, so that no hash can be guessed back. */
export function canonicalBody(value: JsonObject): Uint8Array {
  return encoder.encode(canonicalText(value))
}

/** SHA-256 of a body, which stands for it where the body itself is left out (hexadecimal). */
export function hashBody(body: Uint8Array | string, sha256: Sha256): string {
  return sha256(body)
}

/** The hash before the first entry; names the store, so that one store's chain cannot pass for another's. */
export function genesisHash(storeId: string, sha256: Sha256): string {
  return sha256(encoder.encode(GENESIS_DOMAIN + wellFormed(storeId)))
}

/** The place before the first entry of a store's chain. */
export function genesisHead(storeId: string, sha256: Sha256): ChainHead {
  return { sequence: 0, hash: genesisHash(storeId, sha256) }
}

/**
 * The hash of entry `sequence`: SHA-256(domain ‖ previous ‖ sequence ‖ SHA-256(body)), where domain is the 23 bytes
 * of "vip-desk audit link v1\n", previous is 32 bytes, sequence is 8 bytes big-endian and the body's hash is 32 bytes:
 * 95 bytes, every field of fixed width, so that no two different entries encode alike.
 */
export function linkHash(previous: string, sequence: number, body: Uint8Array | string, sha256: Sha256): string {
  return linkBodyHash(previous, sequence, hashBody(body, sha256), sha256)
}

/** linkHash for an entry of which only the body's hash is at hand. */
export function linkBodyHash(previous: string, sequence: number, bodyHash: string, sha256: Sha256): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError('an audit sequence is a positive integer')
  const bytes = new Uint8Array(linkDomain.length + 32 + 8 + 32)
  bytes.set(linkDomain, 0)
  writeHash(bytes, linkDomain.length, previous)
  for (let i = 7, rest = sequence; rest > 0; i -= 1, rest = Math.floor(rest / 256))
    bytes[linkDomain.length + 32 + i] = rest % 256
  writeHash(bytes, linkDomain.length + 40, bodyHash)
  return sha256(bytes)
}

/**
 * Walks the entries that follow `start` and finds the first that is missing, added, moved or changed.
 * `link` may be given where a faster one than linkBodyHash is at hand.
 */
export function checkChain(
  entries: Iterable<ChainEntry>,
  start: ChainHead,
  sha256: Sha256,
  link: LinkHash = (previous, sequence, bodyHash) => linkBodyHash(previous, sequence, bodyHash, sha256),
): ChainCheck {
  let head = start
  for (const entry of entries) {
    const sequence = head.sequence + 1
    if (entry.sequence !== sequence) return { ok: false, sequence, reason: 'sequence', head }
    const hash = link(head.hash, sequence, 'body' in entry ? hashBody(entry.body, sha256) : entry.bodyHash)
    if (hash !== entry.hash) return { ok: false, sequence, reason: 'hash', head }
    head = { sequence, hash }
  }
  return { ok: true, head }
}

/** A place in the chain with the name of the store it belongs to. */
export type Checkpoint = { origin: string; head: ChainHead }

/** The origin line of a store's checkpoints. */
export function checkpointOrigin(storeId: string): string {
  return `vip-desk/audit/${storeId}`
}

/** The text that is signed, anchored and printed: origin, number of entries, head in base64, each on a line of its own (C2SP tlog-checkpoint's form). */
export function checkpointText({ origin, head }: Checkpoint): string {
  const bytes = new Uint8Array(32)
  writeHash(bytes, 0, head.hash)
  return `${origin}\n${head.sequence}\n${btoa(String.fromCharCode(...bytes))}\n`
}

/** Reads a checkpoint's text back; undefined for anything that checkpointText would not have written. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const match = CHECKPOINT_FORM.exec(text)
  if (!match) return undefined
  const [, origin = '', size = '', root = ''] = match
  const hash = Array.from(atob(root), (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  const checkpoint = { origin, head: { sequence: Number(size), hash } }
  if (!Number.isSafeInteger(checkpoint.head.sequence) || !HASH_FORM.test(hash)) return undefined
  return checkpointText(checkpoint) === text ? checkpoint : undefined
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('an audit body cannot hold a number that is not finite')
  return JSON.stringify(value)
}

function canonicalObject(value: JsonObject): string {
  const members = new Map<string, string>()
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    const key = wellFormed(name)
    if (members.has(key)) throw new TypeError('an audit body cannot hold two keys that are stored alike')
    members.set(key, canonicalText(member))
  }
  const keys = [...members.keys()].sort(byCodeUnits)
  return `{${keys.map((key) => `${JSON.stringify(key)}:${members.get(key)}`).join(',')}}`
}

/** A lone surrogate would come back from the store as U+FFFD: written so from the start. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function writeHash(target: Uint8Array, offset: number, hash: string): void {
  let seen = hash.length === 64 ? 0 : NO_DIGIT
  for (let i = 0; i < 32; i += 1) {
    const high = DIGITS[hash.charCodeAt(i * 2)] ?? NO_DIGIT
    const low = DIGITS[hash.charCodeAt(i * 2 + 1)] ?? NO_DIGIT
    seen |= high | low
    target[offset + i] = high * 16 + low
  }
  if (seen >= NO_DIGIT) throw new TypeError('a hash is 64 lower-case hexadecimal digits')
}
