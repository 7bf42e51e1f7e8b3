import { expect, type Page, test } from '@playwright/test'
import { newCaseByKey, nextStep, registerCase, stage } from './cases.ts'
import { createStore, expectNoDialog, launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { goTo, pick, press, type } from './keyboard.ts'
import { picture, pictureView } from './look.ts'
import { addPerson, handOver, signInFirst } from './people.ts'
import { approveDraft, submitDraft } from './policies.ts'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let desk: RunningDesk
let agentsPassword = ''

test.beforeAll(async () => {
  desk = await launchDesk()
  const { page } = desk
  await createStore(page)
  agentsPassword = await addPerson(page, { name: '李客服', login: 'li', role: '客服专员' })
  await handOver(page, { name: '周经理', login: 'zhou', role: '部门经理' })
})
test.afterAll(() => desk.close())

const version = (page: Page, name: RegExp) =>
  page.getByRole('grid', { name: '策略版本' }).getByRole('row', { name }).click()

/** Adds a step out of the stage that is chosen in the diagram, up to its events. */
async function addStep(page: Page, { from, name, en, to }: Record<'from' | 'name' | 'en' | 'to', string>) {
  await press(page, page.getByRole('region', { name: /流程图$/ }).getByRole('button', { name: from, exact: true }))
  await press(page, page.getByRole('button', { name: '增加步骤' }))
  const step = page.getByRole('dialog', { name: '步骤' })
  await type(page, step.getByRole('textbox', { name: '名称（中文）' }), name)
  await type(page, step.getByRole('textbox', { name: '名称（英文）' }), en)
  await pick(page, step.getByRole('combobox', { name: '到', exact: true }), to)
  return step
}

test('S2-185 S2-186 a manager adds a stage with a field of its own by keyboard; faults stand where they are', async () => {
  const { page } = desk
  await openPage(page, '策略')
  await version(page, /咨询、建议与服务流程/)
  await page.getByRole('button', { name: '起草新版本' }).click()
  await page.getByRole('dialog', { name: '起草新版本' }).getByRole('button', { name: '起草新版本' }).click()
  await expect(page.getByText('编辑草稿')).toBeVisible()
  await expectNoDialog(page)
  await press(page, page.getByRole('button', { name: '增加阶段' }))
  const form = page.getByRole('dialog', { name: '阶段' })
  await type(page, form.getByRole('textbox', { name: '名称（中文）' }), '质量复核')
  await press(page, form.getByRole('button', { name: '采用' }))
  await expect(form.getByText('填写不正确').first()).toBeVisible()
  await type(page, form.getByRole('textbox', { name: '名称（英文）' }), 'Review by quality')
  await type(page, form.getByRole('textbox', { name: '对客户的说法（中文）' }), '正在复核')
  await type(page, form.getByRole('textbox', { name: '对客户的说法（英文）' }), 'Being reviewed')
  await press(page, form.getByRole('button', { name: '采用' }))
  await expectNoDialog(page)
  const stages = page.getByRole('table', { name: '阶段' })
  await expect(stages.getByRole('row', { name: /质量复核/ })).toContainText('没有步骤能到达阶段“质量复核')

  const there = await addStep(page, { from: '已办理', name: '送质量复核', en: 'To quality', to: '质量复核' })
  await press(page, there.getByRole('button', { name: '采用' }))
  await expectNoDialog(page)
  await press(page, page.getByRole('button', { name: '显示全部阶段' }))
  await expect(stages.getByRole('row', { name: /质量复核/ })).toContainText('到不了任何终点')

  const on = await addStep(page, { from: '质量复核', name: '复核完成', en: 'Reviewed', to: '已关闭' })
  await goTo(page, on.getByRole('combobox', { name: '触发事件' }))
  await page.keyboard.press('Backspace')
  await page.keyboard.type('已关闭')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await press(page, on.getByRole('button', { name: '增加自有填写项' }))
  const own = on.getByRole('group', { name: '增加自有填写项' })
  await type(page, own.getByRole('textbox', { name: '名称（中文）' }), '复核结论')
  await type(page, own.getByRole('textbox', { name: '名称（英文）' }), 'Finding')
  await pick(page, own.getByRole('combobox', { name: '类型' }), '单选')
  await type(page, own.getByRole('textbox', { name: '选项（每行一个：中文 / 英文）' }), '合格 / Good')
  await press(page, own.getByRole('button', { name: '采用填写项' }))
  await expect(own.getByText('请至少写两个选项')).toBeVisible()
  await type(
    page,
    own.getByRole('textbox', { name: '选项（每行一个：中文 / 英文）' }),
    '合格 / Good\n待改进 / To improve',
  )
  await press(page, own.getByRole('button', { name: '采用填写项' }))
  await expect(on.getByRole('button', { name: '增加自有填写项' })).toBeFocused()
  await press(page, on.getByRole('button', { name: '增加条件' }))
  await pick(page, on.getByRole('combobox', { name: '记录' }), '答复或办理结果')
  await press(page, on.getByRole('button', { name: '采用条件' }))
  await picture(page, 'workflow-stages-step')
  await press(page, on.getByRole('button', { name: '采用', exact: true }))
  await expectNoDialog(page)
  await press(page, page.getByRole('button', { name: '显示全部阶段' }))
  await expect(page.getByRole('region', { name: '检查结果' })).toContainText('没有发现问题')
  await pictureView(page, 'workflow-stages-editor')
  await press(page, page.getByRole('button', { name: '保存草稿' }))
  const changes = page.getByRole('list', { name: '与另一版本的差异' })
  for (const text of ['新增阶段“质量复核”', '新增步骤“送质量复核”：已办理 → 质量复核', '必填“复核结论”'])
    await expect(changes).toContainText(text)
  await submitDraft(page, '增加质量复核')
  await expectNoDialog(page)
})

test('S2-185 somebody else approves, and an agent runs an enquiry through the new stage', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '策略')
  await version(page, /咨询、建议与服务流程.*待审批/)
  await approveDraft(page, '同意')
  await expectNoDialog(page)
  await lock(page)
  await signInFirst(page, 'li', agentsPassword)
  await newCaseByKey(page)
  await page.getByRole('textbox', { name: '非会员原因' }).fill('代办人')
  await page.getByRole('textbox', { name: '联系电话' }).fill('13900005678')
  await registerCase(page, {
    kind: '咨询',
    category: '行李服务',
    content: '行李额是多少',
    answer: '经济舱二十公斤',
  })
  await expect(stage(page)).toHaveText('已办理')
  const next = nextStep(page)
  await press(page, next.getByRole('group', { name: '可选步骤' }).getByRole('button', { name: '送质量复核' }))
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText('质量复核')
  await page.keyboard.press('Control+Enter')
  await expect(next.getByText('必填').first()).toBeVisible()
  await pick(page, next.getByRole('combobox', { name: '复核结论' }), '待改进')
  await press(page, next.getByRole('button', { name: /^复核完成/ }).last())
  await expect(stage(page)).toHaveText('已关闭')
  await expect(page.getByRole('region', { name: '阶段记录' })).toContainText('复核结论：待改进')
  await expect(page.getByRole('region', { name: '全过程' })).toContainText('复核结论 待改进')
  await pictureView(page, 'workflow-stages-case')
})
