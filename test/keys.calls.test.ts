import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { opensWith } from '../src/main/store/sqlite/rekey.ts'
import type { CaseId } from '../src/shared/ids.ts'
import { type App, closeApp, onEngine, onEveryEngine, openApp, PASSWORD } from './app.ts'
import { complaint, enquiry, inStore } from './cases-fixtures.ts'
import { ZHANG } from './members-fixture.ts'
import { generationsIn } from './support/keychain.ts'

const ASKED = { reason: '一名员工离职', password: PASSWORD }
const ONE_TIME = 'battery staple once'
const BYTES = new Uint8Array(600_000).map((_, i) => (i * 31) % 253)
BYTES.set(new TextEncoder().encode('%PDF-1.7'))

const keyOf = (app: App) => new Uint8Array(app.engine.desk.open?.keys.dataKey ?? [])
const verify = async (app: App) => expect(await app.call('audit.verify', {})).toMatchObject({ ok: true, problem: null })

function put(app: App, more?: number): string {
  const file = path.join(app.folder, '登机牌.pdf')
  fs.writeFileSync(file, more === undefined ? BYTES : new Uint8Array([...BYTES.subarray(0, 90_000), more]))
  return file
}

/** A complaint with a file, so that something is sealed. */
async function attached(app: App): Promise<{ id: string; caseId: CaseId }> {
  const { id: caseId } = await app.call('cases.open', complaint())
  const { id } = await app.call('evidence.add', { caseId, file: put(app), note: '' })
  return { id, caseId }
}

/** A member whose file is locked away under a key of its own. */
async function lockedAway(app: App) {
  const { id: memberId } = await app.call('members.create', ZHANG)
  const { id: caseId } = await app.call('cases.open', enquiry({ memberId }))
  const { id } = await app.call('rights.receive', {
    ...{ memberId, kind: 'erase', channel: 'letter', requester: '张三丰', text: '请删除' },
  })
  await app.call('rights.identify', { id, how: '核对证件' })
  app.hasMadeRows()
  const closed = { isOpen: 0, state: 'closed', closedAt: app.now() } as const
  await inStore(app, (db) => db.updateTable('cases').set(closed).where('id', '=', caseId).execute())
  expect(await app.call('rights.erase', { id, answer: '封存' })).toMatchObject({ state: 'locked' })
  return memberId
}

onEveryEngine(
  'a new data key: the old one opens nothing, everything sealed opens, and everybody signs in as before',
  async (app) => {
    const { id, caseId } = await attached(app)
    const memberId = await lockedAway(app)
    await app.as('agent')
    await app.as('manager')
    const old = keyOf(app)
    expect(await app.call('keys.state', {})).toMatchObject({ generation: 1, sealed: 2 })
    const renewed = await app.call('keys.renew', ASKED)
    expect(renewed).toMatchObject({ generation: 2, sealed: 2, isOldDropped: true })
    expect(keyOf(app)).not.toEqual(old)
    expect(await app.call('keys.state', {})).toMatchObject({ generation: 2, since: app.now(), sealed: 2 })
    if (app.engineName === 'sqlite') {
      expect(opensWith(app.address, old)).toBe(false)
      expect(opensWith(app.address, keyOf(app))).toBe(true)
      expect(generationsIn(`${app.address}.keys`)).toEqual([2])
    }
    for (const login of ['boss', 'agent', 'boss']) {
      await app.signIn(login)
      expect(Buffer.compare((await app.call('evidence.content', { id })).bytes, BYTES)).toBe(0)
    }
    expect(await app.call('evidence.check', { caseId })).toEqual([{ id, isWhole: true }])
    expect((await app.call('rights.unlock', { memberId, reason: '法院调取' })).fields.length).toBeGreaterThan(0)
    await attachedAgain(app, caseId)
    await verify(app)
  },
)

async function attachedAgain(app: App, caseId: CaseId): Promise<void> {
  const { id } = await app.call('evidence.add', { caseId, file: put(app, 7), note: '' })
  expect((await app.call('evidence.content', { id })).bytes.length).toBe(90_001)
}

onEveryEngine(
  'people who are added, changed and forgotten after a renewal sign in; the recovery key still works',
  async (app) => {
    const other = await openApp(app.engineName)
    const chief = { login: 'chief', name: '陈经理', password: PASSWORD, language: 'zh-CN' } as const
    const { recoveryKey } = await other.call('session.create', chief)
    await other.call('users.create', { login: 'li', name: '李', role: 'agent', leadId: null, password: ONE_TIME })
    for (const generation of [2, 3]) expect(await other.call('keys.renew', ASKED)).toMatchObject({ generation })
    await other.firstSignIn('li', ONE_TIME)
    await other.call('session.lock', { reason: 'asked' })
    await other.call('session.recover', { recoveryKey, login: 'chief', newPassword: 'quite another password' })
    await other.call('users.create', { login: 'hua', name: '华', role: 'agent', leadId: null, password: ONE_TIME })
    await other.firstSignIn('hua', ONE_TIME)
    await other.signIn('chief', 'quite another password')
    await verify(other)
    await closeApp(other)
  },
)

onEveryEngine(
  'a renewal is asked for with a reason and the own password, by two who manage people where there are two',
  async (app) => {
    const boss = await app.as('manager')
    expect(await app.call('keys.state', {})).toMatchObject({ needsSecond: false })
    expect(await app.fail('keys.renew', { ...ASKED, password: 'not this one at all' })).toMatchObject({
      rule: 'wrong-password',
    })
    expect(await app.fail('keys.renew', { ...ASKED, reason: ' ' })).toMatchObject({ code: 'INVALID_INPUT' })
    for (const role of ['agent', 'lead'] as const) {
      await app.as(role)
      expect(await app.fail('keys.renew', ASKED)).toEqual({ code: 'FORBIDDEN' })
      expect(await app.fail('keys.state', {})).toEqual({ code: 'FORBIDDEN' })
    }
    await app.as('admin')
    expect(await app.call('keys.state', {})).toMatchObject({ generation: 1, needsSecond: true })
    const second = { login: 'boss', password: PASSWORD }
    for (const [nobody, rule] of [
      [null, 'second-person-missing'],
      [{ ...second, login: 'admin' }, 'second-person-missing'],
      [{ ...second, login: 'agent' }, 'second-person-missing'],
      [{ ...second, password: 'not this one at all' }, 'wrong-password'],
    ] as const)
      expect(await app.fail('keys.renew', { ...ASKED, second: nobody })).toMatchObject({ rule })
    expect(await app.call('keys.renew', { ...ASKED, second })).toMatchObject({ generation: 2 })
    const rows = await inStore(app, (db) =>
      db
        .selectFrom('audit')
        .select(['outcome', 'actorId', 'body'])
        .where('call', '=', 'keys.renew')
        .orderBy('seq')
        .execute(),
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual([...Array(7).fill('refused'), 'done'])
    expect(JSON.parse(rows.at(-1)?.body ?? '')).toMatchObject({
      ...{ login: 'admin', role: 'admin', secondId: boss, input: { reason: ASKED.reason } },
      ...{ generation: 2, sealed: 0, unopened: 0 },
    })
    const text = JSON.stringify(rows)
    for (const secret of [
      PASSWORD,
      Buffer.from(keyOf(app)).toString('base64'),
      Buffer.from(keyOf(app)).toString('hex'),
    ])
      expect(text).not.toContain(secret)
  },
)

onEngine(
  'sqlite',
  'two renewals at a time: the second is refused in words, and calls meanwhile wait and are answered',
  async (app) => {
    const { id } = await attached(app)
    const [first, second, list, content] = await Promise.all([
      app.engine.call('keys.renew', ASKED),
      app.engine.call('keys.renew', ASKED),
      app.engine.call('users.list', {}),
      app.engine.call('evidence.content', { id }),
    ])
    expect(first).toMatchObject({ ok: true, value: { generation: 2 } })
    expect(second).toMatchObject({ ok: false, failure: { rule: 'key-renewal-running' } })
    expect([list.ok, content.ok]).toEqual([true, true])
    await app.signIn('boss')
    await verify(app)
  },
)

onEngine('postgres', 'another desk whose key was renewed is told so, and loses and overwrites nothing', async (app) => {
  const other = app.another()
  const ask = async (name: Parameters<typeof other.call>[0], input: never) => {
    const result = await other.call(name, input)
    return result.ok ? 'done' : result.failure
  }
  const signIn = { login: 'boss', password: PASSWORD } as never
  expect(await ask('session.signIn', signIn)).toBe('done')
  const { id, caseId } = await attached(app)
  const person = (login: string) => ({ login, name: login, role: 'agent', leadId: null, password: ONE_TIME }) as const
  // Both desks change the keyring in turn: neither takes back what the other did.
  await app.call('users.create', person('li'))
  expect(await ask('users.create', person('hua') as never)).toBe('done')
  await app.call('keys.renew', ASKED)
  const changed = { code: 'RULE', rule: 'data-key-changed', params: {} }
  expect(await ask('users.create', person('wu') as never)).toEqual(changed)
  expect(await ask('evidence.add', { caseId, file: put(app, 7), note: '' } as never)).toEqual(changed)
  expect(await ask('evidence.content', { id } as never)).toEqual(changed)
  expect(await ask('keys.renew', ASKED as never)).toEqual(changed)
  await other.close()
  expect(await ask('session.signIn', signIn)).toBe('done')
  expect(await ask('evidence.content', { id } as never)).toBe('done')
  await other.close()
  for (const login of ['li', 'hua']) await app.firstSignIn(login, ONE_TIME)
  await app.signIn('boss')
  await verify(app)
})

onEngine('sqlite', 'a backup of before opens with the passwords and the key of its time', async (app) => {
  const { id } = await attached(app)
  const old = keyOf(app)
  const out = path.join(app.folder, 'desk.backup')
  await app.call('admin.backup', { out })
  // A copy as it is made before the tables of a store change.
  const copy = `${app.address}.before-1.backup`
  await app.engine.desk.open?.store.copyTo(copy)
  await app.call('keys.renew', ASKED)
  const after = path.join(app.folder, 'after.backup')
  await app.call('admin.backup', { out: after })
  for (const file of [out, after]) {
    const other = await openApp('sqlite')
    await other.call('session.restore', { file, login: 'boss', password: PASSWORD })
    await other.signIn('boss')
    expect(Buffer.compare(keyOf(other), old) === 0).toBe(file === out)
    expect(Buffer.compare((await other.call('evidence.content', { id })).bytes, BYTES)).toBe(0)
    await closeApp(other)
  }
  const opened = await openApp('sqlite')
  fs.renameSync(copy, opened.address)
  fs.renameSync(`${copy}.keys`, `${opened.address}.keys`)
  await opened.signIn('boss')
  expect(keyOf(opened)).toEqual(old)
  await closeApp(opened)
})
