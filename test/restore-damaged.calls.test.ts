import fs from 'node:fs'
import path from 'node:path'
import { expect, vi } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { MINUTE } from '../src/shared/time.ts'
import { type App, closeApp, onEngine, openApp, PASSWORD } from './app.ts'

const NEWER_PASSWORD = 'another long secret'
const asked = (app: App) => ({ file: path.join(app.folder, 'kept.backup'), login: 'boss', password: PASSWORD })
const replace = (app: App) => ({ ...asked(app), replaceDamaged: true })

/** A backup, something that came after it, and a locked desk. */
async function backedUp(app: App): Promise<void> {
  await app.call('admin.backup', { out: asked(app).file })
  await app.call('members.create', { card: 'C1', name: '林晓', mobile: '13800001111' })
  await app.call('session.lock', { reason: 'asked' })
}

function damage(file: string): void {
  const bytes = fs.readFileSync(file)
  bytes.fill(7, 0, 4096)
  fs.writeFileSync(file, bytes)
}

const files = (app: App) => fs.readdirSync(app.folder).sort()
const bytesOf = (app: App, names: string[]) => names.map((name) => fs.readFileSync(path.join(app.folder, name)))
const membersIn = async (app: App) => (await app.call('admin.info', {})).counts.members

const DAMAGES: Record<string, { rule: string; spoil: (store: string) => void }> = {
  'pages that do not open': { rule: 'store-damaged', spoil: damage },
  'no bytes': { rule: 'store-empty-file', spoil: (store) => fs.truncateSync(store) },
  'no key files': {
    rule: 'keyring-missing',
    spoil: (store) => {
      for (const ending of ['.keys', '.keys.copy']) fs.rmSync(store + ending)
    },
  },
  'broken key files': {
    rule: 'keyring-tampered',
    spoil: (store) => {
      for (const ending of ['.keys', '.keys.copy']) fs.writeFileSync(store + ending, 'x')
    },
  },
  'fewer entries than its anchor': {
    rule: 'store-rolled-back',
    spoil: (store) => fs.writeFileSync(`${store}.anchor`, `9999 ${'a'.repeat(64)}\n`),
  },
}

for (const [what, { rule, spoil }] of Object.entries(DAMAGES)) {
  onEngine('sqlite', `a store with ${what} makes way for a backup, and all its files are kept`, async (app) => {
    await backedUp(app)
    spoil(app.address)
    const before = files(app).filter((name) => name.startsWith('desk.db') && !/\.(lock|attempts)$/.test(name))
    const contents = bytesOf(app, before)
    expect(await app.fail('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({ rule })
    expect(await app.fail('session.restore', asked(app))).toMatchObject({ rule: 'store-exists' })
    const { movedAside } = await app.call('session.restore', replace(app))
    expect(movedAside).toBe('desk.db.damaged-20260930-020000')
    expect(
      bytesOf(
        app,
        before.map((name) => name.replace('desk.db', movedAside ?? '')),
      ),
    ).toEqual(contents)
    expect(files(app).filter((name) => /restoring|replacing/.test(name))).toEqual([])
    await app.signIn('boss')
    expect(await membersIn(app)).toBe(0)
  })
}

onEngine('sqlite', 'what a restore that was killed left of its own writing does not stop the next one', async (app) => {
  await backedUp(app)
  damage(app.address)
  // SQLite takes any such file beside a store for changes of it that are still to be undone.
  for (const ending of ['', '-journal', '-wal', '-shm'])
    fs.writeFileSync(`${app.address}.restoring${ending}`, 'left over')
  await app.call('session.restore', replace(app))
  expect(files(app).filter((name) => /restoring|replacing/.test(name))).toEqual([])
  await app.signIn('boss')
  expect(await membersIn(app)).toBe(0)
})

onEngine('sqlite', 'a store that opens is never replaced, and one that opens for others neither', async (app) => {
  await backedUp(app)
  const before = files(app)
  expect(await app.fail('session.restore', replace(app))).toMatchObject({ rule: 'store-opens' })
  expect(files(app)).toEqual(before)
  const other = app.another()
  await other.call('session.signIn', { login: 'boss', password: PASSWORD })
  expect(await app.fail('session.restore', replace(app))).toMatchObject({ rule: 'store-in-use' })
  await other.close()
  await app.signIn('boss')
  expect(await membersIn(app)).toBe(1)
})

onEngine('sqlite', 'a password that was changed after the backup is given beside the older one', async (app) => {
  await app.call('admin.backup', { out: asked(app).file })
  await app.call('session.changePassword', { oldPassword: PASSWORD, newPassword: NEWER_PASSWORD })
  await app.call('session.lock', { reason: 'asked' })
  damage(app.address)
  expect(await app.fail('session.restore', replace(app))).toMatchObject({ rule: 'present-password' })
  expect(await app.fail('session.restore', { ...replace(app), password: NEWER_PASSWORD })).toMatchObject({
    rule: 'wrong-password',
  })
  await app.call('session.restore', { ...replace(app), presentPassword: NEWER_PASSWORD })
  await app.signIn('boss')
})

onEngine(
  'sqlite',
  'killed at any step of taking the place, a desk has the old store or the new one, whole',
  async (app) => {
    await backedUp(app)
    damage(app.address)
    const kept = path.join(app.folder, 'kept')
    fs.mkdirSync(kept)
    const ours = files(app).filter((name) => name.startsWith('desk.db'))
    for (const name of ours) fs.copyFileSync(path.join(app.folder, name), path.join(kept, name))
    const rename = fs.renameSync
    let isWhole = false
    for (let steps = 0; !isWhole; steps += 1) {
      for (const name of files(app)) if (name.startsWith('desk.db')) fs.rmSync(path.join(app.folder, name))
      for (const name of ours) fs.copyFileSync(path.join(kept, name), path.join(app.folder, name))
      let left = steps
      const cut = vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
        if (left === 0) throw new Error('power cut')
        left -= 1
        rename(from, to)
      })
      isWhole = (await app.engine.call('session.restore', replace(app))).ok
      cut.mockRestore()
      const next = app.another()
      expect(await next.call('session.status', {}), `after ${steps}`).toMatchObject({ value: { state: 'locked' } })
      const opened = await next.call('session.signIn', { login: 'boss', password: PASSWORD })
      expect(opened, `after ${steps}`).toMatchObject({ ok: true })
      await next.close()
      expect(files(app).filter((name) => /replacing|restoring$/.test(name))).toEqual([])
      expect(files(app)).toContain('desk.db.damaged-20260930-020000.keys.copy')
      if (isWhole) expect(steps).toBeGreaterThan(5)
    }
  },
)

onEngine('sqlite', 'killed before the restored store is whole, a desk has the old one', async (app) => {
  await backedUp(app)
  damage(app.address)
  const before = fs.readFileSync(app.address)
  const cut = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw new Error('power cut')
  })
  expect(await app.fail('session.restore', replace(app))).toMatchObject({ code: 'INTERNAL' })
  cut.mockRestore()
  expect(fs.readFileSync(app.address)).toEqual(before)
  expect(await app.fail('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({
    rule: 'store-damaged',
  })
})

onEngine(
  'sqlite',
  'wrong passwords at a restore wait as at the sign-in, and stand in the restored chain',
  async (app) => {
    await app.call('admin.backup', { out: asked(app).file })
    const { head } = await app.call('audit.verify', {})
    const other = await openApp('sqlite')
    const wrong = () => other.engine.call('session.restore', { ...asked(app), password: 'not the password' })
    let refused = await wrong()
    let guesses = 0
    for (
      ;
      guesses < 20 && !refused.ok && 'rule' in refused.failure && refused.failure.rule === 'wrong-password';
      guesses += 1
    )
      refused = await wrong()
    expect(refused).toMatchObject({ failure: { rule: 'sign-in-wait' } })
    expect(await other.fail('session.restore', asked(app))).toMatchObject({ rule: 'sign-in-wait' })
    const { retryAt } = await other.call('session.status', {})
    other.setNow(retryAt ?? 0)
    const { entries } = await other.call('session.restore', asked(app))
    expect(await other.call('session.status', {})).toMatchObject({ retryAt: null })
    await other.signIn('boss')
    const [row] = (await other.call('audit.list', { call: 'session.restore' })).rows
    expect(row).toMatchObject({ actorName: '王经理', outcome: 'done', at: retryAt })
    expect(JSON.parse(row?.body ?? '{}')).toMatchObject({
      login: 'boss',
      backup: { fileName: 'kept.backup', sequence: entries, madeAt: app.now() },
      wrongPasswordsBefore: guesses,
      movedAside: null,
    })
    expect(row?.body).not.toContain(PASSWORD)
    const tried = (await other.call('audit.list', { actor: 'nobody' as UserId, outcome: 'refused' })).rows.reverse()
    const rules = tried.map(({ call, body }) => [call, JSON.parse(body).triedLogin, JSON.parse(body).failure.rule])
    expect(rules).toEqual([
      ...Array.from({ length: guesses }, () => ['session.restore', 'boss', 'wrong-password']),
      ...[0, 1].map(() => ['session.restore', 'boss', 'sign-in-wait']),
    ])
    expect(tried.every(({ body }) => !body.includes('not the password'))).toBe(true)
    expect(tried.at(0)?.seq).toBeLessThan(row?.seq ?? 0)
    expect(fs.readdirSync(other.folder).filter((name) => name.endsWith('.tries'))).toEqual([])
    expect(head.sequence).toBeGreaterThanOrEqual(entries)
    expect(await other.call('audit.verify', {})).toMatchObject({ ok: true })
    await closeApp(other)
  },
)

onEngine(
  'sqlite',
  'wrong passwords at a damaged store stand in the chain of the backup that took its place',
  async (app) => {
    await backedUp(app)
    damage(app.address)
    await app.fail('session.signIn', { login: 'boss', password: 'first guess' })
    app.wait(MINUTE)
    const present = { ...replace(app), presentPassword: 'second guess' }
    expect(await app.fail('session.restore', present)).toMatchObject({ rule: 'present-password' })
    app.wait(MINUTE)
    await app.call('session.restore', replace(app))
    await app.signIn('boss')
    const tried = (await app.call('audit.list', { actor: 'nobody' as UserId, outcome: 'refused' })).rows.reverse()
    expect(tried.map(({ call, body }) => [call, JSON.parse(body).triedLogin, JSON.parse(body).failure.rule])).toEqual([
      ['session.signIn', 'boss', 'wrong-password'],
      ['session.restore', 'boss', 'present-password'],
    ])
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
  },
)

onEngine('sqlite', 'guesses at the store that is there wait, whatever backup is held before it', async (app) => {
  await backedUp(app)
  damage(app.address)
  const foreign = await openApp('sqlite')
  await foreign.call('session.create', { login: 'boss', name: '外人', password: NEWER_PASSWORD, language: 'zh-CN' })
  const file = path.join(foreign.folder, 'foreign.backup')
  await foreign.call('admin.backup', { out: file })
  await foreign.call('session.lock', { reason: 'asked' })
  const guess = () =>
    app.engine.call('session.restore', {
      ...{ file, login: 'boss', password: NEWER_PASSWORD, replaceDamaged: true, presentPassword: 'a guess' },
    })
  const rules: unknown[] = []
  for (let n = 0; n < 8; n += 1) {
    const result = await guess()
    rules.push(result.ok ? 'opened' : 'rule' in result.failure && result.failure.rule)
  }
  expect(rules).toContain('sign-in-wait')
  await closeApp(foreign)
})
