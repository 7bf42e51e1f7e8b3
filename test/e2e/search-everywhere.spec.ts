import { expect, test } from '@playwright/test'
import { answer, callDock, finishCall, openTelephone, ring } from './calls.ts'
import { launchDesk, openPage, type RunningDesk } from './desk.ts'
import { picture, pictureView } from './look.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await openTelephone(desk, '13812345678')
})
test.afterAll(() => desk.close())

const field = () => desk.page.getByRole('combobox', { name: '搜索全部' })
const list = () => desk.page.getByRole('listbox', { name: '搜索全部' })

test('S3-57 Ctrl+K finds calls by who called and what was said, and opens an article at Enter', async () => {
  const { page } = desk
  await ring(page, '13812345678')
  await answer(page)
  await callDock(page).getByRole('textbox', { name: '问题与要求' }).fill('询问轮椅预订')
  await callDock(page).getByRole('textbox', { name: '处理过程' }).fill('核对航班')
  await callDock(page).getByRole('textbox', { name: '处理结果' }).fill('已登记')
  await finishCall(page, '咨询已解答')
  for (const typed of ['oyjy', '2345678', '轮椅预订']) {
    await page.keyboard.press('Control+k')
    await field().fill(typed)
    await expect(list().getByRole('group', { name: '通话' }).getByRole('option')).toContainText(/LD-\d{8}-0001/)
    if (typed === '轮椅预订') {
      await expect(list().getByRole('group', { name: '通话' }).locator('mark')).toHaveText('轮椅预订')
      await picture(page, 'search-calls')
    }
    await page.keyboard.press('Escape')
    await expect(field()).toHaveCount(0)
  }
  await page.keyboard.press('Control+k')
  await field().fill('退票')
  const articles = list().getByRole('group', { name: '知识' })
  const options = articles.getByRole('option')
  await expect(options.first().locator('mark').first()).toHaveText('退票')
  for (const option of await options.all()) await expect(option.locator('mark').first()).toHaveText('退票')
  await picture(page, 'search-articles')
  const title = await options.first().innerText()
  for (let presses = 0; presses < 40; presses++) {
    if ((await options.first().getAttribute('aria-selected')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '知识库' })).toBeVisible()
  const heading = await page.getByRole('heading', { level: 2 }).first().innerText()
  expect(title).toContain(heading)
})

test('calls are looked up over their list by a key', async () => {
  const { page } = desk
  await openPage(page, '电话')
  await page.keyboard.press('Alt+f')
  await page.keyboard.type('轮椅')
  const rows = page.getByRole('grid', { name: '电话' }).getByRole('row')
  await expect(rows.filter({ hasText: '欧阳静怡' })).toHaveCount(1)
  await pictureView(page, 'calls-search')
  await page.getByRole('textbox', { name: /编号、姓名/ }).fill('没有这些字')
  await expect(rows.filter({ hasText: '欧阳静怡' })).toHaveCount(0)
})
