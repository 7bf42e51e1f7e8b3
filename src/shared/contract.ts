import type { z } from 'zod'
import type { Role } from './roles.ts'

/** What a window may re-read after a commit; pushed to every window. */
export const TOPICS = [
  'session',
  'users',
  'settings',
  'members',
  'tiers',
  'calls',
  'cases',
  'clocks',
  'flights',
  'policies',
  'imports',
  'exports',
  'improvements',
  'messages',
  'audit',
  'drafts',
  'jobs',
  'classes',
  'reviews',
  'training',
  'posts',
  'queue',
  'knowledge',
  'todos',
  'exams',
  'careers',
  'trust',
  'scorecards',
  'notices',
  'trips',
  'rights',
  'products',
  'macros',
  'backups',
] as const
export type Topic = (typeof TOPICS)[number]

/** A sentence in both languages of the desk. */
export type Bilingual = { zh: string; en: string }

/** The side of a text in both languages that is read in a language of the desk. */
export function sideOf(language: string): keyof Bilingual {
  return language === 'en' ? 'en' : 'zh'
}

/**
 * Who may make a call: roles of signed-in people, `anyone` signed in,
 * or `public` for the few calls that work on a store that is still closed.
 * `system` is the desk itself, evaluating clocks when their time comes.
 */
export type Access = readonly (Role | 'system')[] | 'anyone' | 'public'

/**
 * What the rule of who reads which members asks of a call. `file`: it shows or changes one member's file and is refused
 * where that lies beyond. `rows`: the desk takes the lines of members beyond out of the answer. `scoped`: its handler
 * asks within the scope. `new`: it begins a file, and whoever does knows what they wrote. `any`: it takes a member whom
 * somebody named and shows nothing of the file, or keeps the desk's own record of whoever's it is.
 */
export type MemberPart = 'file' | 'rows' | 'scoped' | 'new' | 'any'

/** One call of the desk, declared once; everything else about it is derived from this. */
export type CallSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, A extends Access = Access> = {
  /** A query changes nothing; a command writes and always leaves an audit row. */
  kind: 'query' | 'command'
  access: A
  summary: Bilingual
  input: I
  output: O
  /** What the windows must re-read after the commit. */
  changes?: readonly Topic[]
  /** A query that shows personal data: it is audited like a change, naming whose data was shown. */
  discloses?: boolean
  /** How the call stands to who reads which members (S3-129); a query that says nothing is sifted like `rows`. */
  members?: MemberPart
  /** May take long: runs with progress and can be cancelled; a heavy query runs beside the store's writer. */
  heavy?: boolean
  /** Keeps everybody else out for as long as it runs: it gets no transaction and writes its own audit row. */
  alone?: boolean
  /** Also for a person who still has a one-time password; everything else waits until it was replaced. */
  beforePasswordChange?: true
  /**
   * The most bytes that are read of the file which the input names as `file`, and of each among its `attachments`. One that
   * is none, is closed or is larger is refused in its own name before the call begins (decision 0135).
   */
  reads?: number
  /** Input fields that never reach the audit log: passwords and keys. */
  secrets?: readonly string[]
}

/** Declares one call; exists for its types. */
export function call<I extends z.ZodType, O extends z.ZodType, const A extends Access, const L extends boolean = false>(
  spec: CallSpec<I, O, A> & { alone?: L },
): CallSpec<I, O, A> & { alone?: L } {
  return spec
}

/** The calls of one feature, by short name. */
export type FeatureContract = Record<string, CallSpec>

/** `cases.open`: a feature's name and a call's short name. */
export type NameOf<F extends Record<string, FeatureContract>> = {
  [K in keyof F & string]: `${K}.${keyof F[K] & string}`
}[keyof F & string]

/** The declaration behind a call's name. */
export type SpecOf<F extends Record<string, FeatureContract>, N extends string> = N extends `${infer K}.${infer C}`
  ? K extends keyof F
    ? C extends keyof F[K]
      ? F[K][C]
      : never
    : never
  : never

/** What a caller passes (before parsing). */
export type InputOf<S> = S extends CallSpec<infer I, z.ZodType> ? z.input<I> : never
/** What a handler receives (after parsing). */
export type ParsedOf<S> = S extends CallSpec<infer I, z.ZodType> ? z.output<I> : never
/** What a handler must return (before the output is parsed). */
export type ReturnOf<S> = S extends CallSpec<z.ZodType, infer O> ? z.input<O> : never
/** True for a call that gets no transaction, because it works on a closed store or on the store as a whole. */
export type HasNoTransaction<S> =
  S extends CallSpec<z.ZodType, z.ZodType, infer A> ? (A extends 'public' ? true : IsAlone<S>) : never
type IsAlone<S> = S extends { alone?: infer L } ? (true extends L ? true : false) : false
/** What a caller gets back. */
export type OutputOf<S> = S extends CallSpec<z.ZodType, infer O> ? z.output<O> : never
