import { expect, type Page, test } from '@playwright/test'
import { MINUTE } from '../../src/shared/time.ts'
import { caseNumber, clocks, newCaseByKey, registerCase } from './cases.ts'
import { deskTime, storeWithComplaints } from './complaint-store.ts'
import { launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { pictureView } from './look.ts'
import { choose } from './people.ts'
import { stored, storedCase } from './stored.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let number = ''

test.beforeAll(async () => {
  desk = await launchDesk({ folder: (await storeWithComplaints()).folder })
  await signIn(desk.page, 'li')
})
test.afterAll(() => desk.close())

const AXES = {
  按内容: '费用',
  按对象: '合作伙伴',
  处理部门: '市场部',
  按时限: '24小时',
  紧急程度: '紧急',
  重要性: '重要',
} as const

async function fillVisitor(page: Page, channel: string): Promise<void> {
  await newCaseByKey(page)
  await choose(page, page.getByRole('combobox', { name: '渠道' }), channel)
  await page.getByRole('textbox', { name: '客户姓名' }).fill('演示旅客陈明')
  await page.getByRole('textbox', { name: '联系电话' }).fill('13800007777')
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
}

test('S2-03 S2-12..18 S2-20 S2-21 S2-23..26 S2-30 S2-31 S2-32 S2-35 S2-114 one form takes in who, when, what, why and what is wanted, and all five classings', async () => {
  const { page } = desk
  await fillVisitor(page, '客服中心当面')
  const receivedAt = Math.floor((Date.now() - 10 * MINUTE) / 60_000) * 60_000
  await page.getByLabel('客户提出时间').fill(deskTime(receivedAt))
  await page.getByRole('textbox', { name: /^内容/ }).fill('合作酒店重复收费（演示）')
  await page.getByRole('textbox', { name: '期望的解决方案' }).fill('退还多收的费用')
  await page.getByRole('textbox', { name: '客户所述原因' }).fill('前台系统重复扣款')
  for (const tick of ['已致歉安抚', '已告知客户受理']) await page.getByRole('checkbox', { name: tick }).check()
  await page.getByRole('button', { name: '航班、客票与涉及人员' }).click()
  await page.getByRole('textbox', { name: '涉及人员' }).fill('演示前台王某')
  await page.getByRole('combobox', { name: '分类' }).fill('航班延误')
  await page.getByRole('option', { name: /^航班延误 / }).click()
  await page.getByRole('radiogroup', { name: '性质' }).getByText('重大', { exact: true }).click()
  await page.getByRole('button', { name: '分类维度与优先级' }).click()
  await expect(page.getByRole('combobox', { name: '按时限' })).toHaveAttribute('placeholder', /^自动：/)
  for (const [axis, value] of Object.entries(AXES))
    await choose(page, page.getByRole('combobox', { name: axis }), value)
  await pictureView(page, 'intake-classed')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  number = await caseNumber(page)
  await expect(page.getByRole('region', { name: '登记信息' })).toContainText('前台系统重复扣款')

  const found = await storedCase(page, number)
  expect(found).toMatchObject({
    ...{ channel: 'faceToFace', contactName: '演示旅客陈明', receivedAt, staffConcerned: '演示前台王某' },
    ...{ content: '合作酒店重复收费（演示）', reason: '前台系统重复扣款', demand: '退还多收的费用' },
    ...{ category: 'flight.delay', contentClass: 'fee', severity: 'major', objectClass: 'partner' },
    ...{ department: 'marketing', timeClass: 'h24', urgency: 'high', importance: 'high', priority: 'p1' },
    registeredByName: '演示李客服',
  })
  expect(found.contactPhone).toContain('13800007777')
  expect(found.entryLagMs).toBeGreaterThan(9 * MINUTE)
  expect(found.clocks.every(({ dueAt }) => dueAt > receivedAt)).toBe(true)
  expect(found.clocks.find(({ kind }) => kind === 'respond')).toMatchObject({ state: 'met' })
  await expect(clocks(page).locator('[data-clock=resolve]')).toBeVisible()
})

test('S2-17 each of the five classings narrows the queue', async () => {
  const { page } = desk
  await openPage(page, '工单')
  const row = page.getByRole('row', { name: new RegExp(`投诉 ${number}`) })
  await page.getByRole('button', { name: '更多筛选' }).click()
  const filters = page.getByRole('dialog')
  const of = { ...AXES, 按性质: '重大' } as Record<string, string>
  for (const axis of ['按内容', '按性质', '按对象', '处理部门', '按时限'])
    await choose(page, filters.getByRole('combobox', { name: axis }), of[axis] ?? '')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '更多筛选 · 5' })).toBeVisible()
  await expect(page.getByRole('grid', { name: '工单' }).getByRole('row').filter({ hasText: /TS-/ })).toHaveCount(1)
  await expect(row).toBeVisible()
  await page.getByRole('button', { name: '更多筛选 · 5' }).click()
  await choose(page, filters.getByRole('combobox', { name: '按对象' }), '第三方')
  await expect(page.getByText('没有符合条件的工单')).toBeVisible()
  await filters.getByRole('button', { name: '清除', exact: true }).last().click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row', { name: new RegExp(`投诉 ${number}`) })).toBeVisible()
})

test('S2-05 S2-06 S2-09 S2-10 chat, social media and a report by e-mail come in by the same form; the report is for those allowed to read it', async () => {
  const { page } = desk
  const channels = { 在线客服: 'chat', 微博: 'weibo', 举报邮件: 'reportEmail' } as const
  const numbers: string[] = []
  for (const [name, code] of Object.entries(channels)) {
    await fillVisitor(page, name)
    const ticks = code === 'chat' ? ['已致歉安抚'] : []
    numbers.push(
      await registerCase(page, {
        ...{ kind: '投诉', category: '服务态度', content: `${name}：员工言语不当（演示）`, demand: '核实', ticks },
      }),
    )
    const { channel, isRestricted } = await storedCase(page, numbers.at(-1) ?? '')
    expect([channel, isRestricted]).toEqual([code, code === 'reportEmail'])
  }
  await expect(page.getByText('举报保密').first()).toBeVisible()
  const [chat = '', , report = ''] = numbers
  await lock(page)
  await signIn(page, 'mei')
  expect(await stored(page, 'cases.find', { text: report })).toEqual([])
  expect(await stored(page, 'cases.find', { text: chat })).toHaveLength(1)
  await openPage(page, '工单')
  const lookUp = page.getByRole('textbox', { name: /编号、电话/ })
  await lookUp.fill(report)
  await expect(page.getByText('没有符合条件的工单')).toBeVisible()
  await lookUp.fill(chat)
  await expect(page.getByRole('row', { name: new RegExp(chat) })).toBeVisible()
  await lookUp.fill('')
})
