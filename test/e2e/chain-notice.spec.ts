import { expect, test } from '@playwright/test'
import { launchDesk, signIn } from './desk.ts'
import { pictureView } from './look.ts'
import { pastDesk } from './past-desk.ts'

/** The chain is walked twenty seconds after a sign-in. */
const WALKED_MS = 60_000

test('S3-131 a chain that does not verify after the sign-in is told in the header, which leads to what is wrong', async () => {
  const past = await pastDesk(0)
  for (let n = 0; n < 3; n++) await past.call('audit.printed', { what: 'hand-over', subject: `${n}` })
  await past.engine.desk.open?.store.transaction(async (db) => {
    const { body } = await db.selectFrom('audit').select('body').where('seq', '=', 2).executeTakeFirstOrThrow()
    const altered = body.replace('hand-over', 'hand_over')
    await db.updateTable('audit').set({ body: altered }).where('seq', '=', 2).execute()
  })
  await past.close()
  const desk = await launchDesk({ folder: past.folder })
  const { page } = desk
  await signIn(page, 'boss')
  const told = page.getByRole('banner').getByRole('button', { name: '审计链校验未通过' })
  await expect(told).toBeVisible({ timeout: WALKED_MS })
  await told.focus()
  await page.keyboard.press('Enter')
  const wrong = page.getByRole('alert').filter({ hasText: '启动时自动校验：审计链在第 2 条有问题' })
  await expect(wrong).toContainText('记录内容被改动')
  await expect(wrong).toContainText('不要删除备份')
  await pictureView(page, 'chain-notice')
  await desk.close()
})
