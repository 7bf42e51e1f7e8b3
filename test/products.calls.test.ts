import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { UserId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'

const LOUNGE: Input<'products.add'> = {
  kind: 'lounge',
  fromDay: '2026-09-01',
  name: '贵宾休息室单次券',
  summary: '国内航站楼，含简餐',
  state: 'offered',
}

const rule = (productId: string, more: Partial<Input<'products.addPrice'>>): Input<'products.addPrice'> => ({
  ...{ productId, kind: 'base', name: '基准价', fromDay: '2026-01-01' },
  ...more,
})

async function lounge(app: App): Promise<string> {
  await app.as('lead')
  return (await app.call('products.add', LOUNGE)).id
}

onEveryEngine(
  'S4-46 products of all kinds stand in one list, and every change is a version that counts from its day',
  async (app) => {
    const id = await lounge(app)
    await app.call('products.add', { ...LOUNGE, kind: 'visa', name: '签证代办' })
    const { id: mine, versions: _, version: __, ...said } = { ...LOUNGE, id, versions: 1, version: 1 }
    const { kind: ___, partnerId: ____, ...text } = said
    const changed = { ...text, id: mine, version: 1, reason: '航站楼改造，餐食升级' }
    await app.call('products.change', { ...changed, fromDay: '2026-10-02', summary: '国内国际航站楼，含正餐' })
    expect(await app.fail('products.change', changed)).toMatchObject({ rule: 'product-changed' })
    const today = await app.call('products.show', { id })
    expect(today).toMatchObject({ version: 1, versions: 2, summary: '国内航站楼，含简餐' })
    expect(
      today.history.map(({ version, fromDay, reason, savedByName }) => [version, fromDay, reason, savedByName]),
    ).toEqual([
      [2, '2026-10-02', '航站楼改造，餐食升级', 'lead'],
      [1, '2026-09-01', '', 'lead'],
    ])
    app.wait(2 * DAY)
    await app.as('agent')
    expect((await app.call('products.list', {})).map(({ kind, name, version }) => [kind, name, version])).toEqual([
      ['lounge', '贵宾休息室单次券', 2],
      ['visa', '签证代办', 1],
    ])
    expect(await app.fail('products.add', LOUNGE)).toMatchObject({ code: 'FORBIDDEN' })
    await app.as('lead')
    await app.call('products.change', {
      ...text,
      id,
      version: 2,
      state: 'ended',
      fromDay: '2026-10-02',
      reason: '停售',
    })
    await app.as('agent')
    expect((await app.call('products.list', {})).map(({ kind }) => kind)).toEqual(['visa'])
    expect((await app.call('products.list', { isEndedToo: true })).length).toBe(2)
  },
)

onEveryEngine(
  'S4-48 an agent sees the price by the rules of the day and the running offers, and quotes them',
  async (app) => {
    const productId = await lounge(app)
    expect(await app.fail('products.addPrice', rule(productId, { permille: 900 }))).toMatchObject({
      rule: 'price-figure',
    })
    await app.call('products.addPrice', rule(productId, { fen: 30000 }))
    const season = {
      kind: 'season',
      name: '国庆旺季',
      permille: 1200,
      fromDay: '2026-10-01',
      toDay: '2026-10-08',
    } as const
    await app.call('products.addPrice', rule(productId, season))
    expect(
      await app.fail('products.addPrice', rule(productId, { kind: 'tier', name: '金卡', permille: 900 })),
    ).toMatchObject({ rule: 'price-tier' })
    await app.call(
      'products.addPrice',
      rule(productId, { kind: 'tier', name: '金卡九折', permille: 900, tier: 'gold' }),
    )
    const offer = { productId, title: '节日立减', text: '每张减二十元', fromDay: '2026-09-25', toDay: '2026-10-01' }
    expect(await app.fail('products.addOffer', { ...offer, toDay: '2026-09-01' })).toMatchObject({ rule: 'days-order' })
    await app.call('products.addOffer', { ...offer, fenOff: 2000 })
    const all = await app.call('products.addOffer', {
      ...{
        ...offer,
        productId: null,
        title: '会员日九五折',
        permille: 950,
        toDay: '2026-12-31',
        tiers: ['gold', 'platinum'],
      },
    })
    await app.as('agent')
    const running = await app.call('products.offers', { isRunning: true, tier: 'none' })
    expect(running.map(({ title, productName, toDay }) => [title, productName, toDay])).toEqual([
      ['节日立减', '贵宾休息室单次券', '2026-10-01'],
    ])
    expect((await app.call('products.list', {}))[0]?.priceFen).toBe(30000)
    const asked = { productId, tier: 'gold', quantity: 2, day: '2026-10-01' } as const
    expect(await app.call('products.quote', asked)).toEqual({
      productId,
      productName: '贵宾休息室单次券',
      lines: [
        { kind: 'base', name: '基准价', fen: 60000 },
        { kind: 'season', name: '国庆旺季', fen: 12000 },
        { kind: 'tier', name: '金卡九折', fen: -7200 },
        { kind: 'offer', name: '节日立减', fen: -4000 },
      ],
      totalFen: 60800,
    })
    expect(await app.call('products.quote', { ...asked, tier: 'none', day: '2026-10-09' })).toMatchObject({
      totalFen: 60000,
    })
    expect(await app.call('products.quote', { ...asked, day: '2025-12-31' })).toMatchObject({
      lines: [],
      totalFen: null,
    })
    await app.as('lead')
    await app.call('products.endOffer', { id: all.id })
    expect(await app.fail('products.endOffer', { id: all.id })).toMatchObject({ rule: 'offer-ended' })
    const { prices } = await app.call('products.show', { id: productId })
    const gold = prices.find(({ tier }) => tier === 'gold')
    await app.call('products.endPrice', { id: gold?.id ?? '' })
    expect(await app.call('products.quote', { ...asked, day: '2026-11-01' })).toMatchObject({ totalFen: 60000 })
  },
)

onEveryEngine('S4-47 actions on training and facilities have a goal, an owner, a due day and a result', async (app) => {
  const agent = (await app.as('agent')) as UserId
  const manager = (await app.as('manager')) as UserId
  const strategy = await app.call('strategies.add', {
    ...{ title: '提升贵宾体验', basis: '满意度调查', text: '培训与设施并举', ownerId: manager, fromDay: '2026-09-01' },
  })
  await app.as('lead')
  const training = await app.call('strategyActions.add', {
    ...{ strategyId: strategy.id, kind: 'training', title: '礼宾英语', goal: '全员通过口语测试' },
    ...{ ownerId: agent, dueDay: '2026-10-01' },
  })
  const facility = await app.call('strategyActions.add', {
    ...{ kind: 'facility', title: '休息室静音舱', goal: '每个休息室两个', ownerId: manager, dueDay: '2026-12-31' },
  })
  expect(training).toMatchObject({ state: 'planned', strategyTitle: '提升贵宾体验', isOverdue: false })
  app.wait(3 * DAY)
  await app.as('agent')
  expect((await app.call('strategyActions.list', {})).map(({ title, isOverdue }) => [title, isOverdue])).toEqual([
    ['礼宾英语', true],
    ['休息室静音舱', false],
  ])
  expect(await app.fail('strategyActions.move', { id: facility.id, state: 'running' })).toMatchObject({
    rule: 'action-not-yours',
  })
  await app.call('strategyActions.move', { id: training.id, state: 'running' })
  expect(await app.fail('strategyActions.move', { id: training.id, state: 'done' })).toMatchObject({
    rule: 'action-no-result',
  })
  await app.call('strategyActions.move', { id: training.id, state: 'done', result: '十二人通过' })
  const stored = await inStore(app, (db) =>
    db.selectFrom('strategyActions').select(['title', 'state', 'result']).orderBy('dueDay').execute(),
  )
  expect(stored).toEqual([
    { title: '礼宾英语', state: 'done', result: '十二人通过' },
    { title: '休息室静音舱', state: 'planned', result: '' },
  ])
})
