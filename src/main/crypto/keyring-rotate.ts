import { toBase64 } from './encoding.ts'
import { type DataKey, type Keyring, KeyringError, type Slot } from './keyring-model.ts'
import { isAuthentic, sealSlots, soleKey, stamp } from './keyring-seal.ts'
import { field } from './password-key.ts'
import { newRecoveryKey } from './recovery-key.ts'
import { sodium } from './sodium.ts'

/**
 * Starts a rotation: a new data key sealed to everyone left and to the recovery key, beside the old one.
 * Write the result, rekey the store, then finishRotation; after a crash the store opens with exactly one of the two.
 * Throws KeyringError tampered or rotation-pending.
 */
export function rotate(
  keyring: Keyring,
  oldDek: Uint8Array,
): { keyring: Keyring; dek: Uint8Array; generation: number } {
  const [old] = soleKey(keyring, oldDek)
  const generation = (old?.generation ?? 0) + 1
  const dek = sodium.randombytes_buf(32)
  const added = (slots: Slot[], publicKey: string) => [...slots, ...sealSlots([{ generation, dek }], field(publicKey))]
  const next: Keyring = {
    ...keyring,
    generations: [...keyring.generations, generation],
    users: keyring.users.map((user) => ({ ...user, slots: added(user.slots, user.publicKey) })),
    recovery: { ...keyring.recovery, slots: added(keyring.recovery.slots, keyring.recovery.publicKey) },
  }
  const keys = [...soleKey(keyring, oldDek), { generation, dek }]
  return { keyring: stamp(next, keys), dek, generation }
}

/** Ends a rotation once the store is under the new data key: the old generation is dropped. */
export function finishRotation(keyring: Keyring, keys: { oldDek: Uint8Array; newDek: Uint8Array }): Keyring {
  const [, next] = pendingKeys(keyring, keys)
  return keepOnly(keyring, next)
}

/** Ends a rotation that never reached the store: the new generation is dropped. */
export function abandonRotation(keyring: Keyring, keys: { oldDek: Uint8Array; newDek: Uint8Array }): Keyring {
  const [old] = pendingKeys(keyring, keys)
  return keepOnly(keyring, old)
}

/** Replaces the recovery key, for example when its paper is lost; the old one opens only what was written before. */
export function renewRecovery(keyring: Keyring, dek: Uint8Array): { keyring: Keyring; recoveryKey: string } {
  const keys = soleKey(keyring, dek)
  const { text, pair } = newRecoveryKey()
  const recovery = { publicKey: toBase64(pair.publicKey), slots: sealSlots(keys, pair.publicKey) }
  sodium.memzero(pair.privateKey)
  return { keyring: stamp({ ...keyring, recovery }, keys), recoveryKey: text }
}

function pendingKeys(keyring: Keyring, deks: { oldDek: Uint8Array; newDek: Uint8Array }): [DataKey, DataKey] {
  const [first, second] = keyring.generations
  if (first === undefined || second === undefined) throw new KeyringError('no-rotation')
  const keys: [DataKey, DataKey] = [
    { generation: first, dek: deks.oldDek },
    { generation: second, dek: deks.newDek },
  ]
  if (!isAuthentic(keyring, keys)) throw new KeyringError('tampered')
  return keys
}

function keepOnly(keyring: Keyring, key: DataKey): Keyring {
  const kept = (slots: Slot[]) => slots.filter((slot) => slot.generation === key.generation)
  const next: Keyring = {
    ...keyring,
    generations: [key.generation],
    users: keyring.users.map((user) => ({ ...user, slots: kept(user.slots) })),
    recovery: { ...keyring.recovery, slots: kept(keyring.recovery.slots) },
  }
  return stamp(next, [key])
}
