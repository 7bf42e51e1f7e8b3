import { expect, test } from '@playwright/test'
import { storeWithCalibration } from './calibration-store.ts'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { pictureView } from './look.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let numbers: string[]

test.beforeAll(async () => {
  const store = await storeWithCalibration()
  numbers = store.numbers
  desk = await launchDesk({ folder: store.folder })
  await signIn(desk.page, 'zhao')
})
test.afterAll(() => desk.close())

test('a lead judges the complaints of a calibration alone; closed, it shows how far all agree and what stands apart', async () => {
  const { page } = desk
  await openPage(page, '质量评价')
  await page.getByRole('tab', { name: '校准' }).click()
  await page.getByRole('gridcell', { name: '演示：本月校准' }).click()
  const panel = page.getByRole('region', { name: '演示：本月校准' })
  await expect(panel).toContainText('钱主管 2/2')
  await expect(panel).toContainText('结束前只看得到自己的评分。')
  for (const number of numbers.slice(0, 2)) {
    await panel.getByRole('button', { name: `评分 ${number}` }).click()
    for (const field of await panel.getByRole('radiogroup', { name: /：评分$/ }).all())
      await field.getByText('4', { exact: true }).click()
    await panel.getByRole('button', { name: '保存评分' }).click()
    await expect(panel.getByRole('button', { name: `修改评分 ${number}` })).toBeVisible()
  }
  await panel.getByRole('textbox', { name: '结论' }).fill('演示：态度项理解不一，修订定义')
  await panel.getByRole('button', { name: '结束并公布' }).click()
  const table = panel.getByRole('table', { name: '一致性' })
  await expect(table).toContainText('总分')
  await expect(table).toContainText(`${numbers[0]} 冯主管 评 1（其他人 4.5）`)
  await expect(panel).toContainText('演示：态度项理解不一，修订定义')
  await pictureView(page, 'calibration-result')
})

test('a storm day marked by one lead is approved by another; figures stand with and without it', async () => {
  const { page } = desk
  await openPage(page, '统计报告')
  await page.getByRole('radiogroup', { name: '视图' }).getByText('特殊日').click()
  const marked = page.getByRole('list', { name: '特殊日' })
  await expect(marked).toContainText('演示：台风取消航班二十班')
  await marked.getByRole('button', { name: '批准', exact: true }).click()
  await expect(marked).toContainText('已批准')
  await expect(page.getByText(/不计入的日子|本期没有/)).toBeVisible()
  await expect(page.getByRole('table', { name: '含与不含特殊日' })).toContainText('投诉')
  await pictureView(page, 'exceptional-days')
})

test('S5-52 a company’s matters show where they stand, beside the advice on its travel policy; a department is added', async () => {
  const { page } = desk
  await openPage(page, '会员')
  await page.getByRole('radiogroup', { name: '会员页内容' }).getByText('企业客户').click()
  await page.getByRole('button', { name: '事项、政策与差旅人' }).click()
  const matters = page.getByRole('list', { name: '事项跟踪' })
  await expect(matters).toContainText('已登记')
  await expect(matters).toContainText('尚未告知结果')
  await page.getByRole('button', { name: '统计投诉' }).click()
  await page.getByRole('textbox', { name: '数据说明的问题' }).fill('演示：住宿投诉居多')
  await page.getByRole('textbox', { name: '建议的差旅规定' }).fill('国内出差限经济舱；住宿限协议酒店')
  await page.getByRole('button', { name: '向企业提出' }).click()
  await expect(page.getByRole('list', { name: '差旅政策优化' })).toContainText('待企业答复')
  await pictureView(page, 'company-tracking')

  await openPage(page, '分类与渠道')
  await page.getByRole('tab', { name: '部门与热线' }).click()
  await page.getByRole('button', { name: '新增部门' }).click()
  const form = page.getByRole('region', { name: '新增部门' })
  await form.getByRole('textbox', { name: '编码' }).fill('catering')
  await form.getByRole('textbox', { name: '中文名称' }).fill('餐饮保障部')
  await form.getByRole('textbox', { name: '英文名称' }).fill('Catering')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('grid', { name: '部门与热线' })).toContainText('餐饮保障部')
  await pictureView(page, 'departments-own')
})
