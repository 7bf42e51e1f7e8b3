import { expect, type Locator, type Page, test } from '@playwright/test'
import { registerCase } from './cases.ts'
import { createStore, launchDesk, openPage, type RunningDesk, resize } from './desk.ts'
import { picture, pictureView } from './look.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

const panel = (page: Page): Locator => page.getByRole('region', { name: '根本原因', exact: true })

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
  await desk.page.getByRole('main').focus()
  await desk.page.keyboard.press('c')
  await desk.page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await registerCase(desk.page, {
    kind: '投诉',
    category: '计费',
    content: '退票手续费多收了一百元',
    demand: '退还多收费用',
    ticks: ['已致歉安抚'],
  })
})
test.afterAll(() => desk.close())

test('S2-54 S2-58 the cause of a complaint is chosen among those linked to its class', async () => {
  const { page } = desk
  await panel(page).getByRole('button', { name: '根本原因' }).click()
  await panel(page).getByRole('combobox', { name: '原因' }).click()
  await expect(page.getByRole('option', { name: /CALC-FEE/ })).toBeVisible()
  const offered = await page.getByRole('option').allInnerTexts()
  const placeOf = (code: string) => offered.findIndex((text) => text.startsWith(code))
  expect(placeOf('CALC-FEE')).toBeLessThan(placeOf('STAFF-MANNER'))
  await page.getByRole('option', { name: /CALC-FEE/ }).click()
  await panel(page).getByRole('textbox', { name: '具体情况' }).fill('系统未更新新的退票费率')
  await panel(page).getByRole('button', { name: '保存' }).click()
  await expect(panel(page)).toContainText('计算错误 › 票价或费用算错')
  await expect(panel(page)).toContainText('系统未更新新的退票费率')
})

test('S2-59 a prepared solution is filled in and put into the field being written', async () => {
  const { page } = desk
  await panel(page).getByRole('button', { name: '更正金额并退补' }).click()
  const text = panel(page).getByRole('textbox', { name: '方案内容' })
  await expect(text).toHaveValue(/计费确为系统未更新新的退票费率/)
  await expect(panel(page)).toContainText('请补充：客户姓名 · 预计完成时间')
  await pictureView(page, 'causes-case')
  const note = page.getByRole('region', { name: '记录', exact: true }).getByRole('textbox', { name: '内容' })
  await note.fill('答复要点：')
  await note.press('End')
  await panel(page).getByRole('button', { name: '插入到正在填写的栏目' }).click()
  await expect(note).toHaveValue(/^答复要点：.*更正后应退（补）/s)
})

test('S2-58 a manager adds a cause with a version, retires another, and counts them', async () => {
  const { page } = desk
  await openPage(page, '原因码表')
  const tree = page.getByRole('grid', { name: '码表' })
  await tree.getByRole('row', { name: /退款金额算错/ }).click()
  const node = page.getByRole('region', { name: /^原因 / })
  await node.getByRole('button', { name: '停用', exact: true }).click()
  await tree.getByRole('row', { name: /^计算错误/ }).click()
  await page.getByRole('button', { name: '新增原因' }).click()
  await node.getByRole('textbox', { name: '编码' }).fill('CALC-TAX')
  await node.getByRole('textbox', { name: '中文名称' }).fill('税费算错')
  await node.getByRole('textbox', { name: '英文名称' }).fill('Tax wrong')
  await page.getByRole('textbox', { name: '修改说明' }).fill('增加税费一项')
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByText('已保存为第 2 版')).toBeVisible()
  await expect(tree.getByRole('row', { name: /退款金额算错/ })).toContainText('已停用')
  await tree.getByRole('row', { name: /票价或费用算错/ }).click()
  await expect(node.getByRole('button', { name: '删除', exact: true })).toHaveCount(0)
  await pictureView(page, 'causes-tree')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.causes-tree')
  await resize(desk.app, { width: 1440, height: 900 })
  await page.getByRole('radiogroup', { name: '视图' }).getByText('统计').click()
  await expect(page.getByRole('grid', { name: '统计' }).getByRole('row', { name: /CALC-FEE/ })).toContainText('100%')
  await pictureView(page, 'causes-counts')
  await page.getByRole('radiogroup', { name: '视图' }).getByText('版本').click()
  await expect(page.getByRole('list', { name: '版本' })).toContainText('增加税费一项')
  await picture(page, 'causes-versions')
})
