import { expect, test } from '@playwright/test'
import { answer, callDock, openTelephone, ring, writeRecord } from './calls.ts'
import { launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { callLink, startAgain } from './second-start.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
const WANG = '13812345678'

test.beforeAll(async () => {
  desk = await launchDesk()
  await openTelephone(desk, WANG)
})
test.afterAll(() => desk.close())

test('S3-48 a call that rings while the desk is locked comes after the sign-in, late by the time it really rang', async () => {
  const { page } = desk
  await lock(page)
  await startAgain(desk, callLink(WANG, 'PBX-9'))
  // Ten seconds go by: one more than the target of three rings.
  await page.waitForTimeout(10_000)
  await signIn(page, 'li')
  await expect(callDock(page)).toContainText('欧阳静怡')
  await expect(callDock(page).getByText('已超时', { exact: true })).toBeVisible()
  await answer(page)
  await expect(callDock(page)).toContainText(/振铃 \d+ 声后才接听（目标 3 声内），请先致歉/)
  await page.keyboard.type('客户来电时无人在席（演示）')
  await expect(callDock(page)).toContainText('草稿已保存')
})

test('after the machine died the window offers to go on with the call, or to end it where its last trace is', async () => {
  await desk.kill()
  desk = await launchDesk({ folder: desk.folder })
  const { page } = desk
  await signIn(page, 'li')
  const found = callDock(page).getByRole('region', { name: '此通话在上次离开时仍在进行' })
  await expect(found).toContainText(/最后记录于/)
  await picture(page, 'call-bar-found')
  await found.getByRole('button', { name: '通话已断开' }).click()
  await expect(callDock(page).getByRole('combobox', { name: '结果代码' })).toBeVisible()
  await writeRecord(page)
  await callDock(page).getByRole('combobox', { name: '结果代码' }).focus()
  await page.keyboard.type('通话中断')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(callDock(page)).toHaveCount(0)
})

test('a missed customer is tried, and given up only after three tries with a reason; a colleague may take it on', async () => {
  const { page } = desk
  await ring(page, WANG)
  await page.keyboard.press('Shift+F8')
  await expect(callDock(page)).toHaveCount(0)
  await openPage(page, '电话')
  await page.getByRole('radiogroup', { name: '通话筛选' }).getByText('待回电').click()
  const row = page.getByRole('row', { name: /欧阳静怡/ }).first()
  await expect(row).toContainText('0 / 3 次')
  await expect(row.getByRole('button', { name: '放弃回电' })).toBeDisabled()
  await lock(page)
  await signIn(page, 'zhou')
  await openPage(page, '电话')
  await page.getByRole('radiogroup', { name: '通话筛选' }).getByText('待回电').click()
  await page.getByRole('checkbox', { name: '全部人员的回电' }).check()
  await row.getByRole('button', { name: '认领' }).click()
  await expect(row).toContainText('周客服')
  for (let tries = 1; tries <= 3; tries++) {
    await row.getByRole('button', { name: '回拨' }).click()
    await expect(callDock(page).getByRole('button', { name: '未接通' })).toBeVisible()
    await page.keyboard.press('F8')
    await expect(row).toContainText(`${tries} / 3 次`)
    await expect(callDock(page)).toHaveCount(0)
  }
  await pictureView(page, 'call-bar-call-backs')
  await row.getByRole('button', { name: '放弃回电' }).click()
  const giveUp = page.getByRole('dialog', { name: '放弃回电' })
  await giveUp.getByRole('textbox', { name: '放弃原因' }).fill('三次均无人接听，已发短信（演示）')
  await giveUp.getByRole('button', { name: '放弃回电' }).click()
  await expect(page.getByText('已放弃回电')).toBeVisible()
})

test('the system is asked for the links only when the desk wants them, and gets them back', async () => {
  const { page, app } = desk
  await app.evaluate(({ app: electron }) => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    electron.setAsDefaultProtocolClient = (scheme) => said.push(`set ${scheme}`) > 0
    electron.removeAsDefaultProtocolClient = (scheme) => said.push(`remove ${scheme}`) > 0
  })
  const said = () => app.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  await lock(page)
  await signIn(page, 'boss')
  expect(await said()).toEqual([])
  await openPage(page, '工作台设置')
  const box = page.getByRole('checkbox', { name: /接收电话系统的来电链接/ })
  await expect(box).not.toBeChecked()
  await box.check()
  await pictureView(page, 'call-bar-settings')
  await page.getByRole('button', { name: '保存' }).click()
  await expect.poll(said).toEqual(['set vipdesk'])
  await box.uncheck()
  await page.getByRole('button', { name: '保存' }).click()
  await expect.poll(said).toEqual(['set vipdesk', 'remove vipdesk'])
})
