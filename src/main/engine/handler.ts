import type { BareCallName, CallName, Contracts, Parsed, Return } from '../../shared/contracts.ts'
import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import type { Actor } from '../../shared/session/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { JsonObject } from '../rules/audit-chain.ts'
import type { Db } from '../store/types.ts'
import type { Desk } from './desk.ts'

/** The desk itself, acting when a clock comes due. */
export const SYSTEM_ACTOR = { id: 'system' as UserId, login: 'system', name: 'VIP Desk', role: 'system' } as const
export type SystemActor = typeof SYSTEM_ACTOR

/** What every handler gets besides its input; time, ids and the actor come in here so that nothing reads them elsewhere. */
export type BaseCtx = {
  now: Instant
  newId(): string
  /** The open desk: keys, signing, the store's address. Only session, users, audit, exports, admin, evidence and keys may use it. */
  desk: Desk
  /** Names whose data the call showed or changed, for the audit row. */
  subject(subject: { memberId?: MemberId | null; caseId?: CaseId | null }): void
  /** Adds to the audit row what the input does not say: what changed, from what, to what. */
  note(detail: JsonObject): void
  /** Reports how far a heavy call has come. */
  progress(done: number, total: number | null, note?: string): void
  /** Aborted when the person cancels. Heavy handlers ask between batches. */
  signal: AbortSignal
}

/** A signed-in call: one transaction is all the connection there is. */
export type Ctx = BaseCtx & { db: Db; actor: Actor | SystemActor }

/** A call without a transaction: the store is still closed, or kept for this call alone. */
export type BareCtx = BaseCtx & { actor: Actor | null }

export type Handler<N extends CallName> = (
  ctx: N extends BareCallName ? BareCtx : Ctx,
  input: Parsed<N>,
) => Promise<Return<N>>

/**
 * What a call commits before its own transaction begins, so that it is known also when the program ends in between.
 * `entry` is its name in the audit log; `run` answers true when it wrote something.
 */
export type Beginning<N extends CallName> = { entry: string; run(ctx: Ctx, input: Parsed<N>): Promise<boolean> }
export type Beginnings = { [N in CallName]?: Beginning<N> }

/** One handler for every declared call: a missing one does not compile. */
export type Handlers = {
  [F in keyof Contracts]: FeatureHandlers<F & string>
}

/** The handlers of one feature. */
export type FeatureHandlers<F extends string> = F extends keyof Contracts
  ? { [C in keyof Contracts[F] & string]: `${F}.${C}` extends CallName ? Handler<`${F}.${C}`> : never }
  : never
