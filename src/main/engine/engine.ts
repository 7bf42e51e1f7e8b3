import type { Push, RequestOptions } from '../../shared/bridge.ts'
import type { CallName, Input, Output } from '../../shared/contracts.ts'
import type { Result } from '../../shared/failure.ts'
import { MINUTE } from '../../shared/time.ts'
import { mayTryBackup } from '../backups/beat.ts'
import { beatClock } from '../deskclock/beat.ts'
import { stepTotals } from '../kpi/fill.ts'
import { beatWindows } from '../marks/presence.ts'
import { beatNotices } from '../notices/beat.ts'
import { stepBackfill } from '../search/backfill.ts'
import { lockDesk } from '../session/handlers.ts'
import { parseAddress } from '../store/address.ts'
import { beatChainCheck } from './chain-check.ts'
import type { Desk, Host } from './desk.ts'
import { dispatch, dispatchAsSystem, type Request } from './dispatch.ts'

/** One engine: a store, the keys while it is open, the person signed in, and the only way to ask for anything. */
export type Engine = {
  /** Answers a call by name with unparsed input, as it comes over the bridge. */
  request(name: string, input: unknown, options?: RequestOptions): Promise<Result<unknown>>
  /** The same with types, for the command line and tests. */
  call<N extends CallName>(name: N, input: Input<N>, options?: RequestOptions): Promise<Result<Output<N>>>
  /** Stops a heavy call that was started under this job name. */
  cancel(job: string): void
  /** Does what time alone brings about: locks an idle desk, evaluates clocks that came due. */
  heartbeat(): Promise<void>
  /** Locks, if open, and waits until everything is on disk. */
  close(reason?: string): Promise<void>
  readonly desk: Desk
}

/** Makes an engine for the store at an address; nothing is opened until somebody signs in. */
export function createEngine(address: string, host: Host): Engine {
  const desk: Desk = { host, address: parseAddress(address), open: null, session: null }
  const jobs = new Map<string, AbortController>()

  const request: Engine['request'] = async (name, input, options) => {
    const controller = new AbortController()
    const { job } = options ?? {}
    if (job) jobs.set(job, controller)
    try {
      return await dispatch(desk, { name, input, signal: controller.signal, progress: reporter(host, job) })
    } finally {
      if (job) jobs.delete(job)
    }
  }

  return {
    desk,
    request,
    call: (name, input, options) => request(name, input, options) as never,
    cancel: (job) => jobs.get(job)?.abort(),
    heartbeat: () => heartbeat(desk),
    close: (reason = 'asked') => lockAnyway(desk, reason),
  }
}

function reporter(host: Host, job: string | undefined): (done: number, total: number | null, note?: string) => void {
  if (!job) return () => {}
  return (done, total, note) => {
    const push: Push = { kind: 'progress', progress: { job, done, total, note: note ?? null } }
    host.push(push)
  }
}

// A store that cannot even take the row about its locking, because its disk is full or its file is gone, is locked all the same.
async function lockAnyway(desk: Desk, reason: string): Promise<void> {
  try {
    await lockDesk(desk, reason)
  } catch (error) {
    desk.host.log('lock', error)
  }
}

async function heartbeat(desk: Desk): Promise<void> {
  // Before an idle desk is locked: a clock moved ahead makes it look idle, and is to be told all the same.
  await beatClock(desk)
  const { session, open } = desk
  if (!session || !open) return
  // A clock that was set back must not keep an idle desk open.
  session.lastActiveAt = Math.min(session.lastActiveAt, desk.host.now())
  if (desk.host.now() - session.lastActiveAt >= open.autoLockMinutes * MINUTE) {
    await lockAnyway(desk, 'idle')
    desk.host.push({ kind: 'changed', topics: ['session'] })
    return
  }
  try {
    await stepBackfill(open)
    await stepTotals(open)
    await beatWindows(desk)
  } catch (error) {
    // A full disk: the next beat tries again, and nobody waits for this. Locked meanwhile: the store is closed, and nothing is wrong.
    if (desk.open === open) desk.host.log('heartbeat', error)
  }
  // Looking costs one index entry and leaves no trace; the evaluation itself is a command and an audit row.
  const due = await dispatchAsSystem(desk, asSystem('cases.nextCheck'))
  if (due.ok && isDue(due.value, desk.host.now())) await dispatchAsSystem(desk, asSystem('cases.tick'))
  const look = await dispatchAsSystem(desk, asSystem('patterns.nextRun'))
  if (look.ok && isDue(look.value, desk.host.now())) await dispatchAsSystem(desk, asSystem('patterns.evaluate'))
  const promised = await dispatchAsSystem(desk, asSystem('promises.nextCheck'))
  if (promised.ok && isDue(promised.value, desk.host.now())) await dispatchAsSystem(desk, asSystem('promises.tick'))
  const results = await dispatchAsSystem(desk, asSystem('watch.nextRun'))
  if (results.ok && isDue(results.value, desk.host.now())) await dispatchAsSystem(desk, asSystem('watch.evaluate'))
  const sweep = await dispatchAsSystem(desk, asSystem('routing.nextSweep'))
  if (sweep.ok && isDue(sweep.value, desk.host.now())) await dispatchAsSystem(desk, asSystem('routing.sweep'))
  const backup = await dispatchAsSystem(desk, asSystem('backups.nextRun'))
  if (backup.ok && isDue(backup.value, desk.host.now()) && mayTryBackup(open, desk.host.now()))
    await dispatchAsSystem(desk, asSystem('backups.run'))
  beatChainCheck(desk)
  await beatNotices(desk)
}

function asSystem(name: CallName): Request {
  return { name, input: {}, signal: new AbortController().signal, progress: () => {} }
}

function isDue(value: unknown, now: number): boolean {
  return typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number' && value.at <= now
}
