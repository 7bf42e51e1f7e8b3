import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { closeApp, onEngine, onEveryEngine, openApp, PASSWORD } from './app.ts'

const ONE_TIME = 'for the first day only'

onEveryEngine('info tells versions, engine and what the store holds', async (app) => {
  const info = await app.call('admin.info', {})
  expect(info).toMatchObject({
    engine: app.engineName,
    cipher: app.engineName === 'sqlite' ? 'aegis' : '-',
    counts: { users: 1, members: 0 },
  })
})

onEngine('sqlite', 'a backup holds everything and opens with the same passwords', async (app) => {
  await app.call('users.create', { login: 'agent', name: '李专员', role: 'agent', leadId: null, password: ONE_TIME })
  const out = path.join(app.folder, 'desk.backup')
  const backup = await app.call('admin.backup', { out })
  expect(fs.statSync(out).size).toBe(backup.bytes)
  const other = await openApp('sqlite')
  expect(await other.fail('session.restore', { file: out, login: 'boss', password: 'something else' })).toMatchObject({
    rule: 'wrong-password',
  })
  expect(await other.call('session.status', {})).toMatchObject({ state: 'none' })
  expect(await other.call('session.restore', { file: out, login: 'boss', password: PASSWORD })).toEqual({
    entries: backup.head.sequence,
    movedAside: null,
  })
  await other.firstSignIn('agent', ONE_TIME)
  expect((await other.call('users.list', {})).map(({ login }) => login).sort()).toEqual(['agent', 'boss'])
  expect(await other.fail('session.restore', { file: out, login: 'boss', password: PASSWORD })).toMatchObject({
    rule: 'store-exists',
  })
  await closeApp(other)
})

onEngine('sqlite', 'a damaged backup is refused and leaves nothing behind', async (app) => {
  const out = path.join(app.folder, 'desk.backup')
  await app.call('admin.backup', { out })
  const bytes = fs.readFileSync(out)
  bytes[Math.floor(bytes.length / 3)] = (bytes[Math.floor(bytes.length / 3)] ?? 0) ^ 1
  fs.writeFileSync(out, bytes)
  const other = await openApp('sqlite')
  expect(await other.fail('session.restore', { file: out, login: 'boss', password: PASSWORD })).toMatchObject({
    rule: 'backup-unreadable',
  })
  expect(fs.readdirSync(other.folder).filter((name) => !name.endsWith('.attempts'))).toEqual([])
  await closeApp(other)
})

onEngine('postgres', 'a shared database is backed up with its own tools', async (app) => {
  expect(await app.fail('admin.backup', { out: path.join(app.folder, 'x.backup') })).toMatchObject({
    rule: 'backup-sqlite-only',
  })
})

onEngine('sqlite', 'no file is overwritten: not by a backup, a checkpoint or an export', async (app) => {
  const { id } = await app.call('members.create', { card: 'C1', name: '林晓', mobile: '13800001111' })
  const out = path.join(app.folder, 'kept.txt')
  const refused = (rule: string) => ({ code: 'RULE', rule, params: { name: 'kept.txt' } })
  fs.writeFileSync(out, 'kept')
  expect(await app.fail('admin.backup', { out })).toEqual(refused('backup-exists'))
  expect(await app.fail('audit.checkpoint', { out })).toEqual(refused('out-exists'))
  const history = { memberId: id, purpose: '会员本人申请查阅其服务记录', requester: '林晓', out }
  expect(await app.fail('exports.history', history)).toEqual(refused('out-exists'))
  expect(fs.readFileSync(out, 'utf8')).toBe('kept')
  const dangling = path.join(app.folder, 'link')
  fs.symlinkSync(path.join(app.folder, 'nowhere'), dangling)
  expect(await app.fail('audit.checkpoint', { out: dangling })).toMatchObject({ rule: 'out-exists' })
})

onEngine('sqlite', 'every file of the desk is for its owner only, whatever the system would allow', async (app) => {
  const { id } = await app.call('members.create', { card: 'C1', name: '林晓', mobile: '13800001111' })
  const place = (name: string) => path.join(app.folder, name)
  await app.call('admin.backup', { out: place('a.backup') })
  await app.call('audit.checkpoint', { out: place('a.checkpoint') })
  const asked = { memberId: id, purpose: '会员本人申请查阅其服务记录', requester: '林晓' }
  await app.call('exports.history', { ...asked, out: place('a.zip') })
  await app.engine.desk.open?.store.copyTo(place('before.backup'))
  const modes = fs
    .readdirSync(app.folder)
    .map((name) => `${name} ${(fs.statSync(place(name)).mode & 0o777).toString(8)}`)
  expect(modes.filter((line) => !line.endsWith(' 600'))).toEqual([])
  expect(modes.map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['desk.db', 'desk.db-wal', 'desk.db-shm', 'desk.db.lock', 'desk.db.keys', 'desk.db.anchor']),
  )
})

onEngine('sqlite', 'a place that cannot be written to is said to be one', async (app) => {
  const out = path.join(app.folder, 'not there', 'file')
  const refused = { code: 'RULE', rule: 'path-unusable', params: {} }
  expect(await app.fail('admin.backup', { out })).toEqual(refused)
  expect(await app.fail('audit.checkpoint', { out })).toEqual(refused)
  expect(await app.fail('audit.checkpoint', { out: app.folder })).toEqual(refused)
})
