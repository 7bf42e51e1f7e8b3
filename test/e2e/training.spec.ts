import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { today } from '../../src/renderer/ui/formats.ts'
import { launchDesk, lock, newFolder, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { answerOpenDialog, answerSaveDialog, newFile } from './files.ts'
import { goTo, press, type } from './keyboard.ts'
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

const WORDS = '一、倾听；二、核实；三、致歉；四、解决；五、回访'

function file(name: string, content: string): string {
  const place = path.join(newFolder(), name)
  fs.writeFileSync(place, content)
  return place
}

const trainingPanel = (page: Page): Locator => page.getByRole('region', { name: `培训：${TITLE}` })
const materials = (page: Page): Locator => trainingPanel(page).getByRole('list', { name: '培训资料' })
const material = (page: Page, name: string): Locator => materials(page).getByRole('listitem').filter({ hasText: name })

/** Notices of what was saved or refused lie over the files for a while. */
async function putNoticesAway(page: Page): Promise<void> {
  const notices = page.getByRole('alert')
  while ((await notices.count()) > 0) await notices.first().getByRole('button').click()
}

test('S3-80 S3-87 a lead gives a training its files, chosen or dropped; what could run is refused', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'zhao')
  await openPage(page, '培训')
  await page.getByRole('row', { name: new RegExp(TITLE) }).click()
  const panel = trainingPanel(page)
  await expect(panel).toContainText('暂无资料')
  const choose = panel.getByRole('button', { name: '选择文件…' })
  await type(page, panel.getByRole('textbox', { name: '说明', exact: true }), '第一期讲义（演示）')
  await answerOpenDialog(desk, file('五步法讲义.txt', WORDS))
  await press(page, choose)
  await expect(material(page, '五步法讲义.txt')).toContainText('第一期讲义（演示）')
  await expect(material(page, '五步法讲义.txt')).toContainText(/赵主管 · .*SHA-256 [0-9a-f]{64}/s)
  await answerOpenDialog(desk, file('课件.exe', 'MZ'))
  await press(page, choose)
  await expect(page.getByText('不能添加 课件.exe：只接受图片、PDF、文本、Office 文档、录音和视频。')).toBeVisible()
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['%PDF-1.7 旧版'.padEnd(1_200_000, ' ')], '旧版课件.pdf', { type: 'application/pdf' }))
    return transfer
  })
  await panel.getByText('将文件拖到此处，或粘贴截图').dispatchEvent('drop', { dataTransfer: data })
  await expect(material(page, '旧版课件.pdf')).toContainText('PDF 文件 · 1.1 MB')
  await putNoticesAway(page)
  await panel.getByText('将文件拖到此处，或粘贴截图').scrollIntoViewIfNeeded()
  await pictureView(page, 'training-materials')
})

test('by keyboard alone a file is looked at, and another removed with its reason; the focus stays at the files', async () => {
  const { page } = desk
  const name = material(page, '五步法讲义.txt').getByRole('button', { name: '五步法讲义.txt', exact: true })
  await press(page, name)
  const preview = page.getByRole('dialog', { name: '资料预览：五步法讲义.txt' })
  await expect(preview).toContainText(WORDS)
  await picture(page, 'training-material-text')
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()
  // Escape was for the dialog: what lies behind it stays open.
  await expect(name).toBeFocused()
  await press(page, material(page, '旧版课件.pdf').getByRole('button', { name: '移除 旧版课件.pdf' }))
  const dialog = page.getByRole('dialog', { name: '移除 旧版课件.pdf' })
  await expect(dialog.getByRole('textbox', { name: '移除原因' })).toBeFocused()
  await page.keyboard.type('内容已过期（演示）')
  await picture(page, 'training-material-remove')
  await press(page, dialog.getByRole('button', { name: '移除', exact: true }))
  await expect(dialog).toBeHidden()
  await expect(material(page, '旧版课件.pdf')).toContainText('移除：内容已过期（演示）')
  await expect(materials(page)).toBeFocused()
  await expect(material(page, '旧版课件.pdf').getByRole('button')).toHaveCount(0)
  await goTo(page, material(page, '五步法讲义.txt').getByRole('button', { name: /移除/ }))
  await resize(desk.app, { width: 1024, height: 680 })
  await materials(page).scrollIntoViewIfNeeded()
  await picture(page, 'small.training-materials')
  await resize(desk.app, { width: 1440, height: 900 })
})

test('S3-89 whoever is asked to come finds the files, saves a copy, and changes nothing', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'li')
  await openPage(page, '培训')
  await page.getByRole('row', { name: new RegExp(TITLE) }).click()
  await expect(materials(page).getByRole('listitem')).toHaveCount(1)
  await expect(trainingPanel(page).getByRole('button', { name: /选择文件|移除/ })).toHaveCount(0)
  const out = newFile('讲义副本.txt')
  await answerSaveDialog(desk, out)
  await press(page, material(page, '五步法讲义.txt').getByRole('button', { name: /另存为/ }))
  await expect(page.getByText('已保存 讲义副本.txt')).toBeVisible()
  expect(fs.readFileSync(out, 'utf8')).toBe(WORDS)
  await pictureView(page, 'training-materials-mine')
})
