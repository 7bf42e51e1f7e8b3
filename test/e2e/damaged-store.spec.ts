import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { createStore, expectLocked, launchDesk, openPage, PASSWORD, signIn, typeLogin } from './desk.ts'
import { answerOpenDialog, answerSaveDialog, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'
import { pastDesk } from './past-desk.ts'

test('a store that no longer opens is replaced by its backup from the locked door, and kept aside', async () => {
  const desk = await launchDesk()
  await createStore(desk.page)
  const file = newFile('desk.backup')
  await answerSaveDialog(desk, file)
  await openPage(desk.page, '导出与备份')
  await desk.page.getByRole('button', { name: '备份数据库' }).click()
  await expect.poll(() => fs.existsSync(file)).toBe(true)
  await desk.close()
  const store = path.join(desk.folder, 'desk.db')
  fs.writeFileSync(store, Buffer.alloc(8192, 7))

  const again = await launchDesk({ folder: desk.folder })
  const { page } = again
  const offer = page.getByRole('button', { name: '用备份替换打不开的数据库' })
  await expectLocked(page)
  await expect(offer).toHaveCount(0)
  await typeLogin(page, 'boss', 'not the password')
  await expect(page.getByText('登录名或密码不正确。')).toBeVisible()
  await expect(offer).toHaveCount(0)
  await typeLogin(page, 'boss', PASSWORD)
  await expect(page.getByText('数据库文件已损坏，没有打开。请从备份恢复。')).toBeVisible()
  await pictureView(page, 'damaged-sign-in')
  await offer.focus()
  await page.keyboard.press('Enter')
  await answerOpenDialog(again, file)
  await page.getByRole('button', { name: '选择备份文件' }).click()
  await expect(page.getByText(/desk\.backup/)).toBeVisible()
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(PASSWORD)
  await pictureView(page, 'damaged-restore')
  await page.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(page.getByText(/原来的文件已改名保留：desk\.db\.damaged-\d{8}-\d{6}/)).toBeVisible()
  await signIn(page, 'boss')
  await again.close()
  expect(fs.readdirSync(desk.folder).filter((name) => /\.damaged-\d{8}-\d{6}(\.keys)?$/.test(name))).toHaveLength(2)
})

test('settings that cannot be read keep nobody out; a manager is told and saves them again', async () => {
  const past = await pastDesk(0)
  await past.engine.desk.open?.store.transaction(async (db) => {
    for (const key of ['desk', 'trust', 'backups', 'specialists'])
      await db.insertInto('settings').values({ key, value: '{"half' }).execute()
    const body = '{"textSize":"enormous"}'
    const { id: userId } = await db.selectFrom('users').select('id').executeTakeFirstOrThrow()
    await db.insertInto('personalSettings').values({ userId, body, updatedAt: 0 }).execute()
  })
  await past.close()
  const desk = await launchDesk({ folder: past.folder })
  const { page } = desk
  await signIn(page, 'boss')
  await page.getByRole('button', { name: '有设置无法读取' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '无法读取，正按默认值运行' })).toContainText('自动备份计划')
  await pictureView(page, 'settings-unreadable')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '工作台设置' })).toHaveCount(0)
  await page.keyboard.press('Control+,')
  await picture(page, 'settings-unreadable-own')
  await page.getByRole('button', { name: '按现在的样子保存' }).click()
  await expect(page.getByText('您的个人设置')).toHaveCount(0)
  await desk.close()
})
