import { test } from '@playwright/test'
import { createStore, expectDesk, launchDesk, openPage } from './desk.ts'
import { addPerson } from './people.ts'

test('x', async () => {
  const desk = await launchDesk()
  const { app, page } = desk
  await createStore(page)
  await openPage(page, '员工')
  await addPerson(page, { name: '陈主管', login: 'chen', role: '主管' })
  console.log('modals 1', await page.locator('[aria-modal=true]').count())
  await page.waitForTimeout(500)
  console.log('modals 1', await page.locator('[aria-modal=true]').count())
  const opened = app.waitForEvent('window')
  await page.getByRole('button', { name: /个人菜单/ }).click()
  await page.getByRole('menuitem', { name: '新建窗口' }).click()
  const second = await opened
  await expectDesk(second)
  await second.evaluate(() =>
    window.addEventListener(
      'keydown',
      (e) => {
        ;(window as any).seen = [...((window as any).seen ?? []), e.key + e.ctrlKey + e.defaultPrevented + e.repeat]
      },
      true,
    ),
  )
  await second.keyboard.press('Control+l')
  await second.waitForTimeout(500)
  console.log(
    await second.evaluate(() => (window as any).seen),
    await second.locator('[aria-modal=true]').count(),
    await second.evaluate(() => document.hasFocus()),
  )
  await desk.close()
})
