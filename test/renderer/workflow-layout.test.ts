import { expect, test } from 'vitest'
import { SHIPPED_WORKFLOWS, shippedWorkflow } from '../../src/main/rules/packs.ts'
import { layOut } from '../../src/renderer/workflow/layout.ts'

test.each(SHIPPED_WORKFLOWS.map((workflow) => [workflow.id, workflow] as const))(
  '%s: every state has a place of its own, and every step that leads on goes down',
  (_, workflow) => {
    const { places, edges, rows } = layOut(workflow)
    expect(places.map(({ id }) => id).sort()).toEqual(workflow.states.map(({ id }) => id).sort())
    expect(new Set(places.map(({ row, offset }) => `${row}/${offset}`)).size).toBe(places.length)
    expect(Math.max(...places.map(({ row }) => row))).toBe(rows - 1)
    const rowOf = new Map(places.map(({ id, row }) => [id, row]))
    for (const { from, to, isBack } of edges)
      expect([from, to, (rowOf.get(to) ?? 0) > (rowOf.get(from) ?? 0)]).toEqual([from, to, !isBack])
  },
)

test('a complaint goes from its draft in the first row to the archive in the last; what most states lead to is said there', () => {
  const { places, fromMany, rows } = layOut(shippedWorkflow('complaint'))
  const rowOf = (id: string) => places.find((place) => place.id === id)?.row
  expect([rowOf('draft'), rowOf('archived'), rowOf('merged')]).toEqual([0, rows - 2, rows - 1])
  const main = [
    'registered',
    'confirmed',
    'assigned',
    'investigating',
    'plan',
    'approval',
    'executing',
    'replied',
    'followUp',
    'closed',
  ]
  expect(main.map(rowOf)).toEqual(main.map(rowOf).toSorted((a, b) => (a ?? 0) - (b ?? 0)))
  expect(main.map((id) => places.find((place) => place.id === id)?.offset)).toEqual(main.map(() => 0))
  expect([...fromMany.keys()].sort()).toEqual(['external', 'merged', 'withdrawn'])
})
