import { concat } from '../../src/main/crypto/encoding.ts'
import { isCovered } from '../../src/main/crypto/keyring-cover.ts'
import { readKeyring } from '../../src/main/crypto/keyring-file.ts'
import { sodium } from '../../src/main/crypto/sodium.ts'
import type { Keychain } from '../../src/main/engine/keychain.ts'

const NONCE = 24

/** A computer's own keychain: what it sealed, no other one opens. It stands for the operating system's, not for ours. */
export function newKeychain(): Keychain {
  const key = sodium.randombytes_buf(32)
  return {
    backend: async () => 'gnome_libsecret',
    seal: async (secret) => {
      const nonce = sodium.randombytes_buf(NONCE)
      return concat(nonce, sodium.crypto_secretbox_easy(secret, nonce, key))
    },
    open: async (sealed) => {
      try {
        return sodium.crypto_secretbox_open_easy(sealed.subarray(NONCE), sealed.subarray(0, NONCE), key)
      } catch {
        return undefined
      }
    },
  }
}

/** The generations that a key file names; undefined when it is covered. */
export function generationsIn(keyFile: string): number[] | undefined {
  const { keyring } = readKeyring(keyFile)
  return isCovered(keyring) ? undefined : keyring.generations
}
