import { expect, type Page, test } from '@playwright/test'
import { clocks } from './cases.ts'
import { launchDesk, lock, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { storeWithWarnings } from './told-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithWarnings() })
})
test.afterAll(() => desk.close())

const warnings = (page: Page) => page.getByRole('button', { name: '给我的提醒' })

test('S2-117 whoever was asked for a sub-task finds its warning, the case’s owner does not', async () => {
  const { page } = desk
  await signIn(page, 'sun')
  await warnings(page).click()
  const list = page.getByRole('dialog').getByRole('listitem')
  await expect(list).toHaveCount(1)
  await expect(list).toContainText('协办')
  await expect(list).toContainText('50% → 协办人')
  await picture(page, 'told-sub-task')
  await page.keyboard.press('Escape')
  await lock(page)
})

test('S1-45 of two managers one has seen the breach and the other has not, in the explanation as in the trail', async () => {
  const { page } = desk
  await signIn(page, 'li')
  await page.getByRole('grid', { name: '工单' }).getByRole('row').filter({ hasText: '演示：延误五小时' }).dblclick()
  const respond = clocks(page).locator('[data-clock=respond]')
  await respond.getByRole('button').first().click()
  const why = respond.getByRole('region', { name: '为什么是这个时间' })
  const breach = why.getByRole('listitem').filter({ hasText: '100% → 经理' })
  await expect(breach).toContainText(/演示郑经理 .*已阅/)
  await expect(breach).toContainText('王经理 尚未看到')
  await expect(why.getByRole('listitem').filter({ hasText: '50% → 责任人' })).toContainText(/演示李客服 .*已阅/)
  await pictureView(page, 'told-people')
  const trail = page.getByRole('list', { name: '全过程' })
  await expect(trail.getByRole('listitem').filter({ hasText: '响应时限超时' })).toContainText('王经理 尚未看到')
  await trail.getByRole('listitem').filter({ hasText: '响应时限超时' }).scrollIntoViewIfNeeded()
  await picture(page, 'told-trail')
  await lock(page)
  await signIn(page, 'boss')
  await warnings(page).click()
  await expect(page.getByRole('dialog').getByRole('listitem').filter({ hasText: '响应' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await lock(page)
})
