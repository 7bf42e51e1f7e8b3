import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import { createStore, expectLocked, launchDesk, lock, openPage, PASSWORD, type RunningDesk, signIn } from './desk.ts'
import { exportHistory, PURPOSE } from './exports.ts'
import { answerOpenDialog, answerSaveDialog, cancelDialogs, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'
import { createMember } from './members.ts'
import { handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

/** A passphrase is made slow to guess, which takes seconds on a busy machine. */
const SLOW_KEY = 60_000

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

test('S3-133 a copy for a partner waits for a second person, leaves, and is listed as destroyed when it is', async () => {
  const { page } = desk
  await openPage(page, '导出与备份')
  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog', { name: '导出会员历史' })
  await form.getByRole('combobox', { name: '会员' }).fill('oyjy')
  await page.getByRole('option', { name: /欧阳静怡/ }).click()
  await form.getByRole('textbox', { name: '导出目的' }).fill('示例：合同约定提供航班服务经过')
  await form.getByRole('textbox', { name: '申请人' }).fill('地服公司（示例）')
  await form.getByRole('combobox', { name: '导出版本' }).click()
  await page.getByRole('option', { name: '合作单位' }).click()
  await expect(form.getByRole('status')).toContainText('须第二人批准：接收人在外部')
  await picture(page, 'exports-form')
  await form.getByRole('button', { name: '请求批准' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('tab', { name: '导出申请' }).click()
  await page.getByRole('row', { name: /地服公司（示例）.*待批准/ }).click()
  const mine = page.getByRole('region', { name: '导出申请：地服公司（示例）' })
  await expect(mine).toContainText('接收人在外部')
  await expect(mine.getByRole('button', { name: '批准' })).toHaveCount(0)

  const admin = { name: '赵管理', login: 'zhao', role: '系统管理员' } as const
  await handOver(page, admin)
  await openPage(page, '导出与备份')
  await page.getByRole('tab', { name: '导出申请' }).click()
  await page.getByRole('row', { name: /地服公司（示例）.*待批准/ }).click()
  await mine.getByRole('textbox', { name: '意见' }).fill('示例：合同约定，同意')
  await mine.getByRole('button', { name: '批准' }).click()
  await expect(page.getByRole('row', { name: /地服公司（示例）.*已批准/ })).toBeVisible()
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '导出与备份')
  await page.getByRole('tab', { name: '导出申请' }).click()
  await page.getByRole('row', { name: /地服公司（示例）.*已批准/ }).click()
  await pictureView(page, 'exports-request')
  const file = newFile('partner.zip')
  await answerSaveDialog(desk, file)
  await mine.getByRole('button', { name: '选择位置并导出' }).click()
  await expect(page.getByText(/已导出 partner.zip/)).toBeVisible()
  expect(fs.readFileSync(file).includes('13812345678')).toBe(false)

  await page.getByRole('tab', { name: '导出登记' }).click()
  await page.getByRole('row', { name: /partner\.zip/ }).click()
  const copy = page.getByRole('region', { name: '导出 partner.zip' })
  await expect(copy).toContainText('合作单位')
  await copy.getByRole('textbox', { name: '销毁凭据或说明' }).fill('示例：对方来函确认')
  await copy.getByRole('button', { name: '登记已销毁' }).click()
  await expect(copy).toContainText('已销毁')
  await pictureView(page, 'exports-copy')
})

test('an encrypted bundle is opened with its passphrase, and the verifier is saved for the auditor', async () => {
  const { page } = desk
  await openPage(page, '导出与备份')
  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog', { name: '导出会员历史' })
  await form.getByRole('combobox', { name: '会员' }).fill('oyjy')
  await page.getByRole('option', { name: /欧阳静怡/ }).click()
  await form.getByRole('textbox', { name: '导出目的' }).fill(PURPOSE)
  await form.getByRole('textbox', { name: '申请人' }).fill('欧阳静怡')
  await form.getByRole('combobox', { name: '加密' }).click()
  await page.getByRole('option', { name: '口令加密' }).click()
  await form.getByLabel(/^口令（至少/).fill('示例口令 correct horse')
  const file = newFile('sealed.zip.age')
  await answerSaveDialog(desk, file)
  await form.getByRole('button', { name: '选择位置并导出' }).click()
  await expect(page.getByText(/已导出 sealed.zip.age/)).toBeVisible({ timeout: SLOW_KEY })
  expect(fs.readFileSync(file, 'latin1').startsWith('age-encryption.org/v1')).toBe(true)

  await answerOpenDialog(desk, file)
  await page.getByRole('button', { name: '验证导出包' }).click()
  const key = page.getByRole('dialog', { name: '打开加密的导出包' })
  await key.getByLabel('口令或接收人私钥').fill('示例口令 correct horse')
  await key.getByRole('button', { name: '打开并验证' }).click()
  await expect(key).toBeHidden({ timeout: SLOW_KEY })
  await expect(page.getByRole('status').filter({ hasText: '验证通过' })).toContainText('由本数据库签发')

  const verifier = newFile('verify-bundle.mjs')
  await answerSaveDialog(desk, verifier)
  await page.getByRole('button', { name: '保存验证程序' }).click()
  await expect(page.getByRole('status').filter({ hasText: '可用普通 Node 运行' })).toContainText('RW')
  const { status, stdout } = spawnSync(process.execPath, [verifier, bundle], { encoding: 'utf8' })
  expect({ status, isGood: stdout.includes('验证通过') }).toEqual({ status: 0, isGood: true })
  await picture(page, 'exports-verifier')
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
