import { expect, type Page, test } from '@playwright/test'
import type { CaseId, UserId } from '../../src/shared/ids.ts'
import { complaint } from '../cases-fixtures.ts'
import { newCaseByKey, nextStep, openByNumber, registerCase, stage } from './cases.ts'
import { createStore, launchDesk, lock, type RunningDesk, signIn } from './desk.ts'
import { goTo, pick, press, setNextYear, tick, type } from './keyboard.ts'
import { pictureView } from './look.ts'
import { handOver } from './people.ts'
import { stored, storedCase } from './stored.ts'

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

/** A part of the case's page, unfolded. */
async function unfolded(page: Page, name: string) {
  const part = page.getByRole('region', { name, exact: true })
  const fold = part.getByRole('button', { name, exact: true })
  await expect(fold).toBeVisible()
  if ((await fold.getAttribute('aria-expanded')) === 'false') await press(page, fold)
  return part
}

test('a plan that another person saved meanwhile stands field by field beside one’s own, and merging keeps both', async () => {
  const { page } = desk
  const plan = await unfolded(page, '处理方案')
  const form = plan.getByRole('form', { name: '处理方案' })
  const field = (name: string) => form.getByRole('textbox', { name })
  await press(page, plan.getByRole('button', { name: '拟定方案' }))
  await type(page, field('处理措施'), '致歉并书面说明')
  await type(page, field('沟通协调方式'), '电话告知')
  await come(page, 'boss')
  await unfolded(page, '处理方案')
  await press(page, plan.getByRole('button', { name: '拟定方案' }))
  await type(page, field('投诉事由'), '延误且未通报')
  await type(page, field('初步评估结论'), '属实，承运人原因')
  await type(page, field('处理措施'), '致歉并补偿 500 元')
  await setNextYear(page, form.getByLabel('处理期限'))
  await type(page, field('沟通协调方式'), '当面告知')
  await press(page, form.getByRole('button', { name: '保存方案' }))
  await expect(plan).toContainText('致歉并补偿 500 元')
  await come(page, 'li')
  // The form is open again by itself: its writer left text in it.
  await expect(field('处理措施')).toHaveValue('致歉并书面说明')
  const notice = form.getByRole('alert').filter({ hasText: '他人已更改此工单' })
  await expect(notice).toContainText(/王经理：.*方案/)
  const theirs = notice.getByRole('list', { name: '对方改动的内容' })
  await expect(theirs.getByRole('listitem').filter({ hasText: '初步评估结论' })).toHaveText(
    '初步评估结论 属实，承运人原因',
  )
  await expect(theirs.getByRole('listitem').filter({ hasText: '处理措施' })).toContainText('您也改了此项')
  await expect(form.getByRole('button', { name: '保存方案' })).toBeDisabled()
  await goTo(page, notice.getByRole('button', { name: '合并，保留我的更改' }))
  await pictureView(page, 'case-conflict-plan')
  await press(page, notice.getByRole('button', { name: '合并，保留我的更改' }))
  await expect(notice).toHaveCount(0)
  await expect(field('处理措施')).toHaveValue('致歉并书面说明')
  await expect(field('初步评估结论')).toHaveValue('属实，承运人原因')
  await press(page, form.getByRole('button', { name: '保存方案' }))
  await expect(plan).toContainText('电话告知')
  const { id } = await storedCase(page, number)
  const { versions } = await stored(page, 'plans.show', { id })
  expect(versions[0]).toMatchObject({
    ...{ cause: '延误且未通报', direction: '属实，承运人原因' },
    ...{ measures: '致歉并书面说明', communication: '电话告知', authorNames: ['王经理', '李客服'] },
  })
})

test('of a cause that another person chose meanwhile the own words stay until theirs are taken', async () => {
  const { page } = desk
  const panel = await unfolded(page, '根本原因')
  const text = panel.getByRole('textbox', { name: '具体情况' })
  await type(page, text, '现场通报不及时')
  await come(page, 'boss')
  await unfolded(page, '根本原因')
  await goTo(page, panel.getByRole('combobox', { name: '原因' }))
  await page.keyboard.type('EXT-ATC')
  await expect(page.getByRole('option', { name: /EXT-ATC/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await type(page, text, '前序航班受流量控制')
  await press(page, panel.getByRole('button', { name: '保存' }))
  await expect(panel).toContainText('EXT-ATC')
  await come(page, 'li')
  await expect(text).toHaveValue('现场通报不及时')
  const notice = panel.getByRole('alert').filter({ hasText: '他人已更改此工单' })
  await expect(notice).toContainText(/王经理：.*EXT-ATC/)
  await expect(notice.getByRole('list', { name: '对方改动的内容' })).toContainText('前序航班受流量控制')
  await pictureView(page, 'case-conflict-cause')
  await press(page, notice.getByRole('button', { name: '采用对方的，放弃我的' }))
  await expect(text).toHaveCount(0)
  await expect(panel).toContainText('前序航班受流量控制')
  const { id } = await storedCase(page, number)
  const { chosen } = await stored(page, 'causes.of', { caseId: id })
  expect(chosen).toMatchObject({ code: 'EXT-ATC', text: '前序航班受流量控制', chosenByName: '王经理' })
  await come(page, 'boss')
  await come(page, 'li')
  await expect(text).toHaveCount(0)
})

const ANSWERS = [
  [/问题是否已经解决/, '已解决'],
  [/处理结果满意/, '4'],
  [/处理过程/, '4'],
  [/接待您的客服/, '4'],
  [/整体服务/, '4'],
  [/认可我们采取的处理措施/, '是'],
] as const

test('of a finding, the word on the measures, an interview and an un-merge others read what was done meanwhile, and keep their own text', async () => {
  const { page } = desk
  const { id } = await storedCase(page, number)
  const seqOf = async (of: CaseId) => (await stored(page, 'cases.pulse', { id: of })).lastSeq
  await stored(page, 'liability.draft', {
    ...{ id, matter: 'service', party: 'operator', grounds: ['serviceDefect'], facts: '延误后未安排住宿' },
    ...{ basis: '服务协议第三条', evidence: '无', expectedSeq: await seqOf(id) },
    shares: [{ kind: 'partner', name: '海湾店', percent: 100 }],
  })
  const twin = await stored(page, 'cases.open', complaint({ content: '同一航班延误，另一旅客来电' }))
  const finding = page.getByRole('region', { name: '责任认定', exact: true })
  const form = finding.getByRole('form', { name: '拟定责任认定' })
  const field = (name: string) => form.getByRole('textbox', { name })
  const survey = page.getByRole('region', { name: '客户满意度', exact: true })
  await stored(page, 'surveys.invite', { about: { kind: 'case', caseId: id }, channel: 'other', isUnasked: true })
  const interview = survey.getByRole('form', { name: '投诉处理满意度调查' })
  const comment = interview.getByRole('textbox', { name: /意见或建议/ })
  const word = survey.getByRole('textbox', { name: '客户的意见' })
  const why = page.getByRole('region', { name: '记录', exact: true }).getByRole('textbox', { name: /原因/ })

  await press(page, finding.getByRole('button', { name: '拟定责任认定' }))
  await type(page, field('证据'), '酒店入住记录')
  await unfolded(page, '客户满意度')
  await type(page, word, '客户希望尽快答复')
  await type(page, comment, '客户盼书面答复')

  await come(page, 'boss')
  const merge = { step: 'merge', data: { mergedInto: number } }
  await stored(page, 'cases.advance', { id: twin.id, ...merge, expectedSeq: await seqOf(twin.id) })
  const ownerId = twin.ownerId ?? ('' as UserId)
  const kept = { kind: 'hotel', name: '示例海湾酒店', cooperation: '', state: 'active', ownerId } as const
  const { id: partnerId } = await stored(page, 'partners.save', { partner: kept })
  await press(page, finding.getByRole('button', { name: '拟定责任认定' }))
  await type(page, form.getByRole('combobox', { name: '名称' }), '示例海湾酒店')
  await expect(form.getByLabel('已登记的合作伙伴，计入其质量数据')).toBeVisible()
  await type(page, field('事实经过'), '延误后酒店拒绝入住')
  await press(page, form.getByRole('button', { name: '保存认定草案' }))
  await expect(finding).toContainText('延误后酒店拒绝入住')
  await unfolded(page, '客户满意度')
  await type(page, word, '客户认可补偿')
  await press(page, survey.getByRole('button', { name: '认可', exact: true }))
  await expect(survey).toContainText('客户认可补偿')
  await openByNumber(page, twin.number)
  await press(page, page.getByRole('group', { name: '记录' }).getByRole('button', { name: '撤销合并' }))
  await type(page, why, '并非同一旅客')

  await come(page, 'li')
  const found = form.getByRole('alert').filter({ hasText: '他人已更改此工单' })
  await expect(found).toContainText(/王经理：责任认定/)
  const theirs = found.getByRole('list', { name: '对方改动的内容' }).getByRole('listitem')
  await expect(theirs).toHaveText([/责任主体与比例 示例海湾酒店 100%/, '事实经过 延误后酒店拒绝入住'])
  await expect(field('证据')).toHaveValue('酒店入住记录')
  await press(page, found.getByRole('button', { name: '合并，保留我的更改' }))
  await press(page, form.getByRole('button', { name: '保存认定草案' }))
  await expect(finding).toContainText('酒店入住记录')
  expect((await stored(page, 'liability.show', { id })).versions[0]).toMatchObject({
    ...{ facts: '延误后酒店拒绝入住', evidence: '酒店入住记录', authorNames: ['李客服', '王经理'] },
    shares: [{ kind: 'partner', name: '示例海湾酒店', partnerId }],
  })
  await unfolded(page, '客户满意度')
  await expect(word).toHaveValue('客户希望尽快答复')
  const measures = survey.getByRole('region', { name: '客户是否认可处理措施' })
  const said = measures.getByRole('alert').filter({ hasText: '他人已更改此工单' })
  await expect(said).toContainText('客户认可补偿')
  await press(page, said.getByRole('button', { name: '按现在的情况办理' }))
  await press(page, survey.getByRole('button', { name: '不认可', exact: true }))
  await expect(survey).toContainText('客户希望尽快答复')
  const { accepted } = await stored(page, 'surveys.ofCase', { caseId: id })
  expect(accepted).toMatchObject({ isAccepted: false, text: '客户希望尽快答复', byName: '李客服' })
  await expect(comment).toHaveValue('客户盼书面答复')
  const heard = interview.getByRole('alert').filter({ hasText: '他人已更改此工单' })
  await expect(heard).toContainText(/王经理：责任认定/)
  await expect(interview.getByRole('button', { name: '保存回答' })).toBeDisabled()
  await goTo(page, heard.getByRole('button', { name: '按现在的情况办理' }))
  await pictureView(page, 'case-conflict-interview')
  await press(page, heard.getByRole('button', { name: '按现在的情况办理' }))
  await expect(heard).toHaveCount(0)
  for (const [question, answer] of ANSWERS) {
    const choices = interview.getByRole('radiogroup', { name: question })
    await choices.getByRole('radio', { name: answer, exact: true }).check()
  }
  await press(page, interview.getByRole('button', { name: '保存回答' }))
  await expect(survey).toContainText('结果 4 · 过程 4 · 整体 4')
  expect((await stored(page, 'surveys.ofCase', { caseId: id })).answers).toMatchObject([
    { comment: '客户盼书面答复', result: 4, enteredByName: '李客服' },
  ])
  await stored(page, 'cases.note', { id: twin.id, text: '该旅客另行来电催办' })

  await come(page, 'boss')
  await openByNumber(page, twin.number)
  await press(page, page.getByRole('group', { name: '记录' }).getByRole('button', { name: '撤销合并' }))
  await expect(why).toHaveValue('并非同一旅客')
  await expect(changed(page)).toContainText('该旅客另行来电催办')
  await press(page, changed(page).getByRole('button', { name: '按现在的情况办理' }))
  const records = page.getByRole('region', { name: '记录', exact: true })
  await press(page, records.getByRole('button', { name: '撤销合并' }).last())
  await expect(stage(page)).toHaveText('已登记')
  expect((await storedCase(page, twin.number)).events.at(-1)).toMatchObject({
    ...{ kind: 'unmerged', actorName: '王经理', data: { reason: '并非同一旅客' } },
  })
})
