import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { answerSaveDialog, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { storeWithMonth } from './scorecards-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let month = ''

test.beforeAll(async () => {
  const store = await storeWithMonth()
  month = store.month
  desk = await launchDesk({ folder: store.folder })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

const PEOPLE = { li: '李客服', wu: '吴客服', sun: '孙客服' } as const
const INDICATORS = [
  '客户满意度',
  '问题解决率',
  '投诉处理及时率',
  '电话接听及时率',
  '平均处理时长',
  '业务知识得分',
  '团队协作',
]
const panelOf = (page: Page, name: string) => page.getByRole('region', { name: `${name} 的 ${month} 绩效` })

/** Another person sits down at the desk and opens the scorecards. */
async function comes(page: Page, login: string): Promise<void> {
  // A button that is still at work has the focus and hears no keys.
  await page.getByRole('heading', { level: 1 }).click()
  await lock(page)
  await signIn(page, login)
  await openPage(page, '绩效考核')
}

const openCard = async (page: Page, name: string) => {
  await page.getByRole('row', { name: new RegExp(name) }).click()
  await expect(panelOf(page, name)).toBeVisible()
  return panelOf(page, name)
}

/** Presses a button by its key: the notices of what was saved lie over it for a while. */
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter')
const agree = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '确认' }).click()

test('S3-102 S3-103 the manager reads weights and goals and opens the month; each number opens the calls or cases behind it', async () => {
  const { page } = desk
  await openPage(page, '绩效考核')
  await page.getByRole('tab', { name: '权重与目标' }).click()
  await expect(page.getByRole('row', { name: /团队协作/ })).toContainText('15%')
  await pictureView(page, 'scorecards-scheme')
  await page.getByRole('tab', { name: '月度考核' }).click()
  await page.getByLabel('要开始的月份').fill(month)
  await page.getByRole('button', { name: '开始考核' }).click()
  await expect(page.getByRole('region', { name: '阶段' })).toContainText('自评与上级评价')
  const panel = await openCard(page, PEOPLE.li)
  await panel.getByRole('button', { name: '查看“电话接听及时率”的依据' }).click()
  const behind = panel.getByRole('region', { name: '“电话接听及时率”的依据' })
  await expect(behind).toContainText('共 6 条')
  await expect(behind).toContainText('数值一致')
  await panel.getByRole('button', { name: '查看“问题解决率”的依据' }).click()
  await expect(panel.getByRole('region', { name: '“问题解决率”的依据' })).toContainText('共 5 条')
  await pictureView(page, 'scorecards-behind')
})

test('S3-104 S3-108 S3-109 three agents hand in their own part with the month’s summary; the late ones are reminded', async () => {
  const { page } = desk
  await press(page, '催交')
  await expect(page.getByText('已提醒 3 人')).toBeVisible()
  for (const [login, name] of Object.entries(PEOPLE)) {
    await comes(page, login)
    await expect(page.getByRole('button', { name: '自评待提交（被催交）' })).toBeVisible()
    const panel = panelOf(page, name)
    for (const one of INDICATORS) await panel.getByRole('textbox', { name: `${one}：自评分` }).fill('90')
    await panel.getByRole('textbox', { name: '本月完成的工作' }).fill('处理咨询与投诉，无遗留（演示）')
    await panel.getByRole('textbox', { name: '下月计划' }).fill('练习延误沟通话术（演示）')
    if (login === 'li') await pictureView(page, 'scorecards-self')
    await panel.getByRole('button', { name: '提交自评' }).press('Enter')
    await agree(page)
    await expect(panel).toContainText('结果公布后可见')
    await expect(panel.getByRole('region', { name: '自评与月末总结' })).toContainText('提交')
    await expect(panel.getByRole('textbox', { name: '下月计划' })).toHaveCount(0)
  }
})

test('S3-101 S3-105 the lead marks all three, with the reason for every moved score', async () => {
  const { page } = desk
  await comes(page, 'zhao')
  const marks = { li: ['95', '90', '95'], wu: ['80', '80', '80'], sun: ['50', '40', '60'] } as const
  for (const [login, [cooperation, sharing, score]] of Object.entries(marks)) {
    const panel = await openCard(page, PEOPLE[login as keyof typeof PEOPLE])
    await expect(panel).toContainText('处理咨询与投诉')
    const form = panel.getByRole('group', { name: '上级评价' })
    await form.getByRole('textbox', { name: '配合度' }).fill(cooperation)
    await form.getByRole('textbox', { name: '信息共享' }).fill(sharing)
    await form.getByRole('textbox', { name: '团队协作：理由' }).fill('按本月支援与分享记录（演示）')
    await form.getByRole('textbox', { name: '业务知识得分' }).fill(score)
    await form.getByRole('textbox', { name: '业务知识：理由' }).fill('当面抽问二十题（演示）')
    await form.getByRole('textbox', { name: '总体评语' }).fill('按计划完成（演示）')
    if (login === 'wu') {
      await form.getByRole('textbox', { name: '电话接听及时率：加减分' }).fill('5')
      await form.getByRole('textbox', { name: '电话接听及时率：理由' }).fill('电话系统故障半天（演示）')
      await pictureView(page, 'scorecards-assess')
    }
    await form.getByRole('button', { name: '提交评价' }).press('Enter')
    await expect(panel.getByRole('region', { name: '结果' })).toContainText('总分')
  }
  await press(page, '结束评价，开始校准')
  await expect(page.getByRole('region', { name: '阶段' })).toContainText('主管校准')
})

test('S3-107 S3-111 S3-112 scores are calibrated and published; people confirm or appeal, and the manager decides', async () => {
  const { page } = desk
  await comes(page, 'boss')
  const wu = await openCard(page, PEOPLE.wu)
  await choose(page, wu.getByRole('combobox', { name: '指标' }), '团队协作')
  await wu.getByRole('textbox', { name: '改为（分）' }).fill('70')
  await wu.getByRole('textbox', { name: '理由' }).fill('与其他组尺度一致（演示）')
  await wu.getByRole('button', { name: '校准' }).press('Enter')
  await expect(wu.getByRole('region', { name: '改分记录' })).toContainText('团队协作：80 → 70')
  await pictureView(page, 'scorecards-calibrated')
  await press(page, '公布结果')
  await agree(page)
  await expect(page.getByRole('region', { name: '阶段' })).toContainText('已公布')

  await comes(page, 'li')
  await expect(panelOf(page, PEOPLE.li).getByRole('region', { name: '结果' })).toContainText('优秀')
  await panelOf(page, PEOPLE.li).getByRole('button', { name: '确认结果' }).press('Enter')
  await expect(panelOf(page, PEOPLE.li)).toContainText('已确认')
  await pictureView(page, 'scorecards-result')
  await comes(page, 'sun')
  await panelOf(page, PEOPLE.sun).getByRole('button', { name: '确认结果' }).press('Enter')
  await expect(panelOf(page, PEOPLE.sun)).toContainText('已确认')
  await comes(page, 'wu')
  await panelOf(page, PEOPLE.wu).getByRole('textbox', { name: '说明或申诉理由' }).fill('抽问第三题答案有误（演示）')
  await panelOf(page, PEOPLE.wu).getByRole('button', { name: '申诉' }).press('Enter')
  await expect(panelOf(page, PEOPLE.wu)).toContainText('已申诉')

  await comes(page, 'boss')
  const again = await openCard(page, PEOPLE.wu)
  await choose(page, again.getByRole('combobox', { name: '指标' }), '业务知识得分')
  await again.getByRole('textbox', { name: '改为（分）' }).fill('85')
  await again.getByRole('textbox', { name: '决定与理由' }).fill('第三题改判正确（演示）')
  await again.getByRole('button', { name: '按改分决定' }).press('Enter')
  await expect(again).toContainText('申诉后更正')
})

test('S3-113 S3-114 the month is frozen, a correction stays visible, results rank people, and a commendation has its certificate', async () => {
  const { page } = desk
  await press(page, '冻结本月')
  await agree(page)
  await expect(page.getByRole('region', { name: '阶段' })).toContainText('完整无改动')
  const li = await openCard(page, PEOPLE.li)
  await choose(page, li.getByRole('combobox', { name: '指标' }), '业务知识得分')
  await li.getByRole('textbox', { name: '改为（分）' }).fill('90')
  await li.getByRole('textbox', { name: '理由' }).fill('成绩录入有误（演示）')
  await li.getByRole('button', { name: '更正已冻结的结果' }).press('Enter')
  await expect(li).toContainText('冻结时为')
  await pictureView(page, 'scorecards-frozen')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.scorecards')
  await resize(desk.app, { width: 1440, height: 900 })

  await page.getByRole('tab', { name: '排名' }).click()
  await expect(page.getByRole('row', { name: /李客服/ })).toContainText('1')
  await pictureView(page, 'scorecards-ranking')
  await page.getByRole('tab', { name: '表彰与奖励' }).click()
  const form = page.getByRole('group', { name: '表彰' })
  await choose(page, form.getByRole('combobox', { name: '表彰人员' }), /李客服/)
  await form.getByRole('textbox', { name: '荣誉称号' }).fill('服务之星')
  await form.getByRole('textbox', { name: '奖品' }).fill('购物卡（演示）')
  await form.getByRole('textbox', { name: '事迹' }).fill('月度考核第一名（演示）')
  await form.getByRole('button', { name: '表彰' }).press('Enter')
  await expect(page.getByText('服务之星')).toBeVisible()
  await pictureView(page, 'scorecards-honours')
  const file = newFile('证书.pdf')
  await answerSaveDialog(desk, file)
  await page.getByRole('button', { name: /打印证书 RY-/ }).press('Enter')
  await expect.poll(() => fs.existsSync(file) && fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
})
