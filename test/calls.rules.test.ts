import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phoneForms, storedPhone } from '../src/main/calls/phone.ts'
import { callBackDueAt, mayGiveUp } from '../src/main/rules/call-back.ts'
import { CALL_STEPS, type CallStep, checkRecord, ringingCall, stepCall } from '../src/main/rules/call-flow.ts'
import { takenPart } from '../src/main/rules/call-transfer.ts'
import { familyName, type Greeted, greetingFor, titleOf } from '../src/main/rules/greeting.ts'
import { judgeRings } from '../src/main/rules/ring.ts'
import type { CallFlow } from '../src/shared/calls/model.ts'
import {
  CALL_DIRECTIONS,
  CALL_RESULT_NAMES,
  CALL_RESULTS,
  CALL_STATES,
  type CallState,
} from '../src/shared/calls/words.ts'
import { DEFAULT_SETTINGS } from '../src/shared/settings/contract.ts'

const SECOND = 1000
const START = Date.parse('2026-09-30T10:00:00+08:00')

/** Takes steps at seconds after the first ring; a step that is refused gives its rule. */
function play(steps: [CallStep, number][], direction: 'inbound' | 'outbound' = 'inbound'): CallFlow | string {
  let call = ringingCall(direction, START)
  for (const [step, at] of steps) {
    const stepped = stepCall(call, step, START + at * SECOND)
    if (!stepped.allowed) return `${stepped.rule} ${call.state} ${step}`
    call = stepped.call
  }
  return call
}

describe('S3-20 the steps of a call', () => {
  test('answered, held, resumed, hung up and written up: each span is measured', () => {
    const steps: [CallStep, number][] = [
      ['answer', 6],
      ['hold', 66],
      ['resume', 96],
      ['hangUp', 126],
      ['finish', 186],
    ]
    expect(play(steps)).toEqual({
      direction: 'inbound',
      state: 'done',
      startedAt: START,
      answeredAt: START + 6 * SECOND,
      endedAt: START + 126 * SECOND,
      wrapUpEndedAt: START + 186 * SECOND,
      heldSince: null,
      waitMs: 6 * SECOND,
      talkMs: 90 * SECOND,
      holdMs: 30 * SECOND,
      wrapUpMs: 60 * SECOND,
    })
  })

  test('a caller who is hung up on hold counts as held until then', () => {
    expect(
      play([
        ['answer', 3],
        ['hold', 10],
        ['hangUp', 25],
      ]),
    ).toMatchObject({ state: 'wrapUp', talkMs: 7 * SECOND, holdMs: 15 * SECOND, heldSince: null })
  })

  test('a caller who gives up while it rings has waited and was not spoken to', () => {
    expect(play([['abandon', 31]])).toMatchObject({
      state: 'abandoned',
      answeredAt: null,
      waitMs: 31 * SECOND,
      talkMs: 0,
    })
  })

  test('a call the desk made cannot be given up by its caller', () => {
    expect(play([['abandon', 5]], 'outbound')).toBe('call-direction ringing abandon')
    expect(play([['decline', 5]], 'outbound')).toBe('call-direction ringing decline')
    expect(play([['miss', 5]], 'outbound')).toMatchObject({ state: 'missed' })
  })

  const legal: Record<CallState, readonly CallStep[]> = {
    ringing: ['answer', 'miss', 'decline', 'abandon'],
    talking: ['hold', 'hangUp', 'transfer'],
    held: ['resume', 'hangUp', 'transfer'],
    wrapUp: ['finish'],
    done: [],
    missed: [],
    abandoned: [],
  }
  test.each(CALL_STATES)('from %s only the legal steps lead on', (state) => {
    const call: CallFlow = {
      ...ringingCall('inbound', START),
      state,
      answeredAt: START,
      heldSince: state === 'held' ? START : null,
    }
    const taken = CALL_STEPS.filter((step) => stepCall(call, step, START + 1).allowed)
    expect(taken).toEqual(CALL_STEPS.filter((step) => legal[state].includes(step)))
  })

  const walk = fc.array(
    fc.record({ step: fc.constantFrom(...CALL_STEPS), wait: fc.integer({ min: -5_000, max: 3_600_000 }) }),
    { maxLength: 40 },
  )

  test('S3-48 whatever is pressed and wherever the clock jumps, the spans add up and none is negative', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CALL_DIRECTIONS), walk, (direction, moves) => {
        let call = ringingCall(direction, START)
        let clock = START
        for (const { step, wait } of moves) {
          clock += wait
          const before = call
          const stepped = stepCall(call, step, clock)
          if (!stepped.allowed) continue
          call = stepped.call
          expect(legal[before.state]).toContain(step)
          expect(Math.min(call.waitMs, call.talkMs, call.holdMs, call.wrapUpMs)).toBeGreaterThanOrEqual(0)
          expect((call.heldSince !== null) === (call.state === 'held')).toBe(true)
          const end = call.wrapUpEndedAt ?? call.endedAt
          if (end !== null) expect(call.waitMs + call.talkMs + call.holdMs + call.wrapUpMs).toBe(end - call.startedAt)
          if (call.answeredAt !== null) expect(call.waitMs).toBe(call.answeredAt - call.startedAt)
        }
      }),
    )
  })

  test('a call that the program did not see the end of: the time until somebody wrote it up is neither talk nor wrap-up', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(1e8), fc.nat(1e6), (talk, held, gap, writing) => {
        let call = ringingCall('inbound', START)
        let at = START
        const take = (step: CallStep, gapMs = 0) => {
          const stepped = stepCall(call, step, at, gapMs)
          if (!stepped.allowed) expect.fail(stepped.rule)
          call = stepped.call
        }
        take('answer')
        at += talk
        take('hold')
        at += held
        take('hangUp')
        at += gap + writing
        take('finish', gap)
        const { talkMs, holdMs, wrapUpMs } = call
        expect({ talkMs, holdMs, wrapUpMs }).toEqual({ talkMs: talk, holdMs: held, wrapUpMs: writing })
      }),
    )
  })

  test('a call that is handed on loses no moment: each part begins where the one before it ended', () => {
    const hand = fc.record({
      kind: fc.constantFrom('warm', 'cold'),
      talk: fc.nat(1e6),
      hold: fc.nat(1e6),
      waiting: fc.nat(1e6),
    })
    fc.assert(
      fc.property(fc.array(hand, { minLength: 1, maxLength: 6 }), fc.nat(1e6), (hands, last) => {
        let at = START
        let call = ringingCall('inbound', START)
        const spans: number[] = []
        const take = (step: CallStep, when: number) => {
          const stepped = stepCall(call, step, when)
          if (!stepped.allowed) expect.fail(stepped.rule)
          call = stepped.call
        }
        const spent = () => call.waitMs + call.talkMs + call.holdMs
        take('answer', at)
        for (const { kind, talk, hold, waiting } of hands) {
          at += talk
          take('hold', at)
          at += hold
          const givenAt = at
          if (kind === 'cold') take('transfer', givenAt)
          at += waiting
          if (kind === 'warm') take('transfer', at)
          spans.push(spent())
          const part = takenPart(kind, givenAt, at)
          if (!part.allowed) expect.fail(part.rule)
          expect(part.call.startedAt).toBe(call.endedAt)
          call = part.call
        }
        at += last
        take('hangUp', at)
        spans.push(spent())
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(at - START)
      }),
    )
  })
})

describe('calling back', () => {
  const settings = DEFAULT_SETTINGS
  const ended = { endedAt: START }

  test('an unanswered caller is called back within the minutes of their tier, unless the number is hidden', () => {
    const due = ([null, 'silver', 'gold', 'platinum', 'diamond'] as const).map((tier) =>
      callBackDueAt(ended, '+8613812345678', settings, tier),
    )
    expect(due.map((at) => ((at ?? 0) - START) / (60 * SECOND))).toEqual([15, 15, 15, 10, 5])
    expect(callBackDueAt(ended, '', settings, 'diamond')).toBeUndefined()
  })

  test('nobody is given up before the set number of tries', () => {
    expect([0, 2, 3, 4].map((tries) => mayGiveUp(tries, settings).allowed)).toEqual([false, false, true, true])
  })
})

describe('S3-47 answered within the set rings', () => {
  const target = { maxRings: 3, secondsPerRing: 3 }
  test('a ring that has begun counts; the telephone’s own count goes first', () => {
    const waits = [0, 3, 9, 9.001, 12].map((waitSeconds) => judgeRings({ waitSeconds }, target))
    expect(waits.map((verdict) => [verdict?.rings, verdict?.isInTime])).toEqual([
      [0, true],
      [1, true],
      [3, true],
      [4, false],
      [4, false],
    ])
    expect(judgeRings({ rings: 2, waitSeconds: 60 }, target)).toEqual({ isInTime: true, rings: 2, maxRings: 3 })
  })
})

describe('S3-70 every contact is recorded: question, process, result', () => {
  test('all three must say something', () => {
    const full = { question: '改签', process: '查询航班', result: '已改签' }
    expect(checkRecord(full)).toEqual({ allowed: true })
    for (const field of ['question', 'process', 'result'] as const) {
      expect(checkRecord({ ...full, [field]: ' \n ' })).toEqual({
        allowed: false,
        rule: 'call-record-incomplete',
        params: { field },
      })
    }
  })

  test('every result has a name in both languages', () => {
    expect(CALL_RESULTS.filter((code) => !CALL_RESULT_NAMES[code].zh || !CALL_RESULT_NAMES[code].en)).toEqual([])
  })
})

describe('S3-49 the standard greeting', () => {
  const person = (change: Partial<Greeted>): Greeted => ({
    name: '王小明',
    gender: 'male',
    language: 'zh-CN',
    formOfAddress: '',
    latinFamilyName: 'Wang',
    ...change,
  })
  const said = (who: Greeted | null) => greetingFor(DEFAULT_SETTINGS.greeting, who).text

  test('in the member’s language and form of address', () => {
    expect([
      said(person({})),
      said(person({ gender: 'female' })),
      said(person({ formOfAddress: '王总' })),
      said(person({ language: 'en' })),
      said(person({ language: 'en', gender: 'female' })),
      said(person({ language: 'ja', name: 'Tanaka Yuki', gender: 'unknown' })),
      said(person({ language: 'zh-HK', name: '欧阳修' })),
    ]).toEqual([
      '王先生您好，航空公司VIP客服为您服务，请问有什么可以帮您？',
      '王女士您好，航空公司VIP客服为您服务，请问有什么可以帮您？',
      '王总您好，航空公司VIP客服为您服务，请问有什么可以帮您？',
      'Good day Mr Wang, this is the VIP desk. How may I help you?',
      'Good day Ms Wang, this is the VIP desk. How may I help you?',
      'Good day Tanaka Yuki, this is the VIP desk. How may I help you?',
      '欧阳先生您好，航空公司VIP客服为您服务，请问有什么可以帮您？',
    ])
  })

  test('a stranger is greeted without a name and without a gap', () => {
    expect(said(null)).toBe('您好，航空公司VIP客服为您服务，请问有什么可以帮您？')
    expect(greetingFor({ 'zh-CN': '{title}，您好', en: 'x' }, null).text).toBe('您好')
    expect(
      greetingFor(
        { 'zh-CN': 'x', en: 'Good day {title}, hello' },
        person({ language: 'en', gender: 'unknown', latinFamilyName: '' }),
      ).text,
    ).toBe('Good day, hello')
  })

  test('a form of address in Chinese is not said in an English greeting', () => {
    expect(titleOf(person({ formOfAddress: '李博士' }), 'en')).toBe('Mr Wang')
    expect(titleOf(person({ formOfAddress: 'Dr Wang' }), 'en')).toBe('Dr Wang')
  })

  test('family names as they are written on cards and tickets', () => {
    expect(
      ['王小明', '司徒雷登', '司徒', 'Anna Smith', 'SMITH/ANNA MS', 'Smith, Anna', '阿卜杜拉·买买提', ''].map(
        familyName,
      ),
    ).toEqual(['王', '司徒', '司', 'Smith', 'SMITH', 'Smith', '阿卜杜拉·买买提', ''])
  })

  test('a name that looks like a place for a name is said as it is', () => {
    expect(greetingFor({ 'zh-CN': '{name}您好', en: 'x' }, person({ name: '{title}' })).text).toBe('{title}您好')
  })
})

describe('telephone numbers', () => {
  test('one number, however it is written', () => {
    const written = [
      '13812345678',
      '+86 138 1234 5678',
      '0086-138-1234-5678',
      '010-1234 5678',
      '+44 20 7946 0018',
      '',
      '95530',
    ]
    expect(written.map(storedPhone)).toEqual([
      '+8613812345678',
      '+8613812345678',
      '+8613812345678',
      '01012345678',
      '+442079460018',
      '',
      '95530',
    ])
  })

  test('it is found in whatever form a file holds it', () => {
    expect(phoneForms('+8613812345678')).toEqual(['+8613812345678', '8613812345678', '13812345678'])
    expect(phoneForms('')).toEqual([])
  })
})
