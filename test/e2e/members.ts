import { expect, type Page } from '@playwright/test'
import { expectNoDialog, openPage } from './desk.ts'
import { choose } from './people.ts'

export type NewMember = {
  card: string
  name: string
  mobile?: string
  identity?: string
  tier?: '钻石' | '白金' | '金卡' | '银卡'
  care?: string
}

/** Opens a file for a member through the window, as a lead or manager does; the file is open afterwards. */
export async function createMember(page: Page, { card, name, mobile, identity, tier, care }: NewMember): Promise<void> {
  await openPage(page, '会员')
  await page.getByRole('button', { name: '新建会员' }).click()
  const form = page.getByRole('dialog', { name: '新建会员' })
  await form.getByRole('textbox', { name: '卡号' }).fill(card)
  await form.getByRole('textbox', { name: '姓名' }).fill(name)
  if (mobile) await form.getByRole('textbox', { name: '手机' }).fill(mobile)
  if (identity) {
    await choose(page, form.getByRole('combobox', { name: '证件类型' }), '居民身份证')
    await form.getByRole('textbox', { name: '证件号码' }).fill(identity)
  }
  if (care) await form.getByRole('textbox', { name: '服务提示' }).fill(care)
  if (tier) {
    await choose(page, form.getByRole('combobox', { name: 'VIP等级' }), tier)
    await form.getByRole('textbox', { name: '列入理由' }).fill('年度飞行里程达标')
  }
  await form.getByRole('button', { name: '保存' }).click()
  await expect(memberFile(page).getByRole('heading', { name })).toBeVisible()
  await expectNoDialog(page)
}

/** The file of the member that is open. */
export function memberFile(page: Page) {
  return page.getByRole('region', { name: '会员档案' })
}
