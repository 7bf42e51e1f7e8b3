import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import { launchDesk, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { answerSaveDialog, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'
import { storeWithComplaints } from './reports-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithComplaints() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

test('S4-153 S1-38 S1-69 the month stands beside another, every number opens its definition and its cases', async () => {
  const { page } = desk
  await openPage(page, '统计报告')
  const figures = page.getByRole('table', { name: '总览' })
  await expect(figures.getByRole('row', { name: /24小时确认达成率/ })).toBeVisible()
  await expect(page.getByText(/平均 .*控制限 0–/)).toBeVisible()
  const year = page.getByRole('radiogroup', { name: '期间类型' })
  await year.getByText('年报').click()
  await expect(figures.getByRole('row', { name: /^投诉 26/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: '要点' })).toBeVisible()
  const goals = page.getByRole('table', { name: '目标' })
  await expect(goals.getByRole('row', { name: /^投诉处理满意度 65 % 80 % 72 %/ })).toBeVisible()
  await pictureView(page, 'reports-figures')
  await figures.getByRole('button', { name: '24小时确认达成率' }).click()
  const panel = page.getByRole('region', { name: /24小时确认达成率/ })
  await expect(panel).toContainText('自客户提出起24小时内与客户确认的投诉')
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  await panel.getByRole('radiogroup', { name: '范围' }).getByText('未计入分子').click()
  await expect(panel.getByText(/共 4 件/)).toBeVisible()
  await pictureView(page, 'reports-behind')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.reports-behind')
  await resize(desk.app, { width: 1440, height: 900 })
  await panel.getByRole('button', { name: '关闭' }).click()
})

test('S1-21 S5-57 S5-37 channels with their on-time share, the weak link, causes and calls', async () => {
  const { page } = desk
  const views = page.getByRole('radiogroup', { name: '视图' })
  await views.getByText('分布').click()
  const channels = page.getByRole('table', { name: '渠道' })
  await expect(channels.getByRole('row', { name: /^客服热线 .*13/ })).toBeVisible()
  await pictureView(page, 'reports-channels')
  await views.getByText('时效与环节').click()
  await expect(page.getByRole('table', { name: '各环节停留时间' }).getByText('薄弱环节')).toBeVisible()
  await pictureView(page, 'reports-times')
  await views.getByText('类型与原因').click()
  await expect(page.getByRole('table', { name: '主要原因' }).getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('table', { name: '主要原因' }).getByRole('row').last()).toContainText('100%')
  const chart = page.getByRole('img', { name: /帕累托/ })
  await expect(chart).toBeVisible()
  // The line begins where the first bar ends, because both are shares of the same whole.
  const top = await chart.locator('rect').first().getAttribute('y')
  await expect(chart.locator('circle').first()).toHaveAttribute('cy', top ?? '')
  await pictureView(page, 'reports-causes')
  await views.getByText('来电').click()
  await expect(page.getByRole('table', { name: '来电' }).getByRole('row', { name: /王经理 26/ })).toBeVisible()
  await pictureView(page, 'reports-calls')
})

test('S1-60 the report is issued, compared with now, and written to files', async () => {
  const { page } = desk
  await page.getByRole('radiogroup', { name: '视图' }).getByText('总览').click()
  await page.getByRole('button', { name: '签发本期报告' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '说明（选填）' }).fill('年度报告（演示）')
  await picture(page, 'reports-issue')
  await dialog.getByRole('button', { name: '签发本期报告' }).click()
  const panel = page.getByRole('region', { name: /^已签发：BG-/ })
  await expect(panel).toContainText('副本完好')
  await panel.getByRole('button', { name: '与现在对比' }).click()
  await expect(panel.getByText(/统计于/)).toBeVisible()
  await pictureView(page, 'reports-issued')
  for (const [button, name] of [
    ['导出表格（CSV）', 'report.csv'],
    ['导出 PDF', 'report.pdf'],
  ] as const) {
    const file = newFile(name)
    await answerSaveDialog(desk, file)
    await panel.getByRole('button', { name: button }).click()
    await expect(page.getByText(`已导出 ${name}`)).toBeVisible()
    expect(fs.statSync(file).size).toBeGreaterThan(2000)
  }
})

test('S1-06 S2-131 the page of one complaint tells its own times', async () => {
  const { page } = desk
  await page.getByRole('radiogroup', { name: '视图' }).getByText('总览').click()
  const figures = page.getByRole('table', { name: '总览' })
  await figures.getByRole('button', { name: '首次反馈时间' }).click()
  const panel = page.getByRole('region', { name: /首次反馈时间/ })
  await panel.getByRole('listitem').first().getByRole('button').click()
  const times = page.getByRole('region', { name: '用时' })
  await expect(times).toContainText('首次反馈')
  await times.getByRole('button', { name: '用时' }).click()
  await expect(times).toContainText('已登记')
  await picture(page, 'reports-case-times')
})
