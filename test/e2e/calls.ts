import { expect, type Page } from '@playwright/test'
import { expectNoDialog } from './desk.ts'

/** The strip of the call that is on. */
export function callDock(page: Page) {
  return page.getByRole('region', { name: '当前通话' })
}

/** A call rings: F2, the number, Enter. */
export async function ring(page: Page, phone: string): Promise<void> {
  await expectNoDialog(page)
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: '电话号码' })).toBeFocused()
  await page.keyboard.type(phone)
  await page.keyboard.press('Enter')
  await expect(callDock(page).getByRole('button', { name: '接听', exact: true })).toBeVisible()
}

/** Answers the ringing call by its key; the record can be typed at once. */
export async function answer(page: Page): Promise<void> {
  await page.keyboard.press('F2')
  await expect(callDock(page).getByRole('textbox', { name: '问题与要求' })).toBeFocused()
}

/** Hangs up and finishes the record with this result. */
export async function finishCall(page: Page, result: string): Promise<void> {
  await page.keyboard.press('F8')
  const code = callDock(page).getByRole('combobox', { name: '结果代码' })
  await expect(code).toBeFocused()
  await page.keyboard.type(result)
  await page.keyboard.press('Enter')
  await expect(code).toHaveValue(result)
  await page.keyboard.press('Control+Enter')
  await expect(callDock(page)).toHaveCount(0)
}
