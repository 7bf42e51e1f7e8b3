import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../src/main/crypto/encoding.ts'
import { addUser, createKeyring, renewRecovery } from '../../src/main/crypto/keyring.ts'
import {
  coverKeyring,
  isCovered,
  newCover,
  storedKeyring,
  uncoverByRecovery,
  uncoverKeyring,
} from '../../src/main/crypto/keyring-cover.ts'
import { readRecoveryKey } from '../../src/main/crypto/recovery-key.ts'

const cost = { opslimit: 1, memlimit: 8192 }
const made = createKeyring({ storeId: 's', login: 'boss', userId: 'u', password: 'p', cost })
const keyring = addUser(made.keyring, { userId: 'u2', login: 'li', dek: made.dek, cost }).keyring
const cover = newCover()
const covered = coverKeyring(keyring, cover)

function pairOf(text: string) {
  const read = readRecoveryKey(text)
  if (!read.ok) throw new Error('mistyped')
  return read.pair
}

test('a covered keyring opens with its cover or the recovery key, and shows no login', () => {
  expect(isCovered(covered)).toBe(true)
  expect(storedKeyring.parse(JSON.parse(JSON.stringify(covered)))).toEqual(covered)
  expect(JSON.stringify(covered)).not.toContain('boss')
  expect(uncoverKeyring(covered, cover)).toEqual(keyring)
  expect(uncoverByRecovery(covered, pairOf(made.recoveryKey))).toEqual(keyring)
})

test('another cover and another recovery key open nothing, and neither does the old paper after a new one', () => {
  const stranger = createKeyring({ storeId: 's', login: 'boss', userId: 'u', password: 'p', cost })
  expect(uncoverKeyring(covered, newCover())).toBeUndefined()
  expect(uncoverByRecovery(covered, pairOf(stranger.recoveryKey))).toBeUndefined()
  const renewed = renewRecovery(keyring, made.dek)
  const again = coverKeyring(renewed.keyring, cover)
  expect(uncoverByRecovery(again, pairOf(made.recoveryKey))).toBeUndefined()
  expect(uncoverByRecovery(again, pairOf(renewed.recoveryKey))).toEqual(renewed.keyring)
})

test('whichever bit of it is altered, a cover does not open; nor when it is said to be of another store or revision', () => {
  const sealed = fromBase64(covered.sealed) ?? new Uint8Array()
  fc.assert(
    fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
      const bytes = new Uint8Array(sealed)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return uncoverKeyring({ ...covered, sealed: toBase64(bytes) }, cover) === undefined
    }),
  )
  expect(uncoverKeyring({ ...covered, revision: covered.revision + 1 }, cover)).toBeUndefined()
  expect(uncoverKeyring({ ...covered, storeId: 'another' }, cover)).toBeUndefined()
})
