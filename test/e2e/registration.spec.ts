import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import { newCaseByKey, registerCase } from './cases.ts'
import { createStore, launchDesk, type RunningDesk } from './desk.ts'
import { answerOpenDialog, newFile } from './files.ts'
import { pictureView } from './look.ts'
import { choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

test('S5-06 a complaint from the mailbox is registered with its attachment in one go', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await choose(page, page.getByRole('combobox', { name: '渠道' }), '电子邮件')
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await page.getByRole('textbox', { name: '联系电话' }).fill('13800001234')
  const file = newFile('来信.txt')
  fs.writeFileSync(file, '投诉邮件正文（演示数据）：航班延误五小时，无人说明。')
  await answerOpenDialog(desk, file)
  const files = page.getByRole('group', { name: '随登记添加的材料' })
  await files.getByRole('button', { name: '选择文件…' }).click()
  await files.getByRole('textbox', { name: '来信.txt 说明' }).fill('客户邮件')
  await pictureView(page, 'registration-attachment')
  await registerCase(page, {
    kind: '投诉',
    category: '航班延误',
    content: '邮件投诉：航班延误五小时（演示数据）',
    demand: '书面说明',
    ticks: [],
  })
  await expect(page.getByRole('region', { name: '证明材料', exact: true })).toContainText('来信.txt')
})
