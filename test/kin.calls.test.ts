import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { MemberId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { add } from './members-fixture.ts'

const assistantOf = (memberId: MemberId): Input<'kin.add'> => ({
  memberId,
  name: '李助理',
  relation: 'assistant',
  phone: '139 1111 2222',
  rights: ['ask', 'book'],
  fromDay: '2026-09-30',
  untilDay: '2026-10-31',
  proof: 'letter',
  proofText: '授权书编号演示001',
})

async function callFrom(app: App, phone: string) {
  const live = await app.call('calls.start', { direction: 'inbound', phone })
  await app.call('calls.endUnanswered', { id: live.id, reason: 'missed' })
  return live.caller.kind === 'member' ? live.caller.member : null
}

onEveryEngine(
  'a person allowed to speak is kept with relation, rights, term and proof; the call from that number shows for whom',
  async (app) => {
    await app.as('agent')
    const id = await add(app, 'HU7001', '周演示')
    const kin = await app.call('kin.add', assistantOf(id))
    expect(kin).toMatchObject({
      name: '李助理',
      relation: 'assistant',
      maskedPhone: '139****2222',
      rights: ['ask', 'book'],
      state: 'inForce',
      proof: 'letter',
      recordedByName: 'agent',
      endedAt: null,
    })
    expect(await callFrom(app, '13911112222')).toMatchObject({
      id,
      name: '周演示',
      via: 'assistant',
      contactLabel: '李助理',
      maySpeak: true,
      callingFor: { name: '李助理', relation: 'assistant', rights: ['ask', 'book'] },
    })

    app.setNow(START + 32 * DAY)
    await app.as('agent')
    expect((await app.call('kin.list', { memberId: id }))[0]?.state).toBe('expired')
    expect(await callFrom(app, '13911112222')).toMatchObject({ id, maySpeak: false, callingFor: { rights: [] } })
  },
)

onEveryEngine('an authority is ended once, for a reason, and its number is shown only for a reason', async (app) => {
  await app.as('agent')
  const memberId = await add(app, 'HU7002', '吴演示')
  const { id } = await app.call('kin.add', { ...assistantOf(memberId), relation: 'spouse', untilDay: null })
  expect(await app.fail('kin.reveal', { id, reason: 'x' })).toMatchObject({ rule: 'unmask-reason' })
  expect(await app.call('kin.reveal', { id, reason: '核对代办人电话' })).toMatchObject({ value: '139 1111 2222' })
  expect(await app.call('kin.end', { id, reason: '会员来电取消授权' })).toMatchObject({
    state: 'ended',
    endedAt: app.now(),
    endedByName: 'agent',
    endReason: '会员来电取消授权',
  })
  expect(await app.fail('kin.end', { id, reason: '再次取消' })).toMatchObject({ rule: 'kin-ended' })
  expect(await callFrom(app, '13911112222')).toMatchObject({ via: 'family', maySpeak: false })
  expect(await app.fail('kin.add', { ...assistantOf(memberId), untilDay: '2026-09-01' })).toMatchObject({
    rule: 'kin-ends-before-start',
  })
  expect(await app.fail('kin.add', { ...assistantOf(memberId), phone: '12' })).toMatchObject({ code: 'INVALID_INPUT' })
})
