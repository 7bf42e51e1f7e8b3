import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launchDesk, lock, type RunningDesk, resize, signIn } from './desk.ts'
import { PICTURES } from './look.ts'
import { bareAreas, textOutside } from './states.ts'
import { emptyStore, longTextStore } from './states-store.ts'

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
  const seen = await walk(desk.page, async (view) => {
    const found = await settled(textOutside)
    if (found.length > 0) await note(wrong, `long ${view}`, found)
  })
  expect(seen.length, seen.join('\n')).toBeGreaterThan(80)
  expect(wrong).toEqual({})
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
      seen.push(name)
    }
    for (let tab = 0; tab < count; tab++) {
      await tabs.nth(tab).click()
      const view = `${name} ${(await tabs.nth(tab).innerText()).trim()}`
      await still(page)
      await look(view)
      seen.push(view)
    }
  }
  return seen
}

/** Waits until a page has read what it shows. */
async function still(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main .waiting, main [aria-busy=true]')).toHaveCount(0)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))))
}
