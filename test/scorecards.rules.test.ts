import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../src/main/rules/audit-chain.ts'
import { isInTime, isResolved, shareOut, type WorkedCase } from '../src/main/rules/scorecard-cases.ts'
import {
  canCalibrate,
  canFreeze,
  canGive,
  canHandIn,
  maySeeRanking,
  placesOf,
} from '../src/main/rules/scorecard-life.ts'
import { creditOf, figureOf, ONE_CASE } from '../src/shared/scorecards/credit.ts'
import { INDICATOR_TABLE } from '../src/shared/scorecards/indicators.ts'
import type { Figure, Scheme } from '../src/shared/scorecards/model.ts'
import { bonusOf, combine, divide, gradeOf, type Inputs, scoreOf, WHOLE } from '../src/shared/scorecards/rules.ts'
import { checkScheme, SHIPPED_SCHEME } from '../src/shared/scorecards/scheme.ts'
import { COUNTED, INDICATORS, type Indicator } from '../src/shared/scorecards/words.ts'
import { LEAD, SELF, SUMMARY } from './scorecards-fixtures.ts'

const figure = (indicator: Indicator, value: number, sample = 20): Figure => ({
  ...{ indicator, hits: 0, of: sample, sample, value },
})
const FIGURES = [
  figure('satisfaction', 80),
  figure('resolution', 85),
  figure('complaintTime', 95),
  figure('answerTime', 75),
  figure('handlingTime', 300),
]
const ALL: Inputs = {
  ...{
    scheme: SHIPPED_SCHEME,
    figures: FIGURES,
    customers: { count: 12, mean: 4.2 },
    self: SELF,
    lead: LEAD,
    changes: [],
  },
}

/** Any scheme that is allowed, and any month that it may meet. */
const weights = (parts: number) =>
  fc.array(fc.integer({ min: 0, max: 50 }), { minLength: parts, maxLength: parts }).map((list) => [
    ...divide(
      list.map((weight, key) => ({ key: String(key), weight: weight + 1 })),
      100,
    ).values(),
  ])
const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({ own: weights(INDICATORS.length), raters: weights(3) })
  .map(({ own, raters }) => ({
    ...SHIPPED_SCHEME,
    indicators: Object.fromEntries(
      INDICATORS.map((one, i) => [one, { ...SHIPPED_SCHEME.indicators[one], weight: own[i] ?? 0 }]),
    ) as Scheme['indicators'],
    raters: { self: raters[0] ?? 0, superior: raters[1] ?? 0, customer: raters[2] ?? 0 },
  }))
const mark = fc.integer({ min: 0, max: 100 })
const anyInputs: fc.Arbitrary<Inputs> = fc.record({
  scheme: anyScheme,
  figures: fc.tuple(
    ...COUNTED.map((one) =>
      fc
        .record({ value: fc.double({ min: 0, max: 2000, noNaN: true }), sample: fc.integer({ min: 0, max: 30 }) })
        .map(({ value, sample }) => ({ ...figure(one, value, sample), value: sample === 0 ? null : value })),
    ),
  ),
  customers: fc.record({ count: fc.integer({ min: 0, max: 20 }), mean: fc.double({ min: 1, max: 5, noNaN: true }) }),
  self: fc.option(fc.record({ scores: fc.constant(SELF.scores), comment: fc.constant('') })),
  lead: fc.record({
    adjust: fc.record({
      satisfaction: fc.record({ points: fc.integer({ min: -100, max: 100 }), reason: fc.constant('因') }),
    }),
    teamwork: fc.option(fc.record({ cooperation: mark, sharing: mark, reason: fc.constant('因') })),
    knowledge: fc.option(fc.record({ score: mark, reason: fc.constant('因') })),
    comment: fc.constant('评'),
  }),
  changes: fc.constant([]),
})

describe('S3-102 weights and goals', () => {
  test('the shipped scheme holds, by the client’s four groups', () => {
    expect(checkScheme(SHIPPED_SCHEME)).toEqual({ allowed: true })
    const groups = Object.entries(Object.groupBy(INDICATORS, (one) => INDICATOR_TABLE[one].group))
    expect(
      groups.map(([group, list = []]) => [
        group,
        list.reduce((sum, one) => sum + SHIPPED_SCHEME.indicators[one].weight, 0),
      ]),
    ).toEqual([
      ['service', 40],
      ['efficiency', 25],
      ['knowledge', 20],
      ['teamwork', 15],
    ])
  })

  test('weights that do not make 100 %, a goal below its floor and grades with a hole are refused in words', () => {
    const with20 = (more: Partial<Scheme['indicators']>) => ({
      ...SHIPPED_SCHEME,
      indicators: { ...SHIPPED_SCHEME.indicators, ...more },
    })
    const terms = SHIPPED_SCHEME.indicators.satisfaction
    expect(checkScheme(with20({ satisfaction: { ...terms, weight: 19 } }))).toMatchObject({
      rule: 'scorecard-weights',
      params: { sum: 99 },
    })
    expect(checkScheme({ ...SHIPPED_SCHEME, raters: { self: 10, superior: 65, customer: 30 } })).toMatchObject({
      rule: 'scorecard-raters',
      params: { sum: 105 },
    })
    expect(checkScheme({ ...SHIPPED_SCHEME, raters: { self: 50, superior: 0, customer: 50 } })).toMatchObject({
      rule: 'scorecard-no-superior',
    })
    expect(checkScheme(with20({ satisfaction: { ...terms, goal: 50, floor: 80 } }))).toMatchObject({
      rule: 'scorecard-goal',
    })
    const [best, ...rest] = SHIPPED_SCHEME.grades
    expect(checkScheme({ ...SHIPPED_SCHEME, grades: rest.slice(0, 2) })).toMatchObject({ rule: 'scorecard-grade-end' })
    expect(checkScheme({ ...SHIPPED_SCHEME, grades: [...rest, ...(best ? [best] : [])] })).toMatchObject({
      rule: 'scorecard-grade-order',
    })
  })

  test('100 points at the goal, none at the floor, in proportion between; less is better for time', () => {
    const terms = SHIPPED_SCHEME.indicators
    expect([50, 65, 80, 95].map((value) => scoreOf('satisfaction', value, terms.satisfaction))).toEqual([
      0, 50, 100, 100,
    ])
    expect([200, 300, 600, 900, 1200].map((value) => scoreOf('handlingTime', value, terms.handlingTime))).toEqual([
      100, 100, 50, 0, 0,
    ])
  })
})

describe('S3-107 three raters combined by weight', () => {
  test('every step of an ordinary month', () => {
    const { total, grade, bonusFen, lines, raters } = combine(ALL)
    expect(lines.map(({ indicator, share, counted, superior }) => [indicator, share, counted, superior])).toEqual([
      ['satisfaction', 2000, 100, 100],
      ['resolution', 1000, 100, 100],
      ['complaintTime', 1000, 100, 100],
      ['answerTime', 1500, 50, 50],
      ['handlingTime', 1000, 100, 100],
      ['knowledge', 2000, null, 80],
      ['teamwork', 1500, null, 85],
    ])
    expect(raters).toEqual([
      { rater: 'self', weight: 10, share: 10, points: 90, gap: null },
      // 20 + 10 + 10 + 7.5 + 10 + 16 + 12.75
      { rater: 'superior', weight: 65, share: 65, points: 86.25, gap: null },
      { rater: 'customer', weight: 25, share: 25, points: 80, gap: null },
    ])
    // 9 + 56.0625 + 20
    expect([total, grade, bonusFen]).toEqual([85.06, 'B', 100_000])
  })

  test('what nobody judged and what rests on too few gives its weight to the others, in words', () => {
    const { lines, raters } = combine({
      ...ALL,
      figures: [figure('answerTime', 90), figure('satisfaction', 100, 4)],
      self: null,
      customers: { count: 2, mean: 5 },
    })
    expect(lines.map(({ indicator, share, unjudged }) => [indicator, share, unjudged])).toEqual([
      ['satisfaction', 0, 'small'],
      ['resolution', 0, 'none'],
      ['complaintTime', 0, 'none'],
      ['answerTime', 3000, null],
      ['handlingTime', 0, 'none'],
      ['knowledge', 4000, null],
      ['teamwork', 3000, null],
    ])
    expect(raters.map(({ rater, share, gap }) => [rater, share, gap])).toEqual([
      ['self', 0, 'noSelf'],
      ['superior', 100, null],
      ['customer', 0, 'fewCustomers'],
    ])
  })

  test('without the superior there is no result, and without anything to judge neither', () => {
    expect(combine({ ...ALL, lead: null })).toMatchObject({ total: null, grade: null, bonusFen: null })
    expect(combine({ ...ALL, figures: [], lead: { ...LEAD, teamwork: null, knowledge: null } }).total).toBeNull()
  })

  test('a superior moves a counted score within the limit only; a later change stands in its place', () => {
    const moved = (points: number) =>
      combine({ ...ALL, lead: { ...LEAD, adjust: { answerTime: { points, reason: '系统故障' } } } })
    const superiorOf = (result: ReturnType<typeof combine>) =>
      result.lines.find(({ indicator }) => indicator === 'answerTime')?.superior
    expect([superiorOf(moved(5)), superiorOf(moved(50)), superiorOf(moved(-50))]).toEqual([55, 60, 40])
    expect(superiorOf(combine({ ...ALL, changes: [{ indicator: 'answerTime', to: 70 }] }))).toBe(70)
  })

  test('shares of indicators add up to the whole, those of raters to 100, whatever is missing', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { lines, raters, total } = combine(inputs)
        const sum = lines.reduce((all, { share }) => all + share, 0)
        expect(sum).toBe(total === null ? 0 : WHOLE)
        expect(raters.reduce((all, { share }) => all + share, 0)).toBe(100)
      }),
    )
  })

  test('every score stays within 0 to 100', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { lines, raters, total } = combine(inputs)
        const scores = [
          total,
          ...lines.flatMap(({ counted, superior }) => [counted, superior]),
          ...raters.map(({ points }) => points),
        ]
        for (const score of scores) if (score !== null) expect(score >= 0 && score <= 100).toBe(true)
      }),
    )
  })

  test('a result never falls when an indicator gets better', () => {
    const better = fc.tuple(anyInputs, fc.constantFrom(...COUNTED), fc.double({ min: 0, max: 500, noNaN: true }))
    fc.assert(
      fc.property(better, ([inputs, indicator, by]) => {
        const sign = INDICATOR_TABLE[indicator].better === 'more' ? 1 : -1
        const figures = inputs.figures.map((one) =>
          one.indicator === indicator && one.value !== null ? { ...one, value: one.value + sign * by } : one,
        )
        expect(combine({ ...inputs, figures }).total ?? 0).toBeGreaterThanOrEqual(combine(inputs).total ?? 0)
      }),
    )
  })

  test('a frozen card gives the same result to the last digit whenever it is read again, and has one text only', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const text = canonicalText(JSON.parse(JSON.stringify(inputs)))
        const again: Inputs = JSON.parse(text)
        expect(combine(again)).toEqual(combine(inputs))
        expect(canonicalText(JSON.parse(JSON.stringify(again)))).toBe(text)
      }),
    )
  })

  test('the same inputs give the same result to the last digit, in whatever order the figures come', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        expect(combine({ ...inputs, figures: [...inputs.figures].reverse() })).toEqual(combine(inputs))
      }),
    )
  })
})

describe('S3-95 S3-96 credit for cases', () => {
  test('two parts for the owner, one for everybody else who worked on it', () => {
    expect(creditOf('li', ['li', 'wu'])).toEqual(
      new Map([
        ['li', 6667],
        ['wu', 3333],
      ]),
    )
    expect(creditOf(null, [])).toEqual(new Map())
  })

  test('the credit over a case adds up to one', () => {
    const people = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 })
    fc.assert(
      fc.property(people, fc.option(fc.constantFrom('a', 'z')), (workers, owner) => {
        const parts = [...creditOf(owner, workers).values()]
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(ONE_CASE)
      }),
    )
  })

  test('dividing gives away the whole, exactly', () => {
    const list = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 })
      .filter((all) => all.some((one) => one > 0))
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 100_000 }), (all, whole) => {
        const parts = divide(
          all.map((weight, key) => ({ key: String(key), weight })),
          whole,
        )
        expect([...parts.values()].reduce((sum, one) => sum + one, 0)).toBe(whole)
      }),
    )
  })

  const MONTH = { from: 1000, to: 2000 }
  const base: WorkedCase = {
    ...{ id: 'c', kind: 'complaint', state: 'closed', ownerId: 'li', receivedAt: 900, closedAt: 1500, solved: null },
    entries: [
      { at: 900, actorId: 'li', kind: 'opened', emits: ['registered'] },
      { at: 1000, actorId: 'wu', kind: 'contacted', emits: [] },
      { at: 1400, actorId: 'boss', kind: 'step', emits: ['closed'] },
      { at: 1450, actorId: 'system', kind: 'signal', emits: [] },
    ],
    clocks: [{ kind: 'confirm', state: 'met', dueAt: 1200 }],
  }

  test('closing, approving and giving out is no work on the case; the desk itself works on none', () => {
    expect(shareOut(base, true, MONTH).map(({ userId, behind }) => [userId, behind.credit])).toEqual([
      ['li', 6667],
      ['wu', 3333],
    ])
  })

  test('solved is what was closed in the month, not reopened and not called unsolved', () => {
    expect(isResolved(base, MONTH)).toBe(true)
    expect(isResolved({ ...base, solved: 'no' }, MONTH)).toBe(false)
    expect(
      isResolved(
        { ...base, entries: [...base.entries, { at: 1460, actorId: 'li', kind: 'step', emits: ['reopened'] }] },
        MONTH,
      ),
    ).toBe(false)
    expect(isResolved({ ...base, closedAt: 2000 }, MONTH)).toBeNull()
    expect(isResolved({ ...base, state: 'withdrawn' }, MONTH)).toBeNull()
  })

  test('an open complaint whose limit ran out before the end of the month counts as late; one within its limit not at all', () => {
    const open = { ...base, closedAt: null, state: 'handling' }
    const clock = (state: string, dueAt: number) => ({ ...open, clocks: [{ kind: 'resolve', state, dueAt }] })
    expect(isInTime(base, MONTH)).toBe(true)
    expect(isInTime(clock('running', 1900), MONTH)).toBe(false)
    expect(isInTime(clock('running', 2100), MONTH)).toBeNull()
    expect(isInTime({ ...base, clocks: [{ kind: 'subTask', state: 'breached', dueAt: 1200 }] }, MONTH)).toBeNull()
  })

  test('a share of cases is counted in fractions, a time in seconds', () => {
    const part = { kind: 'case' as const, id: 'c', at: 0, value: null }
    expect(
      figureOf('resolution', [
        { ...part, credit: 6667, isHit: true },
        { ...part, credit: 3333, isHit: false },
      ]),
    ).toEqual({
      ...{ indicator: 'resolution', hits: 0.6667, of: 1, sample: 2, value: 66.67 },
    })
    const call = { kind: 'call' as const, id: 'c', at: 0, credit: ONE_CASE, isHit: true }
    expect(
      figureOf('handlingTime', [
        { ...call, value: 100_000 },
        { ...call, value: 200_500 },
      ]),
    ).toMatchObject({ hits: 300.5, of: 2, value: 150.25 })
    expect(figureOf('answerTime', [])).toMatchObject({ of: 0, sample: 0, value: null })
  })
})

describe('grades, life of a round', () => {
  test('S3-112 the highest grade reached; a bonus never falls when the points rise', () => {
    expect([100, 90, 89.99, 60, 59.99, 0].map((total) => gradeOf(total, SHIPPED_SCHEME)?.code)).toEqual([
      'A',
      'A',
      'B',
      'C',
      'D',
      'D',
    ])
    const bonus = (total: number) => bonusOf(SHIPPED_SCHEME, gradeOf(total, SHIPPED_SCHEME)?.bonusPercent ?? 0)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          expect(bonus(Math.max(a, b))).toBeGreaterThanOrEqual(bonus(Math.min(a, b)))
        },
      ),
    )
  })

  test('what is handed in is complete, and every moved score has its reason within the limit', () => {
    expect(canHandIn(SELF, SUMMARY, SHIPPED_SCHEME)).toEqual({ allowed: true })
    expect(canHandIn({ ...SELF, scores: {} }, SUMMARY, SHIPPED_SCHEME)).toMatchObject({
      rule: 'scorecard-self-missing',
    })
    expect(canHandIn(SELF, { ...SUMMARY, done: '' }, SHIPPED_SCHEME)).toMatchObject({
      rule: 'scorecard-summary-missing',
    })
    const moved = (points: number, reason: string) => ({ ...LEAD, adjust: { answerTime: { points, reason } } })
    expect(canGive(moved(5, ''), SHIPPED_SCHEME, false)).toMatchObject({ rule: 'scorecard-reason-missing' })
    expect(canGive(moved(11, '因'), SHIPPED_SCHEME, false)).toMatchObject({
      rule: 'scorecard-adjust-limit',
      params: { limit: 10 },
    })
    expect(canGive({ ...LEAD, teamwork: null }, SHIPPED_SCHEME, false)).toMatchObject({
      rule: 'scorecard-teamwork-missing',
    })
    expect(canGive(LEAD, SHIPPED_SCHEME, true)).toMatchObject({ rule: 'scorecard-knowledge-known' })
  })

  test('nobody calibrates the own month or the own marks; a month is not frozen over an open appeal', () => {
    expect(canCalibrate({ userId: 'li', leadBy: 'zhao' }, 'zhao')).toMatchObject({ rule: 'scorecard-own-marks' })
    expect(canCalibrate({ userId: 'zhao', leadBy: 'boss' }, 'zhao')).toMatchObject({ rule: 'scorecard-own' })
    expect(canFreeze([{ answer: 'appealed', name: '李' }], 10, 99)).toMatchObject({ rule: 'scorecard-appeal-open' })
    expect(canFreeze([{ answer: 'waiting', name: '李' }], 10, 9)).toMatchObject({
      rule: 'scorecard-answers-open',
      params: { count: 1 },
    })
    expect(canFreeze([{ answer: 'waiting', name: '李' }], 10, 11)).toEqual({ allowed: true })
  })

  test('S3-114 equals share a place, commendations decide between equals, and only those see it whom the scheme names', () => {
    const rows = [
      { id: 'a', total: 80, commendations: 0 },
      { id: 'b', total: 90, commendations: 0 },
      { id: 'c', total: 80, commendations: 1 },
      { id: 'd', total: 80, commendations: 0 },
    ]
    expect(placesOf(rows).map(({ id, place }) => [id, place])).toEqual([
      ['b', 1],
      ['c', 2],
      ['a', 3],
      ['d', 3],
    ])
    expect([
      maySeeRanking('manager', { rankingFor: [] }),
      maySeeRanking('agent', SHIPPED_SCHEME),
      maySeeRanking('lead', SHIPPED_SCHEME),
    ]).toEqual([true, false, true])
  })
})
