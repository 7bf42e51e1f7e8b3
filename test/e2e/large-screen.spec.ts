import { expect, type Page, test } from '@playwright/test'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture } from './look.ts'
import { storeWithOutreach } from './outreach-store.ts'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

/** A screen of 3840×2160 as it is (a wall, or a desk seen from afar), and at twice the size as computers set it. */
const SCREENS = [
  { name: '4k', width: 3840, height: 2160, deviceScaleFactor: 1 },
  { name: '4k-twice', width: 1920, height: 1080, deviceScaleFactor: 2 },
] as const

/** Running text is hard to follow in lines longer than this many letters of its size. */
const MOST_LETTERS = 140

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithOutreach() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

/** What does not fit: the page itself, and paragraphs that run on too far. */
function misfits(page: Page, most: number): Promise<string[]> {
  return page.evaluate((letters) => {
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`page ${scrollWidth} > ${clientWidth}`)
    for (const one of document.querySelectorAll('main p')) {
      const text = one.textContent?.trim() ?? ''
      const size = Number.parseFloat(getComputedStyle(one).fontSize)
      const range = document.createRange()
      range.selectNodeContents(one)
      if (range.getBoundingClientRect().width > letters * size) found.push(text.slice(0, 40))
    }
    return found
  }, most)
}

for (const { name, ...screen } of SCREENS)
  test(`every main view fits a screen of ${name}`, async () => {
    const { page } = desk
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setDeviceMetricsOverride', { ...screen, mobile: false })
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(screen.width)
    for (const [title, file] of [
      ['工单', 'queue'],
      ['会员', 'members'],
      ['现场看板', 'floor'],
      ['统计报告', 'reports'],
      ['策略', 'policies'],
      ['审计日志', 'audit'],
    ] as const) {
      await openPage(page, title)
      await picture(page, `${name}-${file}`)
      expect(await misfits(page, MOST_LETTERS), title).toEqual([])
    }
    await session.send('Emulation.clearDeviceMetricsOverride')
    await session.detach()
  })
