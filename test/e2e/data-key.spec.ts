import { expect, type Page, test } from '@playwright/test'
import { createStore, expectNoDialog, launchDesk, lock, openPage, PASSWORD, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { addPerson } from './people.ts'

let desk: RunningDesk

const factsOf = (page: Page) => page.getByRole('region', { name: '现用密钥' })

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

test('a manager renews the data key with a reason, the own password and a second person, works on, and signs in as before', async () => {
  const { page } = desk
  const oneTime = await addPerson(page, { name: '钱管理', login: 'qian', role: '系统管理员' })
  await openPage(page, '数据安全')
  await page.getByRole('tab', { name: '数据密钥', exact: true }).click()
  await expect(factsOf(page)).toContainText('第几把1')
  await pictureView(page, 'data-key')
  await page.getByRole('button', { name: '更换数据密钥' }).click()
  const dialog = page.getByRole('dialog', { name: '更换数据密钥' })
  await expect(dialog).toContainText('以前的备份仍用当时的密钥和密码打开')
  await dialog.getByRole('textbox', { name: '原因' }).fill('一名员工离职')
  await dialog.getByLabel('本人密码').fill('not my password at all')
  const second = dialog.getByRole('group', { name: '第二人在场确认' })
  await second.getByRole('textbox', { name: '第二人登录名' }).fill('boss')
  await second.getByLabel('第二人密码').fill(oneTime)
  await picture(page, 'data-key-dialog')
  await dialog.getByRole('button', { name: '更换数据密钥' }).click()
  // A password takes its time to be proved.
  await expect(dialog).toContainText('登录名或密码不正确', { timeout: 60_000 })
  await dialog.getByLabel('本人密码').fill(PASSWORD)
  await second.getByLabel('第二人密码').fill(oneTime)
  await dialog.getByRole('button', { name: '更换数据密钥' }).click()
  await expect(dialog).toContainText('需要另一位经理或管理员', { timeout: 60_000 })
  await dialog.getByLabel('本人密码').fill(PASSWORD)
  await second.getByRole('textbox', { name: '第二人登录名' }).fill('qian')
  await second.getByLabel('第二人密码').fill(oneTime)
  await dialog.getByRole('button', { name: '更换数据密钥' }).click()
  await expect(page.getByText('已换成第 2 把数据密钥，请新做一份备份')).toBeVisible({ timeout: 60_000 })
  await expectNoDialog(page)
  await expect(factsOf(page)).toContainText('第几把2')
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '数据安全')
  await page.getByRole('tab', { name: '数据密钥', exact: true }).click()
  await expect(factsOf(page)).toContainText('第几把2')
})
