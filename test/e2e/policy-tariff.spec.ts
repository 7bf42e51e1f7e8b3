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

const versions = (page: Page) => page.getByRole('grid', { name: '策略版本' })

test('S2-160 S2-166 a lead drafts another tariff in the editor, reached from the tariff itself, and submits it', async () => {
  const { page } = desk
  await handOver(page, { name: '李主管', login: 'lead1', role: '主管' })
  await openPage(page, '赔付与整改')
  await page.getByRole('tab', { name: '标准与授权' }).click()
  await page.getByRole('button', { name: '在策略中修改' }).click()
  await expect(page.getByRole('table', { name: '授权限额' })).toContainText('客服专员 · 不分等级 · 不分方式')
  await page.getByRole('button', { name: '起草新版本' }).click()
  await page.getByRole('dialog', { name: '起草新版本' }).getByRole('button', { name: '起草新版本' }).click()
  await expect(page.getByText('编辑草稿')).toBeVisible()
  const limit = page.getByRole('textbox', { name: '主管 · 不分等级 · 不分方式 金额上限' })
  await limit.fill('1')
  await expect(page.getByRole('list', { name: '检查结果' })).toContainText('的限额低于下级“客服专员”')
  await limit.fill('1000')
  await page.getByRole('textbox', { name: '客服专员 · 不分等级 · 不分方式 金额上限' }).fill('300')
  await page.getByRole('textbox', { name: '国内航班延误补偿（承运人原因） 补偿 1' }).fill('100')
  await expect(page.getByText('没有发现问题')).toBeVisible()
  await pictureView(page, 'policy-tariff-editor')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect(page.getByRole('list', { name: '与另一版本的差异' })).toContainText(
    '授权“客服专员 · 不分等级 · 不分方式”的金额上限：¥200.00 → ¥300.00',
  )
  await submitDraft(page, '季度调整')
  await expect(page.getByText('由您起草或修改，须由另一位经理批准')).toBeVisible()
})

test('S2-166 the manager tries the tariff out on the past, sees cost and work, and approves what somebody else wrote', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '策略')
  await versions(page)
    .getByRole('row', { name: /补偿标准与授权.*待审批/ })
    .click()
  await page.getByRole('button', { name: '在历史上试算' }).click()
  const trial = page.getByRole('dialog', { name: '在历史上试算' })
  await trial.getByRole('button', { name: '试算' }).click()
  await expect(trial.getByText(/0 笔补偿：原 ¥0.00，试算 ¥0.00/)).toBeVisible()
  await expect(trial.getByRole('table', { name: '工作量' }).getByRole('row', { name: /主管/ })).toBeVisible()
  await picture(page, 'policy-tariff-trial')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  await approveDraft(page, '同意')
  await expect(versions(page).getByRole('row', { name: /补偿标准与授权 第2版.*现行/ })).toBeVisible()
  await openPage(page, '赔付与整改')
  await page.getByRole('tab', { name: '标准与授权' }).click()
  await expect(page.getByText(/现行第 2 版/)).toBeVisible()
})
