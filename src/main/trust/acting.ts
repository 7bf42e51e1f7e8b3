import { allow, type Decision } from '../../shared/failure.ts'
import type { Actor } from '../../shared/session/model.ts'
import type { Instant } from '../../shared/time.ts'
import { actingWith } from '../../shared/trust/right-rules.ts'
import { mayBeShown } from '../../shared/trust/rules.ts'
import type { Desk, OpenStore } from '../engine/desk.ts'
import type { SystemActor } from '../engine/handler.ts'
import { lockDesk } from '../session/handlers.ts'
import { type InTurn, inTurn } from '../store/in-turn.ts'
import type { Db } from '../store/types.ts'
import { findUserById } from '../users/queries.ts'
import { readingOf } from './access-store.ts'
import { heldNow } from './right-queries.ts'
import { isSessionEnded } from './session-queries.ts'
import { readTrust } from './settings.ts'
import { findAssent, textInForce } from './text-queries.ts'

/**
 * The signed-in person with what is authorised at this moment (S3-130): read anew for every call, so that a right ends
 * by itself. Null when nobody is signed in, and from now on when somebody else ended this session.
 */
async function actingOf(desk: Desk): Promise<Actor | null> {
  const { open, session } = desk
  if (!session) return null
  const { actor } = session
  if (!open) return actor
  // One file has one program: only on a server may somebody else have ended this session.
  const { id: sessionId } = session
  const canBeEnded = desk.address.engine === 'postgres' && sessionId !== undefined
  if (canBeEnded && (await readNow(open, (db) => isSessionEnded(db, sessionId)))) {
    await lockDesk(desk, 'ended')
    desk.host.push({ kind: 'changed', topics: ['session'] })
    return null
  }
  if (actor.role === 'admin') return actor
  const acting = await readNow(open, (db) => authorisedNow(db, actor, desk.host.now()))
  // Whoever signed in meanwhile is somebody else.
  return desk.session === session ? acting : null
}

/** A person with the rights held at a moment, and with the members that the desk's rule leaves them. */
async function authorisedNow(db: Db, actor: Actor, now: Instant): Promise<Actor> {
  const held = await heldNow(db, actor.id, now)
  const { role, ...opened } = actingWith(actor.role, held, now)
  const reading = await readingOf(db, { id: actor.id, role }, now)
  return {
    ...actor,
    role,
    ...(held.length === 0 ? {} : { authorised: { ownRole: actor.role, ...opened } }),
    ...(reading && { reading }),
  }
}

const turns = new WeakMap<Desk, InTurn>()

/** actingOf, asked once for each call in the order in which the calls came: on a server the answers may overtake each other. */
export function actingInTurn(desk: Desk): Promise<Actor | null> {
  const turn = turns.get(desk) ?? inTurn()
  turns.set(desk, turn)
  return turn(() => actingOf(desk))
}

function readNow<T>(open: OpenStore, work: (db: Db) => Promise<T>): Promise<T> {
  return (open.reader && open.store.isBusy() ? open.reader : open.store).read(work)
}

/** S3-134: whether a person may be shown personal data now: the undertaking is signed, or the days of grace still run. */
export async function mayBeDisclosedTo(db: Db, actor: Actor | SystemActor, now: number): Promise<Decision> {
  if (actor.role === 'system') return allow
  const text = await textInForce(db, 'undertaking', now)
  if (!text || text.fromAt === null || (await findAssent(db, text.id, actor.id))) return allow
  const user = await findUserById(db, actor.id)
  const { graceDays } = await readTrust(db)
  return mayBeShown({ inForceSince: text.fromAt, personSince: user?.createdAt ?? 0, graceDays, now })
}
