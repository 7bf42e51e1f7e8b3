import { expect, type Page, test } from '@playwright/test'
import { tabTo } from './cases.ts'
import { expectNoDialog, launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { storeWithQueue } from './queue-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithQueue() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

const grid = (page: Page) => page.getByRole('grid', { name: '工单' })
const rows = (page: Page) => grid(page).getByRole('row').filter({ hasText: '演示：' })
const search = (page: Page) => page.getByRole('combobox', { name: '搜索全部' })

test('one search finds cases by words, members by pinyin, initials, a slip and a piece of the number, and every command', async () => {
  const { page } = desk
  await expect(rows(page)).toHaveCount(4)
  await page.keyboard.press('Control+k')
  await search(page).pressSequentially('行李 破')
  const list = page.getByRole('listbox', { name: '搜索全部' })
  const cases = list.getByRole('group', { name: '工单' })
  await expect(cases.getByRole('option', { name: /行李破损/ })).toBeVisible()
  await expect(cases.getByRole('option', { name: /行李丢失/ })).toHaveCount(0)
  await expect(list.locator('mark').first()).toHaveText('行李破')
  await picture(page, 'search-cases')
  for (const [typed, shown] of [
    ['oyjy', '欧阳静怡'],
    ['anna smtih', 'Anna Smith'],
    ['5678', '欧阳静怡'],
    ['态度', '延误五小时'],
    ['tier:diamond', '行李破损'],
    ['锁定', '锁定'],
  ] as const) {
    await search(page).fill(typed)
    await expect(list.getByRole('option', { name: new RegExp(shown) }).first()).toBeVisible()
  }
  await search(page).fill('tier:purple 行李')
  await expect(page.getByText(/等级：不认识“purple”/)).toBeVisible()
  await picture(page, 'search-unknown')
  // Enter at once waits for the answer to what was typed.
  await search(page).fill('退票')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^TS-/ })).toBeVisible()
  await expect(page.getByText('演示：退票款未到').first()).toBeVisible()
  await expectNoDialog(page)
  await page.keyboard.press('Control+k')
  await search(page).fill('行李 kind:complaint')
  await expect(list.getByRole('option', { name: /行李丢失/ })).toBeVisible()
  await list.getByRole('option', { name: /在列表中查看全部/ }).click()
  await expect(page.getByRole('textbox', { name: /编号、电话/ })).toHaveValue('行李 kind:complaint')
  await expect(rows(page)).toHaveCount(2)
  await pictureView(page, 'queue-search')
  await page.getByRole('textbox', { name: /编号、电话/ }).fill('')
  await expect(rows(page)).toHaveCount(4)
})

test('one list holds what else waits: a to-do, a promise and a sub-task, each opened where it is worked on', async () => {
  const { page } = desk
  const lines = grid(page)
    .getByRole('row')
    .filter({ hasText: /查阅赔偿规定|电话说明赔偿进度|核对交接单/ })
  await expect(lines).toHaveText([/待办.*查阅赔偿规定/, /承诺.*欧阳静怡|承诺.*电话说明赔偿进度/, /协办.*核对交接单/])
  await expect(lines.getByRole('checkbox')).toHaveCount(0)
  await pictureView(page, 'queue-waits')
  const kinds = page.getByRole('combobox', { name: '种类' })
  await kinds.click()
  await page.getByRole('option', { name: '待办 1' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await grid(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '查阅赔偿规定' })).toBeVisible()
  await openPage(page, '工单')
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await kinds.click()
  await page.getByRole('option', { name: '全部种类' }).click()
  await page.getByRole('combobox', { name: '班组' }).click()
  await page.getByRole('option', { name: '我的班组' }).click()
  await expect(lines).toHaveCount(2)
  await page.getByRole('combobox', { name: '班组' }).click()
  await page.getByRole('option', { name: '全部人员' }).click()
  await expect(lines).toHaveCount(3)
})

test('the queue is grouped with numbers, saved as a view under a key, deleted and taken back', async () => {
  const { page } = desk
  await page.getByRole('combobox', { name: '分组' }).click()
  await page.getByRole('option', { name: '按等级' }).click()
  const strip = page.getByRole('group', { name: '分组计数' })
  await expect(strip.getByRole('button', { name: /钻石卡/ })).toContainText('1')
  await grid(page).focus()
  await page.keyboard.press(']')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('行李破损')
  await pictureView(page, 'queue-groups')
  await page.keyboard.press('Alt+v')
  await page.getByRole('textbox', { name: '名称' }).fill('演示按等级')
  await page.getByRole('combobox', { name: '快捷键' }).click()
  await page.getByRole('option', { name: 'Alt + 1' }).click()
  await page.getByRole('checkbox', { name: '与团队共享' }).check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expectNoDialog(page)
  await page.getByRole('combobox', { name: '分组' }).click()
  await page.getByRole('option', { name: '不分组' }).click()
  await expect(strip).toBeHidden()
  await openPage(page, '会员')
  await page.keyboard.press('Alt+1')
  await expect(strip).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('v')
  await expect(page.getByRole('button', { name: /^演示按等级/ })).toBeVisible()
  await picture(page, 'queue-views')
  await page.getByRole('button', { name: '删除“演示按等级”' }).click()
  await expect(page.getByText('还没有保存的视图')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+z')
  await grid(page).focus()
  await page.keyboard.press('v')
  await expect(page.getByRole('button', { name: /^演示按等级/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: '分组' }).click()
  await page.getByRole('option', { name: '不分组' }).click()
})

test('several cases are chosen by key, handed on with a preview, and taken back', async () => {
  const { page } = desk
  await expect(rows(page)).toHaveCount(4)
  await grid(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('region', { name: '批量操作' })
  await expect(bar).toContainText('已选 2 件')
  await page.keyboard.press('Control+a')
  await expect(bar).toContainText('已选 4 件')
  await pictureView(page, 'queue-chosen')
  await grid(page).focus()
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog', { name: '批量操作 4 件' })
  await dialog.getByRole('combobox', { name: '新责任人' }).click()
  await page.getByRole('option', { name: /演示李工/ }).click()
  await tabTo(page, dialog.getByRole('textbox', { name: '理由' }))
  await page.keyboard.type('演示：交接班')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('预览：3 件可办，1 件不可办')).toBeVisible()
  await expect(dialog.getByRole('row').filter({ hasText: '退票款未到' })).toContainText('责任人')
  await picture(page, 'queue-bulk')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已办理 3 件，1 件未办')).toBeVisible()
  await expect(rows(page).filter({ hasText: '演示李工' })).toHaveCount(4)
  await page.keyboard.press('Alt+z')
  await expect(page.getByText('已撤回 3 件')).toBeVisible()
  await expect(rows(page).filter({ hasText: '演示李工' })).toHaveCount(1)
})

test('a case shows what is new about it, who else has it open and who named me', async () => {
  const { page, app } = desk
  await expect(rows(page).filter({ hasText: '行李丢失' }).getByRole('img', { name: '有新变化' })).toBeVisible()
  await rows(page).filter({ hasText: '行李丢失' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^TS-/ })).toBeVisible()
  const opened = app.waitForEvent('window')
  await page.getByRole('button', { name: '个人菜单' }).click()
  await page.getByRole('menuitem', { name: '新建窗口' }).click()
  const second = await opened
  await expect(second.getByRole('grid', { name: '工单' })).toBeVisible()
  await rows(second).filter({ hasText: '行李丢失' }).click()
  await expect(page.getByText('也打开着：我的另一个窗口')).toBeVisible()
  await pictureView(page, 'queue-also-open')
  await second.close()
})
