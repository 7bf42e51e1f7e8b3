import { createPublicKey, verify as nodeVerify } from 'node:crypto'

/** True when the signature over these bytes is by the owner of the raw 32-byte public key; needs Node only. */
export function verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  try {
    const x = Buffer.from(publicKey).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return nodeVerify(null, bytes, key, signature)
  } catch {
    return false
  }
}
