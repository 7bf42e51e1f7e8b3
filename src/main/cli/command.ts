import type { Bilingual } from '../../shared/contract.ts'
import type { CallName } from '../../shared/contracts.ts'
import type { Instant } from '../../shared/time.ts'
import type { Context } from './context.ts'

type Plain = { kind: 'text' | 'count' | 'flag'; meaning: Bilingual; required?: true; shown?: string }
/** A file: read, of so many bytes at most, or a place to write to. What is read is looked at before the command begins. */
type Place = { kind: 'file'; meaning: Bilingual; required?: true; shown?: string } & (
  | { reads: number; writes?: never }
  | { writes: true; reads?: never }
)
/** `isEvent`: when something happened to a customer, so no other century is believed. */
type Moment = { kind: 'instant'; isEvent?: true; meaning: Bilingual; required?: true; shown?: string }
type Choice = { kind: 'choice'; choices: readonly string[]; meaning: Bilingual; required?: true; shown?: string }

/** One operand or option: what it may be, whether it must be there, what it means. */
export type Value = Plain | Place | Moment | Choice
export type Values = Readonly<Record<string, Value>>

type Read = { text: string; file: string; count: number; instant: Instant; flag: boolean }
type ReadOf<V> = V extends { kind: 'choice'; choices: readonly (infer C)[] }
  ? C
  : V extends { kind: infer K extends keyof Read }
    ? Read[K]
    : never
type ArgsOf<V> = {
  [K in keyof V]: V[K] extends { required: true } | { kind: 'flag' } ? ReadOf<V[K]> : ReadOf<V[K]> | undefined
}

/** What a person typed, read and checked. */
export type Args = Readonly<Record<string, string | number | boolean | undefined>>

/**
 * What a command gives back: the JSON document, what people see in its place,
 * and, when something was found wrong, the sentence that says so (exit code 1).
 */
export type Answer = { json: unknown; shown?: unknown; wrong?: string }

/** One command, as data: parser, help and tests derive from it. */
export type Command = {
  /** One to three words, for example `case open`. */
  path: string
  /** The call behind it, which gives the help its summary and roles; null when it asks the dispatcher nothing. */
  call: CallName | null
  /** Says more than the call's own summary, or stands in its place. */
  summary?: Bilingual
  /** `nothing`: no store at all; `store`: one that nobody has opened; `person`: signed in. */
  needs: 'nothing' | 'store' | 'person'
  /** File name of the store in the desk's own folder, when none is named; `desk.db` unless told. */
  usualStore?: string
  operands: Values
  options: Values
  /** Of these options exactly one must be given. */
  oneOf?: readonly string[]
  /** Which option fills a field of the call that is named otherwise, for the sentence about a refused field. */
  fields?: Readonly<Record<string, string>>
  /** Which option a rule of the desk is about, for the sentence of its refusal. */
  rules?: Readonly<Record<string, string>>
  /** What to say in place of “nothing was saved” when it is cancelled, where that is not all. */
  cancelled?: Bilingual
  run(context: Context, args: Args): Promise<Answer>
}

type Spec<P extends Values, O extends Values> = Omit<Command, 'operands' | 'options' | 'run'> & {
  operands?: P
  options?: O
  run(context: Context, args: ArgsOf<P> & ArgsOf<O>): Promise<Answer>
}

/** Declares one command; the arguments of `run` get their types from its operands and options. */
export function command<const P extends Values = Record<never, never>, const O extends Values = Record<never, never>>(
  spec: Spec<P, O>,
): Command {
  return { ...spec, operands: spec.operands ?? {}, options: spec.options ?? {} }
}
