import type { CallName, Input, Output } from '../../shared/contracts.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Actor } from '../../shared/session/model.ts'
import { type Instant, MINUTE } from '../../shared/time.ts'
import { appendAudit, entryBody, noteHead } from '../engine/audit.ts'
import type { Desk, OpenStore } from '../engine/desk.ts'
import { dispatch, dispatchAsSystem, type Request } from '../engine/dispatch.ts'
import type { Engine } from '../engine/engine.ts'
import type { JsonObject } from '../rules/audit-chain.ts'
import type { Db } from '../store/types.ts'

/** A person of the demo with the place in the rota. */
export type Colleague = Actor & { place: number }

/** Everybody at the demo desk. */
export type Staff = { manager: Colleague; admin: Colleague; leads: Colleague[]; agents: Colleague[] }

/** The demo's clock: the whole desk reads it. */
export type Clock = { now: Instant }

/** The demo's people, who share one open store: what they do goes through the dispatcher like a real person's clicks. */
export type Office = {
  readonly staff: Staff
  now(): Instant
  /** Lets time pass; limits that come due on the way are recorded. */
  passTo(at: Instant): Promise<void>
  /** Lets time pass and records every limit that has come due. */
  lookAtLimits(at: Instant): Promise<void>
  /** A call that must succeed; a refusal is a fault of the demo. */
  call<N extends CallName>(who: Actor, name: N, input: Input<N>): Promise<Output<N>>
  /** Reads for the demo's own planning; nobody at the desk sees it. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Many rows in one transaction with one audit row that says how many: what a data feed would bring. */
  fill<T>(who: Actor, name: string, counts: JsonObject, work: (db: Db) => Promise<T>): Promise<T>
}

/** Limits are looked at in steps of this length, as at a desk that is busy; each keeps its true time all the same. */
const CHECK_EVERY = 20 * MINUTE

/** The office on the engine's open store. */
export function openOffice(engine: Engine, staff: Staff, clock: Clock): Office {
  const { host, address } = engine.desk
  let checkAt: Instant | null = null
  let isCheckKnown = false

  const opened = (): OpenStore => {
    if (!engine.desk.open) throw new Error('the demo store is closed')
    return engine.desk.open
  }
  const deskOf = (actor: Actor): Desk => ({
    host,
    address,
    open: opened(),
    session: { actor, lastActiveAt: clock.now, mustChangePassword: false },
  })
  const own = (): Desk => ({ host, address, open: opened(), session: null })

  const nextCheck = async (): Promise<Instant | null> => {
    if (isCheckKnown) return checkAt
    const { at } = await answer<'cases.nextCheck'>(
      dispatchAsSystem(own(), request('cases.nextCheck', {})),
      'cases.nextCheck',
      {},
    )
    isCheckKnown = true
    checkAt = at
    return at
  }

  const tick = async () => {
    const { nextAt } = await answer<'cases.tick'>(dispatchAsSystem(own(), request('cases.tick', {})), 'cases.tick', {})
    checkAt = nextAt
  }

  const passTo = async (at: Instant) => {
    for (let due = await nextCheck(); due !== null; due = checkAt) {
      const seenAt = Math.max(clock.now, Math.ceil(due / CHECK_EVERY) * CHECK_EVERY)
      if (seenAt > at) break
      clock.now = seenAt
      await tick()
    }
    clock.now = Math.max(clock.now, at)
  }

  return {
    staff,
    now: () => clock.now,
    passTo,
    lookAtLimits: async (at) => {
      await passTo(at)
      await tick()
    },
    call: (who, name, input) => {
      if (/^(cases|classing|liability|messages|plans|posts)\./.test(name)) isCheckKnown = false
      return answer(dispatch(deskOf(who), request(name, input)), name, input)
    },
    read: (work) => opened().store.read(work),
    fill: async (who, name, counts, work) => {
      const open = opened()
      const about = { actorId: who.id, call: name, outcome: 'done', memberId: null, caseId: null } as const
      const body = entryBody(who, counts)
      const { value, head } = await open.store.transaction(async (db) => {
        const done = await work(db)
        const newest = await appendAudit(open.store, db, open.storeId, { ...about, at: clock.now, body })
        return { value: done, head: newest }
      })
      noteHead(open, head)
      return value
    },
  }
}

function request(name: string, input: unknown): Request {
  return { name, input, signal: new AbortController().signal, progress: () => {} }
}

async function answer<N extends CallName>(
  result: ReturnType<typeof dispatch>,
  name: N,
  input: unknown,
): Promise<Output<N>> {
  const reply = await result
  if (!reply.ok)
    throw new Error(`the demo's ${name} was refused: ${JSON.stringify(reply.failure)} ${JSON.stringify(input)}`)
  return reply.value as Output<N>
}

/** Somebody of the staff who works with cases, by id. */
export function colleague({ agents, leads, manager }: Staff, id: UserId | null): Colleague {
  return [...agents, ...leads].find((one) => one.id === id) ?? manager
}
