import { expect, type Page, test } from '@playwright/test'
import { expectNoDialog, launchDesk, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { storeWithMessages } from './messages-store.ts'
import { choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  // A desk with two days behind it is made first.
  test.setTimeout(200_000)
  desk = await launchDesk({ folder: await storeWithMessages() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

const tab = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: '视图' }).getByText(name, { exact: true }).click()

test('S5-58 S5-59 the acknowledgement of a complaint from the website waits, names the time, and is sent', async () => {
  const { page } = desk
  await openPage(page, '消息与关怀')
  const list = page.getByRole('grid', { name: '待发送' })
  await list.getByRole('row', { name: /受理告知.*林晓/ }).click()
  const detail = page.getByRole('region', { name: '消息详情' })
  await expect(detail).toContainText('林女士：您反映的')
  await expect(detail).toContainText(/我们预计在\d{4}-\d\d-\d\d \d\d:\d\d前给您答复/)
  await expect(detail).toContainText('95000')
  await pictureView(page, 'messages-waiting')
  await detail.getByRole('button', { name: '复制并交发' }).click()
  await detail.getByRole('textbox', { name: '发送凭证（编号）' }).fill('MAIL-2026-001')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.messages-handed-over')
  await resize(desk.app, { width: 1440, height: 900 })
  await detail.getByRole('button', { name: '登记已发送' }).click()
  await expect(list.getByRole('row', { name: /受理告知.*林晓/ })).toHaveCount(0)
  await tab(page, '已发送')
  await page
    .getByRole('grid', { name: '已发送' })
    .getByRole('row', { name: /受理告知/ })
    .click()
  await expect(detail).toContainText('MAIL-2026-001')
  await detail.getByRole('textbox', { name: '客户回复内容' }).fill('收到，谢谢（演示）')
  await detail.getByRole('button', { name: '登记客户回复' }).click()
  await expect(detail).toContainText('收到，谢谢（演示）')
})

test('S5-67 S5-33 on the case the angry customer is met with calm words, and progress is prepared as an SMS', async () => {
  const { page } = desk
  await page
    .getByRole('region', { name: '消息详情' })
    .getByRole('button', { name: /打开工单/ })
    .click()
  const mood = page.getByRole('region', { name: '客户情绪与话术' })
  await mood.getByRole('button', { name: '客户情绪与话术' }).click()
  await choose(page, mood.getByRole('combobox', { name: '客户情绪' }), '愤怒')
  await mood.getByRole('button', { name: '记录情绪' }).click()
  await expect(mood.getByRole('list', { name: '安抚话术' })).toContainText('林女士，我听到了')
  await mood.scrollIntoViewIfNeeded()
  await pictureView(page, 'case-mood')

  const panel = page.getByRole('region', { name: '客户消息' })
  await expect(panel).toContainText('1 条，待发送 0 条')
  await panel.getByRole('button', { name: '准备消息' }).click()
  const form = panel.getByRole('form', { name: '准备消息' })
  await form.getByRole('button', { name: '预览' }).click()
  await expect(form.getByRole('region', { name: '预览' })).toContainText('已受理，正在核实')
  await panel.scrollIntoViewIfNeeded()
  await picture(page, 'case-message-form')
  await form.getByRole('button', { name: '准备发送' }).click()
  await expect(panel).toContainText('2 条，待发送 1 条')
  await expect(page.getByRole('region', { name: '全过程' })).toContainText('客户消息 · 已发送')
})

test('S4-82 a wording is written, looked at, and waits for somebody else; another one is reviewed and put into use', async () => {
  const { page } = desk
  await openPage(page, '消息与关怀')
  await tab(page, '模板')
  const list = page.getByRole('grid', { name: '消息模板' })
  await list.getByRole('row', { name: /进度告知/ }).click()
  const detail = page.getByRole('region', { name: '模板详情' })
  await detail.getByRole('button', { name: '修改为新版本' }).click()
  const body = detail.getByRole('textbox', { name: '内容（中文）' })
  await body.fill('{{title}}您好，{{nmae}}的进度：{{stage}}，{{expectedAt}}前答复。')
  await expect(detail).toContainText('无法识别：nmae')
  await body.fill('{{title}}您好，{{number}}的进度：{{stage}}，{{expectedAt}}前答复。')
  await expect(detail).toContainText('王女士您好，TS20260930-0001的进度：正在调查处理')
  await pictureView(page, 'template-editor')
  await detail.getByRole('button', { name: '保存' }).click()
  await detail.getByRole('button', { name: '提交审核' }).click()
  await expect(detail).toContainText('须由起草人以外的主管或经理审核后启用')

  await list.getByRole('row', { name: /感谢建议.*待审核/ }).click()
  await detail.getByRole('textbox', { name: '审核意见' }).fill('可用（演示）')
  await pictureView(page, 'template-review')
  await detail.getByRole('button', { name: '审核通过并启用' }).click()
  await expect(list.getByRole('row', { name: /感谢建议.*使用中/ })).toHaveCount(1)
})

test('S2-145 S2-150 S2-151 S3-121 overdue care is done, its effect told, the measure changed, and birthdays are planned', async () => {
  const { page } = desk
  await tab(page, '关怀')
  const list = page.getByRole('grid', { name: '关怀' })
  await list.getByRole('row', { name: /季度电话回访/ }).click()
  const detail = page.getByRole('region', { name: '关怀详情' })
  await expect(detail).toContainText('已逾期')
  await detail.getByRole('button', { name: '登记完成' }).click()
  await detail.getByRole('textbox', { name: '客户需求' }).fill('常坐靠窗座位（演示）')
  await detail.getByRole('textbox', { name: '客户意见' }).fill('更愿意收邮件（演示）')
  await detail.getByRole('textbox', { name: '经过与结果' }).fill('通话五分钟，客户满意（演示）')
  await pictureView(page, 'care-due')
  await detail.getByRole('button', { name: '登记完成' }).last().click()
  await page.getByRole('radiogroup', { name: '关怀' }).getByText('已完成', { exact: true }).click()
  await list.getByRole('row', { name: /季度电话回访/ }).click()
  await expect(detail).toContainText('更愿意收邮件（演示）')
  await detail.getByRole('button', { name: '登记效果' }).click()
  await detail.getByRole('textbox', { name: '效果说明' }).fill('客户表示感谢（演示）')
  await detail.getByRole('button', { name: '登记效果' }).last().click()
  await expect(detail).toContainText('效果良好 · 客户表示感谢（演示）')
  await detail.getByRole('button', { name: '调整措施' }).click()
  await choose(page, detail.getByRole('combobox', { name: '方式' }), '电子邮件')
  await detail.getByRole('textbox', { name: '调整理由' }).fill('客户更愿意收邮件（演示）')
  await picture(page, 'care-change')
  await detail.getByRole('button', { name: '保存调整' }).click()

  await page.getByRole('button', { name: '批量安排' }).click()
  const form = page.getByRole('dialog', { name: '为一批会员安排关怀' })
  await picture(page, 'care-round')
  await form.getByRole('button', { name: '安排', exact: true }).click()
  await expect(page.getByText('已安排 1 位')).toBeVisible()
  await expectNoDialog(page)
  await page.getByRole('radiogroup', { name: '关怀' }).getByText('即将到期', { exact: true }).click()
  await expect(list.getByRole('row', { name: /生日.*短信关怀/ })).toHaveCount(1)
})

test('S2-149 S3-122 an e-mail of care is prepared, and not handed over after the member opted out', async () => {
  const { page } = desk
  await page.getByRole('radiogroup', { name: '关怀' }).getByText('今日及逾期', { exact: true }).click()
  await page
    .getByRole('grid', { name: '关怀' })
    .getByRole('row', { name: /季度邮件问候/ })
    .click()
  await page.getByRole('region', { name: '关怀详情' }).getByRole('button', { name: '准备消息' }).click()
  const form = page.getByRole('form', { name: '准备消息' })
  await form.getByRole('button', { name: '预览' }).click()
  await expect(form.getByRole('region', { name: '预览' })).toContainText('感谢您一直以来的支持')
  await form.getByRole('button', { name: '准备发送' }).click()
  await expect(page.getByRole('grid', { name: '待发送' }).getByRole('row', { name: /关怀问候/ })).toHaveCount(1)

  await openPage(page, '会员')
  await page.getByRole('grid').getByRole('row', { name: /林晓/ }).click()
  const file = page.getByRole('region', { name: '消息、关怀与联系意愿' })
  await file.getByRole('button', { name: '联系意愿' }).click()
  await choose(page, file.getByRole('combobox', { name: '渠道' }), '邮件')
  await file.getByRole('textbox', { name: '依据' }).fill('来电退订（演示）')
  await file.getByRole('button', { name: '登记退订' }).click()
  await expect(file.getByRole('list', { name: '联系意愿' })).toContainText('退订')
  await file.scrollIntoViewIfNeeded()
  await pictureView(page, 'member-messages')

  await openPage(page, '消息与关怀')
  await page
    .getByRole('grid', { name: '待发送' })
    .getByRole('row', { name: /关怀问候/ })
    .click()
  await page.getByRole('region', { name: '消息详情' }).getByRole('button', { name: '复制并交发' }).click()
  await expect(page.getByText('客户已退订该渠道，不能发送关怀消息。')).toBeVisible()
})
