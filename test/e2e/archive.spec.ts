import { expect, test } from '@playwright/test'
import type { CaseId } from '../../src/shared/ids.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import { nextStep } from './cases.ts'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { pick, press, type } from './keyboard.ts'
import { pictureView } from './look.ts'
import { pastDesk } from './past-desk.ts'

let desk: RunningDesk
let number: string

test.beforeAll(async () => {
  const past = await pastDesk(40 * DAY)
  const opened = await past.call('cases.open', {
    ...{ kind: 'complaint', channel: 'phone', category: 'flight.delay', content: '航班延误五小时', demand: '书面说明' },
    ...{ contactName: '陈女士', contactPhone: '13800001234', anonymousReason: '非会员旅客', apologyGiven: true },
  })
  number = opened.number
  const step = async (name: string, data: Record<string, string | number | boolean> = {}) => {
    past.wait(HOUR)
    const id = opened.id as CaseId
    const { lastSeq } = await past.call('cases.pulse', { id })
    await past.call('cases.advance', { id, step: name, data, expectedSeq: lastSeq })
  }
  const contact = () => ({ contactPerson: '陈女士', contactAt: past.now(), contactChannel: 'phone' })
  await step('confirm', {
    ...{ ...contact(), confirmedFacts: '属实', processExplained: true, expectedAt: past.now() + DAY },
  })
  await step('assign', { ownerId: opened.ownerId ?? '' })
  await step('accept')
  await step('reply', {
    ...{ simpleReason: 'explained', causeText: '机务排故', measures: '公告流程整改' },
    ...{ resultFeedback: '已说明原因并致歉', feedbackAt: past.now(), feedbackChannel: 'phone' },
  })
  await step('visit', {
    ...{ ...contact(), isSolved: 'yes', satisfactionResult: 4, satisfactionProcess: 5 },
    ...{ satisfactionAgent: 5, satisfactionOverall: 4 },
  })
  const agreed = { closingSummary: '客户满意', improvement: 'process', improvementNote: '公告流程已整改' }
  await step('close', agreed)
  await past.close()
  desk = await launchDesk({ folder: past.folder })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

test('S2-40 a complaint that was closed long ago lies in the archive, is found there and reads as it did', async () => {
  const { page } = desk
  await openPage(page, '工单')
  await expect(page.getByRole('row', { name: new RegExp(number) })).toHaveCount(0)
  await page.getByRole('group', { name: '快速筛选' }).getByRole('button', { name: '已归档' }).click()
  await page.getByRole('row', { name: new RegExp(number) }).click()
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  const trail = page.getByRole('region', { name: '全过程' })
  await expect(trail).toContainText('已归档')
  await expect(trail).toContainText('已说明原因并致歉')
  await pictureView(page, 'archived')
})

test('an archived complaint keeps its appeal folded: a key or a click unfolds it, and the focus goes into it', async () => {
  const { page } = desk
  const next = nextStep(page)
  const appeal = next.getByRole('button', { name: '客户向外部申诉' })
  const authority = next.getByRole('combobox', { name: '受理机关' })
  await expect(next.getByText(/此单已结束，没有待办的步骤/)).toBeVisible()
  await expect(appeal).toHaveAttribute('aria-pressed', 'false')
  await expect(next.getByRole('textbox')).toHaveCount(0)

  await press(page, appeal)
  await expect(authority).toBeFocused()
  await expect(appeal.first()).toHaveAttribute('aria-pressed', 'true')
  await pictureView(page, 'archived-appeal')
  await press(page, appeal.first())
  await expect(appeal).toHaveAttribute('aria-pressed', 'false')
  await expect(appeal).toBeFocused()
  await expect(authority).toHaveCount(0)

  await page.keyboard.press('Control+Enter')
  await expect(authority).toBeFocused()
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  await pick(page, authority, '其他')
  await type(page, next.getByRole('textbox', { name: '对方编号' }), 'MH-2026-1')
  await appeal.first().click()
  await expect(authority).toHaveCount(0)
})
