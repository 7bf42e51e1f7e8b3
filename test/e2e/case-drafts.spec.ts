import { expect, type Page, test } from '@playwright/test'
import { newCaseByKey, nextStep, openByNumber, registerCase, stage } from './cases.ts'
import { createStore, launchDesk, lock, type RunningDesk, signIn } from './desk.ts'
import { pictureView } from './look.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let number = ''

const NOTE = '旅客来电催办，语气平和'
const FACTS = '情况属实，补充：随行一名儿童'
const SAID = '已告知今日内回复'

const note = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '内容', exact: true })
const facts = (page: Page) => nextStep(page).getByRole('textbox', { name: '确认或更正的内容' })
const said = (page: Page) => page.getByRole('textbox', { name: '沟通内容' })
const acts = (page: Page) => page.getByRole('group', { name: '记录' })

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
  await newCaseByKey(desk.page)
  await desk.page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  number = await registerCase(desk.page, {
    ...{ kind: '投诉', category: '航班延误', content: '航班延误五小时，无人说明', demand: '说明原因' },
    ticks: ['已致歉安抚'],
  })
})
test.afterAll(() => desk.close())

test('what is half written on a case outlives a lock, another page and the end of the program', async () => {
  await note(desk.page).fill(NOTE)
  await facts(desk.page).fill(FACTS)
  await acts(desk.page).getByRole('button', { name: '联系客户' }).click()
  await said(desk.page).fill(SAID)
  await lock(desk.page)
  await signIn(desk.page, 'boss')
  await openByNumber(desk.page, number)
  await expect(note(desk.page)).toHaveValue(NOTE)
  await expect(facts(desk.page)).toHaveValue(FACTS)
  await pictureView(desk.page, 'case-drafts')
  // What is not older than a second is what a killed program may lose.
  await desk.page.waitForTimeout(1500)
  await desk.kill()
  desk = await launchDesk({ folder: desk.folder })
  await signIn(desk.page, 'boss')
  await openByNumber(desk.page, number)
  await expect(note(desk.page)).toHaveValue(NOTE)
  await expect(facts(desk.page)).toHaveValue(FACTS)
  await acts(desk.page).getByRole('button', { name: '联系客户' }).click()
  await expect(said(desk.page)).toHaveValue(SAID)
})

test('the key that completes a step saves the note while the note is being written, and takes no step', async () => {
  const { page } = desk
  await acts(page).getByRole('button', { name: '处理记录' }).click()
  await note(page).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: '全过程' })).toContainText(NOTE)
  await expect(note(page)).toHaveValue('')
  await expect(stage(page)).toHaveText('已登记')
  // The step's own form keeps its key, and loses its draft once the step was taken.
  await nextStep(page).getByRole('textbox', { name: '联系到的人' }).fill('代办人')
  await nextStep(page).getByRole('checkbox', { name: '已告知处理流程' }).check()
  await facts(page).focus()
  await page.keyboard.press('Control+Enter')
  await expect(stage(page)).toHaveText('已确认')
  await openByNumber(page, number)
  await expect(note(page)).toHaveValue('')
})
