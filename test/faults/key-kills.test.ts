import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { seeded } from '../../bench/lib/random.ts'
import { readKeyring } from '../../src/main/crypto/keyring-file.ts'
import { checkCopy } from '../../src/main/store/sqlite/copy.ts'
import { type App, closeApp, openApp, PASSWORD } from '../app.ts'
import { complaint } from '../cases-fixtures.ts'
import { pause, startChild } from './child.ts'
import { tell } from './tally.ts'

/** How often a program is killed while it renews the data key; more with KILL_ROUNDS, other moments with KILL_SEED. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10)
const SEED = Number(process.env.KILL_SEED ?? 1)

/** Pages enough that a renewal takes a while. */
const FILLER = 24
const LONGEST_MS = 700

const BYTES = new Uint8Array(400_000).map((_, i) => (i * 31) % 253)
BYTES.set(new TextEncoder().encode('%PDF-1.7'))

type Desk = { app: App; evidenceId: string; recoveryKey: string }
const counts = { rounds: 0, renewed: 0, keptOnReturn: 0, renewedOnReturn: 0, broken: 0 }

async function newDesk(): Promise<Desk> {
  const app = await openApp('sqlite')
  const boss = { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' } as const
  const { recoveryKey } = await app.call('session.create', boss)
  await app.as('admin')
  await app.as('manager')
  const file = path.join(app.folder, '登机牌.pdf')
  fs.writeFileSync(file, BYTES)
  const { id: caseId } = await app.call('cases.open', complaint())
  const { id: evidenceId } = await app.call('evidence.add', { caseId, file, note: '' })
  await app.engine.desk.open?.store.transaction(async (db) => {
    for (let n = 0; n < FILLER; n++)
      await db
        .insertInto('settings')
        .values({ key: `filler ${n}`, value: `${n}`.repeat(500_000) })
        .execute()
  })
  await app.call('session.lock', { reason: 'switch' })
  return { app, evidenceId, recoveryKey }
}

/** Opens what a kill left, as any of its people or with the recovery key: one key, everything under it, a whole chain. */
async function judge({ app, evidenceId, recoveryKey }: Desk, confirmed: number, way: number): Promise<number> {
  if (way === 0) await app.call('session.recover', { recoveryKey, login: 'boss', newPassword: PASSWORD })
  else await app.signIn(way === 1 ? 'admin' : 'boss')
  const { open } = app.engine.desk
  if (!open) throw new Error('closed')
  const { keyring, settled, dataKey } = open.keys
  const [generation = 0] = keyring.generations
  expect(readKeyring(`${app.address}.keys`).keyring).toEqual(keyring)
  expect(keyring.generations.length).toBe(1)
  // A renewal that was confirmed stays; one more may stand that nobody was told of.
  expect([confirmed, confirmed + 1]).toContain(generation)
  if (settled === 'kept') counts.keptOnReturn += 1
  if (settled === 'renewed') counts.renewedOnReturn += 1
  await app.signIn('boss')
  const { bytes } = await app.call('evidence.content', { id: evidenceId as never })
  if (Buffer.compare(bytes, BYTES) !== 0) counts.broken += 1
  const { ok } = await app.call('audit.verify', {})
  if (!ok) counts.broken += 1
  checkCopy(app.address, app.engine.desk.open?.keys.dataKey ?? dataKey)
  await app.call('session.lock', { reason: 'switch' })
  return generation
}

test('killed at any moment of a renewal, the store has the old data key or the new one, whole, and goes on with it', {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const chance = seeded(SEED)
  const desk = await newDesk()
  let generation = 1
  let next = startChild('renews', desk.app.address)
  for (let round = 0; round < ROUNDS; round++) {
    const child = next
    await child.said('loaded')
    child.tell('go')
    await child.said('ready')
    await pause(chance.below(LONGEST_MS))
    await child.kill()
    expect(child.words.filter((word) => /^(log|failed)/.test(word))).toEqual([])
    next = startChild('renews', desk.app.address)
    const said = child.words.filter((word) => word.startsWith('renewed ')).map((word) => Number(word.slice(8)))
    counts.renewed += said.length
    generation = await judge(desk, said.at(-1) ?? generation, chance.below(3))
    counts.rounds += 1
  }
  await next.kill()
  await closeApp(desk.app)
  process.stdout.write(`kills while renewing, seed ${SEED}: ${JSON.stringify(counts)}\n`)
  const { rounds, broken, ...more } = counts
  tell({
    fault: 'kill -9 while the data key is renewed',
    rounds,
    whole: rounds - broken,
    refused: 0,
    lost: broken,
    more,
  })
  expect(counts).toMatchObject({ rounds: ROUNDS, broken: 0 })
  // Some kills fell into a renewal, else nothing was shown.
  expect(counts.keptOnReturn + counts.renewedOnReturn).toBeGreaterThan(0)
})
