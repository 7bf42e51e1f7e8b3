import { expect, test } from '@playwright/test'
import {
  createStore,
  expectNoDialog,
  launchDesk,
  lock,
  openPage,
  PASSWORD,
  type RunningDesk,
  signIn,
  typeLogin,
} from './desk.ts'
import { picture, pictureView } from './look.ts'
import { addPerson, choose, signInFirst, takeOneTimePassword } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

test('S3-04 S3-05 S3-06 a manager adds people of every role, each with a one-time password', async () => {
  const { page } = desk
  await addPerson(page, { name: '陈主管', login: 'chen', role: '主管' })
  await addPerson(page, { name: '林管理', login: 'lin', role: '系统管理员' })
  await addPerson(page, { name: '赵经理', login: 'zhao', role: '部门经理' })
  await addPerson(page, { name: '李客服', login: 'li', role: '客服专员' })
  const rows = await page.getByRole('grid', { name: '员工' }).getByRole('row').allInnerTexts()
  expect(rows.slice(1).map((row) => row.split(/\s*\n\s*/).slice(0, 3))).toEqual(
    expect.arrayContaining([
      ['王经理 （您本人）', 'boss', '部门经理'],
      ['陈主管', 'chen', '主管'],
      ['林管理', 'lin', '系统管理员'],
      ['赵经理', 'zhao', '部门经理'],
      ['李客服', 'li', '客服专员'],
    ]),
  )
})

test('a login that is taken is refused in words beside the form, which stays filled in', async () => {
  const { page } = desk
  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog', { name: '新增员工' })
  await form.getByRole('textbox', { name: '姓名' }).fill('李娜')
  await form.getByRole('textbox', { name: '登录名' }).fill('li')
  await form.getByRole('button', { name: '新增员工' }).click()
  await expect(form.getByText('登录名 li 已被使用。')).toBeVisible()
  await expect(form.getByRole('textbox', { name: '姓名' })).toHaveValue('李娜')
  await picture(page, 'users-refused')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
})

test('S3-07 an agent is put under a lead and the lead under a manager, opened with the keyboard from the list', async () => {
  const { page } = desk
  await page.getByRole('textbox', { name: '按姓名或登录名筛选' }).fill('李')
  const grid = page.getByRole('grid', { name: '员工' })
  await expect(grid.getByRole('row')).toHaveCount(2)
  await grid.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: '李客服' })
  await choose(page, panel.getByRole('combobox', { name: '所属主管' }), '陈主管')
  await panel.getByRole('button', { name: '保存' }).click()
  await expect(panel.getByRole('button', { name: '保存' })).toBeDisabled()
  await pictureView(page, 'users-open')
  await page.getByRole('textbox', { name: '按姓名或登录名筛选' }).fill('')
  await panel.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('row', { name: /李客服.*陈主管/ })).toBeVisible()
  await page.getByRole('row', { name: /^陈主管/ }).click()
  const lead = page.getByRole('region', { name: '陈主管' })
  await choose(page, lead.getByRole('combobox', { name: '所属主管' }), '王经理')
  await lead.getByRole('button', { name: '保存' }).click()
  await lead.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('row', { name: /^陈主管.*王经理/ })).toBeVisible()
})

test('a disabled account does not open the desk; enabled again it does, with a new one-time password', async () => {
  const { page } = desk
  await page.getByRole('row', { name: /李客服/ }).click()
  await page.getByRole('button', { name: '停用账号' }).click()
  const question = page.getByRole('dialog', { name: '停用 李客服 的账号？' })
  await picture(page, 'users-disable')
  await question.getByRole('button', { name: '停用账号' }).click()
  await expect(page.getByRole('row', { name: /李客服/ })).toHaveCount(0)
  await page.getByRole('checkbox', { name: '显示已停用' }).check()
  await page.getByRole('row', { name: /李客服/ }).click()
  await page.getByRole('button', { name: '重新启用' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '重新启用' }).click()
  const oneTime = await takeOneTimePassword(page, '李客服')
  await lock(page)
  await typeLogin(page, 'li', PASSWORD)
  await expect(page.getByRole('alert')).toContainText('登录名或密码不正确')
  await signInFirst(page, 'li', oneTime)
})

test('S3-129 what a person can open depends on the role', async () => {
  const { page } = desk
  const names = async () =>
    (await page.getByRole('navigation').getByRole('button').allInnerTexts()).map((text) => text.split('\n')[0] ?? '')
  expect(await names()).not.toEqual(expect.arrayContaining(['员工']))
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { level: 1, name: '员工' })).toHaveCount(0)
  await lock(page)
  await signIn(page, 'boss')
  expect(await names()).toEqual(expect.arrayContaining(['员工', '审计日志', '导出与备份', '工作台设置']))
})

test('a block of the navigation folds away; the page that is open stays in sight', async () => {
  const { page } = desk
  const nav = page.getByRole('navigation')
  await openPage(page, '员工')
  const block = nav.getByRole('button', { name: '工作台管理' })
  await block.press('Enter')
  await expect(block).toHaveAttribute('aria-expanded', 'false')
  await expect(nav.getByRole('button', { name: '导入' })).toHaveCount(0)
  await expect(nav.getByRole('button', { name: '员工' })).toHaveAttribute('aria-current', 'page')
  await block.press('Enter')
  await expect(nav.getByRole('button', { name: '导入' })).toBeVisible()
})

test('nobody disables their own account, and a manager resets a forgotten password', async () => {
  const { page } = desk
  await openPage(page, '员工')
  await page.getByRole('row', { name: /^王经理/ }).click()
  await expect(page.getByRole('region', { name: '王经理' })).toBeVisible()
  await expect(page.getByRole('button', { name: '停用账号' })).toHaveCount(0)
  await page.getByRole('row', { name: /陈主管/ }).click()
  await page.getByRole('button', { name: '重置密码' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click()
  const oneTime = await takeOneTimePassword(page, '陈主管')
  await lock(page)
  await signInFirst(page, 'chen', oneTime)
})
