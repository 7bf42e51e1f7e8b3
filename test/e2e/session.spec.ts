import { expect, test } from '@playwright/test'
import {
  createStore,
  expectDesk,
  expectLocked,
  launchDesk,
  lock,
  openPage,
  PASSWORD,
  type RunningDesk,
  signIn,
  typeLogin,
} from './desk.ts'
import { picture, pictureView, setLook } from './look.ts'
import { addPerson, signInFirst } from './people.ts'

test.describe.configure({ mode: 'serial' })

const NEW_PASSWORD = 'a quite different phrase'
let desk: RunningDesk
let recoveryKey = ''

test.beforeAll(async () => {
  desk = await launchDesk()
})
test.afterAll(() => desk.close())

test('the first person makes the store, keeps the recovery key and stands at the desk', async () => {
  const { page } = desk
  await pictureView(page, 'first-run')
  await page.getByRole('textbox', { name: '登录名' }).fill('boss')
  await page.getByRole('textbox', { name: /^密码/ }).fill('too short')
  await expect(page.getByRole('button', { name: '新建加密数据库' })).toBeDisabled()
  recoveryKey = await createStore(page)
  expect(recoveryKey.replaceAll(/\s/g, '').length).toBeGreaterThan(40)
})

test('locking by key or button shows nothing of the desk, and the right password opens it again', async () => {
  const { page } = desk
  await openPage(page, '员工')
  await lock(page)
  await expect(page.getByText('王经理')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: /^密码/ })).toBeFocused()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expectDesk(page)
  await page.getByRole('button', { name: /个人菜单/ }).click()
  await picture(page, 'user-menu')
  await page.getByRole('menuitem', { name: '锁定' }).click()
  await expectLocked(page)
  await pictureView(page, 'sign-in')
})

test('a wrong password, a wrong login and repeated tries read alike, and then have to wait', async () => {
  const { page } = desk
  const said = async (login: string) => {
    await typeLogin(page, login, 'not the password')
    await expect(page.getByRole('textbox', { name: /^密码/ })).toHaveValue('')
    return await page.getByRole('alert').innerText()
  }
  expect([await said('boss'), await said('nobody')]).toEqual(['登录名或密码不正确。', '登录名或密码不正确。'])
  await typeLogin(page, 'boss', 'not the password')
  const waiting = page.getByRole('button', { name: /^请在 \d秒 后重试$/ })
  await expect(waiting).toBeDisabled()
  await picture(page, 'sign-in-waiting')
  await signInAfterWaiting()
})

async function signInAfterWaiting(): Promise<void> {
  await expect(desk.page.getByRole('button', { name: '登录并解锁' })).toBeEnabled({ timeout: 12_000 })
  await signIn(desk.page, 'boss')
}

test('a person changes the password: the old one no longer opens the desk, the new one does', async () => {
  const { page } = desk
  await page.getByRole('button', { name: /个人菜单/ }).click()
  await page.getByRole('menuitem', { name: '修改密码' }).click()
  const dialog = page.getByRole('dialog', { name: '修改密码' })
  await dialog.getByRole('textbox', { name: '当前密码' }).fill(PASSWORD)
  await dialog.getByRole('textbox', { name: /^新密码/ }).fill(NEW_PASSWORD)
  await dialog.getByRole('textbox', { name: '再次输入新密码' }).fill(NEW_PASSWORD)
  await picture(page, 'change-password')
  await dialog.getByRole('button', { name: '修改密码' }).click()
  await expect(dialog).toBeHidden()
  await lock(page)
  await typeLogin(page, 'boss', PASSWORD)
  await expect(page.getByRole('alert')).toContainText('登录名或密码不正确')
  await signIn(page, 'boss', NEW_PASSWORD)
})

test('the recovery key sets a new password when the old one is forgotten; a mistyped key is told apart', async () => {
  const { page } = desk
  await lock(page)
  await page.getByRole('button', { name: '忘记密码？用恢复密钥' }).click()
  await pictureView(page, 'recover')
  const key = page.getByRole('textbox', { name: '恢复密钥' })
  await key.fill(recoveryKey.slice(0, -3))
  await page.getByRole('textbox', { name: '登录名' }).fill('boss')
  await page.getByRole('textbox', { name: /^新密码/ }).fill(PASSWORD)
  await page.getByRole('textbox', { name: '再次输入新密码' }).fill(PASSWORD)
  await page.getByRole('button', { name: '重设密码并登录' }).click()
  await expect(page.getByRole('alert')).toContainText('恢复密钥有误')
  await key.fill(recoveryKey)
  await page.getByRole('button', { name: '重设密码并登录' }).click()
  await expectDesk(page)
  await lock(page)
  await signIn(page, 'boss')
})

test('S5-55 two windows stay in step: what is done in one shows in the other, and a lock locks both', async () => {
  const { app, page } = desk
  await openPage(page, '员工')
  const opened = app.waitForEvent('window')
  await page.getByRole('button', { name: /个人菜单/ }).click()
  await page.getByRole('menuitem', { name: '新建窗口' }).click()
  const second = await opened
  await expectDesk(second)
  await addPerson(second, { name: '陈主管', login: 'chen', role: '主管' })
  await expect(page.getByRole('row', { name: /陈主管/ })).toBeVisible()
  await lock(second)
  await expectLocked(page)
  await signIn(page, 'boss')
  await expectDesk(second)
  await second.close()
})

test('a one-time password opens nothing but the form that replaces it', async () => {
  const { page } = desk
  const oneTime = await addPerson(page, { name: '李客服', login: 'li', role: '客服专员' })
  await lock(page)
  await typeLogin(page, 'li', oneTime)
  await expect(page.getByRole('heading', { name: '请设置您自己的密码' })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await pictureView(page, 'one-time-password')
  await page.getByRole('button', { name: '暂不设置，锁定' }).click()
  await signInFirst(page, 'li', oneTime)
  await expect(page.getByRole('navigation').getByRole('button', { name: '审计日志' })).toHaveCount(0)
})

test('language and theme are remembered by the window', async () => {
  const { page } = desk
  await setLook(page, 'en', 'dark')
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Appearance: Dark' })).toBeVisible()
  await setLook(page, 'zh-CN', 'light')
})

test('after the program was ended and started again the desk is locked and the people are there', async () => {
  await desk.close()
  desk = await launchDesk({ folder: desk.folder })
  await expectLocked(desk.page)
  await signIn(desk.page, 'boss')
  await openPage(desk.page, '员工')
  await expect(desk.page.getByRole('row', { name: /陈主管/ })).toBeVisible()
})
