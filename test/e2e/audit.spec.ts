import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import { createStore, launchDesk, lock, openPage, type RunningDesk, signIn, typeLogin } from './desk.ts'
import { answerSaveDialog, newFile } from './files.ts'
import { pictureView } from './look.ts'
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
