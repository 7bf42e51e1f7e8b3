import { expect, test } from '@playwright/test'
import { callDock } from './calls.ts'
import { createStore, launchDesk, lock, signIn } from './desk.ts'
import { callLink } from './second-start.ts'

test('a desk that is started by a link rings after the sign-in, with the member it knows by the number', async () => {
  const first = await launchDesk()
  await createStore(first.page)
  await lock(first.page)
  await first.close()
  const desk = await launchDesk({ folder: first.folder, args: ['--', callLink('%2B8613900000000', 'COLD-1')] })
  await signIn(desk.page, 'boss')
  await expect(callDock(desk.page)).toContainText('+86139****0000')
  await expect(callDock(desk.page).getByRole('button', { name: '接听', exact: true })).toBeVisible()
  await desk.close()
})
