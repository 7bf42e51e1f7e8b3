import { test } from '@playwright/test'
import { createStore, launchDesk, openPage } from './desk.ts'
import { createMember, memberFile } from './members.ts'
test('x', async () => {
  const desk = await launchDesk()
  const { page } = desk
  page.on('console', (m) => console.log('console', m.text()))
  page.on('pageerror', (m) => console.log('pageerror', m.message))
  await createStore(page)
  await createMember(page, { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: '钻石' })
  await page.evaluate(() => window.addEventListener('keydown', (e) => { (window as any).seen = [...((window as any).seen ?? []), `${e.key} ${e.ctrlKey} ${e.defaultPrevented} ${e.repeat} ${document.querySelector('[aria-modal="true"]') !== null} ${(e.target as HTMLElement).outerHTML.slice(0,80)}`] }))
  await page.getByRole('button', { name: '新建会员' }).click()
  await page.waitForTimeout(300)
  await page.keyboard.press('Escape')
  await page.getByRole('row', { name: /欧阳静怡/ }).click()
  await memberFile(page).getByRole('region', { name: '等级与权益' }).waitFor()
  await page.keyboard.press('Control+l')
  await page.waitForTimeout(1500)
  console.log(await page.evaluate(() => (window as any).seen))
  await page.screenshot({ path: '/tmp/vd/lock.png' })
  await desk.close()
})
