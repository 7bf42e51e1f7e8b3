import { expect, test } from '@playwright/test'
import { caseNumber } from './cases.ts'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { pictureView } from './look.ts'
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
