import { expect, type Locator, type Page, test } from '@playwright/test'
import { nextStep, openByNumber, stage } from './cases.ts'
import { type RemedyStore, storeWithRemedies } from './complaint-store.ts'
import { launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { stored, storedCase } from './stored.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let made: RemedyStore

test.beforeAll(async () => {
  made = await storeWithRemedies()
  desk = await launchDesk({ folder: made.folder })
  await signIn(desk.page, 'li')
})
test.afterAll(() => desk.close())

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

async function open(page: Page, login: string, number: string): Promise<void> {
  await lock(page)
  await signIn(page, login)
  await openByNumber(page, number)
}

async function chooseStep(page: Page, name: string): Promise<Locator> {
  const next = nextStep(page)
  await next.getByRole('group', { name: '可选步骤' }).getByRole('button', { name, exact: true }).click()
  return next
}

type Measure = { kind: string; text: string; department?: string; person?: string; responsible?: RegExp; due?: string }

async function addMeasure(page: Page, { kind, text, department, person, responsible, due }: Measure): Promise<void> {
  const liability = part(page, '责任认定')
  await liability.getByRole('button', { name: '记录追责、整改或反馈' }).click()
  const form = liability.getByRole('form', { name: '记录追责、整改或反馈' })
  await choose(page, form.getByRole('combobox', { name: '主体' }), kind)
  if (department) await choose(page, form.getByRole('combobox', { name: '部门' }), department)
  if (person) await form.getByRole('textbox', { name: '人员' }).fill(person)
  if (responsible) await choose(page, form.getByRole('combobox', { name: '责任人' }), responsible)
  if (due) await form.getByLabel('完成期限').fill(due)
  await form.getByRole('textbox', { name: '内容' }).fill(text)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(liability.getByText(text)).toBeVisible()
}

const measuresOf = async (page: Page) => {
  const { id } = await storedCase(page, made.joint)
  return (await stored(page, 'liability.show', { id })).measures
}

test('S2-80 S2-81 S2-83 S2-84 S2-91..93 S2-95 S2-96 a joint finding is followed by accountability on both sides, rectification, and feedback inside and outside', async () => {
  const { page } = desk
  await openByNumber(page, made.joint)
  const liability = part(page, '责任认定')
  for (const words of ['服务类', '双方均有过错', '沟通协作中问题恶化', '航班正常管理规定'])
    await expect(liability).toContainText(words)
  await addMeasure(page, {
    kind: '内部责任追究',
    text: '当班主任扣减绩效',
    department: '机场服务',
    person: '演示张值班',
  })
  await addMeasure(page, { kind: '对客户责任追究', text: '书面提醒文明乘机' })
  await addMeasure(page, {
    ...{ kind: '整改措施', text: '增设延误公告岗', department: '机场服务', responsible: /演示赵主管/ },
    due: '2099-06-30T18:00',
  })
  await addMeasure(page, { kind: '内部反馈', text: '认定与整改已通报机场服务', department: '机场服务' })
  await addMeasure(page, { kind: '外部反馈', text: '认定结果已电话告知客户' })
  await pictureView(page, 'remedy-measures')
  const id = (await storedCase(page, made.joint)).id
  const { versions, measures } = await stored(page, 'liability.show', { id })
  expect(versions[0]).toMatchObject({ matter: 'service', party: 'joint', grounds: ['bothAtFault', 'worsened'] })
  expect(measures.map(({ kind }) => kind).sort()).toEqual(
    ['accountability', 'customerAction', 'externalFeedback', 'internalFeedback', 'rectification'].sort(),
  )
  expect(measures.find(({ kind }) => kind === 'rectification')).toMatchObject({ responsibleName: '演示赵主管' })
})

test('S2-94 who answers for a rectification finds it with its due date, reports it, and somebody else verifies it at the second look', async () => {
  const { page } = desk
  const report = async (text: string) => {
    await open(page, 'zhao', made.joint)
    const liability = part(page, '责任认定')
    await liability.getByRole('button', { name: '完成情况' }).click()
    await liability.getByRole('textbox', { name: '完成情况' }).fill(text)
    await liability.getByRole('button', { name: '报告完成' }).click()
    await expect(liability.getByText('待验证', { exact: true })).toBeVisible()
    await expect(liability.getByRole('button', { name: '验证情况' })).toHaveCount(0)
  }
  const look = async (text: string, button: string) => {
    await lock(page)
    await signIn(page, 'boss')
    await openPage(page, '赔付与整改')
    await page.getByRole('tab', { name: '整改' }).click()
    const row = page.getByRole('row', { name: /增设延误公告岗/ })
    await expect(row).toContainText('演示赵主管')
    await row.getByRole('button', { name: made.joint }).click()
    const liability = part(page, '责任认定')
    await liability.getByRole('button', { name: '验证情况' }).click()
    await liability.getByRole('textbox', { name: '验证情况' }).fill(text)
    await liability.getByRole('button', { name: button }).click()
  }
  await report('已设岗')
  await look('夜班未执行', '未落实，退回')
  await expect(part(page, '责任认定').getByText('待完成', { exact: true })).toBeVisible()
  await report('夜班已补设')
  await look('三班均已设岗', '验证有效')
  await expect(part(page, '责任认定').getByText('已验证', { exact: true })).toBeVisible()
  const done = (await measuresOf(page)).find(({ kind }) => kind === 'rectification')
  expect(done).toMatchObject({ doneByName: '演示赵主管', verifiedByName: '王经理', verifiedText: '三班均已设岗' })
  await openPage(page, '赔付与整改')
  await page.getByRole('tab', { name: '整改' }).click()
  await expect(page.getByText('没有未验证的整改')).toBeVisible()
})

test('S2-163 S2-164 an amount that is approved and not given stands on the list with its date until it is given, and how it was taken is kept', async () => {
  const { page } = desk
  await openPage(page, '赔付与整改')
  await page.getByRole('tab', { name: '已批未实施' }).click()
  const list = page.getByRole('table', { name: '已批未实施' })
  await expect(list.getByRole('row', { name: new RegExp(made.joint) })).toContainText('演示：延误补偿')
  await pictureView(page, 'remedy-unexecuted')
  await open(page, 'li', made.joint)
  const amounts = part(page, '补偿')
  await amounts.getByRole('textbox', { name: '告知内容与客户意见' }).fill('告知 200 元，同意')
  await amounts.getByRole('button', { name: '客户同意' }).click()
  await amounts.getByRole('textbox', { name: '凭证号' }).fill('BC-0002')
  await amounts.getByRole('textbox', { name: '实施凭证' }).fill('转账回单')
  await amounts.getByRole('button', { name: '记录实施' }).click()
  await amounts.getByRole('textbox', { name: '客户对补偿的反馈' }).fill('客户表示接受，感谢')
  await amounts.getByRole('button', { name: '记录效果' }).click()
  await expect(amounts).toContainText('客户表示接受，感谢')
  const { id } = await storedCase(page, made.joint)
  const { rows } = await stored(page, 'compensation.show', { id })
  expect(rows[0]).toMatchObject({ status: 'executed', voucherNo: 'BC-0002', effectText: '客户表示接受，感谢' })
  await lock(page)
  await signIn(page, 'boss')
  expect(await stored(page, 'compensation.unexecuted', {})).toEqual([])
})

test('S2-153 S2-156..159 what may be compensated follows from the cause, and miles, service, gift and coupon are forms of it', async () => {
  const { page } = desk
  await open(page, 'li', made.joint)
  const amounts = part(page, '补偿')
  const propose = async (form: string, field: string, amount: string) => {
    await amounts.getByRole('button', { name: '提出补偿' }).click()
    const asked = amounts.getByRole('form', { name: '提出补偿' })
    await choose(page, asked.getByRole('combobox', { name: '原因归属' }), '客户原因')
    await expect(asked).toContainText('无应付补偿，仅可作善意安抚')
    await expect(asked.getByRole('combobox', { name: '补偿标准' })).toHaveValue('协商确定')
    await choose(page, asked.getByRole('combobox', { name: '补偿方式' }), form)
    await asked.getByRole('textbox', { name: field, exact: true }).fill(amount)
    await asked.getByRole('textbox', { name: '补偿内容' }).fill(`演示：${form}`)
    await asked.getByRole('textbox', { name: '理由' }).fill('善意安抚')
    await asked.getByRole('button', { name: '提交补偿' }).click()
    await expect(amounts.getByText(`${form} · 演示：${form}`)).toBeVisible()
  }
  await propose('里程', '里程', '500')
  await propose('贵宾休息室', '估值', '20')
  await propose('礼品', '估值', '30')
  await propose('优惠券', '金额', '20')
  const { id } = await storedCase(page, made.joint)
  const { rows } = await stored(page, 'compensation.show', { id })
  expect(rows.slice(1).map(({ form, scopeId }) => [form, scopeId])).toEqual([
    ['miles', 'customer'],
    ['lounge', 'customer'],
    ['gift', 'customer'],
    ['coupon', 'customer'],
  ])
  await picture(page, 'remedy-forms')
})

test('S2-112 an approved plan whose amount changes is a new version that waits for approval again; the old one stays readable', async () => {
  const { page } = desk
  const plan = part(page, '处理方案')
  await plan.getByRole('button', { name: '调整方案' }).click()
  const form = plan.getByRole('form', { name: '处理方案' })
  await form.getByRole('textbox', { name: '预计金额' }).fill('300')
  await form.getByRole('textbox', { name: '调整原因' }).fill('客户补充了餐费票据')
  await form.getByRole('button', { name: '保存方案' }).click()
  await plan.getByRole('button', { name: '提交审批' }).click()
  await expect(plan.getByText(/拟定人不能审批自己的方案/)).toBeVisible()
  const { id } = await storedCase(page, made.joint)
  const { versions } = await stored(page, 'plans.show', { id })
  expect(versions.map(({ version, status, amountFen }) => [version, status, amountFen])).toEqual([
    [2, 'submitted', 30000],
    [1, expect.any(String), 20000],
  ])
  await plan.getByText('历史版本').click()
  await pictureView(page, 'remedy-plan-revised')
})

test('S2-64 S2-65 S2-68 S2-69 S2-71 S2-111 S2-120 S2-121 on the way the customer hears how far it has come, by SMS and in the wordings, and the solution has versions', async () => {
  const { page } = desk
  await openByNumber(page, made.simple)
  const next = nextStep(page)
  for (const measures of ['核实广播记录', '核实广播记录与短信推送']) {
    await chooseStep(page, '初步答复')
    await next.getByRole('textbox', { name: '初步措施' }).fill(measures)
    for (const name of ['客观公正', '表达诚意', '方案明确']) await next.getByRole('checkbox', { name }).check()
    await next.getByRole('button', { name: '初步答复' }).last().click()
    await expect(part(page, '阶段记录')).toContainText(measures)
  }
  await expect(part(page, '阶段记录')).toContainText('初步答复第 2 版')
  await page.getByRole('group', { name: '记录' }).getByRole('button', { name: '联系客户' }).click()
  const form = part(page, '记录')
  const tell = async (wording: string, text: RegExp) => {
    await choose(page, form.getByRole('combobox', { name: '方式' }), '短信')
    await choose(page, form.getByRole('combobox', { name: '套用模板' }), wording)
    await expect(form.getByRole('textbox', { name: '沟通内容' })).toHaveValue(text)
    await form.getByRole('button', { name: '保存记录' }).click()
    await expect(form.getByRole('textbox', { name: '沟通内容' })).toHaveValue('')
  }
  await form.getByRole('checkbox', { name: '反馈进度' }).check()
  await form.getByLabel('预计时间').fill('2099-06-30T18:00')
  await form.getByRole('textbox', { name: '处理到哪一步' }).fill('正在核实短信推送')
  await form.getByRole('textbox', { name: '可联系的客服' }).fill('演示李客服 95339')
  await pictureView(page, 'remedy-progress')
  await tell('未解决：进度与预计时间', /正在核实短信推送.*2099.*演示李客服 95339/s)
  await tell('需要补充材料', /提交方式/)
  await tell('感谢建议并采纳', /感谢/)
  const found = await storedCase(page, made.simple)
  expect(found.clocks.find(({ kind }) => kind === 'preliminary')?.state).toBe('met')
  const told = found.events.filter(({ kind, data }) => kind === 'contacted' && data.channel === 'sms')
  expect(told).toHaveLength(3)
  expect(told[0]?.data.progress).toMatchObject({ steps: '正在核实短信推送', agentContact: '演示李客服 95339' })
  expect(found.clocks.filter(({ kind }) => kind === 'progress').length).toBeGreaterThan(1)
})

test('S2-39 S2-66 S2-171 a reply says something definite and asks for satisfaction; who is not content gets a second round with limits of its own', async () => {
  const { page } = desk
  const next = await chooseStep(page, '答复客户')
  await next.getByRole('button', { name: '答复客户' }).last().click()
  await expect(next.getByText('必填').first()).toBeVisible()
  await expect(stage(page)).toHaveText('调查中')
  await choose(page, next.getByRole('combobox', { name: '无需方案的理由' }), '解释说明后无异议')
  await next.getByRole('textbox', { name: '原因分析' }).fill('短信网关故障')
  await next.getByRole('textbox', { name: '处理措施' }).fill('修复网关并致歉')
  await choose(page, next.getByRole('combobox', { name: '套用模板' }), '明确答复')
  await expect(next.getByRole('textbox', { name: '反馈给客户的内容' })).toHaveValue(/答复如下：修复网关并致歉/)
  await next.getByRole('button', { name: '答复客户' }).last().click()
  await expect(stage(page)).toHaveText('已答复')
  await chooseStep(page, '客户不满意，继续处理')
  await next.getByRole('textbox', { name: '客户意见' }).fill('希望书面说明')
  await pictureView(page, 'remedy-not-content')
  await next.getByRole('button', { name: '客户不满意，继续处理' }).last().click()
  await expect(stage(page)).toHaveText('调查中')
  await expect(page.getByText('第 2 轮').first()).toBeVisible()
  const again = await storedCase(page, made.simple)
  expect(again.round).toBe(2)
  const second = again.clocks.filter(({ round, state }) => round === 2 && state === 'running').map(({ kind }) => kind)
  expect(second).toEqual(expect.arrayContaining(['resolve', 'reply']))
  expect(again.recorded.resultFeedback).toBeNull()
  expect(again.clocks.filter(({ round, kind }) => round === 1 && kind === 'reply')[0]?.state).toBe('met')
})
