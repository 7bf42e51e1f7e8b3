import { expect, test } from '@playwright/test'
import { createStore, launchDesk } from './desk.ts'

test('a newcomer makes a store and stands at the desk', async () => {
  const desk = await launchDesk()
  await desk.page.waitForTimeout(3000)
  await desk.page.screenshot({ path: '/tmp/vd/first.png' })
  await createStore(desk.page)
  await desk.page.screenshot({ path: '/tmp/vd/desk.png' })
  expect(await desk.page.getByRole('navigation').isVisible()).toBe(true)
  await desk.close()
})
