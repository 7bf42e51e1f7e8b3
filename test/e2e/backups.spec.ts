import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { createStore, expectNoDialog, launchDesk, newFolder, openPage, PASSWORD, type RunningDesk } from './desk.ts'
import { answerOpenDialog } from './files.ts'
import { goTo, pick, press, tick, type } from './keyboard.ts'
import { picture, pictureView } from './look.ts'
import { handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

/** A password is made slow to guess, and a store is copied: seconds on a busy machine. */
const SLOW = 60_000

let desk: RunningDesk
const folder = newFolder()
const backups = () => fs.readdirSync(folder).sort()

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const list = () => desk.page.getByRole('grid', { name: '备份列表' })
const mine = () => desk.page.getByRole('row', { name: /王经理/ })

async function fileOfMine(): Promise<string> {
  return /vip-desk-[\d-]+\.backup/.exec(await mine().innerText())?.[0] ?? ''
}

async function save(): Promise<void> {
  const { page } = desk
  await press(page, page.getByRole('button', { name: '保存', exact: true }))
}

async function backUpNow(): Promise<void> {
  const { page } = desk
  await press(page, page.getByRole('button', { name: '立即备份' }))
}

/** The list shows what is on the disk when it is opened. */
async function comeBack(): Promise<void> {
  const { page } = desk
  await page.getByRole('tab', { name: '导出登记' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(list()).toBeVisible()
}

test('backups are planned to a folder, and one is made at once, by keyboard alone', async () => {
  const { page } = desk
  await openPage(page, '导出与备份')
  await comeBack()
  await expect(page.getByText('还没有自动备份')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '自动备份已关闭' })).toBeVisible()
  await pictureView(page, 'backups-none')

  await tick(page, page.getByRole('switch', { name: '自动备份' }))
  await save()
  await expect(page.getByRole('alert').filter({ hasText: '还没有备份计划，请先选择文件夹。' })).toBeVisible()
  await picture(page, 'backups-refused')
  await answerOpenDialog(desk, folder)
  await press(page, page.getByRole('button', { name: '选择文件夹' }))
  await expect(page.getByRole('textbox', { name: '文件夹' })).toHaveValue(path.basename(folder))
  await pick(page, page.getByRole('combobox', { name: '间隔' }), '每 8 小时')
  await type(page, page.getByRole('textbox', { name: '保留份数' }), '3')
  await save()
  await expect(page.getByText('自动备份计划已保存')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '文件夹' })).toHaveValue(folder)
  await expect(page.getByRole('status').filter({ hasText: '自动备份已关闭' })).toBeHidden()

  await backUpNow()
  await expect(page.getByText(/备份已保存：vip-desk-.*\.backup/)).toBeVisible({ timeout: SLOW })
  await expectNoDialog(page)
  await expect(page.getByRole('button', { name: '立即备份' })).toBeFocused()
  await expect(mine()).toContainText(/王经理\s*在原处/)
  await expect(page.getByText(/下次备份：/)).toBeVisible()
  expect(backups()).toContain(await fileOfMine())
})

test('a drill says in words that a password is wrong, and shows what it proved with the right one', async () => {
  const { page } = desk
  await goTo(page, list())
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: /^备份 vip-desk-/ })
  await expect(panel).toContainText(folder)
  await expect(panel).toContainText(/[0-9a-f]{64}/)
  await press(page, panel.getByRole('button', { name: '开始演练' }))
  const password = panel.getByLabel('您的密码')
  await expect(password).toBeFocused()
  await expect(panel.getByText('必填')).toBeVisible()
  await page.keyboard.type('not the password at all')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('alert')).toContainText('密码不正确', { timeout: SLOW })
  await expectNoDialog(page)
  await expect(password).toBeFocused()
  await picture(page, 'backups-drill-refused')

  const files = backups()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  const proof = panel.getByRole('status').filter({ hasText: '演练通过' })
  await expect(proof).toContainText(/审计日志条数\s*[1-9]/, { timeout: SLOW })
  await expect(proof).toContainText(/会员\s*0/)
  await expectNoDialog(page)
  expect(backups()).toEqual(files)
  await proof.scrollIntoViewIfNeeded()
  await pictureView(page, 'backups-drill')
  await password.focus()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(list()).toBeFocused()
})

test('a backup that was moved away is told as such, and older ones give way to newer ones', async () => {
  const { page } = desk
  const name = await fileOfMine()
  fs.renameSync(path.join(folder, name), path.join(folder, `${name}.moved`))
  await comeBack()
  await expect(mine()).toContainText('不在原处')
  await goTo(page, list())
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: `备份 ${name}` })
  await expect(panel).toContainText('文件不在原处')
  await expect(panel.getByRole('button', { name: '开始演练' })).toHaveCount(0)
  await pictureView(page, 'backups-gone')
  fs.renameSync(path.join(folder, `${name}.moved`), path.join(folder, name))
  await comeBack()
  await expect(mine()).toContainText(/王经理\s*在原处/)

  await type(page, page.getByRole('textbox', { name: '保留份数' }), '1')
  await save()
  await expect(page.getByText('自动备份计划已保存')).toBeVisible()
  await backUpNow()
  await expect(mine()).toHaveCount(2, { timeout: SLOW })
  await expectNoDialog(page)
  await expect(mine().last()).toContainText('已让位')
  expect(backups().length).toBe(1)
  expect(backups()).not.toContain(name)
})

test('a backup that fails says why, and stopping the plan leaves what was made', async () => {
  const { page } = desk
  const away = `${folder}-away`
  fs.renameSync(folder, away)
  await backUpNow()
  const warning = page.getByRole('alert').filter({ hasText: '最近一次备份失败' })
  await expect(warning).toContainText('这个位置无法使用', { timeout: SLOW })
  await expectNoDialog(page)
  await expect(mine().first()).toContainText('失败')
  await goTo(page, list())
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /^备份 / })).toContainText('失败原因')
  await pictureView(page, 'backups-failed')
  fs.renameSync(away, folder)

  await goTo(page, page.getByRole('switch', { name: '自动备份' }))
  await page.keyboard.press('Space')
  await save()
  await expect(page.getByText('自动备份已停止')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '自动备份已关闭' })).toBeVisible()
  expect(backups().length).toBe(1)
  await expect(page.getByRole('textbox', { name: '文件夹' })).toHaveValue(folder)
  await expect(page.getByRole('textbox', { name: '保留份数' })).toHaveValue('1')
  await pictureView(page, 'backups-off')

  await press(page, page.getByRole('button', { name: '重新启用' }))
  await expect(page.getByText('自动备份已按原计划重新启用')).toBeVisible()
  const isOn = page.getByRole('switch', { name: '自动备份' })
  await expect(isOn).toBeFocused()
  await expect(isOn).toBeChecked()
  await expect(page.getByRole('button', { name: '重新启用' })).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: '自动备份已关闭' })).toBeHidden()
})

test('an administrator sees the plan and the backups, makes one, proves it with a password of their own and stops the plan', async () => {
  const { page } = desk
  await handOver(page, { name: '赵管理', login: 'zhao', role: '系统管理员' })
  await openPage(page, '导出与备份')
  await expect(page.getByRole('tab')).toHaveText(['导出登记', '导出申请', '备份'])
  await expect(page.getByRole('button', { name: '导出会员历史' })).toHaveCount(0)
  await comeBack()
  await expect(page.getByRole('switch', { name: '自动备份' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: '文件夹' })).toHaveValue(folder)
  await expect(page.getByRole('combobox', { name: '间隔' })).toHaveValue('每 8 小时')
  await expect(mine().first()).toBeVisible()

  await type(page, page.getByRole('textbox', { name: '保留份数' }), '2')
  await save()
  await expect(page.getByText('自动备份计划已保存')).toBeVisible()
  await backUpNow()
  const theirs = page.getByRole('row', { name: /赵管理/ })
  await expect(theirs).toContainText('在原处', { timeout: SLOW })
  await expectNoDialog(page)
  await goTo(page, list())
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: /^备份 vip-desk-/ })
  await expect(panel).toContainText(folder)
  await type(page, panel.getByLabel('您的密码'), PASSWORD)
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('status').filter({ hasText: '演练通过' })).toBeVisible({ timeout: SLOW })
  await expectNoDialog(page)
  await pictureView(page, 'backups-admin')
  await panel.getByLabel('您的密码').focus()
  await page.keyboard.press('Escape')
  await expect(list()).toBeFocused()

  await goTo(page, page.getByRole('switch', { name: '自动备份' }))
  await page.keyboard.press('Space')
  await save()
  await expect(page.getByRole('status').filter({ hasText: '自动备份已关闭' })).toBeVisible()
  await expect(page.getByRole('button', { name: '重新启用' })).toBeVisible()
})
