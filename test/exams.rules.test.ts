import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import shipped from '../resources/exams/questions.json' with { type: 'json' }
import { allowedFor, canBegin, clockAt, isOverAt, remainingOf } from '../src/main/rules/exam-clock.ts'
import { drawPaper, optionOrder, type PoolItem, seedOf } from '../src/main/rules/exam-draw.ts'
import { columnsOf, readQuestion } from '../src/main/rules/exam-file.ts'
import { bestOf, pointsOf, scoreOf, totalOf } from '../src/main/rules/exam-mark.ts'
import { checkQuestion, isValidOn } from '../src/main/rules/exam-question.ts'
import {
  correlationOf,
  difficultyOf,
  discriminationOf,
  type ItemAnswer,
  itemFiguresOf,
} from '../src/main/rules/exam-statistics.ts'
import { type BlueprintLine, questionDraft } from '../src/shared/exams/model.ts'
import { DIFFICULTIES, QUESTION_KINDS } from '../src/shared/exams/words.ts'
import { MINUTE } from '../src/shared/time.ts'
import { TRAINING_TOPICS } from '../src/shared/training/words.ts'

const seed = fc.integer({ min: 0, max: 0xffffffff })
const few = <T>(list: readonly T[]) => fc.constantFrom(...list.slice(0, 3))
const pool = fc
  .array(fc.record({ kind: few(QUESTION_KINDS), topic: few(TRAINING_TOPICS), difficulty: few(DIFFICULTIES) }), {
    maxLength: 30,
  })
  .map((list) => list.map((one, number): PoolItem => ({ ...one, id: `q${number}`, number })))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const line = fc.record({
  topic: maybe(few(TRAINING_TOPICS)),
  difficulty: maybe(few(DIFFICULTIES)),
  kind: maybe(few(QUESTION_KINDS)),
  count: fc.integer({ min: 1, max: 4 }),
  points: fc.integer({ min: 1, max: 10 }),
})
const blueprint = fc.array(line, { minLength: 1, maxLength: 4 })
const fits = (item: PoolItem | undefined, { topic, difficulty, kind }: BlueprintLine) =>
  item !== undefined &&
  [topic ?? item.topic, difficulty ?? item.difficulty, kind ?? item.kind].join() ===
    [item.topic, item.difficulty, item.kind].join()

describe('drawing a paper', () => {
  test('asks no question twice, fills every line with its own kind, and is the same for the same seed', () => {
    fc.assert(
      fc.property(blueprint, pool, seed, (lines, items, number) => {
        const drawn = drawPaper(lines, items, number)
        expect(drawPaper(lines, [...items].reverse(), number)).toEqual(drawn)
        expect(new Set(drawn.items.map(({ id }) => id)).size).toBe(drawn.items.length)
        const all = lines.flatMap((one) => Array.from({ length: one.count }, () => one))
        const places = drawn.missing > 0 ? [] : all
        expect(drawn.items).toHaveLength(places.length)
        for (const [place, one] of places.entries()) {
          const item = items.find(({ id }) => id === drawn.items[place]?.id)
          expect(fits(item, one)).toBe(true)
          expect(drawn.items[place]?.outOf).toBe(one.points)
        }
      }),
    )
  })

  test('whether the bank is enough does not hang on the seed, and more questions never hurt', () => {
    fc.assert(
      fc.property(blueprint, pool, seed, seed, (lines, items, one, other) => {
        const { missing } = drawPaper(lines, items, one)
        expect(drawPaper(lines, items, other).missing).toBe(missing)
        const more = [...items, ...items.map((item, i) => ({ ...item, id: `n${i}`, number: 100 + i }))]
        expect(drawPaper(lines, more, one).missing).toBeLessThanOrEqual(missing)
      }),
    )
  })

  test('overlapping lines are filled whenever they can be: the one question of a kind is kept for its own line', () => {
    const rare: PoolItem = { id: 'rare', number: 1, kind: 'short', topic: 'delays', difficulty: 'hard' }
    const other: PoolItem = { id: 'other', number: 2, kind: 'single', topic: 'fares', difficulty: 'easy' }
    const any = { topic: null, difficulty: null, kind: null, count: 1, points: 5 }
    fc.assert(
      fc.property(seed, (number) => {
        const lines = [any, { ...any, kind: 'short' as const }]
        expect(drawPaper(lines, [rare, other], number).items.map(({ id }) => id)).toEqual(['other', 'rare'])
      }),
    )
  })

  test('gives every question a chance', () => {
    const items = Array.from(
      { length: 8 },
      (_, number): PoolItem => ({ id: `q${number}`, number, kind: 'single', topic: 'delays', difficulty: 'easy' }),
    )
    const lines = [{ topic: null, difficulty: null, kind: null, count: 2, points: 1 }]
    const seen = Array.from({ length: 200 }, (_, i) => drawPaper(lines, items, seedOf(i, 'x')).items).flat()
    const counts = items.map(({ id }) => seen.filter((one) => one.id === id).length)
    expect(Math.min(...counts)).toBeGreaterThan(20)
    expect(Math.max(...counts)).toBeLessThan(90)
  })

  test('the options of a question are mixed without losing one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), seed, (count, number) => {
        expect(optionOrder(count, number, false).sort()).toEqual([...Array(count).keys()])
        expect(optionOrder(count, number, true)).toEqual([...Array(count).keys()])
      }),
    )
  })
})

describe('marking', () => {
  const choices = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 })
  const right = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 5 })

  test('several answers: all right ones give the points, some and no wrong one half, any wrong one none', () => {
    fc.assert(
      fc.property(right, choices, fc.integer({ min: 1, max: 20 }), (key, chosen, outOf) => {
        const points = pointsOf({ kind: 'multiple', right: key }, { choices: chosen, text: '' }, outOf) ?? -1
        const wrong = chosen.some((place) => !key.includes(place))
        const expected = wrong || chosen.length === 0 ? 0 : chosen.length === key.length ? outOf : Math.floor(outOf / 2)
        expect(points).toBe(expected)
      }),
    )
  })

  test('one answer is all or nothing, and the order of the choices counts for nothing', () => {
    expect(pointsOf({ kind: 'single', right: [2] }, { choices: [2], text: '' }, 5)).toBe(5)
    expect(pointsOf({ kind: 'single', right: [2] }, { choices: [1], text: '' }, 5)).toBe(0)
    expect(pointsOf({ kind: 'single', right: [2] }, { choices: [2, 1], text: '' }, 5)).toBe(0)
    expect(pointsOf({ kind: 'multiple', right: [0, 2] }, { choices: [2, 0], text: '' }, 5)).toBe(5)
    expect(pointsOf({ kind: 'trueFalse', right: [1] }, null, 5)).toBe(0)
  })

  test('a short answer waits for a person, an empty one does not', () => {
    expect(pointsOf({ kind: 'short', right: [] }, { choices: [], text: '致歉并说明' }, 10)).toBeNull()
    expect(pointsOf({ kind: 'short', right: [] }, { choices: [], text: '  ' }, 10)).toBe(0)
    expect(totalOf([5, null, 3])).toBeNull()
    expect(totalOf([5, 0, 3])).toBe(8)
  })

  test('the score is points of 100, stays between 0 and 100 and never falls when points rise', () => {
    expect([scoreOf(1, 3), scoreOf(2, 3), scoreOf(1, 8), scoreOf(3, 3)]).toEqual([33, 67, 13, 100])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(2000), (outOf, some) => {
        const points = some % (outOf + 1)
        const score = scoreOf(points, outOf)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        if (points < outOf) expect(scoreOf(points + 1, outOf)).toBeGreaterThanOrEqual(score)
      }),
    )
  })

  test('the best attempt counts, of equal ones the first: a retake never takes anything away', () => {
    const attempt = fc.record({ points: fc.nat(20), outOf: fc.constant(20), score: fc.nat(100) })
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 1 }), (list) => {
        const all = list.map((one, i) => ({ ...one, id: `${i}` }))
        const best = bestOf(all)
        expect(best?.points).toBe(Math.max(...list.map(({ points }) => points)))
        expect(best?.points).toBeGreaterThanOrEqual(bestOf(all.slice(0, -1))?.points ?? 0)
      }),
    )
  })
})

describe('the time of an attempt', () => {
  const start = { allowedMs: 30 * MINUTE, elapsedMs: 0, seenAt: 1_000_000_000, clockBackMs: 0 }

  test('only grows, whatever the clock does, and a clock set back gives nothing', () => {
    const moves = fc.array(fc.integer({ min: -90 * MINUTE, max: 20 * MINUTE }), { maxLength: 30 })
    fc.assert(
      fc.property(moves, (list) => {
        let clock = start
        let forward = 0
        for (const move of list) {
          const next = clockAt(clock, clock.seenAt + move)
          forward += Math.max(0, move)
          expect(next.elapsedMs).toBeGreaterThanOrEqual(clock.elapsedMs)
          expect(remainingOf(next)).toBeLessThanOrEqual(remainingOf(clock))
          clock = next
        }
        expect(clock.elapsedMs).toBe(forward)
        expect(clock.clockBackMs).toBe(list.reduce((sum, move) => sum + Math.max(0, -move), 0))
      }),
    )
  })

  test('runs on while the program is not there', () => {
    expect(remainingOf(clockAt(start, start.seenAt + 12 * MINUTE))).toBe(18 * MINUTE)
    expect(isOverAt(start, start.seenAt + 30 * MINUTE)).toBe(true)
    const back = clockAt(clockAt(start, start.seenAt + 20 * MINUTE), start.seenAt - 60 * MINUTE)
    expect({ left: remainingOf(back), seenBack: back.clockBackMs }).toEqual({
      left: 10 * MINUTE,
      seenBack: 80 * MINUTE,
    })
  })

  test('ends where the exam closes', () => {
    expect(allowedFor(60, 0, 45 * MINUTE)).toBe(45 * MINUTE)
    expect(allowedFor(60, 0, 90 * MINUTE)).toBe(60 * MINUTE)
  })

  test('an exam is begun while it is open; a retake needs a marked attempt that did not pass', () => {
    const exam = { state: 'open', opensAt: 10, closesAt: 20, maxAttempts: 2, passMark: 60 } as const
    const ruleOf = (...[attempts, now]: [Parameters<typeof canBegin>[1], number]) => {
      const decision = canBegin(exam, attempts, now)
      return decision.allowed ? 'allowed' : decision.rule
    }
    const marked = (score: number) => ({ state: 'marked', score }) as const
    expect([ruleOf([], 9), ruleOf([], 10), ruleOf([], 20)]).toEqual(['exam-not-open', 'allowed', 'exam-closed'])
    expect(ruleOf([{ state: 'handedIn', score: null }], 15)).toBe('exam-being-marked')
    expect([ruleOf([marked(60)], 15), ruleOf([marked(59)], 15)]).toEqual(['exam-passed', 'allowed'])
    expect(ruleOf([marked(10), marked(20)], 15)).toBe('exam-no-attempts')
    expect(canBegin({ ...exam, state: 'cancelled' }, [], 15)).toMatchObject({ rule: 'exam-cancelled' })
  })
})

describe('item statistics', () => {
  const answer = fc.integer({ min: 0, max: 4 }).chain((points) =>
    fc.record({
      points: fc.constant(points),
      outOf: fc.constant(4),
      total: fc.integer({ min: points, max: 96 + points }),
      totalOutOf: fc.constant(100),
    }),
  )

  test('stay in their ranges, and a question answered better is easier', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 2, maxLength: 60 }), (list) => {
        const difficulty = difficultyOf(list)
        expect(difficulty >= 0 && difficulty <= 1).toBe(true)
        expect(Math.abs(discriminationOf(list))).toBeLessThanOrEqual(1)
        expect(Math.abs(correlationOf(list) ?? 0)).toBeLessThanOrEqual(1)
        expect(difficultyOf([...list, { points: 4, outOf: 4, total: 50, totalOutOf: 100 }])).toBeGreaterThanOrEqual(
          difficulty,
        )
      }),
    )
  })

  test('a question that the best win and the worst lose tells them apart; the other way round its key is doubtful', () => {
    const told = (isRight: (total: number) => boolean): ItemAnswer[] =>
      Array.from({ length: 20 }, (_, i) => ({
        ...{ points: isRight(i) ? 5 : 0, outOf: 5, totalOutOf: 105 },
        total: i * 5 + (isRight(i) ? 5 : 0),
      }))
    expect(itemFiguresOf(told((i) => i >= 10))).toMatchObject({
      ...{ answers: 20, difficulty: 0.5, discrimination: 1, correlation: 0.867, verdict: 'good' },
    })
    expect(itemFiguresOf(told((i) => i < 10))).toMatchObject({ discrimination: -1, verdict: 'wrongKey' })
    expect(itemFiguresOf(told(() => true))).toMatchObject({ difficulty: 1, correlation: null, verdict: 'tooEasy' })
    expect(itemFiguresOf(told(() => false))).toMatchObject({ difficulty: 0, verdict: 'tooHard' })
    expect(itemFiguresOf(told((i) => i % 2 === 0))).toMatchObject({ verdict: 'weak' })
  })

  test('say nothing below ten answers', () => {
    const one: ItemAnswer = { points: 1, outOf: 1, total: 1, totalOutOf: 2 }
    expect(itemFiguresOf(Array(9).fill(one))).toEqual({
      ...{ answers: 9, difficulty: null, discrimination: null, correlation: null, verdict: 'few' },
    })
    expect(itemFiguresOf(Array(10).fill(one)).verdict).toBe('tooEasy')
  })
})

describe('questions', () => {
  test('the starting bank is whole: every question can be asked, in both languages, on every subject', () => {
    for (const { code, ...one } of shipped.questions) {
      const question = questionDraft.parse(one)
      expect({ code, ...checkQuestion(question) }).toEqual({ code, allowed: true })
      expect([question.text, ...question.options].every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
    }
    expect(shipped.questions.length).toBeGreaterThanOrEqual(40)
    expect(new Set(shipped.questions.map(({ topic }) => topic))).toEqual(new Set(TRAINING_TOPICS))
    expect(new Set(shipped.questions.map(({ kind }) => kind))).toEqual(new Set(QUESTION_KINDS))
  })

  test('are asked from their first to their last day', () => {
    const days = { validFrom: '2026-03-01', validUntil: '2026-03-31' }
    const asked = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => isValidOn(days, day))
    expect(asked).toEqual([false, true, true, false])
    expect(isValidOn({ validFrom: null, validUntil: null }, '2026-01-01')).toBe(true)
  })

  test('a row of a table becomes a question, or says what is wrong with it', () => {
    const columns = columnsOf(['题型', '主题', '难度', '题目', '选项', '答案', '解析', '有效期至'])
    if (!columns) throw new Error('no columns')
    const read = (...cells: string[]) => {
      const row = readQuestion(cells, columns)
      return row.ok ? row.question : `${row.field} ${row.reason}`
    }
    expect(
      read('多选题', '航班延误', '中', '延误时应做什么？', 'A. 告知|B. 改签|C. 等待', 'ab', '', '2027-12-31'),
    ).toEqual({
      ...{ kind: 'multiple', topic: 'delays', difficulty: 'medium', right: [0, 1] },
      text: { zh: '延误时应做什么？', en: '' },
      options: ['告知', '改签', '等待'].map((zh) => ({ zh, en: '' })),
      guide: { zh: '', en: '' },
      ...{ validFrom: null, validUntil: '2027-12-31' },
    })
    expect(read('判断题', 'fares', 'easy', '票价可退', '', '错')).toMatchObject({ kind: 'trueFalse', right: [1] })
    expect(read('填空题', '票价', '易', 'x', '', 'A')).toBe('kind unknown-kind')
    expect(read('单选题', '天气', '易', 'x', '甲|乙', 'A')).toBe('topic unknown-topic')
    expect(read('单选题', '票价', '易', 'x', '甲|乙', 'C')).toBe('right question-right')
    expect(read('单选题', '票价', '易', 'x', '甲', 'A')).toBe('options question-options')
    expect(read('判断题', '票价', '易', 'x', '', '也许')).toBe('right unreadable-answer')
    expect(read('判断题', '票价', '易', 'x', '', '对', '', '明年')).toBe('validUntil unreadable-cell')
    expect(columnsOf(['题型', '题目'])).toBeUndefined()
  })
})
