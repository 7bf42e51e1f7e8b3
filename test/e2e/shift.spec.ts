import { expect, type Page, test } from '@playwright/test'
import { answer, callDock, finishCall, openTelephone, ring } from './calls.ts'
import { caseNumber, nextStep, stage } from './cases.ts'
import { expectLocked, launchDesk, lock, type RunningDesk } from './desk.ts'
import { choose, goTo, mark, openFirst, pick, press, showTab, switchTo, tick, turnTo, type } from './keyboard.ts'
import { pictureView } from './look.ts'
import { stored, storedCase } from './stored.ts'

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

const OUYANG = '13812345678'
let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await openTelephone(desk, OUYANG)
  await lock(desk.page)
  await countPresses(desk.page)
})
test.afterAll(() => desk.close())

/** From here on the window counts what a pointer presses. */
async function countPresses(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { presses: number }
    counted.presses = 0
    const count = () => {
      counted.presses += 1
    }
    addEventListener('pointerdown', count, true)
  })
}

/** What was asked, done and said, typed field after field as the customer speaks. */
async function writeDown(page: Page, texts: readonly [question: string, process: string, result: string]) {
  await goTo(page, callDock(page).getByRole('textbox', { name: '问题与要求' }))
  for (const [place, text] of texts.entries()) {
    if (place > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
}

type Matter = { kind: string; category: string; content: string; ticks?: string[]; more?: () => Promise<void> }

/** Registers a case during the call, from its key to its number. */
async function register(page: Page, { kind, category, content, ticks = [], more }: Matter): Promise<string> {
  await page.keyboard.press('F9')
  const field = page.getByRole('textbox', { name: /^内容/ })
  await expect(field).toBeVisible()
  await mark(page, page.getByRole('radiogroup', { name: '类别' }), kind)
  await type(page, field, content)
  for (const name of ticks) await tick(page, page.getByRole('checkbox', { name }))
  await more?.()
  await goTo(page, page.getByRole('combobox', { name: '分类' }))
  await page.keyboard.type(category)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  return caseNumber(page)
}

const numbers: string[] = []

test('the shift begins, and an enquiry is answered while the customer is on the line', async () => {
  const { page } = desk
  await type(page, page.getByRole('textbox', { name: '登录名' }), 'li')
  await type(page, page.getByRole('textbox', { name: /^密码/ }), 'correct horse battery')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await ring(page, OUYANG)
  await answer(page)
  await writeDown(page, ['问钻石卡免费行李额', '查询权益', '另有四十公斤'])
  const more = () => type(page, page.getByRole('textbox', { name: '当场答复' }), '钻石卡另有四十公斤')
  numbers.push(await register(page, { kind: '咨询', category: '综合', content: '钻石卡免费行李额', more }))
  await expect(stage(page)).toHaveText('已办理')
  await finishCall(page, '咨询已解答')
})

test('a complaint is registered in the second call and confirmed before the customer hangs up', async () => {
  const { page } = desk
  await ring(page, OUYANG)
  await answer(page)
  await writeDown(page, ['投诉昨日航班延误', '致歉并登记', '承诺今日联系'])
  const number = await register(page, {
    ...{ kind: '投诉', category: '航班延误', content: '昨日 HU7609 延误四小时，无人说明' },
    ticks: ['已致歉安抚', '已告知客户受理'],
    more: () => type(page, page.getByRole('textbox', { name: '期望的解决方案' }), '书面说明原因'),
  })
  numbers.push(number)
  const next = nextStep(page)
  await type(page, next.getByRole('textbox', { name: '确认或更正的内容' }), '情况属实')
  await tick(page, next.getByRole('checkbox', { name: '已告知处理流程' }))
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText('已确认')
  await finishCall(page, '投诉已登记')
  await expect.poll(async () => (await storedCase(page, number)).state).toBe('confirmed')
})

test('a service is asked for in the third call and a suggestion made in the fourth', async () => {
  const { page } = desk
  await ring(page, OUYANG)
  await answer(page)
  await writeDown(page, ['明日接机', '登记服务', '安排后告知'])
  const more = async () => {
    await pick(page, page.getByRole('combobox', { name: '服务类型' }), '接送机')
    await type(page, page.getByRole('textbox', { name: '办理要求' }), '首都机场接机一辆')
  }
  numbers.push(await register(page, { kind: '服务请求', category: '贵宾休息室', content: '需要接机服务', more }))
  await finishCall(page, '服务已安排')
  await ring(page, OUYANG)
  await answer(page)
  await writeDown(page, ['休息室加充电位', '致谢并登记', '转交部门'])
  const ticks = ['已向客户致谢']
  numbers.push(await register(page, { kind: '建议', category: '贵宾休息室', content: '休息室增加充电位', ticks }))
  await finishCall(page, '建议已登记')
})

test('the fifth customer gives up and is called back', async () => {
  const { page } = desk
  await ring(page, OUYANG)
  await page.keyboard.press('F8')
  await expect(callDock(page)).toHaveCount(0)
  await page.getByRole('main').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { level: 1, name: '电话' })).toBeVisible()
  await mark(page, page.getByRole('radiogroup', { name: '通话筛选' }), '待回电')
  await openFirst(page, page.getByRole('grid', { name: '待回电' }))
  await page.keyboard.press('Alt+b')
  await expect(callDock(page).getByRole('button', { name: '对方已接听' })).toBeVisible()
  await page.keyboard.press('F2')
  await expect(callDock(page).getByRole('textbox', { name: '问题与要求' })).toBeFocused()
  await writeDown(page, ['回拨未接来电', '说明情况', '无其他需求'])
  await finishCall(page, '已通知会员')
})

test('the shift ends with a hand-over, every case and call of it is stored, and no pointer was pressed', async () => {
  const { page } = desk
  await page.getByRole('main').focus()
  await turnTo(page, '待办与例会')
  await showTab(page, '交接班')
  await press(page, page.getByRole('button', { name: '交班' }).first())
  const giving = page.getByRole('region', { name: '本班未结事项' })
  await choose(page, giving.getByRole('combobox', { name: '接班人' }), '周客服')
  await type(page, giving.getByRole('textbox', { name: '交接说明' }), '投诉客户今日须再联系')
  await tick(page, giving.getByRole('checkbox', { name: new RegExp(`转交 ${numbers[1]}`) }))
  await press(page, giving.getByRole('button', { name: '交班并转交 1 件' }))
  await expect(page.getByRole('region', { name: '交接单：李客服 → 周客服' })).toContainText('待确认')
  const kinds = await Promise.all(numbers.map(async (number) => (await storedCase(page, number)).kind))
  expect(kinds).toEqual(['enquiry', 'complaint', 'service', 'suggestion'])
  const { rows } = await stored(page, 'calls.recent', {})
  expect(rows.filter(({ state }) => state === 'done')).toHaveLength(5)
  expect(await page.evaluate(() => (globalThis as unknown as { presses: number }).presses)).toBe(0)
  await pictureView(page, 'shift-hand-over')
  await page.keyboard.press('Control+l')
  await expectLocked(page)
  await switchTo(page, 'zhou')
  expect((await storedCase(page, numbers[1] ?? '')).ownerName).toBe('周客服')
})
