import { z } from 'zod'
import { userId } from '../ids.ts'
import { ROLES, type Role } from '../roles.ts'
import { type Instant, instant } from '../time.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export const language = z.enum(LANGUAGES)
export type Language = z.infer<typeof language>

/** The signed-in person as every window may know them. */
export const actor = z.object({
  id: userId,
  login: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
})

/** What an authorisation adds for a time to what the own role allows (S3-130). */
export type Authorised = {
  ownRole: Role
  readsRestricted: boolean
  openedCases: readonly string[]
  openedMembers: readonly string[]
}

/** S3-129: the members that a person reads where the desk's rule does not give all of them to the role. */
export type MemberReading = {
  rows: 'team' | 'assigned'
  /** Whose members these are: the whole team, or the person alone. */
  people: readonly string[]
  /** A call from then on ties a member to whoever took it. */
  callsSince: Instant
}
export type Actor = z.infer<typeof actor> & { authorised?: Authorised; reading?: MemberReading }

/** 2–32 characters a person can type on any keyboard: a–z, 0–9, dot, dash, underscore; starts with a letter. */
export const login = z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/, { message: 'login' })

/** A new password; strength is judged by the password policy, this only bounds it. */
export const newPassword = z.string().min(10, { message: 'password-short' }).max(256)

/** What a sign-in screen needs before anybody is signed in; holds no personal data. */
export const sessionStatus = z.object({
  /** `none`: no store yet; `locked`: a store waits for a password; `open`: somebody is signed in. */
  state: z.enum(['none', 'locked', 'open']),
  engine: z.enum(['sqlite', 'postgres']),
  /** File name or host/database, for the sign-in screen. */
  storeName: z.string(),
  demo: z.boolean(),
  /** Demo passwords, present on a demo store only. */
  demoLogins: z.array(z.object({ login: z.string(), role: z.enum(ROLES), name: z.string(), password: z.string() })),
  /** After wrong passwords: no attempt is taken before this instant. */
  retryAt: instant.nullable(),
  user: actor.nullable(),
  /** True while the signed-in person has a one-time password: nothing but replacing it is answered. */
  mustChangePassword: z.boolean(),
  autoLockMinutes: z.number().int(),
  versions: z.object({ app: z.string(), electron: z.string(), node: z.string(), sqlite: z.string() }),
})
export type SessionStatus = z.infer<typeof sessionStatus>
