import { expect, test } from '@playwright/test'
import { today } from '../../src/renderer/ui/formats.ts'
import { openByNumber } from './cases.ts'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { storeWithWeakness } from './side-views-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let number: string

test.beforeAll(async () => {
  const store = await storeWithWeakness()
  number = store.number
  desk = await launchDesk({ folder: store.folder })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

test('S4-16 a complaint is put down to a supplier on its page, and counts against that supplier’s service', async () => {
  const { page } = desk
  await openByNumber(page, number)
  const panel = page.getByRole('region', { name: '涉及的供应商', exact: true })
  await expect(panel).toContainText('未登记')
  await panel.getByRole('button', { name: '涉及的供应商' }).press('Enter')
  const form = panel.getByRole('group', { name: '登记供应商' })
  await choose(page, form.getByRole('combobox', { name: '供应商' }), '海湾酒店（演示）')
  await choose(page, form.getByRole('combobox', { name: '服务项目' }), '住宿')
  await form.getByRole('button', { name: '登记供应商' }).press('Enter')
  const line = panel.getByRole('list', { name: '涉及的供应商' }).getByRole('listitem')
  await expect(line).toContainText('海湾酒店（演示）')
  await expect(line).toContainText('王经理 登记')
  await picture(page, 'supplier-panel')
  await openPage(page, '产品与伙伴')
  await page.getByRole('tab', { name: '质量与预警' }).click()
  const row = page.getByRole('row', { name: /海湾酒店/ })
  await expect(row.getByRole('gridcell').nth(1)).toHaveText('住宿')
  await expect(row.getByRole('gridcell').nth(6)).toHaveText('1')
})

test('S3-79 what an examination went badly in stands among the needs of training, with who was weak in it', async () => {
  const { page } = desk
  await openPage(page, '培训')
  await page.getByRole('tab', { name: '培训需求' }).click()
  const needs = page.getByRole('list', { name: '培训需求' })
  await expect(needs.getByRole('listitem')).toHaveCount(1)
  await expect(needs).toContainText('投诉处理能力')
  await expect(needs).toContainText('得分 0%')
  await expect(needs).toContainText('建议参训: 李客服 0%')
  await expect(needs).toContainText('计划中：投诉处理与服务意识')
  await pictureView(page, 'training-needs')
  await page.getByLabel('截止月').fill('2020-02')
  await page.getByLabel('起始月').fill('2020-01')
  await expect(page.getByText('该时段的考核没有薄弱知识点')).toBeVisible()
})

test('S3-79 a lead confirms what is proposed as training with the training that answers it, and finds it among the decided', async () => {
  const { page } = desk
  const month = today().slice(0, 7)
  await page.getByLabel('截止月').fill(month)
  const proposed = page.getByRole('list', { name: `${month} 的培训建议` })
  await expect(proposed.getByRole('listitem')).toContainText('李客服 0%')
  await proposed.getByRole('button', { name: '处理建议：投诉处理能力' }).click()
  const form = page.getByRole('group', { name: '处理建议' })
  await choose(page, form.getByRole('combobox', { name: '由哪项培训解决' }), '投诉处理与服务意识')
  await pictureView(page, 'training-proposals')
  await form.getByRole('button', { name: '确认并通知人员' }).press('Enter')
  const settled = page.getByRole('list', { name: '已处理的建议' })
  await expect(settled).toContainText('培训：投诉处理与服务意识')
  await expect(settled).toContainText('培训后的数据尚未产生')
  await expect(page.getByText('该月没有待确认的培训建议')).toBeVisible()
  await pictureView(page, 'training-settled')
})
