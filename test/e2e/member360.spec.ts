import { expect, test } from '@playwright/test'
import { callDock, ring } from './calls.ts'
import { createStore, expectNoDialog, launchDesk, openPage, type RunningDesk } from './desk.ts'
import { pictureView } from './look.ts'
import { createMember, memberFile } from './members.ts'
import { choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const KEPT = { card: 'HU7700001', name: '全貌演示', mobile: '13812345678', tier: '金卡' } as const

test('S4-72 S4-74 S4-75 wishes said in an interview stand on the one screen, types are confirmed by a person', async () => {
  const { page } = desk
  await createMember(page, { card: 'HU7700002', name: '全貌演示', mobile: '13812345678' })
  await memberFile(page).getByRole('button', { name: '关闭' }).click()
  await createMember(page, KEPT)
  const file = memberFile(page)
  const whole = file.getByRole('region', { name: '会员全貌' })
  await expect(whole.getByRole('region', { name: '当前等级' })).toContainText('金卡')
  await expect(whole.getByRole('button', { name: '疑似重复档案：1' })).toBeVisible()

  await file.getByRole('tab', { name: '需求与偏好' }).click()
  await file.getByRole('button', { name: '登记电话访谈' }).click()
  await file.getByRole('textbox', { name: '访谈记录' }).fill('演示：咨询秋季丝路线路')
  await file.getByRole('combobox', { name: '内容' }).fill('敦煌')
  await file.getByRole('button', { name: '加入标签' }).click()
  await choose(page, file.getByRole('combobox', { name: '主题' }), '产品需求类型')
  await choose(page, file.getByRole('combobox', { name: '内容' }), '历史文化')
  await file.getByRole('button', { name: '加入标签' }).click()
  await choose(page, file.getByRole('combobox', { name: '主题' }), '医疗与特殊照顾')
  await file.getByRole('combobox', { name: '内容' }).fill('青霉素过敏')
  await file.getByRole('button', { name: '加入标签' }).click()
  await expect(file.getByRole('list', { name: '待保存的标签' }).getByRole('listitem')).toHaveCount(3)
  await file.getByRole('button', { name: '保存' }).click()
  await expect(file.getByRole('region', { name: '当前有效' })).toContainText('电话访谈 · 咨询')
  await file.getByRole('button', { name: '确认分型休闲' }).click()
  await expect(file.getByRole('region', { name: '客户分型' })).toContainText('已确认')
  await pictureView(page, 'member360-wishes')

  await file.getByRole('tab', { name: '全貌' }).click()
  await expect(whole.getByRole('region', { name: '需求与偏好标签' })).toContainText('敦煌')
  await expect(whole.getByRole('region', { name: '提醒' })).toContainText('青霉素过敏')
  await expect(whole.getByRole('list', { name: '关键信息' })).toContainText('休闲')
})

test('somebody allowed to speak is recorded with proof and term', async () => {
  const { page } = desk
  const file = memberFile(page)
  await file.getByRole('tab', { name: '可代发言的人' }).click()
  await file.getByRole('button', { name: '登记可代发言的人' }).click()
  await file.getByRole('textbox', { name: '姓名' }).fill('李助理演示')
  await file.getByRole('textbox', { name: '电话' }).fill('13911112222')
  await file.getByRole('textbox', { name: '授权凭据说明' }).fill('本人来电确认')
  await file.getByRole('button', { name: '保存' }).click()
  await expect(file.getByRole('region', { name: '可代会员发言的家人与助理' })).toContainText('139****2222')
  await pictureView(page, 'member360-kin')
  await file.getByRole('tab', { name: '全貌' }).click()
  await expect(file.getByRole('region', { name: '可代发言与授权状态' })).toContainText('助理 李助理演示')
})

test('a duplicate is merged, both cards lead to one picture, and undoing parts them again', async () => {
  const { page } = desk
  await openPage(page, '会员')
  const file = memberFile(page)
  await file.getByRole('tab', { name: '重复档案' }).click()
  await file.getByRole('button', { name: '并入本档案：HU7700002 全貌演示' }).click()
  await page.getByRole('textbox', { name: '合并理由' }).fill('演示：手机相同')
  await page.keyboard.press('Enter')
  await expect(file.getByRole('region', { name: '合并记录' })).toContainText('HU7700002 → HU7700001')
  await pictureView(page, 'member360-duplicates')
  await file.getByRole('tab', { name: '全貌' }).click()
  await expect(file.getByRole('list', { name: '关键信息' })).toContainText('含已并入的档案：HU7700002')
  await pictureView(page, 'member360-overview')
  await file.getByRole('tab', { name: '轨迹' }).click()
  await expect(file.getByRole('list', { name: '会员轨迹' })).toContainText('敦煌')
  await pictureView(page, 'member360-timeline')
  await file.getByRole('tab', { name: '重复档案' }).click()
  await file.getByRole('button', { name: '撤销合并：HU7700002' }).click()
  await page.getByRole('textbox', { name: '撤销理由' }).fill('演示：实为两人')
  await page.keyboard.press('Enter')
  await expect(file.getByRole('region', { name: '合并记录' })).toContainText('已撤销')
  await expectNoDialog(page)
})

test('S4-49 S5-45 a target group is counted, saved and chosen; companies show churn and loyalty', async () => {
  const { page } = desk
  await page.getByRole('radiogroup', { name: '会员页内容' }).getByText('目标客群').click()
  await page.getByRole('button', { name: '新建客群' }).click()
  await page.getByRole('textbox', { name: '客群名称' }).fill('历史文化客群演示')
  await page.getByRole('combobox', { name: '标签内容' }).fill('历史文化')
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: '仅限同意接收优惠的会员' }).uncheck()
  await page.getByRole('button', { name: '试算' }).click()
  await expect(page.getByText('共 1 位有效会员，选中 1 位')).toBeVisible()
  await page.getByRole('button', { name: '保存客群' }).click()
  await page.getByRole('button', { name: '重新筛选历史文化客群演示' }).click()
  await expect(page.getByText(/1 位中选中 1 位/)).toBeVisible()
  await page.getByRole('button', { name: '选出的会员' }).click()
  await expect(page.getByRole('grid', { name: '选出的会员' })).toContainText('HU7700001')
  await pictureView(page, 'member360-groups')

  await page.getByRole('radiogroup', { name: '会员页内容' }).getByText('企业客户').click()
  await page.getByRole('button', { name: '新建企业' }).click()
  await page.getByRole('textbox', { name: '企业名称' }).fill('演示科技有限公司')
  await page.getByRole('textbox', { name: '企业差旅规定' }).fill('国内出差限经济舱')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('企业差旅规定: 国内出差限经济舱')).toBeVisible()
  await page.getByRole('button', { name: '计算' }).click()
  await expect(page.getByText('平均忠诚度')).toBeVisible()
  await pictureView(page, 'member360-companies')
  await page.getByRole('radiogroup', { name: '会员页内容' }).getByText('信息采集').click()
  await expect(page.getByRole('region', { name: '电话访谈' })).toContainText('演示：咨询秋季丝路线路')
  await pictureView(page, 'member360-sources')
})

test('a call from the number of somebody allowed to speak says for whom it is', async () => {
  const { page } = desk
  await ring(page, '13911112222')
  await expect(callDock(page)).toContainText('助理李助理演示 代全貌演示来电')
  await pictureView(page, 'member360-calling-for')
})
