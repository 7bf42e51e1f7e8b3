import fs from 'node:fs'
import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { MINUTE, SECOND } from '../src/shared/time.ts'
import { closeApp, onEngine, onEveryEngine, openApp, PASSWORD } from './app.ts'

const NEW_PASSWORD = 'another long secret'

onEveryEngine('a new store opens for its first manager and for nobody else', async (app) => {
  expect(await app.call('session.status', {})).toMatchObject({
    state: 'open',
    demo: false,
    user: { login: 'boss', role: 'manager' },
  })
  await app.call('session.lock', { reason: 'asked' })
  expect(await app.call('session.status', {})).toMatchObject({ state: 'locked', user: null })
  const wrong = await app.fail('session.signIn', { login: 'boss', password: 'not the password' })
  expect(await app.fail('session.signIn', { login: 'nobody', password: 'not the password' })).toEqual(wrong)
  expect(wrong).toEqual({ code: 'RULE', rule: 'wrong-password', params: {} })
  expect(await app.fail('users.list', {})).toEqual({ code: 'LOCKED' })
  await app.signIn('boss', PASSWORD)
  expect(await app.call('users.list', {})).toMatchObject([{ login: 'boss', name: '王经理', role: 'manager' }])
})

onEveryEngine('wrong passwords cost more and more time, also for the right one and after a restart', async (app) => {
  await app.call('session.lock', { reason: 'asked' })
  const attempt = (password: string) => app.engine.call('session.signIn', { login: 'boss', password })
  for (let i = 0; i < 12; i += 1) await attempt(`wrong password ${i}`)
  const blocked = await app.fail('session.signIn', { login: 'boss', password: PASSWORD })
  expect(blocked).toMatchObject({ code: 'RULE', rule: 'sign-in-wait' })
  const restarted = app.another()
  expect(await restarted.call('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({
    ok: false,
    failure: { rule: 'sign-in-wait' },
  })
  const { retryAt } = await app.call('session.status', {})
  expect(retryAt).toBeGreaterThan(app.now())
  app.setNow(retryAt ?? 0)
  await app.signIn('boss')
  expect(await app.call('session.status', {})).toMatchObject({ retryAt: null })
  const [signIn] = (await app.call('audit.list', { call: 'session.signIn' })).rows
  expect(JSON.parse(signIn?.body ?? '{}').wrongPasswordsBefore).toBeGreaterThan(2)
})

onEveryEngine('S3-135 an idle desk locks itself after the minutes set', async (app) => {
  const settings = await app.call('settings.read', {})
  await app.call('settings.write', { ...settings, autoLockMinutes: 2 })
  app.wait(2 * MINUTE - SECOND)
  await app.call('session.touch', {})
  app.wait(2 * MINUTE - SECOND)
  await app.engine.heartbeat()
  expect(await app.call('session.status', {})).toMatchObject({ state: 'open' })
  app.wait(SECOND)
  await app.engine.heartbeat()
  expect(await app.call('session.status', {})).toMatchObject({ state: 'locked' })
  expect(app.pushes).toContainEqual({ kind: 'changed', topics: ['session'] })
  await app.signIn('boss')
  const [lock] = (await app.call('audit.list', { call: 'session.lock' })).rows
  expect(JSON.parse(lock?.body ?? '{}')).toMatchObject({ input: { reason: 'idle' }, login: 'boss' })
})

onEveryEngine('everyone changes their own password, and only with the old one', async (app) => {
  await app.as('agent')
  expect(
    await app.fail('session.changePassword', { oldPassword: 'not this one', newPassword: NEW_PASSWORD }),
  ).toMatchObject({ rule: 'wrong-password' })
  await app.call('session.changePassword', { oldPassword: PASSWORD, newPassword: NEW_PASSWORD })
  await app.call('session.lock', { reason: 'asked' })
  expect(await app.fail('session.signIn', { login: 'agent', password: PASSWORD })).toMatchObject({
    rule: 'wrong-password',
  })
  await app.call('session.signIn', { login: 'agent', password: NEW_PASSWORD })
  expect((await app.call('users.list', {})).find(({ login }) => login === 'agent')).toMatchObject({
    mustChangePassword: false,
  })
})

onEveryEngine('a one-time password opens nothing but its own change', async (app) => {
  const oneTime = 'for the first day only'
  const { id } = await app.call('users.create', { login: 'li', name: '李', role: 'manager', password: oneTime })
  await app.signIn('li', oneTime)
  expect(await app.call('session.status', {})).toMatchObject({ user: { login: 'li' }, mustChangePassword: true })
  await app.call('session.touch', {})
  const first = { code: 'RULE', rule: 'password-change-first', params: {} }
  expect(await app.fail('users.list', {})).toEqual(first)
  expect(await app.fail('settings.read', {})).toEqual(first)
  expect(await app.fail('users.disable', { id })).toEqual(first)
  await app.engine.heartbeat()
  const change = (newPassword: string) => ({ oldPassword: oneTime, newPassword })
  expect(await app.fail('session.changePassword', change(oneTime))).toMatchObject({ rule: 'password-same' })
  expect(await app.fail('users.list', {})).toEqual(first)
  await app.call('session.changePassword', change(NEW_PASSWORD))
  expect(await app.call('session.status', {})).toMatchObject({ mustChangePassword: false })
  expect((await app.call('users.list', {})).find((user) => user.id === id)).toMatchObject({ mustChangePassword: false })
  await app.signIn('li', NEW_PASSWORD)
  const { rows } = await app.call('audit.list', { actor: id })
  const refused = rows.filter(({ outcome }) => outcome === 'refused').map(({ call }) => call)
  expect(refused).toEqual(['users.list', 'session.changePassword', 'users.disable', 'settings.read', 'users.list'])
})

onEveryEngine('a weak new password is refused by name', async (app) => {
  const change = (newPassword: string) => app.fail('session.changePassword', { oldPassword: PASSWORD, newPassword })
  expect(await change('short')).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: 'newPassword', reason: 'password-short' }],
  })
  expect(await change('aaaaaaaaaaaa')).toMatchObject({ code: 'RULE' })
})

onEveryEngine('the recovery key opens the store for a person who forgot the password', async (app) => {
  const other = await openApp(app.engineName)
  const { recoveryKey } = await other.call('session.create', {
    login: 'chief',
    name: '陈经理',
    password: PASSWORD,
    language: 'zh-CN',
  })
  await other.call('session.lock', { reason: 'asked' })
  const mistyped = recoveryKey.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  expect(
    await other.fail('session.recover', { recoveryKey: mistyped, login: 'chief', newPassword: NEW_PASSWORD }),
  ).toMatchObject({ rule: 'recovery-key-mistyped' })
  expect(
    await other.fail('session.recover', { recoveryKey, login: 'stranger', newPassword: NEW_PASSWORD }),
  ).toMatchObject({ rule: 'recovery-failed' })
  await other.call('session.recover', { recoveryKey, login: 'chief', newPassword: NEW_PASSWORD })
  await other.call('session.lock', { reason: 'asked' })
  expect(await other.fail('session.signIn', { login: 'chief', password: PASSWORD })).toMatchObject({
    rule: 'wrong-password',
  })
  await other.signIn('chief', NEW_PASSWORD)
  await closeApp(other)
})

onEveryEngine('a store is never made over another one', async (app) => {
  await app.call('session.lock', { reason: 'asked' })
  expect(
    await app.fail('session.create', { login: 'thief', name: 'x', password: PASSWORD, language: 'en' }),
  ).toMatchObject({ rule: 'store-exists' })
  await app.signIn('boss')
})

onEngine('sqlite', 'no password and no text of the store stands in any of its files', async (app) => {
  const marker = 'MARKER-7d1f-王经理的秘密'
  const settings = await app.call('settings.read', {})
  await app.call('settings.write', { ...settings, hotlines: [{ label: marker.slice(0, 40), number: '400-6100-666' }] })
  const files = fs.readdirSync(app.folder).map((name) => [name, fs.readFileSync(`${app.folder}/${name}`)] as const)
  expect(files.length).toBeGreaterThan(4)
  const found = files.filter(
    ([, bytes]) => bytes.includes('MARKER-7d1f') || bytes.includes(PASSWORD) || bytes.includes('400-6100-666'),
  )
  expect(found.map(([name]) => name)).toEqual([])
})

onEngine('sqlite', 'a store without its key files, or what is no store at all, is told by its name', async (app) => {
  await app.call('session.lock', { reason: 'asked' })
  const signIn = () => app.fail('session.signIn', { login: 'boss', password: PASSWORD })
  for (const end of ['.keys', '.keys.copy']) fs.renameSync(`${app.address}${end}`, `${app.address}${end}.away`)
  expect(await signIn()).toEqual({ code: 'RULE', rule: 'keyring-missing', params: {} })
  for (const end of ['.keys', '.keys.copy']) fs.writeFileSync(`${app.address}${end}`, 'no keys')
  expect(await signIn()).toMatchObject({ rule: 'keyring-tampered' })
  for (const end of ['.keys', '.keys.copy']) fs.renameSync(`${app.address}${end}.away`, `${app.address}${end}`)
  await app.signIn('boss')
})

onEveryEngine('a desk that is locked while it works of its own accord ends cleanly and opens again', async (app) => {
  for (let turn = 0; turn < 12; turn++) {
    const beat = app.engine.heartbeat()
    // Locked at other moments of that work each time.
    for (let wait = 0; wait < turn; wait++) await new Promise(setImmediate)
    await app.call('session.lock', { reason: 'asked' })
    await beat
    expect(app.log).toEqual([])
    await app.signIn('boss')
  }
})

onEveryEngine('what was tried at a locked store stands in the chain with its own time, once', async (app) => {
  await app.call('session.lock', { reason: 'asked' })
  const times: number[] = []
  const tried = async (login: string) => {
    times.push(app.now())
    await app.fail('session.signIn', { login, password: 'not the password' })
    app.wait(SECOND)
  }
  await tried('boss')
  await tried('a password in the wrong field')
  await tried('boss')
  await tried('boss')
  times.push(app.now())
  const recoveryKey = 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA'
  await app.fail('session.recover', { recoveryKey, login: 'boss', newPassword: NEW_PASSWORD })
  app.wait(MINUTE)
  const file = fs.readdirSync(app.folder).find((name) => name.endsWith('.tries'))
  const kept = file && fs.readFileSync(`${app.folder}/${file}`)
  if (app.engineName === 'sqlite') expect(kept).toBeDefined()
  if (kept) expect(kept.toString()).not.toContain('a password in the wrong field')
  await app.signIn('boss')
  const entries = async () =>
    (await app.call('audit.list', { actor: 'nobody' as UserId, outcome: 'refused' })).rows
      .reverse()
      .map(({ at, call, body }) => [at, call, JSON.parse(body).triedLogin, JSON.parse(body).failure.rule])
  const expected = [
    [times[0], 'session.signIn', 'boss', 'wrong-password'],
    [times[1], 'session.signIn', null, 'wrong-password'],
    [times[2], 'session.signIn', 'boss', 'wrong-password'],
    [times[3], 'session.signIn', 'boss', 'sign-in-wait'],
    [times[4], 'session.recover', 'boss', 'recovery-key-mistyped'],
  ]
  expect(await entries()).toEqual(expected)
  // The program ended after the commit and before the file was gone: nothing is written a second time.
  if (kept && file) fs.writeFileSync(`${app.folder}/${file}`, kept)
  await app.call('session.lock', { reason: 'asked' })
  await app.signIn('boss')
  expect(await entries()).toEqual(expected)
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
})
