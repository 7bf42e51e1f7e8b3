import { expect, type Page, test } from '@playwright/test'
import { newCaseByKey, nextStep, registerCase, stage } from './cases.ts'
import { createStore, launchDesk, type RunningDesk } from './desk.ts'
import { pick, press, type } from './keyboard.ts'
import { pictureView } from './look.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const trail = (page: Page) => page.getByRole('region', { name: '全过程' })

/** Takes the step whose form stands under "next". */
async function take(page: Page, reached: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText(reached)
}

/** What was stored, as the case that was read anew says it. */
async function expectKept(page: Page, texts: string[]): Promise<void> {
  for (const text of texts) await expect(trail(page)).toContainText(text)
}

test('S3-66..69 a suggestion is thanked for, collated and submitted, its adoption recorded and the customer told', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.getByRole('radiogroup', { name: '类别' }).getByText('建议', { exact: true }).click()
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await registerCase(page, {
    ...{ kind: '建议', category: '贵宾休息室', content: '休息室增加充电位' },
    ticks: ['已向客户致谢'],
  })
  const next = nextStep(page)
  await expect(next.getByRole('button', { name: '答复', exact: true })).toHaveCount(0)
  await type(page, next.getByRole('textbox', { name: '整理后的建议' }), '两个贵宾休息室加装充电位')
  await take(page, '跟进中')
  await pick(page, next.getByRole('combobox', { name: '采纳情况' }), '采纳')
  await type(page, next.getByRole('textbox', { name: '部门意见与理由' }), '已列入本季度改造')
  await take(page, '已有结论')
  await type(page, next.getByRole('textbox', { name: '答复或办理结果' }), '感谢建议，本季度加装')
  await pictureView(page, 'suggestion-decided')
  await take(page, '已办理')
  await pick(page, next.getByRole('combobox', { name: '问题是否解决' }), '是')
  await press(page, next.getByRole('button', { name: /^关闭/ }).last())
  await expect(stage(page)).toHaveText('已关闭')
  await expectKept(page, [
    ...['整理后的建议 两个贵宾休息室加装充电位', '采纳情况 采纳', '部门意见与理由 已列入本季度改造'],
    ...['答复或办理结果 感谢建议，本季度加装', '答复方式 电话', '问题是否解决 是'],
  ])
})

test('S3-23..27 a service request goes to its department, waits for the customer, and is done with its reference', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.getByRole('radiogroup', { name: '类别' }).getByText('服务请求', { exact: true }).click()
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await page.getByRole('combobox', { name: '服务类型' }).click()
  await page.getByRole('option', { name: '接送' }).click()
  await page.getByRole('textbox', { name: '办理要求' }).fill('首都机场接机一辆')
  await registerCase(page, { kind: '服务请求', category: '贵宾休息室', content: '需要接机服务' })
  const next = nextStep(page)
  const steps = next.getByRole('group', { name: '可选步骤' })
  await press(page, steps.getByRole('button', { name: '派单', exact: true }))
  await take(page, '跟进中')
  await press(page, steps.getByRole('button', { name: '等客户补充', exact: true }))
  await type(page, next.getByRole('textbox', { name: '需要什么' }), '到达航班号')
  await next.getByLabel('催办时间').fill('2030-01-02T09:00')
  await next.getByRole('textbox', { name: '需要什么' }).focus()
  await take(page, '待客户补充')
  await type(page, next.getByRole('textbox', { name: '客户回复' }), 'HU7609')
  await take(page, '跟进中')
  await type(page, next.getByRole('textbox', { name: '答复或办理结果' }), '已安排车辆接机')
  await type(page, next.getByRole('textbox', { name: /^办理凭证/ }), 'CAR-20881')
  await pictureView(page, 'service-answer')
  await take(page, '已办理')
  await pick(page, next.getByRole('combobox', { name: '问题是否解决' }), '是')
  await press(page, next.getByRole('button', { name: /^关闭/ }).last())
  await expect(stage(page)).toHaveText('已关闭')
  await expectKept(page, ['到达航班号', 'HU7609', '已安排车辆接机', 'CAR-20881', '问题是否解决 是'])
})
