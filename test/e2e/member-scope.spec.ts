import { expect, type Page, test } from '@playwright/test'
import { createStore, expectNoDialog, launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { pictureView } from './look.ts'
import { addPerson, choose, signInFirst } from './people.ts'
import { stored } from './stored.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

test('S3-129 a manager says who reads which members; an agent opens a member beyond in an emergency, and it waits for review', async () => {
  const { page } = desk
  const oneTime = await addPerson(page, { name: '演示李专员', login: 'li', role: '客服专员' })
  await stored(page, 'members.create', { card: 'HU8002', name: '演示孙客户', mobile: '13812345672' })
  await openPage(page, '数据安全')
  await tab(page, '会员查阅范围')
  await expect(page.getByText('尚未设定：人人可查阅全部会员')).toBeVisible()
  await choose(page, page.getByRole('combobox', { name: '客服专员', exact: true }), '本人正在服务的会员')
  await page.getByRole('textbox', { name: '调整原因' }).fill('按最小授权原则')
  await press(page, '保存')
  await expect(page.getByText('现行第 1 版')).toBeVisible()
  await expect(page.getByRole('list', { name: '历次设定' })).toContainText('按最小授权原则')
  await pictureView(page, 'member-scope-rule')
  await lock(page)
  await signInFirst(page, 'li', oneTime)
  await openPage(page, '会员')
  const search = page.getByRole('textbox', { name: '查找会员' })
  await search.fill('演示孙客户')
  await expect(page.getByText('没有找到会员')).toBeVisible()
  await search.fill('HU8002')
  await page.getByRole('row', { name: /\*/ }).first().click()
  await expect(page.getByText('此会员不在您的查阅范围内。确有紧急需要的')).toBeVisible()
  await pictureView(page, 'member-scope-beyond')
  await page.getByRole('textbox', { name: '紧急情况' }).fill('客户在机场突发疾病，须立即联系')
  await press(page, '紧急查阅此会员')
  await expect(page.getByText('HU8002').first()).toBeVisible()
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '数据安全')
  await tab(page, '授权记录')
  await page.getByText('紧急查阅 HU8002').click()
  await expect(page.getByText('客户在机场突发疾病，须立即联系').first()).toBeVisible()
  await pictureView(page, 'member-scope-review')
})

test('S2-10 a manager sees that a restricted case is there and whose it is, and names a reader for it', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'li')
  await stored(page, 'cases.open', {
    ...{ kind: 'complaint', channel: 'reportPhone', category: 'flight.delay', memberId: null },
    ...{ contactName: '演示举报人', contactPhone: '13800001234', anonymousReason: '不愿透露' },
    ...{ content: '演示：举报柜台收费', reason: '核查', demand: '核查', apologyGiven: true },
  })
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '数据安全')
  await tab(page, '受限工单')
  await page.getByRole('row', { name: /演示李专员/ }).click()
  await expect(page.getByText('您未获授权查阅其内容')).toBeVisible()
  await expect(page.getByText('演示：举报柜台收费')).toHaveCount(0)
  await press(page, '指定查阅人')
  const naming = page.getByRole('dialog', { name: '授予权限' })
  await expect(naming.getByRole('combobox', { name: '权限', exact: true })).toHaveValue('查阅受限工单')
  await expect(naming.getByRole('textbox', { name: '仅限工单（编号；留空即全部受限工单）' })).toHaveValue(/^\S+$/)
  await naming.getByRole('button', { name: '取消' }).click()
  await expectNoDialog(page)
  await pictureView(page, 'restricted-cases')
})
