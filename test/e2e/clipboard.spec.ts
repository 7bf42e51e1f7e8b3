import { expect, test } from '@playwright/test'
import { createStore, launchDesk, lock, type RunningDesk, signIn } from './desk.ts'

test.describe.configure({ mode: 'serial' })

const PLANTED = '王先生您好，您的赔偿 1,200 元已批准。'

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

type Answer = { ok: boolean; value?: unknown }

const copy = (input: unknown) =>
  desk.page.evaluate(
    (asked) =>
      (window as unknown as { desk: { call(name: string, input: unknown): Promise<Answer> } }).desk.call(
        'shell.copy',
        asked,
      ),
    input,
  )
const copied = () => desk.app.evaluate(async ({ clipboard }) => `${await clipboard.readText()}`)
const plant = (text: string) => desk.app.evaluate(async ({ clipboard }, put) => clipboard.writeText(put), text)

test('what a page copies is on the system’s clipboard, and gone when the desk locks', async () => {
  expect(await copy({ text: PLANTED })).toEqual({ ok: true, value: { copied: true } })
  expect(await copied()).toBe(PLANTED)
  await lock(desk.page)
  await expect.poll(copied).toBe('')
})

test('what another program copied since is left alone', async () => {
  await signIn(desk.page, 'boss')
  await copy({ text: PLANTED })
  await plant('买菜：番茄、鸡蛋')
  await lock(desk.page)
  await desk.page.waitForTimeout(500)
  expect(await copied()).toBe('买菜：番茄、鸡蛋')
})

test('nothing but a text of a fair length is copied', async () => {
  await signIn(desk.page, 'boss')
  for (const input of [{}, { text: '' }, { text: 7 }, 'words', { text: 'x'.repeat(200_001) }])
    expect(await copy(input)).toMatchObject({ ok: false })
  expect(await copied()).toBe('买菜：番茄、鸡蛋')
})
