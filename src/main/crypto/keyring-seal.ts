import { canonicalText } from '../rules/audit-chain.ts'
import { toBase64, utf8 } from './encoding.ts'
import { type DataKey, type Keyring, KeyringError, type Slot } from './keyring-model.ts'
import { field } from './password-key.ts'
import { sodium, wipe } from './sodium.ts'
import { subkey } from './subkeys.ts'

type KeyPair = { publicKey: Uint8Array; privateKey: Uint8Array }

/** Seals each generation of the data key to a public key: nobody's password is needed for it. */
export function sealSlots(keys: readonly DataKey[], publicKey: Uint8Array): Slot[] {
  return keys.map(({ generation, dek }) => ({
    generation,
    sealed: toBase64(sodium.crypto_box_seal(dek, publicKey)),
  }))
}

/** Opens all slots with the secret key; undefined when one is not for it. */
export function openSlots(slots: readonly Slot[], { publicKey, privateKey }: KeyPair): DataKey[] | undefined {
  try {
    return slots.map(({ generation, sealed }) => ({
      generation,
      dek: sodium.crypto_box_seal_open(field(sealed), publicKey, privateKey),
    }))
  } catch {
    return undefined
  }
}

/** Gives a changed keyring its next revision and its authentication codes under every data key in use. */
export function stamp(keyring: Keyring, keys: readonly DataKey[]): Keyring {
  const next = { ...keyring, revision: keyring.revision + 1 }
  return { ...next, macs: keys.map(({ generation, dek }) => ({ generation, mac: toBase64(mac(next, dek)) })) }
}

/** True when the keyring is as somebody with these data keys left it: all generations named have their key and code. */
export function isAuthentic(keyring: Keyring, keys: readonly DataKey[]): boolean {
  const named = keyring.generations.join()
  if (keys.map((key) => key.generation).join() !== named) return false
  if (keyring.macs.map((one) => one.generation).join() !== named) return false
  return keys.every(({ dek }, index) => {
    const claimed = field(keyring.macs[index]?.mac ?? '')
    return claimed.length === 32 && sodium.memcmp(claimed, mac(keyring, dek))
  })
}

/**
 * The data key as the one generation in use, after checking that the keyring is authentic under it.
 * Throws KeyringError: tampered, or rotation-pending while two generations are in use.
 */
export function soleKey(keyring: Keyring, dek: Uint8Array): DataKey[] {
  const [generation = 0, second] = keyring.generations
  if (second !== undefined) throw new KeyringError('rotation-pending')
  const keys = [{ generation, dek }]
  if (!isAuthentic(keyring, keys)) throw new KeyringError('tampered')
  return keys
}

function mac(keyring: Keyring, dek: Uint8Array): Uint8Array {
  const { macs: _, ...covered } = keyring
  const key = subkey(dek, 'keyringMac')
  const code = sodium.crypto_auth(utf8(canonicalText(covered)), key)
  wipe(key)
  return code
}
