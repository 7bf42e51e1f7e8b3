import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import complaintForm from '../resources/reviews/form-complaint.json' with { type: 'json' }
import { caseFiguresOf, markOfLateness } from '../src/main/rules/review-figures.ts'
import { type Drawable, sampleOf } from '../src/main/rules/review-sample.ts'
import { suspectsIn, withoutPeople } from '../src/main/rules/review-study.ts'
import { checkForm, totalOf } from '../src/main/rules/review-total.ts'
import type { SampleRule } from '../src/shared/reviews/audits.ts'
import { type Marks, type ReviewForm, reviewForm } from '../src/shared/reviews/model.ts'
import { DAY, HOUR } from '../src/shared/time.ts'

const shipped = reviewForm.parse(complaintForm)
const name = { zh: '项', en: 'Item' }

/** Forms of any size, with marks for them; some left out, none critical. */
const marked = fc
  .array(
    fc.record({
      weight: fc.integer({ min: 1, max: 100 }),
      items: fc.array(
        fc.record({ weight: fc.integer({ min: 1, max: 100 }), mark: fc.option(fc.integer({ min: 0, max: 5 })) }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((groups) => {
    const marks: Marks = {}
    const form: ReviewForm = {
      kind: 'call',
      name,
      lateness: [],
      groups: groups.map(({ weight, items }, g) => ({
        ...{ id: `group${g}`, name, weight, requirement: '' },
        items: items.map((item, i) => {
          const id = `item${g}x${i}`
          marks[id] = item.mark
          return { id, name, weight: item.weight, isCritical: false, allowsNa: true, computed: null }
        }),
      })),
    }
    return { form, marks }
  })

const change = (form: ReviewForm, factor: number): ReviewForm => ({
  ...form,
  groups: form.groups.map((group) => ({
    ...group,
    weight: group.weight * factor,
    items: group.items.map((item) => ({ ...item, weight: item.weight * factor })),
  })),
})

describe('the total of a form', () => {
  test('lies between 0 and 100, is 100 for the best marks and 0 for the worst', () => {
    fc.assert(
      fc.property(marked, ({ form, marks }) => {
        const total = totalOf(form, marks)?.total
        const all = (mark: number) => Object.fromEntries(Object.keys(marks).map((id) => [id, mark]))
        expect([totalOf(form, all(5))?.total, totalOf(form, all(0))?.total]).toEqual([100, 0])
        if (total !== undefined) expect(total >= 0 && total <= 100).toBe(true)
      }),
    )
  })

  test('does not fall when a mark rises', () => {
    fc.assert(
      fc.property(marked, fc.nat(), ({ form, marks }, place) => {
        const given = Object.keys(marks).filter((id) => typeof marks[id] === 'number' && (marks[id] ?? 5) < 5)
        const id = given[place % Math.max(1, given.length)]
        if (id === undefined) return
        const better = { ...marks, [id]: (marks[id] ?? 0) + 1 }
        expect(totalOf(form, better)?.total).toBeGreaterThanOrEqual(totalOf(form, marks)?.total ?? 0)
      }),
    )
  })

  test('goes by the proportion of the weights alone', () => {
    fc.assert(
      fc.property(marked, fc.integer({ min: 2, max: 9 }), ({ form, marks }, factor) => {
        expect(totalOf(change(form, factor), marks)).toEqual(totalOf(form, marks))
      }),
    )
  })

  test('is what it would be without the items that do not apply', () => {
    fc.assert(
      fc.property(marked, ({ form, marks }) => {
        const groups = form.groups
          .map((group) => ({ ...group, items: group.items.filter(({ id }) => marks[id] !== null) }))
          .filter(({ items }) => items.length > 0)
        expect(totalOf({ ...form, groups }, marks)?.total).toBe(totalOf(form, marks)?.total)
      }),
    )
  })

  test('is 0 as soon as a critical item fails, however good the rest', () => {
    fc.assert(
      fc.property(marked, fc.nat(), ({ form, marks }, place) => {
        const ids = Object.keys(marks)
        const id = ids[place % ids.length] ?? ''
        const groups = form.groups.map((group) => ({
          ...group,
          items: group.items.map((item) => ({ ...item, isCritical: item.id === id })),
        }))
        const total = totalOf({ ...form, groups }, { ...marks, [id]: 0 })
        expect([total?.total, total?.failedItem]).toEqual([0, id])
      }),
    )
  })
})

describe('the shipped form', () => {
  test('is sound, and not without one of the four standards', () => {
    expect(checkForm(shipped)).toEqual({ allowed: true })
    const groups = shipped.groups.slice(1)
    expect(checkForm({ ...shipped, groups })).toMatchObject({ rule: 'review-form-standard' })
    const twice = { ...shipped, groups: [...shipped.groups, { ...shipped.groups[0], id: 'again' }] } as ReviewForm
    expect(checkForm(twice)).toMatchObject({ rule: 'review-form-twice', params: { id: 'respond' } })
  })

  test('a promise kept in time earns 5, a quarter late 3, twice its limit 1, later nothing', () => {
    expect([0, 1, 25, 26, 100, 101].map((late) => markOfLateness(late, shipped.lateness))).toEqual([5, 3, 3, 1, 1, 0])
  })

  test('a case that was never resolved by a clock counts until it was closed', () => {
    const facts = { receivedAt: 0, registeredAt: HOUR, closedAt: 2 * DAY, round: 2, transfers: 1, escalation: 0 }
    const clock = { kind: 'legal', round: 1, state: 'breached', startedAt: 0, dueAt: DAY } as const
    expect(caseFiguresOf({ ...facts, contacts: 0, evidence: 0, recorded: {}, clocks: [clock] })).toMatchObject({
      handlingMs: 2 * DAY,
      entryMs: HOUR,
      clocks: [{ latePercent: 100, stoppedAt: null }],
    })
  })
})

const RULE: SampleRule = { by: 'all', percent: 20, count: null, always: [], kinds: ['complaint'] }
const people = (size: number): Drawable[] =>
  Array.from({ length: size }, (_, i) => ({
    id: `c${i}`,
    number: `TS-${String(i).padStart(5, '0')}`,
    agentId: `a${i % 3}`,
    marks: i % 10 === 0 ? ['major'] : [],
  }))

describe('a sample', () => {
  test('is the same for the same seed, in whatever order the population comes', () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), fc.integer({ min: 1, max: 60 }), (seed, size) => {
        const population = people(size)
        const backwards = [...population].reverse()
        expect(sampleOf(backwards, RULE, seed)).toEqual(sampleOf(population, RULE, seed))
      }),
    )
  })

  test('has the size its rule says, nothing twice, and all that is always taken', () => {
    fc.assert(
      fc.property(
        fc.nat(0xffff_ffff),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom('all' as const, 'agent' as const),
        (seed, size, count, by) => {
          const population = people(size)
          const rule = { ...RULE, by, percent: null, count, always: ['major' as const] }
          const sample = sampleOf(population, rule, seed)
          const major = population.filter(({ marks }) => marks.length > 0)
          const lots = sample.filter(({ why }) => why === 'lot')
          expect(new Set(sample.map(({ id }) => id)).size).toBe(sample.length)
          expect(sample.filter(({ why }) => why === 'major').map(({ id }) => id)).toEqual(major.map(({ id }) => id))
          const rest = population.filter(({ marks }) => marks.length === 0)
          const heaps = by === 'all' ? [rest] : ['a0', 'a1', 'a2'].map((id) => rest.filter((one) => one.agentId === id))
          expect(lots.length).toBe(heaps.reduce((sum, heap) => sum + Math.min(heap.length, count), 0))
        },
      ),
    )
  })

  test('takes each of ten about as often as the others', () => {
    const taken = new Map<string, number>()
    for (let seed = 0; seed < 3000; seed++)
      for (const { id } of sampleOf(people(10), { ...RULE, percent: null, count: 3 }, seed))
        taken.set(id, (taken.get(id) ?? 0) + 1)
    const counts = [...taken.values()]
    // 900 expected, 25 the standard deviation: within five of them.
    expect([taken.size, Math.min(...counts) > 775, Math.max(...counts) < 1025]).toEqual([10, true, true])
  })
})

describe('a case study', () => {
  const who = {
    people: ['陈晓梅'],
    numbers: ['13800001234', 'EG12345', '880-1234567890', 'ABC123'],
    staff: ['李建国'],
  }

  test('S2-139 names no customer, colleague, number, flight or day', () => {
    const text =
      '陈晓梅（陈女士，13800001234，a@b.cn）2026年9月30日乘HU7609，客票880-1234567890，PNR ABC123，李建国与李经理接待'
    const clean = withoutPeople(text, who)
    expect(clean).toBe(
      '【客户】（【客户】，【号码】，【邮箱】）【日期】乘【航班】，客票【号码】，PNR 【号码】，【员工】与【员工】接待',
    )
    expect(suspectsIn(clean, who)).toEqual([])
    expect(withoutPeople('客户来电', { ...who, people: ['客户'] })).toBe('客户来电')
    expect(suspectsIn(text, who)).toEqual(expect.arrayContaining(['陈晓梅', '陈女士', '李建国', 'HU7609', 'a@b.cn']))
  })

  test('S2-139 what was cleaned holds nothing that would stop its release', () => {
    const piece = fc.constantFrom(
      ...[
        '陈晓梅',
        '陈先生',
        '李建国',
        '13800001234',
        'eg12345',
        'HU 7609',
        '2026-09-30',
        'x.y@z.com',
        '说',
        ' ',
        '，',
      ],
      ...['12345678', 'ABC123', '航班', '赔偿 500 元', '9月1日'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(suspectsIn(withoutPeople(pieces.join(''), who), who)).toEqual([])
      }),
    )
  })
})
