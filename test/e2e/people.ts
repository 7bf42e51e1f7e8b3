import { expect, type Page } from '@playwright/test'
import { expectDesk, expectNoDialog, lock, openPage, PASSWORD, typeLogin } from './desk.ts'

export type Person = { name: string; login: string; role: '客服专员' | '主管' | '部门经理' | '系统管理员' }

/** A manager adds a person through the window; answers the one-time password that is shown once. */
export async function addPerson(page: Page, { name, login, role }: Person): Promise<string> {
  await openPage(page, '员工')
  await page.getByRole('button', { name: '新增员工' }).click()
  const form = page.getByRole('dialog', { name: '新增员工' })
  await form.getByRole('textbox', { name: '姓名' }).fill(name)
  await form.getByRole('textbox', { name: '登录名' }).fill(login)
  await choose(page, form.getByRole('combobox', { name: '角色' }), role)
  await form.getByRole('button', { name: '新增员工' }).click()
  return await takeOneTimePassword(page, name)
}

/** Reads the one-time password off the dialog that shows it, and closes that. */
export async function takeOneTimePassword(page: Page, name: string): Promise<string> {
  const shown = page.getByRole('dialog', { name: `${name} 的一次性密码` })
  const password = await shown.getByRole('strong').innerText()
  await shown.getByRole('button', { name: '完成' }).click()
  await expect(shown).toBeHidden()
  await expectNoDialog(page)
  return password
}

/** The first time at the desk: the one-time password is replaced by a password of one's own. */
export async function signInFirst(page: Page, login: string, oneTime: string, password = PASSWORD): Promise<void> {
  await typeLogin(page, login, oneTime)
  await expect(page.getByRole('heading', { name: '请设置您自己的密码' })).toBeVisible()
  await page.getByRole('textbox', { name: '当前密码' }).fill(oneTime)
  await page.getByRole('textbox', { name: /^新密码/ }).fill(password)
  await page.getByRole('textbox', { name: '再次输入新密码' }).fill(password)
  await page.getByRole('button', { name: '设置密码' }).click()
  await expectDesk(page)
}

/** Adds a person and lets them take the desk over. */
export async function handOver(page: Page, person: Person): Promise<void> {
  const oneTime = await addPerson(page, person)
  await lock(page)
  await signInFirst(page, person.login, oneTime)
}

/** Chooses from a list the way a person does: opens it, takes the option by its words. */
export async function choose(page: Page, field: ReturnType<Page['getByRole']>, option: string | RegExp): Promise<void> {
  await field.click()
  const exact = typeof option === 'string'
  await page.getByRole('option', { name: option, exact }).click()
}
