import fs from 'node:fs'
import { expect, type Page } from '@playwright/test'
import iconv from 'iconv-lite'
import { openPage, type RunningDesk } from './desk.ts'
import { answerOpenDialog, newFile } from './files.ts'

/** A table as a Chinese Windows writes it: commas, CRLF, GB18030. */
export function writeTable(name: string, rows: readonly (readonly string[])[]): string {
  const file = newFile(name)
  fs.writeFileSync(file, iconv.encode(rows.map((row) => row.join(',')).join('\r\n'), 'gb18030'))
  return file
}

/** Opens the page of imports and chooses a file; what its columns mean is shown afterwards. */
export async function chooseTable(desk: RunningDesk, file: string): Promise<void> {
  const { page } = desk
  await openPage(page, '导入')
  await page.getByRole('button', { name: '导入会员' }).click()
  await answerOpenDialog(desk, file)
  await page.getByRole('button', { name: '选择文件…' }).click()
  await expect(page.getByRole('region', { name: '列的对应' })).toBeVisible()
}

/** Imports the file whose columns are shown; answers the five counts: read, created, updated, unchanged, rejected. */
export async function runImport(page: Page): Promise<number[]> {
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '导入完成' })).toBeVisible()
  return await counts(page)
}

/** The five counts on the screen. */
export async function counts(page: Page): Promise<number[]> {
  const text = await page.getByRole('main').getByRole('status').first().innerText()
  return (text.match(/\d[\d,]*/g) ?? []).map((number) => Number(number.replaceAll(',', '')))
}
