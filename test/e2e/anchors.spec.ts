import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import readCode from 'jsqr'
import { launchDesk, openPage, type RunningDesk, signIn } from './desk.ts'
import { answerSaveDialog, newFile } from './files.ts'
import { pictureView } from './look.ts'
import { storeWithRights } from './rights-store.ts'

test.describe.configure({ mode: 'serial' })

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk({ folder: await storeWithRights() })
  await signIn(desk.page, 'boss')
})
test.afterAll(() => desk.close())

const panel = () => desk.page.getByRole('region', { name: /^锚点：第/ })
const note = () => panel().getByRole('region', { name: '锚点全文' }).locator('pre').innerText()

/** What a phone held before the window would read: the code is taken from the picture of the screen, not from the page. */
async function scanned(): Promise<string | undefined> {
  const code = desk.page.getByRole('img', { name: '锚点二维码' })
  await code.scrollIntoViewIfNeeded()
  const png = (await code.screenshot()).toString('base64')
  const { width, height, pixels } = await desk.app.evaluate(({ nativeImage }, bytes) => {
    const image = nativeImage.createFromBuffer(Buffer.from(bytes, 'base64'))
    return { ...image.getSize(), pixels: image.toBitmap().toString('base64') }
  }, png)
  return readCode(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), width, height)?.data
}

test('an anchor that is sent out is shown as a code that a phone reads, in light and dark', async () => {
  const { page } = desk
  await openPage(page, '个人信息权利')
  await page.getByRole('tab', { name: '审计锚点', exact: true }).click()
  await page.getByRole('textbox', { name: '由谁保存' }).fill('公证处（演示）')
  const file = newFile('anchor.txt')
  await answerSaveDialog(desk, file)
  await page.getByRole('button', { name: '送出锚点' }).click()
  await expect(panel()).toContainText('公证处（演示）')
  const sent = fs.readFileSync(file, 'utf8')
  expect(await scanned()).toBe(sent)
  await pictureView(page, 'anchors-code')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await scanned()).toBe(sent)
})

test('what was scanned is pasted and compared; an altered one is refused in words', async () => {
  const { page } = desk
  const text = page.getByRole('textbox', { name: '粘贴或扫描得到的锚点全文' })
  await text.fill((await scanned()) ?? '')
  await page.getByRole('button', { name: '核对此文' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^一致：第/ })).toBeVisible()
  await text.fill((await note()).replace(/\n(\d+)\n/, '\n1$1\n'))
  await page.getByRole('button', { name: '核对此文' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '不是本系统签名的锚点' })).toBeVisible()
  await pictureView(page, 'anchors-compared')
})

test('the anchor is put on paper with its code and saved as the draft of a mail', async () => {
  const { page } = desk
  await page.evaluate(() => {
    window.print = () => {
      const sheet = document.querySelector('[data-sheet]')
      document.body.dataset.printed = `${sheet?.textContent} ${sheet?.querySelectorAll('svg path').length}`
    }
  })
  await panel().getByRole('button', { name: '打印' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', /vip-desk\/audit\/[\s\S]* 1$/)
  const draft = newFile('anchor.eml')
  await answerSaveDialog(desk, draft)
  await panel().getByRole('button', { name: '存为邮件草稿' }).click()
  await expect(page.getByText(/^邮件草稿已保存为 anchor\.eml/)).toBeVisible()
  expect(fs.readFileSync(draft, 'utf8')).toContain('X-Unsent: 1')
  await panel().getByRole('button', { name: '关闭', exact: true }).click()
  await page.getByRole('row', { name: /公证处（演示）/ }).click()
  await expect(panel()).toContainText('vip-desk/audit/')
})
