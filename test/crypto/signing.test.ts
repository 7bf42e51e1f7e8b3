import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCheckpoint, signCheckpoint } from '../../src/main/crypto/checkpoint-note.ts'
import { utf8 } from '../../src/main/crypto/encoding.ts'
import { blake2b512, sha256, sodiumBlake2b512 } from '../../src/main/crypto/hash.ts'
import { minisign, minisignVerify, printPublicKey, readPublicKey } from '../../src/main/crypto/minisign.ts'
import {
  createSigningKey,
  openSigningKey,
  resealSigningKey,
  type SigningKey,
  sign,
  verify,
} from '../../src/main/crypto/signing.ts'

const dek = new Uint8Array(32).fill(7)
const otherDek = new Uint8Array(32).fill(8)

function newKey(): SigningKey {
  const key = openSigningKey(createSigningKey(dek), dek)
  if (!key) throw new Error('the key did not open')
  return key
}

const signerOf = (key: SigningKey) => ({ ...key, sign: (bytes: Uint8Array) => sign(key, bytes) })
const hasMinisign = (() => {
  try {
    execFileSync('minisign', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

test('a signing key opens only under its data key and moves to the next one', () => {
  const stored = createSigningKey(dek)
  const key = openSigningKey(stored, dek)
  if (!key) throw new Error('the key did not open')
  expect(openSigningKey(stored, otherDek)).toBeUndefined()
  expect(openSigningKey({ ...stored, publicKey: createSigningKey(dek).publicKey }, dek)).toBeUndefined()
  expect(openSigningKey(resealSigningKey(key, otherDek), otherDek)).toEqual(key)
})

test('a signature is good for its bytes and its key only', () => {
  const key = newKey()
  const bytes = utf8('客户资料')
  const signature = sign(key, bytes)
  expect(verify(key.publicKey, bytes, signature)).toBe(true)
  expect(verify(key.publicKey, utf8('客户資料'), signature)).toBe(false)
  expect(verify(newKey().publicKey, bytes, signature)).toBe(false)
  expect(verify(new Uint8Array(5), bytes, signature)).toBe(false)
})

test('both ways of computing BLAKE2b-512 agree', async () => {
  for (const text of ['', 'abc', '旅客'.repeat(999)])
    expect(await blake2b512(utf8(text))).toEqual(await sodiumBlake2b512(utf8(text)))
})

test('a minisign signature is read back, and every changed character of it is noticed', async () => {
  const key = newKey()
  const bytes = utf8('{"a":1}\n')
  const text = await minisign(signerOf(key), bytes, 'timestamp:1790000000\tfile:manifest.json')
  expect(readPublicKey(printPublicKey(key))).toEqual({ keyId: key.keyId, publicKey: key.publicKey })
  expect(await minisignVerify(key, bytes, text)).toBe(true)
  expect(await minisignVerify(key, utf8('{"a":2}\n'), text)).toBe(false)
  expect(await minisignVerify(newKey(), bytes, text)).toBe(false)
  const untrusted = text.indexOf('\n')
  for (let at = untrusted; at < text.length; at += 1) {
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
    expect(await minisignVerify(key, bytes, changed)).toBe(false)
  }
})

test.skipIf(!hasMinisign)(
  "Debian's minisign accepts our signature (skipped where minisign is not installed)",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minisign-'))
    const key = newKey()
    const file = join(folder, 'manifest.json')
    writeFileSync(file, '{"a":1}\n')
    writeFileSync(
      `${file}.minisig`,
      await minisign(signerOf(key), utf8('{"a":1}\n'), 'timestamp:1\tfile:manifest.json'),
    )
    writeFileSync(join(folder, 'key.pub'), printPublicKey(key))
    const run = () =>
      execFileSync('minisign', ['-V', '-H', '-p', join(folder, 'key.pub'), '-m', file], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(run()).toContain('Signature and comment signature verified')
    writeFileSync(file, '{"a":2}\n')
    expect(run).toThrow()
    rmSync(folder, { recursive: true })
  },
)

test('a signed checkpoint opens with its key and not after any change', () => {
  const key = newKey()
  const checkpoint = { origin: 'vip-desk/audit/s-1', head: { sequence: 1000, hash: sha256(utf8('head')) } }
  const note = signCheckpoint(signerOf(key), checkpoint)
  expect(openCheckpoint(key.publicKey, note)).toEqual(checkpoint)
  expect(openCheckpoint(newKey().publicKey, note)).toBeUndefined()
  for (let at = 0; at < note.length; at += 1) {
    const changed = note.slice(0, at) + (note[at] === 'A' ? 'B' : 'A') + note.slice(at + 1)
    expect(openCheckpoint(key.publicKey, changed)).toBeUndefined()
  }
})
