import { expect, type Page, test } from '@playwright/test'
import { seeded } from '../../bench/lib/random.ts'
import { callDock, ring } from './calls.ts'
import { newCaseByKey } from './cases.ts'
import { createStore, launchDesk, signIn } from './desk.ts'
import { speech, type Typing, typeUntilKilled } from './kills.ts'

/** As many as fit beside the other window tests; `VIPDESK_KILLS=20 npm test -- e2e kills` makes the long run. */
const KILLS = Number(process.env.VIPDESK_KILLS ?? 4)
const SEED = 20_261
/** Text is kept every second; the rest is what a busy machine may need to write it. */
const MOST_LOST_MS = 1_000 + 500

const record = (page: Page) => callDock(page).getByRole('textbox', { name: '问题与要求' })
const content = (page: Page) => page.getByRole('main').getByRole('textbox', { name: /^内容/ })

test(`S5-02 killed ${KILLS} times while typing, the desk has every word again that is older than the last second`, async () => {
  test.setTimeout(60_000 + KILLS * 15_000)
  const random = seeded(SEED)
  const words = speech(random)
  const fields = [record, content]
  const kept = ['', '']
  const lost: number[] = []
  let desk = await launchDesk()
  await createStore(desk.page)
  await ring(desk.page, '13800001234')
  await desk.page.keyboard.press('F2')
  await openBoth(desk.page)
  for (let round = 0; round < KILLS; round++) {
    const nth = random.below(2)
    await fields[nth]?.(desk.page).press('Control+End')
    const typing = await typeUntilKilled(desk, words, 300 + random.below(2_500))
    desk = await launchDesk({ folder: desk.folder })
    await signIn(desk.page, 'boss')
    await openBoth(desk.page)
    const found = await Promise.all(fields.map((field) => field(desk.page).inputValue()))
    lost.push(expectKept(kept[nth] ?? '', typing, found[nth] ?? ''))
    kept[nth] = found[nth] ?? ''
    expect(found).toEqual(kept)
  }
  const letters = kept.map(({ length }) => length).join(' and ')
  const description = `oldest letter lost, in ms before each kill: ${lost.join(', ')}; kept: ${letters} letters`
  test.info().annotations.push({ type: 'kills', description })
  await desk.kill()
})

/** Compares what is there again with what was typed; answers how old the oldest lost letter was, in ms. */
function expectKept(before: string, { letters, diedAt }: Typing, found: string): number {
  const typed = before + letters.map(({ letter }) => letter).join('')
  const safe = letters.filter(({ at }) => at <= diedAt - MOST_LOST_MS).length
  // The letter under which the program died may have been kept too.
  expect(found.slice(0, typed.length)).toBe(typed.slice(0, found.length))
  const oldest = letters[found.length - before.length]
  const age = oldest === undefined ? 0 : Math.round(diedAt - oldest.at)
  expect(found.length, `${age} ms of typing are lost`).toBeGreaterThanOrEqual(before.length + safe)
  return age
}

/** The record of the call that is on, and the form of a new case below it. */
async function openBoth(page: Page): Promise<void> {
  await expect(record(page)).toBeEditable()
  await newCaseByKey(page)
  await expect(content(page)).toBeEditable()
}
