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
  // A form that was just shown takes no text until it knows whether a draft of it is kept.
  await expect(field).toBeEditable()
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

/** Types a day (YYYY-MM-DD) into a date field, whose parts stand in the order of the desk's language: year, month, day. */
export async function typeDay(page: Page, field: Locator, day: string): Promise<void> {
  await goTo(page, field)
  for (const [place, part] of day.split('-').entries()) {
    for (let back = 0; back < 3; back++) await page.keyboard.press('ArrowLeft')
    for (let ahead = 0; ahead < place; ahead++) await page.keyboard.press('ArrowRight')
    await page.keyboard.type(part)
  }
  await expect(field).toHaveValue(day)
}

/** Goes to a group of choices and chooses one with the arrow keys. */
export async function mark(page: Page, group: Locator, choice: string): Promise<void> {
  await goTo(page, group)
  const wanted = group.getByRole('radio', { name: choice, exact: true })
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 12 && !(await wanted.isChecked()); presses++) await page.keyboard.press('ArrowRight')
  await expect(wanted).toBeChecked()
}

/** Shows a part of a page by its tab. */
export async function showTab(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('tab', { name, exact: true })
  await goTo(page, page.getByRole('tablist').first())
  for (let presses = 0; presses < 12; presses++) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') return
    await page.keyboard.press('ArrowRight')
  }
  await expect(wanted).toHaveAttribute('aria-selected', 'true')
}

/** Opens a page of the navigation. */
export async function turnTo(page: Page, name: string): Promise<void> {
  await press(page, page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name }))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Goes to a list of rows and opens the first one. */
export async function openFirst(page: Page, list: Locator): Promise<void> {
  await goTo(page, list)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
}
