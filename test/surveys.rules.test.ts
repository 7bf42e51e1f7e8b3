import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import shipped from '../resources/policies/surveys-default.json' with { type: 'json' }
import { isPoor, readAnswer, readCell } from '../src/main/rules/survey-answer.ts'
import { creditedTo } from '../src/main/rules/survey-credit.ts'
import { type AskFacts, exclusionOf } from '../src/main/rules/survey-due.ts'
import { checkForm } from '../src/main/rules/survey-form.ts'
import { fillMessage, sideOf } from '../src/main/rules/survey-message.ts'
import { canDecide } from '../src/main/rules/survey-poor.ts'
import { npsOf, scoreOf, shareOf, wilson } from '../src/main/rules/survey-results.ts'
import { drawSample } from '../src/main/rules/survey-sample.ts'
import { type Question, questionnaire } from '../src/shared/surveys/model.ts'
import { DAY } from '../src/shared/time.ts'
import { sharedData } from './rules/shared-data.ts'

const forms = shipped.map(({ body }) => questionnaire.parse(body))
const [handling = questionnaire.parse({}), service = questionnaire.parse({})] = forms

describe('results', () => {
  test('the interval after Wilson has its known values', () => {
    const rounded = (hits: number, count: number) => {
      const { low, high } = wilson(hits, count)
      return [low.toFixed(4), high.toFixed(4)]
    }
    expect([rounded(8, 10), rounded(0, 10), rounded(10, 10), rounded(500, 1000), rounded(0, 0)]).toEqual([
      ['0.4902', '0.9433'],
      ['0.0000', '0.2775'],
      ['0.7225', '1.0000'],
      ['0.4691', '0.5309'],
      ['0.0000', '1.0000'],
    ])
  })

  test('an interval holds its share, stays between 0 and 1, mirrors itself and narrows with more answers', () => {
    const pair = fc
      .integer({ min: 1, max: 5000 })
      .chain((count) => fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count)))
    fc.assert(
      fc.property(pair, ([hits, count]) => {
        const { low, high } = wilson(hits, count)
        const mirror = wilson(count - hits, count)
        const tenfold = wilson(hits * 10, count * 10)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / count)
        expect(high).toBeGreaterThanOrEqual(hits / count)
        expect(mirror.low).toBeCloseTo(1 - high, 10)
        expect(tenfold.high - tenfold.low).toBeLessThan(high - low)
      }),
    )
  })

  test('a recommendation score lies within its interval, and turning the scale round turns its sign', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 200 }), (values) => {
        const { promoters, passives, detractors, count, score, low, high } = npsOf(values)
        expect(promoters + passives + detractors).toBe(count)
        expect(low).toBeLessThanOrEqual(score ?? Number.NaN)
        expect(high).toBeGreaterThanOrEqual(score ?? Number.NaN)
        expect([low >= -100, high <= 100]).toEqual([true, true])
        const turned = npsOf(values.map((value) => (value >= 9 ? 0 : value <= 6 ? 10 : value)))
        expect(turned.score).toBeCloseTo(-(score ?? 0), 9)
        expect(turned.high).toBeCloseTo(-low, 9)
      }),
    )
  })

  test('without answers there is no score, and nothing is claimed about it', () => {
    expect(scoreOf([])).toMatchObject({ count: 0, share: null, mean: null, low: 0, high: 1 })
    expect(npsOf([])).toMatchObject({ count: 0, score: null, low: -100, high: 100 })
    expect(shareOf(0, 0).share).toBeNull()
  })
})

describe('public sets, worked out with the same rules', () => {
  const rowsOf = (folder: string, file: string) =>
    readFileSync(join(folder, file), 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => line.split(','))
  const airline = sharedData('airline-satisfaction')
  const centre = sharedData('call-centre-csat-sla')

  test.runIf(airline !== undefined)('passengers of an airline: items of 1 to 5, where 0 is no answer', () => {
    const [head = [], ...rows] = rowsOf(airline ?? '', 'survey.csv')
    const scale = handling.questions.find(({ id }) => id === 'result') ?? handling.questions[0]
    if (!scale) throw new Error('no scale')
    const read = (item: string) => {
      const place = head.indexOf(item)
      const values = rows.map((row) => readCell(scale, row[place] ?? ''))
      const answers = values.filter((value) => {
        const reading = readAnswer({ ...handling, questions: [scale] }, { [scale.id]: value ?? '' })
        return reading.ok
      })
      const { count, hits, mean } = scoreOf(answers.map(Number))
      return [rows.length, count, hits, mean?.toFixed(4)]
    }
    expect([read('On-board service'), read('Inflight service'), read('Checkin service'), read('Cleanliness')]).toEqual([
      [25976, 25974, 13680, (87946 / 25974).toFixed(4)],
      [25976, 25974, 16328, (94793 / 25974).toFixed(4)],
      [25976, 25976, 12542, (86089 / 25976).toFixed(4)],
      [25976, 25974, 12517, (85363 / 25974).toFixed(4)],
    ])
    const satisfied = rows.filter((row) => row[head.indexOf('satisfaction')] === 'satisfied').length
    const share = shareOf(satisfied, rows.length)
    expect([satisfied, share.low.toFixed(4), share.high.toFixed(4)]).toEqual([11403, '0.4330', '0.4450'])
  })

  test.runIf(centre !== undefined)('contacts of a call centre: scores that are missing are no answers', () => {
    const [head = [], ...rows] = rowsOf(centre ?? '', 'contacts.csv')
    const place = head.indexOf('csat_score')
    const ten: Pick<Question, 'kind' | 'options'> = { kind: 'nps', options: [] }
    const values = rows.flatMap((row) => {
      const value = readCell({ ...ten, id: 'nps' } as Question, row[place] ?? '')
      return typeof value === 'number' ? [value] : []
    })
    const { count, promoters, detractors } = npsOf(values)
    expect([rows.length, count, promoters, detractors]).toEqual([5374, 2002, 280, 1294])
    expect(shareOf(count, rows.length).share).toBeCloseTo(0.3725, 4)
    expect(scoreOf(values).mean).toBeCloseTo(11121 / 2002, 10)
  })
})

describe('questionnaires', () => {
  test('what is shipped is sound', () => {
    expect(forms.map((form) => checkForm(form))).toEqual(forms.map(() => ({ allowed: true })))
  })

  test('each fault is named', () => {
    const change = (id: string, part: Partial<Question>) => ({
      ...service,
      questions: service.questions.map((one) => (one.id === id ? { ...one, ...part } : one)),
    })
    const [first] = service.questions
    const ruleOf = (form: typeof service) => {
      const decision = checkForm(form)
      return decision.allowed ? null : decision.rule
    }
    expect(
      [
        { ...service, questions: first ? [...service.questions, first] : [] },
        change('nps', { kind: 'scale' }),
        change('agent', { measure: 'overall' }),
        change('overall', { poorAt: 5 }),
        change('comment', { poorAt: 1 }),
        change('comment', { kind: 'choice', measure: null }),
        { ...service, questions: service.questions.map((one) => ({ ...one, measure: null })) },
        { ...service, sms: { ...service.sms, zh: '{{ref}}{{pin}}' } },
        { ...service, email: { ...service.email, en: 'Rate us' } },
      ].map(ruleOf),
    ).toEqual([
      'survey-question-twice',
      'survey-measure-kind',
      'survey-measure-twice',
      'survey-poor-at',
      'survey-poor-at',
      'survey-options',
      'survey-no-measure',
      'survey-variable',
      'survey-no-reference',
    ])
  })

  test('an answer is read against its questionnaire; poor answers name their questions', () => {
    const all = { solved: 'partly', result: 2, process: 3, agent: 5, overall: 1, accepted: false, comment: ' 太慢 ' }
    expect(readAnswer(handling, all)).toEqual({
      ok: true,
      answer: {
        values: { ...all, comment: '太慢' },
        measures: { result: 2, process: 3, agent: 5, overall: 1, nps: null, effort: null },
        ...{ accepted: false, solved: 'partly', comment: '太慢', poorOn: ['result', 'overall', 'accepted'] },
      },
    })
    const bad = readAnswer(handling, { ...all, result: 2.5, effort: 8, solved: 'perhaps', nps: 3, agent: '' })
    expect(bad).toEqual({
      ok: false,
      faults: [
        { question: 'nps', reason: 'unknown-question' },
        { question: 'solved', reason: 'value' },
        { question: 'result', reason: 'value' },
        { question: 'agent', reason: 'required' },
        { question: 'effort', reason: 'value' },
      ],
    })
    expect([isPoor({ poorAt: 2 }, 0), isPoor({ poorAt: 0 }, true), isPoor({ poorAt: null }, 1)]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('cells of a file are read in both languages, and nothing is guessed', () => {
    const of = (id: string) => handling.questions.find((one) => one.id === id) as Question
    const read = (id: string, cells: string[]) => cells.map((cell) => readCell(of(id), cell))
    expect(read('result', ['５', '4分', '3.0', '4.5', 'good', '-1'])).toEqual([
      5,
      4,
      3,
      undefined,
      undefined,
      undefined,
    ])
    expect(read('accepted', ['是', 'No', '1', '也许'])).toEqual([true, false, true, undefined])
    expect(read('solved', ['已解决', 'PARTLY', '没有'])).toEqual(['yes', 'partly', undefined])
  })

  test('texts are filled in the member’s language and leave no gap', () => {
    const values = {
      name: '林晓',
      title: '女士',
      number: 'TS1',
      matter: '航班',
      flight: '',
      ref: 'AB12CD',
      until: '2026-10-14',
    }
    const text = fillMessage(handling.sms.zh, values)
    expect(text).toContain('尊敬的林晓女士，关于航班（TS1）')
    for (const form of forms)
      for (const words of [form.sms, form.subject, form.email])
        for (const side of ['zh', 'en'] as const)
          expect(fillMessage(words[side], values)).not.toMatch(/\{\{|\}\}|（）|\(\)/)
    expect(fillMessage('Dear {{title}} {{name}} ({{number}})', { ...values, title: '', number: '' })).toBe('Dear 林晓 ')
    expect(['zh-HK', 'en', 'ja'].map(sideOf)).toEqual(['zh', 'en', 'en'])
  })
})

describe('who is asked', () => {
  const now = 1_000 * DAY
  const facts: AskFacts = {
    ...{ scope: 'service', channel: 'sms', consent: true, hasLeft: false, mobile: '1', email: '', isAsked: false },
    ...{ askedAt: [], now },
  }
  const limits = { gapDays: 30, perYear: 3 }

  test('consent, opt-out, an address, rest between two and a yearly limit decide, in this order', () => {
    const asked = (...days: number[]) => days.map((days) => now - days * DAY)
    const cases: Partial<AskFacts>[] = [
      {},
      { hasLeft: true, consent: false },
      { consent: false },
      { consent: null },
      { consent: null, scope: 'handling' },
      { isAsked: true },
      { channel: 'email' },
      { askedAt: asked(29) },
      { askedAt: asked(31, 100, 200) },
      { askedAt: asked(31, 100, 366) },
    ]
    expect(cases.map((part) => exclusionOf({ ...facts, ...part }, limits))).toEqual([
      ...[null, 'left', 'refused', 'noConsent', null, 'asked', 'noAddress', 'tooSoon', 'tooOften', null],
    ])
  })

  test('S3-110 S4-117 a sample is drawn by its seed alone, never larger than asked for, from those who are there', () => {
    const people = fc.uniqueArray(fc.record({ id: fc.uuid(), agentId: fc.constantFrom('li', 'zhou', null) }), {
      selector: ({ id }) => id,
      maxLength: 60,
    })
    fc.assert(
      fc.property(
        people,
        fc.nat(20),
        fc.nat(),
        fc.constantFrom('all', 'count', 'perAgent'),
        (due, size, seed, kind) => {
          const plan = { kind, size, seed } as const
          const drawn = drawSample(due, plan)
          expect(drawSample([...due].reverse(), plan)).toEqual(drawn)
          expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length)
          expect(drawn.every((one) => due.includes(one))).toBe(true)
          const ofLi = (list: typeof due) => list.filter(({ agentId }) => agentId === 'li').length
          if (kind === 'all') expect(drawn).toHaveLength(due.length)
          if (kind === 'count') expect(drawn).toHaveLength(Math.min(size, due.length))
          if (kind === 'perAgent') expect(ofLi(drawn)).toBe(Math.min(size, ofLi(due)))
        },
      ),
    )
  })

  test('over many seeds everybody is drawn about equally often', () => {
    const due = Array.from({ length: 10 }, (_, i) => ({ id: `p${i}`, agentId: null }))
    const times = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed++)
      for (const { id } of drawSample(due, { kind: 'count', size: 3, seed })) times.set(id, (times.get(id) ?? 0) + 1)
    // 600 are expected of each; five standard deviations are 102.
    for (const { id } of due) expect(Math.abs((times.get(id) ?? 0) - 600)).toBeLessThan(102)
  })

  test('the credit goes to who did the work', () => {
    const of = (source: 'case' | 'call' | 'trip' | 'own', caseOwnerId: string | null, callAgentId: string | null) =>
      creditedTo({ source, caseOwnerId, callAgentId })
    expect([
      of('case', 'li', 'zhou'),
      of('call', 'li', 'zhou'),
      of('trip', 'li', 'zhou'),
      of('own', null, 'zhou'),
    ]).toEqual([...['li', 'zhou', null, 'zhou']])
  })

  test('nobody decides that nothing needs doing about an answer on their own work', () => {
    const facts = { isPoor: true, decision: null, agentId: 'zhao', caseOwnerId: 'zhao' }
    const by = (id: string, role: 'agent' | 'lead' | 'manager', decision: 'followUp' | 'none') => {
      const verdict = canDecide({ id, role }, facts, decision)
      return verdict.allowed ? null : verdict.rule
    }
    expect([by('zhao', 'lead', 'none'), by('sun', 'lead', 'none'), by('zhao', 'lead', 'followUp')]).toEqual([
      ...['survey-none-by-other', null, null],
    ])
    expect([by('zhao', 'agent', 'none'), by('li', 'agent', 'followUp'), by('zhao', 'agent', 'followUp')]).toEqual([
      ...['survey-none-by-lead', 'survey-decision-not-yours', null],
    ])
  })
})
