import { toBase64 } from './encoding.ts'
import {
  type Cost,
  type DataKey,
  type Keyring,
  KeyringError,
  type KeyringUser,
  userById,
  userByLogin,
} from './keyring-model.ts'
import { sealSlots, soleKey, stamp } from './keyring-seal.ts'
import { wrapSecret } from './password-key.ts'
import { newOneTimePassword } from './recovery-key.ts'
import { sodium, wipe } from './sodium.ts'

type Person = { userId: string; login: string }
type Access = {
  dek: Uint8Array
  cost: Cost /** Chosen by the caller; without it a one-time password is made. */
  password?: string
}
type Issued = { keyring: Keyring; oneTimePassword: string | null }

/** A person's entry with a new key pair under a password. */
export function issueUser(
  storeId: string,
  person: Person,
  access: { password: string; cost: Cost; mustChange: boolean; wrapping: number },
  keys: readonly DataKey[],
): KeyringUser {
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  const context = { storeId, userId: person.userId, wrapping: access.wrapping }
  const wrapped = wrapSecret(privateKey, access.password, access.cost, context)
  wipe(privateKey)
  return {
    userId: person.userId,
    login: person.login,
    wrapping: access.wrapping,
    mustChange: access.mustChange,
    ...wrapped,
    publicKey: toBase64(publicKey),
    slots: sealSlots(keys, publicKey),
  }
}

/** Adds a person; throws KeyringError user-exists, login-taken, tampered or rotation-pending. */
export function addUser(keyring: Keyring, person: Person & Access): Issued {
  const keys = soleKey(keyring, person.dek)
  if (keyring.users.some((user) => user.userId === person.userId)) throw new KeyringError('user-exists')
  if (userByLogin(keyring, person.login)) throw new KeyringError('login-taken')
  const { password, oneTimePassword } = chosenOrOneTime(person.password)
  const access = { password, cost: person.cost, mustChange: oneTimePassword !== null, wrapping: 1 }
  const user = issueUser(keyring.storeId, person, access, keys)
  return { keyring: stamp({ ...keyring, users: [...keyring.users, user] }, keys), oneTimePassword }
}

/** Gives a person who forgot the password a new key pair and password; throws KeyringError no-such-user, tampered or rotation-pending. */
export function resetUser(keyring: Keyring, { userId, ...access }: { userId: string } & Access): Issued {
  const keys = soleKey(keyring, access.dek)
  const { password, oneTimePassword } = chosenOrOneTime(access.password)
  const changed = reissue(keyring, userId, { password, cost: access.cost, mustChange: oneTimePassword !== null }, keys)
  return { keyring: stamp(changed, keys), oneTimePassword }
}

/** Replaces a person's key pair without stamping; the old password opens nothing of the result. */
export function reissue(
  keyring: Keyring,
  userId: string,
  access: { password: string; cost: Cost; mustChange: boolean },
  keys: readonly DataKey[],
): Keyring {
  const old = userById(keyring, userId)
  const user = issueUser(keyring.storeId, old, { ...access, wrapping: old.wrapping + 1 }, keys)
  return replaceUser(keyring, user)
}

/** Swaps one person's entry, leaving the order. */
export function replaceUser(keyring: Keyring, user: KeyringUser): Keyring {
  return { ...keyring, users: keyring.users.map((one) => (one.userId === user.userId ? user : one)) }
}

/**
 * Takes a person's slot away; also the way to disable someone. The person may remember the data key or keep an old copy
 * of the keyring: rotate the data key afterwards. Throws KeyringError no-such-user, tampered or rotation-pending.
 */
export function removeUser(keyring: Keyring, { userId, dek }: { userId: string; dek: Uint8Array }): Keyring {
  const keys = soleKey(keyring, dek)
  const gone = userById(keyring, userId)
  return stamp({ ...keyring, users: keyring.users.filter((user) => user !== gone) }, keys)
}

/** Changes a person's login name; throws KeyringError no-such-user, login-taken, tampered or rotation-pending. */
export function renameUser(keyring: Keyring, { userId, login, dek }: Person & { dek: Uint8Array }): Keyring {
  const keys = soleKey(keyring, dek)
  const user = userById(keyring, userId)
  const holder = userByLogin(keyring, login)
  if (holder && holder.userId !== userId) throw new KeyringError('login-taken')
  return stamp(replaceUser(keyring, { ...user, login }), keys)
}

function chosenOrOneTime(chosen: string | undefined): { password: string; oneTimePassword: string | null } {
  if (chosen !== undefined) return { password: chosen, oneTimePassword: null }
  const oneTimePassword = newOneTimePassword()
  return { password: oneTimePassword, oneTimePassword }
}
