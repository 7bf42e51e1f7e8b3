import { expect } from 'vitest'
import { onEngine, onEveryEngine, PASSWORD, START } from '../app.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

onEveryEngine(
  'a clock set back keeps the order of the audit chain, and every instant is what the clock said',
  async (app) => {
    await app.call('users.create', { login: 'before', name: '前', role: 'agent', leadId: null, password: PASSWORD })
    app.setNow(START - DAY)
    await app.call('users.create', { login: 'after', name: '后', role: 'agent', leadId: null, password: PASSWORD })
    const { rows } = await app.call('audit.list', { call: 'users.create' })
    expect(rows.map(({ at, body }) => [JSON.parse(body).input.login, at])).toEqual([
      ['after', START - DAY],
      ['before', START],
    ])
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
  },
)

onEngine('sqlite', 'a clock set back never makes the wait after wrong passwords longer than the rule', async (app) => {
  await app.call('session.lock', { reason: 'switch' })
  for (let n = 0; n < 3; n++) await app.fail('session.signIn', { login: 'boss', password: 'not this one at all' })
  app.setNow(START - DAY)
  expect(await app.fail('session.signIn', { login: 'boss', password: PASSWORD })).toEqual({
    code: 'RULE',
    rule: 'sign-in-wait',
    params: { seconds: 5 },
  })
})

onEngine('sqlite', 'a clock set back does not keep an idle desk open', async (app) => {
  app.setNow(START - DAY)
  await app.engine.heartbeat()
  expect(app.engine.desk.session).not.toBeNull()
  app.wait(HOUR)
  await app.engine.heartbeat()
  expect(app.engine.desk.session).toBeNull()
})
