import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { ZHANG } from './members-fixture.ts'

onEveryEngine(
  'S4-73 a request to correct is taken by an agent, the person is identified first, and the file is corrected with before and after',
  async (app) => {
    await app.as('agent', 'li')
    const { id: memberId } = await app.call('members.create', ZHANG)
    const about = { memberId, channel: 'telephone', requester: '张三丰（演示）' } as const
    expect(await app.fail('rights.receive', { ...about, kind: 'correct', text: '城市不对' })).toMatchObject({
      rule: 'rights-correct-what',
    })
    const asked = await app.call('rights.receive', {
      ...{ ...about, kind: 'correct', text: '城市已改为深圳' },
      wanted: { field: 'city', value: '深圳' },
    })
    // Fifteen working days from Wednesday 30 September over the National Day holiday and its make-up day.
    expect(asked).toMatchObject({
      ...{ number: 'R2026-0001', state: 'open', due: 'inTime' },
      dueAt: Date.parse('2026-10-28T00:00:00+08:00'),
    })
    const { id } = asked
    await app.as('lead', 'zhao')
    expect(await app.fail('rights.correct', { id, answer: '已更正' })).toMatchObject({ rule: 'rights-identity' })
    await app.call('rights.identify', { id, how: '回拨登记手机并核对证件后四位' })
    expect(await app.call('rights.correct', { id, answer: '已更正为深圳' })).toMatchObject({
      ...{ state: 'done', outcome: { before: '广州', after: '深圳' }, decidedByName: 'zhao' },
    })
    expect((await app.call('members.view', { id: memberId })).member.city).toBe('深圳')
    expect(await app.fail('rights.correct', { id, answer: '再次' })).toMatchObject({ rule: 'rights-settled' })
    expect((await app.call('rights.of', { memberId })).requests).toHaveLength(1)
  },
)

onEveryEngine(
  'a request is refused with its reason only by the manager, extended once, and shows that it is due soon',
  async (app) => {
    const { id: memberId } = await app.call('members.create', ZHANG)
    const { id } = await app.call('rights.receive', {
      ...{
        memberId,
        kind: 'explain',
        channel: 'letter',
        requester: '张三丰（演示）',
        text: '请说明为何给我推荐此航线',
      },
    })
    app.setNow(Date.parse('2026-10-26T10:00:00+08:00'))
    expect((await app.call('rights.list', {})).map(({ due }) => due)).toEqual(['soon'])
    expect(await app.fail('rights.extend', { id, dueDay: '2027-03-01', reason: '需核查' })).toMatchObject({
      rule: 'rights-extend-long',
    })
    await app.call('rights.extend', { id, dueDay: '2026-11-06', reason: '需调取原始记录' })
    expect(await app.fail('rights.extend', { id, dueDay: '2026-11-10', reason: '再延' })).toMatchObject({
      rule: 'rights-extended',
    })
    app.setNow(Date.parse('2026-11-08T10:00:00+08:00'))
    expect((await app.call('rights.list', {})).map(({ due }) => due)).toEqual(['late'])
    await app.as('agent', 'li')
    const no = { id, reason: '请求与个人信息无关', answer: '已书面答复' }
    expect(await app.fail('rights.refuse', no)).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    expect(await app.call('rights.refuse', no)).toMatchObject({
      state: 'refused',
      refusal: '请求与个人信息无关',
      due: null,
    })
    expect(await app.call('rights.list', {})).toEqual([])
    expect(await app.call('rights.list', { view: 'settled' })).toHaveLength(1)
  },
)

onEveryEngine(
  'an objection stops care and being chosen into groups, and takes the consents back, until the member lifts it',
  async (app) => {
    const { id: memberId } = await app.call('members.create', { ...ZHANG, tier: 'none' })
    await app.call('members.recordConsent', { id: memberId, purpose: 'marketing', given: true, channel: 'telephone' })
    const chosen = async () =>
      (await app.call('groups.preview', { criteria: { tiers: ['none'], welcomesOffers: false } })).chosen
    const contact = {
      ...({ memberId, kind: 'phone', occasion: 'regular', reason: '定期问候（演示）', dueDay: '2026-10-12' } as const),
      ownerId: (await app.as('manager')) as UserId,
    } as const
    await app.call('care.plan', contact)
    expect(await chosen()).toBe(1)
    app.wait(DAY)
    const { id } = await app.call('rights.receive', {
      ...{
        memberId,
        kind: 'object',
        channel: 'telephone',
        requester: '张三丰（演示）',
        text: '不要再联系我，也不要分析我',
      },
      wanted: { scopes: ['outreach', 'analysis'] },
    })
    await app.call('rights.identify', { id, how: '回拨登记手机' })
    expect(await app.call('rights.restrict', { id, answer: '已停止' })).toMatchObject({
      outcome: { scopes: ['outreach', 'analysis'] },
    })
    const consents = (await app.call('rights.consents', { memberId })).rows
    expect(consents.map(({ purpose, given, proof }) => ({ purpose, given, proof }))).toEqual(
      expect.arrayContaining([
        { purpose: 'marketing', given: false, proof: 'R2026-0001' },
        { purpose: 'survey', given: false, proof: 'R2026-0001' },
        { purpose: 'marketing', given: true, proof: '' },
      ]),
    )
    const { limits } = await app.call('rights.of', { memberId })
    expect(limits.map(({ scope }) => scope).sort()).toEqual(['analysis', 'outreach'])
    expect(await app.fail('care.plan', contact)).toMatchObject({ rule: 'care-no-consent' })
    expect(await chosen()).toBe(0)
    const analysis = limits.find(({ scope }) => scope === 'analysis')?.id ?? ''
    await app.call('rights.lift', { id: analysis, reason: '会员来电同意恢复' })
    expect(await chosen()).toBe(1)
    expect(await app.fail('rights.lift', { id: analysis, reason: '再次' })).toMatchObject({ code: 'CONFLICT' })
  },
)

onEveryEngine(
  'S4-73 each word of consent stands in the ledger with the version of its text and its proof',
  async (app) => {
    const { id: memberId } = await app.call('members.create', ZHANG)
    const text = {
      purpose: 'thirdParty',
      zh: '同意向合作酒店提供姓名与到店时间',
      en: 'Name and time of arrival to hotels',
    } as const
    await app.call('rights.saveText', { ...text, fromDay: '2026-01-01' })
    const second = await app.call('rights.saveText', { ...text, zh: '同意向合作酒店提供姓名', fromDay: '2026-09-01' })
    expect(second.version).toBe(2)
    expect(await app.fail('rights.saveText', { ...text, fromDay: '2025-01-01' })).toMatchObject({
      rule: 'consent-text-earlier',
    })
    const word = {
      memberId,
      purpose: 'thirdParty',
      given: true,
      channel: 'telephone',
      proof: '录音 20260930-01',
    } as const
    expect(await app.fail('rights.recordConsent', { ...word, purpose: 'survey', textId: second.id })).toMatchObject({
      rule: 'consent-other-text',
    })
    await app.call('rights.recordConsent', { ...word, textId: second.id })
    app.wait(1000)
    await app.call('rights.recordConsent', { ...word, given: false, proof: '来信 2026-10-01', channel: 'letter' })
    const { rows, next } = await app.call('rights.consents', { memberId })
    expect(rows.map(({ given, textVersion, proof }) => ({ given, textVersion, proof }))).toEqual([
      { given: false, textVersion: null, proof: '来信 2026-10-01' },
      { given: true, textVersion: 2, proof: '录音 20260930-01' },
    ])
    expect(next).toBeNull()
    expect((await app.call('members.view', { id: memberId })).consents).toMatchObject([
      { purpose: 'thirdParty', given: false },
    ])
  },
)

onEngine(
  'sqlite',
  'an impact assessment is approved by a second person before an arrangement of sharing stands on it',
  async (app) => {
    await app.as('lead', 'zhao')
    const made = await app.call('rights.assess', {
      ...{ title: '向合作酒店提供到店信息', occasion: 'sharing', purpose: '安排接送', necessity: '酒店须知道到店时间' },
      ...{ risks: '被用于营销', measures: '只给姓名与时间，合同约束', level: 'medium', reviewDay: '2027-09-30' },
    })
    await app.as('manager')
    const sharing = {
      recipient: '海景酒店（演示）',
      role: 'handler',
      contact: '前台经理',
      purpose: '安排接送',
      fields: '姓名、到店时间',
      basis: 'consent',
      basisText: '会员单独同意',
      assessmentId: made.id,
      fromDay: '2026-10-01',
    } as const
    expect(await app.fail('rights.arrange', sharing)).toMatchObject({ rule: 'sharing-assessment' })
    expect(await app.call('rights.decideAssessment', { id: made.id, isApproved: true, note: '同意' })).toMatchObject({
      ...{ state: 'approved', keepUntil: '2029-09-30', decidedByName: '王经理' },
    })
    const { id } = await app.call('rights.arrange', sharing)
    await app.call('rights.endArrangement', { id, reason: '合作结束' })
    expect(await app.call('rights.arrangements', {})).toMatchObject([
      { recipient: '海景酒店（演示）', assessmentTitle: '向合作酒店提供到店信息', endReason: '合作结束' },
    ])
    const own = await app.call('rights.assess', {
      ...{ title: '自动分派', occasion: 'automated', purpose: '分派', necessity: '效率', risks: '不公' },
      ...{ measures: '显示理由', level: 'low', reviewDay: '2027-09-30' },
    })
    expect(await app.fail('rights.decideAssessment', { id: own.id, isApproved: true, note: '同意' })).toMatchObject({
      rule: 'assessment-second-person',
    })
  },
)
