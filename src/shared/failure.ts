/** One field of the input that was refused: where (dotted path) and why (a message key with its values). */
export type Issue = { path: string; reason: string; params?: FailureParams }

/** Values that a failure's sentence may name; never a secret. */
export type FailureParams = Record<string, string | number>

/**
 * Every way a call can fail, as a value that crosses the bridge.
 * The renderer's failure-text and the command line hold a sentence for each in both languages.
 */
export type Failure =
  | { code: 'UNKNOWN_CALL' }
  | { code: 'INVALID_INPUT'; issues: Issue[] }
  | { code: 'FORBIDDEN' }
  | { code: 'LOCKED' }
  | { code: 'NOT_FOUND'; entity: string }
  | { code: 'RULE'; rule: string; params: FailureParams }
  | { code: 'CONFLICT'; entity: string }
  | { code: 'CANCELLED' }
  | { code: 'INTERNAL'; ref: string }

export type FailureCode = Failure['code']

/** What a call comes back as: errors are values, because a thrown error keeps only its message over the bridge. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** The one thing a handler may throw on purpose: a decision not to do what was asked. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code === 'RULE' ? `RULE ${failure.rule}` : failure.code)
    this.name = 'Refusal'
    this.failure = failure
  }
}

/** Refuses by a named rule of the domain, with the values its sentence names. */
export function refuse(rule: string, params: FailureParams = {}): never {
  throw new Refusal({ code: 'RULE', rule, params })
}

/** Returns the value, or refuses with NOT_FOUND naming the entity. */
export function found<T>(value: T | undefined | null, entity: string): T {
  if (value === undefined || value === null) throw new Refusal({ code: 'NOT_FOUND', entity })
  return value
}

/** A rule's verdict: allowed, or refused by name. */
export type Decision = { allowed: true } | { allowed: false; rule: string; params: FailureParams }

export const allow: Decision = { allowed: true }

/** A verdict that refuses, for pure rules (they never throw). */
export function deny(rule: string, params: FailureParams = {}): Decision {
  return { allowed: false, rule, params }
}

/** Turns a refusing verdict into a Refusal; does nothing when allowed. */
export function must(decision: Decision): void {
  if (!decision.allowed) refuse(decision.rule, decision.params)
}

/** Marks a switch over a union as complete: a new member breaks the build here. */
export function never(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`)
}
