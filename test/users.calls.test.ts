import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { onEveryEngine, PASSWORD } from './app.ts'

const ONE_TIME = 'for the first day only'
const person = (login: string) => ({ login, name: `姓名 ${login}`, password: ONE_TIME })

onEveryEngine('S3-04 S3-05 S3-06 S3-07 the department stands: agent under lead under manager', async (app) => {
  const lead = await app.call('users.create', { ...person('lead'), role: 'lead', leadId: null })
  const agent = await app.call('users.create', { ...person('agent'), role: 'agent', leadId: lead.id })
  expect((await app.call('users.list', {})).map(({ login, role, leadId }) => ({ login, role, leadId }))).toEqual(
    expect.arrayContaining([
      { login: 'boss', role: 'manager', leadId: null },
      { login: 'lead', role: 'lead', leadId: null },
      { login: 'agent', role: 'agent', leadId: lead.id },
    ]),
  )
  expect(await app.fail('users.update', { id: agent.id, name: 'x', role: 'agent', leadId: agent.id })).toMatchObject({
    rule: 'lead-is-self',
  })
  const second = await app.call('users.create', { ...person('agent2'), role: 'agent', leadId: null })
  expect(await app.fail('users.update', { id: second.id, name: 'x', role: 'agent', leadId: agent.id })).toMatchObject({
    rule: 'not-a-lead',
  })
})

onEveryEngine('S3-01 a person of the desk gets in, a disabled one no longer, an enabled one again', async (app) => {
  const agent = await app.call('users.create', { ...person('agent'), role: 'agent', leadId: null })
  await app.firstSignIn('agent', ONE_TIME)
  await app.signIn('boss')
  await app.call('users.disable', { id: agent.id })
  await app.call('session.lock', { reason: 'asked' })
  expect(await app.fail('session.signIn', { login: 'agent', password: PASSWORD })).toMatchObject({
    rule: 'wrong-password',
  })
  await app.signIn('boss')
  expect(await app.call('users.list', {})).toHaveLength(1)
  await app.call('users.enable', { id: agent.id, password: 'a fresh one-time secret' })
  expect((await app.call('users.list', {})).find(({ id }) => id === agent.id)).toMatchObject({
    mustChangePassword: true,
  })
  await app.signIn('agent', 'a fresh one-time secret')
})

onEveryEngine('a reset gives a one-time password and ends the old one', async (app) => {
  const agent = await app.call('users.create', { ...person('agent'), role: 'agent', leadId: null })
  await app.call('users.resetPassword', { id: agent.id, password: 'one time only 2026' })
  await app.call('session.lock', { reason: 'asked' })
  expect(await app.fail('session.signIn', { login: 'agent', password: PASSWORD })).toMatchObject({
    rule: 'wrong-password',
  })
  await app.signIn('agent', 'one time only 2026')
})

onEveryEngine('an agent and a lead manage nobody, an administrator no manager', async (app) => {
  const boss = app.engine.desk.session?.actor.id as UserId
  for (const role of ['agent', 'lead'] as const) {
    await app.as(role)
    expect(await app.fail('users.create', { ...person('x1'), role: 'agent', leadId: null })).toEqual({
      code: 'FORBIDDEN',
    })
  }
  await app.as('admin')
  await app.call('users.create', { ...person('by-admin'), role: 'agent', leadId: null })
  expect(await app.fail('users.create', { ...person('x2'), role: 'manager', leadId: null })).toMatchObject({
    rule: 'manager-only',
  })
  expect(await app.fail('users.resetPassword', { id: boss, password: 'one time only 2026' })).toMatchObject({
    rule: 'manager-only',
  })
})

onEveryEngine('the last person who manages users stays, and nobody disables themselves', async (app) => {
  const boss = app.engine.desk.session?.actor.id as UserId
  expect(await app.fail('users.disable', { id: boss })).toMatchObject({ rule: 'disable-self' })
  expect(await app.fail('users.update', { id: boss, name: '王经理', role: 'agent', leadId: null })).toMatchObject({
    rule: 'last-manager',
  })
})

onEveryEngine('a login is given once and written plainly', async (app) => {
  expect(await app.fail('users.create', { ...person('boss'), role: 'agent', leadId: null })).toMatchObject({
    rule: 'login-taken',
  })
  expect(await app.fail('users.create', { ...person('王'), role: 'agent', leadId: null })).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: 'login', reason: 'login' }],
  })
})
