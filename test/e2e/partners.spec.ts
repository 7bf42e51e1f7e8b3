import { expect, type Page, test } from '@playwright/test'
import { storeWithTeam } from './careers-store.ts'
import { launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { createMember, memberFile } from './members.ts'
import { choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithTeam() })
  await signIn(desk.page, 'zhao')
  await openPage(desk.page, '产品与伙伴')
})
test.afterAll(() => desk.close())

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()
const file = (page: Page) => page.getByRole('region', { name: '合作伙伴：示例海湾酒店' })

test('S3-125 a partner is recorded with a contact, and work shared with it is followed', async () => {
  const { page } = desk
  await tab(page, '合作伙伴')
  await page.getByRole('button', { name: '登记伙伴' }).click()
  const form = page.getByRole('region', { name: '登记伙伴' })
  await form.getByRole('textbox', { name: '名称' }).fill('示例海湾酒店')
  await form.getByRole('textbox', { name: '合作内容' }).fill('协议价，免费升级')
  await choose(page, form.getByRole('combobox', { name: '对接人' }), /赵主管/)
  await form.getByRole('button', { name: '保存' }).click()
  const contact = file(page).getByRole('group', { name: '增加联系人' })
  await contact.getByRole('textbox', { name: '联系人姓名' }).fill('周经理')
  await contact.getByRole('textbox', { name: '电话' }).fill('0898-1234567')
  await contact.getByRole('button', { name: '增加联系人' }).click()
  await expect(file(page).getByRole('list', { name: '联系人' })).toContainText('0898-1234567')
  const work = file(page).getByRole('group', { name: '增加事项' })
  await work.getByRole('textbox', { name: '协作事项名称' }).fill('冬季房价谈判')
  await choose(page, work.getByRole('combobox', { name: '负责人' }), /李客服/)
  await work.getByRole('button', { name: '增加事项' }).click()
  const item = file(page).getByRole('region', { name: '事项：冬季房价谈判' })
  await item.getByRole('textbox', { name: '进展说明' }).fill('已发去报价请求')
  await item.getByRole('button', { name: '等待对方' }).click()
  await expect(item).toContainText('赵主管 ·')
  await expect(item).toContainText('已发去报价请求')
})

test('S4-83 what the partner told us is verified by a colleague, who says how', async () => {
  const { page } = desk
  const fact = file(page).getByRole('group', { name: '登记信息' })
  await fact.getByRole('textbox', { name: '主题' }).fill('泳池维修')
  await fact.getByRole('textbox', { name: '由谁告知' }).fill('周经理')
  await fact.getByRole('textbox', { name: '内容' }).fill('十月泳池关闭')
  await fact.getByRole('button', { name: '登记信息' }).click()
  await expect(file(page)).toContainText('须由登记人以外的同事核实')
  await lock(page)
  await signIn(page, 'li')
  await openPage(page, '产品与伙伴')
  await tab(page, '合作伙伴')
  await page.getByRole('row', { name: /示例海湾酒店/ }).click()
  const verify = file(page).getByRole('region', { name: '核实“泳池维修”' })
  await verify.getByRole('textbox', { name: '核实情况' }).fill('致电前台确认')
  await verify.getByRole('button', { name: '属实' }).click()
  await expect(file(page)).toContainText('回拨核实：致电前台确认')
  await pictureView(page, 'partners')
})

test('S4-16 S4-161 poor ratings make a supplier weak, and the result warns until somebody says what is done', async () => {
  const { page } = desk
  await tab(page, '质量与预警')
  const rate = async (points: string) => {
    await page.getByRole('button', { name: '登记评分' }).first().click()
    const form = page.getByRole('group', { name: '登记评分' })
    await choose(page, form.getByRole('combobox', { name: '供应商' }), '示例海湾酒店')
    await form.getByRole('textbox', { name: '评分（1–5）' }).fill(points)
    await form.getByRole('button', { name: '登记评分' }).click()
    await expect(form).toBeHidden()
  }
  for (const points of ['3', '2', '3']) await rate(points)
  const row = page.getByRole('row', { name: /示例海湾酒店/ })
  await expect(row).toContainText('2.67')
  await expect(row).toContainText('薄弱')
  await lock(page)
  await signIn(page, 'zhao')
  await openPage(page, '产品与伙伴')
  await tab(page, '质量与预警')
  await page.getByRole('button', { name: '立即检查' }).click()
  const warning = page.getByRole('region', { name: '预警：示例海湾酒店 · 住宿' })
  await expect(warning).toContainText('负责：赵主管')
  await pictureView(page, 'partners-quality')
  await warning.getByRole('textbox', { name: '处理说明' }).fill('约谈酒店并换房型')
  await warning.getByRole('button', { name: '关闭预警' }).click()
  await expect(warning).toBeHidden()
})

test('S4-79 in the member’s file: the separate consent to a partner, only the fields needed, and what was passed on', async () => {
  const { page } = desk
  await createMember(page, { card: 'HU7001', name: '张三丰', mobile: '13812345678' })
  const panel = memberFile(page).getByRole('region', { name: '向合作伙伴提供信息' })
  await panel.getByRole('button', { name: '登记同意或提供信息' }).click()
  const form = panel.getByRole('group', { name: '登记同意或提供信息' })
  await choose(page, form.getByRole('combobox', { name: '合作伙伴' }), '示例海湾酒店')
  await expect(form).toContainText('该用途仅可提供：姓名、称谓、语言、手机号码')
  const fields = form.getByRole('combobox', { name: '提供的信息' })
  await fields.focus()
  await fields.press('ArrowDown')
  await page.getByRole('option', { name: '手机号码', exact: true }).click()
  await fields.press('Tab')
  await form.getByRole('textbox', { name: '提供原因' }).fill('预订两晚')
  await form.getByRole('button', { name: '提供并登记' }).click()
  await expect(form).toContainText('没有对该伙伴和用途的有效单独同意')
  await form.getByRole('button', { name: '登记同意' }).click()
  await expect(panel.getByRole('list', { name: '单独同意' })).toContainText('示例海湾酒店')
  await form.getByRole('button', { name: '提供并登记' }).click()
  await expect(panel.getByRole('region', { name: '请将以下信息提供给示例海湾酒店' })).toContainText('13812345678')
  await expect(panel.getByRole('list', { name: '共享记录' })).toContainText('手机号码')
  await picture(page, 'partners-member')
})
