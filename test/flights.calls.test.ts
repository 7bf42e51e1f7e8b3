import { expect } from 'vitest'
import { onEveryEngine } from './app.ts'
import { at } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'

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
