import fs from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { openByNumber, stage } from './cases.ts'
import { launchDesk, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { answerOpenDialog, answerSaveDialog, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { storeWithAnswers } from './surveys-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let waiting: string

test.beforeAll(async () => {
  const store = await storeWithAnswers()
  waiting = store.waiting
  desk = await launchDesk({ folder: store.folder })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

const panel = (page: Page): Locator => page.getByRole('region', { name: '客户满意度', exact: true })
const pick = (form: Locator, question: RegExp, answer: string) =>
  form.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check()
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()

test('S1-51 S4-133 S4-136 the customer is interviewed on the page of the case, with the questions on the screen', async () => {
  const { page } = desk
  await openByNumber(page, waiting)
  await panel(page).getByRole('button', { name: '客户满意度' }).click()
  const measures = panel(page).getByRole('region', { name: '客户是否认可处理措施' })
  await measures.getByRole('textbox', { name: '客户的意见' }).fill('认可书面说明与致歉')
  await measures.getByRole('button', { name: '认可', exact: true }).click()
  await expect(measures).toContainText('认可书面说明与致歉')
  await panel(page).getByRole('button', { name: '开始电话访谈' }).click()
  const form = panel(page).getByRole('form', { name: '投诉处理满意度调查' })
  await form.getByRole('textbox', { name: '说明（可不填）' }).fill('占线')
  await form.getByRole('button', { name: '未联系上' }).click()
  await expect(form).toContainText('已尝试 1 次')
  await form.getByRole('button', { name: '保存回答' }).click()
  await expect(form.getByText('必填').first()).toBeVisible()
  await pick(form, /问题是否已经解决/, '部分解决')
  await pick(form, /处理结果满意/, '2')
  await pick(form, /处理过程/, '4')
  await pick(form, /接待您的客服/, '5')
  await pick(form, /整体服务/, '3')
  await pick(form, /认可我们采取的处理措施/, '是')
  await form.getByRole('textbox', { name: /意见或建议/ }).fill('希望有人早一点联系我')
  await pictureView(page, 'surveys-interview')
  await form.getByRole('button', { name: '保存回答' }).click()
  await expect(page.getByText('其中有不满意的评价')).toBeVisible()
  await expect(stage(page)).toHaveText('待回访')
  await expect(panel(page)).toContainText('希望有人早一点联系我')
  await expect(panel(page)).toContainText('结果 2 · 过程 4 · 整体 3')
  await expect(panel(page).getByRole('form', { name: '如何处理这次不满意' })).toBeVisible()
})

test('S1-55 poor answers wait in a list until somebody decides: a follow-up, or an improvement item', async () => {
  const { page } = desk
  await openPage(page, '客户满意度')
  await tab(page, '客户回答')
  const list = page.getByRole('grid', { name: '客户回答' })
  await expect(list.getByRole('row', { name: /待决定/ })).toHaveCount(2)
  await list.getByRole('row', { name: /结果 2 · 过程 4/ }).click()
  const detail = page.getByRole('region', { name: /^回答 [2-9A-Z]{6}$/ })
  await expect(detail).toContainText('部分解决')
  await detail.getByRole('textbox', { name: '说明' }).fill('由责任人补充书面说明')
  await pictureView(page, 'surveys-poor')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.surveys-poor')
  await resize(desk.app, { width: 1440, height: 900 })
  await detail.getByRole('button', { name: '决定' }).click()
  await expect(list.getByRole('row', { name: /待决定/ })).toHaveCount(1)
  await list.getByRole('row', { name: /待决定/ }).click()
  await choose(page, detail.getByRole('combobox', { name: '决定' }), '列为改进项')
  await detail.getByRole('textbox', { name: '说明' }).fill('联系时限须写入流程')
  await detail.getByRole('button', { name: '决定' }).click()
  await expect(
    page
      .getByText(/客户评价不满意/)
      .or(page.getByRole('dialog'))
      .first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')
})

test('S5-34 S5-35 S5-70 S1-81 results stand apart for handling and service, with intervals, by month and agent', async () => {
  const { page } = desk
  await openPage(page, '客户满意度')
  await expect(page.getByText('结果满意度（满意率）')).toBeVisible()
  await expect(page.getByText('过程满意度（满意率）')).toBeVisible()
  await expect(page.getByText(/95% 区间/).first()).toBeVisible()
  await choose(page, page.getByRole('combobox', { name: '分组' }), '客服')
  await expect(page.getByRole('grid', { name: '结果' }).getByRole('row', { name: /王经理/ })).toContainText('6')
  await pictureView(page, 'surveys-results')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.surveys-results')
  await resize(desk.app, { width: 1440, height: 900 })
  await page.getByRole('radiogroup', { name: '范围' }).getByText('服务满意度').click()
  await expect(page.getByText('这段时间没有回答')).toBeVisible()
  await page.getByRole('radiogroup', { name: '范围' }).getByText('投诉处理满意度').click()
})

test('S1-52 an SMS list is looked at, written, and the answers that come back are taken in with each bad row named', async () => {
  const { page } = desk
  await tab(page, '发放与回收')
  await page.getByRole('button', { name: '查看名单' }).click()
  const preview = page.getByRole('region', { name: '将被询问的客户' })
  await expect(preview).toContainText('可询问 3')
  await expect(preview).toContainText('此事已询问 2')
  await page.getByRole('textbox', { name: '用途' }).fill('月度投诉处理满意度调查')
  await pictureView(page, 'surveys-list')
  const out = newFile('sms.csv')
  await answerSaveDialog(desk, out)
  await page.getByRole('button', { name: '生成名单文件' }).click()
  await expect(page.getByText('已生成 sms.csv，共 3 人')).toBeVisible()
  const [head = '', first = '', second = ''] = fs
    .readFileSync(out, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\r\n')
  expect(head).toBe('ref,name,mobile,language,text')
  const file = newFile('answers.csv')
  const rows = [
    'ref,solved,result,process,agent,overall',
    `${first.slice(0, 6)},yes,5,5,5,5`,
    `${second.slice(0, 6)},yes,9,5,5,5`,
    'ZZZZZZ,yes,5,5,5,5',
  ]
  fs.writeFileSync(file, rows.join('\n'))
  await answerOpenDialog(desk, file)
  await page.getByRole('button', { name: '导入回答' }).click()
  await expect(page.getByText('共 3 行，已导入 1 行，未导入 2 行')).toBeVisible()
  const report = page.getByRole('table', { name: '导入结果' })
  await expect(report.getByRole('row', { name: /回答不在题目的选项内/ })).toHaveCount(1)
  await expect(report.getByRole('row', { name: /ZZZZZZ.*没有这个编号/ })).toHaveCount(1)
  await expect(page.getByRole('grid', { name: '已生成的名单' }).getByRole('row', { name: /sms.csv/ })).toContainText(
    '1',
  )
  await pictureView(page, 'surveys-returns')
})

test('S1-54 S3-110 S4-117 a questionnaire is edited and published as a new version, and a survey by schedule is set up', async () => {
  const { page } = desk
  await tab(page, '问卷')
  const forms = page.getByRole('grid', { name: '问卷' })
  await forms.getByRole('row', { name: /投诉处理满意度调查/ }).click()
  const detail = page.getByRole('region', { name: /^问卷 handling@/ })
  await pictureView(page, 'surveys-form')
  await detail.getByRole('button', { name: '修改' }).click()
  await detail.getByRole('button', { name: '增加题目' }).click()
  const question = detail.getByRole('group', { name: '第 9 题' })
  await question.getByRole('textbox', { name: '编号' }).fill('wait')
  await question.getByRole('textbox', { name: '中文题目' }).fill('您对等待时间满意吗？')
  await question.getByRole('textbox', { name: '英文题目' }).fill('How satisfied are you with the waiting time?')
  await detail.getByRole('textbox', { name: '修改说明' }).fill('增加等待时间一题')
  await pictureView(page, 'surveys-editor')
  await detail.getByRole('button', { name: '保存草稿' }).click()
  await expect(forms.getByRole('row', { name: /草稿/ })).toHaveCount(1)
  await expect(detail.getByRole('radiogroup', { name: '您对等待时间满意吗？' })).toBeVisible()
  await detail.getByRole('button', { name: '发布' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(确认|发布)$/ })
    .click()
  await expect(forms.getByRole('row', { name: /2 使用中/ })).toHaveCount(1)
  await expect(forms.getByRole('row', { name: /1 旧版/ })).toHaveCount(1)

  await tab(page, '定期调查')
  await page.getByRole('button', { name: '新增定期调查' }).click()
  const scheme = page.getByRole('region', { name: '定期调查' }).first()
  await scheme.getByRole('textbox', { name: '名称' }).fill('月度员工满意度调查')
  await scheme.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('grid', { name: '定期调查' }).getByRole('row', { name: /到期/ })).toHaveCount(1)
  await page.getByRole('row', { name: /月度员工满意度调查/ }).click()
  await expect(scheme.getByRole('textbox', { name: '名称' })).toHaveValue('月度员工满意度调查')
  await pictureView(page, 'surveys-scheme')
  await scheme.getByRole('button', { name: '按此生成名单' }).click()
  await expect(page.getByRole('combobox', { name: '抽样' })).toHaveValue('每位客服随机抽取')
  await expect(page.getByRole('textbox', { name: '随机数种子' })).toHaveValue(/^\d+$/)
  await page.getByRole('button', { name: '返回', exact: true }).click()
})
