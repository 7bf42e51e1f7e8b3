import { expect, test } from '@playwright/test'
import { newCaseByKey, openByNumber, registerCase } from './cases.ts'
import { createStore, launchDesk, lock, openPage, type RunningDesk, resize, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { createMember } from './members.ts'
import { handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let first = ''
let second = ''

test.beforeAll(async () => {
  desk = await launchDesk()
  const { page } = desk
  await createStore(page)
  await createMember(page, { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: '钻石' })
  await handOver(page, { name: '李客服', login: 'li', role: '客服专员' })
})
test.afterAll(() => desk.close())

const related = () => desk.page.getByRole('region', { name: '相关工单' })
const proposals = () => related().getByRole('list', { name: '可能相关' })

async function register(category: string, content: string): Promise<string> {
  const { page } = desk
  await openPage(page, '工单')
  await newCaseByKey(page)
  await page.getByRole('textbox', { name: '会员', exact: true }).fill('ouyang')
  await page.getByRole('option', { name: /欧阳静怡/ }).click()
  return await registerCase(page, { kind: '投诉', category, content, demand: '书面说明', ticks: ['已致歉安抚'] })
}

test('S1-48 a case proposes what may belong to it and says why; one key links the first, and the keyboard chooses another', async () => {
  const { page } = desk
  first = await register('行李破损', '托运的红色行李箱把手断裂，到达厅无人受理')
  second = await register('航班延误', 'HU7609 延误四小时，无人说明原因')
  const own = await register('行李破损', '红色行李箱把手断裂，再次来电催问')
  await expect(proposals().getByRole('listitem')).toHaveCount(2)
  await expect(proposals().getByRole('listitem').first()).toContainText(second)
  await expect(proposals().getByRole('listitem').last()).toContainText(/同一会员.*相同文字：红色行李箱把手断裂/)
  await expect(related()).toContainText('AltL')
  await pictureView(page, 'case-links')

  await page.getByRole('main').focus()
  await page.keyboard.press('Alt+Shift+L')
  await page.keyboard.press('Alt+Shift+L')
  await expect(proposals().getByRole('button', { name: `关联 ${first}` })).toBeFocused()
  await page.keyboard.press('Alt+l')
  await expect(related().getByRole('button', { name: `撤销关联 ${first}` })).toBeVisible()
  await expect(proposals().getByRole('listitem')).toHaveCount(1)
  expect(await related().evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Alt+l')
  await expect(related().getByRole('button', { name: `撤销关联 ${second}` })).toBeVisible()
  await expect(proposals()).toHaveCount(0)
  await expect(page.getByRole('region', { name: '全过程' })).toContainText(`关联 ${second}`)
  await page.keyboard.press('Alt+z')
  await expect(proposals().getByRole('listitem')).toContainText(second)
  await expect(page.getByRole('region', { name: '全过程' })).toContainText(`撤销与 ${second} 的关联`)
  await picture(page, 'case-linked')

  await openByNumber(page, first)
  await related()
    .getByRole('button', { name: `撤销关联 ${own}` })
    .focus()
  await page.keyboard.press('Enter')
  await expect(proposals()).toContainText(own)
})

test('S1-40 one key claims a case that nobody has and takes over one of somebody else; who may not is told why', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'boss')
  await openByNumber(page, first)
  await expect(page.getByRole('button', { name: /^接管/ })).toBeVisible()
  await pictureView(page, 'case-claim')
  await page.getByRole('main').focus()
  await page.keyboard.press('Alt+a')
  await expect(page.getByText(`${first} 现由您负责`)).toBeVisible()
  await expect(page.getByRole('button', { name: /^接管/ })).toHaveCount(0)
  await expect(page.getByRole('region', { name: '全过程' })).toContainText('接管，由本人处理')

  await openPage(page, '工单')
  await page.getByRole('grid', { name: '工单' }).focus()
  const claim = page.getByRole('button', { name: /^接管 TS-/ })
  for (let rows = 0; rows < 3 && !(await claim.filter({ hasText: second }).isVisible()); rows++)
    await page.keyboard.press('j')
  await expect(claim).toContainText(second)
  await expect(page.getByText(`${first} 现由您负责`)).toHaveCount(0)
  await picture(page, 'queue-claim')
  await page.keyboard.press('Alt+a')
  await expect(page.getByText(`${second} 现由您负责`)).toBeVisible()
  await expect(claim.filter({ hasText: second })).toHaveCount(0)
  await resize(desk.app, { width: 1024, height: 680 })
  await openByNumber(page, second)
  await picture(page, 'small.case-links')
  await resize(desk.app, { width: 1440, height: 900 })

  await lock(page)
  await signIn(page, 'li')
  await openByNumber(page, first)
  await expect(page.getByRole('button', { name: /^接管/ })).toHaveCount(0)
  await page.getByRole('main').focus()
  await page.keyboard.press('Alt+a')
  await expect(page.getByText('只有责任人或主管可以进行此操作。', { exact: true })).toBeVisible()
})
