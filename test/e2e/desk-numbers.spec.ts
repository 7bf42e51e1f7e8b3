import { expect, type Page, test } from '@playwright/test'
import { newCaseByKey } from './cases.ts'
import { createStore, expectNoDialog, launchDesk, openPage, type RunningDesk, resize } from './desk.ts'
import { goTo, pick, press, type } from './keyboard.ts'
import { picture, pictureView, setLook } from './look.ts'
import { handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const numbers = (page: Page) => page.getByRole('dialog', { name: '异常预警、优先级与联系次数' })

test('S3-26 a manager adds and retires a type of service by keyboard, and the form offers what is in use', async () => {
  const { page } = desk
  await openPage(page, '分类与渠道')
  await goTo(page, page.getByRole('tab', { name: '问题分类' }))
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press('ArrowRight')
  await press(page, page.getByRole('button', { name: '新增服务类型' }))
  const form = page.getByRole('region', { name: '新增服务类型', exact: true })
  await type(page, form.getByRole('textbox', { name: '编码' }), 'visa')
  await type(page, form.getByRole('textbox', { name: '中文名称' }), '签证协助')
  await type(page, form.getByRole('textbox', { name: '英文名称' }), 'Visa help')
  await press(page, form.getByRole('button', { name: '保存' }))
  const list = page.getByRole('grid', { name: '服务类型' })
  await expect(list.getByRole('row', { name: /签证协助/ })).toContainText('在用')
  await list.getByRole('row', { name: /接送机/ }).click()
  const old = page.getByRole('region', { name: '接送机', exact: true })
  await goTo(page, old.getByRole('switch', { name: /在用/ }))
  await page.keyboard.press('Space')
  await press(page, old.getByRole('button', { name: '保存' }))
  await expect(list.getByRole('row', { name: /接送机/ })).toContainText('已停用')
  await pictureView(page, 'classes-services')
  await newCaseByKey(page)
  await page.getByRole('radiogroup', { name: '类别' }).getByText('服务请求', { exact: true }).click()
  await goTo(page, page.getByRole('combobox', { name: '服务类型' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: '签证协助' })).toBeVisible()
  await expect(page.getByRole('option', { name: '接送机' })).toHaveCount(0)
  await page.keyboard.press('Escape')
})

test('S4-141 S2-30 S1-50 early warnings, priorities and attempts are changed in a draft by keyboard, tried out first', async () => {
  const { page } = desk
  await handOver(page, { name: '李主管', login: 'lead1', role: '主管' })
  await openPage(page, '策略')
  const versions = page.getByRole('grid', { name: '策略版本' })
  await versions.getByRole('row', { name: /默认服务时限/ }).click()
  const common = page.getByRole('list', { name: '公共预警与提醒' })
  await expect(common).toContainText('3次联系未果视为联系不上，两次至少相隔120分钟')
  await press(page, page.getByRole('button', { name: '起草新版本' }))
  await press(page, page.getByRole('dialog', { name: '起草新版本' }).getByRole('button', { name: '起草新版本' }))
  await expect(page.getByText('编辑草稿')).toBeVisible()
  await expectNoDialog(page)
  await press(page, page.getByRole('button', { name: '修改预警、优先级与联系次数' }))
  const dialog = numbers(page)
  await type(page, dialog.getByRole('textbox', { name: '最少历史期数' }), '20')
  await expect(dialog.getByText('最少历史期数不能多于比较的期数')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '采用' })).toBeDisabled()
  await type(page, dialog.getByRole('textbox', { name: '最少历史期数' }), '5')
  await pick(page, dialog.getByRole('combobox', { name: '控制上限' }), '2 个标准差')
  await expect(dialog.getByText(/约每44期就会因偶然波动误报一次/)).toBeVisible()
  await press(page, dialog.getByRole('button', { name: '在历史上试查' }))
  await expect(dialog.getByRole('status', { name: '试查结果' })).toContainText('现行为 0 项')
  await picture(page, 'policies-numbers-patterns')
  await pick(page, dialog.getByRole('combobox', { name: '一般、一般', exact: true }), '二级')
  await type(page, dialog.getByRole('textbox', { name: '联系几次未果' }), '4')
  await picture(page, 'policies-numbers')
  await press(page, dialog.getByRole('button', { name: '采用' }))
  await expectNoDialog(page)
  await press(page, page.getByRole('button', { name: '保存草稿' }))
  const changes = page.getByRole('list', { name: '与另一版本的差异' })
  await expect(changes).toContainText('联系次数的视为联系不上的次数：3 → 4')
  await expect(changes).toContainText('紧急程度一般、重要性一般：三级 → 二级')
  await expect(common).toContainText('上限为2个标准差')
  await picture(page, 'policies-numbers-read')
  await setLook(page, 'en', 'light')
  await press(page, page.getByRole('button', { name: 'Change the draft' }))
  await press(page, page.getByRole('button', { name: 'Early warnings, priorities, attempts' }))
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.policies-numbers')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
})

test('S3-03 words that a rule pack only tells are changed in a draft by keyboard', async () => {
  const { page } = desk
  await setLook(page, 'zh-CN', 'light')
  await resize(desk.app, { width: 1440, height: 900 })
  await openPage(page, '策略')
  await page.getByRole('tab', { name: '规则包' }).click()
  await page
    .getByRole('row', { name: /欧盟261/ })
    .first()
    .click()
  await press(page, page.getByRole('button', { name: '修改 不超过1500公里' }))
  const dialog = page.getByRole('dialog', { name: '修改 不超过1500公里' })
  await type(page, dialog.getByRole('textbox', { name: '内容（中文）' }), '250欧元，按当月汇率')
  await type(page, dialog.getByRole('textbox', { name: '内容（英文）' }), 'EUR 250 at the rate of the month')
  await picture(page, 'policies-pack-value')
  await press(page, dialog.getByRole('button', { name: '起草' }))
  await expectNoDialog(page)
  await expect(page.getByRole('list', { name: '与另一版本的差异' })).toContainText('250欧元，按当月汇率')
})
