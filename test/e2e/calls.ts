import { expect, type Page } from '@playwright/test'
import { createStore, expectNoDialog, lock, openPage, type RunningDesk } from './desk.ts'
import { createMember } from './members.ts'
import { addPerson, signInFirst } from './people.ts'

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

/** A desk with one member and two agents, 李客服 and 周客服; the first is signed in. */
export async function openTelephone({ page }: RunningDesk, mobile: string): Promise<void> {
  await createStore(page)
  await createMember(page, { card: 'HU600100300', name: '欧阳静怡', mobile, tier: '钻石' })
  const first = await addPerson(page, { name: '李客服', login: 'li', role: '客服专员' })
  const second = await addPerson(page, { name: '周客服', login: 'zhou', role: '客服专员' })
  await openPage(page, '电话')
  await lock(page)
  await signInFirst(page, 'zhou', second)
  await lock(page)
  await signInFirst(page, 'li', first)
}

/** Writes question, process and result of the call that is on. */
export async function writeRecord(page: Page): Promise<void> {
  for (const [field, text] of [
    ['问题与要求', '询问退票手续（演示）'],
    ['处理过程', '核对客票（演示）'],
    ['处理结果', '告知结果（演示）'],
  ] as const)
    await callDock(page).getByRole('textbox', { name: field }).fill(text)
}
