import { type ElectronApplication, expect, test } from '@playwright/test'
import { newCaseByKey } from './cases.ts'
import { createStore, expectLocked, launchDesk, type RunningDesk, signIn } from './desk.ts'
import { pictureView } from './look.ts'
import { stored } from './stored.ts'

test.describe.configure({ mode: 'serial' })

const WORDS = '旅客反映登机口临时变更无人通知'

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

/** The engine's thread fails over a message that nobody foresaw, right after the next thing it is asked. */
function breakEngine(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => {
    const { Worker } = process.getBuiltinModule('node:worker_threads')
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function postThenBreak(...args) {
      Worker.prototype.postMessage = post
      post.apply(this, args)
      post.call(this, null)
    }
  })
}

test('an engine that ends while somebody types is back by itself, the window says so, and the draft is there', async () => {
  const { app, page } = desk
  await newCaseByKey(page)
  await page.keyboard.type(WORDS)
  await expect(page.getByText('草稿已保存')).toBeVisible()
  await breakEngine(app)
  await page.keyboard.type('。')
  const told = page.getByRole('status').filter({ hasText: '后台程序意外中断，已自动重新启动' })
  await expect(told).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^密码/ })).toBeFocused()
  await pictureView(page, 'engine-ended')
  await signIn(page, 'boss')
  await newCaseByKey(page)
  await expect(page.getByRole('textbox', { name: /^内容/ })).toHaveValue(new RegExp(`^${WORDS}`))
  expect(await stored(page, 'audit.verify', {})).toMatchObject({ ok: true })
  await page.keyboard.press('Control+l')
  await expectLocked(page)
  await expect(told).toHaveCount(0)
  await signIn(page, 'boss')
})

test('a locked screen, sleep and somebody else at the computer lock the desk', async () => {
  const { app, page } = desk
  for (const event of ['lock-screen', 'suspend', 'user-did-resign-active']) {
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
    await expectLocked(page)
    await signIn(page, 'boss')
  }
  const { rows } = await stored(page, 'audit.list', { call: 'session.lock', limit: 3 })
  expect(rows.map(({ body }) => JSON.parse(body).input.reason)).toEqual(['switch', 'suspend', 'screen'])
})
