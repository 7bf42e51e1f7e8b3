import { expect, type Locator, type Page, test } from '@playwright/test'
import { registerCase } from './cases.ts'
import { createStore, launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { addPerson, choose, handOver, signInFirst } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let number = ''

const panel = (page: Page): Locator => page.getByRole('region', { name: '协办', exact: true })
const sheet = (page: Page): Locator => page.getByRole('region', { name: '协办单' })

test.beforeAll(async () => {
  desk = await launchDesk()
  const { page } = desk
  await createStore(page)
  const oneTime = await addPerson(page, { name: '孙机场', login: 'sun', role: '客服专员' })
  await lock(page)
  await signInFirst(page, 'sun', oneTime)
  await lock(page)
  await signIn(page, 'boss')
  await handOver(page, { name: '李客服', login: 'li', role: '客服专员' })
  await page.getByRole('main').focus()
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  number = await registerCase(page, {
    kind: '投诉',
    category: '航班延误',
    content: '昨日航班延误四小时，机场无人告知原因',
    demand: '书面说明原因',
    ticks: ['已致歉安抚'],
  })
})
test.afterAll(() => desk.close())

test('S2-117 another department is asked from the case, with a due time by rule', async () => {
  const { page } = desk
  await panel(page).getByRole('button', { name: '协办' }).click()
  await panel(page).getByRole('button', { name: '请求协办' }).click()
  const form = panel(page).getByRole('form', { name: '请求协办' })
  await expect(form).toContainText(/不填则按规则：.*1个工作日/)
  await choose(page, form.getByRole('combobox', { name: '部门' }), '机场服务')
  await choose(page, form.getByRole('combobox', { name: '人员' }), /孙机场/)
  await form.getByRole('textbox', { name: '请对方做什么' }).fill('请核实当日现场广播与通知记录')
  await picture(page, 'subtasks-ask')
  await form.getByRole('button', { name: '发出协办' }).click()
  await expect(panel(page)).toContainText('1 件未办结，共 1 件')
  await expect(panel(page).getByRole('listitem')).toContainText('孙机场')
})

test('S2-36 the other side accepts with receipt and answers; the customer is hidden on the sheet', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'sun')
  await openPage(page, '我的协办')
  await page
    .getByRole('grid', { name: '我的协办' })
    .getByRole('row', { name: new RegExp(number) })
    .click()
  await expect(sheet(page)).toContainText('客户信息已隐去')
  await expect(sheet(page)).toContainText('昨日航班延误四小时')
  await sheet(page).getByRole('button', { name: '接收' }).click()
  await expect(sheet(page)).toContainText('孙机场 于')
  await sheet(page).getByRole('button', { name: '答复' }).click()
  const form = sheet(page).getByRole('form', { name: '答复' })
  await form.getByRole('textbox', { name: '答复内容' }).fill('14:05、14:40 两次广播，录音可查')
  await form.getByRole('button', { name: '答复' }).click()
  await expect(sheet(page)).toContainText('录音可查')
  await expect(sheet(page).getByText('已答复', { exact: true }).first()).toBeVisible()
  await pictureView(page, 'subtasks')
})

test('the owner takes the answer as done, and the case no longer waits', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'li')
  await openPage(page, '我的协办')
  await page.getByRole('radiogroup', { name: '范围' }).getByText('我发起的').click()
  await page
    .getByRole('grid', { name: '我的协办' })
    .getByRole('row', { name: new RegExp(number) })
    .click()
  await sheet(page).getByRole('button', { name: '打开工单' }).click()
  await expect(panel(page).getByRole('listitem')).toContainText('录音可查')
  await pictureView(page, 'subtasks-case')
  await panel(page).getByRole('button', { name: '认可并办结' }).click()
  await expect(panel(page)).toContainText('1 件均已办结')
  await resize(desk.app, { width: 1024, height: 680 })
  await panel(page).scrollIntoViewIfNeeded()
  await picture(page, 'small.subtasks-case')
})
