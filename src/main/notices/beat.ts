import type { Push } from '../../shared/bridge.ts'
import { NOTHING_WAITS, type Waits } from '../../shared/notices/tray.ts'
import { SECOND } from '../../shared/time.ts'
import type { Desk, Session } from '../engine/desk.ts'
import { dispatchAsSystem, type Request } from '../engine/dispatch.ts'

/** Looking costs a few index entries: nobody misses a notice that comes this much later. */
const EVERY = 4 * SECOND

type Last = { at: number; unread: number; waits: Waits }
const looks = new WeakMap<Session, Last>()

/**
 * Tells the shell what the signed-in person is to be told outside the window. The desk asks as itself: a notice is no
 * act of the person's and does not keep an idle desk open.
 */
export async function beatNotices(desk: Desk): Promise<void> {
  const { session, host } = desk
  if (!session || !desk.open || session.mustChangePassword) return
  const last = looks.get(session) ?? { at: 0, unread: 0, waits: NOTHING_WAITS }
  if (Math.abs(host.now() - last.at) < EVERY) return
  looks.set(session, { ...last, at: host.now() })
  const userId = session.actor.id
  const waiting = await dispatchAsSystem(desk, asSystem('notices.waiting', { userId }))
  if (!waiting.ok) return
  const { fresh, showsCount, overdue, soon, unread } = waiting.value as Waits & { fresh: number; showsCount: boolean }
  tellWaits(desk, session, showsCount ? { overdue, soon, unread: unread + fresh } : NOTHING_WAITS)
  if (fresh > 0) {
    const taken = await dispatchAsSystem(desk, asSystem('notices.take', { userId }))
    if (!taken.ok) return
    const { show, ...rest } = taken.value as Taken
    tell(desk, session, {
      kind: 'notice',
      userId,
      notices: show.map(({ kind, caseNumber, place }) => ({ kind, caseNumber, place })),
      ...rest,
    })
    return
  }
  const counted = showsCount ? unread : 0
  if (counted !== last.unread)
    tell(desk, session, { kind: 'notice', userId, notices: [], onlyAway: true, unread: counted })
}

type Notice = Extract<Push, { kind: 'notice' }>
type Taken = { show: Notice['notices']; onlyAway: boolean; unread: number }

/** The tray hears what waits when it is something else than before. */
function tellWaits(desk: Desk, session: Session, waits: Waits): void {
  const last = looks.get(session)
  if (!last || JSON.stringify(last.waits) === JSON.stringify(waits)) return
  looks.set(session, { ...last, waits })
  desk.host.push({ kind: 'waiting', userId: session.actor.id, waits })
}

function tell(desk: Desk, session: Session, push: Notice): void {
  const waits = looks.get(session)?.waits ?? NOTHING_WAITS
  looks.set(session, { at: desk.host.now(), unread: push.unread, waits })
  desk.host.push(push)
}

const asSystem = (name: string, input: unknown): Request => ({
  ...{ name, input, progress: () => {} },
  signal: new AbortController().signal,
})
