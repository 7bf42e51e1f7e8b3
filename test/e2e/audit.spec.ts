import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import { createStore, launchDesk, lock, openPage, type RunningDesk, signIn, typeLogin } from './desk.ts'
import { answerSaveDialog, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'
import { addPerson, choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  const { page } = desk
  await createStore(page)
  await addPerson(page, { name: '陈主管', login: 'chen', role: '主管' })
  await lock(page)
  await typeLogin(page, 'boss', 'not the password')
  // A notice of what was done before may still stand there.
  await expect(page.getByRole('alert').filter({ hasText: '登录名或密码不正确' })).toBeVisible()
  await signIn(page, 'boss')
})
test.afterAll(() => desk.close())

test('what people did stands in the log, newest first, with wrong passwords and locks', async () => {
  const { page } = desk
  await openPage(page, '审计日志')
  const grid = page.getByRole('grid', { name: '审计日志' })
  await expect(grid.getByRole('row', { name: /登录并解锁数据库/ }).first()).toBeVisible()
  await expect(grid.getByRole('row', { name: /王经理.*锁定工作台/ })).toBeVisible()
  await expect(grid.getByRole('row', { name: /王经理.*新建加密数据库与首位经理/ })).toBeVisible()
  await grid
    .getByRole('row', { name: /登录并解锁数据库/ })
    .first()
    .click()
  const entry = page.getByRole('region', { name: /第 \d+ 条记录/ })
  await expect(entry.getByRole('row', { name: '此前密码错误次数 1' })).toBeVisible()
  await expect(entry).toContainText('"wrongPasswordsBefore": 1')
  await expect(entry).not.toContainText('not the password')
  await pictureView(page, 'audit-entry')
  await page.keyboard.press('Escape')
})

test('the log is narrowed to one person or one action', async () => {
  const { page } = desk
  const grid = page.getByRole('grid', { name: '审计日志' })
  await choose(page, page.getByRole('combobox', { name: '人员' }), '陈主管')
  await expect(grid).toContainText('没有符合条件的记录')
  await choose(page, page.getByRole('combobox', { name: '人员' }), '王经理')
  await choose(page, page.getByRole('combobox', { name: '操作' }), '新增员工')
  await expect(grid.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: '清除筛选' }).click()
})

test('a wrong password is an entry of its own; filters together are kept as a view and opened again by keys', async () => {
  const { page } = desk
  const grid = page.getByRole('grid', { name: '审计日志' })
  await choose(page, page.getByRole('combobox', { name: '结果' }), '已拒绝')
  await page.getByRole('textbox', { name: '条目内容中的词' }).fill('wrong-password boss')
  await expect(grid.getByRole('row', { name: /未登录者.*登录并解锁数据库.*已拒绝/ })).toBeVisible()
  await expect(grid.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: '视图' }).click()
  await page.getByRole('button', { name: '保存当前筛选…' }).click()
  const form = page.getByRole('dialog', { name: '保存当前筛选…' })
  await form.getByRole('textbox', { name: '名称' }).fill('错误密码')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(grid.getByRole('row')).not.toHaveCount(2)
  await grid.focus()
  await page.keyboard.press('v')
  await expect(page.getByRole('button', { name: '错误密码', exact: true })).toBeFocused()
  await picture(page, 'audit-views')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: '条目内容中的词' })).toHaveValue('wrong-password boss')
  await expect(grid.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: '清除筛选' }).click()
})

test('the whole chain is verified on demand, and its signed head is saved outside the store', async () => {
  const { page } = desk
  await page.getByRole('button', { name: '校验整条链' }).click()
  await expect(page.getByRole('status').filter({ hasText: '链完整' })).toContainText(
    /链完整：\d+ 条记录，\d+ 个已签名检查点\s*尚未送出过锚点/,
  )
  const file = newFile('checkpoint.txt')
  await answerSaveDialog(desk, file)
  await page.getByRole('button', { name: '另存检查点' }).click()
  await expect(page.getByText('检查点已保存到 checkpoint.txt')).toBeVisible()
  expect(fs.readFileSync(file, 'utf8').length).toBeGreaterThan(100)
  await pictureView(page, 'audit-verified')
})
