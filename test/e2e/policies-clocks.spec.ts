import { expect, type Locator, type Page, test } from '@playwright/test'
import { createStore, expectNoDialog, launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView, setLook } from './look.ts'
import { choose, handOver } from './people.ts'
import { approveDraft, submitDraft } from './policies.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const RULE = '签收后8个工作小时内完成初步处理'

const versions = (page: Page) => page.getByRole('grid', { name: '策略版本' })
const ruleForm = (page: Page) => page.getByRole('dialog', { name: '时限规则' })

/** Takes options of a field by the keyboard alone: types each, and accepts what is found. */
async function add(page: Page, field: Locator, ...options: string[]): Promise<void> {
  await field.focus()
  for (const option of options) {
    await page.keyboard.type(option)
    await expect(page.getByRole('option', { name: option, exact: true })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Tab')
}

/** Takes the last choices of a field away by the keyboard. */
async function clear(page: Page, field: Locator, count: number): Promise<void> {
  await field.focus()
  for (let left = count; left > 0; left--) await page.keyboard.press('Backspace')
  await page.keyboard.press('Tab')
}

const list = (form: Locator, name: string) => form.getByRole('combobox', { name })

test('S2-142 every condition of a clock is shown in the form, and nonsense is named at its field', async () => {
  const { page } = desk
  await handOver(page, { name: '李主管', login: 'lead1', role: '主管' })
  await openPage(page, '策略')
  await versions(page)
    .getByRole('row', { name: /默认服务时限/ })
    .click()
  await page.getByRole('button', { name: '起草新版本' }).click()
  await page.getByRole('dialog', { name: '起草新版本' }).getByRole('button', { name: '起草新版本' }).click()
  await expect(page.getByText('编辑草稿')).toBeVisible()
  await expectNoDialog(page)
  await page.getByRole('button', { name: `编辑规则 ${RULE}` }).click()
  const form = ruleForm(page)
  await picture(page, 'policies-clock-form')

  await clear(page, list(form, '停止于'), 5)
  await expect(form.getByText('必填', { exact: true })).toBeVisible()
  await form.getByRole('button', { name: '采用' }).click()
  await expect(list(form, '停止于')).toBeFocused()
  await add(page, list(form, '停止于'), '处理完毕')
  await add(page, list(form, '作废于'), '处理完毕')
  await expect(form.getByText(/“处理完毕”同时列在“停止”和“作废”/)).toBeVisible()
  await clear(page, list(form, '作废于'), 1)
  await add(page, list(form, '作废于'), '已重开')
  await add(page, list(form, '暂停事件'), '待协办方')
  await expect(form.getByText('暂停事件与恢复事件须同时写明')).toBeVisible()
  await add(page, list(form, '恢复事件'), '协办方已答复')
  await add(page, list(form, '起算时须处于'), '调查中', '方案拟定')
  await add(page, list(form, '重新起算于'), '已告知进度')
  await form.getByRole('checkbox', { name: '以后各轮另定期限' }).check()
  await form.getByRole('textbox', { name: '每轮期限' }).fill('240')
  await picture(page, 'policies-clock-form-moving')
})

test('a rule warns by steps of its own, each with its level and receiver', async () => {
  const { page } = desk
  const form = ruleForm(page)
  await form.getByText('本规则另定').click()
  const steps = form.getByRole('table', { name: '预警' })
  for (const place of ['节点5', '节点3', '节点2']) await steps.getByRole('button', { name: `删除 ${place}` }).click()
  await expect(form.getByRole('button', { name: '增加节点' })).toBeFocused()
  await form.getByRole('textbox', { name: '节点1 占期限' }).fill('120')
  await expect(form.getByText('预警节点必须逐级升高')).toBeVisible()
  await form.getByRole('textbox', { name: '节点1 占期限' }).fill('60')
  await choose(page, form.getByRole('combobox', { name: '节点1 级别' }), '三级')
  await expect(form.getByText(/60% 告知责任人，却标为三级/)).toBeVisible()
  await steps.scrollIntoViewIfNeeded()
  await picture(page, 'policies-clock-form-warnings')
  await choose(page, form.getByRole('combobox', { name: '节点1 级别' }), '二级')
  await choose(page, form.getByRole('combobox', { name: '节点1 告知', exact: true }), '主管')
  await choose(page, form.getByRole('combobox', { name: '节点1 同时告知' }), '责任人')
  await expect(form.getByText(/却标为/)).toHaveCount(0)
  await form.getByRole('button', { name: '采用' }).click()
  await expectNoDialog(page)
  const row = page.getByRole('table', { name: '时限规则' }).getByRole('row', { name: new RegExp(RULE) })
  for (const text of [
    '已接手；处于“调查中、方案拟定”时',
    '处于“待客户补充”时；待协办方',
    '恢复 协办方已答复',
    '重新起算 已告知进度；每轮240工作分钟',
    '作废 已重开',
    '60%（主管和责任人，二级）、100%（经理，三级）',
  ])
    await expect(row).toContainText(text)
})

test('the common warnings and the daily reminder are changed, with their source beside them', async () => {
  const { page } = desk
  const common = page.getByRole('list', { name: '公共预警与提醒' })
  await expect(common).toContainText('超时后每1天提醒（经理，三级） · 产品默认值，非法规')
  await page.getByRole('button', { name: '修改预警与提醒' }).click()
  const dialog = page.getByRole('dialog', { name: '公共预警与提醒' })
  await picture(page, 'policies-warnings')
  await dialog.getByRole('textbox', { name: '每隔' }).fill('0')
  await expect(dialog.getByText('间隔须为1小时至365天')).toBeVisible()
  await dialog.getByRole('textbox', { name: '每隔' }).fill('12')
  await choose(page, dialog.getByRole('combobox', { name: '间隔单位' }), '小时')
  await dialog.getByRole('textbox', { name: '节点1 占期限' }).fill('40')
  await dialog.getByRole('button', { name: '采用' }).click()
  await expectNoDialog(page)
  await expect(common).toContainText('超时后每12小时提醒（经理，三级）')
  await pictureView(page, 'policies-clock-editor')
  await page.getByRole('button', { name: '保存草稿' }).click()
  const changes = page.getByRole('list', { name: '与另一版本的差异' })
  for (const text of [
    '超时后提醒：超时后每1天提醒（经理，三级） → 超时后每12小时提醒（经理，三级）',
    '预警：50%（责任人，提示）、75%（责任人，一级）',
    '→ 40%（责任人，提示）',
    `规则“${RULE}”的停止于：已初步答复、方案已提交、处理完毕、已回复客户、不予受理 → 处理完毕`,
    `规则“${RULE}”的起算状态：调查中、方案拟定`,
    `规则“${RULE}”的暂停事件：待协办方`,
    `规则“${RULE}”的恢复事件：协办方已答复`,
    `规则“${RULE}”的重新起算于：已告知进度`,
    `规则“${RULE}”的下一轮时限：240工作分钟`,
    `规则“${RULE}”的作废于：已重开`,
    `规则“${RULE}”的预警：60%（主管和责任人，二级）、100%（经理，三级）`,
  ])
    await expect(changes).toContainText(text)
  await expect(page.getByRole('list', { name: '公共预警与提醒' })).toContainText('由李主管设定')
  await submitDraft(page, '初步处理改按轮计时')
  await expectNoDialog(page)
})

test('the manager approves it, reads it in the table in both languages, and puts it on paper', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '策略')
  await versions(page)
    .getByRole('row', { name: /默认服务时限.*待审批/ })
    .click()
  await approveDraft(page, '同意')
  await expect(versions(page).getByRole('row', { name: /默认服务时限 第2版.*现行/ })).toBeVisible()
  await expectNoDialog(page)
  const row = page.getByRole('table', { name: '时限规则' }).getByRole('row', { name: new RegExp(RULE) })
  await expect(row).toContainText('重新起算 已告知进度；每轮240工作分钟')
  await row.scrollIntoViewIfNeeded()
  await picture(page, 'policies-clock-table')
  await setLook(page, 'en', 'light')
  const english = page.getByRole('table', { name: 'Rules of the limits' })
  await expect(english).toContainText('Begins anew progress told; 240 working minutes each round')
  await expect(english).toContainText('60% (lead and owner, level 2), 100% (manager, level 3)')
  await picture(page, 'policies-clock-table.en')
  await setLook(page, 'zh-CN', 'light')
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = document.querySelector('[data-sheet]')?.textContent ?? ''
    }
  })
  await page.getByRole('button', { name: '打印规则' }).click()
  const printed = page.locator('body')
  for (const text of [
    '作废：已重开',
    '恢复：协办方已答复',
    '重新起算：已告知进度；每轮240工作分钟',
    '提醒：超时后每12小时提醒',
  ])
    await expect(printed).toHaveAttribute('data-printed', new RegExp(text))
})

test('the days and years of the workflow say that they are product defaults', async () => {
  const { page } = desk
  await openPage(page, '处理流程')
  await page
    .getByRole('region', { name: '投诉处理流程的流程图' })
    .getByRole('button', { name: /^已关闭/ })
    .click()
  const stage = page.getByRole('complementary', { name: '已关闭' })
  await expect(stage).toContainText('结案后 30 天内 · 产品默认值，非法规')
  await expect(stage).toContainText('结案 30 天后 · 保存 3 年 · 产品默认值，非法规')
  await pictureView(page, 'workflow-figures')
})
