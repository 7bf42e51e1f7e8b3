import { expect, test } from '@playwright/test'
import { answer, callDock, finishCall, ring } from './calls.ts'
import { createStore, launchDesk, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { createMember, memberFile } from './members.ts'
import { handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  const { page } = desk
  await createStore(page)
  await openPage(page, '工作台设置')
  const byTier = page.getByRole('group', { name: '按会员等级另设的接听目标' })
  await byTier.getByRole('textbox', { name: '钻石' }).fill('12')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('有未保存的更改')).toBeHidden()
  await createMember(page, { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: '钻石' })
  await handOver(page, { name: '李客服', login: 'li', role: '客服专员' })
})
test.afterAll(() => desk.close())

test('S3-47 S3-49 a member calls: rings are counted to the target of the tier, the greeting has the right name', async () => {
  const { page } = desk
  await openPage(page, '电话')
  await ring(page, '13812345678')
  const dock = callDock(page)
  await expect(dock).toContainText('欧阳静怡')
  await expect(dock).toContainText('钻石')
  await expect(dock.getByText(/第 \d+ 声/)).toBeVisible()
  await expect(dock).toContainText('12 声内接听')
  await expect(dock).toContainText('欧阳静怡您好，航空公司VIP客服为您服务')
  await pictureView(page, 'calls-ringing')
  await answer(page)
})

test('S3-50 question, process and result are typed while the caller talks, also while on hold', async () => {
  const { page } = desk
  await page.keyboard.type('询问 HU7609 是否延误')
  await page.keyboard.press('Tab')
  await page.keyboard.type('查询航班动态')
  await page.keyboard.press('F4')
  await expect(callDock(page).getByRole('timer')).toContainText('已保持')
  await expect(page.getByRole('button', { name: '恢复通话' })).toBeVisible()
  await picture(page, 'calls-held')
  await page.keyboard.press('F4')
  await page.keyboard.press('Tab')
  await page.keyboard.type('告知预计延误 40 分钟')
  await expect(callDock(page)).toContainText('草稿已保存')
  await pictureView(page, 'calls-talking')
  await page.keyboard.press('F7')
  await expect(memberFile(page).getByRole('heading', { name: '欧阳静怡' })).toBeVisible()
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.calls-talking')
  await resize(desk.app, { width: 1440, height: 900 })
})

test('S3-20 S3-48 S3-70 the call is wrapped up and stands in the log with rings, waiting time and record', async () => {
  const { page } = desk
  await page.keyboard.press('F8')
  await picture(page, 'calls-wrap-up')
  await callDock(page).getByRole('button', { name: '完成记录' }).click()
  await expect(callDock(page).getByText('必填').first()).toBeVisible()
  await callDock(page).getByRole('combobox', { name: '结果代码' }).focus()
  await page.keyboard.type('咨询已解答')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(callDock(page)).toHaveCount(0)
  await openPage(page, '电话')
  await page.getByRole('row', { name: /欧阳静怡.*已完成/ }).click()
  const detail = page.getByRole('region', { name: /^通话 / })
  for (const said of ['询问 HU7609 是否延误', '查询航班动态', '告知预计延误 40 分钟'])
    await expect(detail.getByRole('region', { name: '沟通记录' })).toContainText(said)
  await expect(detail.getByRole('region', { name: '时间' })).toContainText(/\d 声 · 按时 \(≤ 12\)/)
  await pictureView(page, 'calls-detail')
})

test('a caller who gives up is called back: the list says by when, and the call back closes it', async () => {
  const { page } = desk
  await ring(page, '13812345678')
  await page.keyboard.press('F8')
  await expect(callDock(page)).toHaveCount(0)
  await page.getByRole('radiogroup', { name: '通话筛选' }).getByText('待回电').click()
  await expect(page.getByRole('row', { name: /欧阳静怡/ })).toBeVisible()
  await pictureView(page, 'calls-back')
  await page
    .getByRole('row', { name: /欧阳静怡/ })
    .getByRole('button', { name: '回拨' })
    .click()
  await expect(callDock(page).getByRole('button', { name: '对方已接听' })).toBeVisible()
  await page.keyboard.press('F2')
  await expect(callDock(page).getByRole('textbox', { name: '问题与要求' })).toBeFocused()
  await page.keyboard.type('回拨未接来电')
  await page.keyboard.press('Tab')
  await page.keyboard.type('说明情况')
  await page.keyboard.press('Tab')
  await page.keyboard.type('客户无其他需求')
  await finishCall(page, '已通知会员')
  await expect(page.getByRole('row', { name: /欧阳静怡/ })).toHaveCount(0)
})

test('S3-47 a call answered within the set number of rings counts as in time', async () => {
  const { page } = desk
  await ring(page, '13899990000')
  await answer(page)
  await page.keyboard.type('问贵宾厅位置')
  await page.keyboard.press('Tab')
  await page.keyboard.type('查询')
  await page.keyboard.press('Tab')
  await page.keyboard.type('已告知')
  await finishCall(page, '咨询已解答')
  await page.getByRole('radiogroup', { name: '通话筛选' }).getByText('全部').click()
  await page.getByRole('row', { name: /新联系人/ }).click()
  await expect(page.getByRole('region', { name: '时间' })).toContainText(/[1-3] 声 · 按时 \(≤ 3\)/)
})

test('S5-02 a power cut during a call loses nothing that was typed a second ago', async () => {
  const { page } = desk
  await ring(page, '13899990000')
  await answer(page)
  await page.keyboard.type('行李没有到达，行李牌 HU123456')
  await expect(callDock(page)).toContainText('草稿已保存')
  await desk.kill()
  desk = await launchDesk({ folder: desk.folder })
  await signIn(desk.page, 'li')
  const dock = callDock(desk.page)
  await expect(dock.getByRole('textbox', { name: '问题与要求' })).toHaveValue('行李没有到达，行李牌 HU123456')
  await expect(dock).toContainText(/已恢复 .* 保存的草稿/)
  await picture(desk.page, 'calls-restored')
  await dock.getByRole('textbox', { name: '处理过程' }).fill('登记行李查询')
  await dock.getByRole('textbox', { name: '处理结果' }).fill('承诺一小时内回电')
  await finishCall(desk.page, '已转告相关部门')
})
