import { expect } from 'vitest'
import { DAY } from '../src/shared/time.ts'
import { onEveryEngine, START } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { add, lastAudit, ZHANG } from './members-fixture.ts'

onEveryEngine(
  'S3-27 S3-71 a specialist records a member, and the file shows the basic information with its numbers masked',
  async (app) => {
    await app.as('agent')
    const created = await app.call('members.create', ZHANG)
    expect(await lastAudit(app)).toMatchObject({
      call: 'members.create',
      outcome: 'done',
      memberId: created.id,
      body: { input: { name: '张 三丰' } },
    })
    await app.as('agent')
    const { member } = await app.call('members.view', { id: created.id })
    expect(member).toEqual({
      id: created.id,
      card: 'HU6001',
      name: '张三丰',
      gender: 'male',
      birthDate: '1985-03-15',
      language: 'zh-CN',
      title: '张总',
      maskedMobile: '+86138****5678',
      maskedEmail: 'zha**********@example.com',
      maskedWechat: '*******1247',
      documentType: 'identity',
      maskedDocument: '440***********1217',
      province: '广东',
      city: '广州',
      level: '',
      tier: 'none',
      tierSince: null,
      tierUntil: null,
      vipReason: null,
      vipSince: null,
      preferences: ['靠窗', '素食'],
      careNotes: '请先致意，不喜欢等待',
      status: 'active',
      enrolledOn: null,
      leftOn: null,
      verifiedAt: null,
      createdAt: START,
      updatedAt: START,
    })
    expect(await lastAudit(app)).toMatchObject({ call: 'members.view', memberId: created.id })
  },
)

onEveryEngine('a member is entered once, with numbers that can be true', async (app) => {
  await app.as('agent')
  await app.call('members.create', ZHANG)
  expect(await app.fail('members.create', { card: 'HU6001', name: '别人' })).toEqual({
    code: 'RULE',
    rule: 'card-taken',
    params: { card: 'HU6001' },
  })
  const wrong = {
    card: 'HU 1;2',
    name: '李四',
    mobile: '12345',
    email: 'nobody',
    documentNo: '440106198503151218',
    birthDate: '2026-10-01',
  }
  expect(await app.fail('members.create', wrong)).toEqual({
    code: 'INVALID_INPUT',
    issues: [
      { path: 'card', reason: 'not-a-card' },
      { path: 'mobile', reason: 'not-a-mobile' },
      { path: 'email', reason: 'not-an-email' },
      { path: 'birthDate', reason: 'in-future' },
      { path: 'documentNo', reason: 'checksum' },
    ],
  })
  const contradicting = { card: 'HU9', name: '李四', documentNo: '440106198503151217', birthDate: '1985-03-16' }
  expect(await app.fail('members.create', contradicting)).toEqual({
    code: 'INVALID_INPUT',
    issues: [{ path: 'birthDate', reason: 'contradiction' }],
  })
  expect(await app.fail('members.create', { card: '', name: ' ' })).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [
      { path: 'card', reason: 'required' },
      { path: 'name', reason: 'required' },
    ],
  })
  await app.as('admin')
  expect(await app.fail('members.create', { card: 'HU9', name: '李四' })).toEqual({ code: 'FORBIDDEN' })
  expect(await app.fail('members.find', { text: '张' })).toEqual({ code: 'FORBIDDEN' })
})

onEveryEngine(
  'S3-28 the file is kept up to date: what changed is recorded before and after, and a check with the member is dated',
  async (app) => {
    await app.as('agent')
    const { id, updatedAt } = await app.call('members.create', ZHANG)
    const changed = await app.call('members.update', {
      id,
      updatedAt,
      changes: { mobile: '13900001111', city: '深圳', preferences: ['过道'] },
    })
    expect(changed).toMatchObject({
      name: '张三丰',
      maskedMobile: '+86139****1111',
      city: '深圳',
      province: '广东',
      preferences: ['过道'],
      verifiedAt: null,
    })
    expect(await app.call('members.find', { text: '1111' })).toMatchObject([{ id, matchedBy: 'mobile' }])
    expect(await app.call('members.find', { text: '13812345678' })).toEqual([])
    expect(await lastAudit(app)).toMatchObject({
      call: 'members.update',
      memberId: id,
      body: {
        input: { changes: { mobile: '13900001111', city: '深圳', preferences: ['过道'] } },
        before: { mobile: '+8613812345678', city: '广州', preferences: '["靠窗","素食"]' },
      },
    })
    await app.as('agent')
    app.wait(3 * DAY)
    const verified = await app.call('members.verify', { id })
    expect(verified.verifiedAt).toBe(START + 3 * DAY)
    expect((await app.call('members.view', { id })).completeness).toMatchObject({
      isVerificationDue: false,
      verifyBy: START + 183 * DAY,
    })
  },
)

onEveryEngine('a file that somebody else changed meanwhile is not overwritten', async (app) => {
  await app.as('agent')
  const { id, updatedAt } = await app.call('members.create', ZHANG)
  const { updatedAt: next } = await app.call('members.update', { id, updatedAt, changes: { title: '张董' } })
  expect(next).toBeGreaterThan(updatedAt)
  expect(await app.fail('members.update', { id, updatedAt, changes: { title: '张先生' } })).toEqual({
    code: 'CONFLICT',
    entity: 'member',
  })
  expect(await app.call('members.update', { id, updatedAt: next, changes: { status: 'left' } })).toMatchObject({
    title: '张董',
    status: 'left',
    leftOn: '2026-09-30',
  })
  expect(await app.fail('members.update', { id, updatedAt: next, changes: {} })).toEqual({
    code: 'INVALID_INPUT',
    issues: [{ path: 'changes', reason: 'required', params: {} }],
  })
  expect(await app.fail('members.update', { id: 'nobody', updatedAt, changes: { title: 'x' } })).toEqual({
    code: 'NOT_FOUND',
    entity: 'member',
  })
  const clash = await app.fail('members.update', { id, updatedAt: next + 1, changes: { birthDate: '1990-01-01' } })
  expect(clash).toEqual({ code: 'INVALID_INPUT', issues: [{ path: 'changes.birthDate', reason: 'contradiction' }] })
})

onEveryEngine('S3-30 the VIP list gives the reason and the day of each entry; a lead decides on it', async (app) => {
  await app.as('agent')
  expect(await app.fail('members.create', { card: 'HU7', name: '周八', tier: 'diamond', vipReason: '董事' })).toEqual({
    code: 'RULE',
    rule: 'tier-by-lead',
    params: {},
  })
  await app.as('lead')
  expect(await app.fail('members.create', { card: 'HU7', name: '周八', tier: 'diamond' })).toEqual({
    code: 'RULE',
    rule: 'vip-reason-missing',
    params: {},
  })
  const diamond = await add(app, 'HU7', '周八', { tier: 'diamond', vipReason: '集团董事', mobile: '13700000007' })
  app.wait(DAY)
  const gold = await add(app, 'HU3', '吴九', { tier: 'gold', vipReason: '年里程达标' })
  await add(app, 'HU1', '郑十')
  const vips = await app.call('members.page', { order: 'tier' })
  const written = (text: string) => ({ zh: text, en: text })
  const { changes } = await app.call('tiers.history', { memberId: gold })
  expect(changes).toMatchObject([
    { change: 'entry', reason: { kind: 'entry', text: '年里程达标' }, text: '年里程达标' },
  ])
  const stored = await inStore(app, (db) => db.selectFrom('tierChanges').select('reason').execute())
  expect(stored.map(({ reason }) => JSON.parse(reason).kind)).toEqual(['entry', 'entry'])
  expect(
    vips.map(({ id, tier, vipReason, vipSince, maskedMobile }) => ({ id, tier, vipReason, vipSince, maskedMobile })),
  ).toEqual([
    { id: diamond, tier: 'diamond', vipReason: written('集团董事'), vipSince: START, maskedMobile: '+86137****0007' },
    { id: gold, tier: 'gold', vipReason: written('年里程达标'), vipSince: START + DAY, maskedMobile: '' },
    { id: vips[2]?.id, tier: 'none', vipReason: null, vipSince: null, maskedMobile: '' },
  ])
})

onEveryEngine('S3-132 a number is shown in full only to whom it may be, for a reason that is kept', async (app) => {
  await app.as('agent')
  const { id } = await app.call('members.create', ZHANG)
  const assistant = await app.call('members.addContact', {
    id,
    kind: 'assistant',
    value: '13700008888',
    label: '赵秘书',
    maySpeak: true,
  })
  expect(assistant).toMatchObject({ kind: 'assistant', label: '赵秘书', maskedValue: '137****8888', maySpeak: true })
  const ask = { id, field: 'mobile', reason: '回拨客户' } as const
  expect(await app.call('members.reveal', ask)).toEqual({ value: '+8613812345678', hideAfterMs: 120_000 })
  expect(await lastAudit(app)).toMatchObject({
    call: 'members.reveal',
    memberId: id,
    body: { input: { field: 'mobile', reason: '回拨客户' } },
  })
  await app.as('agent')
  expect(
    await app.call('members.reveal', { id, field: 'contact', contactId: assistant.id, reason: '联系助理' }),
  ).toMatchObject({ value: '13700008888' })
  expect(await app.fail('members.reveal', { ...ask, reason: ' ' })).toEqual({
    code: 'RULE',
    rule: 'unmask-reason',
    params: { min: 4 },
  })
  expect(await app.fail('members.reveal', { id, field: 'document', reason: '核对身份' })).toEqual({
    code: 'RULE',
    rule: 'unmask-role',
    params: { kind: 'identity' },
  })
  expect(await lastAudit(app)).toMatchObject({ call: 'members.reveal', outcome: 'refused' })
  await app.as('lead')
  expect(await app.call('members.reveal', { id, field: 'document', reason: '核对身份' })).toMatchObject({
    value: '440106198503151217',
  })
})

onEveryEngine('people who may speak for a member are added and removed, and the record says so', async (app) => {
  await app.as('agent')
  const id = await add(app, 'HU1', '王五')
  const wife = await app.call('members.addContact', {
    id,
    kind: 'family',
    value: '139 0000 2222',
    label: '妻子 李梅',
    maySpeak: true,
  })
  expect(await app.call('members.find', { text: '13900002222' })).toMatchObject([{ id, matchedBy: 'contact' }])
  expect(await app.fail('members.addContact', { id, kind: 'family', value: '无', label: '' })).toEqual({
    code: 'INVALID_INPUT',
    issues: [
      { path: 'value', reason: 'phone' },
      { path: 'label', reason: 'required' },
    ],
  })
  await app.call('members.removeContact', { id, contactId: wife.id })
  expect((await app.call('members.view', { id })).contacts).toEqual([])
  expect(await app.fail('members.removeContact', { id, contactId: wife.id })).toEqual({
    code: 'NOT_FOUND',
    entity: 'contact',
  })
})

onEveryEngine(
  'S4-73 consent is recorded for each purpose, given and withdrawn, and the last word counts',
  async (app) => {
    await app.as('agent')
    const id = await add(app, 'HU1', '王五')
    await app.call('members.recordConsent', { id, purpose: 'survey', given: true, channel: 'telephone' })
    const consents = await app.call('members.recordConsent', { id, purpose: 'survey', given: false, channel: 'letter' })
    expect(consents).toMatchObject([{ purpose: 'survey', given: false, channel: 'letter' }])
    expect(await lastAudit(app)).toMatchObject({
      call: 'members.recordConsent',
      memberId: id,
      body: { before: { given: true } },
    })
  },
)
