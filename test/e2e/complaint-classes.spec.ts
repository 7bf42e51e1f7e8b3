import { expect, type Locator, type Page, test } from '@playwright/test'
import { newCaseByKey, openByNumber, registerCase } from './cases.ts'
import { type ComplaintStore, storeWithComplaints } from './complaint-store.ts'
import { launchDesk, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { stored, storedCase } from './stored.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let numbers: ComplaintStore['numbers']

test.beforeAll(async () => {
  const made = await storeWithComplaints()
  numbers = made.numbers
  desk = await launchDesk({ folder: made.folder })
  await signIn(desk.page, 'li')
})
test.afterAll(() => desk.close())

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** What a group of problems divides into, and one of them that a complaint is registered under. */
const GROUPS = [
  { details: ['服务质量', '服务态度', '服务流程'], take: '服务流程', code: 'service.process' },
  { details: ['票价与产品', '计费', '优惠活动'], take: '优惠活动', code: 'fare.promotion' },
  { details: ['网站', '移动应用', '航班运行'], take: '航班运行', code: 'network.operation' },
  { details: ['座椅与客舱', '客舱设备', '行李设备'], take: '行李设备', code: 'equipment.baggage' },
  { details: ['个人信息泄露', '合同纠纷'], take: '合同纠纷', code: 'other.contract' },
] as const

test('S2-27 S2-44..48 the form offers the problems of every group with their codes, and the code is what is stored', async () => {
  const { page } = desk
  for (const { details, take, code } of GROUPS) {
    await newCaseByKey(page)
    await page.getByRole('textbox', { name: '联系电话' }).fill('13800008888')
    await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
    const category = page.getByRole('combobox', { name: '分类' })
    await category.fill(code.split('.')[0] ?? '')
    for (const detail of details)
      await expect(page.getByRole('option', { name: new RegExp(`^${detail} `) })).toBeVisible()
    const content = `演示：${take}`
    const number = await registerCase(page, {
      ...{ kind: '投诉', category: take, content, demand: '改进', ticks: ['已致歉安抚'] },
    })
    expect((await storedCase(page, number)).category).toBe(code)
  }
})

test('S2-119 the limit that is promised depends on the nature of the complaint, before and after it is registered', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.getByRole('combobox', { name: '分类' }).fill('综合')
  await page.getByRole('option', { name: /^综合 / }).click()
  const promises = part(page, '将承诺的时限')
  const resolve = promises.getByRole('listitem').filter({ hasText: '处理完毕' }).first()
  const nature = page.getByRole('radiogroup', { name: '性质' })
  const said: string[] = []
  for (const name of ['一般', '紧急']) {
    await nature.getByText(name, { exact: true }).click()
    await expect(async () => expect(said).not.toContain(await resolve.innerText())).toPass()
    said.push(await resolve.innerText())
  }
  await page.getByRole('textbox', { name: '联系电话' }).fill('13800008889')
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  const number = await registerCase(page, {
    ...{ kind: '投诉', category: '综合', content: '演示：紧急事项', demand: '尽快', ticks: ['已致歉安抚'] },
    severity: '紧急',
  })
  const urgent = (await storedCase(page, number)).clocks.find(({ kind }) => kind === 'resolve')
  expect(said[1]).toContain(urgent?.ruleName.zh ?? '?')
  expect(said[0]).not.toContain(urgent?.ruleName.zh ?? '?')
})

test('S2-22 a service request names the service that is asked for', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.getByRole('radiogroup', { name: '类别' }).getByText('服务请求', { exact: true }).click()
  await choose(page, page.getByRole('combobox', { name: '服务类型' }), '接送机')
  await page.getByRole('textbox', { name: /^内容/ }).fill('演示：明早六点接机')
  await page.getByRole('textbox', { name: '办理要求' }).fill('商务车')
  await page.getByRole('textbox', { name: '联系电话' }).fill('13800008890')
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await page.getByRole('combobox', { name: '分类' }).fill('综合')
  await page.getByRole('option', { name: /^综合 / }).click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  const heading = page.getByRole('heading', { level: 1, name: /^[A-Z]{2}-?\d/ })
  await expect(heading).toBeVisible()
  const found = await storedCase(page, await heading.innerText())
  expect([found.kind, found.serviceType]).toEqual(['service', 'pickUp'])
  await expect(part(page, '登记信息')).toContainText('接送机')
})

const CAUSES = [
  ['PROC-HANDOVER', '流程不完善'],
  ['STAFF-MANNER', '员工态度与行为'],
  ['INFO-BENEFIT', '政策宣传不到位'],
  ['CAP-STAFF', '能力或覆盖不足'],
  ['EQUIP-SOFTWARE', '设备故障、质量或兼容性'],
  ['MGMT-CONTRACT', '管理漏洞或合同纠纷'],
] as const

test('S2-51..53 S2-55..57 the analysis names a cause of every class the documents list, each in its own entry', async () => {
  const { page } = desk
  await openByNumber(page, numbers.first)
  const panel = part(page, '根本原因')
  await panel.getByRole('button', { name: '根本原因' }).click()
  for (const [i, [code, group]] of CAUSES.entries()) {
    if (i > 0) await panel.getByRole('button', { name: '重新认定' }).click()
    const form = panel.getByRole('form', { name: '认定原因' })
    await form.getByRole('combobox', { name: '原因' }).fill(code)
    await page.getByRole('option', { name: new RegExp(`^${code} · ${group}`) }).click()
    await form.getByRole('textbox', { name: '具体情况' }).fill(`演示：${group}`)
    await form.getByRole('button', { name: '保存' }).click()
    await expect(form).toHaveCount(0)
    await expect(panel).toContainText(group)
  }
  const { id, events } = await storedCase(page, numbers.first)
  expect((await stored(page, 'causes.of', { caseId: id })).chosen?.code).toBe('MGMT-CONTRACT')
  expect(events.filter(({ kind }) => kind === 'cause').map(({ data }) => data.code)).toEqual(
    CAUSES.map(([code]) => code),
  )
  await picture(page, 'classes-causes')
})

test('S2-74..79 a finding names each ground against us, and each against the customer, under the party it speaks against', async () => {
  const { page } = desk
  const liability = part(page, '责任认定')
  await liability.getByRole('button', { name: '责任认定', exact: true }).click()
  const form = liability.getByRole('form', { name: '拟定责任认定' })
  const save = async () => {
    await form.getByRole('button', { name: '保存认定草案' }).click()
    await expect(form).toHaveCount(0)
    const { id } = await storedCase(page, numbers.first)
    return (await stored(page, 'liability.show', { id })).versions[0]
  }
  const ours = ['服务缺陷致客户受损', '人员违反服务规范致客户受损', '运营商未履行告知义务']
  const theirs = ['恶意投诉或捏造事实', '客户未按约定使用服务', '客户未履行告知义务']
  await liability.getByRole('button', { name: '拟定责任认定' }).click()
  for (const ground of ours) await form.getByRole('checkbox', { name: ground }).check()
  for (const ground of theirs) await expect(form.getByRole('checkbox', { name: ground })).toHaveCount(0)
  await choose(page, form.getByRole('combobox', { name: '部门' }), '机场服务')
  await form.getByRole('textbox', { name: '事实经过' }).fill('未通报，言语生硬（演示）')
  await form.getByRole('textbox', { name: '法规或制度依据' }).fill('服务规范第 3 条（演示）')
  await form.getByRole('textbox', { name: '证据' }).fill('录音（演示）')
  await pictureView(page, 'classes-grounds')
  expect(await save()).toMatchObject({
    ...{ party: 'operator', grounds: ['operatorSilent', 'serviceDefect', 'staffBreach'] },
    shares: [{ kind: 'department', department: 'airport', percent: 100 }],
  })
  await liability.getByRole('button', { name: '拟定责任认定' }).click()
  await choose(page, form.getByRole('combobox', { name: '责任方' }), '客户责任')
  for (const ground of ours) await expect(form.getByRole('checkbox', { name: ground })).toHaveCount(0)
  for (const ground of theirs) await form.getByRole('checkbox', { name: ground }).check()
  expect(await save()).toMatchObject({
    ...{ party: 'customer', grounds: ['againstAgreement', 'customerSilent', 'malicious'] },
    shares: [{ kind: 'customer', percent: 100 }],
  })
})

test('S2-146 S2-148 care in person and care on the web are planned from the case and recorded when done', async () => {
  const { page } = desk
  const panel = part(page, '客户关怀')
  await panel.getByRole('button', { name: '客户关怀' }).click()
  for (const [kind, result] of [
    ['上门服务', '登门致歉并递交说明'],
    ['网络关怀', '在论坛回帖说明'],
  ] as const) {
    await panel.getByRole('button', { name: '安排关怀' }).click()
    const form = panel.getByRole('form', { name: '安排关怀' })
    await choose(page, form.getByRole('combobox', { name: '方式' }), kind)
    await form.getByRole('textbox', { name: '事由' }).fill('延误安抚（演示）')
    await form.getByRole('button', { name: '安排', exact: true }).click()
    const item = panel.getByRole('listitem').filter({ hasText: kind }).first()
    await item.getByRole('button', { name: '登记完成' }).click()
    await item.getByRole('textbox', { name: '经过与结果' }).fill(result)
    await item.getByRole('button', { name: '登记完成' }).last().click()
    await expect(panel).toContainText(result)
  }
  const { id } = await storedCase(page, numbers.first)
  const rows = await stored(page, 'care.of', { caseId: id })
  expect(rows.map(({ kind, state }) => [kind, state]).sort()).toEqual([
    ['visit', 'done'],
    ['web', 'done'],
  ])
  await picture(page, 'classes-care')
})
