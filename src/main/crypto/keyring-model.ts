import { z } from 'zod'
import { fromBase64 } from './encoding.ts'

export const KEYRING_VERSION = 1

/** What Argon2id costs: passes over the memory, and the memory in bytes. */
export type Cost = { opslimit: number; memlimit: number }

const MIB = 1024 * 1024

/** 3 passes over 256 MiB: 0.6 to 0.9 s on the desk's machines (security.md). */
export const DEFAULT_COST: Cost = { opslimit: 3, memlimit: 256 * MIB }

// An altered file must not be able to make the program take all memory.
const MAX_OPSLIMIT = 32
const MAX_MEMLIMIT = 1024 * MIB
const MIN_MEMLIMIT = 8192

/** Base64 of so many bytes. */
export const base64 = (length: number) => z.string().refine((text) => fromBase64(text)?.length === length, 'base64')
export const counter = z.number().int().min(1).max(1_000_000_000)
export const name = z.string().min(1).max(200)
const SEALED_DEK_LENGTH = 32 + 48
const WRAPPED_SECRET_LENGTH = 32 + 16

const slot = z.strictObject({ generation: counter, sealed: base64(SEALED_DEK_LENGTH) })
const slots = z.array(slot).min(1).max(2)

const keyringUser = z.strictObject({
  userId: name,
  login: name,
  /** Counts this person's wrappings: each reset or change of password is one. */
  wrapping: counter,
  mustChange: z.boolean(),
  kdf: z.strictObject({
    algorithm: z.literal('argon2id13'),
    opslimit: z.number().int().min(1).max(MAX_OPSLIMIT),
    memlimit: z.number().int().min(MIN_MEMLIMIT).max(MAX_MEMLIMIT),
    salt: base64(16),
  }),
  publicKey: base64(32),
  nonce: base64(24),
  wrapped: base64(WRAPPED_SECRET_LENGTH),
  slots,
})

/** The keyring document: nothing in it is secret without a password or the recovery key. */
export const keyringSchema = z.strictObject({
  format: z.literal('vip-desk-keyring'),
  version: z.literal(KEYRING_VERSION),
  storeId: name,
  /** Counts the changes: of two copies the higher is the later, and a store may remember the last it saw. */
  revision: counter,
  /** Generations of the data key in use: one, or the old and the new one while a rotation is under way. */
  generations: z.array(counter).min(1).max(2),
  users: z.array(keyringUser).max(10_000),
  recovery: z.strictObject({ publicKey: base64(32), slots }),
  macs: z
    .array(z.strictObject({ generation: counter, mac: base64(32) }))
    .min(1)
    .max(2),
})

export type Keyring = z.output<typeof keyringSchema>
export type KeyringUser = z.output<typeof keyringUser>
export type Slot = z.output<typeof slot>
/** A generation of the data key with its key. */
export type DataKey = { generation: number; dek: Uint8Array }

export const KEYRING_PROBLEMS = [
  'missing',
  'damaged',
  'newer-version',
  'tampered',
  'rotation-pending',
  'no-rotation',
  'no-such-user',
  'user-exists',
  'login-taken',
] as const
export type KeyringProblem = (typeof KEYRING_PROBLEMS)[number]

/** Why a keyring cannot be used or changed as asked; its message is its code, never a secret. */
export class KeyringError extends Error {
  readonly code: KeyringProblem
  constructor(code: KeyringProblem) {
    super(`keyring ${code}`)
    this.name = 'KeyringError'
    this.code = code
  }
}

/** Two logins are one when they look alike: compatibility forms, case and outer blanks do not count. */
export function normalLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/** The person with this login. */
export function userByLogin(keyring: Keyring, login: string): KeyringUser | undefined {
  const wanted = normalLogin(login)
  return keyring.users.find((user) => normalLogin(user.login) === wanted)
}

/** The person with this id; throws KeyringError no-such-user. */
export function userById(keyring: Keyring, userId: string): KeyringUser {
  const user = keyring.users.find((one) => one.userId === userId)
  if (!user) throw new KeyringError('no-such-user')
  return user
}
