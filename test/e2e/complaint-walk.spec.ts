import { expect, type Locator, type Page, test } from '@playwright/test'
import { caseNumber, newCaseByKey, nextStep, rateByKey, SCORES, stage } from './cases.ts'
import { createStore, launchDesk, openPage, type RunningDesk, resize } from './desk.ts'
import { choose, goTo, pick, press, setNextYear, switchTo, tick, type } from './keyboard.ts'
import { picture, pictureView } from './look.ts'
import { createMember } from './members.ts'
import { handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let desk: RunningDesk
let number = ''

test.beforeAll(async () => {
  desk = await launchDesk()
  const { page } = desk
  await createStore(page)
  await createMember(page, { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: '钻石' })
  await handOver(page, { name: '李客服', login: 'li', role: '客服专员' })
})
test.afterAll(() => desk.close())

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

async function unfold(page: Page, name: string): Promise<Locator> {
  const section = part(page, name)
  const fold = section.getByRole('button', { name, exact: true })
  if ((await fold.getAttribute('aria-expanded')) === 'false') await press(page, fold)
  return section
}

/** Opens the complaint from the queue. */
async function open(page: Page): Promise<void> {
  await page.getByRole('main').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await type(page, page.getByRole('textbox', { name: /编号、电话/ }), number)
  const row = page.getByRole('row', { name: new RegExp(number) })
  await expect(row).toBeVisible()
  await goTo(page, page.getByRole('grid', { name: '工单' }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
}

/** Takes the step whose form stands under "next". */
async function takeStep(page: Page, reached: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText(reached)
}

async function chooseStep(page: Page, name: string): Promise<Locator> {
  const next = nextStep(page)
  await press(page, next.getByRole('group', { name: '可选步骤' }).getByRole('button', { name, exact: true }))
  return next
}

test('S1-13 S1-22 S2-01 S2-115 a grave complaint is taken in and confirmed with the customer', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.keyboard.type('HU7609 延误五小时，现场无人说明')
  await page.keyboard.press('Tab')
  await page.keyboard.type('书面说明并致歉')
  await goTo(page, page.getByRole('radiogroup', { name: '性质' }))
  await page.keyboard.press('ArrowRight')
  await tick(page, page.getByRole('checkbox', { name: '已致歉安抚' }))
  await tick(page, page.getByRole('checkbox', { name: '已告知客户受理' }))
  await type(page, page.getByRole('textbox', { name: '会员', exact: true }), 'oyjy')
  await expect(page.getByRole('option', { name: /欧阳静怡/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await goTo(page, page.getByRole('combobox', { name: '分类' }))
  await page.keyboard.type('航班延误')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  number = await caseNumber(page)
  await expect(page.getByText('重大', { exact: true }).first()).toBeVisible()
  const next = nextStep(page)
  await type(page, next.getByRole('textbox', { name: '确认或更正的内容' }), '延误时间与航班属实')
  await tick(page, next.getByRole('checkbox', { name: '已告知处理流程' }))
  await type(page, next.getByRole('textbox', { name: '客户的改进建议' }), '每三十分钟广播一次')
  await pictureView(page, 'walk-1-confirm')
  await takeStep(page, '已确认')
  await expect(next.getByText(/^建议 李客服/)).toBeVisible()
  await takeStep(page, '已派单')
  await takeStep(page, '调查中')
  await expect(part(page, '阶段记录')).toContainText('每三十分钟广播一次')
})

test('S2-28 S2-29 S2-60..63 S2-102 it is assessed, the customer gets a preliminary reply, and no result can be told yet', async () => {
  const { page } = desk
  const acts = page.getByRole('group', { name: '记录' })
  await press(page, acts.getByRole('button', { name: '初步评估' }))
  await pick(page, part(page, '记录').getByRole('combobox', { name: '处理方向' }), '深入调查')
  await press(page, part(page, '记录').getByRole('button', { name: '保存记录' }))
  await expect(part(page, '全过程')).toContainText('初步评估')
  const next = await chooseStep(page, '初步答复')
  await type(page, next.getByRole('textbox', { name: '初步措施' }), '核实广播记录，书面说明')
  for (const name of ['客观公正', '表达诚意', '方案明确']) await tick(page, next.getByRole('checkbox', { name }))
  await takeStep(page, '调查中')
  await expect(part(page, '阶段记录')).toContainText('核实广播记录，书面说明')
  await chooseStep(page, '答复客户')
  await expect(next).toContainText('须先完成责任认定并批准方案')
  await pictureView(page, 'walk-2-investigating')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.walk-investigating')
  await resize(desk.app, { width: 1440, height: 900 })
})

test('S2-73 S2-85..90 liability is found by the owner, reviewed by somebody else, told to the customer and final', async () => {
  const { page } = desk
  const next = await chooseStep(page, '提请责任认定')
  await type(page, next.getByRole('textbox', { name: '事实经过' }), '延误五小时，未按规定通报')
  await type(page, next.getByRole('textbox', { name: '依据的材料' }), '广播记录')
  await type(page, next.getByRole('textbox', { name: '原因分析' }), '机务排故，现场未通报')
  await takeStep(page, '责任认定')
  const liability = await unfold(page, '责任认定')
  await press(page, liability.getByRole('button', { name: '拟定责任认定' }))
  const form = liability.getByRole('form', { name: '拟定责任认定' })
  await tick(page, form.getByRole('checkbox', { name: '运营商未履行告知义务' }))
  await pick(page, form.getByRole('combobox', { name: '部门' }), '机场服务')
  await type(page, form.getByRole('textbox', { name: '事实经过' }), '五小时内未按规定通报动态')
  await type(page, form.getByRole('textbox', { name: '法规或制度依据' }), '航班正常管理规定')
  await type(page, form.getByRole('textbox', { name: '证据' }), '广播记录')
  await press(page, form.getByRole('button', { name: '保存认定草案' }))
  await press(page, liability.getByRole('button', { name: '提交内部审核' }))
  await expect(liability.getByText(/须由拟定人以外的主管或经理审核/)).toBeVisible()
  await pictureView(page, 'walk-3-liability')
  await switchTo(page, 'boss')
  await open(page)
  await type(page, liability.getByRole('textbox', { name: '审核意见' }), '依据充分')
  await press(page, liability.getByRole('button', { name: '审核同意' }))
  await expect(liability.getByText('已审核', { exact: true }).last()).toBeVisible()
  await switchTo(page, 'li')
  await open(page)
  await type(page, liability.getByRole('textbox', { name: '客户怎么说' }), '认可')
  await press(page, liability.getByRole('button', { name: '记录客户意见' }))
  await press(page, liability.getByRole('button', { name: '作出最终认定' }))
  await expect(liability.getByText(/最终认定已锁定/)).toBeVisible()
})

test('S2-99 S2-103..110 S2-116 the plan is drafted, handed in, approved by somebody else and carried out; the stage follows by itself', async () => {
  const { page } = desk
  await chooseStep(page, '拟定方案')
  await takeStep(page, '方案拟定')
  const plan = await unfold(page, '处理方案')
  await press(page, plan.getByRole('button', { name: '拟定方案' }))
  const form = plan.getByRole('form', { name: '处理方案' })
  await type(page, form.getByRole('textbox', { name: '投诉事由' }), '延误且未通报')
  await type(page, form.getByRole('textbox', { name: '投诉要求' }), '书面说明')
  await type(page, form.getByRole('textbox', { name: '初步评估结论' }), '属实')
  await type(page, form.getByRole('textbox', { name: '处理措施' }), '致歉并书面说明')
  await setNextYear(page, form.getByLabel('处理期限'))
  await type(page, form.getByRole('textbox', { name: '沟通协调方式' }), '电话告知客户')
  for (const name of ['公平公正', '及时高效', '个性定制', '合规合法', '沟通协作'])
    await tick(page, form.getByRole('checkbox', { name }))
  await press(page, form.getByRole('button', { name: '保存方案' }))
  await press(page, plan.getByRole('button', { name: '提交审批' }))
  await expect(stage(page)).toHaveText('方案审批')
  await pictureView(page, 'walk-4-approval')
  await switchTo(page, 'boss')
  await open(page)
  await press(page, plan.getByRole('button', { name: '批准方案' }))
  await expect(plan.getByText('已批准', { exact: true }).last()).toBeVisible()
  await switchTo(page, 'li')
  await open(page)
  await press(page, plan.getByRole('button', { name: '开始执行方案' }))
  await expect(stage(page)).toHaveText('执行中')
  await type(page, plan.getByRole('textbox', { name: '执行凭证与结果' }), '书面说明已寄出 SF1')
  await press(page, plan.getByRole('button', { name: '方案执行完毕' }))
  await expect(plan.getByText('书面说明已寄出 SF1')).toBeVisible()
  await pictureView(page, 'walk-5-executing')
})

test('S2-67 S2-72 S2-122..126 S2-167..169 the result is told in one of the wordings, and the customer is asked about it', async () => {
  const { page } = desk
  const next = nextStep(page)
  await type(page, next.getByRole('textbox', { name: '处理措施' }), '致歉并书面说明')
  await type(page, next.getByRole('textbox', { name: '后续改进' }), '增设公告岗')
  await choose(page, next.getByRole('combobox', { name: '套用模板' }), '已解决：结果')
  const told = next.getByRole('textbox', { name: '反馈给客户的内容' })
  await expect(told).toHaveValue(/欧阳静怡.*致歉并书面说明.*增设公告岗/s)
  await pictureView(page, 'walk-6-reply')
  await takeStep(page, '已答复')
  await pick(page, next.getByRole('combobox', { name: '问题是否解决' }), '是')
  for (const label of SCORES) await rateByKey(page, next.getByRole('radiogroup', { name: label }), 4)
  await tick(page, next.getByRole('checkbox', { name: '已告知改进措施' }))
  await takeStep(page, '待回访')
  await expect(part(page, '阶段记录')).toContainText('结果 4 · 过程 4 · 客服 4 · 整体 4')
  await pictureView(page, 'walk-7-follow-up')
})

test('S2-113 S2-127 S2-170 S2-174 S2-175 S2-178 somebody else sees every link of the loop and closes it; visits are planned and done', async () => {
  const { page } = desk
  await switchTo(page, 'boss')
  await open(page)
  const loop = await unfold(page, '闭环检查')
  await expect(loop.getByRole('img', { name: '缺少' })).toHaveCount(0)
  const next = nextStep(page)
  await type(page, next.getByRole('textbox', { name: '结案小结' }), '已致歉并书面说明，客户认可')
  await pick(page, next.getByRole('combobox', { name: '改进决定' }), '改进流程')
  await type(page, next.getByRole('textbox', { name: '改进措施，或不需要的理由' }), '每三十分钟通报一次')
  await pictureView(page, 'walk-8-closing')
  await takeStep(page, '已关闭')
  await expect(part(page, '跟进')).toContainText('第 1 次回访（共 3 次）')
  await press(page, page.getByRole('group', { name: '记录' }).getByRole('button', { name: '结案回访' }))
  const act = part(page, '记录')
  await pick(page, act.getByRole('combobox', { name: '回访结果' }), '问题已解决')
  await type(page, act.getByRole('textbox', { name: '沟通内容' }), '客户表示满意')
  await press(page, act.getByRole('button', { name: '保存记录' }))
  await expect(part(page, '全过程')).toContainText('结案回访')
  await pictureView(page, 'walk-9-closed')
})

test('S2-175 S2-185 the workflow stands as a diagram: each stage says who looks after it, its steps and what they ask', async () => {
  const { page } = desk
  await switchTo(page, 'boss')
  await openPage(page, '处理流程')
  const drawn = page.getByRole('region', { name: '投诉处理流程的流程图' })
  await expect(page.getByRole('region', { name: '流程检查' })).toContainText('没有发现问题')
  await press(page, drawn.getByRole('button', { name: /^待回访/ }))
  const detail = page.getByRole('complementary', { name: '待回访' })
  for (const words of ['到 已关闭', '承办人以外的人', '必填：结案小结', '须先有：'])
    await expect(detail).toContainText(words)
  await pictureView(page, 'workflow')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.workflow')
  await resize(desk.app, { width: 1440, height: 900 })
  await goTo(page, page.getByRole('radiogroup', { name: '显示' }))
  await page.keyboard.press('ArrowRight')
  await pick(page, page.getByRole('combobox', { name: '专人' }), '李客服')
  await goTo(page, page.getByRole('combobox', { name: '分类' }))
  await page.keyboard.type('航班延误')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('button', { name: '保存' }))
  await expect(page.getByRole('table', { name: '分类专人' })).toContainText('航班延误')
  await pictureView(page, 'workflow-specialists')
})
