import { expect, type Page, test } from '@playwright/test'
import { launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { type ReviewsStore, storeWithClosed } from './reviews-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let store: ReviewsStore

test.beforeAll(async () => {
  store = await storeWithClosed()
  desk = await launchDesk({ folder: store.folder })
  await signIn(desk.page, 'zhao')
})
test.afterAll(() => desk.close())

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()

/** Gives every item of the form the same mark. */
async function markAll(page: Page, mark: string): Promise<void> {
  for (const field of await page.getByRole('radiogroup', { name: /：评分$/ }).all())
    await field.getByText(mark, { exact: true }).click()
}

test('S2-135 S2-136 a lead judges a complaint on all four standards, beside its own figures', async () => {
  const { page } = desk
  const [number = ''] = store.numbers
  await openPage(page, '质量评价')
  await page.getByRole('textbox', { name: '投诉或通话编号' }).fill(number)
  await page.getByRole('button', { name: '评价', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: `评价 ${number}` })).toBeVisible()
  for (const standard of ['及时性', '处理质量', '服务态度', '处理效果'])
    await expect(page.getByRole('region', { name: standard })).toBeVisible()
  const figures = page.getByRole('region', { name: '系统数据' })
  await expect(figures).toContainText('接收至处理完毕1小时10分')
  await expect(figures).toContainText('结果 4 · 过程 5 · 客服 5 · 整体 4')
  await markAll(page, '4')
  await page.getByRole('textbox', { name: /^准确性.*说明$/ }).fill('原因说明可更具体')
  await page.getByRole('textbox', { name: '总体评语' }).fill('处理及时，沟通需加强')
  await pictureView(page, 'reviews-judge')
  await page.getByRole('button', { name: '保存评价' }).click()
  const panel = page.getByRole('region', { name: `评价 ${number}` })
  await expect(panel).toContainText('86')
  await expect(panel).toContainText('处理及时，沟通需加强')
  await pictureView(page, 'reviews-result')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.reviews')
  await resize(desk.app, { width: 1440, height: 900 })
})

test('S2-138 S4-118 an audit is planned, drawn by lot, checked by drawing again, and closed with its findings', async () => {
  const { page } = desk
  await openPage(page, '质量评价')
  await tab(page, '内部审计')
  await page.getByRole('button', { name: '计划审计' }).click()
  const form = page.getByRole('region', { name: '计划审计' }).first()
  await form.getByRole('textbox', { name: '审计名称' }).fill('本月投诉处理内部审计')
  await form.getByRole('textbox', { name: '比例（%）' }).fill('60')
  await pictureView(page, 'reviews-audit-plan')
  await form.getByRole('button', { name: '保存计划' }).click()
  const panel = page.getByRole('region', { name: '内部审计：本月投诉处理内部审计' })
  await panel.getByRole('button', { name: '抽取样本' }).click()
  await expect(panel).toContainText('2 / 3 件')
  await panel.getByRole('button', { name: '重新抽取核对' }).click()
  await expect(panel.getByRole('status')).toContainText('核对一致')
  for (const [done, grade] of ['一般不符合', '符合'].entries()) {
    await panel.getByRole('button', { name: '审计发现' }).first().click()
    await choose(page, panel.getByRole('combobox', { name: '判定' }), grade)
    await panel.getByRole('textbox', { name: '审计发现' }).fill(`${grade}：见记录`)
    await panel.getByRole('button', { name: '保存发现' }).click()
    await expect(panel).toContainText(`已记录 ${done + 1} / 2`)
  }
  await pictureView(page, 'reviews-audit')
  await panel.getByRole('textbox', { name: '审计结论' }).fill('总体符合，进度告知需改进')
  await panel.getByRole('button', { name: '关闭审计' }).click()
  await expect(panel).toContainText('已结案')
})

test('S2-139 a case is picked on its page, its people are removed, and somebody else releases it', async () => {
  const { page } = desk
  const [number = ''] = store.numbers
  await openPage(page, '质量评价')
  await tab(page, '评价记录')
  await page.getByRole('row', { name: new RegExp(number) }).click()
  await page
    .getByRole('region', { name: `评价 ${number}` })
    .getByRole('button', { name: number })
    .click()
  const quality = page.getByRole('region', { name: '质量评价' })
  await expect(quality).toContainText('1 次评价')
  await quality.getByRole('button', { name: '选为案例' }).first().click()
  await quality.getByRole('textbox', { name: '案例标题' }).fill('延误现场沟通')
  await quality.getByRole('textbox', { name: '选取原因' }).fill('典型的沟通缺失')
  await quality.getByRole('textbox', { name: '经验与启示' }).fill('每三十分钟通报一次')
  await picture(page, 'reviews-case-panel')
  await quality.getByRole('button', { name: '选为案例' }).last().click()
  const study = page.getByRole('region', { name: '案例：延误现场沟通' })
  await expect(study.getByRole('textbox', { name: '案例内容' })).toHaveValue(/【客户】（【号码】）航班延误五小时/)
  await expect(study).toContainText('须由选取人以外的主管或经理检查后发布')
  await pictureView(page, 'reviews-study')
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '质量评价')
  await tab(page, '案例分析')
  await page.getByRole('row', { name: /延误现场沟通/ }).click()
  await study.getByRole('checkbox', { name: /我已通读/ }).check()
  await study.getByRole('button', { name: '检查通过并发布' }).click()
  await expect(study).toContainText('已发布')
})

test('the agent sees the result, disputes it, and reads the study; the manager decides and sets a coaching action', async () => {
  const { page } = desk
  const [number = ''] = store.numbers
  await lock(page)
  await signIn(page, 'li')
  await openPage(page, '质量评价')
  await expect(page.getByRole('tab', { name: '内部审计' })).toHaveCount(0)
  await page.getByRole('row', { name: new RegExp(number) }).click()
  const panel = page.getByRole('region', { name: `评价 ${number}` })
  await panel.getByRole('textbox', { name: '意见或申诉理由' }).fill('已两次主动告知进展')
  await panel.getByRole('button', { name: '提出申诉' }).click()
  await expect(panel).toContainText('申诉中')
  await tab(page, '案例分析')
  await page.getByRole('row', { name: /延误现场沟通/ }).click()
  await expect(page.getByRole('region', { name: '案例：延误现场沟通' })).toContainText('每三十分钟通报一次')
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '质量评价')
  await page.getByRole('row', { name: new RegExp(number) }).click()
  await panel.getByRole('textbox', { name: '复核意见' }).fill('记录属实，维持')
  await panel.getByRole('button', { name: '维持原评分' }).click()
  await expect(panel).toContainText('王经理 于')
  await panel.getByRole('textbox', { name: '行动内容' }).fill('倾听技巧辅导两次')
  await panel.getByLabel('完成期限').fill('2099-01-31')
  await panel.getByRole('button', { name: '安排行动' }).click()
  await expect(panel).toContainText('倾听技巧辅导两次')
  await tab(page, '月度结果')
  await expect(page.getByRole('row', { name: /李客服/ })).toContainText('86.0')
  await pictureView(page, 'reviews-months')
  await tab(page, '评价表')
  await pictureView(page, 'reviews-forms')
  await page.getByRole('button', { name: '修改评价表' }).click()
  await picture(page, 'reviews-form-edit')
})
