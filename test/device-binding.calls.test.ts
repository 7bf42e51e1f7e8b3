import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readAttempts } from '../src/main/crypto/attempts-file.ts'
import { isCovered } from '../src/main/crypto/keyring-cover.ts'
import { readKeyring } from '../src/main/crypto/keyring-file.ts'
import { createEngine, type Engine } from '../src/main/engine/engine.ts'
import { type App, closeApp, onEngine, openApp, PASSWORD } from './app.ts'
import { commandLine } from './cli-run.ts'
import { newKeychain } from './support/keychain.ts'

const OTHER_KEY = '00000-00000-00000-00000-00000-00000-00000'

/** A new store at a computer with a keychain, and its recovery key. */
async function atComputer(body: (app: App, recoveryKey: string) => Promise<void>): Promise<void> {
  const app = await openApp('sqlite')
  try {
    app.engine.desk.host.keychain = newKeychain()
    const first = { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' } as const
    const { recoveryKey } = await app.call('session.create', first)
    await body(app, recoveryKey)
  } finally {
    await closeApp(app)
  }
}

/** The same files at another computer: with a keychain of its own, or as the command line, which reaches none. */
function elsewhere(app: App, withKeychain: boolean): Engine {
  const { keychain: _, ...host } = app.engine.desk.host
  return createEngine(app.address, withKeychain ? { ...host, keychain: newKeychain() } : host)
}

async function refusalAt(engine: Engine): Promise<unknown> {
  const result = await engine.call('session.signIn', { login: 'boss', password: PASSWORD })
  if (result.ok) expect.fail('somebody was let in')
  return result.failure.code === 'RULE' ? result.failure.rule : result.failure
}

const lock = (app: App) => app.call('session.lock', { reason: 'asked' })
const keyFiles = (app: App) => [`${app.address}.keys`, `${app.address}.keys.copy`]
const isBoundOnDisk = (app: App) => isCovered(readKeyring(`${app.address}.keys`).keyring)
const stateOf = async (app: App) => (await app.call('keys.state', {})).device

test('a store that is bound to this computer opens here as before, and elsewhere with no password', () =>
  atComputer(async (app, recoveryKey) => {
    expect(await stateOf(app)).toEqual({ isBound: false, keychain: 'gnome_libsecret' })
    expect(await app.call('keys.bind', { password: PASSWORD, recoveryKey })).toEqual({ keychain: 'gnome_libsecret' })
    expect(await stateOf(app)).toEqual({ isBound: true, keychain: 'gnome_libsecret' })
    // Whoever takes the files sees no login, and has nothing to try passwords on.
    for (const file of keyFiles(app)) expect(fs.readFileSync(file, 'utf8')).not.toMatch(/boss|argon2|wrapped/)
    await app.as('agent')
    await lock(app)
    expect(await refusalAt(elsewhere(app, true))).toBe('device-other')
    expect(await refusalAt(elsewhere(app, false))).toBe('device-bound')
    expect(readAttempts(`${app.address}.attempts`).failures).toBe(0)
    await app.call('session.signIn', { login: 'agent', password: PASSWORD })
    await app.call('session.changePassword', { oldPassword: PASSWORD, newPassword: 'another good battery' })
    expect(isBoundOnDisk(app)).toBe(true)
    await app.signIn('boss')
    const rows = await app.call('audit.list', { call: 'keys.bind' })
    expect(rows.rows).toMatchObject([{ call: 'keys.bind', outcome: 'done' }])
    expect(JSON.stringify(rows)).not.toContain(recoveryKey)
  }))

test('the recovery key opens a bound store on another computer and ends the binding', () =>
  atComputer(async (app, recoveryKey) => {
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    await lock(app)
    const other = elsewhere(app, true)
    const recover = (key: string) =>
      other.call('session.recover', { recoveryKey: key, login: 'boss', newPassword: 'a battery elsewhere' })
    expect(await recover(`${recoveryKey.slice(0, -1)}?`)).toMatchObject({ failure: { rule: 'recovery-key-mistyped' } })
    expect(await recover(OTHER_KEY)).toMatchObject({ failure: { rule: 'recovery-failed' } })
    expect(isBoundOnDisk(app)).toBe(true)
    expect(await recover(recoveryKey)).toMatchObject({ ok: true })
    expect(isBoundOnDisk(app)).toBe(false)
    expect(fs.existsSync(`${app.address}.device`)).toBe(false)
    await other.close()
    const commandLine = elsewhere(app, false)
    const signedIn = await commandLine.call('session.signIn', { login: 'boss', password: 'a battery elsewhere' })
    expect(signedIn).toMatchObject({ ok: true })
    await commandLine.close()
  }))

test('on its own computer the recovery key sets a password and leaves the store bound', () =>
  atComputer(async (app, recoveryKey) => {
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    await lock(app)
    await app.call('session.recover', { recoveryKey, login: 'boss', newPassword: 'a forgotten battery' })
    expect(await stateOf(app)).toMatchObject({ isBound: true })
    expect(isBoundOnDisk(app)).toBe(true)
  }))

test('binding asks for the password, the recovery key in hand and a keychain that gives back what it got', () =>
  atComputer(async (app, recoveryKey) => {
    const { host } = app.engine.desk
    const refused = async (input: { password: string; recoveryKey: string }) => {
      const failure = await app.fail('keys.bind', input)
      return failure.code === 'RULE' ? failure.rule : failure
    }
    expect(await refused({ password: 'not the password', recoveryKey })).toBe('wrong-password')
    expect(await refused({ password: PASSWORD, recoveryKey: '7'.repeat(35) })).toBe('recovery-key-mistyped')
    expect(await refused({ password: PASSWORD, recoveryKey: OTHER_KEY })).toBe('recovery-failed')
    const sound = newKeychain()
    for (const keychain of [
      { ...sound, backend: async () => null },
      { ...sound, open: async () => undefined },
      { ...sound, open: async () => new Uint8Array(32) },
    ]) {
      host.keychain = keychain
      // The keychain is that of the program that opened the store.
      await app.signIn('boss')
      expect(await refused({ password: PASSWORD, recoveryKey })).toBe('device-no-keychain')
    }
    expect(isBoundOnDisk(app)).toBe(false)
    host.keychain = sound
    await app.signIn('boss')
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    expect(await refused({ password: PASSWORD, recoveryKey })).toBe('device-already')
  }))

test('when the binding ends, any computer opens the store with a password; it ends once', () =>
  atComputer(async (app, recoveryKey) => {
    const release = { reason: '更换电脑', password: PASSWORD }
    expect(await app.fail('keys.release', release)).toMatchObject({ rule: 'device-not-bound' })
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    await app.call('keys.release', release)
    expect(await stateOf(app)).toMatchObject({ isBound: false })
    expect(fs.existsSync(`${app.address}.device`)).toBe(false)
    await lock(app)
    const other = elsewhere(app, false)
    expect(await other.call('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({ ok: true })
    await other.close()
  }))

test('a backup of a bound store is restored on its computer, and elsewhere with the recovery key alone', () =>
  atComputer(async (app, recoveryKey) => {
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    const out = path.join(app.folder, 'bound.vipdesk')
    await app.call('admin.backup', { out })
    expect(await app.call('backups.drill', { file: out, password: PASSWORD })).toMatchObject({
      fileName: 'bound.vipdesk',
    })
    await lock(app)
    for (const suffix of ['', '-wal', '-shm', '.keys', '.keys.copy']) fs.rmSync(app.address + suffix, { force: true })
    const asked = { file: out, login: 'boss', password: PASSWORD }
    for (const [withKeychain, rule] of [
      [true, 'device-other'],
      [false, 'device-bound'],
    ] as const) {
      expect(await elsewhere(app, withKeychain).call('session.restore', asked)).toMatchObject({ failure: { rule } })
    }
    expect(fs.existsSync(app.address)).toBe(false)
    await app.call('session.restore', asked)
    expect(isBoundOnDisk(app)).toBe(true)
    await app.signIn('boss')
    await lock(app)
    for (const suffix of ['', '-wal', '-shm', '.keys', '.keys.copy']) fs.rmSync(app.address + suffix, { force: true })
    const restored = await elsewhere(app, false).call('session.restore', { ...asked, recoveryKey })
    expect(restored).toMatchObject({ ok: true })
    expect(isBoundOnDisk(app)).toBe(false)
    const other = elsewhere(app, false)
    expect(await other.call('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({ ok: true })
    await other.close()
  }))

test('the data key is renewed while the store is bound, and the key file of an older copy is covered too', () =>
  atComputer(async (app, recoveryKey) => {
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    const older = `${app.address}.before-9999.backup`
    fs.copyFileSync(app.address, older)
    expect(await app.call('keys.renew', { reason: '一名员工离职', password: PASSWORD })).toMatchObject({
      generation: 2,
    })
    expect(isBoundOnDisk(app)).toBe(true)
    expect(isCovered(readKeyring(`${older}.keys`).keyring)).toBe(true)
    await app.signIn('boss')
    expect(await app.call('keys.state', {})).toMatchObject({ generation: 2, device: { isBound: true } })
  }))

test('wherever a binding is cut short, the store opens: with the keychain, or as it did before', () =>
  atComputer(async (app, recoveryKey) => {
    const [main = '', copy = ''] = keyFiles(app)
    const plain = fs.readFileSync(main)
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    await lock(app)
    const bound = fs.readFileSync(main)
    // Ended between the two copies: the later one is in force, and the other is written again.
    fs.writeFileSync(copy, plain)
    await app.signIn('boss')
    expect(fs.readFileSync(copy)).toEqual(bound)
    await lock(app)
    // Ended before either: what the keychain sealed lies there for nothing.
    for (const file of [main, copy]) fs.writeFileSync(file, plain)
    const other = elsewhere(app, false)
    expect(await other.call('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({ ok: true })
    await other.close()
  }))

test('a binding that cannot be written is refused, and the store opens everywhere as before', () =>
  atComputer(async (app, recoveryKey) => {
    const [, copy = ''] = keyFiles(app)
    fs.rmSync(copy)
    fs.mkdirSync(path.join(copy, 'in the way'), { recursive: true })
    await app.fail('keys.bind', { password: PASSWORD, recoveryKey })
    fs.rmSync(copy, { recursive: true })
    expect(await stateOf(app)).toMatchObject({ isBound: false })
    await lock(app)
    const other = elsewhere(app, false)
    expect(await other.call('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({ ok: true })
    await other.close()
  }))

test('whatever happened to the note of the keychain, a bound store is refused in words and the recovery key opens it', () =>
  atComputer(async (app, recoveryKey) => {
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    await lock(app)
    const note = `${app.address}.device`
    const whole = fs.readFileSync(note, 'utf8')
    for (const content of ['', '{}', whole.slice(0, 80), whole.replace(/"sealed": ".{8}/, '"sealed": "AAAAAAAA')]) {
      fs.writeFileSync(note, content)
      expect(await refusalAt(app.engine)).toBe('device-other')
    }
    fs.rmSync(note)
    expect(await refusalAt(app.engine)).toBe('device-other')
    await app.call('session.recover', { recoveryKey, login: 'boss', newPassword: 'a battery again' })
    expect(await stateOf(app)).toEqual({ isBound: false, keychain: 'gnome_libsecret' })
  }))

test('a bound store that is damaged makes way for its backup on its own computer, and stays bound', () =>
  atComputer(async (app, recoveryKey) => {
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    const asked = {
      file: path.join(app.folder, 'bound.vipdesk'),
      login: 'boss',
      password: PASSWORD,
      replaceDamaged: true,
    }
    await app.call('admin.backup', { out: asked.file })
    await lock(app)
    expect(await app.fail('session.restore', asked)).toMatchObject({ rule: 'store-opens' })
    fs.writeFileSync(app.address, Buffer.alloc(8192, 7))
    expect(await elsewhere(app, false).call('session.restore', asked)).toMatchObject({
      failure: { rule: 'device-bound' },
    })
    const { movedAside } = await app.call('session.restore', asked)
    for (const ending of ['', '.keys', '.keys.copy', '.device'])
      expect(fs.existsSync(path.join(app.folder, `${movedAside}${ending}`))).toBe(true)
    expect(isBoundOnDisk(app)).toBe(true)
    await app.signIn('boss')
    await lock(app)
    fs.writeFileSync(app.address, Buffer.alloc(8192, 7))
    // With the recovery key another computer takes it over: the seal of this one goes aside with the rest.
    const other = elsewhere(app, false)
    expect(await other.call('session.restore', { ...asked, recoveryKey })).toMatchObject({ ok: true })
    expect(isBoundOnDisk(app)).toBe(false)
    expect(fs.existsSync(`${app.address}.device`)).toBe(false)
    expect(await other.call('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({ ok: true })
    await other.close()
  }))

test('the command line refuses a bound store in words, and restores its backup with the recovery key from the environment', () =>
  atComputer(async (app, recoveryKey) => {
    await app.call('keys.bind', { password: PASSWORD, recoveryKey })
    const file = path.join(app.folder, 'bound.vipdesk')
    await app.call('admin.backup', { out: file })
    await lock(app)
    const desk = commandLine(app.address, app.folder)
    expect(await desk.fail('boss', 'info')).toMatchObject({ exit: 1, rule: 'device-bound' })
    const copy = commandLine(path.join(app.folder, 'copy.db'), app.folder)
    expect(await copy.fail('boss', 'restore', file)).toMatchObject({ exit: 1, rule: 'device-bound' })
    const restored = await copy.run('boss', ['restore', file], { DESK_RECOVERY_KEY: recoveryKey })
    expect(restored).toMatchObject({ code: 0 })
    expect(await copy.json('boss', 'key', 'show')).toMatchObject({ device: { isBound: false, keychain: null } })
  }))

onEngine('postgres', 'a store that many computers share is bound to none of them', async (app) => {
  app.engine.desk.host.keychain = newKeychain()
  expect(await stateOf(app)).toBeNull()
  const bind = { password: PASSWORD, recoveryKey: OTHER_KEY }
  expect(await app.fail('keys.bind', bind)).toMatchObject({ rule: 'device-server' })
  expect(await app.fail('keys.release', { reason: '换电脑', password: PASSWORD })).toMatchObject({
    rule: 'device-server',
  })
})
