import { expect, type Page, test } from '@playwright/test'
import { newCaseByKey, nextStep, openByNumber, registerCase, stage } from './cases.ts'
import { createStore, launchDesk, lock, type RunningDesk, signIn } from './desk.ts'
import { pick, press, tick, type } from './keyboard.ts'
import { pictureView } from './look.ts'
import { handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let number = ''

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
  await handOver(desk.page, { name: '李客服', login: 'li', role: '客服专员' })
  await newCaseByKey(desk.page)
  await desk.page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  number = await registerCase(desk.page, {
    ...{ kind: '投诉', category: '航班延误', content: '航班延误五小时，无人说明', demand: '说明原因' },
    ticks: ['已致歉安抚'],
  })
})
test.afterAll(() => desk.close())

async function come(page: Page, login: string): Promise<void> {
  await lock(page)
  await signIn(page, login)
  await openByNumber(page, number)
}

const changed = (page: Page) => page.getByRole('alert').filter({ hasText: '他人已更改此工单' })

test('what another person did meanwhile is read beside the own text, which is then recorded as things stand', async () => {
  const { page } = desk
  const next = nextStep(page)
  const facts = next.getByRole('textbox', { name: '确认或更正的内容' })
  await type(page, next.getByRole('textbox', { name: '联系到的人' }), '陈女士')
  await type(page, facts, '延误时间与航班属实')
  await tick(page, next.getByRole('checkbox', { name: '已告知处理流程' }))
  await come(page, 'boss')
  const act = page.getByRole('region', { name: '记录', exact: true })
  await press(page, page.getByRole('group', { name: '记录' }).getByRole('button', { name: '初步评估' }))
  await pick(page, act.getByRole('combobox', { name: '处理方向' }), '深入调查')
  await type(page, act.getByRole('textbox', { name: '评估说明' }), '旅客今晚离境')
  await press(page, act.getByRole('button', { name: '保存记录' }))
  await expect(page.getByRole('region', { name: '全过程' })).toContainText('旅客今晚离境')
  await come(page, 'li')
  await expect(changed(page)).toContainText(/王经理：初步评估/)
  await expect(changed(page)).toContainText('处理方向 深入调查')
  await expect(changed(page)).toContainText('旅客今晚离境')
  await expect(facts).toHaveValue('延误时间与航班属实')
  await pictureView(page, 'case-conflict')
  await press(page, changed(page).getByRole('button', { name: '按现在的情况办理' }))
  await expect(stage(page)).toHaveText('已确认')
  await expect(changed(page)).toHaveCount(0)
  await expect(page.getByRole('region', { name: '全过程' })).toContainText('延误时间与航班属实')
})

test('what was written for a step that another person has taken is shown and dropped by a key', async () => {
  const { page } = desk
  await type(page, nextStep(page).getByRole('textbox', { name: '不按建议派单的原因' }), '旅客点名要求')
  await come(page, 'boss')
  await press(page, nextStep(page).getByRole('button', { name: '派单' }).last())
  await expect(stage(page)).toHaveText('已派单')
  await come(page, 'li')
  await expect(changed(page)).toContainText(/王经理：已派单/)
  await expect(changed(page)).toContainText('旅客点名要求')
  await press(page, changed(page).getByRole('button', { name: '放弃我填写的内容' }))
  await expect(changed(page)).toHaveCount(0)
  await come(page, 'li')
  await expect(page.getByRole('region', { name: '全过程' })).toBeVisible()
  await expect(changed(page)).toHaveCount(0)
})
