import { expect, type Locator, type Page, test } from '@playwright/test'
import { seeded } from '../../bench/lib/random.ts'
import { callDock, ring } from './calls.ts'
import { newCaseByKey, nextStep, openByNumber, registerCase } from './cases.ts'
import { createStore, launchDesk, signIn } from './desk.ts'
import { speech, type Typing, typeUntilKilled } from './kills.ts'

/** `VIPDESK_KILLS=100 npm test -- e2e kills` makes a long run. */
const KILLS = Number(process.env.VIPDESK_KILLS ?? 20)
const SEED = 20_261
/** Text is kept every second; the rest is what a busy machine may need to write it. */
const MOST_LOST_MS = 1_000 + 500

const record = (page: Page) => callDock(page).getByRole('textbox', { name: '问题与要求' })
const content = (page: Page) => page.getByRole('main').getByRole('textbox', { name: /^内容/ })
const note = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '内容', exact: true })
const facts = (page: Page) => nextStep(page).getByRole('textbox', { name: '确认或更正的内容' })

/** Where people write: each field, and the way to it after a start. */
type Place = { field: (page: Page) => Locator; open: (page: Page) => Promise<void> }

test(`S5-02 killed ${KILLS} times while typing, the desk has every word again that is older than the last second`, async () => {
  test.setTimeout(120_000 + KILLS * 20_000)
  const random = seeded(SEED)
  const words = speech(random)
  const lost: number[] = []
  let desk = await launchDesk()
  await createStore(desk.page)
  await newCaseByKey(desk.page)
  await desk.page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  const number = await registerCase(desk.page, {
    ...{ kind: '投诉', category: '航班延误', content: '航班延误，无人说明', demand: '说明原因' },
    ticks: ['已致歉安抚'],
  })
  await ring(desk.page, '13800001234')
  await desk.page.keyboard.press('F2')
  const openCase = (page: Page) => openByNumber(page, number)
  const places: Place[] = [
    { field: record, open: async () => {} },
    { field: content, open: newCaseByKey },
    { field: note, open: openCase },
    { field: facts, open: openCase },
  ]
  const kept = places.map(() => '')
  for (let round = 0; round < KILLS; round++) {
    const nth = random.below(places.length)
    const place = places[nth]
    if (!place) throw new Error('no such place')
    const { field, open } = place
    await open(desk.page)
    await expect(field(desk.page)).toHaveValue(kept[nth] ?? '')
    await field(desk.page).press('Control+End')
    const typing = await typeUntilKilled(desk, words, 300 + random.below(2_500))
    desk = await launchDesk({ folder: desk.folder })
    await signIn(desk.page, 'boss')
    await open(desk.page)
    await expect(field(desk.page)).toBeEditable()
    const found = await field(desk.page).inputValue()
    lost.push(expectKept(kept[nth] ?? '', typing, found))
    kept[nth] = found
  }
  for (const [nth, { field, open }] of places.entries()) {
    await open(desk.page)
    await expect(field(desk.page)).toHaveValue(kept[nth] ?? '')
  }
  const letters = kept.map(({ length }) => length).join(', ')
  const description = `oldest letter lost, in ms before each kill: ${lost.join(', ')}; letters kept: ${letters}`
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
