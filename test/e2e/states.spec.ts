import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoDialog, launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { PICTURES } from './look.ts'
import { bareAreas, silentViews, textOutside } from './states.ts'
import { emptyStore, longTextStore, lossyStore } from './states-store.ts'

test.setTimeout(300_000)

let desk: RunningDesk
const SMALL = { width: 1280, height: 720 }
/** So many views are pictured when something is wrong with them. */
const PICTURED = 5

test.afterEach(() => desk.close())

test('every view of an empty desk says that it is empty, for a manager and for an agent', async () => {
  desk = await launchDesk({ folder: await emptyStore() })
  await resize(desk.app, SMALL)
  const wrong: Record<string, string[]> = {}
  for (const [login, least] of [
    ['boss', 80],
    ['li', 30],
  ] as const) {
    await signIn(desk.page, login)
    const seen = await walk(desk.page, async (view) => {
      const found = await settled(bareAreas)
      if (found.length > 0) await note(wrong, `empty ${login} ${view}`, found)
    })
    expect(seen.length, seen.join('\n')).toBeGreaterThan(least)
    await lock(desk.page)
  }
  expect(wrong).toEqual({})
})

test('names and texts as long as people can make them stay in their cells and push nothing out of the window', async () => {
  const { folder, password, changed } = await longTextStore()
  expect(changed.length).toBeGreaterThan(60)
  desk = await launchDesk({ folder })
  await resize(desk.app, SMALL)
  await signIn(desk.page, 'manager', password)
  const wrong: Record<string, string[]> = {}
  const look = async (view: string) => {
    const found = await settled(textOutside)
    if (found.length > 0) await note(wrong, `long ${view}`, found)
  }
  const opened = new Set<string>()
  const seen = await walk(desk.page, async (view) => {
    await look(view)
    const [page = ''] = view.split(' ')
    if (!opened.has(page) && (await openFirstRow(desk.page))) {
      opened.add(page)
      await look(`${view} opened`)
    }
  })
  expect(seen.length, seen.join('\n')).toBeGreaterThan(80)
  expect(opened.size, [...opened].join()).toBeGreaterThan(15)
  await lookAtCaseAndDialogs(desk.page, look)
  expect(wrong).toEqual({})
})

test('every view of a store that has lost most of what it held says that it could not read, and offers to read again', async () => {
  const { folder, lost } = await lossyStore()
  expect(lost.length).toBeGreaterThan(100)
  desk = await launchDesk({ folder })
  await resize(desk.app, SMALL)
  await signIn(desk.page, 'boss')
  const silent: string[] = []
  const seen = await walk(desk.page, async (view) => {
    if ((await settled(silentViews)).length > 0) silent.push(view)
  })
  expect(seen.length).toBeGreaterThan(80)
  expect(silent).toEqual([])
})

/** Keeps what was found in a view, and a picture of the first few. */
async function note(wrong: Record<string, string[]>, view: string, found: string[]): Promise<void> {
  wrong[view] = found
  const count = Object.keys(wrong).length
  if (count <= PICTURED)
    await desk.page.screenshot({
      path: path.join(
        PICTURES,
        `states-${view.replaceAll(/\W+/g, (gap) => (/[\u4e00-\u9fff]/.test(gap) ? gap.replaceAll(/[^\u4e00-\u9fff]/g, '-') : '-'))}.png`,
      ),
    })
}

/** What is still found after a view has had time to read: what goes away by itself was on its way. */
async function settled(look: () => string[]): Promise<string[]> {
  let found = await desk.page.evaluate(look)
  for (let tries = 0; tries < 8 && found.length > 0; tries++) {
    await desk.page.waitForTimeout(250)
    found = await desk.page.evaluate(look)
  }
  return found
}

/** Opens every page and each of its tabs, one after another; the names of all that were looked at. */
async function walk(page: Page, look: (view: string) => Promise<void>): Promise<string[]> {
  const links = page.getByRole('navigation', { name: '主导航' }).locator('button:not([aria-expanded])')
  const main = page.locator('main')
  const seen: string[] = []
  for (let place = 0; place < (await links.count()); place++) {
    await links.nth(place).click()
    await still(page)
    const name = await page.getByRole('heading', { level: 1 }).innerText()
    const tabs = main.getByRole('tab')
    const count = await tabs.count()
    if (count === 0) {
      await look(name)
      await closeDialog(page)
      seen.push(name)
    }
    for (let tab = 0; tab < count; tab++) {
      // A row that was opened may have led to a page of its own.
      if ((await page.getByRole('heading', { level: 1 }).innerText()) !== name) {
        await links.nth(place).click()
        await still(page)
      }
      await tabs.nth(tab).click()
      const view = `${name} ${(await tabs.nth(tab).innerText()).trim()}`
      await still(page)
      await look(view)
      await closeDialog(page)
      seen.push(view)
    }
  }
  return seen
}

/** Opens the first row of the list in the present view with Enter; false where no row leads anywhere. */
async function openFirstRow(page: Page): Promise<boolean> {
  const grid = page.locator('main [role=grid]:visible').first()
  if ((await grid.count()) === 0 || Number(await grid.getAttribute('aria-rowcount')) <= 1) return false
  const shown = () => page.locator('main').innerText()
  const before = await shown()
  await grid.focus()
  await page.keyboard.press('Enter')
  await still(page)
  return (await shown()) !== before
}

/** Closes what a row may have opened over the page. */
async function closeDialog(page: Page): Promise<void> {
  if ((await page.locator('[aria-modal=true]').count()) === 0) return
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
}

/** The page of a case, and dialogs over it: the search that finds it, one's own settings, and a form. */
async function lookAtCaseAndDialogs(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  await openPage(page, '工单')
  await still(page)
  await page
    .locator('main')
    .getByRole('row', { name: /TS-\d{8}-\d{4}/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /^[A-Z]{2}-?\d/ })).toBeVisible()
  await still(page)
  await look('case')
  await page.screenshot({ path: path.join(PICTURES, 'states-long-case.png') })
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索全部' }).fill('很长')
  await expect(page.getByRole('dialog').getByRole('option').nth(5)).toBeVisible()
  await look('dialog search')
  await page.screenshot({ path: path.join(PICTURES, 'states-long-search.png') })
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('dialog settings')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  await openPage(page, '员工')
  await page.getByRole('button', { name: '新增员工' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('dialog person')
  await page.screenshot({ path: path.join(PICTURES, 'states-long-person.png') })
}

/** Waits until a page has read what it shows. */
async function still(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main .waiting, main [aria-busy=true]')).toHaveCount(0)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))))
}
