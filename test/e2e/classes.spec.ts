import { expect, test } from '@playwright/test'
import { newCaseByKey, registerCase } from './cases.ts'
import { createStore, launchDesk, openPage, type RunningDesk, resize } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const PAGE = '分类与渠道'

test('S1-31 S1-44 S4-128 S5-43 a category is added with its desk, plan and guide, and the page says which limits hold', async () => {
  const { page } = desk
  await openPage(page, PAGE)
  await page.getByRole('row', { name: /flight\.delay/ }).click()
  const delay = page.getByRole('region', { name: '航班延误', exact: true })
  await expect(delay.getByRole('list', { name: '适用时限' })).toContainText('本分类的规则')
  await expect(delay.getByRole('textbox', { name: '第 7 步（中文）' })).toHaveValue(/起飞后回访/)
  await pictureView(page, 'classes-category')
  await delay.getByRole('button', { name: '关闭' }).click()
  await pictureView(page, 'classes-categories')

  await page.getByRole('button', { name: '新增分类' }).click()
  const form = page.getByRole('region', { name: '新增分类', exact: true })
  await form.getByRole('textbox', { name: '编码' }).fill('equipment.wifi')
  await form.getByRole('textbox', { name: '中文名称' }).fill('机上网络')
  await form.getByRole('textbox', { name: '英文名称' }).fill('On-board internet')
  await choose(page, form.getByRole('combobox', { name: '默认处理部门' }), '技术部')
  await form.getByRole('textbox', { name: '处理措施 · 中文' }).fill('1. 记录机号与时间，转技术部排查')
  await form.getByRole('button', { name: '添加一步' }).click()
  await form.getByRole('textbox', { name: '第 1 步（中文）' }).fill('问清机号、座位与时间')
  await form.getByRole('textbox', { name: '第 1 步（英文）' }).fill('Ask for aircraft, seat and time')
  await form.getByRole('button', { name: '保存' }).click()
  const saved = page.getByRole('region', { name: '机上网络', exact: true })
  await expect(saved.getByRole('list', { name: '适用时限' })).toContainText('默认规则')
  await expect(saved.getByRole('list', { name: '适用时限' })).toContainText('5个工作日')
})

test('S1-14 S2-11 a desk gets its hotline, a channel of its own is made, and both are seen where they matter', async () => {
  const { page } = desk
  await page.getByRole('tab', { name: '部门与热线' }).click()
  await page.getByRole('row', { name: /技术部/ }).click()
  const form = page.getByRole('region', { name: '技术部', exact: true })
  await form.getByRole('button', { name: '添加一行' }).click()
  await form.getByRole('textbox', { name: '号码或邮箱' }).fill('400-000-9527')
  await form.getByRole('textbox', { name: '说明' }).fill('24小时')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row', { name: /技术部/ })).toContainText('400-000-9527')
  await pictureView(page, 'classes-desks')

  await page.getByRole('tab', { name: '受理渠道' }).click()
  await page.getByRole('button', { name: '新增渠道', exact: true }).click()
  const channel = page.getByRole('region', { name: '新增渠道', exact: true })
  await channel.getByRole('textbox', { name: '编码' }).fill('douyin')
  await channel.getByRole('textbox', { name: '中文名称' }).fill('抖音')
  await channel.getByRole('textbox', { name: '英文名称' }).fill('Douyin')
  await choose(page, channel.getByRole('combobox', { name: '渠道组' }), '社交媒体')
  await channel.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row', { name: /抖音/ })).toContainText('在用')
  await pictureView(page, 'classes-channels')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.classes-channels')
  await resize(desk.app, { width: 1440, height: 900 })
  await openPage(page, '电话')
  await expect(page.getByText(/技术部 400-000-9527 24小时/)).toBeVisible()
})

/** One channel of each group, and who is to be told what. */
const CHANNELS = [
  { channel: '营业厅/柜台', group: '人工渠道', ticks: ['已致歉安抚'] },
  { channel: '官方网站', group: '互联网渠道', ticks: [] },
  { channel: '移动应用', group: '移动应用', ticks: [] },
  { channel: '电子邮件', group: '短信与邮件', ticks: [] },
  { channel: '抖音', group: '社交媒体', ticks: [] },
  { channel: '举报电话', group: '举报渠道', ticks: ['已致歉安抚'] },
  { channel: '民航局12326转办', group: '外部转办', ticks: [] },
] as const

test('S2-02 S2-04 S2-07 S2-08 S5-06 S5-07 S5-46 a complaint is registered through a channel of each group, and the queue is filtered by group, channel, category and axis', async () => {
  test.slow()
  const { page } = desk
  const numbers = new Map<string, string>()
  for (const { channel, group, ticks } of CHANNELS) {
    await newCaseByKey(page)
    await page.getByRole('combobox', { name: '渠道' }).fill(channel)
    await page.getByRole('option', { name: channel, exact: true }).click()
    await page.getByRole('textbox', { name: /非会员原因/ }).fill('演示数据')
    await page.getByRole('textbox', { name: '联系电话' }).fill('13800001234')
    numbers.set(
      group,
      await registerCase(page, {
        kind: '投诉',
        category: group === '社交媒体' ? '机上网络' : '航班延误',
        content: `演示数据：${channel}收到的投诉`,
        demand: '说明原因',
        ticks: [...ticks],
      }),
    )
  }
  await openPage(page, '工单')
  const list = page.getByRole('grid', { name: '工单' })
  for (const number of numbers.values()) await expect(list).toContainText(number)
  const filters = page.getByRole('button', { name: /^更多筛选/ })
  await filters.click()
  await choose(page, page.getByRole('combobox', { name: '渠道组' }), '社交媒体')
  await expect(list.getByRole('row')).toHaveCount(2)
  await expect(list).toContainText(numbers.get('社交媒体') ?? '-')
  await picture(page, 'classes-filters')
  await choose(page, page.getByRole('combobox', { name: '渠道', exact: true }), '抖音')
  await choose(page, page.getByRole('combobox', { name: '分类' }), /^机上网络 /)
  await choose(page, page.getByRole('combobox', { name: '处理部门' }), '技术部')
  await expect(list.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: '清除', exact: true }).click()
  await expect(list.getByRole('row')).toHaveCount(CHANNELS.length + 1)
  await filters.click()
  await expect(page.getByRole('combobox', { name: '渠道组' })).toBeHidden()
})

test('S1-14 S4-128 S5-43 the case shows the guide and the hotline, its plan begins with the template; retired, the category stays on the case and is not offered', async () => {
  const { page } = desk
  await page.getByRole('row', { name: /抖音收到的投诉/ }).click()
  await expect(page.getByRole('region', { name: '场景指引' })).toContainText('问清机号、座位与时间')
  await expect(page.getByText('400-000-9527')).toBeVisible()
  const plan = page.getByRole('region', { name: '处理方案' })
  await plan.getByRole('button', { name: '处理方案' }).click()
  await plan.getByRole('button', { name: '拟定方案' }).click()
  await plan.getByRole('button', { name: '套用本类模板' }).click()
  await expect(plan.getByRole('textbox', { name: '处理措施' })).toHaveValue(/转技术部排查/)
  await pictureView(page, 'classes-case')

  await openPage(page, PAGE)
  await page.getByRole('textbox', { name: '按名称或编码查找' }).fill('equipment.wifi')
  await page.getByRole('row', { name: /equipment\.wifi/ }).click()
  const form = page.getByRole('region', { name: '机上网络', exact: true })
  await form.getByRole('switch', { name: /在用/ }).uncheck({ force: true })
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row', { name: /equipment\.wifi/ })).toContainText('已停用')
  await newCaseByKey(page)
  await page.getByRole('combobox', { name: '分类' }).fill('机上网络')
  await expect(page.getByRole('option', { name: /机上网络/ })).toHaveCount(0)
  await openPage(page, '工单')
  await expect(page.getByRole('row', { name: /抖音收到的投诉/ })).toContainText('机上网络')
})
