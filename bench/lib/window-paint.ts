import type { Page } from '@playwright/test'

/** What is waited for: the row of a list that is current, a case's page, a member's file, hits, or a letter in a field. */
export type Seen = 'row' | 'case' | 'member' | 'hits' | 'letter'

/** Milliseconds from a key to the frame after which its result is on the screen, by the page's own clock. */
export async function keyToPaint(page: Page, key: string, seen: Seen): Promise<number> {
  await page.evaluate(arm, seen)
  await page.keyboard.press(key)
  return page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted)
}

/** Runs in the page: from the next key on, waits for another sight than now and for the frame that shows it. */
function arm(seen: Seen): void {
  const at = (place: string) => document.querySelector(place)
  const looks: Record<Seen, () => string | null | undefined> = {
    row: () => at('main [role=grid]')?.getAttribute('aria-activedescendant'),
    case: () => at('main section[aria-label="时限"]') && at('main h1')?.textContent,
    member: () => at('[aria-label="会员档案"] .num')?.textContent,
    letter: () => at('input:focus')?.getAttribute('value'),
    hits: () => (at('[role=combobox][aria-busy=true]') ? null : at('[role=dialog] [role=listbox]')?.textContent),
  }
  const look = looks[seen]
  const before = look()
  Object.assign(globalThis, {
    painted: new Promise<number>((resolve, reject) => {
      let pressedAt = 0
      addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true, once: true })
      const late = setTimeout(() => reject(new Error(`no ${seen} was painted`)), 20_000)
      const observer = new MutationObserver(() => {
        const now = look()
        if (!now || now === before) return
        observer.disconnect()
        clearTimeout(late)
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressedAt)))
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    }),
  })
}

/** Milliseconds from frame to frame while a list is scrolled further in each of them. */
export function framesWhileScrolling(page: Page, list: string, ms: number): Promise<number[]> {
  return page.evaluate(
    ([place, lasts]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector(place)
        const gaps: number[] = []
        let last: number | undefined
        let began: number | undefined
        const step = (now: number) => {
          began ??= now
          if (last !== undefined) gaps.push(now - last)
          last = now
          if (now - began >= lasts) return resolve(gaps)
          scroller?.scrollBy(0, 120)
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
    [list, ms] as const,
  )
}

/** From now on the page notes its tasks of more than 50 ms. */
export async function noteLongTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const noted: number[] = []
    new PerformanceObserver((list) => noted.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
    Object.assign(globalThis, { noted })
  })
  return () => page.evaluate(() => (globalThis as unknown as { noted: number[] }).noted)
}

/** What the page's program holds, in bytes, after everything unused was let go. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}
