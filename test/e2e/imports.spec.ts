import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import { createStore, launchDesk, openPage, type RunningDesk } from './desk.ts'
import { answerOpenDialog, answerSaveDialog, newFile } from './files.ts'
import { pictureView } from './look.ts'

const CSV = [
  '会员卡号,姓名,性别,手机,会员等级,飞行里程,备注',
  'CA1001,王小明,男,13812345678,金卡,12345,靠窗',
  'CA1002,欧阳娜娜,女,13900001111,,80000,',
  'CA1003,李雷,男,12345,,-5,',
  'CA1001,重复的人,,,,,',
].join('\r\n')

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterEach(() => desk.close())

/** Chooses a file that holds this text. */
async function chooseFile(text: string): Promise<void> {
  const file = newFile('会员.csv')
  fs.writeFileSync(file, text)
  await answerOpenDialog(desk, file)
  await desk.page.getByRole('button', { name: '选择文件…' }).click()
}

test('S3-76 members are imported from a table: columns found, errors shown in place, refused rows saved, changes listed', async () => {
  const { page } = desk
  await openPage(page, '导入')
  await page.keyboard.press('Alt+n')
  await chooseFile(CSV)
  const columns = page.getByRole('region', { name: '列的对应' })
  await expect(columns.getByRole('combobox', { name: '卡号', exact: true })).toHaveValue('列：会员卡号')
  const preview = page.getByRole('region', { name: '预览' })
  await expect(preview.getByRole('row').filter({ hasText: 'CA1003' })).toContainText('不是手机号码')
  await expect(preview.getByRole('row').filter({ hasText: 'CA1001' }).last()).toContainText('与文件中第 2 行重复')
  await expect(preview.getByText('已检查前 4 行')).toBeVisible()
  await pictureView(page, 'import-preview')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '导入完成' })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('新增2')
  await pictureView(page, 'import-result')

  const out = newFile('errors.csv')
  await answerSaveDialog(desk, out)
  await page.getByRole('button', { name: '保存被拒绝的行…' }).click()
  await expect(page.getByText('已保存，可修改后重新导入')).toBeVisible()
  expect(fs.readFileSync(out, 'utf8')).toContain('4,手机；里程,手机 不是手机号码；里程 不能为负数,CA1003,李雷')

  await page.getByRole('button', { name: '完成', exact: true }).click()
  await page.getByRole('button', { name: '导入会员' }).click()
  await chooseFile(CSV.replace('13812345678', '13700007777'))
  await expect(preview.getByText('更新 1')).toBeVisible()
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.getByRole('button', { name: '查看变化' }).click()
  await expect(page.getByRole('grid', { name: '变化明细' })).toContainText('手机: +86138****5678 → +86137****7777')
  await pictureView(page, 'import-changes')
})

test('a table without names makes them from a template; a field can have the same value in every row', async () => {
  const { page } = desk
  await openPage(page, '导入')
  await page.getByRole('button', { name: '导入会员' }).click()
  await chooseFile('Loyalty Number,Loyalty Card\r\n100018,Star\r\n100102,Nova\r\n')
  await expect(page.getByText('未对应姓名：只更新已有会员，不新增。')).toBeVisible()
  const columns = page.getByRole('region', { name: '列的对应' })
  await columns.getByRole('combobox', { name: '姓名', exact: true }).click()
  await page.getByRole('option', { name: '模板…' }).click()
  await columns.getByRole('textbox', { name: '姓名的模板' }).fill('会员{Loyalty Number}')
  await columns.getByRole('combobox', { name: 'VIP等级', exact: true }).click()
  await page.getByRole('option', { name: '列：Loyalty Card' }).click()
  await columns.getByRole('textbox', { name: 'VIP等级的用语对应' }).fill('Star=金卡；Nova=银卡')
  await columns.getByRole('combobox', { name: '省份', exact: true }).click()
  await page.getByRole('option', { name: '固定值…' }).click()
  await columns.getByRole('textbox', { name: '省份的固定值' }).fill('北京')
  const first = page.getByRole('region', { name: '预览' }).getByRole('row').filter({ hasText: '会员100018' })
  await expect(first).toContainText('金卡')
  await expect(first).toContainText('北京')
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('status')).toContainText('新增2')
})
