import { sodium, wipe } from './sodium.ts'

/** Crockford's alphabet: no I, L, O and U, which are read as 1, 1, 0 and V. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SECRET_BYTES = 20
const DATA_CHARS = 32
const CHECK_CHARS = 3
const GROUP = 5
// CAN's CRC-15: finds every single wrong character and every swap of neighbours for certain.
const CRC_POLYNOMIAL = 0x4599
const CRC_BITS = 15

export type RecoveryKeyPair = { publicKey: Uint8Array; privateKey: Uint8Array }

/** A new recovery key: its key pair, and the text that is shown once (seven groups of five characters, 160 bits). */
export function newRecoveryKey(): { text: string; pair: RecoveryKeyPair } {
  const secret = sodium.randombytes_buf(SECRET_BYTES)
  const made = { text: printRecoveryKey(secret), pair: pairOf(secret) }
  wipe(secret)
  return made
}

/** Reads a recovery key as people type it; `mistyped` when its check characters do not fit. */
export function readRecoveryKey(text: string): { ok: true; pair: RecoveryKeyPair } | { ok: false; reason: 'mistyped' } {
  const secret = parseRecoveryKey(text)
  if (!secret) return { ok: false, reason: 'mistyped' }
  const pair = pairOf(secret)
  wipe(secret)
  return { ok: true, pair }
}

/** A one-time password for a person: four groups of five characters, 100 bits, hyphens included. */
export function newOneTimePassword(): string {
  return grouped(Array.from(sodium.randombytes_buf(20), (byte) => ALPHABET.charAt(byte & 31)).join(''))
}

/** Prints 20 secret bytes in groups, ending in three check characters. */
export function printRecoveryKey(secret: Uint8Array): string {
  const values = toQuintets(secret)
  return grouped([...values, ...checkOf(values)].map((value) => ALPHABET.charAt(value)).join(''))
}

/** The 20 secret bytes of a printed key, however it is typed: case, hyphens, blanks, full-width forms, O/0 and I/L/1. */
export function parseRecoveryKey(text: string): Uint8Array | undefined {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
  const values = Array.from(typed.replace(/O/g, '0').replace(/[IL]/g, '1'), (char) => ALPHABET.indexOf(char))
  if (values.length !== DATA_CHARS + CHECK_CHARS || values.includes(-1)) return undefined
  const data = values.slice(0, DATA_CHARS)
  return checkOf(data).join() === values.slice(DATA_CHARS).join() ? fromQuintets(data) : undefined
}

function pairOf(secret: Uint8Array): RecoveryKeyPair {
  const seed = sodium.crypto_generichash(32, secret, 'vip-desk recovery key v1')
  const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(seed)
  wipe(seed)
  return { publicKey, privateKey }
}

function grouped(text: string): string {
  return (text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')
}

function checkOf(values: readonly number[]): number[] {
  let crc = 0
  for (const value of values) {
    for (let bit = 4; bit >= 0; bit -= 1) {
      const carry = ((crc >> (CRC_BITS - 1)) ^ (value >> bit)) & 1
      crc = (crc << 1) & 0x7fff
      if (carry) crc ^= CRC_POLYNOMIAL
    }
  }
  return [crc >> 10, (crc >> 5) & 31, crc & 31]
}

function toQuintets(bytes: Uint8Array): number[] {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((group) => Number.parseInt(group, 2))
}

function fromQuintets(values: readonly number[]): Uint8Array {
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}
