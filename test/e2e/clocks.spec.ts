import { expect, type Locator, test } from '@playwright/test'
import { caseNumber, clocks, nextStep, registerCase, stage } from './cases.ts'
import { createStore, launchDesk, openPage, type RunningDesk } from './desk.ts'
import { press, tick, type } from './keyboard.ts'
import { pictureView } from './look.ts'
import { createMember } from './members.ts'
import { stored, storedCase } from './stored.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
  await createMember(desk.page, { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: '钻石' })
})
test.afterAll(() => desk.close())

/** The milliseconds that lines of an explanation stand for. */
async function msOf(lines: Locator): Promise<number[]> {
  return lines.evaluateAll((found) => found.map((line) => Number(line.getAttribute('data-ms'))))
}

test('S1-45 S2-70 why a limit ends when it does: its rule and source, a pause with who took it, and a sum that is the limit', async () => {
  const { page } = desk
  await openPage(page, '工单')
  await page.getByRole('button', { name: '新建' }).first().click()
  await page.getByRole('textbox', { name: '会员', exact: true }).fill('HU600100200')
  await page.getByRole('option', { name: /欧阳静怡/ }).click()
  await registerCase(page, {
    kind: '投诉',
    category: '航班延误',
    content: '昨日航班延误四小时，机场无人告知原因',
    demand: '书面说明原因',
    ticks: ['已致歉安抚', '已告知客户受理'],
  })
  const next = nextStep(page)
  await next.getByRole('textbox', { name: '确认或更正的内容' }).fill('情况属实，旅客补充：随行一名儿童')
  await next.getByRole('checkbox', { name: '已告知处理流程' }).check()
  await next.getByRole('button', { name: '联系客户确认' }).last().click()
  await expect(stage(page)).toHaveText('已确认')
  await next.getByRole('button', { name: '派单' }).last().click()
  await expect(stage(page)).toHaveText('已派单')
  await next.getByRole('button', { name: '接手' }).last().click()
  await expect(stage(page)).toHaveText('调查中')
  await next.getByRole('button', { name: '等客户补充' }).first().click()
  await next.getByRole('textbox', { name: '需要什么' }).fill('行李牌照片')
  await next.getByRole('textbox', { name: '如何提交' }).fill('短信链接')
  await next.getByLabel('催办时间').fill('2035-01-08T10:00')
  await next.getByRole('button', { name: '等客户补充' }).last().click()
  await expect(stage(page)).toHaveText('待客户补充')

  const resolve = clocks(page).locator('[data-clock=resolve]')
  await expect(resolve).toContainText('暂停')
  await resolve.getByRole('button').first().click()
  const why = resolve.getByRole('region', { name: '为什么是这个时间' })
  await expect(why).toContainText('来源')
  await expect(why.locator('li', { hasText: '等客户补充' })).toContainText('王经理暂停')
  const counted = await msOf(why.locator('li[data-counted]'))
  const [sum] = await msOf(why.locator('div[data-ms]'))
  expect(counted.reduce((all, ms) => all + ms, 0)).toBe(sum)
  expect(sum).toBe(48 * 3_600_000)
  await pictureView(page, 'cases-why')
})

test('S2-70 a pause that never was is corrected without the pointer: the limit ends when it would have, and says who put it right', async () => {
  const { page } = desk
  const next = nextStep(page)
  await next.getByRole('textbox', { name: '客户回复' }).fill('从未要求补充材料')
  await next.getByRole('button', { name: '客户已回复' }).last().click()
  await expect(stage(page)).toHaveText('调查中')
  const resolve = clocks(page).locator('[data-clock=resolve]')
  const why = resolve.getByRole('region', { name: '为什么是这个时间' })
  await press(page, why.getByRole('button', { name: '更正暂停：等客户补充' }))
  const form = why.getByRole('form', { name: '更正暂停：等客户补充' })
  await expect(form.getByLabel('实际开始')).toBeFocused()
  await tick(page, form.getByRole('checkbox', { name: '实际没有暂停' }))
  await type(page, form.getByRole('textbox', { name: '更正原因' }), '误点了“等客户补充”')
  await pictureView(page, 'cases-pause-form')
  await press(page, form.getByRole('button', { name: '更正暂停：等客户补充' }))
  await expect(why.getByRole('list', { name: '暂停更正' })).toContainText('误点了“等客户补充”')
  await expect(why).toBeFocused()
  await expect(why.locator('li', { hasText: '王经理暂停' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: '全过程' })).toContainText('更正暂停')
  await pictureView(page, 'cases-pause-corrected')
  const number = await caseNumber(page)
  const found = await storedCase(page, number)
  const clock = found.clocks.find(({ kind }) => kind === 'resolve')
  expect((clock?.dueAt ?? 0) - (clock?.startedAt ?? 0)).toBe(48 * 3_600_000)
  expect(found.events.find(({ kind }) => kind === 'pauseCorrected')).toMatchObject({ actorName: '王经理' })
  expect((await stored(page, 'cases.replay', { id: found.id })).mismatches).toBe(0)
})
