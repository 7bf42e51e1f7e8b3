import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { utf8 } from '../../src/main/crypto/encoding.ts'
import { sha256 } from '../../src/main/crypto/hash.ts'
import { addUser, createKeyring, KeyringError } from '../../src/main/crypto/keyring.ts'
import { keyringCopyPath, keyringExists, readKeyring, writeKeyring } from '../../src/main/crypto/keyring-file.ts'
import { canonicalText } from '../../src/main/rules/audit-chain.ts'

const cost = { opslimit: 1, memlimit: 8192 }
const { keyring, dek } = createKeyring({ storeId: 's', login: 'boss', userId: 'u', password: 'p', cost })
const later = addUser(keyring, { userId: 'u2', login: 'li', dek, cost }).keyring

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyring-'))
  path = join(folder, 'keyring.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

function problem(): string {
  try {
    readKeyring(path)
    return 'none'
  } catch (error) {
    if (error instanceof KeyringError) return error.code
    throw error
  }
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
  writeFileSync(file, bytes)
}

test('a keyring is kept in two copies, readable by its owner only, with nothing left over', () => {
  expect(keyringExists(path)).toBe(false)
  writeKeyring(path, keyring)
  expect(readdirSync(folder).sort()).toEqual(['keyring.json', 'keyring.json.copy'])
  expect(readKeyring(path)).toEqual({ keyring, healed: false })
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('whichever byte of one copy is damaged, the other copy is read and the damage is mended', () => {
  for (const file of [path, keyringCopyPath(path)]) {
    writeKeyring(path, keyring)
    const size = statSync(file).size
    for (let at = 0; at < size; at += 37) {
      flip(file, at)
      expect(readKeyring(path).keyring).toEqual(keyring)
      expect(readKeyring(path)).toEqual({ keyring, healed: false })
    }
  }
})

test('a missing or cut copy is written again', () => {
  for (const harm of [(file: string) => rmSync(file), (file: string) => writeFileSync(file, '')]) {
    for (const file of [path, keyringCopyPath(path)]) {
      writeKeyring(path, keyring)
      harm(file)
      expect(readKeyring(path)).toEqual({ keyring, healed: true })
      expect(existsSync(file)).toBe(true)
      expect(readKeyring(path)).toEqual({ keyring, healed: false })
    }
  }
})

test('after a crash between the two copies the later keyring counts', () => {
  writeKeyring(path, keyring)
  const old = readFileSync(path)
  writeKeyring(path, later)
  writeFileSync(keyringCopyPath(path), old)
  expect(readKeyring(path)).toEqual({ keyring: later, healed: true })
})

test('a keyring is refused in words when both copies are missing, damaged or from a newer program', () => {
  expect(problem()).toBe('missing')
  writeKeyring(path, keyring)
  flip(path, 300)
  flip(keyringCopyPath(path), 300)
  expect(problem()).toBe('damaged')
  rmSync(path)
  expect(problem()).toBe('damaged')
  writeKeyring(path, keyring)
  const later = { format: 'vip-desk-keyring-file', version: 3, keyring: { new: true } }
  writeFileSync(keyringCopyPath(path), JSON.stringify({ ...later, sha256: sha256(utf8(canonicalText(later))) }))
  expect(problem()).toBe('newer-version')
  expect(readFileSync(keyringCopyPath(path), 'utf8')).toContain('"version":3')
})
