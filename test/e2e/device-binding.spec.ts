import { expect, type Page, test } from '@playwright/test'
import {
  createStore,
  expectDesk,
  expectNoDialog,
  launchDesk,
  newFolder,
  openPage,
  PASSWORD,
  signIn,
  typeLogin,
} from './desk.ts'
import { hasKeychain, type RunningKeychain, startKeychain, WITHOUT_KEYCHAIN } from './keychain.ts'
import { picture, pictureView } from './look.ts'

test.describe.configure({ mode: 'serial' })
// biome-ignore lint/suspicious/noSkippedTests: a computer without a keychain has nothing to bind with
test.skip(!hasKeychain, 'this machine has no GNOME keyring to bind a store with')

const folder = newFolder()
let keychain: RunningKeychain | undefined
let recoveryKey = ''

const section = (page: Page) => page.getByRole('region', { name: '绑定本机' })

async function openKeys(page: Page): Promise<void> {
  await openPage(page, '数据安全')
  await page.getByRole('tab', { name: '数据密钥', exact: true }).click()
}

test.beforeAll(async () => {
  keychain = await startKeychain()
})
test.afterAll(() => keychain?.close())

test('by keyboard alone a manager binds the store to this computer, with the recovery key in hand', async () => {
  const desk = await launchDesk({ folder, ...keychain })
  const { page } = desk
  recoveryKey = await createStore(page)
  await openKeys(page)
  await expect(section(page)).toContainText('现状未绑定')
  await expect(section(page)).toContainText('GNOME 密钥环')
  await pictureView(page, 'device-binding')
  await section(page).getByRole('button', { name: '绑定本机' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '绑定本机' })
  await expect(dialog.getByRole('textbox', { name: '恢复密钥' })).toBeFocused()
  await page.keyboard.type(recoveryKey.toLowerCase().replace(/-/g, ' ').slice(0, -1))
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('恢复密钥有误，请逐组核对', { timeout: 30_000 })
  await picture(page, 'device-binding-refused')
  await dialog.getByRole('textbox', { name: '恢复密钥' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(recoveryKey)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已绑定本机（GNOME 密钥环）')).toBeVisible({ timeout: 30_000 })
  await expectNoDialog(page)
  await expect(section(page)).toContainText('现状已绑定本机')
  await pictureView(page, 'device-bound')
  await desk.close()
})

test('the program started again on this computer opens the bound store with the password as before', async () => {
  const desk = await launchDesk({ folder, ...keychain })
  await signIn(desk.page, 'boss')
  await openKeys(desk.page)
  await expect(section(desk.page)).toContainText('现状已绑定本机')
  await desk.close()
})

test('where that keychain is not, the right password opens nothing; the recovery key does, and the binding is over', async () => {
  const desk = await launchDesk({ folder, ...WITHOUT_KEYCHAIN })
  const { page } = desk
  await typeLogin(page, 'boss', PASSWORD)
  await expect(page.getByText('此数据库（或备份）已绑定到一台电脑')).toBeVisible({ timeout: 30_000 })
  await pictureView(page, 'device-elsewhere')
  await page.getByRole('button', { name: '忘记密码？用恢复密钥' }).click()
  await page.getByRole('textbox', { name: '恢复密钥' }).fill(recoveryKey)
  await page.getByRole('textbox', { name: '登录名' }).fill('boss')
  await page.getByRole('textbox', { name: /^新密码/ }).fill('a battery elsewhere')
  await page.getByRole('textbox', { name: '再次输入新密码' }).fill('a battery elsewhere')
  await page.keyboard.press('Enter')
  await expectDesk(page)
  await openKeys(page)
  await expect(section(page)).toContainText('现状未绑定')
  await expect(section(page)).toContainText('本机没有可用的系统密钥串')
  await expect(section(page).getByRole('button', { name: '绑定本机' })).toBeDisabled()
  await pictureView(page, 'device-no-keychain')
  await desk.close()
})

test('the binding is ended with a reason, and the store then opens with a password wherever it is', async () => {
  const desk = await launchDesk({ folder, ...keychain })
  const { page } = desk
  await signIn(page, 'boss', 'a battery elsewhere')
  await openKeys(page)
  await section(page).getByRole('button', { name: '绑定本机' }).click()
  const bind = page.getByRole('dialog', { name: '绑定本机' })
  await bind.getByRole('textbox', { name: '恢复密钥' }).fill(recoveryKey)
  await bind.getByLabel('本人密码').fill('a battery elsewhere')
  await bind.getByRole('button', { name: '绑定本机' }).click()
  await expect(section(page)).toContainText('现状已绑定本机', { timeout: 30_000 })
  await expectNoDialog(page)
  await section(page).getByRole('button', { name: '解除绑定' }).click()
  const release = page.getByRole('dialog', { name: '解除绑定' })
  await release.getByRole('textbox', { name: '原因' }).fill('更换电脑')
  await release.getByLabel('本人密码').fill('a battery elsewhere')
  await picture(page, 'device-release')
  await release.getByRole('button', { name: '解除绑定' }).click()
  await expect(page.getByText('已解除绑定')).toBeVisible({ timeout: 30_000 })
  await desk.close()
  const elsewhere = await launchDesk({ folder, ...WITHOUT_KEYCHAIN })
  await signIn(elsewhere.page, 'boss', 'a battery elsewhere')
  await elsewhere.close()
})
