import type { Push } from '../../shared/bridge.ts'
import { SECOND } from '../../shared/time.ts'
import type { Desk, Session } from '../engine/desk.ts'
import { dispatchAsSystem, type Request } from '../engine/dispatch.ts'

/** Looking costs a few index entries: nobody misses a notice that comes this much later. */
const EVERY = 4 * SECOND

type Last = { at: number; unread: number }
const looks = new WeakMap<Session, Last>()

/**
 * Tells the shell what the signed-in person is to be told outside the window. The desk asks as itself: a notice is no
 * act of the person's and does not keep an idle desk open.
 */
export async function beatNotices(desk: Desk): Promise<void> {
  const { session, host } = desk
  if (!session || !desk.open || session.mustChangePassword) return
  const last = looks.get(session) ?? { at: 0, unread: 0 }
  if (Math.abs(host.now() - last.at) < EVERY) return
  looks.set(session, { ...last, at: host.now() })
  const userId = session.actor.id
  const waiting = await dispatchAsSystem(desk, asSystem('notices.waiting', { userId }))
  if (!waiting.ok) return
  const { fresh, unread, showsCount } = waiting.value as { fresh: number; unread: number; showsCount: boolean }
  if (fresh > 0) {
    const taken = await dispatchAsSystem(desk, asSystem('notices.take', { userId }))
    if (!taken.ok) return
    const { show, ...rest } = taken.value as Taken
    tell(desk, session, {
      kind: 'notice',
      notices: show.map(({ kind, caseNumber }) => ({ kind, caseNumber })),
      ...rest,
    })
    return
  }
  const counted = showsCount ? unread : 0
  if (counted !== last.unread) tell(desk, session, { kind: 'notice', notices: [], onlyAway: true, unread: counted })
}

type Notice = Extract<Push, { kind: 'notice' }>
type Taken = { show: Notice['notices']; onlyAway: boolean; unread: number }

function tell(desk: Desk, session: Session, push: Notice): void {
  looks.set(session, { at: desk.host.now(), unread: push.unread })
  desk.host.push(push)
}

const asSystem = (name: string, input: unknown): Request => ({
  ...{ name, input, progress: () => {} },
  signal: new AbortController().signal,
})
