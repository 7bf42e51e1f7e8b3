import { expect } from 'vitest'
import { createEngine } from '../../src/main/engine/engine.ts'
import { type Instant, MINUTE, SECOND } from '../../src/shared/time.ts'
import { type App, onEveryEngine, PASSWORD, START } from '../app.ts'
import { tell } from './tally.ts'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A computer whose clock can be moved; the time since its start goes on whatever its clock shows. */
function computer() {
  let [wall, steady] = [START, 5 * DAY]
  return {
    now: () => wall,
    steady: () => steady,
    pass: (ms: number) => {
      wall += ms
      steady += ms
    },
    turn: (ms: number) => {
      wall += ms
    },
  }
}

/** The desk on such a computer, with the app's own engine closed before. */
async function onComputer(app: App, machine: ReturnType<typeof computer>) {
  await app.engine.close()
  const { host } = app.engine.desk
  return createEngine(app.address, { ...host, now: machine.now, steady: machine.steady })
}

const noted = (rows: readonly { call: string; body: string; actorId: string; at: Instant }[]) =>
  rows
    .filter(({ call }) => call === 'deskClock.note')
    .map(({ body, actorId, at }) => {
      const { truthAt, shownAt, byMs } = JSON.parse(body).input
      return { actorId, at, truthAt, shownAt, byMs }
    })
    .reverse()

onEveryEngine(
  'a clock that jumps while the desk works, is idle or is locked stands in the audit log and is told until it is acknowledged; a sleep is none',
  async (app) => {
    await app.as('agent')
    const machine = computer()
    const engine = await onComputer(app, machine)
    const ok = async <T>(asked: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>): Promise<T> => {
      const result = await asked
      if (!result.ok) expect.fail(JSON.stringify(result.failure))
      return result.value
    }
    const signIn = (login: string) => ok(engine.call('session.signIn', { login, password: PASSWORD }))
    const told = async () => (await ok(engine.call('deskClock.jumps', {}))).map(({ byMs }) => byMs)
    try {
      await signIn('agent')
      await engine.heartbeat()
      machine.pass(SECOND)
      await engine.heartbeat()
      expect(await told()).toEqual([])

      // Back by an hour, within one beat.
      machine.turn(-HOUR)
      machine.pass(SECOND)
      await engine.heartbeat()
      expect(await told()).toEqual([-HOUR])

      // Ahead by a day: the desk looks idle and locks itself, and has written it down before.
      machine.turn(DAY)
      machine.pass(SECOND)
      await engine.heartbeat()
      expect(engine.desk.session).toBeNull()
      await signIn('agent')
      expect(await told()).toEqual([DAY, -HOUR])

      // A night's sleep moves both clocks; the locked desk hears of the jump after it, and tells it at the sign-in.
      await ok(engine.call('session.lock', { reason: 'suspend' }))
      machine.pass(9 * HOUR)
      await engine.heartbeat()
      machine.turn(-10 * MINUTE)
      machine.pass(SECOND)
      await engine.heartbeat()
      await signIn('agent')
      await engine.heartbeat()
      expect(await told()).toEqual([-10 * MINUTE, DAY, -HOUR])

      const mine = await ok(engine.call('deskClock.jumps', {}))
      const acknowledged = await ok(engine.call('deskClock.acknowledge', { jumps: mine.map(({ id }) => id) }))
      expect(acknowledged).toEqual({ acknowledged: 3 })
      expect(await told()).toEqual([])
      expect(await ok(engine.call('deskClock.acknowledge', { jumps: mine.map(({ id }) => id) }))).toEqual({
        acknowledged: 0,
      })

      // Whoever answers for the desk hears of all of them, and the log has each with what the clock would have shown.
      await ok(engine.call('session.lock', { reason: 'switch' }))
      await signIn('boss')
      expect(await told()).toEqual([-10 * MINUTE, DAY, -HOUR])
      const { rows } = await ok(engine.call('audit.list', { limit: 200 }))
      const log = noted(rows)
      expect(log.map(({ actorId, byMs }) => [actorId, byMs])).toEqual([
        ['system', -HOUR],
        ['system', DAY],
        ['system', -10 * MINUTE],
      ])
      for (const { truthAt, shownAt, byMs } of log) expect(shownAt - truthAt).toBe(byMs)
      expect(log[0]).toMatchObject({ shownAt: START - HOUR + 2 * SECOND, at: START - HOUR + 2 * SECOND })
      expect(await ok(engine.call('audit.verify', {}))).toMatchObject({ ok: true })
      tell({ fault: `clock jumps told, ${app.engineName}`, rounds: 3, whole: 3, refused: 0, lost: 3 - log.length })
    } finally {
      await engine.close()
    }
    await app.signIn('boss')
  },
)
