import { expect, test } from '@playwright/test'
import { today } from '../../src/renderer/ui/formats.ts'
import { launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { storeWithClosed } from './reviews-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
const TITLE = '投诉处理与情绪管理'

test.beforeAll(async () => {
  const { folder } = await storeWithClosed()
  desk = await launchDesk({ folder })
  await signIn(desk.page, 'zhao')
})
test.afterAll(() => desk.close())

test('S3-79 S3-80 S3-85 a lead plans the year, the manager approves it, and the sessions are set', async () => {
  const { page } = desk
  await openPage(page, '培训')
  await page.getByRole('button', { name: '制定计划' }).click()
  await page.getByRole('textbox', { name: '年度培训目标' }).fill('全年客户满意度提高五个百分点')
  await page.getByRole('textbox', { name: '年度预算（元）' }).fill('20000')
  await page.getByRole('button', { name: '保存计划' }).click()
  await page.getByRole('button', { name: '新增培训' }).click()
  const form = page.getByRole('region', { name: '新增培训' })
  await form.getByRole('textbox', { name: '培训名称' }).fill(TITLE)
  await form.getByRole('textbox', { name: '培训目标' }).fill('投诉一次解决率提高到八成')
  const topics = form.getByRole('combobox', { name: '主题' })
  await choose(page, topics, '投诉处理能力')
  await page.getByRole('option', { name: '情绪管理', exact: true }).click()
  await topics.press('Tab')
  await form.getByRole('textbox', { name: '培训内容' }).fill('投诉五步法；情绪觉察与调节')
  await form.getByRole('textbox', { name: '讲师' }).fill('赵主管')
  await form.getByLabel('首期日期').fill(today())
  await form.getByLabel('开始时间').fill('00:05')
  await form.getByRole('textbox', { name: '地点' }).fill('一号培训室')
  await choose(page, form.getByRole('combobox', { name: '负责人' }), /赵主管/)
  await form.getByRole('textbox', { name: '预算（元）' }).fill('3000')
  await pictureView(page, 'training-form')
  await form.getByRole('button', { name: '新增培训' }).click()
  const panel = page.getByRole('region', { name: `培训：${TITLE}` })
  await expect(panel).toContainText('计划批准后自动安排')
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '培训')
  await page.getByRole('button', { name: '批准计划' }).click()
  await expect(page.getByRole('region', { name: '年度培训目标' })).toContainText('王经理 于')
  await page.getByRole('row', { name: new RegExp(TITLE) }).click()
  await expect(panel).toContainText('第 1 期')
})

test('S3-29 S3-89 S2-183 an agent is invited, attends, is examined, sees it, and the effect is assessed', async () => {
  const { page } = desk
  const panel = page.getByRole('region', { name: `培训：${TITLE}` })
  await panel.getByRole('button', { name: '通知人员' }).click()
  await choose(page, panel.getByRole('combobox', { name: '第 1 期：通知人员' }), /李客服/)
  await panel.getByRole('combobox', { name: '第 1 期：通知人员' }).press('Tab')
  await panel.getByRole('button', { name: '通知人员' }).last().click()
  await panel.getByRole('textbox', { name: '李客服：成绩' }).fill('88')
  await panel.getByRole('textbox', { name: '李客服：评语' }).fill('表达进步明显')
  await panel.getByRole('button', { name: '记录 李客服 的结果' }).click()
  await expect(panel).toContainText('合格')
  await panel.getByRole('textbox', { name: '评估说明' }).fill('现场演练达到目标')
  // By its key: the notices of what was saved lie over it for a while.
  await panel.getByRole('button', { name: '保存评估' }).press('Enter')
  await expect(panel).toContainText('现场演练达到目标')
  await pictureView(page, 'training-plan')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.training')
  await resize(desk.app, { width: 1440, height: 900 })
  await lock(page)
  await signIn(page, 'li')
  await openPage(page, '培训')
  await page.getByRole('row', { name: new RegExp(TITLE) }).click()
  await expect(panel).toContainText('合格 88')
  await expect(panel).toContainText('表达进步明显')
  await pictureView(page, 'training-mine')
})
