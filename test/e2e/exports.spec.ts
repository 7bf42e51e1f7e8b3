import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import { createStore, expectLocked, launchDesk, openPage, PASSWORD, type RunningDesk, signIn } from './desk.ts'
import { exportHistory, PURPOSE } from './exports.ts'
import { answerOpenDialog, answerSaveDialog, cancelDialogs, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'
import { createMember } from './members.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let bundle = ''

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
  await createMember(desk.page, { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: '钻石' })
})
test.afterAll(() => desk.close())

test('an export asks for purpose and requester, and closing the system dialog exports nothing', async () => {
  const { page } = desk
  await openPage(page, '导出与备份')
  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog', { name: '导出会员历史' })
  await expect(form.getByRole('button', { name: '选择位置并导出' })).toBeDisabled()
  await form.getByRole('combobox', { name: '会员' }).fill('oyjy')
  await page.getByRole('option', { name: /欧阳静怡/ }).click()
  await form.getByRole('textbox', { name: '导出目的' }).fill('太短')
  await form.getByRole('textbox', { name: '申请人' }).fill('欧阳静怡')
  await cancelDialogs(desk)
  await form.getByRole('button', { name: '选择位置并导出' }).click()
  await expect(form).toBeVisible()
  await answerSaveDialog(desk, newFile('refused.zip'))
  await form.getByRole('button', { name: '选择位置并导出' }).click()
  await expect(form.getByText(/请写明导出目的，至少 \d+ 个字符。/)).toBeVisible()
  await picture(page, 'exports-refused')
  await page.keyboard.press('Escape')
  await expect(page.getByText('还没有导出记录')).toBeVisible()
})

test('S3-76 a history is exported, listed with its purpose, and verified as issued here', async () => {
  const { page } = desk
  bundle = await exportHistory(desk, '欧阳静怡', '欧阳静怡')
  await page.getByRole('row', { name: new RegExp(PURPOSE) }).click()
  await expect(page.getByRole('region', { name: '导出 history.zip' })).toContainText(/[0-9a-f]{64}/)
  await answerOpenDialog(desk, bundle)
  await page.getByRole('button', { name: '验证导出包' }).click()
  await expect(page.getByRole('status').filter({ hasText: '验证通过' })).toContainText('由本数据库签发')
  await pictureView(page, 'exports')
})

test('a bundle in which one byte was changed does not pass', async () => {
  const { page } = desk
  const bytes = fs.readFileSync(bundle)
  const at = bytes.indexOf('%PDF') + 200
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const forged = newFile('forged.zip')
  fs.writeFileSync(forged, bytes)
  await answerOpenDialog(desk, forged)
  await page.getByRole('button', { name: '验证导出包' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '验证未通过' })).toBeVisible()
  await picture(page, 'exports-forged')
})

test('the store is backed up, and a desk that lost it is restored from the backup', async () => {
  const { page } = desk
  const backup = newFile('desk.backup')
  await answerSaveDialog(desk, backup)
  await page.getByRole('button', { name: '备份数据库' }).click()
  await expect(page.getByText(/备份已保存：desk.backup/)).toBeVisible()
  await desk.close()
  desk = await launchDesk()
  const fresh = desk.page
  await fresh.getByRole('button', { name: '已有备份？从备份恢复' }).click()
  await answerOpenDialog(desk, backup)
  await fresh.getByRole('button', { name: '选择备份文件' }).click()
  await expect(fresh.getByText(/^desk.backup · /)).toBeVisible()
  await pictureView(fresh, 'restore')
  await fresh.getByRole('textbox', { name: '登录名' }).fill('boss')
  await fresh.getByRole('textbox', { name: /^密码/ }).fill(PASSWORD)
  await fresh.getByRole('button', { name: '恢复', exact: true }).click()
  await expectLocked(fresh)
  await signIn(fresh, 'boss')
  await openPage(fresh, '会员')
  await expect(fresh.getByRole('row', { name: /欧阳静怡/ })).toBeVisible()
})
