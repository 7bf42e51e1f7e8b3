import { toBase64 } from './encoding.ts'
import { type Cost, type DataKey, DEFAULT_COST, type Keyring, type KeyringUser, userByLogin } from './keyring-model.ts'
import { isAuthentic, openSlots, sealSlots, soleKey, stamp } from './keyring-seal.ts'
import { issueUser, reissue, replaceUser } from './keyring-users.ts'
import { field, spendPasswordCheck, unwrapSecret, wrapSecret } from './password-key.ts'
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts'
import { sodium, wipe } from './sodium.ts'

export { type Cost, DEFAULT_COST, type Keyring, KeyringError, type KeyringProblem } from './keyring-model.ts'
export { abandonRotation, finishRotation, renewRecovery, rotate } from './keyring-rotate.ts'
export { addUser, removeUser, renameUser, resetUser } from './keyring-users.ts'

/** An opened keyring: wipe the keys when done. `nextDek` is there only while a rotation is under way: try it when `dek` does not open the store. */
export type Unlocked = { ok: true; userId: string; dek: Uint8Array; nextDek: Uint8Array | null; mustChange: boolean }
/** `wrong` is the same for an unknown login and a wrong password; `tampered`: the password is right and the keyring was altered. */
export type NotUnlocked = { ok: false; reason: 'wrong' | 'tampered' }
/** Why a recovery failed: `mistyped` by its check characters, `wrong` when it is no key of this store. */
export type NotRecovered = { ok: false; reason: 'mistyped' | 'wrong' | 'tampered' | 'unknown-login' }

const WRONG: NotUnlocked = { ok: false, reason: 'wrong' }

/** A new store's keyring with its first person, its data key, and the recovery key that is shown once. */
export function createKeyring(first: {
  storeId: string
  login: string
  userId: string
  password: string
  cost?: Cost
}): { keyring: Keyring; dek: Uint8Array; recoveryKey: string } {
  const dek = sodium.randombytes_buf(32)
  const keys = [{ generation: 1, dek }]
  const { text, pair } = newRecoveryKey()
  wipe(pair.privateKey)
  const access = { password: first.password, cost: first.cost ?? DEFAULT_COST, mustChange: false, wrapping: 1 }
  const keyring: Keyring = {
    format: 'vip-desk-keyring',
    version: 1,
    storeId: first.storeId,
    revision: 0,
    generations: [1],
    users: [issueUser(first.storeId, first, access, keys)],
    recovery: { publicKey: toBase64(pair.publicKey), slots: sealSlots(keys, pair.publicKey) },
    macs: [],
  }
  return { keyring: stamp(keyring, keys), dek, recoveryKey: text }
}

/** Opens the data key with a person's password; takes one Argon2 run whether or not the login exists. */
export function unlock(keyring: Keyring, login: string, password: string): Unlocked | NotUnlocked {
  const opened = openUser(keyring, login, password)
  if (!opened.ok) return opened
  wipe(opened.secret)
  return { ok: true, userId: opened.user.userId, ...deksOf(opened.keys), mustChange: opened.user.mustChange }
}

/** Wraps the same secret under a new password; no data key changes hands. */
export function changePassword(
  keyring: Keyring,
  change: { login: string; oldPassword: string; newPassword: string; cost?: Cost },
): { ok: true; keyring: Keyring } | NotUnlocked {
  const opened = openUser(keyring, change.login, change.oldPassword)
  if (!opened.ok) return opened
  const { user, secret, keys } = opened
  const wrapping = user.wrapping + 1
  const context = { storeId: keyring.storeId, userId: user.userId, wrapping }
  const wrapped = wrapSecret(secret, change.newPassword, change.cost ?? DEFAULT_COST, context)
  const next = stamp(replaceUser(keyring, { ...user, ...wrapped, wrapping, mustChange: false }), keys)
  wipe(secret, ...keys.map((key) => key.dek))
  return { ok: true, keyring: next }
}

/** Opens the data key with the recovery key and gives one person a new key pair and password. */
export function recover(
  keyring: Keyring,
  recovery: { recoveryKey: string; login: string; newPassword: string; cost?: Cost },
): { ok: true; keyring: Keyring; userId: string; dek: Uint8Array; nextDek: Uint8Array | null } | NotRecovered {
  const read = readRecoveryKey(recovery.recoveryKey)
  if (!read.ok) return read
  const keys = openSlots(keyring.recovery.slots, read.pair)
  wipe(read.pair.privateKey)
  if (!keys) return { ok: false, reason: 'wrong' }
  if (!isAuthentic(keyring, keys)) return refuseAndWipe(keys, 'tampered')
  const user = userByLogin(keyring, recovery.login)
  if (!user) return refuseAndWipe(keys, 'unknown-login')
  const access = { password: recovery.newPassword, cost: recovery.cost ?? DEFAULT_COST, mustChange: false }
  const next = stamp(reissue(keyring, user.userId, access, keys), keys)
  return { ok: true, keyring: next, userId: user.userId, ...deksOf(keys) }
}

/** Whether a typed recovery key is that of this keyring; `mistyped` by its check characters. */
export function isRecoveryKeyOf(keyring: Keyring, recoveryKey: string): 'right' | 'wrong' | 'mistyped' {
  const read = readRecoveryKey(recoveryKey)
  if (!read.ok) return read.reason
  wipe(read.pair.privateKey)
  return toBase64(read.pair.publicKey) === keyring.recovery.publicKey ? 'right' : 'wrong'
}

/** Whether a typed recovery key opens the data key of this keyring, which is proved by opening it. */
export function opensWithRecovery(keyring: Keyring, recoveryKey: string): boolean {
  const read = readRecoveryKey(recoveryKey)
  if (!read.ok) return false
  const keys = openSlots(keyring.recovery.slots, read.pair)
  wipe(read.pair.privateKey)
  if (!keys) return false
  const isOurs = isAuthentic(keyring, keys)
  wipe(...keys.map((key) => key.dek))
  return isOurs
}

/** The same keyring as its next revision, for when only the form changes in which it is kept; throws as `soleKey` does. */
export function restamp(keyring: Keyring, dek: Uint8Array): Keyring {
  return stamp(keyring, soleKey(keyring, dek))
}

type OpenedUser = { ok: true; user: KeyringUser; secret: Uint8Array; keys: DataKey[] }

function openUser(keyring: Keyring, login: string, password: string): OpenedUser | NotUnlocked {
  const user = userByLogin(keyring, login)
  if (!user) {
    spendPasswordCheck(password, highestCost(keyring))
    return WRONG
  }
  const context = { storeId: keyring.storeId, userId: user.userId, wrapping: user.wrapping }
  const secret = unwrapSecret(user, password, context)
  if (!secret) return WRONG
  const keys = openSlots(user.slots, { publicKey: field(user.publicKey), privateKey: secret })
  if (keys && isAuthentic(keyring, keys)) return { ok: true, user, secret, keys }
  wipe(secret, ...(keys ?? []).map((key) => key.dek))
  return { ok: false, reason: 'tampered' }
}

function highestCost(keyring: Keyring): Cost {
  const [highest = DEFAULT_COST] = keyring.users.map((user) => user.kdf).sort((a, b) => work(b) - work(a))
  return { opslimit: highest.opslimit, memlimit: highest.memlimit }
}

function work(cost: Cost): number {
  return cost.opslimit * cost.memlimit
}

function deksOf(keys: readonly DataKey[]): { dek: Uint8Array; nextDek: Uint8Array | null } {
  const [current, next] = keys
  if (!current) throw new Error('a keyring without a data key')
  return { dek: current.dek, nextDek: next?.dek ?? null }
}

function refuseAndWipe(keys: readonly DataKey[], reason: NotRecovered['reason']): NotRecovered {
  wipe(...keys.map((key) => key.dek))
  return { ok: false, reason }
}
