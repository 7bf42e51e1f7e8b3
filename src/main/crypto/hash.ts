import { createHash, getHashes, hash } from 'node:crypto'

/** SHA-256 of some bytes or of a text's UTF-8 as 64 lower-case hexadecimal digits; the function that rules/audit-chain.ts asks for. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex')
}

/** SHA-256 of some bytes as 32 bytes. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

/** BLAKE2b with 64 bytes, for minisign: Node's own, or libsodium's under Electron, whose BoringSSL lacks it. */
export async function blake2b512(bytes: Uint8Array): Promise<Uint8Array> {
  if (getHashes().includes('blake2b512')) return new Uint8Array(createHash('blake2b512').update(bytes).digest())
  return sodiumBlake2b512(bytes)
}

/** BLAKE2b with 64 bytes by libsodium, loaded on demand so that a bundle is verified without it. */
export async function sodiumBlake2b512(bytes: Uint8Array): Promise<Uint8Array> {
  const { sodium } = await import('./sodium.ts')
  return sodium.crypto_generichash(64, bytes, null)
}
