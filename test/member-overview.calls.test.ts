import { expect } from 'vitest'
import type { MemberId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'

/** A gold member with a year of flying, a complaint, a promise, a flight to come and a wife who may speak. */
async function known(app: App): Promise<MemberId> {
  await app.as('manager')
  const id = await add(app, 'HU9601', '林演示', {
    ...{
      mobile: '13800009601',
      tier: 'gold',
      vipReason: '演示',
      title: '林总',
      language: 'en',
      birthDate: '1980-10-03',
    },
    enrolledOn: '2016-09-30',
  })
  await inStore(app, async (db) => {
    const month = { memberId: id, distanceKm: 3000, segments: 2, spendFen: 200_000, partnerSpendFen: 50_000, points: 0 }
    for (const period of ['2026-07', '2026-08', '2026-09'])
      await db
        .insertInto('memberPeriods')
        .values({ ...month, period })
        .execute()
  })
  await app.as('agent')
  const leg = { flightNo: 'HU7609', origin: 'HAK', destination: 'PEK', distanceKm: 2500 }
  for (const [day, pnr] of [
    ['2026-09-20', 'AAA111'],
    ['2026-10-02', 'BBB222'],
  ] as const) {
    const departsAt = Date.parse(`${day}T08:00:00+08:00`)
    const flight = await app.call('flights.create', { ...leg, day, departsAt, arrivesAt: departsAt + 4 * HOUR })
    await app.call('flights.book', { memberId: id, flightId: flight.id, pnr, cabin: 'business' })
  }
  await app.call('wishes.record', {
    memberId: id,
    tags: [{ topic: 'medical', value: '青霉素过敏', note: '机上急救注意' }],
  })
  await app.call('members.recordConsent', { id, purpose: 'marketing', given: false, channel: 'telephone' })
  await app.call('kin.add', {
    ...{ memberId: id, name: '林太太演示', relation: 'spouse', phone: '13911119601', rights: ['ask'] },
    ...{ fromDay: '2026-01-01', proof: 'call', proofText: '本人来电确认' },
  })
  return id
}

onEveryEngine(
  'S4-75 S4-77 one screen shows tier, warnings, cases, promises, flights, contacts with tone, speakers and consent, the same for every role',
  async (app) => {
    const id = await known(app)
    await app.as('agent')
    const live = await app.call('calls.start', { direction: 'inbound', phone: '13800009601' })
    await app.call('calls.endUnanswered', { id: live.id, reason: 'missed' })
    app.wait(HOUR)
    const opened = await app.call('cases.open', complaint({ memberId: id, anonymousReason: null, mood: 'angry' }))
    app.wait(1000)
    const seen = await app.call('members.overview', { id })
    expect(seen.tier).toMatchObject({ tier: 'gold', next: { tier: 'platinum', isMet: false } })
    expect(seen.tier.next?.checks.length).toBeGreaterThan(0)
    expect(seen.year).toEqual({ distanceKm: 9000, segments: 6, spendFen: 600_000, partnerSpendFen: 150_000 })
    expect(seen.offers).toMatchObject({ mayOffer: false, refusedBy: 'care-no-consent' })
    expect(seen.offers.entitlements.length).toBeGreaterThan(0)
    expect(seen.warnings.map(({ warning, level, text }) => [warning, level, text.zh])).toEqual([
      ['medical', 'bad', '青霉素过敏（机上急救注意）'],
      ['complaint', 'bad', '近90天投诉1次，最近 2026-09-30'],
      ['language', 'warn', '请用英语服务'],
      ['noOffers', 'info', '不接受活动与优惠通知'],
    ])
    expect(seen.keyFacts.map(({ text }) => text.zh)).toEqual(['称呼林总', '3天后生日', `忠诚度 ${seen.loyalty.score}`])
    expect(seen.openCases.map((one) => one.id)).toEqual([opened.id])
    expect(seen.coming.map(({ pnr }) => pnr)).toEqual(['BBB222'])
    expect(seen.past.map(({ pnr }) => pnr)).toEqual(['AAA111'])
    expect(seen.contacts.map(({ kind, tone, toneFrom }) => [kind, tone, toneFrom])).toEqual([
      ['case', 'upset', 'mood'],
      ['call', 'worried', 'result'],
    ])
    expect(seen.speakers).toMatchObject([{ name: '林太太演示', state: 'inForce', maskedPhone: '139****9601' }])
    expect(seen.consents).toMatchObject([{ purpose: 'marketing', given: false }])
    expect(seen.wishes.map(({ value }) => value)).toEqual(['青霉素过敏'])
    for (const role of ['lead', 'manager'] as const) {
      await app.as(role)
      expect({ ...(await app.call('members.overview', { id })), unseenWishes: 0 }).toEqual(seen)
    }
    await app.as('manager')
    const { rows } = await app.call('audit.list', { limit: 5 })
    expect(rows.find(({ call }) => call === 'members.overview')).toMatchObject({ memberId: id, outcome: 'done' })
  },
)

onEveryEngine('S3-124 loyalty stands on the page with its parts', async (app) => {
  const id = await known(app)
  const { loyalty } = await app.call('members.overview', { id })
  expect(loyalty.parts.map(({ part, value }) => [part, value])).toEqual([
    ['activity', 6],
    ['tenure', 120],
    ['repeat', 3],
    ['satisfaction', null],
  ])
  // (25×0.35 + 100×0.2 + 25×0.25) ÷ 0.8
  expect(loyalty.score).toBe(44)
})

onEveryEngine('what was promised to a member stands on the page until it is done', async (app) => {
  const id = await known(app)
  const live = await app.call('calls.start', { direction: 'inbound', phone: '13800009601' })
  await app.call('calls.endUnanswered', { id: live.id, reason: 'missed' })
  const { promises } = await app.call('members.overview', { id })
  expect(promises).toMatchObject([{ ownerName: 'agent', caseId: null }])
})

onEveryEngine('the timeline holds every kind, is filtered by kind and period and read page by page', async (app) => {
  const id = await known(app)
  for (let day = 0; day < 6; day++) {
    app.wait(DAY)
    await app.as('agent')
    const live = await app.call('calls.start', { direction: 'inbound', phone: '13800009601' })
    await app.call('calls.endUnanswered', { id: live.id, reason: 'missed' })
    if (day % 2 === 0) await app.call('cases.open', complaint({ memberId: id, anonymousReason: null }))
  }
  const all = (await app.call('members.timeline', { id, limit: 100 })).items
  const kinds = new Set(all.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['call', 'case', 'tier', 'wish'])
  expect(all.filter(({ kind }) => kind === 'call')).toHaveLength(6)
  const paged: string[] = []
  let before: { at: number; id: string } | undefined
  for (;;) {
    const page = await app.call('members.timeline', { id, limit: 4, ...(before ? { before } : {}) })
    paged.push(...page.items.map((item) => item.id))
    if (page.next === null) break
    before = page.next
  }
  expect(paged).toEqual(all.map((item) => item.id))
  const few = await app.call('members.timeline', { id, kinds: ['case'], from: '2026-10-02', to: '2026-10-04' })
  expect(few.items.map(({ kind, at }) => [kind, (at - START) / DAY])).toEqual([['case', 3]])
})
