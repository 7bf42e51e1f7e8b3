import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { registerCase } from './cases.ts'
import { createStore, launchDesk, newFolder, type RunningDesk, resize } from './desk.ts'
import { answerOpenDialog, answerSaveDialog, newFile } from './files.ts'
import { picture, pictureView } from './look.ts'
import { handOver } from './people.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

/** A picture of one red dot, as a camera would send it. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

function file(name: string, content: string | Buffer): string {
  const place = path.join(newFolder(), name)
  fs.writeFileSync(place, content)
  return place
}

const panel = (page: Page): Locator => page.getByRole('region', { name: '证明材料', exact: true })
const piece = (page: Page, name: string): Locator => panel(page).getByRole('listitem').filter({ hasText: name })

async function attach(chosen: string): Promise<void> {
  const { page } = desk
  await answerOpenDialog(desk, chosen)
  await panel(page).getByRole('button', { name: '选择文件…' }).click()
}

test.beforeAll(async () => {
  desk = await launchDesk()
  await createStore(desk.page)
  await handOver(desk.page, { name: '李客服', login: 'li', role: '客服专员' })
  await desk.page.getByRole('main').focus()
  await desk.page.keyboard.press('c')
  await desk.page.getByRole('textbox', { name: '非会员原因' }).fill('非会员旅客')
  await registerCase(desk.page, {
    kind: '投诉',
    category: '行李破损',
    content: '行李在海口机场破损，轮子断裂',
    demand: '赔偿',
    ticks: ['已致歉安抚'],
  })
})
test.afterAll(() => desk.close())

test('S2-49 a picture and a text are attached, and looked at in the window', async () => {
  const { page } = desk
  await panel(page).getByRole('button', { name: '证明材料' }).click()
  await panel(page).getByRole('textbox', { name: '说明' }).fill('旅客发来的照片')
  await attach(file('轮子断裂.png', PNG))
  await expect(piece(page, '轮子断裂.png')).toContainText('旅客发来的照片')
  await expect(piece(page, '轮子断裂.png')).toContainText(/SHA-256 [0-9a-f]{64}/)
  await attach(file('短信.txt', '我的行李箱坏了，轮子断了一个'))
  await expect(piece(page, '短信.txt')).toContainText('李客服')
  await pictureView(page, 'evidence')
  await piece(page, '轮子断裂.png').getByRole('button', { name: '轮子断裂.png', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '材料预览：轮子断裂.png' })
  const image = dialog.getByRole('img', { name: '轮子断裂.png' })
  await expect(image).toBeVisible()
  expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await piece(page, '短信.txt').getByRole('button', { name: '短信.txt', exact: true }).click()
  await expect(page.getByRole('dialog', { name: '材料预览：短信.txt' })).toContainText('轮子断了一个')
  await picture(page, 'evidence-text')
  await page.keyboard.press('Escape')
})

test('a file that could run is refused in words', async () => {
  const { page } = desk
  await attach(file('发票.exe', 'MZ'))
  await expect(page.getByText('不能添加 发票.exe：只接受图片、PDF、文本、Office 文档、录音和视频。')).toBeVisible()
  await attach(file('照片.jpg', '<html>'))
  await expect(page.getByText('照片.jpg 的内容与扩展名不符，为安全起见不予添加。')).toBeVisible()
})

test('a dropped file is attached without the page ever knowing a path', async () => {
  const { page } = desk
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(
      new File(['%PDF-1.7 赔偿申请'.padEnd(3_000_000, ' ')], '赔偿申请.pdf', { type: 'application/pdf' }),
    )
    return transfer
  })
  await panel(page).getByText('将文件拖到此处，或粘贴截图').dispatchEvent('drop', { dataTransfer: data })
  await expect(piece(page, '赔偿申请.pdf')).toContainText('PDF 文件 · 2.9 MB')
})

test('a copy is saved as it was attached', async () => {
  const { page } = desk
  const out = newFile('副本.txt')
  await answerSaveDialog(desk, out)
  await piece(page, '短信.txt')
    .getByRole('button', { name: /另存为/ })
    .click()
  await expect(page.getByText('已保存 副本.txt')).toBeVisible()
  expect(fs.readFileSync(out, 'utf8')).toBe('我的行李箱坏了，轮子断了一个')
})

test('a piece is withdrawn with a reason and stays in the list; all are found whole', async () => {
  const { page } = desk
  await piece(page, '短信.txt').getByRole('button', { name: '撤回 短信.txt' }).click()
  const dialog = page.getByRole('dialog', { name: '撤回 短信.txt' })
  await dialog.getByRole('textbox', { name: '撤回原因' }).fill('另一位旅客的短信')
  await picture(page, 'evidence-withdraw')
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(piece(page, '短信.txt')).toContainText('李客服')
  await expect(piece(page, '短信.txt')).toContainText('撤回：另一位旅客的短信')
  await expect(panel(page)).toContainText('2 件，另有 1 件已撤回')
  await panel(page).getByRole('button', { name: '核对完好' }).click()
  await expect(page.getByText('3 件材料全部完好，与添加时一致')).toBeVisible()
  await expect(piece(page, '赔偿申请.pdf')).toContainText('完好')
  await resize(desk.app, { width: 1024, height: 680 })
  await panel(page).scrollIntoViewIfNeeded()
  await picture(page, 'small.evidence')
})
