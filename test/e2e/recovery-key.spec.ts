import { expect, test } from '@playwright/test'
import { createStore, expectNoDialog, launchDesk, openPage, PASSWORD, type RunningDesk } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { handOver } from './people.ts'
import { stored } from './stored.ts'

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

test('the recovery key is renewed, shown once, and the sheet is tested', async () => {
  const { page } = desk
  await openPage(page, '数据安全')
  await page.getByRole('tab', { name: '数据密钥', exact: true }).click()
  await page.getByRole('button', { name: '更换恢复密钥' }).click()
  const dialog = page.getByRole('dialog', { name: '更换恢复密钥' })
  await dialog.getByRole('textbox', { name: '原因' }).fill('原件遗失')
  await dialog.getByLabel('本人密码').fill(PASSWORD)
  await dialog.getByRole('button', { name: '更换恢复密钥' }).click()
  const shown = page.getByRole('dialog', { name: '请保存恢复密钥' })
  const key = await shown.getByLabel('恢复密钥', { exact: true }).innerText({ timeout: 60_000 })
  await picture(page, 'recovery-key-new')
  await expect(shown.getByRole('button', { name: '完成' })).toBeDisabled()
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = document.querySelector('[data-sheet]')?.textContent ?? ''
    }
  })
  await shown.getByRole('button', { name: '打印' }).click()
  const sheet = page.locator('body')
  await expect(sheet).toHaveAttribute(
    'data-printed',
    new RegExp(`恢复密钥[\\s\\S]*${key}[\\s\\S]*\\d{4}/\\d{2}/\\d{2}`),
  )
  const { rows } = await stored(page, 'audit.list', { call: 'audit.printed', limit: 1 })
  expect(JSON.parse(rows[0]?.body ?? '{}').input).toMatchObject({ what: 'recovery-key' })
  expect(rows[0]?.body).not.toContain(key.slice(0, 11))
  await shown.getByRole('checkbox').check()
  await shown.getByRole('button', { name: '完成' }).click()
  await expectNoDialog(page)
  await pictureView(page, 'recovery-key')
  await page.getByRole('button', { name: '测试恢复密钥' }).click()
  const test = page.getByRole('dialog', { name: '测试恢复密钥' })
  await test.getByRole('textbox', { name: '恢复密钥' }).fill(key.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))
  await test.getByRole('button', { name: '测试', exact: true }).click()
  await expect(test.getByRole('alert')).toContainText('恢复密钥有误')
  await test.getByRole('textbox', { name: '恢复密钥' }).fill(key)
  await test.getByRole('button', { name: '测试', exact: true }).click()
  await expect(test.getByRole('status')).toContainText('能打开本数据库')
  await picture(page, 'recovery-key-tested')
  await page.keyboard.press('Escape')
})

test('S3-133 other limits for exports wait for a second person', async () => {
  const { page } = desk
  await openPage(page, '导出与备份')
  await page.getByRole('tab', { name: '导出申请' }).click()
  await expect(page.getByText('达到 5,000 行或 20 位会员的导出须第二人批准')).toBeVisible()
  await page.getByRole('button', { name: '修改限额…' }).click()
  const form = page.getByRole('dialog', { name: '修改双人审批限额' })
  await form.getByRole('textbox', { name: '行数达到' }).fill('800')
  await form.getByRole('textbox', { name: '修改理由' }).fill('名单较小')
  await form.getByRole('button', { name: '提交第二人批准' }).click()
  await expect(page.getByRole('status').filter({ hasText: '等待第二人决定' }).first()).toContainText('800 行')
  await pictureView(page, 'export-limits')
  await expect(page.getByRole('button', { name: '批准' })).toHaveCount(0)
  await handOver(page, { name: '赵管理', login: 'zhao', role: '系统管理员' })
  await openPage(page, '导出与备份')
  await page.getByRole('tab', { name: '导出申请' }).click()
  const waiting = page.getByRole('status').filter({ hasText: '等待第二人决定' })
  await page.getByRole('textbox', { name: '意见' }).fill('名单确实较小，同意')
  await pictureView(page, 'export-limits-second')
  await page.getByRole('button', { name: '批准' }).click()
  await expect(page.getByText('达到 800 行或 20 位会员的导出须第二人批准')).toBeVisible()
  await expect(page.getByText('双人商定')).toBeVisible()
  await expect(waiting).toHaveCount(0)
})

test('the first sheet is put on paper with its store and nothing of the screen', async () => {
  await desk.close()
  desk = await launchDesk()
  const { page } = desk
  await page.getByRole('textbox', { name: '姓名' }).fill('王经理')
  await page.getByRole('textbox', { name: '登录名' }).fill('boss')
  await page.getByRole('textbox', { name: /^密码/ }).fill(PASSWORD)
  await page.getByRole('textbox', { name: '再次输入密码' }).fill(PASSWORD)
  await page.getByRole('button', { name: '新建加密数据库' }).click()
  await expect(page.getByRole('group', { name: '恢复密钥' })).toBeVisible()
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = 'asked'
    }
  })
  await page.getByRole('button', { name: '打印' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'asked')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('group', { name: '恢复密钥' })).toBeVisible()
  await expect(page.getByText(/desk\.db/).filter({ visible: true })).toHaveCount(1)
  await expect(page.getByRole('checkbox')).toBeHidden()
  await expect(page.getByRole('button')).toHaveCount(0)
  await picture(page, 'recovery-key-printed')
  await page.emulateMedia({ media: null })
})
