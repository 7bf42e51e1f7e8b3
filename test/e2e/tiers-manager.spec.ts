import { expect, test } from '@playwright/test'
import { createStore, launchDesk, openPage, type RunningDesk } from './desk.ts'
import { pictureView } from './look.ts'
import { createMember } from './members.ts'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterEach(() => desk.close())

test('S3-31 S3-44 the manager changes a threshold and an entitlement as new versions', async () => {
  const { page } = desk
  await openPage(page, '等级')
  await page.getByRole('button', { name: '修改为新版本' }).click()
  await page.getByRole('textbox', { name: '不少于' }).first().fill('140000')
  await pictureView(page, 'tier-editor')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByRole('cell', { name: /飞行里程 ≥ 140,000公里/ })).toContainText('本单位')
  await page.getByRole('button', { name: '维护权益' }).click()
  await page.getByRole('button', { name: '增加权益' }).click()
  await page.getByRole('textbox', { name: '权益（中文）' }).first().fill('专车接送')
  await page.getByRole('textbox', { name: '权益（英文）' }).first().fill('Limousine')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByRole('cell', { name: '专车接送' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '版本' })).toHaveValue(/第3版，现行/)
})

test('S3-30 the manager puts a member on the VIP list by hand, on the page of the member, and the history says why', async () => {
  const { page } = desk
  await createMember(page, { card: 'T3', name: '张三' })
  await page.getByRole('button', { name: '人工调整等级' }).click()
  const dialog = page.getByRole('dialog', { name: '人工调整等级' })
  await dialog.getByRole('combobox', { name: '等级' }).click()
  await page.getByRole('option', { name: '白金' }).click()
  await dialog.getByRole('textbox', { name: '理由' }).fill('重要合作单位负责人')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: '查看等级历史' }).click()
  await expect(page.getByRole('list', { name: '等级历史' })).toContainText('重要合作单位负责人 · 王经理')
  await expect(page.getByText(/距钻石卡还差/)).toBeVisible()
  await pictureView(page, 'tier-member')
})
