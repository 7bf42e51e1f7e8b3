import { expect } from 'vitest'
import { onEveryEngine, PASSWORD } from './app.ts'

onEveryEngine('a call that nobody declared is unknown, whatever it is called', async (app) => {
  for (const name of [
    '',
    'users',
    'users.drop',
    'users.list.more',
    '__proto__.toString',
    'constructor.name',
    'session.constructor',
  ]) {
    expect(await app.engine.request(name, {})).toEqual({ ok: false, failure: { code: 'UNKNOWN_CALL' } })
  }
})

onEveryEngine('bad input names the field and changes nothing', async (app) => {
  const before = (await app.call('audit.list', { call: 'users.create' })).rows.length
  expect(
    await app.engine.request('users.create', { login: 'Agent One', name: '', role: 'king', password: 'x' }),
  ).toMatchObject({
    ok: false,
    failure: {
      code: 'INVALID_INPUT',
      issues: [{ path: 'login' }, { path: 'name' }, { path: 'role' }, { path: 'password' }],
    },
  })
  expect(await app.engine.request('users.create', null)).toMatchObject({
    ok: false,
    failure: { code: 'INVALID_INPUT' },
  })
  expect((await app.call('audit.list', { call: 'users.create' })).rows.length).toBe(before)
})

onEveryEngine('S3-131 every change leaves a row in the audit chain, without any password', async (app) => {
  await app.call('users.create', { login: 'agent', name: '李专员', role: 'agent', leadId: null, password: PASSWORD })
  const { rows } = await app.call('audit.list', {})
  expect(rows.map(({ call, outcome }) => ({ call, outcome })).slice(0, 2)).toEqual([
    { call: 'users.create', outcome: 'done' },
    { call: 'session.create', outcome: 'done' },
  ])
  expect(JSON.parse(rows[0]?.body ?? '{}').input).toEqual({
    login: 'agent',
    name: '李专员',
    role: 'agent',
    leadId: null,
  })
  expect(rows.some(({ body }) => body.includes(PASSWORD))).toBe(false)
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: true, problem: null })
})

onEveryEngine('S3-131 what was refused is in the audit chain too, and what it began is undone', async (app) => {
  await app.as('agent')
  expect(await app.fail('settings.write', await app.call('settings.read', {}))).toEqual({ code: 'FORBIDDEN' })
  await app.as('manager')
  await app.fail('users.create', { login: 'boss', name: 'again', role: 'agent', leadId: null, password: PASSWORD })
  const refused = (await app.call('audit.list', {})).rows.filter(({ outcome }) => outcome === 'refused')
  expect(refused.map(({ call, actorName, body }) => ({ call, actorName, failure: JSON.parse(body).failure }))).toEqual([
    {
      call: 'users.create',
      actorName: '王经理',
      failure: { code: 'RULE', rule: 'login-taken', params: { login: 'boss' } },
    },
    { call: 'settings.write', actorName: 'agent', failure: { code: 'FORBIDDEN' } },
  ])
  expect(await app.call('users.list', {})).toHaveLength(2)
})

onEveryEngine('reading the audit log is itself remembered', async (app) => {
  await app.call('audit.list', {})
  const { rows } = await app.call('audit.list', {})
  expect(rows[0]).toMatchObject({ call: 'audit.list', outcome: 'done', actorName: '王经理' })
})

onEveryEngine('windows hear what changed after the commit and nothing before or without one', async (app) => {
  app.pushes.length = 0
  await app.fail('users.create', { login: 'boss', name: 'again', role: 'agent', leadId: null, password: PASSWORD })
  expect(app.pushes).toEqual([])
  await app.call('users.create', { login: 'agent', name: '李专员', role: 'agent', leadId: null, password: PASSWORD })
  expect(app.pushes).toEqual([{ kind: 'changed', topics: ['users', 'audit'] }])
})

onEveryEngine('an edited, a deleted and a re-hashed row of the audit chain are found', async (app) => {
  const { store } = app.engine.desk.open ?? expect.fail('no store')
  for (const login of ['a1', 'a2', 'a3'])
    await app.call('users.create', { login, name: login, role: 'agent', leadId: null, password: PASSWORD })
  const edited = await store.db.selectFrom('audit').selectAll().where('seq', '=', 2).executeTakeFirstOrThrow()
  await store.db
    .updateTable('audit')
    .set({ body: edited.body.replace('a1', 'a9') })
    .where('seq', '=', 2)
    .execute()
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: false, problem: { sequence: 2, reason: 'hash' } })
  await store.db.updateTable('audit').set({ body: edited.body }).where('seq', '=', 2).execute()
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
  await store.db.deleteFrom('audit').where('seq', '=', 3).execute()
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: false, problem: { sequence: 3, reason: 'sequence' } })
})

onEveryEngine('a desk where nothing is due writes nothing while time passes', async (app) => {
  const before = (await app.call('admin.info', {})).audit
  for (let i = 0; i < 5; i += 1) {
    app.wait(1000)
    await app.engine.heartbeat()
  }
  expect((await app.call('admin.info', {})).audit).toEqual(before)
})
