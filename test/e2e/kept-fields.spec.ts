import { expect, type Page, test } from '@playwright/test'
import { createStore, launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture } from './look.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
const TEXT = '热气球设备按超规行李办理。\n请提前预约（演示）'

const form = (page: Page) => page.getByRole('form', { name: '撰写知识条目' })
const title = (page: Page) => form(page).getByRole('textbox', { name: '标题（中文）' })
const body = (page: Page) => form(page).getByRole('textbox', { name: '正文（中文）' })

test.afterAll(() => desk.close())

/** Types into a field in the moment it is shown, before any draft of it can have come. */
async function typeOnSight(page: Page, label: string, text: string): Promise<void> {
  await page.evaluate(
    ([name = '', words = '']) => {
      const watch = new MutationObserver(() => {
        const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
        const field = fields.find(({ labels }) => labels?.[0]?.textContent?.startsWith(name))
        if (!field) return
        watch.disconnect()
        field.focus()
        document.execCommand('insertText', false, words)
      })
      watch.observe(document.body, { childList: true, subtree: true })
    },
    [label, text],
  )
}

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
  await title(desk.page).fill('热气球')
  await openPage(desk.page, '工单')
  await writeArticle(desk.page)
  await expect(body(desk.page)).toHaveValue(TEXT)
  await expect(title(desk.page)).toHaveValue('热气球')
  await expect(form(desk.page)).toContainText('已恢复')
  await picture(desk.page, 'kept-article')
  await body(desk.page).press('End')
  await body(desk.page).pressSequentially('！')
  await lock(desk.page)
  await signIn(desk.page, 'boss')
  await writeArticle(desk.page)
  const typed = await body(desk.page).inputValue()
  expect(typed).toContain('！')
  await openPage(desk.page, '工单')
  await typeOnSight(desk.page, '标题（中文）', '（演示）')
  await writeArticle(desk.page)
  await expect(title(desk.page)).toHaveValue('热气球 （演示）')
  await desk.page.waitForTimeout(1500)
  await desk.kill()
  desk = await launchDesk({ folder: desk.folder })
  await signIn(desk.page, 'boss')
  await typeOnSight(desk.page, '正文（中文）', '另附图。')
  await writeArticle(desk.page)
  await expect(body(desk.page)).toHaveValue(`${typed}\n另附图。`)
  await expect(title(desk.page)).toHaveValue('热气球 （演示）')
  await form(desk.page).getByRole('button', { name: '保存' }).click()
  await expect(form(desk.page)).toHaveCount(0)
  await writeArticle(desk.page)
  await expect(body(desk.page)).toHaveValue('')
  await expect(title(desk.page)).toHaveValue('')
})

test('a to-do takes letters from the moment its form is there, and what was written before stands ahead of them', async () => {
  const { page } = desk
  const todo = page.getByRole('dialog').getByRole('textbox', { name: '事项' })
  const openForm = async () => {
    await openPage(page, '待办')
    await page.keyboard.press('Alt+n')
    await expect(todo).toBeVisible()
  }
  await openForm()
  await todo.fill('回电给王先生（演示）')
  await page.keyboard.press('Escape')
  await expect(todo).toHaveCount(0)
  await typeOnSight(page, '事项', '今天')
  await openForm()
  await expect(todo).toHaveValue('回电给王先生（演示） 今天')
})
