import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { CALLS, RECIPIENT, storeWithLargeExport } from './exports-store.ts'
import { answerSaveDialog, newFile } from './files.ts'
import { pictureView } from './look.ts'

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithLargeExport() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

test('S3-133 a large export is cancelled in the window and goes on when it is made again to the same place', async () => {
  const { page } = desk
  await openPage(page, '导出与备份')
  await page.getByRole('tab', { name: '导出申请' }).click()
  await page.getByRole('row', { name: new RegExp(RECIPIENT) }).click()
  const request = page.getByRole('region', { name: `导出申请：${RECIPIENT}` })
  await expect(request).toContainText('再次导出并选择同一文件名即可接着做')
  await pictureView(page, 'exports-large')
  const file = newFile('large.zip')
  await answerSaveDialog(desk, file)
  const make = request.getByRole('button', { name: '选择位置并导出' })
  await make.click()
  const progress = page.getByRole('dialog', { name: '正在导出' })
  const done = async () => Number((await progress.getByRole('status').innerText()).split('/')[0]?.replaceAll(/\D/g, ''))
  await expect.poll(done, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(CALLS * 2)
  await progress.getByRole('button', { name: '取消' }).click()
  await expect(progress).toBeHidden()
  await expect(page.getByText(/已取消/).first()).toBeVisible()
  expect(fs.readdirSync(path.dirname(file))).toEqual(['large.zip.unfinished'])
  await make.click()
  await expect(page.getByText(`已接着上次未完成的导出，${(CALLS * 2).toLocaleString('en-US')} 行无需重写`)).toBeVisible(
    {
      timeout: 30_000,
    },
  )
  expect(fs.readdirSync(path.dirname(file))).toEqual(['large.zip'])
})
