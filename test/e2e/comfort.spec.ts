import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { expectNoDialog, launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, setLook } from './look.ts'
import { storeWithOutreach } from './outreach-store.ts'

test.describe.configure({ mode: 'serial' })

const SCREENSHOTS = path.resolve(import.meta.dirname, '../../test-results/screenshots')

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithOutreach() })
  await signIn(desk.page, 'li')
})
test.afterAll(() => desk.close())

const zoom = () =>
  desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0)

const titles = () =>
  desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()))

test('a case given to me is told outside the window without personal data, and counted in its title', async () => {
  const { page, folder } = desk
  await expect.poll(titles, { timeout: 30_000 }).toEqual([expect.stringMatching(/^\(\d+\) VIP Desk$/)])
  await page.keyboard.press('Control+Shift+m')
  const dialog = page.getByRole('dialog', { name: '个人设置' })
  const recent = dialog.getByRole('region', { name: '最近的通知' }).first()
  await expect(recent).toContainText('工单分派给我')
  await expect(recent).toContainText('已通知')
  await dialog.getByRole('switch', { name: '只通知本人的工作' }).press('Space')
  await expect(dialog.getByRole('switch', { name: '只通知本人的工作' })).toBeChecked()
  await picture(page, 'personal-notices')
  await dialog.getByRole('button', { name: '全部标为已读' }).click()
  await expect.poll(titles, { timeout: 30_000 }).toEqual(['VIP Desk'])
  // What the system was asked to show, or why it could not be: by kind, and nothing about people.
  const log = fs.readFileSync(path.join(folder, 'desk.log'), 'utf8')
  expect(log).toMatch(/notification \(assigned\) (given to the system|not possible on this system)/)
  expect(log).not.toMatch(/演示|1381234/)
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
})

test('a shortcut gets other keys, refused in words when they are taken, and its usual ones again', async () => {
  const { page } = desk
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: '个人设置' })
  await dialog.getByRole('tab', { name: '快捷键' }).click()
  // The page of to-dos was never opened in this window.
  await dialog.getByRole('textbox', { name: '查找快捷键' }).fill('待办与例会')
  await expect(dialog.getByRole('button', { name: /^更改“.+”的按键$/ })).toHaveCount(4)
  await dialog.getByRole('textbox', { name: '查找快捷键' }).fill('会员')
  const change = dialog.getByRole('button', { name: '更改“会员”的按键' })
  await change.click()
  await page.keyboard.press('Control+k')
  await expect(dialog.getByRole('alert')).toContainText('该按键已用于')
  await change.click()
  await page.keyboard.press('Alt+u')
  await expect(dialog.getByRole('button', { name: '恢复默认：会员' })).toBeVisible()
  await picture(page, 'personal-keys')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  await page.keyboard.press('Alt+u')
  await expect(page.getByRole('heading', { level: 1, name: '会员' })).toBeVisible()

  await lock(page)
  await signIn(page, 'boss')
  await page.getByRole('main').focus()
  await page.keyboard.press('Alt+u')
  await expect(page.getByRole('heading', { level: 1, name: '会员' })).toBeHidden()
  await lock(page)
  await signIn(page, 'li')
})

test('a notice leads to what it speaks of, and a command of another page is given from anywhere', async () => {
  const { page } = desk
  await page.keyboard.press('Control+Shift+m')
  const dialog = page.getByRole('dialog', { name: '个人设置' })
  await dialog
    .getByRole('button', { name: /^打开工单 / })
    .first()
    .click()
  await expectNoDialog(page)
  await expect(page.getByRole('heading', { level: 1, name: /^[A-Z]{2}-?\d/ })).toBeVisible()
  await page.keyboard.press('Alt+Shift+3')
  await expect(page.getByRole('main').locator('input[type=datetime-local]').first()).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索全部' }).fill('todos.add')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '待办与例会' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
})

test('larger text and high contrast hold on every page and come back with the person', async () => {
  const { page } = desk
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: '个人设置' })
  await dialog.getByRole('radiogroup', { name: '对比度' }).getByText('高对比度').click()
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
  await picture(page, 'personal-comfort')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  for (const [name, file] of [
    ['会员', 'members'],
    ['待办与例会', 'todos'],
    ['消息与关怀', 'messages'],
  ] as const) {
    await openPage(page, name)
    await picture(page, `contrast-${file}.light`)
    await setLook(page, 'zh-CN', 'dark')
    await picture(page, `contrast-${file}.dark`)
    await setLook(page, 'zh-CN', 'light')
  }
  await lock(page)
  await signIn(page, 'boss')
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'normal')
  await lock(page)
  await signIn(page, 'li')
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')

  await page.keyboard.press('Control+,')
  await dialog.getByRole('radiogroup', { name: '字号' }).getByText('特大').click()
  await expect.poll(zoom).toBeCloseTo(1.25, 2)
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  await pictureOfWindow('largest-page')
  const room = await page.evaluate(() => {
    const ends = [...document.querySelectorAll('header *, nav button')].map((one) => one.getBoundingClientRect().right)
    return { furthest: Math.max(...ends), width: window.innerWidth }
  })
  expect(room.furthest).toBeLessThanOrEqual(room.width)
})

/** The window as it is drawn: the browser's own pictures do not know that everything was made larger. */
async function pictureOfWindow(name: string): Promise<void> {
  const png = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  fs.writeFileSync(path.join(SCREENSHOTS, `${name}.png`), Buffer.from(png, 'base64'))
}
