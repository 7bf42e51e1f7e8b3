import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedTree } from '../src/main/causes/queries.ts'
import { fillSolution } from '../src/main/rules/cause-solution.ts'
import { canChoose, checkTree, countsOf, solutionsFor, suggestedFor } from '../src/main/rules/cause-tree.ts'
import { CATEGORIES } from '../src/shared/cases/words.ts'
import { type CauseNode, type CauseTree, SOLUTION_VARIABLES } from '../src/shared/causes/model.ts'

const SHIPPED = shippedTree()
const node = (code: string, parent: string | null = null, more: Partial<CauseNode> = {}): CauseNode => ({
  code,
  parent,
  name: { zh: code, en: code },
  classes: [],
  isRetired: false,
  ...more,
})
const tree = (...nodes: CauseNode[]): CauseTree => ({ nodes, solutions: [] })
const NONE = new Set<string>()
const problems = (next: CauseTree, before = next, used: ReadonlySet<string> = NONE) =>
  checkTree(next, before, used).map(({ problem, code }) => `${problem} ${code}`)

describe('the shipped tree', () => {
  test('has each class of causes the documents name, with details below', () => {
    const names = ['PROC', 'STAFF', 'INFO', 'CALC', 'CAP', 'EQUIP', 'MGMT'].map((code) => {
      const top = SHIPPED.nodes.find((each) => each.code === code)
      return [top?.name.zh, SHIPPED.nodes.filter((each) => each.parent === code).length > 1]
    })
    expect(names).toEqual([
      ['流程不完善', true],
      ['员工态度与行为', true],
      ['政策宣传不到位', true],
      ['计算错误', true],
      ['能力或覆盖不足', true],
      ['设备故障、质量或兼容性', true],
      ['管理漏洞或合同纠纷', true],
    ])
    expect(problems(SHIPPED)).toEqual([])
  })

  test('S2-58 every class of matters has causes linked to it', () => {
    for (const category of CATEGORIES) expect(suggestedFor(category, SHIPPED).length, category).toBeGreaterThan(0)
    expect(suggestedFor('fare.calculation', SHIPPED)).toContain('CALC-FEE')
    expect(suggestedFor('service.attitude', SHIPPED)).toContain('STAFF-MANNER')
    expect(suggestedFor('fare.calculation', SHIPPED)).not.toContain('CALC')
  })

  test('each of those classes has a prepared solution in both languages, found from every detail', () => {
    for (const { code, parent } of SHIPPED.nodes.filter((each) => each.code !== 'UNKNOWN')) {
      const [first] = solutionsFor(code, SHIPPED)
      expect(first?.cause, code).toBe(parent ?? code)
      expect([first?.text.zh, first?.text.en].every((text) => text && text.length > 20)).toBe(true)
    }
  })
})

test('a changed tree is refused for what would break it', () => {
  const before = tree(node('A1'), node('A2', 'A1'))
  expect(problems(tree(node('A1'), node('A1')))).toContain('codeTwice A1')
  expect(problems(tree(node('A2', 'ZZ')))).toEqual(['parentUnknown A2'])
  expect(problems(tree(node('A1', 'A2'), node('A2', 'A1')))).toEqual(['circle A1', 'circle A2'])
  expect(problems(tree(node('A1'), node('A2', 'A1'), node('A3', 'A2'), node('A4', 'A3')))).toEqual(['tooDeep A4'])
  expect(problems(tree(node('A1', null, { isRetired: true }), node('A2', 'A1')))).toEqual(['retiredParent A2'])
  expect(problems(tree(node('A1', null, { classes: ['flight.delay'] })))).toEqual(['classUnknown A1'])
  expect(problems(tree(node('A1')), before, new Set(['A2']))).toEqual(['usedCodeGone A2'])
  expect(problems(tree(node('A1'), node('A2')), before, new Set(['A2']))).toEqual(['usedCodeMoved A2'])
  expect(problems(tree(node('A1')), before)).toEqual([])
  const solution = {
    id: 's',
    cause: 'A1',
    name: { zh: '', en: '' },
    text: { zh: '{{customer}}', en: '{{ who }}' },
    isRetired: false,
  }
  expect(problems({ nodes: [node('A1')], solutions: [solution, { ...solution, cause: 'B9' }] })).toEqual([
    'solutionTwice s',
    'variableUnknown s',
    'solutionCauseUnknown s',
    'variableUnknown s',
  ])
})

test('whatever tree is saved, no used code is lost and nobody stands above themselves', () => {
  const codes = fc.constantFrom('A1', 'A2', 'A3', 'A4', 'A5')
  const anyNode = fc.record({ code: codes, parent: fc.option(codes, { nil: null }), isRetired: fc.boolean() })
  const anyTree = fc
    .array(anyNode, { minLength: 1, maxLength: 7 })
    .map((list) => tree(...list.map((each) => node(each.code, each.parent, each))))
  fc.assert(
    fc.property(anyTree, anyTree, fc.uniqueArray(codes), (next, before, used) => {
      if (checkTree(next, before, new Set(used)).length > 0) return
      const byCode = new Map(next.nodes.map((each) => [each.code, each]))
      for (const code of used) if (before.nodes.some((each) => each.code === code)) expect(byCode.has(code)).toBe(true)
      for (const { code } of next.nodes) {
        let [steps, above] = [0, byCode.get(code)?.parent ?? null]
        for (; above !== null && steps < 10; steps++) above = byCode.get(above)?.parent ?? null
        expect(steps).toBeLessThan(3)
      }
    }),
    { numRuns: 500 },
  )
})

test('only an exact cause in use is chosen, by the owner or a lead, while the case is open', () => {
  const verdict = (code: string, viewer = { id: 'li', role: 'agent' as 'agent' | 'lead' }, more = {}) => {
    const gone = { ...SHIPPED, nodes: SHIPPED.nodes.map((each) => ({ ...each, isRetired: each.code === 'EXT-ATC' })) }
    const decision = canChoose(viewer, { ownerId: 'li', isOpen: true, ...more }, code, gone)
    return decision.allowed ? 'allowed' : decision.rule
  }
  expect([
    verdict('CALC-FEE'),
    verdict('UNKNOWN'),
    verdict('CALC'),
    verdict('EXT-ATC'),
    verdict('NOPE'),
    verdict('CALC-FEE', { id: 'sun', role: 'agent' }),
    verdict('CALC-FEE', { id: 'sun', role: 'lead' }),
    verdict('CALC-FEE', { id: 'li', role: 'agent' }, { isOpen: false }),
  ]).toEqual([
    'allowed',
    'allowed',
    'cause-not-exact',
    'cause-retired',
    'cause-unknown',
    'case-not-owner',
    'allowed',
    'case-is-closed',
  ])
})

test('what a class counts is what its causes count together, and nothing is counted twice or lost', () => {
  const leaves = SHIPPED.nodes.map(({ code }) => code)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...leaves), fc.integer({ min: 1, max: 50 }))), (found) => {
      const own = new Map<string, number>()
      for (const [code, count] of found) own.set(code, (own.get(code) ?? 0) + count)
      const all = [...own.values()].reduce((sum, count) => sum + count, 0)
      const counts = countsOf(own, SHIPPED)
      const tops = counts.filter(({ code }) => SHIPPED.nodes.find((each) => each.code === code)?.parent === null)
      expect(tops.reduce((sum, { total }) => sum + total, 0)).toBe(all)
      expect(counts.reduce((sum, count) => sum + count.own, 0)).toBe(all)
      for (const { code, own: mine, total } of counts) {
        const below = counts.filter((each) => SHIPPED.nodes.find((one) => one.code === each.code)?.parent === code)
        expect(total).toBe(mine + below.reduce((sum, each) => sum + each.total, 0))
      }
    }),
  )
})

test('a prepared text is filled with what is known and names what is not', () => {
  expect(
    fillSolution('{{customer}}：{{ number }}，{{expected}}', { customer: '陈女士', number: 'TS-1', expected: '' }),
  ).toEqual({
    text: '陈女士：TS-1，{{expected}}',
    missing: ['expected'],
  })
  const variable = fc.constantFrom(...SOLUTION_VARIABLES)
  fc.assert(
    fc.property(fc.array(variable), fc.dictionary(variable, fc.string()), (names, values) => {
      const { text, missing } = fillSolution(names.map((name) => `{{${name}}}`).join('|'), values)
      expect(text).toBe(names.map((name) => values[name] || `{{${name}}}`).join('|'))
      expect(new Set(missing)).toEqual(new Set(names.filter((name) => !values[name])))
    }),
  )
  expect(fillSolution('{{constructor}} {{__proto__}}', {}).missing).toEqual(['constructor', '__proto__'])
})
