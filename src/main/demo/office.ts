import type { CallName, Input, Output } from '../../shared/contracts.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Actor } from '../../shared/session/model.ts'
import type { Instant } from '../../shared/time.ts'
import { appendAudit } from '../engine/audit.ts'
import type { Desk, Host, OpenStore } from '../engine/desk.ts'
import { dispatch, dispatchAsSystem, type Request } from '../engine/dispatch.ts'
import type { JsonObject } from '../rules/audit-chain.ts'
import type { StoreAddress } from '../store/address.ts'
import type { Db } from '../store/types.ts'

/** The demo's people, who share one open store: what they do goes through the dispatcher like a real person's clicks. */
export type Office = {
  now(): Instant
  setNow(at: Instant): void
  /** A call that must succeed; a refusal is a fault of the demo. */
  call<N extends CallName>(who: Actor, name: N, input: Input<N>): Promise<Output<N>>
  /** What the desk does by itself. */
  tick(): Promise<Output<'cases.tick'>>
  nextCheck(): Promise<Instant | null>
  /** Many rows in one transaction with one audit row that says how many: what a data feed would bring. */
  fill(who: Actor, call: string, counts: JsonObject, work: (db: Db) => Promise<void>): Promise<void>
}

/** Opens the office on a store that somebody has signed in to. */
export function openOffice(host: Host, address: StoreAddress, open: OpenStore, clock: { now: Instant }): Office {
  const deskOf = (actor: Actor): Desk => ({ host, address, open, session: { actor, lastActiveAt: clock.now } })
  const own: Desk = { host, address, open, session: null }
  const request = (name: string, input: unknown): Request => ({ name, input, signal: new AbortController().signal, progress: () => {} })

  const mustSucceed = async <T>(name: string, input: unknown, result: ReturnType<typeof dispatch>): Promise<T> => {
    const answer = await result
    if (!answer.ok) throw new Error(`the demo's ${name} was refused: ${JSON.stringify(answer.failure)} ${JSON.stringify(input)}`)
    return answer.value as T
  }

  return {
    now: () => clock.now,
    setNow: (at) => {
      clock.now = at
    },
    call: (who, name, input) => mustSucceed(name, input, dispatch(deskOf(who), request(name, input))),
    tick: () => mustSucceed('cases.tick', {}, dispatchAsSystem(own, request('cases.tick', {}))),
    nextCheck: async () => {
      const { at } = await mustSucceed<Output<'cases.nextCheck'>>('cases.nextCheck', {}, dispatchAsSystem(own, request('cases.nextCheck', {})))
      return at
    },
    fill: async (who, call, counts, work) => {
      const head = await open.store.transaction(async (db) => {
        await work(db)
        const body = { entry: crypto.randomUUID(), login: who.login, role: who.role, input: counts }
        return appendAudit(open.store, db, open.storeId, { at: clock.now, actorId: who.id, call, outcome: 'done', memberId: null, caseId: null, body })
      })
      open.head = head
      open.store.anchor(head)
    },
  }
}

/** A person of the demo with the place in the rota. */
export type Colleague = Actor & { place: number }

/** Everybody at the demo desk. */
export type Staff = { manager: Colleague; admin: Colleague; leads: Colleague[]; agents: Colleague[] }

/** Somebody of the staff by id. */
export function colleague(staff: Staff, id: UserId | null): Colleague | undefined {
  return [...staff.agents, ...staff.leads, staff.manager].find((one) => one.id === id)
}
