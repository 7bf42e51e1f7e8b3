import { concat, fromBase64, toBase64, utf8 } from './encoding.ts'
import { sodium, wipe } from './sodium.ts'
import { subkey } from './subkeys.ts'

const [NONCE, KEY] = [24, 32]

/** A new random key of 32 bytes, wrapped under the data key and bound to what it is for. */
export function newWrappedKey(dek: Uint8Array, about: string): string {
  const key = sodium.randombytes_buf(KEY)
  const wrapped = wrap(dek, about, key)
  wipe(key)
  return wrapped
}

/** The key that was wrapped; undefined when another data key wrapped it, or when it is for something else. */
export function unwrapKey(dek: Uint8Array, about: string, wrapped: string): Uint8Array | undefined {
  const bytes = fromBase64(wrapped)
  if (!bytes || bytes.length < NONCE) return undefined
  const wrapping = subkey(dek, 'exportPartKeys')
  const [nonce, sealed] = [bytes.subarray(0, NONCE), bytes.subarray(NONCE)]
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, bound(about), nonce, wrapping)
  } catch {
    return undefined
  } finally {
    wipe(wrapping)
  }
}

/** The same key wrapped under a new data key; undefined when the old one does not open it. */
export function rewrapKey(oldDek: Uint8Array, newDek: Uint8Array, about: string, wrapped: string): string | undefined {
  const key = unwrapKey(oldDek, about, wrapped)
  if (!key) return undefined
  const again = wrap(newDek, about, key)
  wipe(key)
  return again
}

function wrap(dek: Uint8Array, about: string, key: Uint8Array): string {
  const nonce = sodium.randombytes_buf(NONCE)
  const wrapping = subkey(dek, 'exportPartKeys')
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(key, bound(about), null, nonce, wrapping)
  wipe(wrapping)
  return toBase64(concat(nonce, sealed))
}

function bound(about: string): Uint8Array {
  return utf8(`vip-desk export part key v1|${about}`)
}
