import { z } from 'zod'
import { canonicalText } from '../rules/audit-chain.ts'
import { fromBase64, toBase64, utf8 } from './encoding.ts'
import { base64, counter, type Keyring, keyringSchema, name } from './keyring-model.ts'
import { field } from './password-key.ts'
import type { RecoveryKeyPair } from './recovery-key.ts'
import { sodium, wipe } from './sodium.ts'

const KEY_BYTES = 32

/** A keyring under a cover: without the cover's key nobody sees a login, nor tries a password on it. */
export const coveredKeyring = z.strictObject({
  format: z.literal('vip-desk-covered-keyring'),
  storeId: name,
  revision: counter,
  nonce: base64(24),
  sealed: z.string().refine((text) => (fromBase64(text)?.length ?? 0) > 0, 'base64'),
  /** The cover's key for the recovery key, so that a store outlives the computer that it is bound to. */
  recovery: z.strictObject({ publicKey: base64(32), sealed: base64(KEY_BYTES + 48) }),
})
export type CoveredKeyring = z.output<typeof coveredKeyring>

/** What a key file holds: a keyring, or one under a cover. */
export const storedKeyring = z.union([keyringSchema, coveredKeyring])
export type StoredKeyring = z.output<typeof storedKeyring>

export function isCovered(stored: StoredKeyring): stored is CoveredKeyring {
  return stored.format === 'vip-desk-covered-keyring'
}

/** A new key for a cover, 32 random bytes. */
export function newCover(): Uint8Array {
  return sodium.randombytes_buf(KEY_BYTES)
}

/** Puts a keyring under a cover whose key the recovery key opens too. */
export function coverKeyring(keyring: Keyring, cover: Uint8Array): CoveredKeyring {
  const nonce = sodium.randombytes_buf(24)
  const { storeId, revision, recovery } = keyring
  const bytes = utf8(JSON.stringify(keyring))
  const bound = associated({ storeId, revision })
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bytes, bound, null, nonce, cover)
  return {
    format: 'vip-desk-covered-keyring',
    storeId,
    revision,
    nonce: toBase64(nonce),
    sealed: toBase64(sealed),
    recovery: {
      publicKey: recovery.publicKey,
      sealed: toBase64(sodium.crypto_box_seal(cover, field(recovery.publicKey))),
    },
  }
}

/** The keyring under a cover; undefined when the key is another one's, or the file was altered. */
export function uncoverKeyring(covered: CoveredKeyring, cover: Uint8Array): Keyring | undefined {
  const [sealed, nonce] = [field(covered.sealed), field(covered.nonce)]
  try {
    const bytes = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, associated(covered), nonce, cover)
    const keyring = keyringSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return keyring.success ? keyring.data : undefined
  } catch {
    return undefined
  }
}

/** The keyring under a cover by the recovery key; undefined when it is no key of this store. */
export function uncoverByRecovery(covered: CoveredKeyring, pair: RecoveryKeyPair): Keyring | undefined {
  const sealed = field(covered.recovery.sealed)
  try {
    const cover = sodium.crypto_box_seal_open(sealed, pair.publicKey, pair.privateKey)
    const keyring = uncoverKeyring(covered, cover)
    wipe(cover)
    return keyring
  } catch {
    return undefined
  }
}

// A cover moved to another store, or said to be of another revision, does not open.
function associated({ storeId, revision }: Pick<CoveredKeyring, 'storeId' | 'revision'>): Uint8Array {
  return utf8(canonicalText({ about: 'vip-desk covered keyring v1', storeId, revision }))
}
