import { expect, test } from '@playwright/test'
import { launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { storeWithOutreach } from './outreach-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithOutreach() })
  await signIn(desk.page, 'li')
})
test.afterAll(() => desk.close())

const openOutreach = async () => {
  await openPage(desk.page, '消息与关怀')
  await desk.page.getByRole('radiogroup', { name: '视图' }).getByText('主动联系', { exact: true }).click()
}

test('S2-149 an agent works the list off by one key for each answer; an opt-out withdraws consent', async () => {
  const { page } = desk
  await openOutreach()
  const next = page.getByRole('region', { name: '现在联系' })
  await expect(next).toContainText('了解近期出行计划')
  await pictureView(page, 'outreach-work')
  await page.getByRole('main').focus()
  await page.keyboard.press('4')
  await expect(page.getByText(/已登记“要求不再联系”，还剩 1 位/)).toBeVisible()
  await expect(page.getByRole('region', { name: '接下来' })).toContainText('无')
  await page.getByRole('main').focus()
  await page.keyboard.press('2')
  await expect(page.getByText('名单上现在没有人')).toBeVisible()
})

test('a manager sees the results and who was left out, stops the campaign with the reason, and starts another', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'boss')
  await openOutreach()
  await page.getByRole('radiogroup', { name: '主动联系视图' }).getByText('活动', { exact: true }).click()
  const grid = page.getByRole('grid', { name: '活动' })
  await grid.getByText('久未乘机关怀（演示）').click()
  const panel = page.getByRole('region', { name: '主动联系', exact: true })
  await expect(panel).toContainText(/要求不再联系\s*1/)
  await expect(panel).toContainText(/接受建议\s*1/)
  await pictureView(page, 'outreach-campaign')
  await panel.getByRole('textbox', { name: '原因' }).fill('台风期间不打扰')
  await panel.getByRole('button', { name: '暂停' }).click()
  await expect(panel).toContainText('已暂停')
  await page.getByRole('button', { name: '发起活动' }).click()
  const form = page.getByRole('dialog', { name: '发起活动' })
  await form.getByRole('textbox', { name: '活动名称' }).fill('生日问候（演示）')
  await form.getByRole('textbox', { name: '联系内容' }).fill('祝生日快乐')
  await picture(page, 'outreach-start')
  await form.getByRole('button', { name: '发起活动' }).click()
  await expect(grid.getByText('生日问候（演示）')).toBeVisible()
})
