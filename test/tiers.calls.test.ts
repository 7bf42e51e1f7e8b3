import fs from 'node:fs'
import path from 'node:path'
import { describe, expect } from 'vitest'
import type { MemberId, PolicyId } from '../src/shared/ids.ts'
import type { TierLevel, TierRule } from '../src/shared/tiers/model.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { sharedData } from './rules/shared-data.ts'

const COLUMNS = [
  'card',
  'name',
  'tier',
  'level',
  'period',
  'distanceKm',
  'segments',
  'spendFen',
  'partnerSpendFen',
  'points',
] as const
type Facts = Partial<Record<(typeof COLUMNS)[number], string | number>>

/** Brings members in as an import does: with their figures of a month. */
async function bring(app: App, people: readonly Facts[]): Promise<void> {
  const lines = people.map((one) =>
    COLUMNS.map((column) => one[column] ?? (column === 'name' ? `会员${one.card}` : '')).join(','),
  )
  const file = path.join(app.folder, `bring-${Math.random()}.csv`)
  fs.writeFileSync(file, [COLUMNS.join(','), ...lines].join('\n'))
  const mapping = { columns: Object.fromEntries(COLUMNS.map((column) => [column, column])) }
  const { rejected } = await app.call('imports.members', { file, mapping })
  expect(rejected).toBe(0)
}

/** Everybody by card: tier, and the last day of it in Shanghai. */
async function standing(app: App) {
  const rows = await app.call('members.page', { order: 'card' })
  return Object.fromEntries(rows.map(({ card, tier }) => [card, tier]))
}
async function idOf(app: App, card: string): Promise<MemberId> {
  const [hit] = await app.call('members.find', { text: card })
  return hit?.id ?? ('' as MemberId)
}
const dayOf = (at: number | null) => (at === null ? null : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10))

/** A programme of one tier with one rule, put in force today by the manager. */
async function useRule(app: App, rule: TierRule, period: TierLevel['upgrade']['period'] = 'rolling12'): Promise<void> {
  await app.as('manager')
  const source = { mark: 'D' as const, asOf: '2026-09-30' }
  const one = { period, rule, source }
  await app.call('tiers.activate', {
    policyId: 'TIER-MF@1' as PolicyId,
    effectiveFrom: '2026-09-30',
    changes: { levels: [{ tier: 'gold', name: { zh: '金卡', en: 'Gold' }, upgrade: one, retain: one }], clauses: [] },
  })
}

const FLYERS: Facts[] = [
  { card: 'T1', period: '2026-09', distanceKm: 150_000, segments: 3 },
  { card: 'T2', period: '2026-03', distanceKm: 10_000, segments: 60 },
  { card: 'T3', period: '2025-10', distanceKm: 60_000 },
  { card: 'T4', period: '2025-09', distanceKm: 60_000 },
  { card: 'T5', period: '2026-09', distanceKm: 40_000 },
  { card: 'T6', period: '2026-09', distanceKm: 39_999, segments: 19 },
]

onEveryEngine(
  'S3-37..41 everybody is rated from the figures of twelve months: diamond, platinum, gold, silver or none',
  async (app) => {
    await app.as('lead')
    await bring(app, FLYERS)
    const result = await app.call('tiers.run', { language: 'en' })
    expect(await standing(app)).toEqual({
      T1: 'diamond',
      T2: 'platinum',
      T3: 'gold',
      T4: 'none',
      T5: 'silver',
      T6: 'none',
    })
    expect({ rated: result.rated, changed: result.changed }).toEqual({ rated: 6, changed: 4 })
    expect(result.moves).toEqual([
      { from: 'none', to: 'diamond', count: 1 },
      { from: 'none', to: 'platinum', count: 1 },
      { from: 'none', to: 'gold', count: 1 },
      { from: 'none', to: 'silver', count: 1 },
      { from: 'none', to: 'none', count: 2 },
    ])
    expect(result.changes.find(({ card }) => card === 'T2')).toMatchObject({
      from: 'none',
      to: 'platinum',
      change: 'upgrade',
      validUntil: '2028-09-30',
      reason: 'Platinum entry met (last 12 months): segments 60 ≥ 60',
    })
  },
)

onEveryEngine('S3-41 a preview counts and lists what would change, and changes nothing', async (app) => {
  await app.as('lead')
  await bring(app, FLYERS)
  const first = await app.call('tiers.preview', { limit: 3 })
  expect({ at: first.at, rated: first.rated, changed: first.changed, listed: first.changes.length }).toEqual({
    at: '2026-09-30',
    rated: 6,
    changed: 4,
    listed: 3,
  })
  const second = await app.call('tiers.preview', { limit: 3, after: first.next ?? undefined })
  expect([...first.changes, ...second.changes].map(({ card, to }) => [card, to])).toEqual([
    ['T1', 'diamond'],
    ['T2', 'platinum'],
    ['T3', 'gold'],
    ['T5', 'silver'],
  ])
  expect(second.next).toBe(null)
  const dry = await app.call('tiers.run', { dryRun: true })
  expect(dry).toMatchObject({ runId: null, rated: 6, changed: 4 })
  expect(Object.values(await standing(app))).toEqual(['none', 'none', 'none', 'none', 'none', 'none'])
  expect([await app.call('tiers.runs', {}), (await app.call('tiers.notices', {})).total]).toEqual([[], 0])
  const other = await app.call('tiers.preview', { policyId: 'TIER-S3@1' as PolicyId })
  expect(other.changes.map(({ card, to }) => [card, to])).toEqual(
    [
      ['T1', 'gold'],
      ['T5', 'silver'],
      ['T3', 'silver'],
    ].sort(),
  )
})

onEveryEngine('S3-41 rating twice on one day changes nothing the second time', async (app) => {
  await app.as('lead')
  await bring(app, [...FLYERS, { card: 'T7', tier: 'gold' }])
  expect((await app.call('tiers.run', {})).changed).toBe(4)
  const before = await standing(app)
  app.wait(1000)
  expect(await app.call('tiers.run', {})).toMatchObject({ rated: 7, changed: 0, changes: [] })
  expect(await standing(app)).toEqual(before)
  expect((await app.call('tiers.runs', {})).map(({ rated, changed, policyId }) => [rated, changed, policyId])).toEqual([
    [7, 0, 'TIER-MF@1'],
    [7, 4, 'TIER-MF@1'],
  ])
})

describe('S3-34 S3-31 S3-32 S3-33 the conditions combine', () => {
  const people: Facts[] = [
    { card: 'A', period: '2026-09', distanceKm: 50_000, spendFen: '10000.00', partnerSpendFen: '9000.00' },
    { card: 'B', period: '2026-09', distanceKm: 10_000, spendFen: '15000.00', partnerSpendFen: '5000.00' },
    { card: 'C', period: '2026-09', distanceKm: 50_000, spendFen: '20000.00', points: 600 },
    { card: 'D', level: 'Star', points: 599 },
  ]
  const distance: TierRule = { measure: 'distanceKm', atLeast: 50_000 }
  const spend: TierRule = { measure: 'totalSpendFen', atLeast: 2_000_000 }
  const cases: [title: string, rule: TierRule, gold: string][] = [
    ['any of distance and spend with partners', { any: [distance, spend] }, 'ABC'],
    ['all of distance and spend', { all: [distance, spend] }, 'C'],
    [
      'spend, and distance or segments',
      { all: [spend, { any: [distance, { measure: 'segments', atLeast: 1 }] }] },
      'C',
    ],
    ['points alone', { measure: 'points', atLeast: 600 }, 'C'],
    [
      'a weighted sum of both',
      {
        weighted: [
          { measure: 'distanceKm', per: 50_000, weight: 50 },
          { measure: 'totalSpendFen', per: 2_000_000, weight: 50 },
        ],
        atLeast: 97,
      },
      'AC',
    ],
    ['the level in the programme of the airline', { levels: ['Star', 'Nova'] }, 'D'],
  ]
  for (const [title, rule, gold] of cases) {
    onEveryEngine(`as ${title}`, async (app) => {
      await useRule(app, rule)
      await app.as('lead')
      await bring(app, people)
      await app.call('tiers.run', {})
      const now = await standing(app)
      expect(
        Object.keys(now)
          .filter((card) => now[card] === 'gold')
          .join(''),
      ).toBe(gold)
    })
  }
})

onEveryEngine(
  'S3-42 S3-43 S3-30 upgrade, retention and downgrade stand in the history with their figures, and the member is to be told',
  async (app) => {
    await app.as('lead')
    await bring(app, [{ card: 'T1', name: '王伟', period: '2026-09', distanceKm: 60_000 }])
    // Whatever language the rating was run in, each reader gets the reason in their own.
    await app.call('tiers.run', { language: 'en' })
    const id = await idOf(app, 'T1')
    const vipReason = {
      zh: '达到金卡升级标准（近12个月）：飞行里程60,000公里 ≥ 60,000公里',
      en: 'Gold entry met (last 12 months): distance 60,000 km ≥ 60,000 km',
    }
    const row = (await app.call('members.page', {}))[0]
    expect(row).toMatchObject({ tier: 'gold', vipSince: app.now(), vipReason })
    expect((await app.call('members.view', { id })).member).toMatchObject({ vipReason })
    const [kept] = await inStore(app, (db) => db.selectFrom('members').select('vipReason').execute())
    expect(JSON.parse(kept?.vipReason ?? '')).toMatchObject({
      kind: 'rating',
      reasons: [{ tier: 'gold', isMet: true }],
    })
    // Two years on, 110,000 km in 24 months keep gold; two more without a flight end it.
    app.setNow(Date.parse('2028-10-01T09:00:00+08:00'))
    await app.signIn('boss')
    await app.as('lead')
    await bring(app, [{ card: 'T1', name: '王伟', period: '2027-05', distanceKm: 110_000 }])
    expect(await app.call('tiers.run', {})).toMatchObject({
      changed: 1,
      changes: [{ change: 'retain', validUntil: '2030-10-31' }],
    })
    app.setNow(Date.parse('2030-11-01T09:00:00+08:00'))
    await app.signIn('boss')
    await app.as('agent')
    expect(await app.call('tiers.history', { memberId: id })).toMatchObject({
      tier: 'gold',
      next: { tier: 'platinum', isMet: false },
      outlook: { tier: 'none', change: 'downgrade' },
    })
    await app.as('lead')
    await app.call('tiers.run', {})
    const { changes, tier } = await app.call('tiers.history', { memberId: id, language: 'en' })
    expect(tier).toBe('none')
    expect(
      changes.map(({ from, to, change, validUntil, text }) => [from, to, change, dayOf(validUntil), text]),
    ).toEqual([
      [
        'gold',
        'none',
        'downgrade',
        null,
        'Gold retention missed (last 24 months): distance 0 km < 110,000 km, segments 0 < 70',
      ],
      ['gold', 'gold', 'retain', '2030-10-31', 'Gold retention met (last 24 months): distance 110,000 km ≥ 110,000 km'],
      ['none', 'gold', 'entry', '2028-09-30', 'Gold entry met (last 12 months): distance 60,000 km ≥ 60,000 km'],
    ])
    await app.as('agent')
    const { rows, total } = await app.call('tiers.notices', {})
    expect(rows.map(({ kind, text }) => [kind, text])).toEqual([
      [
        'upgrade',
        '王伟，您好！自2026年9月30日起，您的会员等级由普通会员升级为金卡，有效期至2028年9月30日。感谢您的支持！',
      ],
      ['retain', '王伟，您好！您的金卡等级已成功保级，有效期至2030年10月31日。感谢您的支持！'],
      [
        'downgrade',
        '王伟，您好！您的金卡等级已到期，本期未达到保级标准，自2030年11月1日起转为普通会员。期待再次为您提供贵宾服务。',
      ],
    ])
    expect(total).toBe(3)
    const told = await app.call('tiers.told', { noticeId: rows[0]?.id ?? '' })
    expect(told).toMatchObject({ toldAt: app.now(), toldByName: 'agent' })
    expect(await app.fail('tiers.told', { noticeId: rows[0]?.id ?? '' })).toMatchObject({ rule: 'notice-told' })
    expect((await app.call('tiers.notices', {})).total).toBe(2)
    expect((await app.call('tiers.notices', { state: 'told' })).rows.map((notice) => notice.id)).toEqual([rows[0]?.id])
    // The end of the tier ended the place on the VIP list.
    expect((await app.call('members.page', {}))[0]).toMatchObject({ vipSince: null, vipReason: null })
  },
)

onEveryEngine(
  'S3-30 the manager puts a member on the VIP list by hand, with reason and end; the rating keeps it until then',
  async (app) => {
    await app.as('lead')
    await bring(app, [{ card: 'T1' }])
    const memberId = await idOf(app, 'T1')
    const entry = { memberId, tier: 'platinum' as const, reason: '重要合作单位负责人', until: '2026-12-31' }
    expect(await app.fail('tiers.setManual', entry)).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    expect(await app.fail('tiers.setManual', { ...entry, until: '2026-09-29' })).toMatchObject({
      rule: 'until-in-past',
    })
    expect(await app.call('tiers.setManual', entry)).toMatchObject({
      tier: 'platinum',
      changes: [{ change: 'entry', text: entry.reason, actorName: '王经理' }],
    })
    expect((await app.call('members.page', {}))[0]).toMatchObject({
      tier: 'platinum',
      vipReason: { zh: entry.reason, en: entry.reason },
      vipSince: app.now(),
    })
    expect((await app.call('tiers.run', {})).changed).toBe(0)
    app.setNow(Date.parse('2027-01-01T00:30:00+08:00'))
    await app.signIn('boss')
    expect((await app.call('tiers.run', {})).changes).toMatchObject([
      { from: 'platinum', to: 'none', change: 'downgrade' },
    ])
  },
)

onEveryEngine(
  'S3-31 S3-32 thresholds are set by the manager as a new version with its source, in force from a day that is not past',
  async (app) => {
    const base = await app.call('tiers.policy', {})
    expect(base).toMatchObject({
      id: 'TIER-MF@1',
      state: 'inForce',
      policy: { levels: [{ tier: 'diamond', upgrade: { source: { mark: 'P' } } }, {}, {}, {}] },
    })
    const levels = base.policy.levels.map((level) =>
      level.tier === 'silver'
        ? {
            ...level,
            upgrade: {
              ...level.upgrade,
              rule: {
                any: [
                  { measure: 'distanceKm' as const, atLeast: 30_000 },
                  { measure: 'totalSpendFen' as const, atLeast: 2_000_000 },
                ],
              },
            },
          }
        : level,
    )
    const input = { policyId: base.id, effectiveFrom: '2026-09-30', changes: { levels } }
    await app.as('lead')
    expect(await app.fail('tiers.activate', input)).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    expect(await app.fail('tiers.activate', { ...input, effectiveFrom: '2026-09-29' })).toMatchObject({
      rule: 'policy-in-past',
    })
    expect(await app.fail('tiers.activate', { ...input, changes: { levels: levels.toReversed() } })).toMatchObject({
      rule: 'levels-order',
    })
    const made = await app.call('tiers.activate', input)
    expect(made).toMatchObject({ id: 'TIER-MF@2', state: 'inForce', createdByName: '王经理' })
    expect(made.policy.levels[3]).toMatchObject({
      upgrade: { source: { mark: 'seed', asOf: '2026-09-30', note: { zh: '由王经理设定' } } },
      retain: { source: { mark: 'P' } },
    })
    await app.as('lead')
    await bring(app, [
      { card: 'T1', period: '2026-09', distanceKm: 30_000 },
      { card: 'T2', period: '2026-09', spendFen: '15000', partnerSpendFen: '5000' },
    ])
    expect((await app.call('tiers.run', {})).changes.map(({ card, to }) => [card, to])).toEqual([
      ['T1', 'silver'],
      ['T2', 'silver'],
    ])
    await app.as('manager')
    const later = await app.call('tiers.activate', { policyId: 'TIER-CA@1' as PolicyId, effectiveFrom: '2026-10-08' })
    expect(later).toMatchObject({ id: 'TIER-CA@3', state: 'scheduled' })
    const states = async () =>
      Object.fromEntries((await app.call('tiers.policies', {})).map(({ id, state }) => [id, state]))
    expect(await states()).toEqual({
      'TIER-CA@3': 'scheduled',
      'TIER-MF@2': 'inForce',
      'TIER-MF@1': 'replaced',
      'TIER-CA@1': 'offered',
      'TIER-HU@1': 'offered',
      'TIER-MU-2025@1': 'offered',
      'TIER-S3@1': 'offered',
    })
    app.setNow(Date.parse('2026-10-08T00:00:00+08:00'))
    await app.signIn('boss')
    expect((await app.call('tiers.policy', {})).id).toBe('TIER-CA@3')
  },
)

onEveryEngine('S3-44 the entitlements of each tier are maintained, and agents see them at once', async (app) => {
  const { policy } = await app.call('tiers.policy', {})
  const limousine = {
    id: 'limousine',
    tiers: ['diamond' as const],
    text: { zh: '专车接送', en: 'Limousine' },
    source: { mark: 'seed' as const, asOf: '2026-09-30' },
  }
  await app.call('tiers.setEntitlements', {
    entitlements: [...policy.entitlements.filter(({ id }) => id !== 'hotline'), limousine],
  })
  await bring(app, [{ card: 'T1', period: '2026-09', distanceKm: 150_000 }])
  await app.call('tiers.run', {})
  const memberId = await idOf(app, 'T1')
  await app.as('agent')
  const { entitlements } = await app.call('members.view', { id: memberId })
  expect([entitlements.some(({ id }) => id === 'limousine'), entitlements.some(({ id }) => id === 'hotline')]).toEqual([
    true,
    false,
  ])
  expect(await app.fail('tiers.setEntitlements', { entitlements: [] })).toEqual({ code: 'FORBIDDEN' })
})

onEveryEngine('a cancelled rating leaves every tier as it was', async (app) => {
  await app.as('lead')
  await bring(
    app,
    Array.from({ length: 2500 }, (_, at) => ({ card: `C${at}`, period: '2026-09', distanceKm: 40_000 })),
  )
  app.pushes.push = () => {
    app.engine.cancel('rating')
    return 0
  }
  expect(await app.engine.call('tiers.run', {}, { job: 'rating' })).toEqual({
    ok: false,
    failure: { code: 'CANCELLED' },
  })
  expect([await app.call('members.count', { filter: { tier: 'silver' } }), await app.call('tiers.runs', {})]).toEqual([
    { total: 0 },
    [],
  ])
})

onEveryEngine('S3-33 six platinum years in a row and 750,000 km lead to diamond', async (app) => {
  await app.as('lead')
  app.setNow(Date.parse('2020-09-01T10:00:00+08:00'))
  await app.signIn('boss')
  await bring(app, [
    { card: 'T1', tier: 'platinum' },
    { card: 'T2', tier: 'gold' },
  ])
  await app.call('tiers.setManual', { memberId: await idOf(app, 'T1'), tier: 'platinum', reason: '合作', until: null })
  app.setNow(Date.parse('2026-09-02T10:00:00+08:00'))
  await app.signIn('boss')
  for (const month of ['2020-10', '2021-10', '2022-10']) {
    await bring(app, [
      { card: 'T1', period: month, distanceKm: 250_000 },
      { card: 'T2', period: month, distanceKm: 250_000 },
    ])
  }
  expect(
    (await app.call('tiers.preview', { language: 'en' })).changes.map(({ card, to, reason }) => [card, to, reason]),
  ).toEqual([
    [
      'T1',
      'diamond',
      'Diamond special clause met (last 12 months): years in a row 6 ≥ 6, lifetime distance 750,000 km ≥ 750,000 km',
    ],
    ['T2', 'none', expect.stringContaining('Gold retention missed')],
  ])
})

/** The tier of Xiamen Egret for figures of twelve months, worked out apart from the program. */
function egretTier(km: number, segments: number): string {
  if (km >= 150_000 || segments >= 90) return 'diamond'
  if (km >= 100_000 || segments >= 60) return 'platinum'
  if (km >= 60_000 || segments >= 35) return 'gold'
  return km >= 40_000 || segments >= 20 ? 'silver' : 'none'
}

const loyalty = sharedData('airline-loyalty')
describe.runIf(loyalty !== undefined)('real rows', () => {
  onEveryEngine(
    'S3-35 S3-41 60,000 real member-months are taken in, and all 13,369 members rated from them as a count by hand says',
    async (app) => {
      await app.as('lead')
      const members = {
        columns: { card: 'Loyalty Number', name: { template: 'Member {Loyalty Number}' }, level: 'Loyalty Card' },
      }
      await app.call('imports.members', { file: path.join(loyalty ?? '', 'members.csv'), mapping: members })
      const lines = fs
        .readFileSync(path.join(loyalty ?? '', 'activity.csv'), 'utf8')
        .split(/\r?\n/)
        .slice(0, 60_001)
      const file = path.join(app.folder, 'activity.csv')
      fs.writeFileSync(file, lines.join('\n'))
      const months = { columns: ['Year', 'Month'], format: 'YYYY,M' }
      const mapping = {
        columns: { card: 'Loyalty Number', period: months, distanceKm: 'Distance', segments: 'Total Flights' },
      }
      const read = await app.call('imports.members', { file, mapping })

      const taken = new Map<string, string[]>()
      for (const line of lines.slice(1)) {
        const cells = line.split(',')
        const key = cells.slice(0, 3).join()
        if (!taken.has(key)) taken.set(key, cells)
      }
      expect(read).toMatchObject({ read: 60_000, created: 0, updated: taken.size, rejected: 60_000 - taken.size })
      expect(new Set(read.errors.map(({ reason }) => reason))).toEqual(new Set(['duplicate']))
      const flown = new Map<string, { km: number; segments: number }>()
      for (const [card = '', year, , , , segments, km] of taken.values()) {
        if (year !== '2017') continue
        const sum = flown.get(card) ?? { km: 0, segments: 0 }
        flown.set(card, { km: sum.km + Number(km), segments: sum.segments + Number(segments) })
      }
      const byHand: Record<string, number> = { none: 13_369 - flown.size }
      for (const { km, segments } of flown.values())
        byHand[egretTier(km, segments)] = (byHand[egretTier(km, segments)] ?? 0) + 1
      const { rated, moves } = await app.call('tiers.preview', { at: '2017-12-31' })
      expect(rated).toBe(13_369)
      expect(Object.fromEntries(moves.map(({ to, count }) => [to, count]))).toEqual(byHand)
    },
  )
})
