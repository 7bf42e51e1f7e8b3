import { expect, type Page, test } from '@playwright/test'
import { answer, callDock, ring } from './calls.ts'
import { caseNumber, registerCase, tabTo } from './cases.ts'
import { expectNoDialog, launchDesk, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView, setLook } from './look.ts'
import { storeWithMacros } from './macros-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let number = ''

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithMacros() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

const panel = (page: Page) => page.getByRole('region', { name: '快捷操作', exact: true })
const search = (page: Page) => page.getByRole('combobox', { name: '搜索全部' })

test('on a case one key offers what fits, shows every step filled in, and a second one applies all and takes it back', async () => {
  const { page } = desk
  await page
    .getByRole('grid', { name: '工单' })
    .getByRole('row', { name: /行李迟到/ })
    .click()
  number = await caseNumber(page)
  await expect(panel(page)).toContainText('4 项可用，2 项适合本工单')
  await pictureView(page, 'macros-case')
  await page.keyboard.press('m')
  const choosing = page.getByRole('dialog', { name: '选择快捷操作' })
  await expect(choosing.getByRole('combobox', { name: '搜索快捷操作' })).toBeFocused()
  await expect(choosing.getByRole('option')).toHaveText([
    /行李延误登记.*适合/,
    /转由本人跟进.*适合/,
    /升舱告知.*其他工单/,
    /延误告知.*其他工单/,
  ])
  await picture(page, 'macros-palette')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '执行快捷操作：行李延误登记' })
  const first = dialog.getByRole('textbox', { name: '第1步：备注' })
  await expect(first).toHaveValue(/^已向欧阳女士（钻石卡）说明，承诺.* 前?.*前告知行李位置。$/)
  await expect(dialog.getByRole('listitem').nth(2)).toContainText('优先级不变')
  await tabTo(page, first)
  await page.keyboard.press('End')
  await page.keyboard.type('客户要求短信通知（演示）')
  await picture(page, 'macros-preview')
  await page.keyboard.press('Control+Enter')
  await expectNoDialog(page)
  await expect(page.getByText('已执行“行李延误登记”')).toBeVisible()
  await expect(page.getByText(/客户要求短信通知（演示）/).first()).toBeVisible()
  await page.keyboard.press('Alt+z')
  await expect(page.getByText('已撤回 3 步，1 步须另行处理')).toBeVisible()
  await expect(page.getByText(/macro taken back：行李延误登记/).first()).toBeVisible()
})

test('a step that is refused or has a blank says so; left out or filled in, the rest is applied', async () => {
  const { page } = desk
  await page.keyboard.press('Control+k')
  await search(page).fill('转由本人')
  await page.getByRole('option', { name: /快捷操作：转由本人跟进/ }).click()
  const dialog = page.getByRole('dialog', { name: '执行快捷操作：转由本人跟进' })
  const [first, second] = [dialog.getByRole('listitem').first(), dialog.getByRole('listitem').nth(1)]
  await expect(first).toContainText('有空缺')
  await expect(first).toContainText('缺少：航班')
  await expect(second).toContainText('不可办')
  await expect(dialog.getByRole('button', { name: /^执行 2 步/ })).toBeDisabled()
  await picture(page, 'macros-refused')
  await first.getByRole('textbox').fill('航班HU7609由本人跟进（演示）')
  await tabTo(page, second.getByRole('checkbox'))
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expectNoDialog(page)
  await expect(page.getByText('航班HU7609由本人跟进（演示）').first()).toBeVisible()
})

test('a message is worded anew before it goes: its blank is named and filled in, and the words wait to be checked', async () => {
  const { page } = desk
  await page.keyboard.press('m')
  const choosing = page.getByRole('dialog', { name: '选择快捷操作' })
  await choosing.getByRole('combobox', { name: '搜索快捷操作' }).fill('delay not')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '执行快捷操作：延误告知' })
  const body = dialog.getByRole('textbox', { name: '第1步：消息，正文' })
  await expect(body).toHaveValue(/____/)
  const step = dialog.getByRole('listitem').first()
  for (const words of ['有空缺', '缺少：说明', '正文里还有空缺']) await expect(step).toContainText(words)
  await expect(dialog.getByRole('button', { name: /^执行 1 步/ })).toBeDisabled()
  await picture(page, 'macros-message-blank')
  await tabTo(page, body)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('欧阳女士您好，行李仍在核实，原因是机场天气（演示）。')
  await expect(step).toContainText('文字已改动，发送前须经他人复核')
  await expect(step).not.toContainText('空缺')
  await picture(page, 'macros-message')
  await page.keyboard.press('Control+Enter')
  await expectNoDialog(page)
  await expect(page.getByText('已执行“延误告知”')).toBeVisible()
  await expect(page.getByText(/原因是机场天气（演示）/).first()).toBeVisible()
})

test('in English a macro has its English name, and the Chinese one where it has no other', async () => {
  const { page } = desk
  await setLook(page, 'en', 'light')
  const macros = page.getByRole('region', { name: 'Macros', exact: true })
  await expect(macros.getByRole('button', { name: 'Delayed baggage', exact: true })).toBeVisible()
  await expect(macros.getByRole('button', { name: '转由本人跟进', exact: true })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search everything' }).fill('Delayed bag')
  await expect(page.getByRole('option', { name: /Macro: Delayed baggage/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  await setLook(page, 'zh-CN', 'light')
})

test('macros are written, tried on a case, changed as a new version and put out of use', async () => {
  const { page } = desk
  await page.keyboard.press('Control+k')
  await search(page).fill('管理快捷操作')
  await page.keyboard.press('Enter')
  const list = page.getByRole('grid', { name: '快捷操作列表' })
  await expect(list.getByRole('row', { name: /行李延误登记/ })).toContainText('1 次，撤回 1 次')
  await pictureView(page, 'macros-list')
  await page.getByRole('button', { name: '新增快捷操作' }).click()
  const form = page.getByRole('form', { name: '新增快捷操作' })
  await form.getByRole('textbox', { name: '名称（中文）' }).fill('回电确认（演示）')
  await form.getByRole('textbox', { name: '名称（英文，可不填）' }).fill('Call-back confirmed')
  await form.getByRole('textbox', { name: '内容' }).fill('已回电')
  await form.getByRole('button', { name: '插入变量' }).click()
  await page.getByRole('menuitem', { name: '称呼' }).click()
  await expect(form.getByRole('textbox', { name: '内容' })).toHaveValue('已回电{{title}}')
  await form.getByRole('button', { name: '添加步骤' }).click()
  await form.getByRole('combobox', { name: '步骤类型' }).nth(1).click()
  await page.getByRole('option', { name: '承诺' }).click()
  await form.getByRole('textbox', { name: '内容' }).nth(1).fill('再次回电{{title}}')
  await page.getByRole('textbox', { name: '工单编号' }).fill(number)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已回电欧阳女士', { exact: true })).toBeVisible()
  await picture(page, 'macros-editor')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  const detail = page.getByRole('region', { name: '快捷操作详情' })
  await expect(detail).toContainText('第 1 版 · 王经理')
  await detail.getByRole('button', { name: '修改' }).click()
  const change = page.getByRole('form', { name: '修改“回电确认（演示）”' })
  await change.getByRole('button', { name: '删除第2步' }).click()
  await change.getByRole('button', { name: '保存', exact: true }).click()
  await expect(detail).toContainText('第 2 版 · 王经理')
  await expect(detail).toContainText('回电确认（演示） / Call-back confirmed')
  await picture(page, 'macros-detail')
  await detail.getByRole('button', { name: '停用' }).click()
  await expect(list.getByRole('row', { name: /回电确认（演示）/ })).toHaveCount(0)
  await page.getByRole('checkbox', { name: '看已停用的' }).check()
  await expect(list.getByRole('row', { name: /回电确认（演示）/ })).toBeVisible()
})

test('while the customer is on the line, the macros of the case that was just registered are offered', async () => {
  const { page } = desk
  await ring(page, '13812345678')
  await answer(page)
  await page.keyboard.press('F9')
  const opened = await registerCase(page, {
    kind: '咨询',
    category: '行李迟到',
    content: '行李额（演示）',
    answer: '20公斤（演示）',
  })
  await callDock(page)
    .getByRole('button', { name: `快捷操作 · ${opened}` })
    .click()
  const choosing = page.getByRole('dialog', { name: '选择快捷操作' })
  await expect(choosing.getByRole('option').first()).toContainText('行李延误登记')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  await picture(page, 'macros-call')
})
