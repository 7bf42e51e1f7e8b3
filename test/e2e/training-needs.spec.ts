import { expect, type Locator, type Page, test } from '@playwright/test'
import { launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { goTo, pick, press, type } from './keyboard.ts'
import { picture, pictureView } from './look.ts'
import { type NeedsStore, storedNeeds, storeWithNeeds } from './training-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let store: NeedsStore

test.beforeAll(async () => {
  store = await storeWithNeeds()
  desk = await launchDesk({ folder: store.folder })
  await signIn(desk.page, 'zhao')
})
test.afterAll(() => desk.close())

const proposed = (page: Page): Locator => page.getByRole('list', { name: `${store.month} 的培训建议` })
const settled = (page: Page): Locator => page.getByRole('list', { name: '已处理的建议' })
const line = (list: Locator, name: string): Locator => list.getByRole('listitem').filter({ hasText: name })

test('S1-61 S3-79 a lead reads what a month asks for as training, and what each proposal is founded on', async () => {
  const { page } = desk
  await openPage(page, '培训')
  await page.getByRole('tab', { name: '培训需求' }).click()
  await expect(page.getByText('该月没有待确认的培训建议')).toBeVisible()
  await page.getByLabel('截止月').fill(store.month)
  const cause = line(proposed(page), '态度冷淡或生硬')
  await expect(cause).toContainText('投诉原因')
  await expect(cause).toContainText('投诉 3 件')
  await expect(cause).toContainText('建议主题：情绪管理')
  await expect(cause).toContainText('李客服 2 · 吴客服 1')
  const score = line(proposed(page), '团队协作')
  await expect(score).toContainText('月度低分')
  await expect(score).toContainText(/平均 70 分/)
  await expect(score).toContainText('建议主题：沟通')
  await expect(score).toContainText('孙客服 40')
  await expect(line(proposed(page), '业务知识得分')).toContainText('孙客服 50')
  await pictureView(page, 'training-needs')
})

test('by keyboard alone a cause is answered with a training, and a low score declined with the reason', async () => {
  const { page } = desk
  await press(page, page.getByRole('button', { name: '处理建议：态度冷淡或生硬' }))
  const form = page.getByRole('group', { name: '处理建议' })
  const training = form.getByRole('combobox', { name: '由哪项培训解决' })
  await expect(training).toBeFocused()
  await expect(form.getByRole('button', { name: '确认并通知人员' })).toBeDisabled()
  await pick(page, training, store.title)
  await picture(page, 'training-need-settle')
  await press(page, form.getByRole('button', { name: '确认并通知人员' }))
  await expect(line(settled(page), '态度冷淡或生硬')).toContainText(`培训：${store.title}`)
  await expect(proposed(page)).toBeFocused()
  await press(page, page.getByRole('button', { name: '处理建议：团队协作' }))
  await goTo(page, form.getByRole('button', { name: '暂不处理' }))
  await page.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(proposed(page)).toBeFocused()
  await press(page, page.getByRole('button', { name: '处理建议：团队协作' }))
  await expect(form.getByRole('button', { name: '不安排培训' })).toBeDisabled()
  await type(page, form.getByRole('textbox', { name: /说明/ }), '已由主管单独辅导（演示）')
  await press(page, form.getByRole('button', { name: '不安排培训' }))
  await expect(line(settled(page), '团队协作')).toContainText('不安排：已由主管单独辅导（演示）')
  await expect(line(proposed(page), '团队协作')).toHaveCount(0)
  await expect(line(proposed(page), '业务知识得分')).toBeVisible()
  await pictureView(page, 'training-needs-settled')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.training-needs')
  await resize(desk.app, { width: 1440, height: 900 })
})

test('S3-89 those whom the confirmed need concerns are asked to come; what was decided is in the store', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'li')
  await openPage(page, '培训')
  await expect(page.getByRole('row', { name: /情绪管理与沟通/ })).toContainText('待参加')
  await desk.close()
  const { needs, asked } = await storedNeeds(store.folder)
  expect(asked).toEqual(['李客服', '吴客服'])
  expect(needs).toMatchObject([
    { source: 'cause', subject: 'STAFF-MANNER', month: store.month, decision: 'accepted', reason: '' },
    {
      ...{ source: 'score', subject: 'teamwork', month: store.month, decision: 'declined', trainingId: null },
      reason: '已由主管单独辅导（演示）',
    },
  ])
  expect(needs.map(({ people }) => (JSON.parse(people) as { value: number }[]).map(({ value }) => value))).toEqual([
    [2, 1],
    [40],
  ])
})
