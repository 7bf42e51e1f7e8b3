import { expect, test } from '@playwright/test'
import type { CaseId } from '../../src/shared/ids.ts'
import { DAY, HOUR, SECOND } from '../../src/shared/time.ts'
import { launchDesk, openPage, signIn } from './desk.ts'
import { picture, pictureView } from './look.ts'
import { pastDesk } from './past-desk.ts'

test('S1-45 a moved clock is told in the header until somebody says they know; an authority’s date is a limit of the case', async () => {
  const past = await pastDesk(3 * HOUR)
  const { id, number } = await past.call('cases.open', {
    ...{ kind: 'complaint', channel: 'phone', category: 'flight.delay', content: '航班延误五小时', demand: '书面说明' },
    ...{ contactName: '演示陈女士', contactPhone: '13800001234', anonymousReason: '非会员旅客', apologyGiven: true },
  })
  const step = async (name: string, data: Record<string, string | number | boolean>) => {
    past.wait(SECOND)
    const { lastSeq } = await past.call('cases.pulse', { id: id as CaseId })
    await past.call('cases.advance', { id: id as CaseId, step: name, data, expectedSeq: lastSeq })
  }
  await step('confirm', {
    ...{ contactPerson: '演示陈女士', contactAt: past.now(), contactChannel: 'phone', confirmedFacts: '属实' },
    ...{ processExplained: true, expectedAt: past.now() + DAY },
  })
  await step('appeal', {
    ...{ appealAuthority: 'caac12326', appealNumber: '12326-0101', appealClaim: '要求书面答复' },
    ...{ appealedAt: past.now(), appealDueAt: past.now() + 4 * DAY },
  })
  await past.engine.heartbeat()
  past.turn(-HOUR)
  past.wait(SECOND)
  await past.engine.heartbeat()
  await past.close()

  const desk = await launchDesk({ folder: past.folder })
  const { page } = desk
  await signIn(page, 'boss')
  const notice = page.getByRole('banner').getByRole('button', { name: '电脑时钟被调整' })
  await expect(notice).toBeVisible()
  await pictureView(page, 'clock-notice')
  await notice.focus()
  await page.keyboard.press('Enter')
  const told = page.getByRole('dialog', { name: '电脑时钟被调整' })
  await expect(told).toContainText('拨回 1小时')
  await picture(page, 'clock-notice-told')
  await told.getByRole('button', { name: '知道了' }).focus()
  await page.keyboard.press('Enter')
  await expect(notice).toHaveCount(0)
  await expect(page.locator('#content')).toBeFocused()

  await openPage(page, '工单')
  await page.getByRole('row', { name: new RegExp(number) }).click()
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  await expect(page.getByText('外部申诉答复').first()).toBeVisible()
  await pictureView(page, 'appeal-clock')
  await desk.close()
})
