import { expect, test } from 'vitest'
import { forgetRead, noteRead, useUntoldReads } from '../src/renderer/reads.ts'
import { type Node, nodesIn, rendererSources } from './support/tsx-sources.ts'

const sources = rendererSources().filter(({ text }) => text.includes('useQuery('))

const nameOf = (node: unknown) => (node as { name?: string } | undefined)?.name

/** Names that stand for an empty list while an answer is missing, where the failure of its reading is not looked at. */
function standIns(nodes: Node[]): string[] {
  return nodes
    .filter(({ type, init }) => type === 'VariableDeclarator' && nameOf((init as Node | null)?.callee) === 'useQuery')
    .flatMap(({ id }) => {
      const properties = ((id as Node).properties ?? []) as (Node & { key?: Node; value?: Node })[]
      if (properties.some(({ key }) => nameOf(key) === 'failure')) return []
      return properties
        .filter(({ key, value }) => nameOf(key) === 'data' && value?.type === 'AssignmentPattern')
        .map(({ value }) => nameOf(value?.left) ?? '')
    })
}

/** Whether a condition asks if the list of this name has nothing in it. */
function asksForNothing(condition: unknown, list: string): boolean {
  return nodesIn(condition).some((node) => {
    const { type, operator, left, right } = node as Node & { operator?: string; left?: Node; right?: Node }
    if (type !== 'BinaryExpression' || operator !== '===' || right?.value !== 0) return false
    return nameOf(left?.property) === 'length' && nameOf(left?.object) === list
  })
}

const says = (part: unknown) => nodesIn(part).some(({ type }) => type === 'JSXElement')

/** Where a component says that there is nothing although it cannot know that. */
function untrue({ file, nodes }: (typeof sources)[number]): string[] {
  return standIns(nodes).flatMap((list) =>
    nodes.flatMap((node) => {
      const { type, operator, left, right, test: asked, consequent } = node as Node & { operator?: string }
      const isSaid =
        (type === 'LogicalExpression' && operator === '&&' && asksForNothing(left, list) && says(right)) ||
        ((type === 'IfStatement' || type === 'ConditionalExpression') &&
          asksForNothing(asked, list) &&
          says(consequent))
      return isSaid ? [`${file}: ${list}`] : []
    }),
  )
}

/** Lists that say nothing about what the desk holds, each with the reason. */
const NO_WORD_OF_THE_STORE: Record<string, string> = {
  'knowledge/AnswerHint.tsx: data': 'shows what was used last in place of a proposal',
}

test('nobody says that there is nothing before the desk has answered, or when it could not', () => {
  expect(standIns(sources.flatMap(({ nodes }) => nodes)).length).toBeGreaterThan(30)
  expect(sources.flatMap(untrue).sort()).toEqual(Object.keys(NO_WORD_OF_THE_STORE))
})

const reload = () => {}
const told = () =>
  [...useUntoldReads.getState().reads.values()].map(({ failure, isAwaited }) => ({ failure, isAwaited }))

test('a fault that nobody shows is told until it is read well or its component is gone; a refusal is not told', () => {
  const [one, other] = [{}, {}]
  const failure = { code: 'INTERNAL', ref: 'a1' } as const
  noteRead(one, { failure: undefined, isAwaited: true, reload })
  noteRead(other, { failure, isAwaited: false, reload })
  expect(told()).toEqual([
    { failure: undefined, isAwaited: true },
    { failure, isAwaited: false },
  ])
  noteRead(one, { failure: { code: 'FORBIDDEN' }, isAwaited: false, reload })
  expect(told()).toEqual([{ failure, isAwaited: false }])
  forgetRead(other)
  expect(told()).toEqual([])
  noteRead(one, { failure: { code: 'RULE', rule: 'store-read-failed', params: {} }, isAwaited: false, reload })
  expect(told()).toHaveLength(1)
  noteRead(one, { failure: undefined, isAwaited: false, reload })
  expect(told()).toEqual([])
})
