import { expect } from '@playwright/test'
import { openPage, type RunningDesk } from './desk.ts'
import { answerSaveDialog, newFile } from './files.ts'

export const PURPOSE = '会员本人书面申请查阅其全部服务记录'

/** A manager exports a member's history through the window; answers where the bundle stands. */
export async function exportHistory(desk: RunningDesk, member: string, requester: string): Promise<string> {
  const { page } = desk
  await openPage(page, '导出与备份')
  await page.getByRole('button', { name: '导出会员历史' }).click()
  const form = page.getByRole('dialog', { name: '导出会员历史' })
  await form.getByRole('combobox', { name: '会员' }).fill(member)
  await page.getByRole('option', { name: new RegExp(member) }).click()
  await form.getByRole('textbox', { name: '导出目的' }).fill(PURPOSE)
  await form.getByRole('textbox', { name: '申请人' }).fill(requester)
  const file = newFile('history.zip')
  await answerSaveDialog(desk, file)
  await form.getByRole('button', { name: '选择位置并导出' }).click()
  await expect(page.getByText(/已导出 history.zip（\d+ 行）/)).toBeVisible()
  await expect(form).toBeHidden()
  return file
}
