import type { Input } from '../../src/shared/contracts.ts'
import { DAY } from '../../src/shared/time.ts'
import { pastDesk } from './past-desk.ts'

/** A store as twelve quiet weeks and one with many complaints about one flight leave it, up to now. */
export async function storeWithSurge(flightNo: string): Promise<string> {
  const desk = await pastDesk(12 * 7 * DAY)
  const complain = (more: Partial<Input<'cases.open'>>) =>
    desk.call('cases.open', {
      kind: 'complaint',
      channel: 'phone',
      category: 'baggage.delayed',
      contactName: '陈女士',
      contactPhone: '13800001234',
      anonymousReason: '非会员旅客',
      content: '行李晚到一天',
      demand: '赔偿',
      apologyGiven: true,
      ...more,
    })
  for (let week = 0; week < 12; week++) {
    await complain({})
    desk.wait(7 * DAY)
  }
  const about = {
    category: 'flight.cancel',
    flightNo,
    flightDay: '2026-09-29',
    route: 'HAK-PEK',
    content: '航班临时取消',
  } as const
  for (let i = 0; i < 6; i++) await complain(about)
  await desk.close()
  return desk.folder
}
