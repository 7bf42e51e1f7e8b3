import { expect, test } from '@playwright/test'
import { launchDesk, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { memberFile } from './members.ts'
import { storeWithWords } from './search-said-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithWords() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

const field = () => desk.page.getByRole('combobox', { name: '搜索全部' })
const list = () => desk.page.getByRole('listbox', { name: '搜索全部' })
const group = (name: string) => list().getByRole('group', { name }).getByRole('option')

test('S3-57 Ctrl+K finds a case by what a note of it says, marked, and a member over two slips', async () => {
  const { page } = desk
  await page.keyboard.press('Control+k')
  await field().fill('雨水')
  await expect(group('工单').first()).toContainText('处理记录 · 演示：机长回忆行李舱进了雨水')
  await expect(group('工单').first().locator('mark')).toHaveText('雨水')
  await expect(group('工单').first()).toContainText('139****2222')
  await picture(page, 'search-note')
  await field().fill('chirstopher andersen')
  await expect(group('会员').first()).toContainText('Christopher Anderson')
})

test('a call that many newer ones hide comes by itself, after what is found at once', async () => {
  const { page } = desk
  await field().fill('轮椅服务')
  await expect(group('通话').first()).toContainText('询问轮椅服务')
  await expect(group('通话')).toHaveCount(1)
  await picture(page, 'search-older-call')
  await page.keyboard.press('Escape')
})

test('everybody who may speak for a member can be opened on the one screen, by the keyboard', async () => {
  const { page } = desk
  await page.keyboard.press('Control+k')
  await field().fill('HU100200300')
  await expect(group('会员').first()).toContainText('Christopher')
  await group('会员').first().click()
  const people = memberFile(page).getByRole('region', { name: '会员全貌' }).getByRole('listitem')
  const speakers = people.filter({ hasText: '演示' }).filter({ hasText: '助理' })
  await expect(speakers).toHaveCount(4)
  const more = memberFile(page).getByRole('button', { name: '另有 2 人' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(speakers).toHaveCount(6)
  await expect(memberFile(page).getByRole('button', { name: '收起' })).toBeFocused()
  await pictureView(page, 'member360-speakers')
})
