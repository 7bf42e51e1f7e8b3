import { expect, test } from '@playwright/test'
import { registerCase } from './cases.ts'
import { launchDesk, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { storeWithGaps } from './routing-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithGaps() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

test('S1-11 S4-135 S4-138 what may fall through stands in lists, and a person is asked to answer for a repeat complaint', async () => {
  const { page } = desk
  await openPage(page, '分派与防遗漏')
  const list = page.getByRole('grid', { name: '遗漏清单' })
  await expect(list.getByRole('row', { name: /行李没有随机到达.*超时未联系/ })).toBeVisible()
  await expect(list.getByRole('row', { name: /多次投诉.*待合格人员/ })).toBeVisible()
  await pictureView(page, 'routing-gaps')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.routing-gaps')
  await resize(desk.app, { width: 1440, height: 900 })
  await page.getByRole('tab', { name: '拖延清单' }).click()
  await expect(page.getByRole('grid', { name: '拖延清单' }).getByText('尚未首响').first()).toBeVisible()
  await pictureView(page, 'routing-delays')
  await page.getByRole('tab', { name: '追责' }).click()
  await page
    .getByRole('grid', { name: '追责' })
    .getByRole('row', { name: /重复投诉/ })
    .click()
  const panel = page.getByRole('region', { name: /^追责：/ })
  await choose(page, panel.getByRole('combobox', { name: '由谁说明' }), /王经理/)
  await panel.getByRole('textbox', { name: '要求' }).fill('请说明首次处理为何没有结果')
  await panel.getByRole('button', { name: '要求说明' }).click()
  await expect(panel).toContainText('未阅')
  await pictureView(page, 'routing-answers')
})

test('S4-129 whom it concerns is told in the window, and reads and answers it there', async () => {
  const { page } = desk
  await page.getByRole('button', { name: /^告知 \d/ }).click()
  const notices = page.getByRole('list', { name: '告知' })
  await notices.getByRole('textbox', { name: '作出说明' }).fill('已改为每日回访并更换责任人')
  await notices.getByRole('button', { name: '提交说明' }).click()
  await expect(notices).toContainText('说明：已改为每日回访并更换责任人')
  await picture(page, 'routing-notices')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: /^追责：/ })).toContainText('已改为每日回访并更换责任人')
})

test('S5-24 S5-28 a qualification is given, and the complaint that waited for one finds its person', async () => {
  const { page } = desk
  await page.getByRole('tab', { name: '人员与技能' }).click()
  await page.getByRole('row', { name: /演示李工/ }).click()
  const panel = page.getByRole('region', { name: '人员：演示李工' })
  await choose(page, panel.getByRole('combobox', { name: '技能' }), '复杂投诉资格')
  await panel.getByRole('textbox', { name: /依据/ }).fill('演示：复杂投诉培训合格')
  await panel.getByRole('button', { name: '授予' }).click()
  await expect(panel.getByRole('listitem').filter({ hasText: '复杂投诉资格' })).toBeVisible()
  await pictureView(page, 'routing-people')
  await page.getByRole('tab', { name: '遗漏清单' }).click()
  await page
    .getByRole('grid', { name: '遗漏清单' })
    .getByRole('row', { name: /多次投诉/ })
    .click()
  const routing = page.getByRole('region', { name: '分类与分派', exact: true })
  await routing.getByRole('button', { name: '重新分派' }).click()
  await expect(routing.getByRole('region', { name: '分派依据' })).toContainText('演示李工')
  await expect(routing).toContainText('须由合格人员处理')
  await routing.getByRole('region', { name: '分派依据' }).scrollIntoViewIfNeeded()
  await pictureView(page, 'routing-case')
})

test('S5-08 S5-12 S5-13 words are edited as a new version, propose a class while it is written down, and are measured', async () => {
  const { page } = desk
  await openPage(page, '分派与防遗漏')
  await page.getByRole('tab', { name: '分类规则' }).click()
  await choose(page, page.getByRole('combobox', { name: '分类' }), /贵宾休息室/)
  await page.getByRole('button', { name: '添加词语' }).click()
  await page.getByRole('textbox', { name: '词语', exact: true }).first().fill('香槟')
  await page.getByRole('textbox', { name: '试一试：输入投诉内容' }).fill('行李箱轮子摔坏')
  await expect(page.getByText('轮子 +4')).toBeVisible()
  await pictureView(page, 'routing-words')
  await page.getByRole('textbox', { name: '修改原因' }).fill('演示：休息室用词')
  await page.getByRole('button', { name: '保存新版' }).click()
  await expect(page.getByText(/^第 2 版/)).toContainText('演示：休息室用词')
  await page.getByRole('tab', { name: '分类命中率' }).click()
  await expect(page.getByRole('region', { name: '混淆表' })).toBeVisible()
  await pictureView(page, 'routing-rate')

  await page.getByRole('main').focus()
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await page.getByRole('radiogroup', { name: '类别' }).getByText('投诉', { exact: true }).click()
  await page.getByRole('textbox', { name: /^内容/ }).fill('香槟没有供应')
  const hint = page.getByRole('region', { name: '建议分类' })
  await expect(hint).toContainText('香槟 +3')
  await pictureView(page, 'routing-new-case')
  await hint.getByRole('button', { name: '采用' }).first().click()
  await expect(hint).toContainText('与核定一致')
  await registerCase(page, {
    ...{ kind: '投诉', category: '贵宾休息室', content: '香槟没有供应', demand: '改进' },
    ticks: ['已致歉安抚'],
  })
  await expect(page.getByRole('region', { name: '分类与分派', exact: true })).toContainText('香槟 +3')
})
