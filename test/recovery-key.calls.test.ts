import { expect } from 'vitest'
import { MINUTE } from '../src/shared/time.ts'
import { closeApp, onEveryEngine, openApp, PASSWORD } from './app.ts'

const NEW_PASSWORD = 'another long secret'

onEveryEngine('a new recovery key takes two, opens the store, and the old sheet opens it no longer', async (outer) => {
  const app = await openApp(outer.engineName)
  const first = { login: 'chief', name: '陈经理', password: PASSWORD, language: 'zh-CN' } as const
  const { recoveryKey: old } = await app.call('session.create', first)
  expect(await app.call('keys.testRecovery', { recoveryKey: old })).toEqual({ opens: true })
  const asked = { reason: '原件遗失', password: PASSWORD }
  await app.call('keys.renewRecovery', asked)
  const oneTime = 'battery staple once'
  await app.call('users.create', { login: 'root', name: '钱管理', role: 'admin', password: oneTime })
  expect(await app.fail('keys.renewRecovery', { ...asked, password: 'not the password' })).toMatchObject({
    rule: 'wrong-password',
  })
  expect(await app.fail('keys.renewRecovery', asked)).toMatchObject({ rule: 'second-person-missing' })
  const second = { login: 'root', password: oneTime }
  const { recoveryKey } = await app.call('keys.renewRecovery', { ...asked, second })
  expect(await app.fail('keys.testRecovery', { recoveryKey: old })).toMatchObject({ rule: 'recovery-other' })
  expect(await app.call('keys.testRecovery', { recoveryKey })).toEqual({ opens: true })
  expect(await app.call('keys.state', {})).toMatchObject({ recoverySince: app.now() })
  const entries = (await app.call('audit.list', { text: '恢复密钥' })).rows
  expect(JSON.stringify(entries)).not.toContain(recoveryKey.slice(0, 11))
  expect(entries.map(({ call, outcome }) => `${call} ${outcome}`)).toContain('keys.renewRecovery done')
  await app.call('session.lock', { reason: 'asked' })
  expect(
    await app.fail('session.recover', { recoveryKey: old, login: 'chief', newPassword: NEW_PASSWORD }),
  ).toMatchObject({
    rule: 'recovery-failed',
  })
  await app.call('session.recover', { recoveryKey, login: 'chief', newPassword: NEW_PASSWORD })
  await closeApp(app)
})

onEveryEngine('a sheet is tested without a change, and wrong ones are slowed down', async (app) => {
  const { recoveryKey: stranger } = await app.call('keys.renewRecovery', { reason: '演练', password: PASSWORD })
  const { recoveryKey } = await app.call('keys.renewRecovery', { reason: '演练', password: PASSWORD })
  const mistyped = recoveryKey.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  expect(await app.fail('keys.testRecovery', { recoveryKey: mistyped })).toMatchObject({
    rule: 'recovery-key-mistyped',
  })
  expect(await app.fail('keys.testRecovery', { recoveryKey: stranger })).toMatchObject({ rule: 'recovery-other' })
  for (let i = 0; i < 3; i += 1) await app.engine.call('keys.testRecovery', { recoveryKey: stranger })
  expect(await app.fail('keys.testRecovery', { recoveryKey })).toMatchObject({ rule: 'sign-in-wait' })
  app.wait(4 * MINUTE)
  expect(await app.call('keys.testRecovery', { recoveryKey: ` ${recoveryKey.toLowerCase()} ` })).toEqual({
    opens: true,
  })
})
