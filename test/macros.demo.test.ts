import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, openDemo, SMALL } from './demo-store.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo(SMALL)
}, 240_000)
afterAll(async () => demo.remove())

test('the demo has macros of the team, and some of them were used', async () => {
  const macros = await demo.call('macros.list', {})
  expect(macros.map(({ name }) => name.zh).toSorted()).toEqual(
    ['延误首次安抚', '行李延误登记', '高等级会员优先处理', '退票进度告知'].toSorted(),
  )
  expect(macros.every(({ name }) => name.en !== '')).toBe(true)
  expect(macros.reduce((sum, { uses }) => sum + uses, 0)).toBeGreaterThan(0)
})
