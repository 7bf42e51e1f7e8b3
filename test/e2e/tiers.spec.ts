import { expect, test } from '@playwright/test'
import { createStore, launchDesk, openPage, type RunningDesk, resize } from './desk.ts'
import { chooseTable, runImport, writeTable } from './imports.ts'
import { picture, pictureView } from './look.ts'
import { memberFile } from './members.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  await chooseTable(
    desk,
    writeTable('里程.csv', [
      ['会员卡号', '姓名', '会员等级', '月份', '飞行里程', '航段数', '消费金额'],
      ['T1', '飞得多', '', month, '400000', '120', '300000'],
      ['T2', '飞得少', '', month, '800', '1', '900'],
      ['T3', '还不够', '', month, '60000', '45', '60000'],
    ]),
  )
  expect(await runImport(desk.page)).toEqual([3, 3, 0, 0, 0])
})
test.afterAll(() => desk.close())

test('S3-44 the programme shows what each tier asks for and gives; a manager changes a benefit', async () => {
  const { page } = desk
  await openPage(page, '等级')
  for (const tier of ['钻石', '白金', '金卡', '银卡']) await expect(page.getByRole('tabpanel')).toContainText(tier)
  await pictureView(page, 'tiers')
  await page.getByRole('button', { name: '维护权益' }).click()
  await page.getByRole('textbox', { name: '权益（中文）' }).first().fill('VIP专线十秒内接听')
  await picture(page, 'tiers-benefits')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByRole('cell', { name: 'VIP专线十秒内接听' })).toBeVisible()
})

test('S3-41 tiers are rated from the data: first previewed, then applied, kept as a run, and rated again', async () => {
  const { page } = desk
  await page.getByRole('tab', { name: '等级评定' }).click()
  await page.getByRole('button', { name: '预览' }).click()
  const changes = page.getByRole('grid', { name: '变动名单' })
  await expect(changes.getByRole('row', { name: /飞得多/ })).toContainText('升级')
  await expect(changes.getByRole('row', { name: /飞得少/ })).toHaveCount(0)
  await pictureView(page, 'tiers-preview')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.tiers-preview')
  await resize(desk.app, { width: 1440, height: 900 })
  await page.getByRole('button', { name: '执行评定' }).click()
  await page.getByRole('dialog', { name: '执行等级评定？' }).getByRole('button', { name: '执行评定' }).click()
  await expect(page.getByText(/评定完成：3 人中 \d 人有变动/)).toBeVisible()
  await page
    .getByRole('grid', { name: '已执行的评定' })
    .getByRole('row', { name: /王经理/ })
    .click()
  await expect(page.getByRole('region', { name: '变动名单' }).getByRole('row', { name: /飞得多/ })).toBeVisible()
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByText('共 3 人，0 人有变动')).toBeVisible()
})

test('S3-43 members to be told stand in a list, and telling is recorded', async () => {
  const { page } = desk
  await page.getByRole('tab', { name: '告知会员' }).click()
  await page.getByRole('row', { name: /飞得多/ }).click()
  await pictureView(page, 'tiers-notices')
  await page.getByRole('button', { name: '已告知会员' }).click()
  await expect(page.getByText('由 王经理 告知')).toBeVisible()
  await page.getByRole('button', { name: '打开会员档案' }).click()
  await expect(memberFile(page).getByRole('heading', { name: '飞得多' })).toBeVisible()
})

test('S3-42 the member file keeps how the tier came about', async () => {
  const { page } = desk
  await memberFile(page).getByRole('button', { name: '查看等级历史' }).click()
  const history = memberFile(page).getByRole('list', { name: '等级历史' })
  await expect(history).toContainText('升级')
  await expect(history).toContainText('有效期至')
  await picture(page, 'tiers-history')
})
