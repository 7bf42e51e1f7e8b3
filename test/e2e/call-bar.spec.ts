import { expect, type Page, test } from '@playwright/test'
import { answer, callDock, finishCall, openTelephone, ring, writeRecord } from './calls.ts'
import { launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { callLink, startAgain } from './second-start.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
const WANG = '13812345678'

const waiting = (page: Page) => page.getByRole('region', { name: '等待接听' })

test.beforeAll(async () => {
  desk = await launchDesk()
  await openTelephone(desk, WANG)
})
test.afterAll(() => desk.close())

test('S3-47 a second start with a link makes the running desk ring, and the seconds stand against the target', async () => {
  const { page } = desk
  expect(await startAgain(desk, callLink(WANG, 'PBX-1'))).toBe(0)
  const dock = callDock(page)
  await expect(dock).toContainText('欧阳静怡')
  await expect(dock).toContainText(/\d+ 秒 \/ 目标 9 秒/)
  await expect(dock.getByText(/^(目标内|即将超时，请立即接听|已超时)$/)).toBeVisible()
  await expect(dock.getByText('已超时', { exact: true })).toBeVisible({ timeout: 20_000 })
  await picture(page, 'call-bar-late')
  await startAgain(desk, callLink(WANG, 'PBX-1'))
  await expect(waiting(page)).toHaveCount(0)
  await page.keyboard.press('Shift+F8')
  await expect(dock).toHaveCount(0)
})

test('a link that is not one is refused in words and rings nothing', async () => {
  const { page } = desk
  await startAgain(desk, '--', `vipdesk://call?from=${WANG}&id=1&run=calc.exe`)
  await expect(page.getByText('来电链接只能含 from 和 id 两个参数，已忽略。')).toBeVisible()
  await desk.app.evaluate(({ app }, url) => app.emit('open-url', { preventDefault: () => {} }, url), 'vipdesk://evil/')
  await expect(page.getByText(/来电链接不是 .* 的形式，已忽略/)).toBeVisible()
  await expect(callDock(page)).toHaveCount(0)
})

test('a call that comes during another waits with its ring, and its customer is called back when they gave up', async () => {
  const { page } = desk
  await ring(page, '13899990000')
  await answer(page)
  await desk.app.evaluate(
    ({ app }, url) => app.emit('open-url', { preventDefault: () => {} }, url),
    callLink(WANG, 'PBX-2'),
  )
  await expect(waiting(page)).toContainText('欧阳静怡')
  await expect(waiting(page)).toContainText(/振铃 \d\d:\d\d/)
  await expect(waiting(page).getByRole('button', { name: '接起' })).toBeDisabled()
  await pictureView(page, 'call-bar-waiting')
  await waiting(page).getByRole('button', { name: '来电放弃' }).click()
  const asked = page.getByRole('dialog', { name: '来电放弃' })
  await expect(asked).toContainText('欧阳静怡 已挂断、不再等待？')
  await asked.getByRole('button', { name: '来电放弃' }).click()
  await expect(waiting(page)).toHaveCount(0)
  await writeRecord(page)
  await finishCall(page, '咨询已解答')
})

test('a colleague is asked while the customer holds, then takes the call over with its note', async () => {
  const { page } = desk
  await ring(page, WANG)
  await answer(page)
  await page.keyboard.press('Shift+F4')
  const asking = page.getByRole('dialog', { name: '咨询同事' })
  await choose(page, asking.getByRole('combobox', { name: '同事' }), /周客服/)
  await asking.getByRole('textbox', { name: '咨询内容' }).fill('白金卡能否免费改签（演示）')
  await asking.getByRole('button', { name: '请客户稍候并咨询' }).click()
  const aside = callDock(page).getByRole('region', { name: '咨询同事' })
  await expect(aside).toContainText('正在咨询 周客服')
  await aside.getByRole('textbox', { name: '同事答复' }).fill('可以，由我来办（演示）')
  await pictureView(page, 'call-bar-consult')
  await page.keyboard.press('Shift+F8')
  const over = page.getByRole('dialog', { name: '转接通话' })
  await over.getByRole('textbox', { name: /转接说明/ }).fill('已核对身份，要改签明天的航班（演示）')
  await picture(page, 'call-bar-transfer-dialog')
  await over.getByRole('button', { name: '转接', exact: true }).click()
  await expect(callDock(page)).toContainText('已转给 周客服，等待接起')
  await lock(page)
  await signIn(page, 'zhou')
  await expect(waiting(page)).toContainText('李客服 转接')
  await expect(waiting(page)).toContainText('已核对身份，要改签明天的航班（演示）')
  await page.keyboard.press('F3')
  await expect(callDock(page).getByRole('region', { name: '转入' })).toContainText('李客服 转来（咨询后转接）')
  await expect(callDock(page)).toContainText('欧阳静怡')
  await pictureView(page, 'call-bar-taken')
  await writeRecord(page)
  await finishCall(page, '服务已安排')
  await openPage(page, '电话')
  await page
    .getByRole('row', { name: /欧阳静怡.*已完成/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: /^通话 / })).toContainText('转入 · 咨询后转接')
  await lock(page)
  await signIn(page, 'li')
  await expect(callDock(page).getByRole('combobox', { name: '结果代码' })).toBeVisible()
  await writeRecord(page)
  await callDock(page).getByRole('combobox', { name: '结果代码' }).focus()
  await page.keyboard.type('已转接')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(callDock(page)).toHaveCount(0)
  await openPage(page, '电话')
  await page.getByRole('row', { name: /欧阳静怡.*已转接/ }).click()
  const detail = page.getByRole('region', { name: /^通话 / })
  await expect(detail).toContainText('白金卡能否免费改签（演示） → 可以，由我来办（演示）')
  await expect(detail).toContainText('周客服 已接起')
  await pictureView(page, 'call-bar-handed-over')
})
