import { expect, type Locator, type Page } from '@playwright/test'
import { expectLocked, expectNoDialog, PASSWORD } from './desk.ts'

/** More than any page of the desk has. */
const MOST_STOPS = 400

/** Goes to a control with Tab alone, round the page if need be. */
export async function goTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    if (await control.evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  await expect(control).toBeFocused()
}

/** Goes to a button and presses it. */
export async function press(page: Page, button: Locator): Promise<void> {
  await goTo(page, button)
  await page.keyboard.press('Enter')
}

/** Goes to a field and types into it what it is to hold. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await goTo(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Goes to a box and ticks it. */
export async function tick(page: Page, box: Locator): Promise<void> {
  await goTo(page, box)
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
}

/** Goes to a list and chooses an entry with the arrow keys, which the list then shows. */
export async function pick(page: Page, list: Locator, entry: string): Promise<void> {
  await choose(page, list, entry)
  await expect(list).toHaveValue(entry)
}

/** The same for a list that does something with the entry and is empty again. */
export async function choose(page: Page, list: Locator, entry: string): Promise<void> {
  await goTo(page, list)
  const options = page.getByRole('option')
  if ((await options.count()) === 0) await page.keyboard.press('ArrowDown')
  await expect(options.filter({ hasText: entry }).first()).toBeVisible()
  for (let presses = 0; presses < 60; presses++) {
    const chosen = page.locator('[role=option][data-combobox-selected]')
    if ((await chosen.count()) === 1 && (await chosen.innerText()).trim() === entry) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

/** Sets an empty date-and-time field to some day of next year, whatever order its parts stand in. */
export async function setNextYear(page: Page, field: Locator): Promise<void> {
  await goTo(page, field)
  for (let part = 0; part < 6; part++) {
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
  }
  await expect(field).not.toHaveValue('')
}

/** Hands the desk over to somebody else without the pointer. */
export async function switchTo(page: Page, login: string): Promise<void> {
  await expectNoDialog(page)
  await page.keyboard.press('Control+l')
  await expectLocked(page)
  await type(page, page.getByRole('textbox', { name: '登录名' }), login)
  await type(page, page.getByRole('textbox', { name: /^密码/ }), PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
