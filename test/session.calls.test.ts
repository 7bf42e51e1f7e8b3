import { expect } from 'vitest'
import { onEveryEngine, PASSWORD } from './app.ts'

onEveryEngine('a new store opens for its first manager and for nobody else', async (app) => {
  expect(await app.call('session.status', {})).toMatchObject({ state: 'open', demo: false, user: { login: 'boss', role: 'manager' } })
  await app.call('session.lock', { reason: 'asked' })
  expect(await app.call('session.status', {})).toMatchObject({ state: 'locked', user: null })
  const wrong = await app.fail('session.signIn', { login: 'boss', password: 'not the password' })
  expect(await app.fail('session.signIn', { login: 'nobody', password: 'not the password' })).toEqual(wrong)
  expect(wrong).toEqual({ code: 'RULE', rule: 'wrong-password', params: {} })
  expect(await app.fail('users.list', {})).toEqual({ code: 'LOCKED' })
  await app.signIn('boss', PASSWORD)
  expect(await app.call('users.list', {})).toMatchObject([{ login: 'boss', name: '王经理', role: 'manager' }])
})
