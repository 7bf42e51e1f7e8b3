import { describe, expect, test } from 'vitest'
import { mergeFigures } from '../src/main/rules/import-figures.ts'
import { maskChange } from '../src/main/rules/import-masks.ts'
import { shippedTiers } from '../src/main/rules/packs.ts'
import { lastMomentOf, monthsOf, needsOf, yearsInRow } from '../src/main/rules/tier-facts.ts'
import { noticeText } from '../src/main/rules/tier-notice.ts'
import { nextVersion } from '../src/main/rules/tier-version.ts'
import { vipReasonText } from '../src/main/rules/vip-reason.ts'
import { figureText, reasonsText } from '../src/shared/tiers/sentences.ts'

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)

test('a period counts whole months, the month of the day among them', () => {
  expect([
    monthsOf('rolling12', '2026-09-15'),
    monthsOf('rolling24', '2026-01-31'),
    monthsOf('calendarYear', '2026-09-15'),
  ]).toEqual([
    { from: '2025-10', to: '2026-09' },
    { from: '2024-02', to: '2026-01' },
    { from: '2026-01', to: '2026-09' },
  ])
})

test('a tier is good until the last moment of its last day in Shanghai', () => {
  expect(new Date(lastMomentOf('2028-09-30')).toISOString()).toBe('2028-09-30T15:59:59.999Z')
})

test('a rating reads only what its programme asks for', () => {
  expect([needsOf(shippedTiers('TIER-MF')), needsOf(shippedTiers('TIER-HU'))]).toEqual([
    { periods: ['rolling12', 'rolling24'], lifetime: true, history: true },
    { periods: ['rolling12'], lifetime: false, history: false },
  ])
})

describe('years in a row', () => {
  const rise = { at: at('2019-05-01'), fromTier: 'none', toTier: 'gold' } as const
  const higher = { at: at('2021-03-01'), fromTier: 'gold', toTier: 'platinum' } as const
  test('count from the day the tier, or a lower one for it, was reached', () => {
    expect(yearsInRow([rise, higher], 'platinum', '2026-02-28')).toEqual({ silver: 6, gold: 6, platinum: 4 })
    expect(yearsInRow([rise, higher], 'platinum', '2026-03-01')).toEqual({ silver: 6, gold: 6, platinum: 5 })
  })
  test('begin anew after a fall', () => {
    const fall = { at: at('2022-03-01'), fromTier: 'platinum', toTier: 'silver' } as const
    const again = { at: at('2024-03-01'), fromTier: 'silver', toTier: 'platinum' } as const
    expect(yearsInRow([rise, higher, fall, again], 'platinum', '2026-09-30')).toEqual({
      silver: 7,
      gold: 2,
      platinum: 2,
    })
  })
})

test('a threshold that was changed loses its source, one that stays keeps it', () => {
  const base = shippedTiers('TIER-MF')
  const [top, ...others] = base.levels
  if (!top) throw new Error('no level')
  const changed = { ...top, upgrade: { ...top.upgrade, rule: { measure: 'distanceKm' as const, atLeast: 1 } } }
  const made = nextVersion(
    base,
    { levels: [changed, ...others] },
    { version: 7, effectiveFrom: '2026-10-01', today: '2026-09-30', by: '王经理' },
  )
  expect(made).toMatchObject({
    id: 'TIER-MF',
    version: 7,
    effectiveFrom: '2026-10-01',
    status: 'active',
    entitlements: base.entitlements,
  })
  expect(made.levels[0]?.upgrade.source).toEqual({
    mark: 'seed',
    asOf: '2026-09-30',
    requirement: top.upgrade.source.requirement,
    note: { zh: '由王经理设定', en: 'Set by 王经理' },
  })
  expect([made.levels[0]?.retain.source, made.levels.slice(1)]).toEqual([top.retain.source, others])
})

test('S3-43 members are told in Chinese, members of other languages in English', () => {
  const facts = { name: 'Anna', from: 'gold', to: 'silver', on: '2026-09-30', validUntil: '2027-09-30' } as const
  expect([
    noticeText({ ...facts, kind: 'downgrade', language: 'zh-HK' }),
    noticeText({ ...facts, kind: 'downgrade', language: 'ja' }),
    noticeText({ ...facts, kind: 'upgrade', to: 'diamond', validUntil: null, language: 'en' }),
  ]).toEqual([
    'Anna，您好！您的金卡等级已到期，自2026年9月30日起会员等级调整为银卡，有效期至2027年9月30日。',
    'Dear Anna, your Gold tier has ended; from 2026-09-30 your tier is Silver, valid until 2027-09-30.',
    'Dear Anna, from 2026-09-30 your tier rises from Gold to Diamond, valid without an end. Thank you for flying with us.',
  ])
})

test('a reason names the figures that decided, in either language', () => {
  const missed = { measure: 'totalSpendFen', value: 1_234_550, atLeast: 2_000_000, isMet: false } as const
  const met = { measure: 'segments', value: 20, atLeast: 20, isMet: true } as const
  const reasons = [
    { tier: 'silver', ground: 'retain', period: 'calendarYear', isMet: false, checks: [missed] },
    { tier: 'silver', ground: 'upgrade', period: 'rolling12', isMet: true, checks: [missed, met] },
  ] as const
  expect([
    reasonsText(
      [...reasons].map((one) => ({ ...one, checks: [...one.checks] })),
      'zh',
    ),
    figureText('distanceKm', 1234567, 'en'),
  ]).toEqual([
    '未达到银卡保级标准（本自然年）：消费额（含合作伙伴）¥12,345.5 < ¥20,000；达到银卡升级标准（近12个月）：航段20段 ≥ 20段',
    '1,234,567 km',
  ])
})

test('a figure the row does not name stays as it was', () => {
  const stored = { distanceKm: 100, segments: 2, spendFen: 5, partnerSpendFen: 0, points: 7 }
  expect(mergeFigures(stored, { distanceKm: 120, segments: 2 }, '2026-09')).toEqual({
    figures: { ...stored, distanceKm: 120 },
    changes: [{ field: 'distanceKm', period: '2026-09', before: 100, after: 120 }],
  })
})

test('S3-132 what an import changed shows numbers masked, also inside notes', () => {
  expect([
    maskChange({ field: 'mobile', before: null, after: '+8613812345678' }),
    maskChange({ field: 'documentNo', before: '11010519491231002X', after: 'E12345678' }),
    maskChange({ field: 'notes', before: '', after: '秘书 13812345678' }),
    maskChange({ field: 'city', before: '北京', after: '上海' }),
  ]).toEqual([
    { field: 'mobile', before: null, after: '+86138****5678' },
    { field: 'documentNo', before: '110***********002X', after: 'E1****678' },
    { field: 'notes', before: '', after: '秘书 138****5678' },
    { field: 'city', before: '北京', after: '上海' },
  ])
})

test('a reason that somebody wrote, or that an earlier version kept as a text, is read as it stands', () => {
  const asWritten = (text: string) => expect(vipReasonText(text)).toEqual({ zh: text, en: text })
  for (const text of ['集团董事', '达到金卡升级标准', '{"kind":"rating", 不是数据', '{"kind":"rating","reasons":7}'])
    asWritten(text)
  expect([vipReasonText(null), vipReasonText('')]).toEqual([null, null])
})
