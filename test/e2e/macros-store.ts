import type { Input } from '../../src/shared/contracts.ts'
import { HOUR } from '../../src/shared/time.ts'
import { pastDesk } from './past-desk.ts'

/** A store with a complaint of a diamond member and macros of the team. */
export async function storeWithMacros(): Promise<string> {
  const desk = await pastDesk(2 * HOUR)
  const ouyang = await desk.call('members.create', {
    ...{ card: 'HU100200300', name: '欧阳静怡', mobile: '13812345678', tier: 'diamond' },
    ...{ gender: 'female', vipReason: '演示' },
  } as never)
  const { id } = ouyang as { id: string }
  const complaint = {
    kind: 'complaint' as const,
    channel: 'phone' as const,
    ...{ category: 'baggage.delayed', contactName: '欧阳女士', contactPhone: '13812345678' },
    ...{ content: '行李晚到一天', demand: '尽快送达', apologyGiven: true },
  } satisfies Partial<Input<'cases.open'>>
  await desk.call('cases.open', { ...complaint, memberId: id as never, title: '演示：行李迟到' })
  const write = (zh: string, en: string, macro: Pick<Input<'macros.save'>['macro'], 'conditions' | 'steps'>) =>
    desk.call('macros.save', { scope: 'team', macro: { name: { zh, en }, ...macro } })
  await write('行李延误登记', 'Delayed baggage', {
    conditions: { categories: ['baggage'], tiers: ['diamond', 'platinum'] },
    steps: [
      { act: 'note', text: '已向{{title}}（{{tier}}）说明，承诺{{expectedAt}}前告知行李位置。' },
      { act: 'promise', text: '{{expectedAt}}前告知{{title}}行李位置', inMinutes: 120 },
      { act: 'assess', urgency: 'high', importance: 'high', direction: 'investigate', text: '' },
      { act: 'todo', text: '查询行李系统并更新{{number}}', inMinutes: 60 },
    ],
  })
  await write('转由本人跟进', '', {
    conditions: { kinds: ['complaint'] },
    steps: [
      { act: 'note', text: '航班{{flight}}由本人跟进。' },
      { act: 'assign', text: '专人跟进' },
    ],
  })
  const others = { kinds: ['service' as const] }
  await write('升舱告知', 'Upgrade rules', { conditions: others, steps: [{ act: 'note', text: '已告知升舱规则。' }] })
  await write('延误告知', 'Delay notice', {
    conditions: others,
    steps: [{ act: 'message', templateCode: 'delay', channel: 'sms' }],
  })
  await desk.close()
  return desk.folder
}
