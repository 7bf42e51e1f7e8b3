import { sodium } from './sodium.ts'

/** What a key derived from the data key is for; a number once given is never used for anything else. */
const PURPOSES = {
  keyringMac: { id: 1, context: 'keyring_' },
  signingSecret: { id: 2, context: 'signing_' },
  evidenceKey: { id: 3, context: 'evidence' },
  // 4 was given to the parts of unfinished exports, which have keys of their own now.
  exportPartKeys: { id: 5, context: 'expkeys_' },
} as const

/** A 32-byte key of its own for one purpose, derived from the data key; wipe it after use. */
export function subkey(dek: Uint8Array, purpose: keyof typeof PURPOSES): Uint8Array {
  const { id, context } = PURPOSES[purpose]
  return sodium.crypto_kdf_derive_from_key(32, id, context, dek)
}
