import { expect, test } from '@playwright/test'
import { launchDesk, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { storeWithSurge } from './patterns-store.ts'
import { choose } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithSurge('HU7609') })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

test('S4-141 a flight that is complained of more than usual is warned of, with the numbers in words', async () => {
  const { page } = desk
  await openPage(page, '异常预警')
  await page.getByRole('button', { name: '立即检查' }).click()
  const list = page.getByRole('grid', { name: '异常预警' })
  await list.getByRole('row', { name: /航班.*HU7609/ }).click()
  const panel = page.getByRole('region', { name: '预警：HU7609' })
  await expect(panel).toContainText('“HU7609”有 6 件投诉')
  await expect(panel).toContainText('此前 12 个 7 天平均 0.0 件')
  await expect(panel.getByRole('region', { name: '涉及的投诉' }).getByRole('listitem')).toHaveCount(6)
  await pictureView(page, 'patterns')
  await resize(desk.app, { width: 1024, height: 680 })
  await picture(page, 'small.patterns')
  await resize(desk.app, { width: 1440, height: 900 })
})

test('the warning is taken up, what was found is recorded, and it is closed', async () => {
  const { page } = desk
  const panel = page.getByRole('region', { name: '预警：HU7609' })
  await choose(page, panel.getByRole('combobox', { name: '负责人' }), /王经理/)
  await panel.getByRole('button', { name: '接手' }).click()
  await expect(panel).toContainText('王经理 于')
  await panel.getByRole('textbox', { name: '查明的情况' }).fill('执飞飞机连续故障')
  await panel.getByRole('button', { name: '保存查明结果' }).click()
  await panel.getByRole('textbox', { name: '结案说明与措施' }).fill('已更换执飞飞机')
  await picture(page, 'patterns-handling')
  await panel.getByRole('button', { name: '关闭预警' }).click()
  await expect(panel).toBeHidden()
  await page.getByRole('radiogroup', { name: '状态' }).getByText('已关闭').click()
  await page.getByRole('row', { name: /HU7609/ }).click()
  await expect(panel).toContainText('已更换执飞飞机')
})
