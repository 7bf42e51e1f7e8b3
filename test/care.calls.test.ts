import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { MemberId, UserId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { putMember } from './calls-fixture.ts'
import { closing, complaint, investigated, reply, take, visit } from './cases-fixtures.ts'

const me = (app: App) => app.engine.desk.session?.actor.id as UserId

const welcome = (app: App, memberId: MemberId, given = true) =>
  app.call('members.recordConsent', { id: memberId, purpose: 'marketing', given, channel: 'telephone' })

const planned = (app: App, more: Partial<Input<'care.plan'>> = {}): Input<'care.plan'> => ({
  occasion: 'regular',
  kind: 'phone',
  reason: '季度回访（演示）',
  ownerId: me(app),
  dueDay: '2026-10-08',
  ...more,
})

onEveryEngine(
  'S2-145 S2-146 S2-148 care by phone, in person or in a forum is planned with reason, person and day, and recorded when done',
  async (app) => {
    const memberId = await putMember(app, 'EG1', '林晓', { mobile: '+8613700004321' })
    await app.as('agent', 'li')
    await welcome(app, memberId)
    for (const kind of ['phone', 'visit', 'web'] as const) {
      const row = await app.call('care.plan', planned(app, { memberId, kind }))
      expect(row).toMatchObject({
        kind,
        state: 'planned',
        personName: '林晓',
        ownerName: 'li',
        dueDay: '2026-10-08',
        isOverdue: false,
      })
    }
    expect(await app.call('care.list', { view: 'due' })).toEqual([])
    expect(await app.call('care.list', { view: 'coming' })).toHaveLength(3)
    app.wait(9 * DAY)
    const due = await app.call('care.list', { view: 'due', isMine: true })
    expect(due.map(({ isOverdue }) => isOverdue)).toEqual([true, true, true])
    for (const { id } of due)
      await app.call('care.done', { id, isReached: true, result: '已问候', needs: '', opinions: '' })
    expect(await app.call('care.list', { view: 'due' })).toEqual([])
    expect((await app.call('care.list', { view: 'done' })).map(({ kind }) => kind).sort()).toEqual([
      'phone',
      'visit',
      'web',
    ])
    const [first] = due
    expect(await app.fail('care.done', { id: first?.id ?? '', isReached: true, result: '再次' })).toMatchObject({
      rule: 'care-done',
    })
    expect(await app.fail('care.plan', planned(app, { memberId, dueDay: '2026-10-08' }))).toMatchObject({
      rule: 'care-day-past',
    })
  },
)

onEveryEngine(
  'S2-147 S2-149 a care SMS is prepared for who consented; an opt-out, the night and too much of it are respected',
  async (app) => {
    const memberId = await putMember(app, 'EG2', '林晓', { mobile: '+8613700004321', email: 'lin@example.com' })
    await app.as('agent', 'li')
    const sms = planned(app, { memberId, kind: 'sms', dueDay: '2026-09-30' })
    expect(await app.fail('care.plan', sms)).toMatchObject({ rule: 'care-no-consent' })
    await welcome(app, memberId)
    const { id: careId } = await app.call('care.plan', sms)
    const input = { careId, occasion: 'care', channel: 'sms', templateId: 'care@1' } as const
    const row = await app.call('messages.prepare', input)
    expect(row).toMatchObject({ memberId, state: 'prepared' })

    app.wait(11 * 3_600_000)
    expect(await app.fail('messages.handOver', { id: row.id })).toMatchObject({ rule: 'care-quiet-hours' })
    app.wait(12 * 3_600_000)
    await app.call('messages.choose', { memberId, channel: 'sms', given: false, source: '来电退订' })
    expect(await app.fail('messages.handOver', { id: row.id })).toMatchObject({ rule: 'care-opted-out' })
    expect(await app.call('messages.draft', input)).toMatchObject({ refusal: { rule: 'care-opted-out' } })
    await app.call('messages.choose', { memberId, channel: 'sms', given: true, source: '来电恢复' })
    expect(await app.call('messages.choices', { memberId })).toMatchObject([
      { channel: 'sms', given: true, source: '来电恢复' },
    ])
    await app.call('messages.handOver', { id: row.id })
    await app.call('messages.markSent', { id: row.id, reference: 'SMS-1' })
    expect(await app.call('care.of', { memberId })).toMatchObject([
      { id: careId, state: 'done', isReached: true, messageState: 'sent' },
    ])

    const offer = {
      memberId,
      occasion: 'offer',
      channel: 'email',
      templateId: 'offer@1',
      values: { offer: '休息室礼遇' },
    } as const
    for (const count of [1, 2]) {
      app.wait(DAY)
      const next = await app.call('messages.prepare', offer)
      await app.as('lead', 'zhao')
      await app.call('messages.check', { id: next.id, isApproved: true })
      await app.call('messages.handOver', { id: next.id })
      await app.call('messages.markSent', { id: next.id, reference: `MAIL-${count}` })
      await app.as('agent', 'li')
    }
    app.wait(DAY)
    expect(await app.fail('messages.prepare', offer)).toMatchObject({
      rule: 'care-too-often',
      params: { most: 3, days: 30 },
    })
    await welcome(app, memberId, false)
    expect(await app.fail('messages.prepare', offer)).toMatchObject({ rule: 'care-no-consent' })
  },
)

onEveryEngine(
  'S2-147 S2-149 the SMS with an offer or reminder is prepared in one go, with consent alone, once, and leaves by day',
  async (app) => {
    const memberId = await putMember(app, 'EG9', '林晓', { mobile: '+8613700004321' })
    await app.as('agent', 'li')
    await welcome(app, memberId)
    const sms = { memberId, kind: 'sms', dueDay: '2026-09-30' } as const
    const careOf = async (more: Partial<Input<'care.plan'>>) =>
      (await app.call('care.plan', planned(app, { ...sms, ...more }))).id
    const offerId = await careOf({ occasion: 'offer', reason: '会员日休息室双人礼遇' })
    const reminderId = await careOf({ reason: '换季出行提醒' })
    const callId = await careOf({ kind: 'phone' })
    expect(await app.fail('messages.prepareCare', { careId: callId })).toMatchObject({ rule: 'care-not-written' })

    const { row: offer } = await app.call('messages.prepareCare', { careId: offerId })
    // Words that nobody else has seen are checked first.
    expect(offer).toMatchObject({ memberId, channel: 'sms', occasion: 'offer', state: 'toCheck' })
    const { body } = await app.call('messages.show', { id: offer.id })
    expect(body).toContain('林女士：为您准备了会员日休息室双人礼遇')
    expect(body).toContain('退订')
    expect(await app.fail('messages.prepareCare', { careId: offerId })).toMatchObject({ rule: 'care-message-there' })
    expect(await app.fail('messages.handOver', { id: offer.id })).toMatchObject({ rule: 'message-not-checked' })
    await app.as('lead', 'zhao')
    await app.call('messages.check', { id: offer.id, isApproved: false, note: '请写明日期' })
    await app.as('agent', 'li')
    const again = await app.call('messages.prepareCare', { careId: offerId })
    await app.as('lead', 'zhao')
    await app.call('messages.check', { id: again.row.id, isApproved: true })

    // At ten in the evening it is prepared and waits for the morning.
    app.wait(11 * 3_600_000)
    await app.as('agent', 'li')
    expect(await app.call('messages.prepareCare', { careId: reminderId })).toMatchObject({
      isQuiet: true,
      row: { occasion: 'care', channel: 'sms', state: 'prepared' },
    })
    expect(await app.fail('messages.handOver', { id: again.row.id })).toMatchObject({ rule: 'care-quiet-hours' })
    app.wait(12 * 3_600_000)
    await app.call('messages.handOver', { id: again.row.id })
    await app.call('messages.markSent', { id: again.row.id, reference: 'SMS-2' })
    const cared = await app.call('care.of', { memberId })
    expect(cared.find(({ id }) => id === offerId)).toMatchObject({ state: 'done', isReached: true })

    const lateId = await careOf({ occasion: 'offer', reason: '周末酒店礼遇', dueDay: '2026-10-08' })
    await app.call('messages.choose', { memberId, channel: 'sms', given: false, source: '来电退订' })
    expect(await app.fail('messages.prepareCare', { careId: lateId })).toMatchObject({ rule: 'care-opted-out' })
  },
)

onEveryEngine(
  'S2-150 S2-151 S3-123 the effect of care and what the member needs and thinks are kept, and the measure is changed after it',
  async (app) => {
    const memberId = await putMember(app, 'EG3', '林晓', { mobile: '+8613700004321' })
    await app.as('agent', 'li')
    await welcome(app, memberId)
    const { id } = await app.call('care.plan', planned(app, { memberId }))
    expect(await app.fail('care.effect', { id, effect: 'better', text: '满意' })).toMatchObject({
      rule: 'care-not-done',
    })
    await app.call('care.done', {
      id,
      isReached: true,
      result: '已通话十分钟',
      needs: '常飞海口，需要无障碍摆渡车',
      opinions: '电话太频繁',
    })
    const change = {
      id,
      kind: 'web',
      reason: '改为网站留言',
      ownerId: me(app),
      dueDay: '2026-10-20',
      changeReason: '客户认为电话太频繁',
    } as const
    expect(await app.fail('care.change', change)).toMatchObject({ rule: 'care-effect-first' })
    app.wait(DAY)
    await app.call('care.effect', { id, effect: 'worse', text: '客户觉得被打扰' })
    const next = await app.call('care.change', change)
    expect(next).toMatchObject({
      kind: 'web',
      state: 'planned',
      followsId: id,
      changes: [{ reason: '客户认为电话太频繁', byName: 'li' }],
    })
    const all = await app.call('care.of', { memberId })
    expect(all.find((row) => row.id === id)).toMatchObject({
      needs: '常飞海口，需要无障碍摆渡车',
      opinions: '电话太频繁',
      effect: 'worse',
      effectText: '客户觉得被打扰',
    })
    await app.call('care.change', { ...change, id: next.id, dueDay: '2026-10-25', changeReason: '客户出国' })
    expect((await app.call('care.of', { memberId })).find((row) => row.id === next.id)).toMatchObject({
      dueDay: '2026-10-25',
      changes: [{ reason: '客户认为电话太频繁' }, { reason: '客户出国' }],
    })
    await app.call('care.cancel', { id: next.id, reason: '客户不需要' })
    expect(await app.fail('care.change', { ...change, id: next.id })).toMatchObject({ rule: 'care-cancelled' })
  },
)

onEveryEngine(
  'S3-120 S3-121 S3-122 calls, birthday and festival SMS and e-mails to members are scheduled ahead, each member once',
  async (app) => {
    const one = await putMember(app, 'EG4', '林晓', {
      mobile: '+8613700004321',
      birthDate: '1985-10-05',
      email: 'a@example.com',
    })
    const two = await putMember(app, 'EG5', '周宁', { mobile: '+8613700004322', birthDate: '1990-10-20' })
    await putMember(app, 'EG6', '吴越', { mobile: '+8613700004323', birthDate: '1991-10-06' })
    await putMember(app, 'EG7', '郑和', { mobile: '+8613700004324', birthDate: '1991-10-07', tier: 'silver' })
    await app.as('agent', 'li')
    const ownerId = me(app)
    await welcome(app, one)
    await welcome(app, two)
    await app.as('lead', 'zhao')
    const round = {
      occasion: 'birthday',
      kind: 'sms',
      tiers: ['gold'],
      from: '2026-10-01',
      to: '2026-10-31',
      ownerId,
    } as const
    expect(await app.call('care.planRound', round as never)).toEqual({ planned: 2, already: 0, unwelcome: 1 })
    expect(await app.call('care.planRound', round as never)).toEqual({ planned: 0, already: 2, unwelcome: 1 })
    const festivals = await app.call('care.festivals', {})
    expect(festivals[0]).toEqual({ day: '2026-10-01', name: '国庆节' })
    const day = { from: '2026-10-01', to: '2026-10-01', tiers: ['gold' as const], ownerId }
    expect(await app.fail('care.planRound', { ...day, occasion: 'festival', kind: 'sms' })).toMatchObject({
      rule: 'care-round-name',
    })
    const counted = { planned: 2, already: 0, unwelcome: 1 }
    expect(await app.call('care.planRound', { ...day, occasion: 'festival', name: '国庆节', kind: 'sms' })).toEqual(
      counted,
    )
    expect(await app.call('care.planRound', { ...day, occasion: 'regular', name: '季度问候', kind: 'email' })).toEqual(
      counted,
    )
    expect(await app.call('care.planRound', { ...day, occasion: 'regular', name: '电话回访', kind: 'phone' })).toEqual(
      counted,
    )
    await app.as('agent', 'li')
    const coming = await app.call('care.list', { view: 'coming', isMine: true })
    expect(
      coming.map(({ dueDay, kind, occasion, personName }) => `${dueDay} ${kind} ${occasion} ${personName}`).sort(),
    ).toEqual([
      '2026-10-01 email regular 周宁',
      '2026-10-01 email regular 林晓',
      '2026-10-01 phone regular 周宁',
      '2026-10-01 phone regular 林晓',
      '2026-10-01 sms festival 周宁',
      '2026-10-01 sms festival 林晓',
      '2026-10-05 sms birthday 林晓',
      '2026-10-20 sms birthday 周宁',
    ])
    const birthday = coming.find(({ occasion }) => occasion === 'birthday')
    const row = await app.call('messages.prepare', {
      careId: birthday?.id ?? '',
      occasion: 'birthday',
      channel: 'sms',
      templateId: 'birthday@1',
    })
    expect((await app.call('messages.show', { id: row.id })).body).toContain('林女士：祝您生日快乐')
  },
)

onEveryEngine(
  'S5-36 service after the sale is tracked to its end: told, visited, closed, cared for, and its effect known',
  async (app) => {
    await app.as('agent', 'li')
    const id = await investigated(app)
    await take(app, id, 'reply', reply(app.now()))
    app.wait(DAY)
    await take(app, id, 'visit', visit(app.now()))
    await app.as('lead', 'zhao')
    await take(app, id, 'close', closing)
    await app.as('agent', 'li')
    const care = await app.call('care.plan', planned(app, { caseId: id, occasion: 'afterMatter', kind: 'visit' }))
    app.wait(7 * DAY)
    await app.call('care.done', {
      id: care.id,
      isReached: true,
      result: '上门送致歉信',
      needs: '',
      opinions: '认可改进',
    })
    await app.call('care.effect', { id: care.id, effect: 'better', text: '客户恢复乘机' })
    expect(await app.call('care.of', { caseId: id })).toMatchObject([{ state: 'done', effect: 'better' }])
    const { events } = await app.call('cases.show', { id })
    expect(events.filter(({ kind }) => kind === 'care').map(({ data }) => data.act)).toEqual([
      'planned',
      'done',
      'effect',
    ])
  },
)

onEveryEngine(
  'care is not planned for nobody, by an administrator, or for a report that is not one’s own to see',
  async (app) => {
    await app.as('agent', 'li')
    expect(await app.fail('care.plan', planned(app))).toMatchObject({ rule: 'care-for-nobody' })
    const { id } = await app.call('cases.open', complaint({ channel: 'reportPhone' }))
    await app.call('care.plan', planned(app, { caseId: id, occasion: 'afterMatter' }))
    expect(await app.call('care.list', { view: 'coming' })).toHaveLength(1)
    await app.as('agent', 'wang')
    expect(await app.call('care.list', { view: 'coming' })).toEqual([])
    expect(
      await app.fail('care.planRound', {
        occasion: 'regular',
        name: 'x',
        kind: 'sms',
        tiers: ['gold'],
        from: '2026-10-01',
        to: '2026-10-01',
        ownerId: me(app),
      }),
    ).toEqual({ code: 'FORBIDDEN' })
  },
)
