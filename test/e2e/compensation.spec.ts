import { expect, type Locator, type Page, test } from '@playwright/test'
import { newCaseByKey, openByNumber, registerCase } from './cases.ts'
import { createStore, launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { pictureView } from './look.ts'
import { createMember } from './members.ts'
import { addPerson, choose, signInFirst } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let number = ''

test.beforeAll(async () => {
  desk = await launchDesk()
  const { page } = desk
  await createStore(page)
  await createMember(page, { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: '钻石' })
  const lead = await addPerson(page, { name: '赵主管', login: 'zhao', role: '主管' })
  const agent = await addPerson(page, { name: '李客服', login: 'li', role: '客服专员' })
  await lock(page)
  await signInFirst(page, 'zhao', lead)
  await lock(page)
  await signInFirst(page, 'li', agent)
})
test.afterAll(() => desk.close())

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** Unfolds a part of the case's page that is folded while it is empty. */
async function unfold(page: Page, name: string): Promise<Locator> {
  const section = part(page, name)
  const fold = section.getByRole('button', { name, exact: true })
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click()
  return section
}

async function switchTo(page: Page, login: string): Promise<void> {
  await lock(page)
  await signIn(page, login)
}

test('S2-82 S2-87 a finding names party, ground, bearer, basis and evidence, and waits for somebody else', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.getByRole('textbox', { name: '会员', exact: true }).fill('ouyang')
  await page.getByRole('option', { name: /欧阳静怡/ }).click()
  number = await registerCase(page, {
    kind: '投诉',
    category: '航班延误',
    content: 'HU7609 延误五小时，现场无人说明',
    demand: '书面说明并补偿',
    ticks: ['已致歉安抚', '已告知客户受理'],
  })
  const liability = await unfold(page, '责任认定')
  await liability.getByRole('button', { name: '拟定责任认定' }).click()
  const form = liability.getByRole('form', { name: '拟定责任认定' })
  await form.getByRole('checkbox', { name: '运营商未履行告知义务' }).check()
  await choose(page, form.getByRole('combobox', { name: '部门' }), '机场服务')
  await form.getByRole('textbox', { name: '事实经过' }).fill('五小时内未按规定通报动态')
  await form.getByRole('textbox', { name: '法规或制度依据' }).fill('航班正常管理规定')
  await form.getByRole('textbox', { name: '证据' }).fill('广播记录')
  await form.getByRole('button', { name: '保存认定草案' }).click()
  await expect(liability.getByText('机场服务 100%')).toBeVisible()
  await liability.getByRole('button', { name: '提交内部审核' }).click()
  await expect(liability.getByText(/须由拟定人以外的主管或经理审核/)).toBeVisible()
})

test('S2-103..106 a plan with deadline, milestone and five principles is handed in', async () => {
  const { page } = desk
  const plan = await unfold(page, '处理方案')
  await plan.getByRole('button', { name: '拟定方案' }).click()
  const form = plan.getByRole('form', { name: '处理方案' })
  await form.getByRole('textbox', { name: '投诉事由' }).fill('延误且未通报')
  await form.getByRole('textbox', { name: '初步评估结论' }).fill('属实')
  await form.getByRole('textbox', { name: '处理措施' }).fill('致歉，书面说明，补偿 500 元')
  await form.getByLabel('处理期限').fill('2099-01-31T18:00')
  await form.getByRole('textbox', { name: '预计金额' }).fill('500')
  await form.getByRole('textbox', { name: '沟通协调方式' }).fill('电话告知客户，协办单通报机场')
  await form.getByRole('button', { name: '增加节点' }).click()
  await form.getByRole('textbox', { name: '节点', exact: true }).fill('寄出书面说明')
  await form.getByLabel('时间', { exact: true }).fill('2099-01-30T18:00')
  for (const principle of ['公平公正', '及时高效', '个性定制', '合规合法', '沟通协作'])
    await form.getByRole('checkbox', { name: principle }).check()
  await form.getByRole('button', { name: '保存方案' }).click()
  await expect(plan.getByText('致歉，书面说明，补偿 500 元')).toBeVisible()
  await plan.getByRole('button', { name: '提交审批' }).click()
  await expect(plan.getByText(/拟定人不能审批自己的方案/)).toBeVisible()
})

test('S2-154 S2-155 the reckoning shows formula and approver while the amount is typed', async () => {
  const { page } = desk
  const compensation = await unfold(page, '补偿')
  await compensation.getByRole('button', { name: '提出补偿' }).click()
  const form = compensation.getByRole('form', { name: '提出补偿' })
  await form.getByRole('textbox', { name: '延误分钟数' }).fill('300')
  const reckoning = form.getByRole('status')
  await expect(reckoning).toContainText('300 ≥ 240 = ¥200.00')
  await expect(reckoning).toContainText('专员权限内，免审批')
  await form.getByRole('textbox', { name: '金额' }).fill('500')
  await expect(reckoning).toContainText('超出标准')
  await form.getByRole('textbox', { name: '理由' }).fill('现场滞留无人说明')
  await expect(reckoning).toContainText('主管审批')
  await form.getByRole('textbox', { name: '补偿内容' }).fill('延误补偿')
  await form.getByRole('button', { name: '提交补偿' }).click()
  await expect(compensation.getByText('待审批', { exact: true }).last()).toBeVisible()
  await pictureView(page, 'compensation-case')
})

test('S2-88 S2-107 the lead sees what waits and decides on the case', async () => {
  const { page } = desk
  await switchTo(page, 'zhao')
  await openPage(page, '赔付与整改')
  for (const name of ['待审批的补偿', '待审批的方案', '待审核的责任认定'])
    await expect(page.getByRole('table', { name }).getByRole('button', { name: number })).toBeVisible()
  await pictureView(page, 'compensation-approvals')
  await page.getByRole('table', { name: '待审批的补偿' }).getByRole('button', { name: number }).click()
  const liability = part(page, '责任认定')
  await liability.getByRole('textbox', { name: '审核意见' }).fill('依据充分')
  await liability.getByRole('button', { name: '审核同意' }).click()
  await expect(liability.getByText('已审核', { exact: true }).last()).toBeVisible()
  await part(page, '处理方案').getByRole('button', { name: '批准方案' }).click()
  await expect(part(page, '处理方案').getByText('已批准', { exact: true }).last()).toBeVisible()
  await part(page, '补偿').getByRole('button', { name: '批准补偿' }).click()
  await expect(part(page, '补偿').getByText('待客户同意', { exact: true }).last()).toBeVisible()
})

test('S2-89 S2-90 S2-110 S2-161 S2-162 the customer is heard, the finding final, plan and amount carried out', async () => {
  const { page } = desk
  await switchTo(page, 'li')
  await openByNumber(page, number)
  const liability = part(page, '责任认定')
  await liability.getByRole('textbox', { name: '客户怎么说' }).fill('认可')
  await liability.getByRole('button', { name: '记录客户意见' }).click()
  await liability.getByRole('button', { name: '作出最终认定' }).click()
  await expect(liability.getByText(/最终认定已锁定/)).toBeVisible()

  const compensation = part(page, '补偿')
  await compensation.getByRole('textbox', { name: '告知内容与客户意见' }).fill('告知 500 元，同意')
  await compensation.getByRole('button', { name: '客户同意' }).click()
  await compensation.getByRole('textbox', { name: '凭证号' }).fill('BC-0001')
  await compensation.getByRole('textbox', { name: '实施凭证' }).fill('转账回单')
  await compensation.getByRole('button', { name: '记录实施' }).click()
  await expect(compensation.getByText('已实施', { exact: true }).last()).toBeVisible()

  const plan = part(page, '处理方案')
  await plan.getByRole('button', { name: '开始执行方案' }).click()
  await plan.getByRole('button', { name: '节点完成' }).click()
  await plan.getByRole('textbox', { name: /寄出书面说明/ }).fill('已寄出')
  await plan.getByRole('button', { name: '节点完成' }).click()
  await plan.getByRole('textbox', { name: '执行凭证与结果' }).fill('快递单 SF123')
  await plan.getByRole('button', { name: '方案执行完毕' }).click()
  await expect(plan.getByText('已执行', { exact: true }).last()).toBeVisible()
  await resize(desk.app, { width: 1024, height: 680 })
  await pictureView(page, 'compensation-done-narrow')
  await resize(desk.app, { width: 1440, height: 900 })
})

test('S2-97 S2-98 S2-165 findings are searched, costs analysed, and the tariff in force is read', async () => {
  const { page } = desk
  await switchTo(page, 'boss')
  await openPage(page, '赔付与整改')
  await page.getByRole('tab', { name: '责任记录' }).click()
  await expect(page.getByRole('row', { name: new RegExp(number) })).toBeVisible()
  await page.getByText(/^责任记录: 1$/).click()
  await pictureView(page, 'compensation-records')
  await page.getByRole('tab', { name: '成本分析' }).click()
  await expect(page.getByRole('table', { name: '按补偿方式' })).toContainText('¥500.00')
  await pictureView(page, 'compensation-costs')
  await page.getByRole('tab', { name: '标准与授权' }).click()
  await expect(page.getByText(/现行第 1 版/)).toBeVisible()
  await expect(page.getByRole('table', { name: '授权限额' })).toContainText('客服专员 · 不分等级 · 不分方式')
  await pictureView(page, 'compensation-policy')
})
