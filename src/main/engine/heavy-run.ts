import { Refusal } from '../../shared/failure.ts'
import { withoutBeyond } from '../members/sieve.ts'
import { faultOf } from '../store/errors.ts'
import type { Store } from '../store/store.ts'
import type { Desk } from './desk.ts'
import { findHandler, findSpec, isSifted } from './dispatch.ts'
import type { Ctx } from './handler.ts'
import type { FromReader, HeavyQuery, ReaderStart } from './heavy-messages.ts'
import { keyringPlace } from './keyring-place.ts'

type Follow = Pick<Ctx, 'signal' | 'progress'>

/** Runs the handler of a heavy query on a connection that cannot write, and parses what it gives back. */
export async function runHeavy(desk: Desk, store: Store, query: HeavyQuery, follow: Follow): Promise<unknown> {
  const spec = findSpec(query.name)
  if (spec?.kind !== 'query' || spec.discloses) throw new Error(`${query.name} is no query for the reading thread`)
  const handler = findHandler(query.name)
  return store.read(async (db) => {
    follow.signal.throwIfAborted()
    const ctx: Ctx = {
      ...follow,
      db,
      desk,
      actor: query.actor,
      now: query.now,
      newId: desk.host.newId,
      // What leaves no audit row names nobody.
      subject: () => {},
      note: () => {},
    }
    const output = await handler(ctx, query.input)
    return spec.output.parse(isSifted(spec) ? await withoutBeyond(ctx, db, output) : output)
  })
}

/** How a heavy query's error crosses to the engine: refusals and store faults as they are, the rest for the log. */
export function describeError(id: number, error: unknown): FromReader {
  if (error instanceof Refusal) return { kind: 'refused', id, failure: error.failure }
  const fault = faultOf(error)
  if (fault) return { kind: 'fault', id, fault }
  return { kind: 'failed', id, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** The desk as a heavy query sees it: open, with the public halves of the keys and none of the secret ones. */
export function readerDesk(start: Omit<ReaderStart, 'dataKey'>, store: Store, query: HeavyQuery): Desk {
  const { storeId, isDemo, autoLockMinutes, keyring, publicKey, keyId, versions } = start
  const address = { engine: 'sqlite', path: start.address } as const
  const nothing = new Uint8Array()
  const signing = { publicKey, keyId, secretKey: nothing }
  const keys = { dataKey: nothing, keyring, place: keyringPlace(address), signing }
  const { actor, now, head } = query
  return {
    address,
    host: {
      now: () => now,
      newId: () => crypto.randomUUID(),
      log: () => {},
      push: () => {},
      versions,
      passwordCost: { opslimit: 0, memlimit: 0 },
    },
    open: { store, reader: null, heavy: null, storeId, keys, isDemo, autoLockMinutes, head },
    session: actor.role === 'system' ? null : { actor, lastActiveAt: now, mustChangePassword: false },
  }
}
