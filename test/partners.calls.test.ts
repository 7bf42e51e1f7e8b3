import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { UserId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { ZHANG } from './members-fixture.ts'

const HOTEL = { kind: 'hotel', name: '示例海湾酒店', cooperation: '协议价，免费升级', state: 'active' } as const

async function partner(app: App, more: Partial<Input<'partners.save'>['partner']> = {}): Promise<string> {
  const ownerId = (await app.as('lead')) as UserId
  return (await app.call('partners.save', { partner: { ...HOTEL, ownerId, ...more } })).id
}

onEveryEngine(
  'S3-125 partners are listed with their contacts, and with the work shared with them from its first step to its end',
  async (app) => {
    const agent = (await app.as('agent')) as UserId
    const id = await partner(app)
    const ownerId = (await app.as('lead')) as UserId
    const again = { partner: { ...HOTEL, ownerId } }
    expect(await app.fail('partners.save', again)).toMatchObject({ rule: 'partner-known' })
    await app.call('partners.save', { id, partner: { ...again.partner, cooperation: '协议价，免费升级与接送' } })
    await app.as('agent')
    expect(await app.fail('partners.save', again)).toMatchObject({ code: 'FORBIDDEN' })
    const contact = { name: '周经理', post: '销售', phone: '0898-1234567', email: 'zhou@example.com' }
    await app.call('partners.addContact', { partnerId: id, contact })
    const work = { partnerId: id, title: '冬季房价谈判', text: '', ownerId: agent, dueDay: '2026-10-01' }
    const { work: begun } = await app.call('partners.addWork', work)
    const workId = begun[0]?.id ?? ''
    await app.call('partners.moveWork', { id: workId, state: 'waiting', text: '已发去报价请求' })
    app.wait(3 * DAY)
    expect(await app.call('partners.list', {})).toMatchObject([
      { name: HOTEL.name, cooperation: '协议价，免费升级与接送', ownerName: 'lead', openWork: 1, overdueWork: 1 },
    ])
    await app.call('partners.moveWork', { id: workId, state: 'done', text: '签订补充协议' })
    expect(await app.fail('partners.moveWork', { id: workId, state: 'dropped', text: '再次' })).toMatchObject({
      rule: 'work-step',
    })
    const file = await app.call('partners.show', { id })
    expect(file.contacts).toMatchObject([contact])
    expect(file.work[0]).toMatchObject({ state: 'done', ownerName: 'agent', isOverdue: false })
    expect(file.work[0]?.entries.map(({ state, text, byName }) => [state, text, byName])).toEqual([
      ['open', '冬季房价谈判', 'agent'],
      ['waiting', '已发去报价请求', 'agent'],
      ['done', '签订补充协议', 'agent'],
    ])
    await app.call('partners.removeContact', { id: file.contacts[0]?.id ?? '' })
    expect((await app.call('partners.show', { id })).contacts).toEqual([])
  },
)

onEveryEngine(
  'S4-83 what a partner tells us is verified by somebody else, and by whom, when and how is stored',
  async (app) => {
    const partnerId = await partner(app)
    await app.as('agent')
    const told = { partnerId, topic: '泳池维修', text: '十月泳池关闭', toldBy: '周经理' }
    const { facts } = await app.call('partners.addFact', told)
    const id = facts[0]?.id ?? ''
    expect(facts).toMatchObject([
      { ...{ topic: '泳池维修', toldBy: '周经理' }, state: 'unverified', verifiedByName: null },
    ])
    const verdict = { id, state: 'verified', method: 'callBack', note: '致电前台确认' } as const
    expect(await app.fail('partners.verifyFact', verdict)).toMatchObject({ rule: 'fact-own' })
    const verifier = await app.as('agent', 'wu')
    app.wait(DAY)
    await app.call('partners.verifyFact', verdict)
    expect(await app.fail('partners.verifyFact', verdict)).toMatchObject({ rule: 'fact-verified' })
    const stored = await inStore(app, (db) =>
      db.selectFrom('partnerFacts').select(['state', 'method', 'verifyNote', 'verifiedBy', 'verifiedAt']).execute(),
    )
    expect(stored).toEqual([
      {
        state: 'verified',
        method: 'callBack',
        verifyNote: '致电前台确认',
        verifiedBy: verifier,
        verifiedAt: app.now(),
      },
    ])
  },
)

onEveryEngine(
  'S4-79 a partner gets only the fields that the purpose needs, with the separate consent of the member, and it stands in the log and the file',
  async (app) => {
    const partnerId = await partner(app)
    await app.as('agent')
    const memberId = (await app.call('members.create', ZHANG)).id
    const asked = { memberId, partnerId, purpose: 'stay', reason: '预订两晚' } as const
    const fields: Input<'partners.share'>['fields'] = ['name', 'mobile']
    expect(await app.fail('partners.share', { ...asked, fields })).toMatchObject({ rule: 'share-no-consent' })
    const word = { memberId, partnerId, purpose: 'stay', given: true, channel: 'telephone' } as const
    expect(await app.fail('partners.consent', { ...word, purpose: 'flight' })).toMatchObject({ rule: 'share-purpose' })
    await app.call('partners.consent', word)
    expect(await app.fail('partners.share', { ...asked, fields: [...fields, 'documentNo'] })).toMatchObject({
      ...{ rule: 'share-not-needed', params: { field: 'documentNo' } },
    })
    const { share, values } = await app.call('partners.share', { ...asked, fields })
    expect(values).toEqual({ name: '张三丰', mobile: '+8613812345678' })
    expect(share).toMatchObject({ partnerName: HOTEL.name, fields, reason: '预订两晚', byName: 'agent' })
    expect(await app.call('partners.sharing', { memberId })).toMatchObject({
      consents: [{ partnerName: HOTEL.name, purpose: 'stay', given: true, channel: 'telephone', byName: 'agent' }],
      shares: [{ partnerName: HOTEL.name, purpose: 'stay', fields }],
    })
    // The member says no to all partners: every earlier yes ends.
    app.wait(1000)
    await app.call('members.recordConsent', { id: memberId, purpose: 'thirdParty', given: false, channel: 'telephone' })
    expect(await app.fail('partners.share', { ...asked, fields })).toMatchObject({ rule: 'share-no-consent' })
    app.wait(1000)
    await app.call('partners.consent', word)
    await app.call('partners.share', { ...asked, fields: ['name'] })
    app.wait(1000)
    await app.call('partners.consent', { ...word, given: false })
    expect(await app.fail('partners.share', { ...asked, fields })).toMatchObject({ rule: 'share-no-consent' })
    const stored = await inStore(app, (db) => db.selectFrom('partnerShares').selectAll().execute())
    expect(stored).toHaveLength(2)
    expect(JSON.stringify(stored)).not.toContain('13812345678')
    await app.as('manager')
    const { rows } = await app.call('audit.list', { limit: 30 })
    const logged = rows.filter(({ call }) => call === 'partners.share').map((row) => [row.outcome, row.memberId])
    expect(logged.filter(([outcome]) => outcome === 'done')).toEqual([
      ['done', memberId],
      ['done', memberId],
    ])
    expect(logged).toHaveLength(6)
    expect((await app.call('partners.shares', { partnerId })).map((row) => row.memberName)).toEqual(['张**', '张**'])
  },
)

onEveryEngine(
  'S4-16 S4-30 quality is compared between service items and suppliers by ratings and complaints, and what is poor reaches who is responsible',
  async (app) => {
    const bay = await partner(app)
    const hill = await partner(app, { name: '示例山景酒店' })
    await app.as('agent')
    const rate = (partnerId: string, points: number, item: 'stay' | 'meals' = 'stay') =>
      app.call('partners.rate', { partnerId, item, points, remark: '房间有噪声', day: '2026-09-29' })
    for (const points of [5, 4, 5]) expect(await rate(hill, points)).toEqual({ told: false })
    for (const points of [4, 2, 3]) expect(await rate(bay, points)).toEqual({ told: points === 2 })
    await rate(bay, 5, 'meals')
    const { id: caseId } = await app.call('cases.open', complaint())
    await app.call('partners.attach', { caseId, partnerId: bay, item: 'stay' })
    expect(await app.call('partners.attach', { caseId, partnerId: bay, item: 'stay' })).toMatchObject([
      { partnerName: HOTEL.name, item: 'stay', byName: 'agent' },
    ])
    const period = { fromDay: '2026-09-01', toDay: '2026-09-30' }
    const rows = await app.call('partners.quality', period)
    expect(rows.map((row) => [row.partnerName, row.item, row.ratings, row.complaints, row.mean, row.isWeak])).toEqual([
      [HOTEL.name, 'stay', 3, 1, 3, true],
      ['示例山景酒店', 'stay', 3, 0, 4.67, false],
      [HOTEL.name, 'meals', 1, 0, 5, false],
    ])
    expect(rows[0]).toMatchObject({ itemMean: 3.83, difference: -1.67 })
    expect(await app.call('partners.quality', { fromDay: '2026-08-01', toDay: '2026-08-31' })).toEqual([])
    await app.as('lead')
    const todos = await app.call('todos.list', {})
    expect(todos.map(({ title, detail, caseId: of }) => [title, detail, of])).toEqual(
      expect.arrayContaining([
        [HOTEL.name, '2/5 房间有噪声', null],
        [HOTEL.name, expect.any(String), caseId],
      ]),
    )
  },
)

onEveryEngine(
  'S3-126 notes on competitors and the industry go up with advice, and the manager answers',
  async (app) => {
    const manager = (await app.as('manager')) as UserId
    const lead = (await app.as('lead')) as UserId
    await app.as('agent')
    const note: Input<'market.report'> = {
      ...{ kind: 'competitor', subject: '示例航空推出免费改签', text: '钻石会员起飞前两小时可免费改签' },
      ...{ source: '其官方网站公告', advice: '建议钻石会员同等待遇', toId: manager },
    }
    expect(await app.fail('market.report', { ...note, toId: lead })).toMatchObject({ rule: 'market-not-manager' })
    const { id } = await app.call('market.report', note)
    const answer = { id, decision: 'adopted', answer: '纳入下季度权益' } as const
    expect(await app.fail('market.answer', answer)).toMatchObject({ code: 'FORBIDDEN' })
    await app.as('manager')
    expect(await app.call('todos.list', {})).toMatchObject([{ title: note.subject, detail: note.advice }])
    await app.call('market.answer', answer)
    expect(await app.fail('market.answer', answer)).toMatchObject({ rule: 'market-answered' })
    await app.as('agent')
    expect(await app.call('todos.list', {})).toMatchObject([{ detail: '纳入下季度权益' }])
    expect(await app.call('market.list', {})).toMatchObject([
      { ...note, decision: 'adopted', answer: '纳入下季度权益', writtenByName: 'agent', answeredByName: '王经理' },
    ])
  },
)
