import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { newCaseByKey, registerCase } from './cases.ts'
import { createStore, expectNoDialog, launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { answerOpenDialog, answerSaveDialog, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'
import { choose, handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const versions = (page: Page) => page.getByRole('grid', { name: '策略版本' })

async function openVersion(page: Page, name: RegExp): Promise<void> {
  await openPage(page, '策略')
  await versions(page).getByRole('row', { name }).click()
}

/** Changes the limit of one rule in its form. */
async function setLimit(page: Page, rule: string, amount: string): Promise<void> {
  await page.getByRole('button', { name: `编辑规则 ${rule}` }).click()
  const form = page.getByRole('dialog', { name: '时限规则' })
  await form.getByRole('textbox', { name: '数量' }).fill(amount)
  await form.getByRole('button', { name: '采用' }).click()
  await expectNoDialog(page)
}

test('S2-142 a lead drafts new targets in a form, is told of a contradiction in words, and submits them', async () => {
  const { page } = desk
  await openPage(page, '策略')
  await pictureView(page, 'policies')
  await handOver(page, { name: '李主管', login: 'lead1', role: '主管' })
  await openVersion(page, /默认服务时限/)
  await pictureView(page, 'policies-version')
  await page.getByRole('button', { name: '起草新版本' }).click()
  await page.getByRole('dialog', { name: '起草新版本' }).getByRole('button', { name: '起草新版本' }).click()
  await expect(page.getByText('编辑草稿')).toBeVisible()
  await expectNoDialog(page)
  await setLimit(page, '投诉5个工作日内解决', '15')
  const problems = page.getByRole('list', { name: '检查结果' })
  await expect(problems).toContainText('规则“投诉5个工作日内解决”（15个工作日）会晚于法定期限')
  await pictureView(page, 'policies-editor')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.policies-editor')
  await resize(desk.app, { width: 1440, height: 900 })
  await setLimit(page, '投诉5个工作日内解决', '4')
  await expect(problems).not.toContainText('会晚于法定期限')
  await setLimit(page, '2小时内响应', '90')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect(page.getByRole('list', { name: '与另一版本的差异' })).toContainText(
    '规则“投诉5个工作日内解决”的时限：5个工作日 → 4个工作日',
  )
  await expect(page.getByRole('list', { name: '与另一版本的差异' })).toContainText('2小时 → 90分钟')
  await page.getByRole('button', { name: '提交审批' }).click()
  const dialog = page.getByRole('dialog', { name: '提交审批' })
  await dialog.getByRole('textbox', { name: '理由' }).fill('缩短处理时间')
  await picture(page, 'policies-submit')
  await dialog.getByRole('button', { name: '提交审批' }).click()
  await expect(page.getByText('由您起草或修改，须由另一位经理批准')).toBeVisible()
  await pictureView(page, 'policies-submitted')
})

test('S2-118 S2-142 the manager tries the draft out on the past, approves it, and it is in force from its day', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'boss')
  await openVersion(page, /默认服务时限.*待审批/)
  await page.getByRole('button', { name: '在历史上试算' }).click()
  const trial = page.getByRole('dialog', { name: '在历史上试算' })
  await trial.getByRole('button', { name: '试算' }).click()
  await expect(trial.getByRole('status')).toContainText('0 件事项中有 0 个时限结果不同')
  await picture(page, 'policies-backtest')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  await page.getByRole('button', { name: '批准', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '批准' })
  await dialog.getByRole('textbox', { name: '理由' }).fill('同意')
  await dialog.getByRole('button', { name: '批准', exact: true }).click()
  await expect(versions(page).getByRole('row', { name: /默认服务时限 第2版.*现行/ })).toBeVisible()
  await expect(page.getByRole('list', { name: '经过' })).toContainText('王经理 · 批准：同意')
  const file = newFile('targets.json')
  await answerSaveDialog(desk, file)
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await expect(page.getByText(/已导出 targets.json，内容指纹/)).toBeVisible()
  await answerOpenDialog(desk, file)
  await page.getByRole('button', { name: '导入策略' }).click()
  await expect(page.getByText('内容与已有版本 targets-default@2 相同。')).toBeVisible()
  expect(JSON.parse(fs.readFileSync(file, 'utf8')).policy.rules.length).toBeGreaterThan(30)
})

test('the calendar of China says that 2027 is missing until its table is taken in', async () => {
  const { page } = desk
  await page.getByRole('tab', { name: '日历' }).click()
  await page
    .getByRole('grid', { name: '日历' })
    .getByRole('row', { name: /中国工作日历/ })
    .click()
  const panel = page.getByRole('region', { name: '中国工作日历 (CN)' })
  await expect(panel.getByText('2027 日历未导入')).toBeVisible()
  await pictureView(page, 'calendars')
  const file = newFile('2027.json')
  const days = [{ name: '元旦', date: '2027-01-01', isOffDay: true }]
  fs.writeFileSync(file, JSON.stringify({ year: 2027, papers: ['https://www.gov.cn/2027'], days }))
  await answerOpenDialog(desk, file)
  await panel.getByRole('button', { name: '导入节假日表' }).click()
  await expect(panel.getByText('2028 日历未导入')).toBeVisible()
  await expect(panel.getByRole('table', { name: '2027 年与平日不同的日子' })).toContainText('元旦')
  await expectNoDialog(page)
  await panel.getByRole('button', { name: '修改一天' }).click()
  const dialog = page.getByRole('dialog', { name: '修改日历中的一天' })
  await dialog.getByLabel('日期').fill('2027-03-05')
  await dialog.getByRole('textbox', { name: '名称' }).fill('厂休')
  await dialog.getByRole('textbox', { name: '理由' }).fill('全员培训')
  await dialog.getByRole('textbox', { name: '来源' }).fill('公司通知')
  await picture(page, 'calendars-day')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(panel.getByRole('list', { name: '修订经过' })).toContainText('2027-03-05 全员培训 · 公司通知')
})

test('what somebody else saved while a form was open is said with name and time, and what was typed stays', async () => {
  const { page } = desk
  await expectNoDialog(page)
  const panel = page.getByRole('region', { name: '中国工作日历 (CN)' })
  await panel.getByRole('button', { name: '修改一天' }).click()
  const dialog = page.getByRole('dialog', { name: '修改日历中的一天' })
  await dialog.getByLabel('日期').fill('2027-03-08')
  await dialog.getByRole('textbox', { name: '理由' }).fill('全员培训')
  await dialog.getByRole('textbox', { name: '来源' }).fill('公司通知')
  await page.evaluate(async () => {
    const { desk: bridge } = globalThis as unknown as { desk: { call(name: string, input: unknown): Promise<unknown> } }
    const seen = (await bridge.call('calendars.show', { id: 'CN' })) as { value: { version: number } }
    const why = { reason: '更正', source: '另一通知' }
    await bridge.call('calendars.editDay', {
      id: 'CN',
      version: seen.value.version,
      date: '2027-03-09',
      as: 'off',
      ...why,
    })
  })
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('alert')).toContainText(/王经理 已于 .* 保存过新的修改/)
  await expect(dialog.getByRole('textbox', { name: '理由' })).toHaveValue('全员培训')
  await picture(page, 'calendars-changed-meanwhile')
  await dialog.getByRole('button', { name: '以我的内容覆盖' }).click()
  await expectNoDialog(page)
  const revisions = panel.getByRole('list', { name: '修订经过' })
  await expect(revisions).toContainText('2027-03-08 全员培训 · 公司通知')
  await expect(revisions).toContainText('2027-03-09 更正 · 另一通知')
})

test('S5-04 a calendar of the desk’s own is made with hours and time zone', async () => {
  const { page } = desk
  await expectNoDialog(page)
  await page.getByRole('button', { name: '新建日历' }).click()
  const dialog = page.getByRole('dialog', { name: '新建日历' })
  await dialog.getByRole('textbox', { name: '编号' }).fill('TYO')
  await dialog.getByRole('textbox', { name: '名称（中文）' }).fill('东京柜台')
  await dialog.getByRole('textbox', { name: '名称（英文）' }).fill('Tokyo counter')
  await dialog.getByRole('textbox', { name: '时区' }).fill('Asia/Tokyo')
  for (const day of ['周一', '周二', '周三', '周四', '周五'])
    await dialog.getByRole('textbox', { name: day }).fill('09:00-12:00 13:30-18:00')
  await dialog.getByRole('textbox', { name: '理由' }).fill('新开柜台')
  await dialog.getByRole('textbox', { name: '来源' }).fill('营业时间公告')
  await choose(page, dialog.getByRole('combobox', { name: '节假日' }), '不设节假日，只按周末')
  await expect(dialog.getByLabel('有效至')).not.toHaveValue('')
  await picture(page, 'calendars-new')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('grid', { name: '日历' }).getByRole('row', { name: /东京柜台/ })).toBeVisible()
  await expectNoDialog(page)
  await page.getByRole('tab', { name: '策略版本' }).click()
  await versions(page)
    .getByRole('row', { name: /默认服务时限 第2版.*现行/ })
    .click()
  await page.getByRole('button', { name: '起草新版本' }).click()
  await page.getByRole('dialog', { name: '起草新版本' }).getByRole('button', { name: '起草新版本' }).click()
  await page.getByRole('button', { name: '增加规则' }).click()
  const form = page.getByRole('dialog', { name: '时限规则' })
  await form.getByRole('textbox', { name: '名称（中文）' }).fill('东京建议')
  await form.getByRole('textbox', { name: '名称（英文）' }).fill('Tokyo')
  await choose(page, form.getByRole('combobox', { name: '日历' }), '东京柜台 (TYO)')
  await picture(page, 'policies-rule')
  await form.getByRole('button', { name: '采用' }).click()
  await expect(page.getByRole('cell', { name: 'TYO' })).toBeVisible()
})

test('a lead sees on the case what the rules of now would give, and records that its limits are kept', async () => {
  const { page } = desk
  await expectNoDialog(page)
  await newCaseByKey(page)
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await page.getByRole('textbox', { name: '联系电话' }).fill('13800001234')
  await registerCase(page, {
    kind: '投诉',
    category: '航班延误',
    content: '延误五小时无人说明',
    demand: '书面说明',
    ticks: ['已致歉安抚'],
  })
  await page.getByRole('button', { name: '策略与等级变更' }).click()
  const table = page.getByRole('table', { name: '策略与等级变更' })
  await expect(table.getByRole('row', { name: /响应/ })).toContainText('不变')
  await page.getByRole('textbox', { name: '理由' }).fill('按原承诺办理')
  await picture(page, 'case-rebase')
  await page.getByRole('button', { name: '保留原时限' }).click()
  await expect(page.getByText('已记录：保留原时限')).toBeVisible()
})
