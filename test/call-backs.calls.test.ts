import { expect } from 'vitest'
import type { CallId } from '../src/shared/ids.ts'
import { DEFAULT_SETTINGS } from '../src/shared/settings/contract.ts'
import { type App, onEveryEngine } from './app.ts'

const MINUTE = 60_000
const WANG = '13812345678'
const RECORD = { question: '回拨未接来电', process: '说明情况', result: '客户无其他需求' }

async function missed(app: App, phone = WANG): Promise<CallId> {
  const { id } = await app.call('calls.start', { direction: 'inbound', phone })
  await app.call('calls.endUnanswered', { id, reason: 'missed' })
  return id
}

async function tryOnce(app: App, callBackOf: CallId): Promise<void> {
  const { id } = await app.call('calls.start', { direction: 'outbound', callBackOf })
  await app.call('calls.endUnanswered', { id, reason: 'missed' })
  app.wait(MINUTE)
}

async function onlyOne(app: App) {
  const [one, ...more] = await app.call('calls.callBacks', { mine: false })
  if (!one || more.length > 0) expect.fail(`${more.length + 1} call-backs`)
  return one
}

onEveryEngine('a call-back is given up only after the set number of tries, with its reason', async (app) => {
  await app.call('settings.write', { ...DEFAULT_SETTINGS, callBackTries: 2 })
  await app.as('agent')
  const id = await missed(app)
  await tryOnce(app, id)
  const once = await onlyOne(app)
  expect(once).toMatchObject({ tries: 1, lastTryAt: app.now() - MINUTE, callingName: null, endedAs: null })
  const giveUp = { id: once.id, reason: '两次均无人接听，已短信告知' }
  expect(await app.fail('calls.giveUpCallBack', giveUp)).toEqual({
    code: 'RULE',
    rule: 'call-back-tries',
    params: { tries: '1', needed: '2' },
  })
  await tryOnce(app, id)
  expect(await app.fail('calls.giveUpCallBack', { ...giveUp, reason: ' ' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await app.call('calls.giveUpCallBack', giveUp)).toMatchObject({
    tries: 2,
    endedAs: 'gaveUp',
    outcome: giveUp.reason,
    doneAt: app.now(),
  })
  expect(await app.fail('calls.giveUpCallBack', giveUp)).toMatchObject({ rule: 'call-back-closed' })
  expect(await app.call('calls.callBacks', { mine: false })).toEqual([])
})

onEveryEngine('a colleague takes a call-back on; nobody calls a customer whom somebody is calling', async (app) => {
  await app.as('agent', 'ben')
  await app.as('agent', 'ann')
  const id = await missed(app)
  await app.as('agent', 'ben')
  const one = await onlyOne(app)
  expect(await app.fail('calls.giveUpCallBack', { id: one.id, reason: '不打了' })).toMatchObject({
    rule: 'call-back-of-another',
  })
  expect(await app.call('calls.claimCallBack', { id: one.id })).toMatchObject({ ownerName: 'ben' })
  await app.as('agent', 'ann')
  expect(await app.call('calls.callBacks', {})).toEqual([])
  const back = await app.call('calls.start', { direction: 'outbound', callBackOf: id })
  expect(await onlyOne(app)).toMatchObject({ ownerName: 'ann', callingName: 'ann' })
  await app.as('agent', 'ben')
  const calling = { code: 'RULE', rule: 'call-back-calling', params: { name: 'ann' } }
  expect(await app.fail('calls.start', { direction: 'outbound', callBackOf: id })).toEqual(calling)
  expect(await app.fail('calls.claimCallBack', { id: one.id })).toEqual(calling)
  await app.as('agent', 'ann')
  await app.call('calls.answer', { id: back.id })
  await app.call('calls.hangUp', { id: back.id })
  await app.call('calls.finish', { id: back.id, resultCode: 'member-informed', ...RECORD })
  expect(await app.call('calls.show', { id })).toMatchObject({
    callBacks: [{ endedAs: 'reached', outcome: back.number, tries: 0 }],
  })
  expect(await app.fail('calls.claimCallBack', { id: one.id })).toMatchObject({ rule: 'call-back-closed' })
})

onEveryEngine('a call-back that needs no call any more says how it ended', async (app) => {
  await app.as('agent')
  await missed(app)
  const one = await onlyOne(app)
  const close = { id: one.id, result: 'otherWay', outcome: '客户已在微信联系' } as const
  expect(await app.call('calls.closeCallBack', close)).toMatchObject({ endedAs: 'otherWay', outcome: close.outcome })
})
