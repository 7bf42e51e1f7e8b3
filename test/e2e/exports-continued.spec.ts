import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { CALLS, RECIPIENT, SECOND_RECIPIENT, storeWithLargeExport } from './exports-store.ts'
import { answerSaveDialog, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithLargeExport() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

const TAKEN = `已接着上次未完成的导出，${(CALLS * 2).toLocaleString('en-US')} 行无需重写`

/** The request for a recipient, open, with the button that makes its export. */
async function openRequest(recipient: string): Promise<{ request: Locator; make: Locator }> {
  const { page } = desk
  await page.getByRole('tab', { name: '导出申请' }).click()
  await page.getByRole('row', { name: recipient }).click()
  const request = page.getByRole('region', { name: `导出申请：${recipient}` })
  return { request, make: request.getByRole('button', { name: '选择位置并导出' }) }
}

/** Cancels the export that runs, once its workbook is being written. */
async function cancelLate(): Promise<void> {
  const { page } = desk
  const progress = page.getByRole('dialog', { name: '正在导出' })
  const done = async () => Number((await progress.getByRole('status').innerText()).split('/')[0]?.replaceAll(/\D/g, ''))
  await expect.poll(done, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(CALLS * 2)
  await progress.getByRole('button', { name: '取消' }).click()
  await expect(progress).toBeHidden()
}

test('S3-133 a large export is cancelled in the window and goes on when it is made again to the same place', async () => {
  const { page } = desk
  await openPage(page, '导出与备份')
  const { request, make } = await openRequest(RECIPIENT)
  await expect(request).toContainText('再次导出并选择同一文件名即可接着做')
  await pictureView(page, 'exports-large')
  const file = newFile('large.zip')
  await answerSaveDialog(desk, file)
  await make.click()
  await cancelLate()
  await expect(request.getByRole('alert')).toContainText('已写好的部分留在“未完成的导出”里')
  expect(fs.readdirSync(path.dirname(file))).toEqual(['large.zip.unfinished'])
  await make.click()
  await expect(page.getByText(TAKEN)).toBeVisible({ timeout: 30_000 })
  expect(fs.readdirSync(path.dirname(file))).toEqual(['large.zip'])
})

test('S3-133 an unfinished export is found in the window: discarded with its folder, or gone on with, by keyboard alone', async () => {
  const { page } = desk
  const file = newFile('second.zip')
  await answerSaveDialog(desk, file)
  const { make } = await openRequest(SECOND_RECIPIENT)
  await make.click()
  await cancelLate()
  await expect(page.getByRole('tab', { name: '未完成的导出（1）' })).toBeVisible()
  await page.getByRole('tab', { name: '导出申请' }).focus()
  await page.keyboard.press('ArrowRight')
  const grid = page.getByRole('grid', { name: '未完成的导出' })
  await expect(page.getByRole('row', { name: /second\.zip/ })).toContainText('2 / 3 个文件')
  const openRow = async () => {
    await grid.focus()
    await page.keyboard.press('Enter')
  }
  await openRow()
  const panel = page.getByRole('region', { name: '未完成的导出 second.zip' })
  await expect(panel).toContainText(`${file}.unfinished`)
  await expect(panel).toContainText(`2 / 3 个文件，${(CALLS * 2).toLocaleString('en-US')} 行`)
  await expect(panel).toContainText('已写好的文件加密保存在文件夹里')
  await pictureView(page, 'exports-unfinished')

  await panel.getByRole('button', { name: '放弃' }).focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: '放弃未完成的导出？' })
  await expect(question).toContainText(`${file}.unfinished`)
  await picture(page, 'exports-unfinished-discard')
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(panel.getByRole('button', { name: '放弃' })).toBeFocused()
  expect(fs.existsSync(`${file}.unfinished`)).toBe(true)
  await page.keyboard.press('Enter')
  await question.getByRole('button', { name: '放弃' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有未完成的导出')).toBeVisible()
  expect(fs.readdirSync(path.dirname(file))).toEqual([])
  await expect(grid).toBeFocused()

  const again = await openRequest(SECOND_RECIPIENT)
  await again.make.click()
  await cancelLate()
  fs.renameSync(`${file}.unfinished`, `${file}.moved`)
  await page.getByRole('tab', { name: '未完成的导出（1）' }).click()
  await expect(page.getByRole('row', { name: /second\.zip/ })).toContainText('文件夹不在')
  await openRow()
  await expect(panel.getByRole('button', { name: '从头导出' })).toBeVisible()
  await picture(page, 'exports-unfinished-gone')
  await page.keyboard.press('Escape')
  fs.renameSync(`${file}.moved`, `${file}.unfinished`)
  await page.getByRole('tab', { name: '导出登记' }).click()
  await page.getByRole('tab', { name: '未完成的导出（1）' }).click()
  await openRow()
  await panel.getByRole('button', { name: '接着导出' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(TAKEN).first()).toBeVisible({ timeout: 30_000 })
  await expect(panel).toBeHidden()
  await expect(grid).toBeFocused()
  expect(fs.readdirSync(path.dirname(file))).toEqual(['second.zip'])
})
