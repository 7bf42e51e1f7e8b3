import { expect, test } from 'vitest'
import { type Random, seeded } from '../../bench/lib/random.ts'
import { replayAll } from '../../src/main/cases/replay.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import { type App, closeApp, openApp, PASSWORD, START } from '../app.ts'
import { complaint } from '../cases-fixtures.ts'
import { roundsOf, SEED, tell } from './tally.ts'

const ROUNDS = roundsOf(3)
const JUMPS = 12

/** What a desk has told about a case by the end, and what else must hold whatever its clock did. */
type Told = { signals: string[]; chain: boolean; replay: unknown[]; notices: number; again: number }

/** Lives through these instants with one open complaint: at each the desk's heartbeat beats, and who was locked out signs in. */
async function live(instants: readonly number[]): Promise<Told> {
  const app = await openApp('sqlite')
  try {
    await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
    const { id } = await app.call('cases.open', complaint())
    for (const at of instants) {
      app.setNow(at)
      await beat(app)
    }
    const { events } = await app.call('cases.show', { id })
    const steps = events.flatMap(({ seq }) => (seq === null ? [] : [seq]))
    expect(steps).toEqual(steps.map((_, index) => index + 1))
    const signals = events.filter(({ kind }) => kind === 'signal')
    const notices = (await app.call('notices.list', {})).length
    const { rows } = await app.call('audit.list', { limit: 200 })
    expect(rows.map(({ seq }) => seq)).toEqual([...rows.map(({ seq }) => seq)].sort((a, b) => b - a))
    const { ok } = await app.call('audit.verify', {})
    const replay = (await app.engine.desk.open?.store.read((db) => replayAll(db, app.now())))?.found ?? ['closed']
    // The same instant again brings nothing new.
    await beat(app)
    const after = (await app.call('cases.show', { id })).events.filter(({ kind }) => kind === 'signal').length
    const told = signals.map(
      ({ at, data }) => `${(at - START) / MINUTE} ${data.clock} ${data.percent} ${data.reminder ?? 0}`,
    )
    return { signals: told.sort(), chain: ok, replay, notices, again: after - signals.length }
  } finally {
    await closeApp(app)
  }
}

async function beat(app: App): Promise<void> {
  await app.engine.heartbeat()
  if (app.engine.desk.session) return
  await app.signIn('boss')
  await app.engine.heartbeat()
}

/** Hours and years ahead of what has been, or back before it all began; the end is the same for all. */
function jumps(chance: Random, end: number): number[] {
  const some = Array.from({ length: JUMPS }, () => START - DAY + chance.below(end - START + DAY))
  return [...some, end]
}

const steady = (end: number, step: number) =>
  Array.from({ length: Math.floor((end - START) / step) }, (_, n) => START + (n + 1) * step).concat(end)

test('a clock that jumps ahead and back by hours and days tells each warning once, at its true time, and keeps every order', {
  timeout: 60_000 + ROUNDS * 10_000,
}, async () => {
  const chance = seeded(SEED)
  const end = START + 3 * DAY
  const usual = await live(steady(end, 2 * HOUR))
  expect(usual.signals.length).toBeGreaterThan(10)
  expect(new Set(usual.signals).size).toBe(usual.signals.length)
  let lost = 0
  for (let round = 0; round < ROUNDS; round++) {
    const told = await live(jumps(chance, end))
    lost += usual.signals.filter((signal) => !told.signals.includes(signal)).length
    expect(told).toEqual({ ...usual, notices: told.notices, chain: true, replay: [], again: 0 })
    expect(told.notices).toBeGreaterThan(0)
  }
  const more = { jumps: ROUNDS * JUMPS, warnings: usual.signals.length }
  tell({ fault: 'clock jumps by hours and days', rounds: ROUNDS, whole: ROUNDS, refused: 0, lost, more })
})

test('a clock that jumps ahead by years and comes back tells nothing twice, and what it wrote stays in its order', {
  timeout: 120_000,
}, async () => {
  const far = START + 800 * DAY
  const there = await live([far])
  const back = await live([far, START + HOUR, START + 2 * DAY, far - DAY, far])
  expect(new Set(back.signals).size).toBe(back.signals.length)
  expect(back).toEqual({ ...there, notices: back.notices, chain: true, replay: [], again: 0 })
  tell({
    fault: 'clock jumps by years',
    rounds: 2,
    whole: 2,
    refused: 0,
    lost: 0,
    more: { warnings: back.signals.length },
  })
})
