import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { DAY, HOUR } from '../src/shared/time.ts'
import { onEveryEngine, START } from './app.ts'
import { at } from './cases-fixtures.ts'
import { add, ZHANG } from './members-fixture.ts'

onEveryEngine(
  'S4-32 S4-33 S4-34 S4-35 S4-36 S4-37 S4-38 S4-39 S4-40 S4-41 S4-42 S4-43 S4-44 S4-45 wishes stay on the member as tags with note, source, date and author',
  async (app) => {
    await app.as('agent')
    const memberId = await add(app, 'HU9001', '钱演示')
    const tags = [
      { topic: 'destination', value: '三亚', note: '亚龙湾' },
      { topic: 'travelTime', value: 'schoolHoliday', note: '' },
      { topic: 'lodging', value: 'upscale', note: '' },
      { topic: 'transport', value: 'plane', note: '' },
      { topic: 'trip', value: 'nature', note: '' },
      { topic: 'trip', value: 'history', note: '' },
      { topic: 'trip', value: 'leisure', note: '' },
      { topic: 'trip', value: 'business', note: '' },
      { topic: 'service', value: 'personal', note: '' },
      { topic: 'service', value: 'efficient', note: '' },
      { topic: 'service', value: 'safe', note: '' },
      { topic: 'price', value: 'value', note: '' },
      { topic: 'price', value: 'promotion', note: '' },
    ] as const
    await app.call('wishes.record', { memberId, stage: 'booking', tags: [...tags] })
    await app.as('lead')
    const file = await app.call('wishes.of', { memberId })
    const kept = file.tags.map(({ topic, value, note }) => ({ topic, value, note }))
    expect(kept).toHaveLength(tags.length)
    expect(kept).toEqual(expect.arrayContaining([...tags]))
    expect(file.tags[0]).toMatchObject({
      source: 'agent',
      stage: 'booking',
      saidAt: START,
      recordedAt: START,
      recordedByName: 'agent',
    })
    expect((await app.call('members.overview', { id: memberId })).wishes).toHaveLength(tags.length)

    const wrong = { memberId, tags: [{ topic: 'lodging' as const, value: '六星级' }] }
    expect(await app.fail('wishes.record', wrong)).toMatchObject({ rule: 'wish-unknown-value' })
    const sea = file.tags.find(({ topic }) => topic === 'destination')
    await app.call('wishes.retire', { id: sea?.id ?? '' })
    expect(await app.fail('wishes.retire', { id: sea?.id ?? '' })).toMatchObject({ rule: 'wish-ended' })
    const after = await app.call('wishes.of', { memberId })
    expect(after.past.map(({ value }) => value)).toEqual(['三亚'])
  },
)

onEveryEngine(
  'S4-66 S4-67 S4-68 S4-69 S4-70 the record holds name, contact, identity number as sensitive data, travel preferences and spending habits',
  async (app) => {
    await app.as('agent')
    const { id } = await app.call('members.create', ZHANG)
    await app.call('wishes.record', {
      memberId: id,
      tags: [
        { topic: 'seatMeal', value: 'window' },
        { topic: 'spending', value: '偏好全价公务舱' },
      ],
    })
    const spend = { id, kind: 'own', description: '机票', amountFen: 120_000 } as const
    await app.call('members.recordSpend', { ...spend, at: START - DAY })
    await app.call('members.recordSpend', { ...spend, at: START - 400 * DAY, amountFen: 900_000 })
    await app.call('members.recordSpend', { ...spend, at: START - 2 * DAY, kind: 'partner', amountFen: 40_000 })
    const { member } = await app.call('members.view', { id })
    expect(member).toMatchObject({
      name: '张三丰',
      maskedMobile: '+86138****5678',
      maskedDocument: '440***********1217',
    })
    expect(await app.fail('members.reveal', { id, field: 'document', reason: '核对证件号码' })).toMatchObject({
      rule: 'unmask-role',
    })
    const { tags, habits } = await app.call('wishes.of', { memberId: id })
    expect(tags.map(({ value }) => value).sort()).toEqual(['window', '偏好全价公务舱'])
    expect(habits).toEqual({
      ...{ months: 12, spends: 2, totalFen: 160_000, meanFen: 80_000, partnerShare: 0.25, cabin: null, trips: 0 },
    })
  },
)

onEveryEngine(
  'S4-71 answers of an online questionnaire come in by file; a row that cannot be taken is named and left out',
  async (app) => {
    await app.as('manager')
    const known = await add(app, 'HU9101', '孙演示')
    const refusing = await add(app, 'HU9102', '李演示')
    await app.call('members.recordConsent', { id: refusing, purpose: 'service', given: false, channel: 'online' })
    const file = path.join(app.folder, 'questionnaire.csv')
    const rows = [
      '卡号,填写日期,目的地,产品需求类型,价格需求,客户来源,活动',
      'HU9101,2026-09-28,三亚；丽江,自然风光;休闲度假,性价比,微信,秋季问卷',
      'HU9102,2026-09-28,三亚,自然风光,,微博,',
      'HU9199,2026-09-28,三亚,自然风光,,,',
      'HU9101,2026-09-28,三亚,太空旅行,,,',
      'HU9101,2026-12-28,三亚,,,,',
      'HU9101,2026-09-28,,,,,',
    ]
    fs.writeFileSync(file, `\ufeff${rows.join('\n')}\n`)
    await app.as('lead')
    const rejected = [
      { row: 3, column: '卡号', reason: 'no-consent' },
      { row: 4, column: '卡号', reason: 'unknown-card' },
      { row: 5, column: '产品需求类型', reason: 'unknown-value' },
      { row: 6, column: '填写日期', reason: 'day' },
      { row: 7, column: '卡号', reason: 'nothing-said' },
    ]
    expect(await app.call('wishes.importQuestionnaires', { file, dryRun: true })).toEqual({
      ...{ read: 6, recorded: 1, rejected },
    })
    expect((await app.call('wishes.of', { memberId: known })).tags).toEqual([])
    expect(await app.call('wishes.importQuestionnaires', { file })).toEqual({ read: 6, recorded: 1, rejected })
    const { tags, origin } = await app.call('wishes.of', { memberId: known })
    expect(tags.map(({ topic, value }) => `${topic} ${value}`).sort()).toEqual([
      'destination 三亚',
      'destination 丽江',
      'price value',
      'trip leisure',
      'trip nature',
    ])
    expect(tags[0]).toMatchObject({ source: 'questionnaire', saidAt: at('2026-09-28T12:00'), recordedByName: 'lead' })
    expect(origin).toMatchObject({ channel: 'wechat', campaign: '秋季问卷' })
    expect((await app.call('wishes.sources', { kind: 'questionnaire' })).rows).toMatchObject([
      { fileName: 'questionnaire.csv', read: 6, recorded: 1, rejected: 5, byName: 'lead' },
    ])
    expect(await app.fail('wishes.importQuestionnaires', { file })).toMatchObject({ rule: 'wish-file-again' })
  },
)

onEveryEngine(
  'S4-72 S4-50 S4-78 a telephone interview is recorded with its call and stage; the campaign that brought the member and what was said are at hand in the next stage',
  async (app) => {
    await app.as('agent')
    const memberId = await add(app, 'HU9201', '周演示', { mobile: '13800009201' })
    const live = await app.call('calls.start', { direction: 'inbound', phone: '13800009201' })
    await app.call('calls.answer', { id: live.id })
    const interview = await app.call('wishes.interview', {
      memberId,
      callId: live.id,
      stage: 'enquiry',
      tags: [{ topic: 'destination', value: '敦煌', note: '十月中旬' }],
      origin: { channel: 'shortVideo', campaign: '丝路季演示' },
      note: '咨询丝路线路，倾向上午出发',
    })
    expect(interview).toMatchObject({
      kind: 'interview',
      callId: live.id,
      stage: 'enquiry',
      recorded: 1,
      byName: 'agent',
    })

    await app.as('agent', 'next')
    const { wishes, origin } = await app.call('members.overview', { id: memberId })
    expect(wishes).toMatchObject([{ value: '敦煌', source: 'interview', stage: 'enquiry', recordedByName: 'agent' }])
    expect(origin).toMatchObject({ channel: 'shortVideo', campaign: '丝路季演示' })
    const other = await add(app, 'HU9202', '别人')
    expect(
      await app.fail('wishes.interview', { memberId: other, callId: live.id, tags: [], note: '错误通话' }),
    ).toMatchObject({ rule: 'wish-call-of-another' })
    expect(await app.fail('wishes.interview', { memberId, tags: [] })).toMatchObject({ rule: 'wish-nothing-said' })
    await app.call('wishes.setOrigin', { memberId, channel: 'referral', campaign: '' })
    expect((await app.call('wishes.of', { memberId })).origin).toMatchObject({ channel: 'referral' })
  },
)

onEveryEngine('nothing more is written down about a member who withdrew consent to it', async (app) => {
  await app.as('agent')
  const memberId = await add(app, 'HU9301', '吴演示')
  await app.call('members.recordConsent', { id: memberId, purpose: 'service', given: false, channel: 'telephone' })
  const tags = [{ topic: 'trip' as const, value: 'nature' }]
  expect(await app.fail('wishes.record', { memberId, tags })).toMatchObject({ rule: 'wish-no-consent' })
  expect(await app.fail('wishes.record', { memberId, tags, saidAt: START + DAY })).toMatchObject({ code: 'RULE' })
})

onEveryEngine('S4-74 types proposed from the figures are confirmed or declined by a person', async (app) => {
  await app.as('agent')
  const memberId = await add(app, 'HU9401', '郑演示')
  await app.call('wishes.record', {
    memberId,
    tags: [
      { topic: 'trip', value: 'business' },
      { topic: 'trip', value: 'leisure' },
    ],
  })
  const types = async () =>
    (await app.call('wishes.of', { memberId })).types.map(({ type, isProposed, isConfirmed }) => [
      ...[type, isProposed, isConfirmed],
    ])
  expect(await types()).toEqual([
    ['business', true, null],
    ['leisure', true, null],
  ])
  await app.call('wishes.decideType', { memberId, type: 'business', isConfirmed: true })
  await app.call('wishes.decideType', { memberId, type: 'leisure', isConfirmed: false })
  await app.call('wishes.decideType', { memberId, type: 'family', isConfirmed: true })
  expect(await types()).toEqual([
    ['business', true, true],
    ['leisure', true, false],
    ['family', false, true],
  ])
  const { keyFacts } = await app.call('members.overview', { id: memberId })
  expect(keyFacts.find(({ fact }) => fact === 'types')?.text.zh).toBe('商务、亲子家庭')
})

onEveryEngine('S4-80 how long what a member said takes to reach a colleague is measured', async (app) => {
  await app.as('agent')
  const memberId = await add(app, 'HU9501', '王演示')
  const tags = [{ topic: 'trip' as const, value: 'nature' }]
  await app.call('wishes.record', { memberId, saidAt: START - 2 * HOUR, tags })
  expect(await app.call('wishes.seen', { memberId })).toEqual({ seen: 0 })
  app.wait(3 * HOUR)
  await app.as('agent', 'colleague')
  expect((await app.call('members.overview', { id: memberId })).unseenWishes).toBe(1)
  expect(await app.call('wishes.seen', { memberId })).toEqual({ seen: 1 })
  expect((await app.call('members.overview', { id: memberId })).unseenWishes).toBe(0)
  await app.as('lead')
  expect(await app.call('wishes.timeliness', { from: '2026-09-30', to: '2026-09-30' })).toEqual({
    count: 1,
    medianToRecord: 2 * HOUR,
    seen: 1,
    medianToSee: 3 * HOUR,
    withinDay: null,
    unseen: 0,
  })
})
