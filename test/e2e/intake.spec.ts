import { expect, type Page, test } from '@playwright/test'
import { caseNumber, registerCase } from './cases.ts'
import { createStore, launchDesk, openPage, type RunningDesk, resize } from './desk.ts'
import { answerOpenDialog } from './files.ts'
import { runImport, writeTable } from './imports.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const NOW = Date.now()
/** Some minutes ago on Beijing's wall, as a form takes it. */
const ago = (minutes: number) => new Date(NOW + (480 - minutes) * 60_000).toISOString().slice(0, 16)
/** When the first complaint was sent, and its day. */
const SENT = ago(150)
const DAY = SENT.slice(0, 10)

const HEADERS = ['投诉编号', '渠道', '提交时间', '投诉内容', '客户诉求', '客户姓名', '联系电话']
const ROWS = [
  ['WEB-1', '官方网站', SENT.replace('T', ' '), '值机柜台无人值守（示例）', '书面答复', '示例甲', '13800001111'],
  ['APP-1', '移动应用', ago(90).replace('T', ' '), '行李破损（示例）', '赔偿', '示例乙', '13800002222'],
  ['APP-2', '飞鸽', ago(80).replace('T', ' '), '渠道不对（示例）', '赔偿', '示例丙', ''],
]

async function openImports(page: Page, start: string, file: string): Promise<void> {
  await openPage(page, '导入')
  await page.getByRole('button', { name: start }).click()
  await answerOpenDialog(desk, file)
  await page.getByRole('button', { name: '选择文件…' }).click()
  await expect(page.getByRole('region', { name: '列的对应' })).toBeVisible()
}

test('S1-15 S1-16 S1-17 S5-64 complaints from the website and the app come in by file with their own times', async () => {
  const { page } = desk
  await openImports(page, '导入事项', writeTable('官网投诉.csv', [HEADERS, ...ROWS]))
  const preview = page.getByRole('region', { name: '预览' })
  await expect(preview.getByRole('row', { name: /WEB-1/ })).toContainText('新增')
  await expect(preview.getByRole('row', { name: /APP-2/ })).toContainText('不是本系统的渠道或分类')
  await pictureView(page, 'intake-mapping')
  expect(await runImport(page)).toEqual([3, 2, 0, 0, 1])
  await page.getByRole('button', { name: '查看变化' }).click()
  const made = page.getByRole('grid', { name: '导入的记录' })
  await expect(made.getByRole('row', { name: /WEB-1/ })).toBeVisible()
  await picture(page, 'intake-list')
  await made.getByRole('row', { name: /WEB-1/ }).click()
  await caseNumber(page)
  const main = page.getByRole('main')
  await expect(main).toContainText('官方网站')
  await expect(main).toContainText('WEB-1')
  await picture(page, 'intake-case')
})

test('S1-18 S1-20 a post is recorded, answered with its response time, and becomes a complaint by one key', async () => {
  const { page } = desk
  await openPage(page, '社媒与渠道核对')
  await picture(page, 'posts-empty')
  await page.getByRole('button', { name: '记录反馈' }).click()
  const dialog = page.getByRole('dialog', { name: '记录社交媒体反馈' })
  await dialog.getByLabel('发布时间').fill(ago(180))
  await dialog.getByRole('textbox', { name: '账号' }).fill('@示例旅客')
  await dialog.getByRole('textbox', { name: '链接' }).fill('weibo.com/1')
  await dialog.getByRole('textbox', { name: '内容原文' }).fill('登机口三小时没人解释（示例）')
  await dialog.getByRole('button', { name: '记录反馈' }).click()
  await expect(dialog).toContainText('链接须以')
  await dialog.getByRole('textbox', { name: '链接' }).fill('https://weibo.com/1/example')
  await picture(page, 'posts-record')
  await dialog.getByRole('button', { name: '记录反馈' }).click()
  await expect(dialog).toBeHidden()
  const panel = page.getByRole('region', { name: '反馈：@示例旅客' })
  await expect(panel).toContainText('超时')
  await pictureView(page, 'posts-open')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.posts-open')
  await resize(desk.app, { width: 1440, height: 900 })
  await panel.getByLabel('回复时间').fill(ago(90))
  await panel.getByRole('textbox', { name: '回复内容' }).fill('您好，已私信您核实（示例）')
  await panel.getByRole('button', { name: '记录回复' }).click()
  await expect(panel).toContainText('您好，已私信您核实')
  await expect(panel).toContainText('1小时30分')
  await picture(page, 'posts-answered')
  await page.keyboard.press('Alt+t')
  await caseNumber(page)
  const main = page.getByRole('main')
  await expect(main).toContainText('登机口三小时没人解释')
  await expect(main).toContainText('https://weibo.com/1/example')
  await expect(main).toContainText('您好，已私信您核实')
})

test('S2-19 a channel that received more than was entered is explained before its day is closed', async () => {
  const { page } = desk
  await openPage(page, '社媒与渠道核对')
  await page.getByRole('tab', { name: '每日渠道核对' }).click()
  await page.getByLabel('日期').fill(DAY)
  const received = page.getByRole('textbox', { name: '官方网站收到' })
  await received.fill('2')
  await received.press('Enter')
  const row = page.getByRole('row', { name: /^官方网站/ })
  await expect(row).toContainText('有差异')
  await expect(row.getByRole('button', { name: '关闭官方网站' })).toBeDisabled()
  await row.getByRole('textbox', { name: '官方网站差异说明' }).fill('一件为重复提交（示例）')
  await pictureView(page, 'channel-checks')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.channel-checks')
  await resize(desk.app, { width: 1440, height: 900 })
  await row.getByRole('button', { name: '关闭官方网站' }).click()
  await expect(row).toContainText('一件为重复提交（示例）')
  await expect(row).toContainText('已关闭')
})

test('S4-123 S5-66 the agent reads the record back, ticks it right and notes how the customer felt', async () => {
  const { page } = desk
  await openPage(page, '工单')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { level: 1, name: '新建工单' })).toBeVisible()
  await page.getByRole('textbox', { name: '联系电话' }).fill('13800001234')
  await page.getByRole('textbox', { name: '非会员原因' }).fill('示例旅客')
  await choose(page, page.getByRole('combobox', { name: '客户情绪' }), '愤怒')
  await registerCase(page, {
    kind: '投诉',
    category: '航班延误',
    content: '延误五小时无人解释（示例）',
    demand: '书面说明',
    ticks: ['已向客户复述记录，确认无误', '已致歉安抚'],
  })
  await expect(page.getByRole('main')).toContainText('已向客户复述记录，确认无误')
  await expect(page.getByRole('main')).toContainText('愤怒')
  await picture(page, 'case-read-back')
})
