import { expect, type Page, test } from '@playwright/test'
import { answer, callDock, finishCall, ring, writeRecord } from './calls.ts'
import { caseNumber } from './cases.ts'
import { expectNoDialog, launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { memberFile } from './members.ts'
import { storeWithOutreach } from './outreach-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithOutreach() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

test('what was promised stands among the to-dos and on its case, is moved with the reason and kept', async () => {
  const { page } = desk
  await openPage(page, '待办与例会')
  await page.getByRole('tab', { name: '客户承诺' }).click()
  const list = page.getByRole('list', { name: '对客户的承诺' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByRole('listitem').first()).toContainText('半小时内回电告知行李额')
  await pictureView(page, 'promises-todos')

  await list
    .getByRole('button', { name: /^打开工单/ })
    .first()
    .click()
  await caseNumber(page)
  const panel = page.getByRole('region', { name: '对客户的承诺', exact: true })
  await expect(panel).toContainText('1 项待兑现，共 1 项')
  await panel.getByRole('button', { name: '改期' }).click()
  const form = panel.getByRole('form', { name: '改期' })
  await form.getByRole('textbox', { name: '原因' }).fill('客户在会上，约两小时后再打')
  await form.getByRole('button', { name: '确定' }).click()
  await expect(panel).toContainText('约两小时后再打')
  await panel.getByRole('button', { name: '登记承诺' }).click()
  await panel.getByRole('textbox', { name: '承诺内容' }).fill('短信发送行李规定（演示数据）')
  await panel.getByRole('button', { name: '保存承诺' }).click()
  await expect(panel).toContainText('2 项待兑现，共 2 项')
  await pictureView(page, 'promises-case')
  await panel.getByRole('button', { name: '已兑现' }).first().click()
  await panel.getByRole('textbox', { name: '兑现情况' }).fill('已回电并说明')
  await panel.getByRole('button', { name: '确定' }).click()
  await expect(panel).toContainText('1 项待兑现，共 2 项')
  await expect(panel).toContainText('按时兑现')
})

test('a promise is made from the member’s file and while the customer is on the line, and stands in both', async () => {
  const { page } = desk
  await openPage(page, '会员')
  await page.getByRole('row', { name: /演示周明/ }).click()
  const file = memberFile(page).getByRole('region', { name: '对客户的承诺', exact: true })
  await expect(file).toContainText('明天寄出积分证明')
  await file.getByRole('button', { name: '登记承诺' }).click()
  const form = file.getByRole('form', { name: '登记承诺' })
  await form.getByRole('textbox', { name: '承诺内容' }).fill('周五前告知升舱结果（演示数据）')
  await form.getByRole('button', { name: '保存承诺' }).click()
  await expect(file.getByRole('listitem').filter({ hasText: '周五前告知升舱结果' })).toContainText('待兑现')
  await file.scrollIntoViewIfNeeded()
  await closeMessages(page)
  await pictureView(page, 'promises-member')

  await ring(page, '13812345671')
  await answer(page)
  await expect(callDock(page)).toContainText('演示周明')
  await callDock(page).getByRole('button', { name: '登记承诺' }).click()
  const dialog = page.getByRole('dialog', { name: '对客户的承诺' })
  await expect(dialog.getByRole('textbox', { name: '承诺内容' })).toBeFocused()
  await page.keyboard.type('一小时内发送航班确认（演示数据）')
  await dialog.getByRole('button', { name: '保存承诺' }).click()
  await expect(dialog.getByRole('list', { name: '对客户的承诺' })).toContainText('一小时内发送航班确认')
  await closeMessages(page)
  await picture(page, 'promises-call-dialog')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
  await expect(callDock(page).getByRole('button', { name: '承诺（1）' })).toBeVisible()
  await expect(file.getByRole('list', { name: '对客户的承诺' })).toContainText('一小时内发送航班确认')
  await writeRecord(page)
  await picture(page, 'promises-call')
  await finishCall(page, '咨询已解答')
  await openPage(page, '电话')
  await page.getByRole('radiogroup', { name: '通话筛选' }).getByText('全部').click()
  await page.getByRole('row', { name: /演示周明/ }).click()
  const call = page.getByRole('region', { name: /^通话 / }).getByRole('region', { name: '对客户的承诺', exact: true })
  await expect(call.getByRole('listitem')).toHaveCount(1)
  await expect(call).toContainText('一小时内发送航班确认')
})

/** Away with the messages, which would lie over the picture. */
async function closeMessages(page: Page): Promise<void> {
  for (const close of await page.locator('.mantine-Notification-closeButton').all()) await close.click().catch(() => {})
}
