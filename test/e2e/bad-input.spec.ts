import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { bombs, oddPictures, svgWithProgram } from '../support/pictures.ts'
import { newCaseByKey, registerCase } from './cases.ts'
import { createStore, launchDesk, newFolder, openPage, type RunningDesk } from './desk.ts'
import { answerOpenDialog } from './files.ts'
import { picture } from './look.ts'
import { stored } from './stored.ts'

test.describe.configure({ mode: 'serial' })

const GIANT = 100_000_000
/** From the key to the sentence that says why nothing was pasted, on a busy machine. */
const MOST_MS = 10_000

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
})
test.afterAll(() => desk.close())

test('100 million letters on the clipboard go into no field: the window says how many fit and stays usable', async () => {
  const { app, page } = desk
  await app.evaluate(({ clipboard }, length) => clipboard.writeText('x'.repeat(length)), GIANT)
  const times: number[] = []
  const paste = async (field: Locator) => {
    await field.fill('before')
    await field.press('End')
    const from = performance.now()
    await page.keyboard.press('Control+v')
    const told = page.getByRole('alert').filter({ hasText: '没有粘贴：文字有 100,000,000 个字符' })
    await expect(told.last()).toBeVisible()
    times.push(Math.round(performance.now() - from))
    await picture(page, `paste-refused-${times.length}`)
    await told.last().getByRole('button', { name: '关闭' }).click()
    await expect(told).toHaveCount(0)
    await expect(field).toHaveValue('before')
  }
  await openPage(page, '工单')
  await paste(page.getByRole('textbox', { name: /编号、电话/ }))
  await newCaseByKey(page)
  await paste(page.getByRole('textbox', { name: /^内容/ }))
  await openPage(page, '会员')
  await page.getByRole('button', { name: '新建会员' }).click()
  const form = page.getByRole('dialog', { name: '新建会员' })
  await paste(form.getByRole('textbox', { name: '姓名' }))
  await page.keyboard.press('Escape')
  process.stdout.write(`pasting ${GIANT} letters: 3 fields, refused after ${times.join(', ')} ms\n`)
  expect(Math.max(...times)).toBeLessThan(MOST_MS)
  await app.evaluate(({ clipboard }) => clipboard.writeText('短信内容'))
})

test('what is too long for a call is refused before it is looked at, and nothing of it is stored', async () => {
  const { page } = desk
  const before = await stored(page, 'admin.info', {})
  const answer = await page.evaluate(
    (length) =>
      (window as unknown as { desk: { call(name: string, input: unknown): Promise<unknown> } }).desk.call(
        'members.create',
        { card: 'HU1', name: 'x'.repeat(length) },
      ),
    GIANT,
  )
  expect(answer).toEqual({ ok: false, failure: { code: 'INVALID_INPUT', issues: [{ path: '', reason: 'too-large' }] } })
  const nested = await page.evaluate(() => {
    const { call } = (window as unknown as { desk: { call(name: string, input: unknown): Promise<{ ok: boolean }> } })
      .desk
    const ask = async (input: unknown) => {
      try {
        return (await call('members.create', input)).ok
      } catch {
        return false
      }
    }
    return Promise.all([200, 100_000].map((levels) => ask(JSON.parse('['.repeat(levels) + ']'.repeat(levels)))))
  })
  expect(nested).toEqual([false, false])
  expect((await stored(page, 'admin.info', {})).audit).toEqual(before.audit)
})

const panel = (page: Page): Locator => page.getByRole('region', { name: '证明材料', exact: true })

async function attach(name: string, bytes: Buffer): Promise<void> {
  const file = path.join(newFolder(), name)
  fs.writeFileSync(file, bytes)
  await answerOpenDialog(desk, file)
  await panel(desk.page).getByRole('button', { name: '选择文件…' }).click()
}

test('pictures that are broken, giant or no pictures are kept or refused in words, and none is drawn that fills the memory', async () => {
  const { page } = desk
  await newCaseByKey(page)
  await page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await registerCase(page, {
    ...{ kind: '投诉', category: '行李破损', content: '行李在海口机场破损', demand: '赔偿' },
    ticks: ['已致歉安抚'],
  })
  await panel(page).getByRole('button', { name: '证明材料' }).click()
  await attach('drawing.svg', svgWithProgram)
  await expect(page.getByText('不能添加 drawing.svg')).toBeVisible()
  await attach('drawing.png', svgWithProgram)
  await expect(page.getByText('drawing.png 的内容与扩展名不符')).toBeVisible()
  const SAID: Record<string, string> = {
    ...Object.fromEntries(bombs.map(({ name }) => [name, '超过窗口可安全显示的大小'])),
    'unknown.heic': '此类文件不能在窗口内查看',
  }
  const shown: string[] = []
  for (const { name, bytes } of [...bombs, ...oddPictures]) {
    await attach(name, bytes)
    await panel(page).getByRole('button', { name, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: `材料预览：${name}` })
    const said = SAID[name]
    if (said) await expect(dialog.getByText(said)).toBeVisible()
    else await expect(dialog.getByRole('img', { name }).or(dialog.getByRole('alert'))).toBeVisible()
    shown.push(`${name}: ${said ? 'in words' : (await dialog.getByRole('alert').count()) > 0 ? 'broken' : 'drawn'}`)
    if (name === 'giant.png') await picture(page, 'picture-too-large')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  process.stdout.write(`pictures: 2 refused, ${shown.length} kept; ${shown.join(', ')}\n`)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  await openPage(page, '工单')
})
