import { expect, test } from '@playwright/test'
import { createStore, expectNoDialog, launchDesk, openPage, type RunningDesk, resize } from './desk.ts'
import { picture, pictureView } from './look.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

test('S3-49 S5-55 a manager edits the greeting and the hotlines; a second window shows what was saved', async () => {
  const { app, page } = desk
  await openPage(page, '工作台设置')
  await pictureView(page, 'settings')
  await page.getByRole('textbox', { name: '中文问候语' }).fill('{title}，您好！VIP 专线很高兴为您服务。')
  await expect(page.getByText('示例：王先生，您好！VIP 专线很高兴为您服务。')).toBeVisible()
  await page.getByRole('button', { name: '新增热线' }).click()
  await page.getByRole('textbox', { name: '名称' }).fill('VIP 专线')
  await page.getByRole('textbox', { name: '号码' }).fill('95539-1')
  const opened = app.waitForEvent('window')
  await page.getByRole('button', { name: /个人菜单/ }).click()
  await page.getByRole('menuitem', { name: '新建窗口' }).click()
  const second = await opened
  await openPage(second, '工作台设置')
  await expect(second.getByRole('textbox', { name: '名称' })).toHaveCount(0)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('有未保存的更改')).toBeHidden()
  await expect(second.getByRole('textbox', { name: '名称' })).toHaveValue('VIP 专线')
  await expect(second.getByRole('textbox', { name: '中文问候语' })).toHaveValue(
    '{title}，您好！VIP 专线很高兴为您服务。',
  )
  await second.close()
})

test('the answering target is set in rings, shown in seconds; leaving changes out keeps the old value', async () => {
  const { page } = desk
  await page.getByRole('textbox', { name: '接听目标：铃响几声以内' }).fill('4')
  await expect(page.getByText('即等待不超过 12 秒算按时接听')).toBeVisible()
  await page.getByRole('button', { name: '放弃更改' }).click()
  await expect(page.getByText('即等待不超过 9 秒算按时接听')).toBeVisible()
})

test('S3-47 a tier gets an answering target of its own, and gives it up again', async () => {
  const { page } = desk
  const tiers = page.getByRole('group', { name: '按会员等级另设的接听目标' })
  await expect(tiers.getByRole('textbox', { name: '金卡' })).toHaveAttribute('placeholder', '同上：3 声')
  await tiers.getByRole('textbox', { name: '钻石' }).fill('2')
  await tiers.getByRole('textbox', { name: '金卡' }).fill('5')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('有未保存的更改')).toBeHidden()
  await openPage(page, '员工')
  await openPage(page, '工作台设置')
  await expect(tiers.getByRole('textbox', { name: '钻石' })).toHaveValue('2 声')
  await tiers.getByRole('textbox', { name: '金卡' }).fill('')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('有未保存的更改')).toBeHidden()
  await openPage(page, '员工')
  await openPage(page, '工作台设置')
  await expect(tiers.getByRole('textbox', { name: '金卡' })).toHaveValue('')
  await picture(page, 'settings-tiers')
})

test('a hotline without a number is refused at its field', async () => {
  const { page } = desk
  await page.getByRole('button', { name: '新增热线' }).click()
  await page.getByRole('textbox', { name: '名称' }).nth(1).fill('投诉专线')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('textbox', { name: '号码' }).nth(1)).toHaveAttribute('aria-invalid', 'true')
  await picture(page, 'settings-refused')
  await page.getByRole('button', { name: '放弃更改' }).click()
})

test('pages are reached by their keys, by the palette and back again', async () => {
  const { page } = desk
  const title = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByRole('main').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('v')
  await title('关于')
  await pictureView(page, 'about')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索全部' }).pressSequentially('审计')
  await picture(page, 'palette')
  await page.keyboard.press('Enter')
  await title('审计日志')
  await expectNoDialog(page)
  await page.keyboard.press('Alt+ArrowLeft')
  await title('关于')
})

test('the sheet of keys opens with ? and closes with Escape', async () => {
  const { page } = desk
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible()
  await picture(page, 'keys')
  await page.keyboard.press('Escape')
  await expectNoDialog(page)
})

test('nothing is cut off in the smallest window, and the navigation folds away', async () => {
  const { app, page } = desk
  await resize(app, { width: 1024, height: 680 })
  for (const name of ['工作台设置', '员工', '审计日志', '导出与备份', '关于']) {
    await openPage(page, name)
    await picture(page, `small.${name}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(1024)
  }
  await page.getByRole('button', { name: '收起导航' }).click()
  await picture(page, 'small.folded')
  await page.getByRole('button', { name: '展开导航' }).click()
})
