import { expect, type Locator, type Page, test } from '@playwright/test'
import { HOUR } from '../../src/shared/time.ts'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { press } from './keyboard.ts'
import { picture } from './look.ts'
import { pastDesk } from './past-desk.ts'
import { stored } from './stored.ts'

let desk: RunningDesk
test.afterEach(() => desk.close())

/** A partner with a contact, a product with a price, somebody named for a category, and a to-do. */
async function storeToActIn() {
  const past = await pastDesk(HOUR)
  const [boss] = await past.call('users.list', {})
  if (!boss) throw new Error('the manager is missing')
  const partner = await past.call('partners.save', {
    partner: { kind: 'hotel', name: '海湾酒店（演示）', cooperation: '协议价', ownerId: boss.id, state: 'active' },
  })
  const contact = { name: '何经理', post: '销售', phone: '13800000000', email: 'he@example.com' }
  await past.call('partners.addContact', { partnerId: partner.id, contact })
  const product = await past.call('products.add', {
    ...{ kind: 'lounge', fromDay: '2026-01-01', name: '休息室单次券', summary: '含简餐', state: 'offered' },
  })
  await past.call('products.addPrice', {
    ...{ productId: product.id, kind: 'base', name: '基准价', fromDay: '2026-01-01', fen: 60_000 },
  })
  await past.call('workflow.setSpecialist', {
    ...{ category: 'flight', specialistId: boss.id, deputyId: null, department: 'vip' },
  })
  await past.call('todos.add', { userId: boss.id, title: '查阅赔偿规定', dueAt: past.now() + 20 * HOUR })
  await past.close()
  return { folder: past.folder, partnerId: partner.id, productId: product.id }
}

/** Presses what ends something, waits until it is stored, takes it back by the key, and waits for the former state. */
async function endAndTakeBack(page: Page, button: Locator, told: RegExp, read: () => Promise<object>): Promise<void> {
  const before = await read()
  await press(page, button)
  const bar = page.getByRole('status').filter({ hasText: told })
  await expect(bar).toBeVisible()
  expect(await read()).not.toEqual(before)
  await page.keyboard.press('Alt+z')
  await expect(bar).toHaveCount(0)
  await expect.poll(read).toEqual(before)
  await expect(button).toBeVisible()
}

test('four acts that end something are each taken back by one key, and what was stored before is stored again', async () => {
  const { folder, partnerId, productId } = await storeToActIn()
  desk = await launchDesk({ folder })
  const { page } = desk
  await signIn(page, 'boss')

  await openPage(page, '产品与伙伴')
  await page.getByRole('row', { name: /休息室单次券/ }).click()
  await endAndTakeBack(page, page.getByRole('button', { name: '停用“基准价”' }), /基准价/, async () =>
    (await stored(page, 'products.show', { id: productId })).prices.map(({ name, isEnded }) => ({ name, isEnded })),
  )
  await page.getByRole('tab', { name: '合作伙伴' }).click()
  await page.getByRole('row', { name: /海湾酒店/ }).click()
  const remove = page.getByRole('list', { name: '联系人' }).getByRole('button', { name: /何经理/ })
  await endAndTakeBack(
    page,
    remove,
    /何经理/,
    async () => (await stored(page, 'partners.show', { id: partnerId })).contacts,
  )

  await openPage(page, '处理流程')
  await page.getByRole('radiogroup', { name: '显示' }).getByText('分类专人').click()
  const named = page.getByRole('table', { name: '分类专人' }).getByRole('button', { name: '取消' })
  await endAndTakeBack(page, named, /不再有专人/, () => stored(page, 'workflow.specialists', {}))

  await openPage(page, '待办与例会')
  await page.getByRole('row', { name: /查阅赔偿规定/ }).click()
  const withdraw = page
    .getByRole('region', { name: '待办：查阅赔偿规定' })
    .getByRole('button', { name: '撤销', exact: true })
  await endAndTakeBack(page, withdraw, /已撤销待办“查阅赔偿规定”/, async () =>
    (await stored(page, 'todos.list', { list: 'mine', withEnded: true })).map(({ title, state }) => ({ title, state })),
  )
  await picture(page, 'undo-after')
})
