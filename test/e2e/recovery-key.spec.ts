import { expect, test } from '@playwright/test'
import { createStore, expectNoDialog, launchDesk, openPage, PASSWORD, type RunningDesk } from './desk.ts'
import { picture, pictureView } from './look.ts'

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

test('the recovery key is renewed, shown once, and the sheet is tested', async () => {
  const { page } = desk
  await openPage(page, '数据安全')
  await page.getByRole('tab', { name: '数据密钥', exact: true }).click()
  await page.getByRole('button', { name: '更换恢复密钥' }).click()
  const dialog = page.getByRole('dialog', { name: '更换恢复密钥' })
  await dialog.getByRole('textbox', { name: '原因' }).fill('原件遗失')
  await dialog.getByLabel('本人密码').fill(PASSWORD)
  await dialog.getByRole('button', { name: '更换恢复密钥' }).click()
  const shown = page.getByRole('dialog', { name: '请保存恢复密钥' })
  const key = await shown.getByLabel('恢复密钥', { exact: true }).innerText({ timeout: 60_000 })
  await picture(page, 'recovery-key-new')
  await expect(shown.getByRole('button', { name: '完成' })).toBeDisabled()
  await shown.getByRole('checkbox').check()
  await shown.getByRole('button', { name: '完成' }).click()
  await expectNoDialog(page)
  await pictureView(page, 'recovery-key')
  await page.getByRole('button', { name: '测试恢复密钥' }).click()
  const test = page.getByRole('dialog', { name: '测试恢复密钥' })
  await test.getByRole('textbox', { name: '恢复密钥' }).fill(key.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))
  await test.getByRole('button', { name: '测试', exact: true }).click()
  await expect(test.getByRole('alert')).toContainText('恢复密钥有误')
  await test.getByRole('textbox', { name: '恢复密钥' }).fill(key)
  await test.getByRole('button', { name: '测试', exact: true }).click()
  await expect(test.getByRole('status')).toContainText('能打开本数据库')
  await picture(page, 'recovery-key-tested')
  await page.keyboard.press('Escape')
})

test('S3-133 other limits for exports wait for a second person', async () => {
  const { page } = desk
  await openPage(page, '导出与备份')
  await page.getByRole('tab', { name: '导出申请' }).click()
  await expect(page.getByText('达到 5,000 行或 20 位会员的导出须第二人批准')).toBeVisible()
  await page.getByRole('button', { name: '修改限额…' }).click()
  const form = page.getByRole('dialog', { name: '修改双人审批限额' })
  await form.getByRole('textbox', { name: '行数达到' }).fill('800')
  await form.getByRole('textbox', { name: '修改理由' }).fill('名单较小')
  await form.getByRole('button', { name: '提交第二人批准' }).click()
  await expect(page.getByRole('status').filter({ hasText: '等待第二人决定' }).first()).toContainText('800 行')
  await pictureView(page, 'export-limits')
})
