import { expect, test } from '@playwright/test'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { pictureView } from './look.ts'
import { choose } from './people.ts'
import { storeWithRights } from './rights-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithRights() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

const tab = (name: string) => desk.page.getByRole('tab', { name, exact: true }).click()

test('a request is taken up in the register, the person identified, and the file corrected with before and after', async () => {
  const { page } = desk
  await openPage(page, '个人信息权利')
  await page.getByRole('row', { name: /更正与补充/ }).click()
  const panel = page.getByRole('region', { name: /^请求：R/ })
  await expect(panel).toContainText('城市 → 深圳')
  await expect(panel).toContainText('尚未核实')
  await panel.getByRole('textbox', { name: '如何核实身份' }).fill('回拨登记手机并核对证件后四位')
  await panel.getByRole('button', { name: '身份已核实' }).click()
  await expect(panel).toContainText('回拨登记手机并核对证件后四位（王经理）')
  await pictureView(page, 'rights-request')
  await panel.getByRole('textbox', { name: '答复会员的话' }).fill('已更正为深圳')
  await panel.getByRole('button', { name: '更正档案' }).click()
  await expect(panel).toBeHidden()
  await page.getByRole('radiogroup', { name: '范围' }).getByText('已办结').click()
  await page.getByRole('row', { name: /更正与补充/ }).click()
  await expect(panel).toContainText('广州')
  await expect(panel).toContainText('已更正为深圳')
})

test('S4-73 consent is recorded with its text and proof on the member’s page and stands in the ledger', async () => {
  const { page } = desk
  await page
    .getByRole('region', { name: /^请求：R/ })
    .getByRole('button', { name: '打开会员档案' })
    .click()
  const own = page.getByRole('region', { name: '个人信息权利' })
  await own.getByRole('button', { name: '登记同意' }).first().click()
  const form = own.getByRole('group', { name: '登记同意' })
  await choose(page, form.getByRole('combobox', { name: '目的' }), '活动与优惠通知')
  await choose(page, form.getByRole('combobox', { name: '文本' }), '第 1 版')
  await form.getByRole('textbox', { name: '凭证' }).fill('录音 20261122-01')
  await form.getByRole('button', { name: '登记同意' }).click()
  await expect(form).toBeHidden()
  await pictureView(page, 'rights-member')
  await openPage(page, '个人信息权利')
  await tab('同意台账')
  await expect(page.getByRole('row', { name: /录音 20261122-01/ })).toContainText('第 1 版')
  await pictureView(page, 'rights-consents')
  await page.getByRole('button', { name: '同意文本' }).click()
  await expect(page.getByRole('region', { name: '同意文本' })).toContainText('同意接收活动与优惠通知')
})

test('the schedule of retention is seen, what is due is previewed, an assessment is approved by a second person', async () => {
  const { page } = desk
  await tab('保存期限')
  await expect(page.getByRole('region', { name: '保存期限表' })).toContainText('已关闭的投诉')
  await page.getByRole('button', { name: '预览到期记录' }).click()
  await expect(page.getByText('没有到期的记录')).toBeVisible()
  await pictureView(page, 'rights-retention')
  await tab('影响评估')
  await page.getByRole('row', { name: /向合作酒店/ }).click()
  const panel = page.getByRole('region', { name: /^影响评估：/ })
  await panel.getByRole('textbox', { name: '审批意见' }).fill('措施充分')
  await panel.getByRole('button', { name: '批准' }).click()
  await expect(panel).toContainText('王经理：措施充分')
  await pictureView(page, 'rights-assessment')
  await tab('对外共享')
  await expect(page.getByText('没有共享或委托处理')).toBeVisible()
  await tab('审计锚点')
  await expect(page.getByText('还没有送出过锚点')).toBeVisible()
  await pictureView(page, 'rights-anchors')
})
