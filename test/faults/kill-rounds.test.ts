import { expect, test } from 'vitest'
import { seeded } from '../../bench/lib/random.ts'
import { checkCopy } from '../../src/main/store/sqlite/copy.ts'
import { type App, closeApp, openApp } from '../app.ts'
import { type Child, PASSWORD, pause, startChild } from './child.ts'
import { tell } from './tally.ts'

/** How often a program is killed; `KILL_ROUNDS=1000` for the long run, `KILL_SEED` for other moments. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 8)
const SEED = Number(process.env.KILL_SEED ?? 1)

/** A store grows with each round, and so does what it costs to look at all of it. */
const ROUNDS_PER_STORE = 25

const counts = { rounds: 0, killedWhileOpening: 0, confirmed: 0, savedUnconfirmed: 0, lost: 0, halves: 0, broken: 0 }

/** Kills a program at some moment between its first step and its hundredth write; answers what it had confirmed. */
async function killOnce(child: Child, moment: number, isOpening: boolean): Promise<string[]> {
  child.tell('go')
  if (!isOpening) await child.said('ready')
  await pause(moment)
  await child.kill()
  expect(child.words.filter((word) => /^(log|failed)/.test(word))).toEqual([])
  return child.words.filter((word) => word.startsWith('saved ')).map((word) => word.slice('saved '.length))
}

/** Opens what a kill left, as the next person would, and compares it with what had been confirmed so far. */
async function judge(app: App, confirmed: Set<string>): Promise<void> {
  await app.signIn('boss')
  const { open } = app.engine.desk
  if (!open) throw new Error('closed')
  const { members, logged } = await open.store.read(async (db) => ({
    members: await db.selectFrom('members').select(['id', 'cardNo']).execute(),
    logged: await db.selectFrom('audit').select('memberId').where('call', '=', 'members.create').execute(),
  }))
  const cards = new Set(members.map(({ cardNo }) => cardNo))
  const inLog = new Set(logged.map(({ memberId }) => memberId))
  counts.lost += [...confirmed].filter((card) => !cards.has(card)).length
  // A member without its row in the log, or the row without the member, would be half of a write.
  counts.halves += members.filter(({ id }) => !inLog.has(id)).length + Math.abs(logged.length - members.length)
  // A kill between the commit and its confirmation leaves a write that nobody was told of.
  counts.savedUnconfirmed += [...cards].filter((card) => !confirmed.has(card)).length
  for (const card of cards) confirmed.add(card)
  const { ok } = await app.call('audit.verify', {})
  if (!ok) counts.broken += 1
  checkCopy(app.address, open.keys.dataKey)
  await app.call('session.lock', { reason: 'switch' })
}

async function newDesk(): Promise<App> {
  const app = await openApp('sqlite')
  await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  await app.call('session.lock', { reason: 'switch' })
  return app
}

test('killed at any moment, again and again, the desk has every write that it confirmed, none by half, and a whole chain', {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const chance = seeded(SEED)
  for (let from = 0; from < ROUNDS; from += ROUNDS_PER_STORE) {
    const app = await newDesk()
    const confirmed = new Set<string>()
    // The next program loads while the last one is judged; it touches the store only when it is told to.
    let next = startChild('members', app.address, String(from))
    for (let round = from; round < Math.min(ROUNDS, from + ROUNDS_PER_STORE); round++) {
      const child = next
      await child.said('loaded')
      const isOpening = chance.below(5) === 0
      const saved = await killOnce(child, chance.below(isOpening ? 80 : 250), isOpening)
      next = startChild('members', app.address, String(round + 1))
      counts.confirmed += saved.length
      for (const card of saved) confirmed.add(card)
      await judge(app, confirmed)
      counts.rounds += 1
      if (isOpening) counts.killedWhileOpening += 1
    }
    await next.kill()
    await closeApp(app)
    process.stdout.write(`kill rounds, seed ${SEED}: ${JSON.stringify(counts)}\n`)
  }
  const { rounds, lost, halves, broken, ...more } = counts
  tell({
    fault: 'kill -9 while the desk opens and saves',
    rounds,
    whole: rounds - broken,
    refused: 0,
    lost: lost + halves,
    more,
  })
  expect(counts).toMatchObject({ rounds: ROUNDS, lost: 0, halves: 0, broken: 0 })
  expect(counts.confirmed).toBeGreaterThan(ROUNDS)
})
