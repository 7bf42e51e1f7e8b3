import { expect, type Locator, test } from '@playwright/test'
import { clocks, nextStep, registerCase, stage } from './cases.ts'
import { createStore, launchDesk, openPage, type RunningDesk } from './desk.ts'
import { pictureView } from './look.ts'
import { createMember } from './members.ts'

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
