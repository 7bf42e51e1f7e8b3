import { expect, test } from '@playwright/test'
import { newCaseByKey } from './cases.ts'
import { expectNoDialog, launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose, handOver } from './people.ts'
import { storeWithoutAppealAnswer } from './policies-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithoutAppealAnswer() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

test('S3-03 a manager reads the rule packs and switches one on: a draft that says what it changes', async () => {
  const { page } = desk
  await handOver(page, { name: '李主管', login: 'lead1', role: '主管' })
  await openPage(page, '策略')
  await page.getByRole('tab', { name: '规则包' }).click()
  const packs = page.getByRole('grid', { name: '规则包' })
  await packs
    .getByRole('row', { name: /欧盟261/ })
    .first()
    .click()
  await expect(page.getByText('250欧元')).toBeVisible()
  await packs.getByRole('row', { name: /重复投诉与性质升级/ }).click()
  await expect(page.getByRole('list', { name: '启用后与现行策略的不同' }).getByRole('listitem')).toHaveCount(4)
  await pictureView(page, 'policies-packs')
  await page.getByRole('button', { name: '启用' }).click()
  const dialog = page.getByRole('dialog', { name: '启用' })
  await dialog.getByRole('textbox', { name: '理由' }).fill('重复投诉须报经理')
  await picture(page, 'policies-pack-on')
  await page.keyboard.press('Enter')
  await expectNoDialog(page)
  await expect(page.getByRole('list', { name: '与另一版本的差异' }).first()).toContainText('90天内重复投诉')
})

test('S4-138 the raises of a draft are changed in words', async () => {
  const { page } = desk
  await page.getByRole('button', { name: '修改草稿' }).click()
  await page.getByRole('button', { name: '修改升级规则' }).click()
  const dialog = page.getByRole('dialog', { name: '升级规则' })
  const first = dialog.getByRole('group', { name: '升级规则1' })
  await first.getByRole('textbox', { name: '此前天数' }).fill('60')
  await choose(page, first.getByRole('combobox', { name: '升几级' }), '2')
  await expect(first.getByText('此前60天内已有至少1件投诉 → 自90%起升2级')).toBeVisible()
  await picture(page, 'policies-raises')
  await dialog.getByRole('button', { name: '删除升级规则4' }).click()
  await dialog.getByRole('button', { name: '采用' }).click()
  await expectNoDialog(page)
  await expect(page.getByText(/90天内重复投诉：此前60天内/)).toBeVisible()
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect(page.getByText('编辑草稿')).toHaveCount(0)
})

test('what the product ships newer is read, and taken into a draft of the desk’s own version', async () => {
  const { page } = desk
  const notice = page.getByRole('status').filter({ hasText: '产品对策略“投诉处理流程”有更新' })
  await notice.getByRole('button', { name: '查看并起草' }).click()
  const dialog = page.getByRole('dialog', { name: '并入产品更新：投诉处理流程' })
  await expect(dialog.getByRole('list', { name: '将并入' })).toContainText('答复受理机关')
  await picture(page, 'policies-shipped-newer')
  await page.keyboard.press('Enter')
  await expectNoDialog(page)
  await expect(page.getByRole('list', { name: '与另一版本的差异' }).first()).toContainText('答复受理机关')
  await expect(page.getByRole('status').filter({ hasText: '已起草并入产品更新的版本（草稿）' })).toBeVisible()
  await pictureView(page, 'policies-shipped-drafted')
})

test('S1-45 the form of a new complaint says whom each limit will tell', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.getByRole('combobox', { name: '分类' }).fill('服务态度')
  await page.getByRole('option', { name: /^服务态度 / }).click()
  await expect(page.getByRole('region', { name: '将承诺的时限' })).toContainText('90% → 主管')
  await picture(page, 'cases-preview-told')
})
