import { expect } from 'vitest'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { addMember, enquiry, inStore } from './cases-fixtures.ts'
import {
  advance,
  bookHotel,
  confirmByPhone,
  file,
  LEAVES,
  OPTIONS,
  offer,
  openTrip,
  pay,
  RETURNS,
  sayYes,
  tripBefore,
  waitUntil,
  wholeSheet,
} from './trips-fixtures.ts'

/** The line of the board on which a trip stands. */
async function columnOf(app: App, id: string) {
  const board = await app.call('trips.board', {})
  return board.find(({ trips }) => trips.some((trip) => trip.id === id))?.stage
}

onEveryEngine(
  'S4-01 S4-02 an enquiry by phone, web or shop stores the product, price and itinerary asked about',
  async (app) => {
    const memberId = await addMember(app, 'gold')
    await app.as('agent', 'li')
    const { id: caseId } = await app.call('cases.open', enquiry({ memberId, content: '想去三亚（演示）' }))
    const id = await openTrip(app, memberId, { caseId: caseId as CaseId, channel: 'phone' })
    const asked = { product: '亲子五日游', price: '两大一小含机票多少钱', itinerary: '能否加一天蜈支洲岛' }
    await app.call('trips.ask', { id, channel: 'phone', ...asked, answer: '约一万九起' })
    await app.call('trips.ask', { id, channel: 'web', product: '海景套房' })
    await app.call('trips.ask', { id, channel: 'shop', price: '到店询问定金比例', answer: '三成' })
    const shown = await file(app, id)
    expect(shown).toMatchObject({ stage: 'enquiry', channel: 'phone', caseId, ownerName: 'li', memberTier: 'gold' })
    expect(shown.number).toMatch(/^XC-2026-\d{4}$/)
    expect(
      shown.enquiries.map(({ channel, product, price, itinerary }) => ({ channel, product, price, itinerary })),
    ).toEqual([
      { channel: 'phone', ...asked },
      { channel: 'web', product: '海景套房', price: '', itinerary: '' },
      { channel: 'shop', product: '', price: '到店询问定金比例', itinerary: '' },
    ])
    expect(await app.fail('trips.ask', { id, channel: 'web' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect((await app.call('trips.of', { caseId: caseId as CaseId })).map((trip) => trip.id)).toEqual([id])
    expect((await app.call('trips.of', { memberId })).map((trip) => trip.id)).toEqual([id])
    const other = await addMember(app)
    expect(
      await app.fail('trips.open', { memberId: other, caseId: caseId as CaseId, title: '别人', channel: 'web' }),
    ).toMatchObject({
      rule: 'trip-other-member',
    })
  },
)

onEveryEngine(
  'S4-52 S4-53 the needs sheet asks destination, time, transport and budget and is collected over several channels',
  async (app) => {
    const memberId = await addMember(app)
    await app.as('agent', 'li')
    const id = await openTrip(app, memberId, { channel: 'web', destination: '海南' })
    expect((await file(app, id)).sheet.missing).toEqual(['startsOn', 'endsOn', 'transport', 'budgetFen'])
    expect(await app.fail('trips.advance', { id, to: 'booking', expectedSeq: 1 })).toMatchObject({
      rule: 'trip-missing-needs',
    })
    app.wait(1000)
    await app.call('trips.need', { id, channel: 'phone', startsOn: LEAVES, endsOn: RETURNS, transport: 'plane' })
    app.wait(1000)
    await app.call('trips.need', { id, channel: 'shop', destination: '三亚', budgetFen: 2_000_000, travellers: 3 })
    const { sheet, needs, destination, startsOn } = await file(app, id)
    expect(sheet).toEqual({
      ...{ destination: '三亚', startsOn: LEAVES, endsOn: RETURNS, lodging: null, transport: 'plane' },
      ...{ budgetFen: 2_000_000, travellers: 3, missing: [], channels: ['web', 'phone', 'shop'] },
      sources: {
        ...{ destination: 'shop', startsOn: 'phone', endsOn: 'phone', transport: 'phone', budgetFen: 'shop' },
        travellers: 'shop',
      },
    })
    expect(needs).toHaveLength(3)
    expect([destination, startsOn]).toEqual(['三亚', LEAVES])
  },
)

onEveryEngine(
  'S4-54 S4-55 S4-56 a proposal offers several options against the budget, and each revision after feedback is a version',
  async (app) => {
    const memberId = await addMember(app)
    await app.as('agent', 'li')
    const id = await openTrip(app, memberId)
    await wholeSheet(app, id)
    const first = await offer(app, id)
    expect(first.options.map(({ name, fit, overFen }) => ({ name, fit, overFen }))).toEqual([
      { name: '海湾舒适', fit: 'within', overFen: -50_000 },
      { name: '海湾豪华', fit: 'over', overFen: 900_000 },
    ])
    const [comfort] = first.options
    expect(comfort).toMatchObject({ ...OPTIONS[0] })
    const { lastSeq } = await file(app, id)
    await app.call('trips.answer', {
      ...{ id, proposalId: first.id, kind: 'feedback', channel: 'wechat', text: '希望减少换酒店' },
      expectedSeq: lastSeq,
    })
    expect(
      await app.fail('trips.propose', { id, basis: '', options: OPTIONS, expectedSeq: lastSeq + 1 }),
    ).toMatchObject({ rule: 'trip-version-basis' })
    await offer(app, id, '按客户意见只住一家酒店')
    const { proposals, answers } = await file(app, id)
    expect(
      proposals.map(({ version, state, basis, options }) => ({ version, state, basis, options: options.length })),
    ).toEqual([
      { version: 2, state: 'offered', basis: '按客户意见只住一家酒店', options: 2 },
      { version: 1, state: 'replaced', basis: '', options: 2 },
    ])
    expect(answers).toMatchObject([{ version: 1, kind: 'feedback', channel: 'wechat', text: '希望减少换酒店' }])
    expect(
      await app.fail('trips.answer', {
        ...{ id, proposalId: first.id, optionId: comfort?.id ?? '', kind: 'accepted', channel: 'phone' },
        expectedSeq: lastSeq + 3,
      }),
    ).toMatchObject({ rule: 'trip-version-replaced' })
  },
)

onEveryEngine(
  'S4-03 S4-04 S4-57 a trip passes through booking: hotel, ticket and transport with their states, the deposit and then all paid',
  async (app) => {
    const memberId = await addMember(app)
    await app.as('agent', 'li')
    const id = await openTrip(app, memberId)
    expect(
      await app.fail('trips.book', { id, kind: 'hotel', title: '四晚', supplier: '酒店', priceFen: 1 }),
    ).toMatchObject({
      rule: 'trip-book-first-needs',
    })
    await wholeSheet(app, id)
    await offer(app, id)
    await advance(app, id, 'booking')
    expect(await columnOf(app, id)).toBe('booking')
    const book = (kind: 'hotel' | 'ticket' | 'transport', title: string, priceFen: number) =>
      app.call('trips.book', {
        id,
        kind,
        title,
        supplier: '海南供应商（演示）',
        priceFen,
        fromDay: LEAVES,
        toDay: RETURNS,
      })
    const hotel = await book('hotel', '海景房四晚', 1_000_000)
    const ticket = await book('ticket', '蜈支洲岛门票三张', 60_000)
    const flight = await book('transport', '往返航班三人', 600_000)
    const set = async (bookingId: string | null, state: 'confirmed' | 'changed' | 'cancelled', note = '') =>
      app.call('trips.setBooking', {
        id,
        bookingId: bookingId ?? '',
        state,
        note,
        expectedSeq: (await file(app, id)).lastSeq,
      })
    await set(hotel.itemId, 'confirmed')
    await set(flight.itemId, 'confirmed')
    await set(flight.itemId, 'changed', '航班时刻调整')
    await set(ticket.itemId, 'cancelled', '景区临时闭园')
    expect(
      await app.fail('trips.setBooking', {
        id,
        bookingId: ticket.itemId ?? '',
        state: 'confirmed',
        expectedSeq: (await file(app, id)).lastSeq,
      }),
    ).toMatchObject({ rule: 'trip-booking-state' })
    const booked = await file(app, id)
    expect(booked.bookings.map(({ kind, state, supplier }) => ({ kind, state, supplier }))).toEqual([
      { kind: 'hotel', state: 'confirmed', supplier: '海南供应商（演示）' },
      { kind: 'ticket', state: 'cancelled', supplier: '海南供应商（演示）' },
      { kind: 'transport', state: 'changed', supplier: '海南供应商（演示）' },
    ])
    expect(booked.money).toEqual({
      totalFen: 1_600_000,
      bookedFen: 1_600_000,
      paidFen: 0,
      openFen: 1_600_000,
      state: 'none',
    })
    expect(await app.fail('trips.advance', { id, to: 'confirmation', expectedSeq: booked.lastSeq })).toMatchObject({
      rule: 'trip-missing-deposit',
    })
    await pay(app, id, 'deposit', 500_000)
    expect((await file(app, id)).money).toMatchObject({ paidFen: 500_000, openFen: 1_100_000, state: 'deposit' })
    await pay(app, id, 'balance', 1_100_000)
    const paid = await file(app, id)
    expect(paid).toMatchObject({ payment: 'full', money: { openFen: 0, state: 'full' } })
    expect(paid.payments.map(({ kind, amountFen, takenByName }) => ({ kind, amountFen, takenByName }))).toEqual([
      { kind: 'deposit', amountFen: 500_000, takenByName: 'li' },
      { kind: 'balance', amountFen: 1_100_000, takenByName: 'li' },
    ])
    expect(await app.fail('trips.pay', { id, kind: 'refund', method: 'transfer', amountFen: 1_600_001 })).toMatchObject(
      {
        rule: 'trip-refund-too-much',
      },
    )
  },
)

onEveryEngine(
  'S4-05 a trip leaves the confirmation of its itinerary only after the customer accepted the newest version',
  async (app) => {
    const memberId = await addMember(app)
    await app.as('agent', 'li')
    const id = await openTrip(app, memberId)
    await wholeSheet(app, id)
    await offer(app, id)
    await advance(app, id, 'booking')
    await bookHotel(app, id)
    await pay(app, id, 'deposit', 500_000)
    await advance(app, id, 'confirmation')
    await confirmByPhone(app, id)
    const goOn = async () =>
      app.fail('trips.advance', { id, to: 'preTrip', expectedSeq: (await file(app, id)).lastSeq })
    expect(await goOn()).toMatchObject({ rule: 'trip-missing-answer' })
    await sayYes(app, id)
    await offer(app, id, '客户想再加一天')
    expect(await goOn()).toMatchObject({ rule: 'trip-missing-answer' })
    await sayYes(app, id)
    const { answers, money } = await file(app, id)
    expect(answers).toMatchObject([
      { version: 1, kind: 'accepted', optionName: '海湾舒适', channel: 'phone', saidAt: app.now() },
      { version: 2, kind: 'accepted', optionName: '海湾舒适', channel: 'phone' },
    ])
    expect(money.totalFen).toBe(1_950_000)
    await advance(app, id, 'preTrip')
    expect(await columnOf(app, id)).toBe('preTrip')
  },
)

onEveryEngine(
  'S4-09 one board shows every trip along the six stages, and a trip waits before its departure until it is ready',
  async (app) => {
    const memberId = await addMember(app, 'platinum')
    await app.as('agent', 'li')
    const ready = await tripBefore(app, memberId)
    const asked = await openTrip(app, memberId, { title: '桂林三日（演示）', channel: 'shop' })
    const board = await app.call('trips.board', {})
    expect(board.map(({ stage, count, trips }) => [stage, count, trips.map(({ id }) => id)])).toEqual([
      ['enquiry', 1, [asked]],
      ['booking', 0, []],
      ['confirmation', 0, []],
      ['preTrip', 1, [ready]],
      ['inTrip', 0, []],
      ['afterTrip', 0, []],
    ])
    expect(board[3]?.trips[0]).toMatchObject({
      memberTier: 'platinum',
      payment: 'full',
      startsOn: LEAVES,
      lateNotices: 0,
    })
    expect((await file(app, ready)).missing).toContain('departure')
    waitUntil(app, LEAVES)
    expect((await file(app, ready)).missing).not.toContain('departure')
    await advance(app, ready, 'confirmation', '客户要求重新确认航班')
    expect(await columnOf(app, ready)).toBe('confirmation')
    expect(await app.fail('trips.advance', { id: asked, to: 'preTrip', expectedSeq: 1 })).toMatchObject({
      rule: 'trip-stage-order',
    })
    const mine = await app.call('trips.board', { ownerId: (await app.as('agent', 'zhou')) as never })
    expect(mine.every(({ count, trips }) => count === 0 && trips.length === 0)).toBe(true)
  },
)

onEveryEngine('S4-11 a booking is entered with five plain fields, and what is missing is named', async (app) => {
  const memberId = await addMember(app)
  await app.as('agent', 'li')
  const id = await openTrip(app, memberId)
  await wholeSheet(app, id)
  await offer(app, id)
  await advance(app, id, 'booking')
  const { itemId } = await app.call('trips.book', {
    id,
    kind: 'ticket',
    title: '南山门票三张',
    supplier: '南山（演示）',
    priceFen: 45_000,
  })
  expect((await file(app, id)).bookings).toMatchObject([
    { id: itemId, state: 'requested', fromDay: null, priceFen: 45_000 },
  ])
  expect(await app.fail('trips.book', { id, kind: 'ticket', title: '', supplier: '', priceFen: 45_000 })).toMatchObject(
    {
      code: 'INVALID_INPUT',
      issues: [
        { path: 'title', reason: 'required' },
        { path: 'supplier', reason: 'required' },
      ],
    },
  )
})

onEveryEngine(
  'S4-12 no number of a payment card or document is stored while a booking is made, and lists show no contact data',
  async (app) => {
    const memberId = await addMember(app)
    await app.as('agent', 'li')
    const id = await tripBefore(app, memberId)
    const refused = { code: 'INVALID_INPUT', issues: [{ path: 'reference', reason: 'cardNumber' }] }
    for (const reference of ['4111111111111111', '卡号 4111 1111 1111 1111', '４１１１-１１１１-１１１１-１１１１'])
      expect(
        await app.fail('trips.pay', { id, kind: 'balance', method: 'bankCard', amountFen: 100, reference }),
      ).toMatchObject(refused)
    const card = { kind: 'hotel', title: '四晚', supplier: '酒店', priceFen: 1 } as const
    expect(await app.fail('trips.book', { id, ...card, note: '担保卡 5555 5555 5555 4444' })).toMatchObject({
      issues: [{ path: 'note', reason: 'cardNumber' }],
    })
    expect(await app.fail('trips.book', { id, ...card, note: '证件 440106198503151217' })).toMatchObject({
      issues: [{ path: 'note', reason: 'identityNumber' }],
    })
    const stored = await inStore(app, async (db) =>
      JSON.stringify([
        await db.selectFrom('tripPayments').selectAll().execute(),
        await db.selectFrom('tripBookings').selectAll().execute(),
        await db.selectFrom('audit').select('body').execute(),
      ]),
    )
    expect(stored).not.toMatch(/4111|5555|440106198503151217/)
    expect(JSON.stringify(await app.call('trips.board', {}))).not.toContain('13700004321')
    await app.as('manager')
    const { rows } = await app.call('audit.list', { limit: 10 })
    expect(rows.some((row) => row.call === 'trips.file' && row.memberId === memberId)).toBe(true)
    await app.as('admin')
    expect(await app.fail('trips.file', { id })).toEqual({ code: 'FORBIDDEN' })
  },
)

onEveryEngine(
  'S4-13 S4-14 an itinerary is changed for a reason, and the customer is told in time with proof and answers',
  async (app) => {
    const memberId = await addMember(app)
    await app.as('agent', 'li')
    const id = await tripBefore(app, memberId)
    const alter = async (after: string) =>
      app.call('trips.alter', {
        ...{ id, origin: 'weather', reason: '台风预警', before: '第二天出海', after, costFen: -30_000 },
        ...{ endsOn: '2026-10-25', expectedSeq: (await file(app, id)).lastSeq },
      })
    await alter('第二天改为博物馆')
    const [changed] = (await file(app, id)).changes
    expect(changed).toMatchObject({
      ...{ origin: 'weather', reason: '台风预警', before: '第二天出海', after: '第二天改为博物馆', costFen: -30_000 },
      decidedByName: 'li',
      notice: { state: 'waiting', dueAt: app.now() + DAY, toldAt: null, proof: '' },
    })
    const noticeId = changed?.notice.id ?? ''
    expect(await file(app, id)).toMatchObject({ endsOn: '2026-10-25', money: { totalFen: 1_920_000 } })
    expect((await file(app, id)).missing).toContain('notices')
    expect(await app.fail('trips.hear', { id, noticeId, answer: 'agreed' })).toMatchObject({ rule: 'trip-not-told' })
    app.wait(2 * HOUR)
    const told = { channel: 'phone', proof: '录音 L-30188' } as const
    await app.call('trips.tell', { id, noticeId, ...told })
    await app.call('trips.hear', { id, noticeId, answer: 'objected', text: '想改到最后一天' })
    expect((await file(app, id)).missing).toContain('notices')
    await app.call('trips.hear', { id, noticeId, answer: 'agreed' })
    expect((await file(app, id)).changes[0]?.notice).toMatchObject({
      ...{ state: 'inTime', toldAt: app.now(), toldByName: 'li', ...told, answer: 'agreed', answeredAt: app.now() },
    })
    expect((await file(app, id)).missing).not.toContain('notices')
    await alter('第三天改为植物园')
    app.wait(2 * DAY)
    const late = (await app.call('trips.board', {})).flatMap(({ trips }) => trips).find((trip) => trip.id === id)
    expect(late?.lateNotices).toBe(1)
    const second = (await file(app, id)).changes[1]?.notice
    await app.call('trips.tell', { id, noticeId: second?.id ?? '', channel: 'wechat', proof: '已读截图' })
    expect((await file(app, id)).changes[1]?.notice.state).toBe('toldLate')
  },
)

onEveryEngine(
  'S4-58 the customer gets a booking confirmation with things to note, checked by a colleague and sent as a message',
  async (app) => {
    const memberId = await addMember(app)
    await app.as('agent', 'li')
    const id = await openTrip(app, memberId)
    await wholeSheet(app, id)
    await offer(app, id)
    await advance(app, id, 'booking')
    expect(await app.fail('trips.confirm', { id, notes: '请携带证件' })).toMatchObject({ rule: 'trip-missing-booking' })
    await bookHotel(app, id)
    const { text } = await app.call('trips.confirmation', { id, notes: '请携带身份证件，入住需押金' })
    const { number } = await file(app, id)
    expect(text).toBe(
      [
        `三亚亲子五日（演示）（${number}）预订确认`,
        '目的地：三亚',
        '出行日期：2026-10-20 至 2026-10-24',
        '预订明细：',
        '1. 酒店：海景房四晚，亚龙湾酒店（演示），2026-10-20 至 2026-10-24，确认号 YL-20931，已确认',
        '注意事项：请携带身份证件，入住需押金',
      ].join('\n'),
    )
    const { itemId } = await app.call('trips.confirm', { id, notes: '请携带身份证件，入住需押金' })
    await app.call('trips.sendNotice', { id, noticeId: itemId ?? '', channel: 'sms' })
    const [message] = await app.call('messages.of', { memberId })
    expect(message).toMatchObject({ state: 'toCheck', channel: 'sms' })
    const messageId = message?.id ?? ''
    expect((await app.call('messages.show', { id: messageId })).body).toBe(text)
    expect((await file(app, id)).confirmations).toMatchObject([{ state: 'waiting', messageId, toldAt: null }])
    await app.as('lead', 'zhao')
    await app.call('messages.check', { id: messageId, isApproved: true, note: '' })
    await app.call('messages.handOver', { id: messageId })
    await app.call('messages.markSent', { id: messageId, reference: '短信回执 88' })
    expect((await file(app, id)).confirmations).toMatchObject([
      { state: 'inTime', text, toldAt: app.now(), toldByName: 'zhao', proof: '短信回执 88' },
    ])
  },
)

onEngine(
  'sqlite',
  'what somebody else changed meanwhile is a conflict, an ended trip stays, and it is found in its list',
  async (app) => {
    const memberId = await addMember(app)
    const me = await app.as('agent', 'li')
    const id = await openTrip(app, memberId)
    const change = { id, title: '三亚五日', destination: '三亚', ownerId: me as never }
    await app.call('trips.change', { ...change, expectedSeq: 1 })
    expect(await app.fail('trips.change', { ...change, expectedSeq: 1 })).toEqual({ code: 'CONFLICT', entity: 'trip' })
    expect(await app.fail('trips.end', { id, as: 'done', note: '结束', expectedSeq: 2 })).toMatchObject({
      rule: 'trip-not-over',
    })
    await app.call('trips.end', { id, as: 'cancelled', note: '客户取消出行', expectedSeq: 2 })
    expect(await app.fail('trips.ask', { id, channel: 'web', product: '再问' })).toMatchObject({ rule: 'trip-closed' })
    const page = await app.call('trips.list', { state: 'cancelled' })
    expect(page).toMatchObject({ total: 1, next: null, rows: [{ id, state: 'cancelled', title: '三亚五日' }] })
  },
)
