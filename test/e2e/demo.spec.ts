import { expect, test } from '@playwright/test'
import { pages } from '../../src/renderer/pages.ts'
import { expectDesk, expectLocked, launchDesk, lock, openPage, type RunningDesk } from './desk.ts'
import { pictureSmall, pictureView } from './look.ts'
import { memberFile } from './members.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  test.setTimeout(240_000)
  desk = await launchDesk({ args: ['--demo'] })
})
test.afterAll(() => desk.close())

/** Takes one of the accounts that the sign-in screen offers. */
async function enterAs(role: string): Promise<void> {
  await desk.page
    .getByRole('region', { name: /演示账号/ })
    .getByRole('button', { name: role })
    .first()
    .click()
  await desk.page.getByRole('button', { name: '登录并解锁' }).click()
  await expectDesk(desk.page)
}

test('a demo desk says so on every screen and offers its accounts, which are filled in with one press', async () => {
  const { page } = desk
  await expectLocked(page)
  await expect(page.getByText('演示数据')).toBeVisible()
  await pictureView(page, 'demo-sign-in')
  await enterAs('客服专员')
  await expect(page.getByText('演示数据')).toBeVisible()
})

test('an agent of the demo finds a queue full of life, and every case its whole way', async () => {
  const { page } = desk
  await openPage(page, '工单')
  const queue = page.getByRole('grid', { name: '工单' })
  expect(await queue.getByRole('row').count()).toBeGreaterThan(15)
  await pictureView(page, 'demo-cases')
  await page.getByRole('group', { name: '快速筛选' }).getByRole('button', { name: '我的' }).click()
  // Only cases have a box; what else waits opens on a page of its own.
  await queue
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })
    .first()
    .click()
  await expect(page.getByRole('region', { name: '时限' })).toBeVisible()
  await pictureView(page, 'demo-case')
  await openPage(page, '电话')
  await expect(page.getByRole('row').nth(10)).toBeVisible()
  await pictureView(page, 'demo-calls')
})

test('members of the demo have tiers, flights, calls and purchases', async () => {
  const { page } = desk
  await openPage(page, '会员')
  await expect(page.getByText('共 2,000 位')).toBeVisible()
  await pictureView(page, 'demo-members')
  await page.getByRole('row').nth(1).click()
  await expect(memberFile(page).getByRole('region', { name: '等级与权益' })).toBeVisible()
  await pictureView(page, 'demo-member')
})

test('a manager of the demo sees people, the audit log and members to be told', async () => {
  const { page } = desk
  await lock(page)
  await enterAs('部门经理')
  for (const [name, title] of [
    ['员工', 'demo-users'],
    ['审计日志', 'demo-audit'],
  ] as const) {
    await openPage(page, name)
    await expect(page.getByRole('row').nth(5)).toBeVisible()
    await pictureView(page, title)
  }
  await openPage(page, '等级')
  await page.getByRole('tab', { name: '告知会员' }).click()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await pictureView(page, 'demo-notices')
})

test('every page of a manager fits a small screen, also in the largest text, and no target is too small', async () => {
  test.setTimeout(240_000)
  const { page } = desk
  const isIn = (await page.getByRole('navigation', { name: '主导航' }).count()) > 0
  if (isIn) await lock(page)
  await enterAs('部门经理')
  for (const [id, { keys, roles }] of Object.entries(pages)) {
    if (!roles.some((role) => role === 'manager')) continue
    await page.getByRole('main').focus()
    for (const key of keys.split(' ')) await page.keyboard.press(key)
    await expect(page.getByRole('navigation', { name: '主导航' }).locator('[aria-current=page]')).toBeVisible()
    await pictureSmall(page, `page-${id}`)
  }
})
