import { expect, test } from '@playwright/test'
import { newCaseByKey } from './cases.ts'
import { createStore, launchDesk } from './desk.ts'

test('a window whose process died comes back by itself, signed in, with what was being typed', async () => {
  const desk = await launchDesk()
  const { app, page } = desk
  await createStore(page)
  await newCaseByKey(page)
  await page.keyboard.type('旅客反映登机口临时变更无人通知')
  await expect(page.getByText('草稿已保存')).toBeVisible()
  const restored = app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)))
    contents?.forcefullyCrashRenderer()
    await loaded
    const read = (script: string) => contents?.executeJavaScript(script)
    // The desk is entered anew, as a person would: to the queue, then to the form.
    for (let tries = 0; tries < 100 && !(await read("document.querySelector('main h1') !== null")); tries++)
      await new Promise((resolve) => setTimeout(resolve, 100))
    contents?.sendInputEvent({ type: 'keyDown', keyCode: 'c' })
    contents?.sendInputEvent({ type: 'char', keyCode: 'c' })
    contents?.sendInputEvent({ type: 'keyUp', keyCode: 'c' })
    for (let tries = 0; tries < 100; tries++) {
      const texts: string[] = await read(
        "[...document.querySelectorAll('textarea:not([aria-hidden])')].map((field) => field.value)",
      )
      if (texts.some((text) => text !== '')) return texts.filter((text) => text !== '')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return []
  })
  expect(await restored).toEqual(['旅客反映登机口临时变更无人通知'])
  await desk.kill()
})
