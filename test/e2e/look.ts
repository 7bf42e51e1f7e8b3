import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const PICTURES = path.resolve(import.meta.dirname, '../../test-results/screenshots')

type Language = 'zh-CN' | 'en'
type Scheme = 'light' | 'dark'

/** Axe looks at both themes and both languages, and need not look at every pair of them. */
const LOOKS: readonly { language: Language; scheme: Scheme; isExamined: boolean }[] = [
  { language: 'zh-CN', scheme: 'light', isExamined: true },
  { language: 'zh-CN', scheme: 'dark', isExamined: false },
  { language: 'en', scheme: 'dark', isExamined: true },
  { language: 'en', scheme: 'light', isExamined: false },
]

/** The least room that the desk is made for, and a large screen. */
const SIZES = [
  { width: 1024, height: 700 },
  { width: 1920, height: 1080 },
] as const

/**
 * Leaves a picture of the present view in both languages, both themes and three sizes and has axe look at it: nothing
 * serious may be found. Ends in Chinese and light. Only for views without a dialog: a dialog hides the switches.
 */
export async function pictureView(page: Page, name: string): Promise<void> {
  await wholeView(page)
  for (const { language, scheme, isExamined } of LOOKS) {
    await setLook(page, language, scheme)
    const title = `${name}.${language}.${scheme}`
    await save(page, title)
    expect.soft(await cutOff(page), title).toEqual([])
    if (language === 'zh-CN') expect.soft(await untranslated(page), title).toEqual([])
    if (isExamined) expect.soft(await seriousFindings(page), title).toEqual([])
  }
  await setLook(page, 'zh-CN', 'light')
  await pictureSizes(page, name)
}

/** A page shows what is needed first, and the rest right afterwards: what is pictured is all of it. */
async function wholeView(page: Page): Promise<void> {
  await expect(page.locator('main .waiting')).toHaveCount(0)
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const end = () => {
          observer.disconnect()
          resolve()
        }
        let quiet = setTimeout(end, 150)
        const observer = new MutationObserver(() => {
          clearTimeout(quiet)
          quiet = setTimeout(end, 150)
        })
        observer.observe(document.body, { subtree: true, childList: true })
        setTimeout(end, 2000)
      }),
  )
}

async function pictureSizes(page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const size of SIZES) {
    await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 0, mobile: false })
    const title = `${name}.zh-CN.light.${size.width}x${size.height}`
    await save(page, title)
    expect.soft(await cutOff(page), title).toEqual([])
    expect.soft(await isScrolledAside(page), title).toBe(false)
  }
  await session.send('Emulation.clearDeviceMetricsOverride')
  await session.detach()
}

/** A small screen as it is, and with everything drawn a quarter larger, which leaves that much less room. */
const SMALL = [
  { name: '1280x720', width: 1280, height: 720, deviceScaleFactor: 1 },
  { name: '1280x720.largest', width: 1024, height: 576, deviceScaleFactor: 1.25 },
] as const

/** Two pictures of the present view on a small screen: nothing is cut off, and every target is large enough. */
export async function pictureSmall(page: Page, name: string): Promise<void> {
  await wholeView(page)
  const session = await page.context().newCDPSession(page)
  for (const { name: look, ...size } of SMALL) {
    await session.send('Emulation.setDeviceMetricsOverride', { ...size, mobile: false })
    const title = `${name}.${look}`
    await save(page, title)
    expect.soft(await cutOff(page), title).toEqual([])
    expect.soft(await isScrolledAside(page), title).toBe(false)
  }
  expect.soft(await smallTargets(page), name).toEqual([])
  await session.send('Emulation.clearDeviceMetricsOverride')
  await session.detach()
}

/** What is smaller than an unsteady hand needs and has no room around it (WCAG 2.2, 2.5.8). */
async function smallTargets(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  axe.options({ runOnly: { type: 'rule', values: ['target-size'] }, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 200)))
}

/** Whether the whole window would have to be moved sideways to be read. */
function isScrolledAside(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}

/** One picture as the window is now, looked at by axe. */
export async function picture(page: Page, name: string): Promise<void> {
  await save(page, name)
  expect.soft(await cutOff(page), name).toEqual([])
  expect.soft(await seriousFindings(page), name).toEqual([])
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled' })
}

async function seriousFindings(page: Page): Promise<string[]> {
  await settled(page)
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    )
}

/** Waits until nothing fades any more: half-transparent words have no contrast. Only what never ends may still move. */
async function settled(page: Page): Promise<void> {
  // What a notification's clock ends while axe looks is gone at once instead of fading.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  )
}

/** Words of the program itself that do not fit where they stand; what people wrote may be shortened. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = 'button, button span, nav span, h1, h2, h3, label, dt, [role=columnheader], .mantine-Badge-label'
    const room = (cell: Element | null) =>
      cell === null
        ? 0
        : cell.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(cell).paddingRight) + 1
    const badges = [...document.querySelectorAll<HTMLElement>('[role=gridcell] [class*=_badge]')]
      .filter((badge) => badge.checkVisibility())
      .filter((badge) => badge.getBoundingClientRect().right > room(badge.closest('[role=gridcell]')))
      .map(({ innerText }) => `badge ${innerText}`)
    const texts = [...document.querySelectorAll<HTMLElement>(words)]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .filter((element) => {
        const { paddingLeft, paddingRight } = getComputedStyle(element)
        const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
        const range = document.createRange()
        range.selectNodeContents(element)
        return room > 1 && range.getBoundingClientRect().width > room + 1
      })
      .map(({ innerText }) => innerText.slice(0, 40))
    return [...badges, ...texts]
  })
}

/** Names of buttons and fields that stayed English in a Chinese window. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button[aria-label], input[aria-label], [role=grid], nav, section[aria-label]')]
      .map((element) => element.getAttribute('aria-label') ?? '')
      .filter((name) => /[A-Za-z]{4,}/.test(name) && !/\p{Script=Han}/u.test(name)),
  )
}

/** Switches language and theme with the window's own switches. */
export async function setLook(page: Page, language: Language, scheme: Scheme): Promise<void> {
  await page
    .getByRole('radiogroup', { name: /^(语言|Language)$/ })
    .getByText(language === 'en' ? 'EN' : '中文', { exact: true })
    .click()
  const wanted = { light: /浅色|Light/, dark: /深色|Dark/ }[scheme]
  const button = page.getByRole('button', { name: /^(外观|Appearance):/ })
  for (let presses = 0; presses < 3 && !wanted.test((await button.getAttribute('aria-label')) ?? ''); presses++)
    await button.click()
  // The pointer away from the button, so that no hint lies over the picture. One that opened just then, while the page was
  // drawn anew, has missed that the pointer left: it is shown that once more.
  let isAgain = false
  await expect(async () => {
    if (isAgain) await button.hover()
    isAgain = true
    await page.mouse.move(6, 404)
    await page.mouse.move(2, 400)
    await expect(page.getByRole('tooltip')).toHaveCount(0, { timeout: 1000 })
  }).toPass()
}
