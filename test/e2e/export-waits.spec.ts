import { expect, test } from '@playwright/test'
import { createStore, launchDesk, openPage, type RunningDesk } from './desk.ts'
import { PURPOSE } from './exports.ts'
import { answerSaveDialog, newFile } from './files.ts'
import { pictureView } from './look.ts'
import { createMember } from './members.ts'

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
  await createMember(desk.page, { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: '钻石' })
})
test.afterAll(() => desk.close())

test('S3-133 a copy past its day is told in the header, which leads to it in the register', async () => {
  const { page } = desk
  await openPage(page, '导出与备份')
  await page.getByRole('button', { name: '导出会员历史' }).click()
  const form = page.getByRole('dialog', { name: '导出会员历史' })
  await form.getByRole('combobox', { name: '会员' }).fill('欧阳静怡')
  await page.getByRole('option', { name: /欧阳静怡/ }).click()
  await form.getByRole('textbox', { name: '导出目的' }).fill(PURPOSE)
  await form.getByRole('textbox', { name: '申请人' }).fill('欧阳静怡')
  await form.getByLabel('副本销毁期限').fill('2026-01-05')
  await answerSaveDialog(desk, newFile('history.zip'))
  await form.getByRole('button', { name: '选择位置并导出' }).click()
  await expect(form).toBeHidden()
  const told = page.getByRole('banner').getByRole('button', { name: '逾期未销毁的副本：1' })
  await expect(told).toBeVisible()
  await openPage(page, '审计日志')
  await told.click()
  await expect(page.getByRole('checkbox', { name: '只看逾期未销毁的副本' })).toBeChecked()
  await expect(page.getByRole('row', { name: /欧阳静怡.*逾期未销毁/ })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '逾期未销毁的副本' })).toContainText('登记销毁日期')
  await pictureView(page, 'exports-overdue')
})
