import { DAY, HOUR } from '../../src/shared/time.ts'
import { pastDesk } from './past-desk.ts'

const CALLS = 2500

/**
 * A store with a demo complaint whose note says more than its registration, six people who may speak for its member, and
 * a call about a wheelchair that many newer ones hide.
 */
export async function storeWithWords(): Promise<string> {
  const desk = await pastDesk(3 * DAY)
  const { id: memberId } = await desk.call('members.create', {
    ...{ card: 'HU100200300', name: 'Christopher Anderson', mobile: '13812345678', tier: 'diamond', gender: 'unknown' },
    vipReason: '演示',
  } as never)
  const { id } = await desk.call('cases.open', {
    kind: 'complaint',
    channel: 'phone',
    category: 'baggage.delayed',
    memberId,
    contactName: '陈女士',
    contactPhone: '13800001234',
    title: '演示：行李破损',
    content: '托运行李箱轮子断裂',
    demand: '赔偿',
    apologyGiven: true,
  })
  await desk.call('cases.note', { id, text: '演示：机长回忆行李舱进了雨水，请改打 139 1111 2222' })
  for (const [n, name] of ['赵一', '钱二', '孙三', '李四', '周五', '吴六'].entries())
    await desk.call('kin.add', {
      ...{ memberId, name: `演示${name}`, relation: 'assistant', phone: `1391111000${n}`, rights: ['ask'] },
      ...{ fromDay: '2026-01-01', proof: 'letter', proofText: '演示授权书' },
    })
  const { number } = await desk.call('calls.log', {
    ...{ at: desk.now() - HOUR, direction: 'inbound', agent: 'boss', phone: '13900001111', rings: 1 },
    ...{ waitS: 5, talkS: 60, holdS: 0, wrapUpS: 10, question: '', process: '演示：询问轮椅服务', result: '' },
    resultCode: 'answered-enquiry',
  } as never)
  const { open } = desk.engine.desk
  if (!open) throw new Error('the store is closed')
  await open.store.transaction(async (db) => {
    const row = await db.selectFrom('calls').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
    for (let n = 1; n <= CALLS; n += 1) {
      const made = { id: `made-${n}`, number: `LD-20260101-${10_000 + n}`, startedAt: row.startedAt + 1000 * n }
      await db
        .insertInto('calls')
        .values({ ...row, ...made, process: '演示：查询航班' })
        .execute()
    }
  })
  await desk.close()
  return desk.folder
}
