import { expect, type Page, test } from '@playwright/test'
import { createStore, launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture } from './look.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
const TEXT = '热气球设备按超规行李办理。\n请提前预约（演示）'

const form = (page: Page) => page.getByRole('form', { name: '撰写知识条目' })
const body = (page: Page) => form(page).getByRole('textbox', { name: '正文（中文）' })

test.afterAll(() => desk.close())

async function writeArticle(page: Page): Promise<void> {
  await openPage(page, '知识库')
  await page.keyboard.press('Alt+n')
  await expect(body(page)).toBeVisible()
}

test('an article that is half written outlives another page, a lock and the end of the program, and is gone once saved', async () => {
  desk = await launchDesk()
  await createStore(desk.page)
  await writeArticle(desk.page)
  await body(desk.page).fill(TEXT)
  await openPage(desk.page, '工单')
  await writeArticle(desk.page)
  await expect(body(desk.page)).toHaveValue(TEXT)
  await expect(form(desk.page)).toContainText('已恢复')
  await picture(desk.page, 'kept-article')
  await body(desk.page).press('End')
  await body(desk.page).pressSequentially('！')
  await lock(desk.page)
  await signIn(desk.page, 'boss')
  await writeArticle(desk.page)
  const typed = await body(desk.page).inputValue()
  expect(typed).toContain('！')
  await desk.page.waitForTimeout(1500)
  await desk.kill()
  desk = await launchDesk({ folder: desk.folder })
  await signIn(desk.page, 'boss')
  await writeArticle(desk.page)
  await expect(body(desk.page)).toHaveValue(typed)
  await form(desk.page).getByRole('textbox', { name: '标题（中文）' }).fill('热气球（演示）')
  await form(desk.page).getByRole('button', { name: '保存' }).click()
  await expect(form(desk.page)).toHaveCount(0)
  await writeArticle(desk.page)
  await expect(body(desk.page)).toHaveValue('')
})
