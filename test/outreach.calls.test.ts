import { expect } from 'vitest'
import type { MemberId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { addMember, complaint, inStore } from './cases-fixtures.ts'

const LEAVES = {
  name: '久未乘机关怀（演示数据）',
  occasion: 'dormant',
  kind: 'phone',
  brief: '问候并了解出行计划',
} as const

const consent = (app: App, id: MemberId, given: boolean) =>
  app.call('members.recordConsent', { id, purpose: 'marketing', given, channel: 'telephone' })

onEveryEngine(
  'S2-149 a campaign reaches only whom it may: consent, opt-out, open complaints; an opt-out withdraws consent',
  async (app) => {
    const li = await app.as('agent', 'li')
    const [glad, shy, upset, later] = [
      await addMember(app, 'gold'),
      await addMember(app, 'gold'),
      await addMember(app, 'gold'),
      await addMember(app, 'gold'),
    ]
    for (const id of [glad, upset, later]) await consent(app, id, true)
    await consent(app, shy, false)
    await app.call('cases.open', complaint({ memberId: upset, anonymousReason: null }))
    await app.as('lead', 'zhao')
    const target = { tiers: ['gold' as const], days: 365, ownerIds: [li as never] }
    const campaign = await app.call('outreach.start', { ...LEAVES, target })
    expect(campaign).toMatchObject({
      state: 'running',
      waiting: 2,
      skipped: [
        { rule: 'care-no-consent', count: 1 },
        { rule: 'outreach-open-complaint', count: 1 },
      ],
    })
    expect((await app.call('outreach.fill', { id: campaign.id })).waiting).toBe(2)
    expect(await app.fail('outreach.start', { ...LEAVES, target })).toMatchObject({ rule: 'campaign-name-taken' })

    await app.signIn('li')
    const work = await app.call('outreach.work', {})
    expect(work.map(({ memberId }) => memberId).sort()).toEqual([glad, later].sort())
    expect(work[0]).toMatchObject({ refusedBy: null, brief: LEAVES.brief, tries: 0 })
    expect(work[0]?.phoneMasked).toContain('*')
    const careOf = (id: MemberId) => work.find(({ memberId }) => memberId === id)?.careId ?? ''
    expect(await app.call('outreach.answer', { careId: careOf(glad), answer: 'optedOut' })).toEqual({ left: 1 })
    expect(await app.call('messages.choices', { memberId: glad })).toMatchObject([
      { channel: 'phone', given: false, source: LEAVES.name },
    ])
    await app.call('outreach.answer', { careId: careOf(later), answer: 'noAnswer' })
    expect(await app.call('outreach.work', {})).toEqual([])
    app.wait(DAY)
    await app.signIn('li')
    expect(await app.call('outreach.work', {})).toMatchObject([{ memberId: later, tries: 1 }])
    await app.call('outreach.answer', { careId: careOf(later), answer: 'agreed', note: '下月飞三亚' })
    expect(await app.fail('outreach.answer', { careId: careOf(later), answer: 'agreed' })).toMatchObject({
      rule: 'outreach-answered',
    })
    expect(await app.call('outreach.list', {})).toMatchObject([
      { waiting: 0, results: { agreed: 1, optedOut: 1, reached: 0, declined: 0, unreachable: 0 } },
    ])
    const done = await app.call('care.of', { memberId: later })
    expect(done).toMatchObject([{ state: 'done', isReached: true, result: '下月飞三亚' }])
  },
)

onEveryEngine('a campaign is stopped and resumed with the reason; in quiet hours nobody is called', async (app) => {
  const li = await app.as('agent', 'li')
  const id = await addMember(app, 'diamond')
  await consent(app, id, true)
  await app.as('lead', 'zhao')
  const target = { tiers: ['diamond' as const], ownerIds: [li as never] }
  const campaign = await app.call('outreach.start', { ...LEAVES, target })
  await app.call('outreach.turn', { id: campaign.id, state: 'stopped', reason: '台风期间不打扰' })
  await app.signIn('li')
  expect(await app.call('outreach.work', {})).toEqual([])
  expect(await app.fail('outreach.turn', { id: campaign.id, state: 'running', reason: '继续' })).toMatchObject({
    code: 'FORBIDDEN',
  })
  await app.signIn('zhao')
  expect(await app.call('outreach.turn', { id: campaign.id, state: 'running', reason: '恢复' })).toMatchObject({
    state: 'running',
    stateByName: 'zhao',
    stateReason: '恢复',
  })
  app.setNow(Date.parse('2026-09-30T21:30:00+08:00'))
  await app.signIn('li')
  const [item] = await app.call('outreach.work', {})
  expect(item).toMatchObject({ memberId: id, refusedBy: 'outreach-quiet-hours' })
  const careId = item?.careId ?? ''
  expect(await app.fail('outreach.answer', { careId, answer: 'reached' })).toMatchObject({
    rule: 'outreach-quiet-hours',
  })
})

onEngine('sqlite', 'each occasion chooses whom it is about, and a target group whom it chose', async (app) => {
  const li = await app.as('agent', 'li')
  const [soon, far, changed, calm] = [
    await addMember(app, 'silver'),
    await addMember(app, 'silver'),
    await addMember(app, 'silver'),
    await addMember(app, 'silver'),
  ]
  for (const id of [soon, far, changed, calm]) await consent(app, id, true)
  await inStore(app, async (db) => {
    await db.updateTable('members').set({ birthDate: '1980-10-05' }).where('id', '=', soon).execute()
    await db.updateTable('members').set({ birthDate: '1980-03-05' }).where('id', '=', far).execute()
    const tierChange = {
      runId: null,
      fromTier: 'none',
      toTier: 'silver',
      change: 'upgrade',
      reason: '{}',
      policyId: null,
    }
    await db
      .insertInto('tierChanges')
      .values({
        ...tierChange,
        ...{ id: 'change-1', memberId: changed, at: app.now() - DAY, validUntil: null, actorId: li },
      } as never)
      .execute()
  })
  await app.as('lead', 'zhao')
  const target = { tiers: ['silver' as const], days: 20, ownerIds: [li as never] }
  const chosen = async (name: string, more: object) => {
    const { id } = await app.call('outreach.start', { ...LEAVES, name, target, mostContacts: 9, ...more } as never)
    const rows = await inStore(app, (db) =>
      db
        .selectFrom('campaignContacts')
        .innerJoin('careContacts', 'careContacts.id', 'campaignContacts.careId')
        .select(['memberId', 'dueDay', 'careContacts.occasion'])
        .where('campaignId', '=', id)
        .execute(),
    )
    return rows
  }
  expect(await chosen('生日', { occasion: 'birthday' })).toEqual([
    { memberId: soon, dueDay: '2026-10-05', occasion: 'birthday' },
  ])
  expect((await chosen('升级', { occasion: 'tierChange' })).map(({ memberId }) => memberId)).toEqual([changed])
  expect(await chosen('投诉后', { occasion: 'afterComplaint' })).toEqual([])
  expect(await chosen('出行前', { occasion: 'beforeTrip' })).toEqual([])
  expect(await app.fail('outreach.start', { ...LEAVES, name: '国庆', occasion: 'festival', target })).toMatchObject({
    rule: 'campaign-day-missing',
  })
  const group = await app.call('groups.save', { name: '银卡', criteria: { tiers: ['silver'] } })
  const ofGroup = { occasion: 'group' as const, groupId: group.id }
  expect(await app.fail('outreach.start', { ...LEAVES, name: '客群', ...ofGroup, target })).toMatchObject({
    rule: 'campaign-group-not-run',
  })
  await app.call('groups.run', { id: group.id })
  expect(await chosen('客群', ofGroup)).toHaveLength(4)
})
