import { expect, type Page, test } from '@playwright/test'
import { today } from '../../src/renderer/ui/formats.ts'
import { storeWithTeam } from './careers-store.ts'
import { launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithTeam() })
  await signIn(desk.page, 'li')
})
test.afterAll(() => desk.close())

async function become(page: Page, login: string): Promise<void> {
  await lock(page)
  await signIn(page, login)
  await openPage(page, '成长与激励')
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()
const fileOf = (page: Page, name: string) => page.getByRole('region', { name: `成长档案：${name}` }).last()

test('S4-86 S4-92 S4-111 an agent sees the ways up, says what matters to oneself, and plans a step', async () => {
  const { page } = desk
  await openPage(page, '成长与激励')
  await tab(page, '晋升通道')
  await expect(page.getByRole('region', { name: '专员', exact: true })).toContainText('您的岗位')
  await expect(page.getByRole('region', { name: '资深专员' })).toContainText('近12个月测评平均分')
  await pictureView(page, 'careers-ladder')
  await tab(page, '我的成长')
  const file = fileOf(page, '李客服')
  await expect(file).toContainText('资深专员')
  await file.getByRole('textbox', { name: '发展目标' }).fill('跟听二十通投诉电话')
  await file.getByLabel('完成日期').fill('2027-03-31')
  await file.getByRole('button', { name: '增加目标' }).click()
  await expect(file.getByRole('button', { name: '完成“跟听二十通投诉电话”' })).toBeVisible()
  await file.getByRole('textbox', { name: '最看重的激励' }).fill('外部培训机会')
  await file.getByRole('textbox', { name: '出生年份' }).fill('1998')
  await file.getByRole('button', { name: '保存本人信息' }).press('Enter')
  await expect(page.getByText('已保存').last()).toBeVisible()
  await pictureView(page, 'careers-mine')
})

test('S3-92 S3-93 S4-84 S4-91 the lead assesses, certifies, rewards and proposes; the manager approves', async () => {
  const { page } = desk
  await become(page, 'zhao')
  await page.getByRole('row', { name: /李客服/ }).click()
  const file = fileOf(page, '李客服')
  await expect(file).toContainText('本人最看重：外部培训机会')
  await choose(page, file.getByRole('combobox', { name: '评定能力' }), '沟通表达')
  await choose(page, file.getByRole('combobox', { name: '等级' }), '了解')
  await file.getByRole('button', { name: '评定', exact: true }).press('Enter')
  await expect(file.getByRole('row', { name: /沟通表达/ })).toContainText('差 1 级')
  await file.getByRole('textbox', { name: '证书名称' }).fill('民航客运员')
  await file.getByRole('textbox', { name: '发证机构' }).fill('职业技能鉴定中心')
  await file.getByLabel('有效期至（长期留空）').fill(today(Date.now() + 20 * 86_400_000))
  await file.getByRole('button', { name: '登记证书' }).press('Enter')
  await expect(file).toContainText('即将到期')
  await file.getByRole('textbox', { name: '激励名称' }).fill('外部培训名额')
  await file.getByRole('textbox', { name: '事由' }).fill('季度质检第一')
  await file.getByRole('textbox', { name: '为何适合本人' }).fill('本人希望外部培训')
  await file.getByRole('button', { name: '登记激励' }).press('Enter')
  await expect(file.getByRole('button', { name: '保存激励评估' })).toBeVisible()
  await file.getByRole('textbox', { name: '理由' }).fill('带教新人成效好')
  await file.getByRole('button', { name: '提交审批' }).press('Enter')
  await expect(file).toContainText('待批准')
  await pictureView(page, 'careers-team')
  await become(page, 'boss')
  await expect(page.getByText('即将到期与已过期的证书')).toBeVisible()
  await tab(page, '晋升与调整')
  await page.getByRole('row', { name: /李客服/ }).click()
  const move = page.getByRole('region', { name: '李客服：晋升与调整' })
  await move.getByRole('textbox', { name: '审批意见' }).fill('同意')
  await pictureView(page, 'careers-moves')
  await move.getByRole('button', { name: '批准', exact: true }).click()
  await expect(move).toContainText('王经理：同意')
  await tab(page, '团队')
  await expect(page.getByRole('row', { name: /李客服/ })).toContainText('资深专员')
})

test('S4-28 S4-87 S4-88 S4-94 courses by post, an activity across departments, shifts against load, the structure of the staff', async () => {
  const { page } = desk
  await become(page, 'zhao')
  await tab(page, '岗位课程')
  await page.getByRole('row', { name: /投诉处理五步法/ }).click()
  const course = page.getByRole('region', { name: '课程：投诉处理五步法' })
  await choose(page, course.getByRole('combobox', { name: '内容' }), '技能')
  const posts = course.getByRole('combobox', { name: '适用岗位' })
  await choose(page, posts, '专员')
  await posts.press('Tab')
  await choose(page, course.getByRole('combobox', { name: '所属优化项目' }), '投诉流程优化')
  await course.getByRole('button', { name: '保存课程' }).click()
  await expect(page.getByRole('row', { name: /投诉处理五步法/ })).toContainText('技能')
  await course.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('row', { name: /投诉处理五步法/ })).toContainText('投诉流程优化')
  await pictureView(page, 'careers-courses')
  await tab(page, '活动与关怀')
  await page.getByRole('button', { name: '登记活动' }).click()
  const form = page.getByRole('region', { name: '登记活动' })
  await choose(page, form.getByRole('combobox', { name: '类型' }), '跨部门协作活动')
  await form.getByRole('textbox', { name: '名称' }).fill('延误保障联合演练')
  await form.getByRole('textbox', { name: /参与部门/ }).fill('地面服务部、运行控制中心')
  const people = form.getByRole('combobox', { name: '人员' })
  await choose(page, people, /李客服/)
  await people.press('Tab')
  await form.getByRole('button', { name: '保存记录' }).click()
  await expect(page.getByRole('row', { name: /延误保障联合演练/ })).toContainText('李客服')
  await pictureView(page, 'careers-activities')
  await tab(page, '排班')
  await choose(page, page.getByRole('combobox', { name: '人员' }), /李客服/)
  await page.getByRole('button', { name: '安排班次' }).click()
  await expect(page.getByRole('button', { name: '取消 李客服 的班次' })).toBeVisible()
  await expect(page.getByRole('row', { name: /08:00/ })).toContainText('1')
  await pictureView(page, 'careers-roster')
  await tab(page, '人员结构')
  await expect(page.getByRole('region', { name: '年龄' })).toContainText('合并（人数过少）')
  await pictureView(page, 'careers-structure')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.careers')
})
