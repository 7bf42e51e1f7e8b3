import { concat, fromBase64, toBase64, utf8 } from './encoding.ts'
import type { Cost, KeyringUser } from './keyring-model.ts'
import { sodium, wipe } from './sodium.ts'

/** Whose secret is wrapped: all of it is authenticated, so that a wrapping moved elsewhere does not open. */
export type WrapContext = { storeId: string; userId: string; wrapping: number }
type Wrapping = Pick<KeyringUser, 'kdf' | 'nonce' | 'wrapped'>

/** Bytes of a base64 field that the keyring's schema has already accepted. */
export function field(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array()
}

/** Wraps a person's secret key under Argon2id of the password (NFKC) with a new salt and nonce. */
export function wrapSecret(secret: Uint8Array, password: string, cost: Cost, context: WrapContext): Wrapping {
  const kdf = { algorithm: 'argon2id13', ...cost, salt: toBase64(sodium.randombytes_buf(16)) } as const
  const nonce = sodium.randombytes_buf(24)
  const key = passwordKey(password, kdf)
  const wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(secret, associated(context, kdf), null, nonce, key)
  wipe(key)
  return { kdf, nonce: toBase64(nonce), wrapped: toBase64(wrapped) }
}

/** Opens wrapSecret's result; undefined for a wrong password or an altered wrapping, which cannot be told apart. */
export function unwrapSecret(wrapping: Wrapping, password: string, context: WrapContext): Uint8Array | undefined {
  const key = passwordKey(password, wrapping.kdf)
  const [nonce, wrapped] = [field(wrapping.nonce), field(wrapping.wrapped)]
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      wrapped,
      associated(context, wrapping.kdf),
      nonce,
      key,
    )
  } catch {
    return undefined
  } finally {
    wipe(key)
  }
}

/** Takes the time of one password check without any result: an unknown login must answer as late as a wrong password. */
export function spendPasswordCheck(password: string, cost: Cost): void {
  wipe(passwordKey(password, { ...cost, salt: toBase64(sodium.randombytes_buf(16)) }))
}

function passwordKey(password: string, kdf: Cost & { salt: string }): Uint8Array {
  const bytes = utf8(password.normalize('NFKC'))
  const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13
  const key = sodium.crypto_pwhash(32, bytes, field(kdf.salt), kdf.opslimit, kdf.memlimit, algorithm)
  wipe(bytes)
  return key
}

/** Additional data: version | store | user | wrapping | parameters, each with its length before it. */
function associated(context: WrapContext, kdf: KeyringUser['kdf']): Uint8Array {
  const fields = ['vip-desk user key v1', context.storeId, context.userId, String(context.wrapping)]
  fields.push(kdf.algorithm, String(kdf.opslimit), String(kdf.memlimit), kdf.salt)
  return concat(...fields.map((text) => utf8(`${utf8(text).length}:${text}`)))
}
