import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { MemberId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { at, enquiry } from './cases-fixtures.ts'

const ZHANG: Input<'members.create'> = {
  card: 'hu 6001',
  name: '张 三丰',
  gender: 'male',
  mobile: '+86 138 1234 5678',
  email: 'Zhang.SanFeng@example.com',
  wechat: 'sanfeng1247',
  documentType: 'identity',
  documentNo: '440106198503151217',
  birthDate: '1985-03-15',
  title: '张总',
  province: '广东',
  city: '广州',
  preferences: ['靠窗', '素食'],
  careNotes: '请先致意，不喜欢等待',
}

/** A new member with a card and a name, and whatever else matters. */
async function add(
  app: App,
  card: string,
  name: string,
  more: Partial<Input<'members.create'>> = {},
): Promise<MemberId> {
  return (await app.call('members.create', { card, name, ...more })).id
}

/** The newest audit row that is about members, as the manager reads it. */
async function lastAudit(app: App) {
  await app.as('manager')
  const { rows } = await app.call('audit.list', { limit: 20 })
  const row = rows.find(({ call }) => call.startsWith('members.'))
  return row && { call: row.call, outcome: row.outcome, memberId: row.memberId, body: JSON.parse(row.body) }
}

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
      vipReason: '',
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
  expect(
    vips.map(({ id, tier, vipReason, vipSince, maskedMobile }) => ({ id, tier, vipReason, vipSince, maskedMobile })),
  ).toEqual([
    { id: diamond, tier: 'diamond', vipReason: '集团董事', vipSince: START, maskedMobile: '+86137****0007' },
    { id: gold, tier: 'gold', vipReason: '年里程达标', vipSince: START + DAY, maskedMobile: '' },
    { id: vips[2]?.id, tier: 'none', vipReason: '', vipSince: null, maskedMobile: '' },
  ])
})

onEveryEngine('S3-72 the file shows past and coming flights with PNR, seat and a masked ticket number', async (app) => {
  await app.as('agent')
  const id = await add(app, 'HU1', '王五')
  const leg = { flightNo: 'hu 7609', origin: 'pek', destination: 'SHA', distanceKm: 1075 }
  const past = await app.call('flights.create', {
    ...leg,
    day: '2026-09-20',
    departsAt: at('2026-09-20T08:00'),
    arrivesAt: at('2026-09-20T10:10'),
  })
  const coming = await app.call('flights.create', {
    ...leg,
    day: '2026-10-02',
    departsAt: at('2026-10-02T08:00'),
    arrivesAt: at('2026-10-02T10:10'),
  })
  await app.call('flights.book', {
    memberId: id,
    flightId: past.id,
    pnr: 'nk3h8p',
    ticketNo: '880-1234567890',
    cabin: 'business',
    fareFen: 238_000,
  })
  await app.call('flights.book', { memberId: id, flightId: coming.id, pnr: 'MX2R7Q', cabin: 'first', seat: '1a' })
  const { comingFlights, pastFlights } = await app.call('members.view', { id })
  const seen = [...comingFlights, ...pastFlights].map(({ flight, id: _, ...booking }) => ({
    flightNo: flight.flightNo,
    day: flight.day,
    ...booking,
  }))
  expect(seen).toEqual([
    {
      flightNo: 'HU7609',
      day: '2026-10-02',
      pnr: 'MX2R7Q',
      maskedTicket: '',
      cabin: 'first',
      seat: '1A',
      status: 'booked',
      fareFen: 0,
    },
    {
      flightNo: 'HU7609',
      day: '2026-09-20',
      pnr: 'NK3H8P',
      maskedTicket: '*********7890',
      cabin: 'business',
      seat: '',
      status: 'flown',
      fareFen: 238_000,
    },
  ])
  const first = await app.call('flights.bookings', { memberId: id, limit: 1 })
  expect(first.rows.map(({ pnr }) => pnr)).toEqual(['MX2R7Q'])
  const rest = await app.call('flights.bookings', { memberId: id, limit: 1, before: first.next ?? undefined })
  expect([rest.rows.map(({ pnr }) => pnr), rest.next]).toEqual([['NK3H8P'], null])
})

onEveryEngine(
  'S3-73 the file shows what the member spent, with the airline and with partners, page by page',
  async (app) => {
    await app.as('agent')
    const id = await add(app, 'HU1', '王五')
    await app.call('members.recordSpend', {
      id,
      at: at('2026-08-01T09:00'),
      kind: 'own',
      description: '北京—上海 公务舱',
      amountFen: 238_000,
    })
    await app.call('members.recordSpend', {
      id,
      at: at('2026-09-01T09:00'),
      kind: 'partner',
      description: '合作酒店',
      amountFen: 99_900,
    })
    const { spends } = await app.call('members.view', { id })
    expect(spends.rows.map(({ id: _, ...spend }) => spend)).toEqual([
      { at: at('2026-09-01T09:00'), kind: 'partner', description: '合作酒店', amountFen: 99_900 },
      { at: at('2026-08-01T09:00'), kind: 'own', description: '北京—上海 公务舱', amountFen: 238_000 },
    ])
    const first = await app.call('members.spends', { id, limit: 1 })
    const rest = await app.call('members.spends', { id, limit: 1, before: first.next ?? undefined })
    expect([first.rows, rest.rows, rest.next]).toEqual([spends.rows.slice(0, 1), spends.rows.slice(1), null])
    const later = { id, at: app.now() + 1, kind: 'own' as const, description: 'x', amountFen: 1 }
    expect(await app.fail('members.recordSpend', later)).toEqual({
      code: 'INVALID_INPUT',
      issues: [{ path: 'at', reason: 'in-future' }],
    })
  },
)

onEveryEngine(
  'S3-74 the service history joins calls and cases, newest first, and is read page by page',
  async (app) => {
    await app.as('agent')
    const id = await add(app, 'HU1', '王五', { mobile: '13800000001' })
    const log = (hours: number, question: string) =>
      app.call('calls.log', {
        card: 'HU1',
        phone: '13800000001',
        at: START - hours * 3_600_000,
        rings: 2,
        talkS: 60,
        agent: 'agent',
        resultCode: 'answered-enquiry',
        question,
        process: '查询',
        result: '已答复',
      })
    await log(5, '里程怎么补登')
    await log(2, '能否改签')
    const opened = await app.call(
      'cases.open',
      enquiry({ memberId: id, anonymousReason: undefined, content: '贵宾室在哪里' }),
    )
    const { history, openCases } = await app.call('members.view', { id })
    expect(history.items.map(({ kind, at: when }) => [kind, when])).toEqual([
      ['case', START],
      ['call', START - 2 * 3_600_000],
      ['call', START - 5 * 3_600_000],
    ])
    expect(history.items.slice(1)).toMatchObject([
      { text: '能否改签', resultCode: 'answered-enquiry', who: 'agent' },
      { text: '里程怎么补登' },
    ])
    expect(history.next).toBeNull()
    expect(openCases.map(({ number }) => number)).toEqual([opened.number])
    const pages = []
    let before: { at: number; id: string } | undefined
    do {
      const page = await app.call('members.history', { id, limit: 1, before })
      pages.push(...page.items)
      before = page.next ?? undefined
    } while (before)
    expect(pages).toEqual(history.items)
    expect((await app.call('members.history', { id, kind: 'case' })).items).toEqual(history.items.slice(0, 1))
    expect(await lastAudit(app)).toMatchObject({ call: 'members.history', memberId: id })
  },
)

onEveryEngine(
  'S3-75 S4-76 every file has a score of completeness, and VIP files are due for a check by the highest tier first',
  async (app) => {
    await app.as('lead')
    const bare = await add(app, 'HU1', '王五', { tier: 'gold', vipReason: '达标' })
    const full = await add(app, 'HU2', '张三', { ...ZHANG, card: 'HU2', tier: 'diamond', vipReason: '达标' })
    await app.call('members.recordConsent', { id: full, purpose: 'service', given: true, channel: 'telephone' })
    expect((await app.call('members.view', { id: full })).completeness).toEqual({
      score: 100,
      missing: [],
      isVerificationDue: true,
      verifyBy: null,
    })
    expect((await app.call('members.view', { id: bare })).completeness).toEqual({
      score: 20,
      missing: ['mobile', 'gender', 'birthDate', 'document', 'email', 'title', 'residence', 'preferences', 'consent'],
      isVerificationDue: true,
      verifyBy: null,
    })
    expect((await app.call('members.toVerify', {})).map(({ id }) => id)).toEqual([full, bare])
    await app.call('members.verify', { id: full })
    expect((await app.call('members.toVerify', {})).map(({ id }) => id)).toEqual([bare])
    app.wait(180 * DAY)
    expect((await app.call('members.toVerify', {})).map(({ id }) => id)).toEqual([full, bare])
  },
)

onEveryEngine('S3-45 the file shows what the tier in force is entitled to', async (app) => {
  await app.as('lead')
  const gold = await add(app, 'HU1', '王五', { tier: 'gold', vipReason: '达标' })
  const plain = await add(app, 'HU2', '李六')
  const ofGold = (await app.call('members.view', { id: gold })).entitlements
  expect(ofGold.map(({ id }) => id)).toContain('lounge-own')
  expect(ofGold.map(({ id }) => id)).not.toContain('lounge-guest')
  expect((await app.call('members.view', { id: plain })).entitlements).toEqual([])
})

onEveryEngine('a look-up finds members by every number and name they are known by', async (app) => {
  await app.as('agent')
  const zhang = await add(app, 'HU6001', '张三丰', {
    mobile: '13812345678',
    documentType: 'identity',
    documentNo: '440106198503151217',
  })
  const ouyang = await add(app, 'HU7002', '欧阳娜娜', { mobile: '13912340000' })
  const lv = await add(app, 'HU7003', '吕小布', { mobile: '+852 5123 4567' })
  const smith = await add(app, 'HU7004', 'Anna Smith', { documentType: 'passport', documentNo: 'E12345678' })
  await app.call('members.addContact', { id: ouyang, kind: 'office', value: '020-8888 6666', label: '公司' })
  const flight = await app.call('flights.create', {
    flightNo: 'HU7609',
    day: '2026-10-02',
    origin: 'PEK',
    destination: 'SHA',
    departsAt: at('2026-10-02T08:00'),
    arrivesAt: at('2026-10-02T10:10'),
  })
  await app.call('flights.book', {
    memberId: smith,
    flightId: flight.id,
    pnr: 'NK3H8P',
    ticketNo: '8801234567890',
    cabin: 'economy',
  })
  const found = async (text: string) => {
    const [hit] = await app.call('members.find', { text })
    return hit && [hit.id, hit.matchedBy]
  }
  const wanted: [text: string, id: MemberId, by: string][] = [
    ['13812345678', zhang, 'mobile'],
    ['+86 138-1234-5678', zhang, 'mobile'],
    ['００８６１３８１２３４５６７８', zhang, 'mobile'],
    ['138', zhang, 'mobile'],
    ['8613812', zhang, 'mobile'],
    ['5678', zhang, 'mobile'],
    ['+8525123', lv, 'mobile'],
    ['02088886666', ouyang, 'contact'],
    ['0208888', ouyang, 'contact'],
    ['hu6001', zhang, 'card'],
    ['HU 7002', ouyang, 'card'],
    ['张', zhang, 'name'],
    ['张三丰', zhang, 'name'],
    ['三丰', zhang, 'givenName'],
    ['娜娜', ouyang, 'givenName'],
    ['zhangsanfeng', zhang, 'pinyin'],
    ['Zhang San', zhang, 'pinyin'],
    ['zsf', zhang, 'initials'],
    ['z s f', zhang, 'initials'],
    ['ouyang', ouyang, 'pinyin'],
    ['lü xiao', lv, 'pinyin'],
    ['lv', lv, 'pinyin'],
    ['lu xiaobu', lv, 'pinyin'],
    ['LYU XIAOBU', lv, 'pinyin'],
    ['smith', smith, 'name'],
    ['anna smith', smith, 'pinyin'],
    ['1217', zhang, 'document'],
    ['151217', zhang, 'document'],
    ['440106198503151217', zhang, 'document'],
    ['e12345678', smith, 'document'],
    ['nk3h8p', smith, 'pnr'],
    ['880-1234567890', smith, 'ticket'],
  ]
  const answers = []
  for (const [text] of wanted) answers.push([text, ...((await found(text)) ?? [])])
  expect(answers).toEqual(wanted)
  for (const text of ['%', '_', '*', "'", '不存在', '19999999999', '😀'])
    expect([text, await found(text)]).toEqual([text, undefined])
  for (const text of ['  ', '张\0'])
    expect(await app.fail('members.find', { text })).toMatchObject({ code: 'INVALID_INPUT' })
  const [hit] = await app.call('members.find', { text: '张三丰' })
  expect(hit).toEqual({
    id: zhang,
    card: 'HU6001',
    name: '张三丰',
    tier: 'none',
    status: 'active',
    maskedMobile: '+86138****5678',
    city: '',
    matchedBy: 'name',
  })
})

onEveryEngine('a look-up gives the exact answer first, and of equal ones the higher tier', async (app) => {
  await app.as('lead')
  const longer = await add(app, 'HU1', '张三丰', { tier: 'diamond', vipReason: '达标' })
  const silver = await add(app, 'HU2', '张三', { tier: 'silver', vipReason: '达标' })
  const gold = await add(app, 'HU3', '张三', { tier: 'gold', vipReason: '达标' })
  const ids = async (text: string, limit = 10) => (await app.call('members.find', { text, limit })).map(({ id }) => id)
  expect(await ids('张三')).toEqual([gold, silver, longer])
  expect(await ids('zhangsan')).toEqual([gold, silver, longer])
  expect(await ids('张三', 1)).toHaveLength(1)
})

onEveryEngine('the member list is read from any place, in three orders and under any filter', async (app) => {
  await app.as('lead')
  const people = [
    ['HU1', '赵一', 'silver', '广东'],
    ['HU2', '安二', 'none', '北京'],
    ['HU3', '王三', 'gold', '广东'],
    ['HU4', '李四', 'diamond', '北京'],
    ['HU5', '陈五', 'gold', '广东'],
  ] as const
  for (const [card, name, tier, province] of people) await add(app, card, name, { tier, province, vipReason: '达标' })
  const page = async (input: Input<'members.page'>) => (await app.call('members.page', input)).map(({ card }) => card)
  expect(await page({ order: 'tier' })).toEqual(['HU4', 'HU3', 'HU5', 'HU1', 'HU2'])
  expect(await page({ order: 'card' })).toEqual(['HU1', 'HU2', 'HU3', 'HU4', 'HU5'])
  expect(await page({ order: 'name' })).toEqual(['HU2', 'HU5', 'HU4', 'HU3', 'HU1'])
  const filter = { province: '广东' }
  expect(await page({ order: 'tier', filter })).toEqual(['HU3', 'HU5', 'HU1'])
  expect(await page({ order: 'card', filter })).toEqual(['HU1', 'HU3', 'HU5'])
  expect(await page({ filter: { tier: 'gold', status: 'active' } })).toEqual(['HU3', 'HU5'])
  expect((await app.call('members.count', {})).total).toBe(5)
  expect((await app.call('members.count', { filter })).total).toBe(3)
  const pieces = []
  for (const offset of [0, 2, 4, 6]) pieces.push(await page({ order: 'tier', offset, limit: 2 }))
  expect(pieces).toEqual([['HU4', 'HU3'], ['HU5', 'HU1'], ['HU2'], []])
  expect(await app.fail('members.page', { limit: 501 })).toMatchObject({ code: 'INVALID_INPUT' })
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

onEveryEngine('a person finds again the members looked at last', async (app) => {
  await app.as('agent')
  const first = await add(app, 'HU1', '王五')
  const second = await add(app, 'HU2', '赵六')
  for (const id of [first, second, first]) {
    app.wait(1000)
    await app.call('members.view', { id })
  }
  expect((await app.call('members.recent', {})).map(({ id }) => id)).toEqual([first, second])
  await app.as('lead')
  expect(await app.call('members.recent', {})).toEqual([])
})

onEveryEngine('flights are found by number and day, and know which members are on them', async (app) => {
  await app.as('lead')
  const gold = await add(app, 'HU1', '王五', { tier: 'gold', vipReason: '达标' })
  const diamond = await add(app, 'HU2', '赵六', { tier: 'diamond', vipReason: '达标' })
  const one = {
    flightNo: 'HU7609',
    day: '2026-10-02',
    origin: 'PEK',
    destination: 'SHA',
    departsAt: at('2026-10-02T08:00'),
    arrivesAt: at('2026-10-02T10:10'),
  }
  const flight = await app.call('flights.create', one)
  expect(await app.fail('flights.create', one)).toEqual({
    code: 'RULE',
    rule: 'flight-known',
    params: { flight: 'HU7609', day: '2026-10-02' },
  })
  expect(
    await app.fail('flights.create', {
      ...one,
      day: '2026-10-03',
      flightNo: '海航',
      origin: 'P',
      arrivesAt: one.departsAt,
    }),
  ).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await app.call('flights.find', { text: 'hu 76', day: '2026-10-02' })).toEqual([flight])
  expect(await app.call('flights.find', { text: 'HU7609', day: '2026-10-03' })).toEqual([])
  expect(await app.call('flights.list', { day: '2026-10-02' })).toEqual([flight])
  for (const memberId of [gold, diamond])
    await app.call('flights.book', { memberId, flightId: flight.id, pnr: 'NK3H8P', cabin: 'business' })
  const again = { memberId: gold, flightId: flight.id, pnr: 'AAAAAA', cabin: 'economy' } as const
  expect(await app.fail('flights.book', again)).toEqual({
    code: 'RULE',
    rule: 'already-booked',
    params: { flight: 'HU7609', day: '2026-10-02' },
  })
  expect((await app.call('flights.passengers', { id: flight.id })).map(({ memberId }) => memberId)).toEqual([
    diamond,
    gold,
  ])
  expect((await app.call('members.find', { text: 'NK3H8P' })).map(({ id }) => id)).toEqual([diamond, gold])
  const { comingFlights } = await app.call('members.view', { id: gold })
  const seated = await app.call('flights.setBooking', { id: comingFlights[0]?.id ?? '', seat: '2c' })
  expect(seated).toMatchObject({ seat: '2C', status: 'booked' })
  const delayed = await app.call('flights.setStatus', { id: flight.id, status: 'delayed', delayMinutes: 95 })
  expect(delayed).toEqual({ ...flight, status: 'delayed', delayMinutes: 95 })
})
