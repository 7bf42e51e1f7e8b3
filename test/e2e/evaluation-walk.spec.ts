import { expect, type Locator, type Page, test } from '@playwright/test'
import { today } from '../../src/renderer/ui/formats.ts'
import type { CaseId, UserId } from '../../src/shared/ids.ts'
import { HOUR } from '../../src/shared/time.ts'
import { complaint, confirmation, reply } from '../cases-fixtures.ts'
import { launchDesk, type RunningDesk, signIn } from './desk.ts'
import {
  choose,
  mark,
  openFirst,
  pick,
  press,
  setNextYear,
  showTab,
  switchTo,
  turnTo,
  type,
  typeDay,
} from './keyboard.ts'
import { pictureView } from './look.ts'
import { storeWithClosed } from './reviews-store.ts'
import { stored, storedCase } from './stored.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let numbers: string[]

test.beforeAll(async () => {
  const store = await storeWithClosed()
  numbers = store.numbers
  desk = await launchDesk({ folder: store.folder })
  await signIn(desk.page, 'zhao')
})
test.afterAll(() => desk.close())

const button = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true })
const field = (at: Page | Locator, name: string) => at.getByRole('textbox', { name, exact: true })
const list = (at: Page | Locator, name: string) => at.getByRole('combobox', { name, exact: true })
const LEAD = '赵主管 · 主管'

test('S2-132 S2-133 S2-134 by keyboard a lead marks quality, attitude and effect one by one; every mark and note is stored', async () => {
  const { page } = desk
  await turnTo(page, '质量评价')
  await type(page, page.getByRole('textbox', { name: '投诉或通话编号' }), numbers[0] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `评价 ${numbers[0]}` })).toBeVisible()
  const given = [
    ['accuracy', '准确性', 4],
    ['completeness', '完整性', 3],
    ['compliance', '合规性', 5],
    ['manner', '服务态度', 5],
    ['communication', '沟通技巧', 2],
    ['responsibility', '责任心', 4],
    ['resolution', '解决程度', 3],
  ] as const
  for (const [, name, points] of given)
    await mark(page, page.getByRole('radiogroup', { name: new RegExp(`^${name}.*：评分$`) }), String(points))
  await type(page, page.getByRole('textbox', { name: /^沟通技巧.*说明$/ }), '未主动告知进展')
  await type(page, field(page, '总体评语'), '处理及时，沟通需加强')
  await press(page, button(page, '保存评价'))
  await expect(page.getByRole('region', { name: `评价 ${numbers[0]}` })).toContainText('未主动告知进展')
  const [row] = await stored(page, 'reviews.list', {})
  const view = await stored(page, 'reviews.show', { id: row?.id ?? '' })
  expect(view).toMatchObject({ number: numbers[0], agentName: '李客服', comment: '处理及时，沟通需加强' })
  // What the customer said of process and result stands among the marks by itself.
  expect(view.marks).toMatchObject({ processSatisfaction: 5, resultSatisfaction: 4 })
  expect(view.marks).toMatchObject(Object.fromEntries(given.map(([id, , points]) => [id, points])))
  expect(view.notes).toEqual({ communication: '未主动告知进展' })
})

test('S2-128 results and satisfaction of a period are read by keyboard, each with its cases, and issued as the report of the period', async () => {
  const { page } = desk
  await turnTo(page, '统计报告')
  await mark(page, page.getByRole('radiogroup', { name: '期间类型' }), '年报')
  const figures = page.getByRole('table', { name: '总览' })
  await expect(figures.getByRole('row', { name: /^投诉 3/ })).toBeVisible()
  for (const [name, shown] of [
    ['解决率', '100%'],
    ['办结率', '100%'],
    ['结果满意度', '4.0'],
    ['过程满意度', '5.0'],
  ] as const)
    await expect(figures.getByRole('row', { name: new RegExp(`^${name}`) })).toContainText(shown)
  await press(page, button(figures, '解决率'))
  const behind = page.getByRole('region', { name: /解决率/ })
  await expect(behind).toContainText('客户表示已解决的投诉')
  await expect(behind.getByText(/共 3 件/)).toBeVisible()
  await press(page, button(behind, '关闭'))
  await press(page, button(page, '签发本期报告'))
  const dialog = page.getByRole('dialog')
  await type(page, dialog.getByRole('textbox', { name: '说明（选填）' }), '年度结果与满意度分析（演示）')
  await press(page, button(dialog, '签发本期报告'))
  await expect(page.getByRole('region', { name: /^已签发：BG-/ })).toContainText('副本完好')
  const [issued] = await stored(page, 'reports.issued', {})
  expect(issued).toMatchObject({ note: '年度结果与满意度分析（演示）', issuedByName: '赵主管' })
  const report = await stored(page, 'reports.show', { kind: 'year' })
  const numberOf = (id: string) => report.figures.find((one) => one.id === id)
  expect(numberOf('solved')).toMatchObject({ hits: 3, of: 3 })
  expect(numberOf('scoreResult')).toMatchObject({ value: 4, of: 3 })
})

test('S2-137 on the telephone the questionnaire is filled in by keyboard on the case, and every answer is stored with it', async () => {
  const { page } = desk
  const number = await answeredComplaint(page)
  await turnTo(page, '工单')
  await type(page, page.getByRole('textbox', { name: /编号、电话/ }), number)
  await expect(page.getByRole('row').locator('mark', { hasText: number })).toBeVisible()
  await openFirst(page, page.getByRole('grid').first())
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  const panel = page.getByRole('region', { name: '客户满意度', exact: true })
  await press(page, button(panel, '客户满意度'))
  await press(page, button(panel, '开始电话访谈'))
  const form = panel.getByRole('form', { name: '投诉处理满意度调查' })
  for (const [question, answer] of [
    [/问题是否已经解决/, '部分解决'],
    [/处理结果满意/, '2'],
    [/处理过程/, '4'],
    [/接待您的客服/, '5'],
    [/整体服务/, '3'],
    [/认可我们采取的处理措施/, '是'],
  ] as const)
    await mark(page, form.getByRole('radiogroup', { name: question }), answer)
  await type(page, form.getByRole('textbox', { name: /意见或建议/ }), '希望有人早一点联系我')
  await type(page, field(form, '联系到的人'), '陈女士')
  await press(page, button(form, '保存回答'))
  await expect(panel).toContainText('结果 2 · 过程 4 · 整体 3')
  const { id, recorded } = await storedCase(page, number)
  const { answers } = await stored(page, 'surveys.ofCase', { caseId: id })
  expect(answers).toMatchObject([
    {
      ...{ channel: 'phone', source: 'case', enteredByName: '赵主管', solved: 'partly', accepted: true, isPoor: true },
      ...{ result: 2, process: 4, agent: 5, overall: 3, comment: '希望有人早一点联系我' },
    },
  ])
  expect(recorded).toMatchObject({ satisfactionResult: 2, isSolved: 'partly' })
})

test('S2-140 S2-141 S2-143 what an evaluation found becomes by keyboard a process change, training of a named person, and customer strategy', async () => {
  const { page } = desk
  await turnTo(page, '持续改进')
  await showTab(page, '评估')
  await press(page, page.getByRole('button', { name: /^季度评估 / }))
  const start = page.getByRole('dialog', { name: '开始评估' })
  await type(page, field(start, '评估内容'), '投诉处理的结果与满意度')
  await press(page, button(start, '开始评估'))
  const panel = page.getByRole('region', { name: /^评估 / })
  const found = [
    ['补偿审批环节过多', '优化流程', 'process'],
    ['延误沟通技巧不足', '培训提升', 'training'],
    ['高频商旅客人期望主动告知', '客户关系与策略', 'customer'],
  ] as const
  for (const [finding] of found) {
    await type(page, field(panel, '发现的问题'), finding)
    await press(page, button(panel, '登记问题'))
    await expect(panel.getByRole('listitem').filter({ hasText: finding })).toBeVisible()
  }
  for (const [finding, kind] of found) {
    await press(page, button(panel.getByRole('listitem').filter({ hasText: finding }), '转为改进项'))
    const form = page.getByRole('dialog', { name: '将问题转为改进项' })
    await pick(page, list(form, '类型'), kind)
    await pick(page, list(form, '责任人'), LEAD)
    await setNextYear(page, form.getByLabel('期限'))
    if (kind === '培训提升') {
      await type(page, form.getByRole('textbox', { name: /^培训主题/ }), '延误沟通')
      await choose(page, list(form, '参训人员'), '李客服 · 客服专员')
    }
    await press(page, button(form, '提出改进'))
    await expect(form).toBeHidden()
  }
  await expect(panel.getByRole('button', { name: /^GJ-/ })).toHaveCount(3)
  await pictureView(page, 'evaluation-used')
  const [row] = (await stored(page, 'evaluations.list', {})).rows
  const sheet = await stored(page, 'evaluations.show', { id: row?.id ?? '' })
  expect(sheet.uncorrected).toBe(0)
  expect(sheet.list.map(({ text, improvements }) => [text, improvements[0]?.kind])).toEqual(
    found.map(([finding, , kind]) => [finding, kind]),
  )
  const training = await stored(page, 'improvements.show', { id: sheet.list[1]?.improvements[0]?.id ?? '' })
  expect(training).toMatchObject({ topic: '延误沟通', ownerName: '赵主管', trainees: [{ name: '李客服' }] })
})

test('S2-184 S2-187 a project on the complaint process is set up and carried out by keyboard, and does not end before its measure works', async () => {
  const { page } = desk
  await showTab(page, '项目与时间表')
  await press(page, button(page, '建立项目'))
  const start = page.getByRole('dialog', { name: '建立项目' })
  await pick(page, list(start, '项目类型'), '投诉处理流程优化')
  await pick(page, start.getByRole('combobox', { name: /^负责人/ }), LEAD)
  await type(page, start.getByRole('textbox', { name: /^项目名称/ }), '投诉登记提速')
  await type(page, start.getByRole('textbox', { name: /^目的/ }), '缩短首次答复时间')
  await press(page, button(start, '建立项目'))
  const project = page.getByRole('region', { name: '项目：投诉登记提速' })
  const add = async (what: string, fill: (form: Locator) => Promise<void>) => {
    await press(page, button(project, what))
    const form = page.getByRole('dialog', { name: what })
    await fill(form)
    await press(page, button(form, '保存'))
    await expect(form).toBeHidden()
  }
  await add('增加环节', async (form) => {
    await type(page, form.getByRole('textbox', { name: /^名称/ }), '登记')
    await type(page, form.getByRole('textbox', { name: /^内容/ }), '坐席手工录入航班号，平均三分钟')
  })
  await add('增加措施', async (form) => {
    await type(page, form.getByRole('textbox', { name: /^名称/ }), '自动带出航班')
    await type(page, form.getByRole('textbox', { name: /^内容/ }), '按会员近期行程预填')
    await pick(page, list(form, '针对的环节'), '登记')
    await type(page, field(form, '时间（月份或日期）'), '2099-01')
    await pick(page, list(form, '负责人'), LEAD)
  })
  const measure = project.getByRole('list', { name: '优化措施与实施' }).getByRole('listitem')
  const move = async (to: string, note: string) => {
    await press(page, button(measure, '登记进展'))
    await type(page, field(measure, '进展说明'), note)
    await press(page, button(measure, to))
    await expect(field(measure, '进展说明')).toHaveCount(0)
    await expect(measure).toContainText(note)
  }
  await move('开始', '与信息部约定')
  await move('已完成', '已上线')
  await type(page, field(project, '结束说明'), '登记环节已见效')
  await press(page, button(project, '完成项目'))
  await expect(page.getByText('还有 1 项措施未确认见效。')).toBeVisible()
  await move('确认见效', '登记降至四十秒')
  await pictureView(page, 'process-project')
  await press(page, button(project, '完成项目'))
  await expect(project).toContainText('登记环节已见效')
  const [view] = await stored(page, 'projects.list', {})
  expect(view).toMatchObject({ kind: 'process', state: 'closed', closing: '登记环节已见效', ownerName: '赵主管' })
  const step = view?.items.find(({ kind }) => kind === 'step')
  expect(view?.items.find(({ kind }) => kind === 'measure')).toMatchObject({
    ...{ title: '自动带出航班', stepId: step?.id, plannedFor: '2099-01', state: 'works', note: '登记降至四十秒' },
  })
})

test('S2-173 goals for resolution and complaint rate are set by keyboard and worked out from the cases', async () => {
  const { page } = desk
  await showTab(page, '目标')
  const set = async (measure: string, target: string) => {
    await press(page, button(page, '设定目标'))
    const form = page.getByRole('dialog', { name: '设定目标' })
    await pick(page, list(form, '衡量指标'), measure)
    await type(page, form.getByRole('textbox', { name: /^目标值/ }), target)
    await pick(page, form.getByRole('combobox', { name: /^责任人/ }), LEAD)
    await setNextYear(page, form.getByLabel('达成期限'))
    await press(page, button(form, '保存'))
    await expect(form).toBeHidden()
    const goal = page.getByRole('region', { name: `目标：${measure}` })
    const count = goal.getByRole('group', { name: '由工单计算' })
    await typeDay(page, count.getByLabel('开始日期'), `${today().slice(0, 4)}-01-01`)
    await press(page, button(count, '由工单计算'))
    await expect(goal.getByRole('listitem')).toHaveCount(1)
    return goal
  }
  await set('投诉率（每百件工单）', '20')
  await press(page, button(await set('投诉办结率', '98'), '关闭'))
  const goals = await stored(page, 'goals.list', {})
  const of = (measure: string) => goals.find((one) => one.measure === measure)
  expect(of('complaintRate')).toMatchObject({ target: 20, ownerName: '赵主管', latest: 100, isReached: false })
  expect(of('resolution')).toMatchObject({ target: 98, latest: 75, isReached: false })
})

test('S2-179 S2-180 S2-181 S2-182 by keyboard the year’s training is planned with goal, content and way, approved, held and examined', async () => {
  const { page } = desk
  const title = '投诉处理与情绪管理'
  await turnTo(page, '培训')
  await press(page, button(page, '制定计划'))
  await type(page, field(page, '年度培训目标'), '全年客户满意度提高五个百分点')
  await press(page, button(page, '保存计划'))
  await press(page, button(page, '新增培训'))
  const form = page.getByRole('region', { name: '新增培训' })
  await type(page, field(form, '培训名称'), title)
  await type(page, field(form, '培训目标'), '投诉一次解决率提高到八成')
  await choose(page, list(form, '主题'), '投诉处理能力')
  await type(page, field(form, '培训内容'), '投诉五步法；情绪觉察与调节')
  await pick(page, list(form, '培训方式'), '在线学习')
  await type(page, field(form, '在线资源'), '内部学习平台第三课')
  await typeDay(page, form.getByLabel('首期日期'), today())
  // The parts of a time stand in an order of their own in each language.
  await form.getByLabel('开始时间').fill('00:05')
  await pick(page, list(form, '负责人'), LEAD)
  await press(page, button(form, '新增培训'))
  const panel = page.getByRole('region', { name: `培训：${title}` })
  await expect(panel).toContainText('计划批准后自动安排')
  await switchTo(page, 'boss')
  await turnTo(page, '培训')
  await press(page, button(page, '批准计划'))
  await expect(page.getByRole('region', { name: '年度培训目标' })).toContainText('王经理 于')
  await openFirst(page, page.getByRole('grid', { name: '年度计划' }))
  await press(page, button(panel, '通知人员'))
  await choose(page, list(panel, '第 1 期：通知人员'), '李客服 · 客服专员')
  await press(page, button(panel, '通知人员').last())
  await type(page, field(panel, '李客服：成绩'), '88')
  await type(page, field(panel, '李客服：评语'), '表达进步明显')
  await press(page, button(panel, '记录 李客服 的结果'))
  await expect(panel).toContainText('合格')
  const { trainings = [] } = (await stored(page, 'training.plan', { year: Number(today().slice(0, 4)) })) ?? {}
  const view = await stored(page, 'training.show', { id: trainings[0]?.id ?? '' })
  expect(view).toMatchObject({
    ...{ title, goal: '投诉一次解决率提高到八成', content: '投诉五步法；情绪觉察与调节', way: 'online' },
    ...{ topics: ['complaintHandling'], teacher: '内部学习平台第三课', responsibleName: '赵主管' },
  })
  expect(view.list[0]?.people).toMatchObject([
    { name: '李客服', attendance: 'attended', score: 88, isPassed: true, note: '表达进步明显' },
  ])
})

test('S2-147 a reminder by SMS is planned by keyboard for a member who agreed, prepared in the shipped words and handed over by day alone', async () => {
  const { page } = desk
  const { id } = await stored(page, 'members.create', {
    ...{ card: 'HU600100300', name: '林晓', gender: 'female', mobile: '+8613812345678', tier: 'gold' },
    vipReason: '年飞行里程达标',
  })
  await stored(page, 'members.recordConsent', { id, purpose: 'marketing', given: true, channel: 'telephone' })
  await turnTo(page, '会员')
  await openFirst(page, page.getByRole('grid'))
  const file = page.getByRole('region', { name: '消息、关怀与联系意愿' })
  await press(page, button(file, '安排关怀'))
  const plan = file.getByRole('form', { name: '安排关怀' })
  await pick(page, list(plan, '方式'), '短信关怀')
  await type(page, plan.getByRole('textbox', { name: /^事由/ }), '换季出行温馨提醒')
  await press(page, button(plan, '安排'))
  await expect(file).toContainText('换季出行温馨提醒')
  await press(page, button(file.getByRole('listitem').filter({ hasText: '换季出行温馨提醒' }), '准备消息'))
  const write = page.getByRole('form', { name: '准备消息' })
  await press(page, button(write, '预览'))
  await expect(write.getByRole('region', { name: '预览' })).toContainText('感谢您一直以来的支持')
  await pictureView(page, 'care-sms')
  await press(page, button(write, '准备发送'))
  const [care] = await stored(page, 'care.of', { memberId: id })
  expect(care).toMatchObject({ kind: 'sms', reason: '换季出行温馨提醒', state: 'planned', messageState: 'prepared' })
  await openFirst(page, page.getByRole('grid', { name: '待发送' }))
  await press(page, button(page.getByRole('region', { name: '消息详情' }), '复制并交发'))
  const hour = new Date(Date.now() + 8 * HOUR).getUTCHours()
  const isQuiet = hour >= 21 || hour < 9
  const said = isQuiet ? '不打扰客户，请在白天发送' : '已复制，请粘贴到发送渠道'
  await expect(page.getByText(said).first()).toBeVisible()
  const [message] = await stored(page, 'messages.of', { memberId: id })
  expect(message).toMatchObject({ channel: 'sms', state: isQuiet ? 'prepared' : 'handedOver' })

  // An offer by one key: what it offers stands in the wording, and somebody else looks at it first.
  const offer = { memberId: id, occasion: 'offer', kind: 'sms', reason: '会员日休息室双人礼遇' } as const
  await stored(page, 'care.plan', { ...offer, ownerId: care?.ownerId ?? ('' as UserId), dueDay: today() })
  await turnTo(page, '会员')
  await openFirst(page, page.getByRole('grid'))
  const row = file.getByRole('listitem').filter({ hasText: '会员日休息室双人礼遇' })
  await press(page, button(row, '按模板准备'))
  await expect(page.getByText('已准备，请另一人复核后交发').first()).toBeVisible()
  await expect(button(row, '到待发送')).toBeFocused()
  const { body } = await stored(page, 'messages.show', {
    id: (await stored(page, 'messages.of', { memberId: id }))[0]?.id ?? '',
  })
  expect(body).toContain('为您准备了会员日休息室双人礼遇')
})

/** A complaint of the lead's own that has its answer, so that the customer can be asked. */
async function answeredComplaint(page: Page): Promise<string> {
  const { id, number, ownerId } = await stored(page, 'cases.open', complaint({ content: '值机柜台排队两小时' }))
  const take = async (step: string, data: Record<string, string | number | boolean> = {}) => {
    const { lastSeq: expectedSeq } = await stored(page, 'cases.pulse', { id: id as CaseId })
    await stored(page, 'cases.advance', { id: id as CaseId, step, data, expectedSeq })
  }
  await take('confirm', confirmation(Date.now()))
  await take('assign', { ownerId: ownerId ?? '' })
  await take('accept')
  await take('reply', reply(Date.now()))
  return number
}
