import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { rotate } from '../src/main/crypto/keyring.ts'
import { writeKeyring } from '../src/main/crypto/keyring-file.ts'
import { holdLock } from '../src/main/store/sqlite/lock.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'
import { type App, closeApp, onEngine, openApp, PASSWORD } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { generationsIn } from './support/keychain.ts'

const BYTES = new Uint8Array(300_000).map((_, i) => (i * 31) % 253)
BYTES.set(new TextEncoder().encode('%PDF-1.7'))

const keyFile = (app: App) => `${app.address}.keys`
const generations = (app: App) => generationsIn(keyFile(app))

/** Leaves a desk as a program leaves it that is ended after so much of a renewal. */
async function cutShort(
  app: App,
  after: 'key file' | 'pages',
): Promise<{ old: Uint8Array; dek: Uint8Array; id: string }> {
  const { id: caseId } = await app.call('cases.open', complaint())
  const file = path.join(app.folder, '登机牌.pdf')
  fs.writeFileSync(file, BYTES)
  const { id } = await app.call('evidence.add', { caseId, file, note: '' })
  const { keyring, dataKey } = app.engine.desk.open?.keys ?? expect.fail('closed')
  const old = new Uint8Array(dataKey)
  await app.call('session.lock', { reason: 'switch' })
  const begun = rotate(keyring, old)
  writeKeyring(keyFile(app), begun.keyring)
  if (after === 'pages') {
    const store = openSqlite(app.address, new Uint8Array(old), false)
    await store.hold?.(async (held) => held.rekey(begun.dek))
    await store.close()
  }
  return { old, dek: begun.dek, id }
}

async function isWhole(app: App, id: string): Promise<void> {
  expect(Buffer.compare((await app.call('evidence.content', { id })).bytes, BYTES)).toBe(0)
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: true, problem: null })
  expect(await app.call('keys.renew', { reason: 'x', password: PASSWORD })).toMatchObject({ sealed: 1 })
  expect(Buffer.compare((await app.call('evidence.content', { id })).bytes, BYTES)).toBe(0)
}

/** What the sign-in's own row says about the key, and whose rows say that it was renewed. */
const told = (app: App) =>
  inStore(app, async (db) => {
    const rows = await db.selectFrom('audit').select(['call', 'actorId', 'body']).orderBy('seq').execute()
    const signIn = rows.findLast(({ call }) => call === 'session.signIn')
    const renewals = rows.filter(({ call }) => call === 'keys.renew').map(({ actorId }) => actorId)
    return { signIn: JSON.parse(signIn?.body ?? '{}').dataKeyRenewal, renewals }
  })

onEngine(
  'sqlite',
  'ended when only the key file knew of the new key: the old one stays, and the sign-in says so',
  async (app) => {
    const { old, id } = await cutShort(app, 'key file')
    expect(generations(app)).toEqual([1, 2])
    await app.signIn('boss')
    expect(generations(app)).toEqual([1])
    expect(new Uint8Array(app.engine.desk.open?.keys.dataKey ?? [])).toEqual(old)
    expect(await told(app)).toEqual({ signIn: 'kept', renewals: [] })
    await isWhole(app, id)
  },
)

onEngine(
  'sqlite',
  'ended when the pages had the new key: what is sealed follows at the sign-in, which the desk itself records',
  async (app) => {
    const { dek, id } = await cutShort(app, 'pages')
    // A wrong password settles nothing.
    expect(await app.fail('session.signIn', { login: 'boss', password: 'not this one' })).toMatchObject({
      rule: 'wrong-password',
    })
    expect(generations(app)).toEqual([1, 2])
    await app.signIn('boss')
    expect(generations(app)).toEqual([2])
    expect(new Uint8Array(app.engine.desk.open?.keys.dataKey ?? [])).toEqual(dek)
    expect(await told(app)).toEqual({ signIn: 'renewed', renewals: ['system'] })
    await isWhole(app, id)
  },
)

onEngine('sqlite', 'while another program has the store, nobody settles its renewal', async (app) => {
  const { id } = await cutShort(app, 'pages')
  const lock = holdLock(app.address)
  expect(await app.fail('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({
    rule: 'store-in-use',
  })
  expect(generations(app)).toEqual([1, 2])
  lock.release()
  await app.signIn('boss')
  await isWhole(app, id)
})

onEngine(
  'sqlite',
  'two keys of which neither opens the store are refused as damage, and nothing is changed',
  async (app) => {
    const { id } = await cutShort(app, 'key file')
    const bytes = fs.readFileSync(app.address)
    const damaged = Buffer.from(bytes)
    damaged[2000] = (damaged[2000] ?? 0) ^ 0x10
    fs.writeFileSync(app.address, damaged)
    expect(await app.fail('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({
      rule: 'store-damaged',
    })
    expect(generations(app)).toEqual([1, 2])
    fs.writeFileSync(app.address, bytes)
    await app.signIn('boss')
    await isWhole(app, id)
  },
)

test('a heavy query is answered before and after a renewal, by a reading thread that holds the key of its time', async () => {
  const app = await openApp('sqlite')
  app.engine.desk.host.readerThread = new URL('../src/main/reader.worker.ts', import.meta.url)
  try {
    await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
    expect(await app.call('admin.info', {})).toMatchObject({ engine: 'sqlite' })
    // What is being read when the renewal begins is refused in words, not taken for damage.
    const [during, renewed] = await Promise.all([
      app.engine.call('audit.verify', {}),
      app.call('keys.renew', { reason: 'x', password: PASSWORD }),
    ])
    expect(during.ok ? during.value.ok : during.failure).toSatisfy(
      (found) =>
        found === true || (typeof found === 'object' && 'rule' in found && found.rule === 'key-renewal-running'),
    )
    expect(renewed).toMatchObject({ generation: 2 })
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true, problem: null })
    expect(await app.call('admin.info', {})).toMatchObject({ engine: 'sqlite' })
    expect(app.log).toEqual([])
  } finally {
    await closeApp(app)
  }
})
