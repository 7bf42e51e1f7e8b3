import { expect, test } from '@playwright/test'
import { createStore, expectNoDialog, launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { createMember, memberFile } from './members.ts'
import { choose, handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

const OUYANG = { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', identity: '46010019850612106X' }

test('S3-30 S3-71 a manager opens a file and puts the member on the VIP list, which says why and since when', async () => {
  const { page } = desk
  await createMember(page, { card: 'HU600100201', name: '张伟', mobile: '13900001111' })
  await createMember(page, { ...OUYANG, tier: '钻石', care: '对海鲜过敏；请称呼“欧阳总”' })
  const file = memberFile(page)
  await expect(file).toContainText('钻石')
  await expect(file.getByRole('region', { name: '等级与权益' })).toContainText('年度飞行里程达标')
  await expect(file.getByRole('region', { name: '服务提示' })).toContainText('对海鲜过敏')
  await pictureView(page, 'members')
  await file.getByRole('button', { name: '关闭' }).click()
  const row = page.getByRole('row', { name: /欧阳静怡/ })
  await expect(row).toContainText('年度飞行里程达标')
  await expect(row).toContainText(/\d{4}\/\d{2}\/\d{2}/)
})

test('a wrong identity number and a card that is taken are refused at the form', async () => {
  const { page } = desk
  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog', { name: '新建会员' })
  await form.getByRole('textbox', { name: '卡号' }).fill(OUYANG.card)
  await form.getByRole('textbox', { name: '姓名' }).fill('李四')
  await choose(page, form.getByRole('combobox', { name: '证件类型' }), '居民身份证')
  await form.getByRole('textbox', { name: '证件号码' }).fill('110105199003070021')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('身份证号码校验位不对，请核对')).toBeVisible()
  await picture(page, 'members-refused')
  await form.getByRole('textbox', { name: '证件号码' }).fill('')
  await choose(page, form.getByRole('combobox', { name: '证件类型' }), '—')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText(`卡号 ${OUYANG.card} 已有档案。`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
})

test('the member is found by whatever a caller can name, from the keyboard, and from every page', async () => {
  const { page } = desk
  const found: Record<string, string> = {}
  for (const typed of ['13812345678', '5678', '138 1234', OUYANG.card, '欧阳', '静怡', 'ouyang', 'oyjy', '106X']) {
    await page.getByRole('main').focus()
    await page.keyboard.press('/')
    await page.keyboard.type(typed)
    const hits = page.getByRole('grid', { name: `“${typed}”的查找结果` })
    await expect(hits.getByRole('row')).toHaveCount(2)
    await expect(hits).not.toContainText('正在读取')
    found[typed] = (await hits.getByRole('row').nth(1).getByRole('gridcell').nth(0).innerText()).trim()
    await page.keyboard.press('Escape')
  }
  expect(new Set(Object.values(found))).toEqual(new Set([OUYANG.name]))
  await openPage(page, '关于')
  await page.keyboard.press('/')
  await page.keyboard.type('oyjy')
  await expect(page.getByRole('option', { name: /欧阳静怡/ })).toBeVisible()
  await picture(page, 'members-find')
  await page.keyboard.press('Enter')
  await expect(memberFile(page).getByRole('heading', { name: OUYANG.name })).toBeVisible()
})

test('S3-132 numbers are masked; showing one asks for a reason, which stands in the audit log', async () => {
  const { page } = desk
  const basics = memberFile(page).getByRole('region', { name: '基本信息' })
  await expect(basics).toContainText('138****5678')
  await expect(basics).not.toContainText('13812345678')
  await basics.getByRole('button', { name: '显示手机' }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('x')
  await page.getByRole('button', { name: '显示', exact: true }).click()
  await expect(page.getByText(/请写明理由，至少 \d+ 个字/)).toBeVisible()
  await picture(page, 'members-reveal')
  await page.getByRole('textbox', { name: '理由' }).fill('会员要求核对手机号码')
  await page.keyboard.press('Enter')
  await expect(basics).toContainText('13812345678')
  await openPage(page, '审计日志')
  await page
    .getByRole('row', { name: /查看完整|完整号码|显示/ })
    .first()
    .click()
  const entry = page.getByRole('region', { name: /第 \d+ 条记录/ })
  await expect(entry).toContainText('会员要求核对手机号码')
  await expect(entry).not.toContainText('13812345678')
})

test('two people edit the same file: the second is told and overwrites nothing', async () => {
  const { app, page } = desk
  await openPage(page, '会员')
  await page.getByRole('row', { name: /欧阳静怡/ }).click()
  await memberFile(page).getByRole('button', { name: '编辑' }).click()
  const first = page.getByRole('dialog', { name: /编辑会员档案/ })
  await first.getByRole('textbox', { name: '城市' }).fill('海口')
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) => {
    void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("window.desk.call('shell.newWindow', {})")
  })
  const second = await opened
  await openPage(second, '会员')
  await second.getByRole('row', { name: /欧阳静怡/ }).click()
  await memberFile(second).getByRole('button', { name: '编辑' }).click()
  const other = second.getByRole('dialog', { name: /编辑会员档案/ })
  await other.getByRole('textbox', { name: '城市' }).fill('三亚')
  await other.getByRole('button', { name: '保存' }).click()
  await expect(memberFile(second)).toContainText('三亚')
  await first.getByRole('button', { name: '保存' }).click()
  await expect(first.getByRole('alert')).toContainText('他人刚刚修改了这份档案')
  await picture(page, 'members-conflict')
  await first.getByRole('button', { name: '重新读取' }).click()
  await expect(first.getByRole('textbox', { name: '城市' })).toHaveValue('三亚')
  await page.keyboard.press('Escape')
  await second.close()
})

test('S3-73 contacts, consent and purchases are recorded in the file', async () => {
  const { page } = desk
  const file = memberFile(page)
  await file.getByRole('button', { name: '增加联系人' }).click()
  await file.getByRole('textbox', { name: '号码或地址' }).fill('13911112222')
  await file.getByRole('textbox', { name: '姓名或说明' }).fill('林助理')
  await file.getByRole('checkbox', { name: '会员授权此人代办' }).check()
  await file.getByRole('region', { name: '联系人' }).getByRole('button', { name: '保存' }).click()
  await expect(file.getByRole('region', { name: '联系人' })).toContainText('林助理')
  await file.getByRole('button', { name: '记录授权' }).click()
  await file.getByRole('button', { name: '同意', exact: true }).click()
  await expect(file.getByRole('region', { name: '个人信息授权' })).toContainText('已授权')
  await file.getByRole('button', { name: '登记消费' }).click()
  await file.getByRole('textbox', { name: '内容' }).fill('海口—北京 公务舱')
  await file.getByRole('textbox', { name: '金额（元）' }).fill('4280.50')
  await file.getByRole('region', { name: '消费' }).getByRole('button', { name: '保存' }).click()
  await expect(file.getByRole('region', { name: '消费' })).toContainText('4,280.50')
  await pictureView(page, 'members-file')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.members-file')
  await resize(desk.app, { width: 1440, height: 900 })
})

test('an agent sees tier and benefits, and does not see what only leads may', async () => {
  const { page } = desk
  await handOver(page, { name: '李客服', login: 'li', role: '客服专员' })
  await openPage(page, '会员')
  await page.getByRole('button', { name: '新建会员' }).click()
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'VIP等级' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('row', { name: /欧阳静怡/ }).click()
  await expect(memberFile(page).getByRole('region', { name: '等级与权益' })).toContainText('钻石')
  await lock(page)
  await signIn(page, 'boss')
})
