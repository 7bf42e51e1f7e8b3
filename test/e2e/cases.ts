import { expect, type Locator, type Page } from '@playwright/test'
import { expectNoDialog, lock, openPage, signIn } from './desk.ts'

/** What a short form is filled in with, by the labels of its fields. */
export type ShortForm = {
  kind: '投诉' | '咨询' | '服务请求' | '建议'
  category: string
  content: string
  demand?: string
  answer?: string
  severity?: '一般' | '重大' | '紧急'
  ticks?: string[]
  ticket?: string
}

/** Fills in the form of a new case that is open, and registers it; answers the case's number. */
export async function registerCase(page: Page, form: ShortForm): Promise<string> {
  await page.getByRole('radiogroup', { name: '类别' }).getByText(form.kind, { exact: true }).click()
  await page.getByRole('textbox', { name: /^内容/ }).fill(form.content)
  if (form.demand) await page.getByRole('textbox', { name: '期望的解决方案' }).fill(form.demand)
  if (form.answer) await page.getByRole('textbox', { name: '当场答复' }).fill(form.answer)
  for (const tick of form.ticks ?? []) await page.getByRole('checkbox', { name: tick }).check()
  await page.getByRole('combobox', { name: '分类' }).fill(form.category)
  await page.getByRole('option', { name: new RegExp(`^${form.category} `) }).click()
  if (form.ticket) await page.getByRole('textbox', { name: '客票号' }).fill(form.ticket)
  if (form.severity)
    await page.getByRole('radiogroup', { name: '性质' }).getByText(form.severity, { exact: true }).click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  return await caseNumber(page)
}

/** The number of the case that is open. */
export async function caseNumber(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { level: 1, name: /^[A-Z]{2}-?\d/ })
  await expect(heading).toBeVisible()
  return await heading.innerText()
}

/** What has to be done next with the case that is open. */
export function nextStep(page: Page): Locator {
  return page.getByRole('region', { name: '下一步' })
}

/** The stage the case stands at. */
export function stage(page: Page): Locator {
  return page.getByRole('list', { name: '处理阶段' }).locator('[aria-current=step]')
}

/** The limits of the case. */
export function clocks(page: Page): Locator {
  return page.getByRole('region', { name: '时限' })
}

/** A complaint that was just registered goes to where its customer was asked whether all is well. */
export async function handleComplaint(page: Page): Promise<void> {
  const next = nextStep(page)
  await next.getByRole('textbox', { name: '确认或更正的内容' }).fill('情况属实，旅客补充：随行一名儿童')
  await next.getByRole('checkbox', { name: '已告知处理流程' }).check()
  await next.getByRole('button', { name: '联系客户确认' }).last().click()
  await expect(stage(page)).toHaveText('已确认')
  await expect(next.getByText(/^建议 /)).toBeVisible()
  await next.getByRole('button', { name: '派单' }).last().click()
  await expect(stage(page)).toHaveText('已派单')
  await next.getByRole('button', { name: '接手' }).last().click()
  await expect(stage(page)).toHaveText('调查中')
  await next.getByRole('button', { name: '答复客户' }).first().click()
  await choose(next, '无需方案的理由', '解释说明后无异议')
  await next.getByRole('textbox', { name: '原因分析' }).fill('前序航班晚到，信息未及时推送')
  await next.getByRole('textbox', { name: '处理措施' }).fill('补发延误证明，赠送里程')
  await next.getByRole('textbox', { name: '反馈给客户的内容' }).fill('已说明原因并致歉，客户接受')
  await next.getByRole('button', { name: '答复客户' }).last().click()
  await expect(stage(page)).toHaveText('已答复')
  await choose(next, '问题是否解决', '是')
  for (const label of SCORES) await rate(next, label, 5)
  await next.getByRole('button', { name: '回访客户' }).last().click()
  await expect(stage(page)).toHaveText('待回访')
}

/** What a customer is asked to judge. */
export const SCORES = ['结果满意度', '过程满意度', '客服满意度', '整体服务满意度']

/** Somebody who did not handle the complaint looks at it and closes it; ends at the closed case. */
export async function closeByAnother(page: Page, number: string, login = 'boss'): Promise<void> {
  await lock(page)
  await signIn(page, login)
  await openByNumber(page, number)
  const next = nextStep(page)
  await next.getByRole('textbox', { name: '结案小结' }).fill('延误信息推送流程已改进')
  await choose(next, '改进决定', '改进流程')
  await next.getByRole('textbox', { name: '改进措施，或不需要的理由' }).fill('信息推送改为自动')
  await next.getByRole('button', { name: '关闭' }).last().click()
  await expect(stage(page)).toHaveText('已关闭')
}

/** Opens a case of the queue by its number. */
export async function openByNumber(page: Page, number: string): Promise<void> {
  await openPage(page, '工单')
  const lookUp = page.getByRole('textbox', { name: /编号、电话/ })
  await lookUp.fill(number)
  // The row may have stood there before: the one that was found has the number marked.
  await page.getByRole('row').locator('mark', { hasText: number }).click()
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
}

/** Chooses from a list of a step's form. */
async function choose(form: Locator, label: string, option: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).click()
  await form.page().getByRole('option', { name: option, exact: true }).click()
}

/** Gives stars: the radio button itself is not to be seen, its star is. */
async function rate(form: Locator, label: string, stars: number): Promise<void> {
  const radio = form.getByRole('radiogroup', { name: label }).getByRole('radio', { name: String(stars) })
  await radio.locator('xpath=following-sibling::label[1]').click()
  await expect(radio).toBeChecked()
}

/** Opens the form of a new case by its key, from wherever the desk stands. */
export async function newCaseByKey(page: Page): Promise<void> {
  await expectNoDialog(page)
  await page.getByRole('main').focus()
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: /^内容/ })).toBeFocused()
}

/** Presses Tab until the field has the focus: proves that the keyboard alone leads there. */
export async function tabTo(page: Page, field: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await field.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(field).toBeFocused()
}

/** Chooses the nth entry of the list that has the focus. */
export async function chooseByKey(page: Page, nth: number): Promise<void> {
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeVisible()
  for (let presses = 0; presses < nth; presses++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toHaveCount(0)
}

/** Gives stars with the arrow keys. */
export async function rateByKey(page: Page, group: Locator, stars: number): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) break
    await page.keyboard.press('Tab')
  }
  for (let star = 0; star < stars; star++) await page.keyboard.press('ArrowRight')
}
