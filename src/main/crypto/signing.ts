import { z } from 'zod'
import { fromBase64, toBase64, utf8 } from './encoding.ts'
import { sha256Bytes } from './hash.ts'
import { sodium, wipe } from './sodium.ts'
import { subkey } from './subkeys.ts'

export { verify } from './ed25519.ts'

const base64 = z.string().refine((text) => fromBase64(text) !== undefined, 'base64')

/** A store's signing key as it is kept: the secret half sealed under a key derived from the data key. */
export const sealedSigningKey = z.strictObject({
  version: z.literal(1),
  publicKey: base64,
  nonce: base64,
  sealed: base64,
})
export type SealedSigningKey = z.output<typeof sealedSigningKey>

/** An opened signing key; whoever holds it can sign as the store. Wipe secretKey when done. */
export type SigningKey = { publicKey: Uint8Array; keyId: Uint8Array; secretKey: Uint8Array }

/** A new Ed25519 key pair for checkpoints and exports, sealed under the data key. */
export function createSigningKey(dek: Uint8Array): SealedSigningKey {
  const { publicKey, privateKey } = sodium.crypto_sign_keypair()
  const sealed = seal(publicKey, privateKey, dek)
  wipe(privateKey)
  return sealed
}

/** Opens the signing key; undefined when it is not sealed under this data key or was altered. */
export function openSigningKey(stored: SealedSigningKey, dek: Uint8Array): SigningKey | undefined {
  const [publicKey, nonce, sealed] = [stored.publicKey, stored.nonce, stored.sealed].map(fromBase64)
  if (!publicKey || !nonce || !sealed) return undefined
  const key = subkey(dek, 'signingSecret')
  try {
    const context = associated(stored.publicKey)
    const secretKey = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, context, nonce, key)
    return { publicKey, keyId: keyIdOf(publicKey), secretKey }
  } catch {
    return undefined
  } finally {
    wipe(key)
  }
}

/** Seals the same key pair under a new data key after a rotation. */
export function resealSigningKey(key: SigningKey, newDek: Uint8Array): SealedSigningKey {
  return seal(key.publicKey, key.secretKey, newDek)
}

/** The 64-byte Ed25519 signature of some bytes. */
export function sign(key: SigningKey, bytes: Uint8Array): Uint8Array {
  return sodium.crypto_sign_detached(bytes, key.secretKey)
}

/** The 8 bytes by which minisign names a key: the beginning of the public key's SHA-256. */
export function keyIdOf(publicKey: Uint8Array): Uint8Array {
  return sha256Bytes(publicKey).slice(0, 8)
}

function seal(publicKey: Uint8Array, secretKey: Uint8Array, dek: Uint8Array): SealedSigningKey {
  const nonce = sodium.randombytes_buf(24)
  const key = subkey(dek, 'signingSecret')
  const context = associated(toBase64(publicKey))
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(secretKey, context, null, nonce, key)
  wipe(key)
  return { version: 1, publicKey: toBase64(publicKey), nonce: toBase64(nonce), sealed: toBase64(sealed) }
}

function associated(publicKey: string): Uint8Array {
  return utf8(`vip-desk signing key v1|${publicKey}`)
}
