import { expect, type Locator, type Page, test } from '@playwright/test'
import { registerCase } from './cases.ts'
import { expectDesk, expectNoDialog, launchDesk, makeStore, openPage, type RunningDesk } from './desk.ts'
import { picture } from './look.ts'
import { addPerson } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
})
test.afterAll(() => desk.close())

/** A picture of so many dots on the system's clipboard, as a program for screenshots leaves it. */
const copyPicture = (width: number, height: number) =>
  desk.app.evaluate(
    ({ clipboard, nativeImage }, { width, height }) => {
      const image = nativeImage.createFromBitmap(Buffer.alloc(width * height * 4, 160), { width, height })
      // The system's clipboard takes pictures too, which its typed side does not say.
      ;(clipboard as unknown as { writeImage(image: Electron.NativeImage): void }).writeImage(image)
    },
    { width, height },
  )

const evidence = (page: Page): Locator => page.getByRole('region', { name: '证明材料', exact: true })

test('after the store was made by hand the desk asks where to begin, and can open the demonstration beside it', async () => {
  const { app, page } = desk
  await makeStore(page)
  await expect(page.getByText('建立服务台：第 3 步，共 3 步')).toBeVisible()
  await expect(page.getByRole('button', { name: '导入会员资料' })).toBeFocused()
  await picture(page, 'guide-begin')
  await app.evaluate(({ app: program }) => {
    const noted = globalThis as unknown as { args?: string[]; quit?: () => void }
    noted.quit = program.quit
    program.relaunch = (options) => {
      noted.args = options?.args ?? []
    }
    program.quit = () => {}
  })
  await page.getByRole('button', { name: '打开演示服务台' }).click()
  const args = () => app.evaluate(() => (globalThis as unknown as { args?: string[] }).args ?? [])
  await expect.poll(args).toContain('--demo')
  await app.evaluate(({ app: program }) => {
    program.quit = (globalThis as unknown as { quit: () => void }).quit
  })
  await page.getByRole('button', { name: '从空白开始' }).click()
  await expectDesk(page)
})

test('the first page lists what is still to be set up, each with its way, until it is put away', async () => {
  const { page } = desk
  const list = page.getByRole('region', { name: '准备服务台' })
  await expect(list.getByRole('button', { name: '节假日表覆盖全年（已完成）' })).toBeVisible()
  await picture(page, 'guide-set-up')
  await list.getByRole('button', { name: '安排自动备份' }).click()
  await expect(page.getByRole('tab', { name: '备份', exact: false, selected: true })).toBeVisible()
  await openPage(page, '员工')
  await addPerson(page, { name: '李客服', login: 'li', role: '客服专员' })
  await openPage(page, '工单')
  await expect(list.getByRole('button', { name: '建立同事账号（已完成）' })).toBeVisible()
  await list.getByRole('button', { name: '收起清单' }).click()
  await expect(list).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()
})

test('tips come one at a time below the list and go for good', async () => {
  const { page } = desk
  const tip = page.getByRole('region', { name: '提示', exact: true })
  await expect(tip).toContainText('Ctrl+K')
  for (let left = 4; left > 0; left -= 1) await tip.getByRole('button', { name: '下一条提示' }).click()
  await tip.getByRole('button', { name: '知道了' }).click()
  await expect(tip).toBeHidden()
  await page.reload()
  await expectDesk(page)
  await expect(page.getByRole('region', { name: '准备服务台' })).toBeHidden()
  await expect(tip).toBeHidden()
})

test('a screenshot pasted anywhere in the form of a new case goes in with it', async () => {
  const { page } = desk
  await copyPicture(40, 30)
  await page.getByRole('main').focus()
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await page.getByRole('textbox', { name: '非会员原因' }).press('Control+v')
  const files = page.getByRole('group', { name: '随登记添加的材料' })
  await expect(files.getByRole('button', { name: /^去掉 .*\.png$/ })).toBeVisible()
  await picture(page, 'guide-paste-new')
  await registerCase(page, {
    kind: '投诉',
    category: '行李破损',
    content: '行李在海口机场破损，轮子断裂',
    demand: '赔偿',
    ticks: ['已致歉安抚'],
  })
  await expect(evidence(page)).toContainText('1 件')
})

test('a screenshot pasted on a case is looked at, named, attached and taken back', async () => {
  const { page } = desk
  await copyPicture(60, 40)
  await page.getByRole('main').focus()
  await page.keyboard.press('Control+v')
  const dialog = page.getByRole('dialog', { name: '添加粘贴的材料' })
  const image = dialog.getByRole('img', { name: /png$/ })
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(60)
  await expect(dialog.getByRole('textbox', { name: '名称' })).toBeFocused()
  await dialog.getByRole('textbox', { name: '名称' }).fill('轮子照片')
  await picture(page, 'guide-paste')
  await page.keyboard.press('Enter')
  await expectNoDialog(page)
  const piece = evidence(page).getByRole('listitem').filter({ hasText: '轮子照片.png' })
  await expect(piece).toContainText('图片')
  await page.keyboard.press('Alt+z')
  await expect(piece).toContainText('已撤回')
})
