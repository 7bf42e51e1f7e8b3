import { expect, type Locator, type Page, test } from '@playwright/test'
import { DAY } from '../../src/shared/time.ts'
import { clocks, nextStep, openByNumber, stage } from './cases.ts'
import { type ComplaintStore, storeWithComplaints } from './complaint-store.ts'
import { launchDesk, lock, openPage, type RunningDesk, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { choose } from './people.ts'
import { stored, storedCase } from './stored.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk
let numbers: ComplaintStore['numbers']

test.beforeAll(async () => {
  const made = await storeWithComplaints()
  numbers = made.numbers
  desk = await launchDesk({ folder: made.folder })
})
test.afterAll(() => desk.close())

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

async function open(page: Page, login: string, number: string): Promise<void> {
  await lock(page)
  await signIn(page, login)
  await openByNumber(page, number)
}

/** Chooses what is to be recorded beside the next step. */
async function act(page: Page, name: string): Promise<Locator> {
  await page.getByRole('group', { name: '记录' }).getByRole('button', { name, exact: true }).click()
  return part(page, '记录')
}

async function step(page: Page, name: string): Promise<Locator> {
  const next = nextStep(page)
  await next.getByRole('group', { name: '可选步骤' }).getByRole('button', { name, exact: true }).click()
  return next
}

test('S2-42 S2-43 S2-176 a department is told of a complaint without its customer; whoever opens the case reads what was shared', async () => {
  const { page } = desk
  await signIn(page, 'li')
  await openByNumber(page, numbers.two)
  const share = await act(page, '共享')
  await share.getByRole('combobox', { name: '相关部门' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: '行李查询' }).click()
  await share.getByRole('textbox', { name: '用途' }).focus()
  await share.getByRole('textbox', { name: '用途' }).fill('核实行李破损')
  await share.getByRole('button', { name: '保存记录' }).click()
  const text = share.getByRole('region', { name: '共享内容' })
  await expect(text).toContainText(numbers.two)
  await expect(text).not.toContainText('陈明')
  await expect(text).not.toContainText('13800002222')
  await pictureView(page, 'ways-share')
  const { events } = await storedCase(page, numbers.two)
  const data = events.find(({ kind }) => kind === 'shared')?.data
  expect(data).toMatchObject({ departments: expect.arrayContaining(['baggage']), withIdentity: false })
  await open(page, 'mei', numbers.two)
  await expect(part(page, '全过程')).toContainText('共享给相关部门')
})

test('S2-37 another matter in a complaint becomes a case of its own, linked both ways, and the customer withdraws the rest', async () => {
  const { page } = desk
  await open(page, 'li', numbers.two)
  const split = await act(page, '拆分')
  await split.getByRole('textbox', { name: '另一事项的内容' }).fill('行李箱把手断裂（演示）')
  await split.getByRole('textbox', { name: '期望的解决方案' }).fill('维修或赔偿')
  await split.getByRole('textbox', { name: '原因' }).fill('两件事由不同部门处理')
  await pictureView(page, 'ways-split')
  await split.getByRole('button', { name: '拆分', exact: true }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: numbers.two })).toHaveCount(0)
  const related = part(page, '相关工单')
  await expect(related).toContainText(numbers.two)
  await expect(part(page, '全过程')).toContainText(`由 ${numbers.two} 拆出`)
  const other = await storedCase(page, numbers.two)
  expect(other.related.map(({ tie }) => tie)).toContain('split')

  await openByNumber(page, numbers.two)
  const next = await step(page, '客户撤诉')
  await next.getByRole('textbox', { name: '客户的说明' }).fill('延误部分不再追究')
  await next.getByRole('button', { name: '客户撤诉' }).last().click()
  await expect(stage(page)).toHaveText('已撤诉')
  const { state, isOpen, clocks: limits, recorded, events } = await storedCase(page, numbers.two)
  expect([state, isOpen, recorded.withdrawStatement]).toEqual(['withdrawn', false, '延误部分不再追究'])
  expect(limits.filter((clock) => clock.state === 'running')).toEqual([])
  const { at, actorName } = events.find(({ toState }) => toState === 'withdrawn') ?? {}
  expect([actorName, Math.abs(Date.now() - (at ?? 0)) < 60_000]).toEqual(['演示李客服', true])
  await picture(page, 'ways-withdrawn')
})

test('a lead does not accept what is not ours: the reason and what the customer was told stay', async () => {
  const { page } = desk
  await open(page, 'zhao', numbers.foreign)
  const next = await step(page, '不予受理')
  await choose(page, next.getByRole('combobox', { name: '理由' }), '不在受理范围')
  await next.getByRole('button', { name: '不予受理' }).last().click()
  await expect(next.getByText('必填').first()).toBeVisible()
  await next.getByRole('textbox', { name: '告知客户的内容' }).fill('出租车由市交通部门管理，已告知投诉电话')
  await next.getByRole('button', { name: '不予受理' }).last().click()
  await expect(stage(page)).toHaveText('不予受理')
  const { state, recorded } = await storedCase(page, numbers.foreign)
  expect([state, recorded.rejectReason]).toEqual(['rejected', 'outOfScope'])
  expect(recorded.resultFeedback).toContain('已告知投诉电话')
  await picture(page, 'ways-rejected')
})

test('S1-48 the same matter told twice is merged, and the merge is undone with its limits', async () => {
  const { page } = desk
  await open(page, 'zhao', numbers.again)
  const before = (await storedCase(page, numbers.again)).clocks.map(({ kind, dueAt, state }) => [kind, dueAt, state])
  const next = await step(page, '合并')
  await next.getByRole('textbox', { name: '并入编号' }).fill(numbers.first)
  await next.getByRole('button', { name: '合并' }).last().click()
  await expect(stage(page)).toHaveText('已合并')
  await expect(part(page, '相关工单')).toContainText(numbers.first)
  expect((await storedCase(page, numbers.again)).state).toBe('merged')
  await picture(page, 'ways-merged')
  const undo = await act(page, '撤销合并')
  await undo.getByRole('textbox', { name: '原因' }).fill('两位旅客，不是同一件事')
  await undo.getByRole('button', { name: '撤销合并' }).last().click()
  await expect(stage(page)).toHaveText('已登记')
  await expect(part(page, '全过程')).toContainText('撤销合并')
  const after = await storedCase(page, numbers.again)
  expect(after.isOpen).toBe(true)
  expect(after.clocks.map(({ kind, dueAt, state }) => [kind, dueAt, state])).toEqual(before)
  const first = await storedCase(page, numbers.first)
  expect(first.events.filter(({ kind }) => kind === 'linked')).toHaveLength(2)
})

test('S2-38 a change of tier and targets is compared before anybody decides; kept, then worked out anew, and the workflow moves too', async () => {
  const { page } = desk
  await open(page, 'zhao', numbers.gold)
  const before = await storedCase(page, numbers.gold)
  const panel = part(page, '策略与等级变更')
  await panel.getByRole('button', { name: '策略与等级变更' }).click()
  await expect(panel).toContainText('金卡')
  await expect(panel).toContainText('钻石')
  const table = panel.getByRole('table', { name: '策略与等级变更' })
  await expect(table.getByRole('row', { name: /确认/ })).toContainText('改变')
  await expect(table.getByRole('row', { name: /法定/ })).toContainText('不变')
  await pictureView(page, 'ways-rebase')
  await panel.getByRole('textbox', { name: '理由' }).fill('先按原承诺')
  await panel.getByRole('button', { name: '保留原时限' }).click()
  await expect(part(page, '全过程')).toContainText('规则变更：保留原时限')
  const due = (view: typeof before, kind: string) => view.clocks.find((clock) => clock.kind === kind)?.dueAt
  expect(due(await storedCase(page, numbers.gold), 'confirm')).toBe(due(before, 'confirm'))

  await panel.getByRole('textbox', { name: '理由' }).fill('客户已升为钻石')
  await panel.getByRole('button', { name: '按现行规则重算' }).click()
  await expect(part(page, '全过程')).toContainText('规则变更：按现行规则重算时限')
  const anew = await storedCase(page, numbers.gold)
  expect(due(anew, 'confirm')).toBeLessThan(due(before, 'confirm') ?? 0)
  expect([before.tier, anew.tier]).toEqual(['gold', 'diamond'])

  const version = part(page, '流程版本')
  await version.getByRole('button', { name: '流程版本' }).click()
  await expect(version).toContainText(`第 ${before.workflowVersion} 版`)
  await version.getByRole('textbox', { name: '原因' }).fill('改用新的告知用语')
  await version.getByRole('button', { name: '移到该版' }).click()
  await expect(part(page, '全过程')).toContainText(/移到第 \d+ 版流程/)
  await expect(page.getByText('可告知客户：演示：已受理，专人核实')).toBeVisible()
  const { workflowVersion: moved } = await storedCase(page, numbers.gold)
  expect(moved).toBeGreaterThan(before.workflowVersion)
  await expect(part(page, '全过程')).toContainText(`移到第 ${moved} 版流程`)
  await expect(clocks(page).locator('[data-clock=confirm]')).toBeVisible()
  await expect(version.getByRole('textbox', { name: '原因' })).toHaveValue('')
  await picture(page, 'ways-moved')
  const { mismatches } = await stored(page, 'cases.replay', {})
  expect(mismatches).toBe(0)
})

test('S1-45 the warnings for whoever is signed in lead to the case by keyboard, and are noted as seen', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'li')
  await page.getByRole('button', { name: '给我的提醒' }).focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog').getByRole('listitem')
  await expect(list.first()).toContainText(/TS-/)
  await picture(page, 'ways-warnings')
  const chosen = list.filter({ hasText: numbers.first }).first()
  await expect(chosen).toBeVisible()
  const key = await chosen.getByRole('button').evaluate((button) => {
    button.focus()
    return document.activeElement === button
  })
  expect(key).toBe(true)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: numbers.first })).toBeVisible()
  const { rows } = await stored(page, 'cases.escalations', { withSeen: true })
  expect(rows.some((row) => row.case.number === numbers.first && !row.isNew)).toBe(true)
})

test('a version tried out on the past says which limits would have ended otherwise, case by case, as the desk reckons it', async () => {
  const { page } = desk
  await lock(page)
  await signIn(page, 'boss')
  await openPage(page, '策略')
  await page
    .getByRole('grid', { name: '策略版本' })
    .getByRole('row', { name: /默认服务时限.*现行/ })
    .click()
  await page.getByRole('button', { name: '在历史上试算' }).click()
  const trial = page.getByRole('dialog', { name: '在历史上试算' })
  await trial.getByRole('button', { name: '试算' }).click()
  const inForce = (await stored(page, 'policies.list', { kind: 'targets' })).find(({ state }) => state === 'inForce')
  const span = { from: Date.now() - 90 * DAY, to: Date.now() + DAY }
  const { cases, changed, breaches } = await stored(page, 'policies.backtest', { id: inForce?.id ?? '', ...span })
  expect([cases >= 5, changed >= 1, breaches.after > breaches.before]).toEqual([true, true, true])
  await expect(trial.getByRole('status')).toContainText(`${cases} 件事项中有 ${changed} 个时限结果不同`)
  const rows = trial.getByRole('table', { name: '逐件对照' })
  await expect(rows.getByRole('row', { name: new RegExp(numbers.first) }).first()).toContainText('超时')
  await picture(page, 'ways-backtest')
  await rows.getByRole('button', { name: numbers.first }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: numbers.first })).toBeVisible()
})
