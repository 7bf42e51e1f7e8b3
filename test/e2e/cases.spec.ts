import { expect, test } from '@playwright/test'
import { answer, callDock, finishCall, ring } from './calls.ts'
import {
  caseNumber,
  chooseByKey,
  clocks,
  closeByAnother,
  handleComplaint,
  newCaseByKey,
  nextStep,
  rateByKey,
  registerCase,
  SCORES,
  stage,
  tabTo,
} from './cases.ts'
import { createStore, launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { createMember } from './members.ts'
import { handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let delay = ''
const TICKET = '8801234567890'

test.beforeAll(async () => {
  desk = await launchDesk()
  const { page } = desk
  await createStore(page)
  await createMember(page, { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: '钻石' })
  await handOver(page, { name: '李客服', login: 'li', role: '客服专员' })
})
test.afterAll(() => desk.close())

test('S3-21 S3-56 an enquiry is registered during the call and answered on the spot', async () => {
  const { page } = desk
  await ring(page, '13812345678')
  await answer(page)
  await page.keyboard.type('问行李额；投诉昨日延误')
  await page.keyboard.press('F9')
  await expect(page.getByText(/来自通话 LD-/)).toBeVisible()
  await expect(page.getByRole('group', { name: '登记信息' })).toContainText('欧阳静怡钻石')
  await registerCase(page, {
    kind: '咨询',
    category: '综合',
    content: '询问钻石卡免费行李额',
    answer: '钻石卡额外 40 公斤，已告知',
  })
  await expect(stage(page)).toHaveText('已办理')
  await expect(clocks(page)).toContainText('达成')
})

test('S1-23 a complaint is registered with one short form while the caller is talking; its clocks run', async () => {
  const { page } = desk
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: /^内容/ })).toBeVisible()
  await pictureView(page, 'cases-new')
  delay = await registerCase(page, {
    kind: '投诉',
    category: '航班延误',
    content: '昨日 HU7609 延误四小时，机场无人告知原因',
    demand: '书面说明原因，补偿里程',
    ticks: ['已致歉安抚', '已告知客户受理'],
    ticket: TICKET,
  })
  await expect(callDock(page).getByRole('timer')).toContainText('通话')
  await expect(stage(page)).toHaveText('已登记')
  await expect(clocks(page).getByText(/^剩 /).first()).toBeVisible()
  await pictureView(page, 'cases-open')
  await callDock(page).getByRole('textbox', { name: '处理过程' }).fill('登记咨询与投诉')
  await callDock(page).getByRole('textbox', { name: '处理结果' }).fill('承诺 48 小时内答复')
  await finishCall(page, '投诉已登记')
})

test('S1-07 the stage reads as words for the caller, and every limit explains how it was reckoned', async () => {
  const { page } = desk
  await expect(page.getByText('可告知客户：已受理，正在核实')).toBeVisible()
  await clocks(page).getByRole('button').first().click()
  await expect(clocks(page)).toContainText('计入')
  await picture(page, 'cases-clock')
})

test('S1-08 number, telephone, ticket and card each find the complaint a caller asks about', async () => {
  const { page } = desk
  await openPage(page, '工单')
  const lookUp = page.getByRole('textbox', { name: /编号、电话/ })
  for (const typed of [delay, '13812345678', TICKET, 'HU600100200']) {
    await lookUp.fill('00000000')
    await expect(page.getByText('没有符合条件的工单')).toBeVisible()
    await lookUp.fill(typed)
    await expect(page.getByRole('row', { name: new RegExp(delay) })).toBeVisible()
  }
  await lookUp.fill('')
})

test('S1-10 the same matter told again is noticed at the form and linked', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.getByRole('textbox', { name: '会员', exact: true }).fill('ouyang')
  await page.getByRole('option', { name: /欧阳静怡/ }).click()
  const similar = page.getByRole('region', { name: '可能是同一件事' })
  await expect(similar).toContainText(delay)
  await picture(page, 'cases-similar')
  await similar.getByRole('listitem').filter({ hasText: delay }).getByRole('button', { name: '关联到这件' }).click()
  const again = await registerCase(page, {
    kind: '投诉',
    category: '服务态度',
    content: '再次来电：柜台人员态度冷淡',
    demand: '道歉',
    severity: '紧急',
    ticks: ['已致歉安抚'],
  })
  await expect(page.getByRole('region', { name: '相关工单' })).toContainText(delay)
  await openPage(page, '工单')
  await page.getByRole('radiogroup', { name: '排序' }).getByText('按优先级').click()
  const cases = page
    .getByRole('grid', { name: '工单' })
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })
  await expect(cases.first()).toContainText(again)
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.cases-queue')
  await resize(desk.app, { width: 1440, height: 900 })
})

test('S1-35 S1-36 S1-47 a complaint goes from confirming to closing, and its whole way stands on one screen', async () => {
  const { page } = desk
  await page.getByRole('row', { name: new RegExp(delay) }).click()
  await nextStep(page).getByRole('textbox', { name: '确认或更正的内容' }).fill('情况属实')
  await nextStep(page).getByRole('button', { name: '联系客户确认' }).last().click()
  await expect(stage(page)).toHaveText('已登记')
  await expect(nextStep(page).locator('[aria-invalid=true], [data-error]').first()).toBeVisible()
  await picture(page, 'cases-refused')
  await handleComplaint(page)
  await closeByAnother(page, delay)
  for (const step of ['登记', '已确认', '已派单', '调查中', '已答复', '待回访', '已关闭'])
    await expect(page.getByRole('region', { name: '全过程' })).toContainText(step)
  for (const fact of ['联系到的人 欧阳静怡', '联系方式 电话', '旅客补充：随行一名儿童'])
    await expect(page.getByRole('region', { name: '全过程' })).toContainText(fact)
  await pictureView(page, 'cases-closed')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.cases-closed')
  await resize(desk.app, { width: 1440, height: 900 })
  await lock(page)
  await signIn(page, 'li')
})

test('S3-65 S5-01 S5-02 one key opens a new complaint, and the keyboard alone leads it to where its customer is content', async () => {
  const { page } = desk
  await openPage(page, '工单')
  await newCaseByKey(page)
  // The key leads to the first field also while the form is open.
  await newCaseByKey(page)
  await page.keyboard.type('行李在海口机场破损，轮子断裂')
  await page.keyboard.press('Tab')
  await page.keyboard.type('维修或赔偿')
  await tabTo(page, page.getByRole('checkbox', { name: '已致歉安抚' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('textbox', { name: '会员', exact: true }), 'Shift+Tab')
  await page.keyboard.type('oyjy')
  await expect(page.getByRole('option', { name: /欧阳静怡/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('combobox', { name: '分类' }))
  await page.keyboard.type('行李破损')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  const number = await caseNumber(page)
  const next = nextStep(page)
  await tabTo(page, next.getByRole('textbox', { name: '确认或更正的内容' }))
  await page.keyboard.type('照片已收到，确认破损')
  await tabTo(page, next.getByRole('checkbox', { name: '已告知处理流程' }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText('已确认')
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText('已派单')
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText('调查中')
  await tabTo(page, next.getByRole('combobox', { name: '无需方案的理由' }))
  await chooseByKey(page, 2)
  await tabTo(page, next.getByRole('textbox', { name: '原因分析' }))
  await page.keyboard.type('装卸不当')
  await tabTo(page, next.getByRole('textbox', { name: '处理措施' }))
  await page.keyboard.type('赔偿维修费用')
  await tabTo(page, next.getByRole('textbox', { name: '反馈给客户的内容' }))
  await page.keyboard.type('已告知赔偿方式')
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText('已答复')
  await page.keyboard.press('Control+Enter')
  await expect(next.getByText('必填').first()).toBeVisible()
  await expect(stage(page)).toHaveText('已答复')
  await tabTo(page, next.getByRole('combobox', { name: '问题是否解决' }))
  await chooseByKey(page, 1)
  for (const label of SCORES) await rateByKey(page, next.getByRole('radiogroup', { name: label }), 4)
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText('待回访')
  await page.keyboard.press('Alt+q')
  await expect(page.getByRole('row', { name: new RegExp(`投诉 ${number}`) })).toBeVisible()
})

test('S5-02 a form half filled in is there again after a power cut', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.keyboard.type('退票款项二十天未到账')
  await expect(page.getByText('草稿已保存')).toBeVisible()
  await desk.kill()
  desk = await launchDesk({ folder: desk.folder })
  await signIn(desk.page, 'li')
  await desk.page.getByRole('button', { name: '新建', exact: true }).click()
  await expect(desk.page.getByRole('textbox', { name: /^内容/ })).toHaveValue('退票款项二十天未到账')
  await expect(desk.page.getByText(/已恢复 .* 保存的草稿/)).toBeVisible()
})
