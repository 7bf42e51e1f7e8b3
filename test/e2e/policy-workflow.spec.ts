import { expect, type Page, test } from '@playwright/test'
import { createStore, expectNoDialog, launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { handOver } from './people.ts'
import { approveDraft, submitDraft } from './policies.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const open = (page: Page, name: RegExp) =>
  page.getByRole('grid', { name: '策略版本' }).getByRole('row', { name }).click()

test('S2-185 S2-186 a lead changes the complaint workflow in a form and is told in words when it no longer holds', async () => {
  const { page } = desk
  await handOver(page, { name: '李主管', login: 'lead1', role: '主管' })
  await openPage(page, '策略')
  await open(page, /投诉处理流程/)
  await page.getByRole('button', { name: '起草新版本' }).click()
  await page.getByRole('dialog', { name: '起草新版本' }).getByRole('button', { name: '起草新版本' }).click()
  await expect(page.getByText('编辑草稿')).toBeVisible()
  await expectNoDialog(page)
  const problems = page.getByRole('region', { name: '检查结果' })
  await page.getByRole('button', { name: '编辑步骤 归档' }).click()
  const step = page.getByRole('dialog', { name: '步骤' })
  await step.getByRole('textbox', { name: '关闭后天数' }).fill('60')
  await picture(page, 'policies-workflow-step')
  await step.getByRole('button', { name: '采用' }).click()
  await expectNoDialog(page)
  await page.getByRole('button', { name: '删除步骤 联系客户确认' }).click()
  await expect(problems).toContainText('已确认')
  await pictureView(page, 'policies-workflow-editor')
  await page.getByRole('button', { name: '取消', exact: true }).click()

  await open(page, /投诉处理流程.*草稿/)
  await page.getByRole('button', { name: '修改草稿' }).click()
  await page.getByRole('button', { name: '编辑步骤 归档' }).click()
  await step.getByRole('textbox', { name: '关闭后天数' }).fill('60')
  await step.getByRole('button', { name: '采用' }).click()
  await expectNoDialog(page)
  await page.getByRole('button', { name: '编辑阶段 已答复' }).click()
  const stage = page.getByRole('dialog', { name: '阶段' })
  await stage.getByRole('textbox', { name: '对客户的说法（中文）' }).fill('已向您答复，静候您的意见')
  await stage.getByRole('button', { name: '采用' }).click()
  await expectNoDialog(page)
  await page.getByRole('button', { name: '保存草稿' }).click()
  const changes = page.getByRole('list', { name: '与另一版本的差异' })
  await expect(changes).toContainText('步骤“归档”的关闭后天数：30 → 60')
  await expect(changes).toContainText(/步骤“归档”的来源：产品默认值，非法规 .* → 本单位/)
  await submitDraft(page, '延长归档前的回访期')
  await expectNoDialog(page)
})

test('the manager approves the new workflow, and its diagram shows it', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '策略')
  await open(page, /投诉处理流程.*待审批/)
  await approveDraft(page, '同意')
  await expect(
    page.getByRole('grid', { name: '策略版本' }).getByRole('row', { name: /投诉处理流程.*现行/ }),
  ).toBeVisible()
  await openPage(page, '处理流程')
  const drawn = page.getByRole('region', { name: '投诉处理流程的流程图' })
  await drawn.getByRole('button', { name: /^已答复/ }).click()
  await expect(page.getByRole('complementary', { name: '已答复' })).toContainText('静候您的意见')
})
