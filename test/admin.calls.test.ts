import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { closeApp, onEngine, onEveryEngine, openApp, PASSWORD } from './app.ts'

onEveryEngine('info tells versions, engine and what the store holds', async (app) => {
  const info = await app.call('admin.info', {})
  expect(info).toMatchObject({
    engine: app.engineName,
    cipher: app.engineName === 'sqlite' ? 'aegis' : '-',
    counts: { users: 1, members: 0 },
  })
})

onEngine('sqlite', 'a backup holds everything and opens with the same passwords', async (app) => {
  await app.call('users.create', { login: 'agent', name: '李专员', role: 'agent', leadId: null, password: PASSWORD })
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
  })
  await other.signIn('agent')
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

onEngine('sqlite', 'a place that cannot be written to is said to be one', async (app) => {
  const out = path.join(app.folder, 'not there', 'file')
  const refused = { code: 'RULE', rule: 'path-unusable', params: {} }
  expect(await app.fail('admin.backup', { out })).toEqual(refused)
  expect(await app.fail('audit.checkpoint', { out })).toEqual(refused)
  expect(await app.fail('audit.checkpoint', { out: app.folder })).toEqual(refused)
})
