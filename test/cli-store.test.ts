import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, closeApp, PASSWORD } from './app.ts'
import { type CommandLine, closedStore, commandLine } from './cli-run.ts'

const NEW_PASSWORD = 'quite another word'
const OWN_PASSWORD = 'known to u1 alone'

let app: App
let desk: CommandLine
let folder: string

beforeAll(async () => {
  app = await closedStore('sqlite')
  folder = app.folder
  desk = commandLine(app.address, folder)
})

afterAll(() => closeApp(app))

test('init makes a store, prints the recovery key, and makes it only once', async () => {
  const fresh = commandLine(path.join(folder, 'fresh.db'), folder)
  const made = await fresh.run('boss', ['init', '--name', '王经理', '--json'])
  expect(JSON.parse(made.stdout)).toEqual({
    store: fresh.store,
    recoveryKey: expect.stringMatching(/^[0-9A-Z]{5}(-[0-9A-Z]{5})+$/),
    schema: expect.any(Number),
  })
  expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('Write the recovery key down and lock it away')])
  expect(await fresh.fail('boss', 'init', '--name', '王经理')).toMatchObject({
    exit: 1,
    code: 'RULE',
    rule: 'store-exists',
  })
  expect(await fresh.json('boss', 'user', 'list')).toMatchObject([{ login: 'boss', name: '王经理', role: 'manager' }])
})

describe('a store and its people', () => {
  test('people are added with a one-time password from the environment, listed, and given a lead', async () => {
    const add = (login: string, ...more: string[]) =>
      desk.run('boss', ['user', 'add', '--login', login, '--name', login, '--json', ...more], {
        DESK_NEW_PASSWORD: NEW_PASSWORD,
      })
    expect((await add('lead', '--role', 'lead')).code).toBe(0)
    const { stdout } = await add('u1', '--role', 'agent', '--lead', 'lead')
    expect(JSON.parse(stdout)).toMatchObject({
      login: 'u1',
      role: 'agent',
      status: 'active',
      lead: 'lead',
      mustChangePassword: true,
    })
    expect(JSON.parse((await add('u1', '--role', 'agent')).stdout).error).toMatchObject({
      code: 'RULE',
      rule: 'login-taken',
    })
    const asLead = (...args: string[]) => desk.run('lead', [...args, '--json'], { DESK_PASSWORD: NEW_PASSWORD })
    const early = await asLead('user', 'list')
    expect([early.code, JSON.parse(early.stdout).error]).toMatchObject([
      1,
      { code: 'RULE', rule: 'password-change-first', message: expect.stringContaining('desk user password') },
    ])
    const people: { login: string }[] = await desk.json('boss', 'user', 'list')
    expect(people.map(({ login }) => login).sort()).toEqual(['agent', 'boss', 'lead', 'u1'])
  })

  test('a one-time password is replaced without a window, never by an argument', async () => {
    const change = (login: string, env: NodeJS.ProcessEnv) =>
      desk.run(login, ['user', 'password', '--json'], { DESK_PASSWORD: NEW_PASSWORD, ...env })
    const silent = await change('u1', {})
    expect([silent.code, JSON.parse(silent.stdout).error.message]).toEqual([
      2,
      'There is no password: set DESK_NEW_PASSWORD in the environment. A password is never an argument.',
    ])
    const same = await change('u1', { DESK_NEW_PASSWORD: NEW_PASSWORD })
    expect([same.code, JSON.parse(same.stdout).error.rule]).toEqual([1, 'password-same'])
    const changed = await change('u1', { DESK_NEW_PASSWORD: OWN_PASSWORD })
    expect([changed.code, JSON.parse(changed.stdout)]).toMatchObject([0, { login: 'u1', mustChangePassword: false }])
  })

  test('a wrong password opens nothing, in the same words as in the window', async () => {
    const { code, stdout, stderr } = await desk.run('boss', ['user', 'list', '--json', '--lang', 'zh-CN'], {
      DESK_PASSWORD: 'not this password',
    })
    const message = '登录名或密码不正确。'
    expect([code, JSON.parse(stdout), stderr]).toEqual([
      1,
      { error: { code: 'RULE', message, rule: 'wrong-password', params: {} } },
      `${message}\n`,
    ])
  })

  test('what the role does not allow is refused, and the refusal stands in the audit log', async () => {
    const asAgent = await desk.run('u1', ['audit', 'list', '--json'], { DESK_PASSWORD: OWN_PASSWORD })
    expect([asAgent.code, JSON.parse(asAgent.stdout).error]).toEqual([
      1,
      { code: 'FORBIDDEN', message: 'Your role may not do this.' },
    ])
    const rows = await desk.json('boss', 'audit', 'list', '--actor', 'u1', '--limit', '3')
    expect(rows.map(({ call, outcome }: Record<string, string>) => `${call} ${outcome}`)).toEqual([
      'session.lock done',
      'audit.list refused',
      'session.signIn done',
    ])
  })

  test('a person who is disabled cannot sign in any more', async () => {
    const reset = await desk.run('boss', ['user', 'reset', '--login', 'u1', '--json'], {
      DESK_NEW_PASSWORD: NEW_PASSWORD,
    })
    expect([reset.code, JSON.parse(reset.stdout).login]).toEqual([0, 'u1'])
    const env = { DESK_PASSWORD: NEW_PASSWORD, DESK_NEW_PASSWORD: PASSWORD }
    expect((await desk.run('u1', ['user', 'password'], env)).code).toBe(0)
    expect(
      (await desk.json('u1', 'due', '--from', '2026-09-30T17:00:00+08:00', '--calendar', '24x7', '--minutes', '90'))
        .due,
    ).toBe('2026-09-30T18:30:00+08:00')
    expect(await desk.json('boss', 'user', 'disable', '--login', 'u1')).toMatchObject({
      login: 'u1',
      status: 'disabled',
    })
    expect(await desk.fail('u1', 'info')).toMatchObject({ exit: 1, rule: 'wrong-password' })
    expect(await desk.fail('boss', 'user', 'disable', '--login', 'nobody')).toMatchObject({
      exit: 1,
      code: 'NOT_FOUND',
      entity: 'user',
    })
  })

  test('the audit chain verifies, and its head can be signed and kept elsewhere', async () => {
    const report = await desk.json('boss', 'audit', 'verify')
    expect(report).toMatchObject({ ok: true, problem: null })
    const out = path.join(folder, 'checkpoint.txt')
    const checkpoint = await desk.json('boss', 'audit', 'checkpoint', '--out', out)
    expect(checkpoint.head.sequence).toBeGreaterThan(report.entries)
    expect(fs.readFileSync(out, 'utf8')).toBe(checkpoint.note)
  })

  test('a damaged store is replaced by its backup when that is asked for, one that opens never', async () => {
    const file = path.join(folder, 'before.backup')
    await desk.json('boss', 'backup', file)
    const copy = commandLine(path.join(folder, 'broken.db'), folder)
    await copy.json('boss', 'restore', file)
    expect(await copy.fail('boss', 'restore', file, '--replace-damaged')).toMatchObject({
      exit: 1,
      rule: 'store-opens',
    })
    fs.writeFileSync(copy.store, Buffer.alloc(8192, 7))
    expect(await copy.fail('boss', 'restore', file)).toMatchObject({ exit: 1, rule: 'store-exists' })
    const wrongNow = await copy.run('boss', ['restore', file, '--replace-damaged', '--json'], {
      DESK_PRESENT_PASSWORD: 'not the password',
    })
    expect([wrongNow.code, wrongNow.stderr]).toEqual([1, expect.stringContaining('DESK_PRESENT_PASSWORD')])
    const { movedAside } = await copy.json('boss', 'restore', file, '--replace-damaged')
    expect(movedAside).toMatch(/^broken\.db\.damaged-\d{8}-\d{6}$/)
    expect(fs.readFileSync(path.join(folder, movedAside))).toEqual(Buffer.alloc(8192, 7))
    expect(await copy.json('boss', 'info')).toMatchObject({ store: copy.store })
  })

  test('a backup is restored to where no store is, and holds the same', async () => {
    const file = path.join(folder, 'desk.backup')
    const { sha256, head } = await desk.json('boss', 'backup', file)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    const copy = commandLine(path.join(folder, 'copy.db'), folder)
    expect(await copy.json('boss', 'restore', file)).toEqual({
      store: copy.store,
      file,
      entries: head.sequence,
      movedAside: null,
    })
    expect(await copy.fail('boss', 'restore', file)).toMatchObject({ exit: 1, rule: 'store-exists' })
    const here = await desk.json('boss', 'info')
    expect(await copy.json('boss', 'info')).toMatchObject({
      store: copy.store,
      engine: 'sqlite',
      storeId: here.storeId,
      counts: here.counts,
      schema: here.schema,
    })
  })

  test('people without --json read tables and sentences', async () => {
    const list = await desk.run('boss', ['user', 'list', '--lang', 'zh-CN'])
    expect([list.code, list.stderr, list.stdout.split('\n')[0]]).toEqual([
      0,
      '',
      '登录名  姓名    角色      状态  主管  上次登录',
    ])
    expect((await desk.run('boss', ['info'])).stdout).toContain('Counts: users 4, ')
  })
})

test('a demo store tells its logins, and is refused where a store is', async () => {
  const demo = commandLine(path.join(folder, 'demo.db'), folder)
  const made = await demo.run('nobody', [
    'demo',
    '--members',
    '20',
    '--calls',
    '10',
    '--cases',
    '5',
    '--seed',
    '7',
    '--json',
  ])
  const { logins, ...counts } = JSON.parse(made.stdout)
  expect([made.code, counts]).toEqual([0, { members: 20, calls: 10, cases: 5 }])
  const { login, password } = logins.find(({ role }: { role: string }) => role === 'manager')
  const info = await demo.run(login, ['info', '--json'], { DESK_PASSWORD: password })
  expect(JSON.parse(info.stdout).counts.members).toBe(20)
  const again = await demo.run('nobody', ['demo', '--json'])
  expect([again.code, JSON.parse(again.stdout).error.rule]).toEqual([1, 'store-exists'])
})
