import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, openDemo, SMALL } from './demo-store.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo(SMALL)
}, 240_000)
afterAll(async () => demo.remove())

test('the demo shows a team at work: a meeting with tasks, matters, plans, guidance, to-dos', async () => {
  const { people } = await demo.call('floor.show', {})
  expect(people.length).toBeGreaterThan(3)
  const [meeting] = await demo.call('meetings.list', {})
  expect(meeting).toMatchObject({ state: 'published', tasks: 3, unread: 1 })
  expect((await demo.call('matters.list', {})).map(({ log }) => log.length)).toEqual([2])
  expect((await demo.call('workPlans.list', {})).map(({ items }) => items.length)).toEqual([2])
  expect(await demo.call('strategies.list', {})).toHaveLength(1)
  expect(await demo.call('guidance.list', {})).toHaveLength(2)
  expect((await demo.call('todos.list', {})).length).toBeGreaterThan(0)
  const { tiers } = await demo.call('analysis.members', {})
  expect(tiers.reduce((sum, { members }) => sum + members, 0)).toBeGreaterThan(0)
})
