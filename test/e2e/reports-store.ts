import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createEngine } from '../../src/main/engine/engine.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import { newFolder, PASSWORD } from './desk.ts'

const KINDS = [
  { channel: 'phone', category: 'flight.delay', content: '航班延误，现场无人说明（演示数据）' },
  { channel: 'app', category: 'baggage.delayed', content: '行李晚到一天（演示数据）' },
  { channel: 'weibo', category: 'service.attitude', content: '值机人员态度生硬（演示数据）' },
  { channel: 'phone', category: 'ticket.refund', content: '退款迟迟未到账（演示数据）' },
] as const

const CAUSES = ['EXT-ATC', 'PROC-SLOW', 'EXT-ATC', 'PROC-SLOW'] as const

/** A store with some weeks of complaints up to now: most confirmed in time, half of them closed, one to be seen to. */
export async function storeWithComplaints(): Promise<string> {
  const folder = newFolder()
  let now = Date.now() - 40 * DAY
  const engine = createEngine(path.join(folder, 'desk.db'), {
    now: () => now,
    newId: randomUUID,
    log: () => {},
    push: () => {},
    versions: { app: '-', electron: '-', node: process.versions.node },
    passwordCost: { opslimit: 1, memlimit: 8192 },
  })
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await engine.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  const take = async (
    id: Output<'cases.open'>['id'],
    step: string,
    data: Record<string, string | number | boolean>,
  ) => {
    const { lastSeq } = await call('cases.pulse', { id })
    await call('cases.advance', { id, step, data, expectedSeq: lastSeq })
  }
  const { actor } = await call('session.create', {
    login: 'boss',
    name: '王经理',
    password: PASSWORD,
    language: 'zh-CN',
  }).then(() => ({ actor: engine.desk.session?.actor }))
  const byPhone = { contactPerson: '陈女士（演示）', contactChannel: 'phone' }
  for (let i = 0; i < 26; i++) {
    const kind = KINDS[i % KINDS.length] ?? KINDS[0]
    const { id } = await call('cases.open', {
      kind: 'complaint',
      contactName: '陈女士（演示）',
      contactPhone: '13800001234',
      anonymousReason: '非会员旅客',
      demand: '说明并道歉',
      apologyGiven: true,
      ...kind,
    })
    now += (1 + (i % 5)) * HOUR
    if (i % 6 !== 5) {
      const told = { confirmedFacts: '属实', processExplained: true, expectedAt: now + DAY }
      await take(id, 'confirm', { ...byPhone, contactAt: now, ...told })
      await take(id, 'assign', { ownerId: actor?.id ?? '' })
      await take(id, 'accept', {})
    }
    if (i % 6 < 4) {
      const judged = { urgency: 'normal', importance: 'normal', direction: 'explain' } as const
      await call('cases.assess', { id, ...judged, expectedSeq: (await call('cases.pulse', { id })).lastSeq })
      const cause = { caseId: id, code: CAUSES[i % CAUSES.length] ?? 'EXT-ATC', text: '见调查记录' }
      await call('causes.choose', { ...cause, expectedSeq: (await call('cases.pulse', { id })).lastSeq })
      now += (4 + (i % 7) * 3) * HOUR
      await take(id, 'reply', {
        simpleReason: 'explained',
        causeText: '见调查记录',
        measures: '已整改',
        resultFeedback: '已说明并致歉',
        feedbackAt: now,
        feedbackChannel: 'phone',
      })
      const scores = {
        satisfactionResult: 3 + (i % 3),
        satisfactionProcess: 4,
        satisfactionAgent: 5,
        satisfactionOverall: 4,
      }
      await take(id, 'visit', { ...byPhone, contactAt: now, isSolved: i % 4 === 3 ? 'partly' : 'yes', ...scores })
      await take(id, 'close', { closingSummary: '客户认可', improvement: 'process', improvementNote: '流程已整改' })
    }
    await call('cases.open', {
      kind: i % 2 === 0 ? 'enquiry' : 'service',
      channel: 'phone',
      category: i % 2 === 0 ? 'baggage' : 'service.boarding',
      contactPhone: '13900005678',
      anonymousReason: '非会员',
      content: i % 2 === 0 ? '行李额是多少（演示数据）' : '想要靠窗座位（演示数据）',
      ...(i % 2 === 0 ? {} : { serviceType: 'seat' as const, demand: '安排座位' }),
    })
    await call('calls.log', {
      phone: '13800001234',
      direction: 'inbound',
      at: now - HOUR,
      waitS: 6 + (i % 5) * 6,
      talkS: 90 + i * 5,
      holdS: i,
      agent: 'boss',
      resultCode: 'answered-enquiry',
      question: '行李额',
    })
    now = Math.min(Date.now() - HOUR, now + 24 * HOUR)
  }
  const dayOf = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 10)
  const { id } = await call('goals.set', {
    ...{
      measure: 'satisfaction',
      title: '投诉处理满意度',
      unit: '%',
      target: 80,
      dueDay: dayOf(Date.now() + 60 * DAY),
    },
    ...{ baseline: 65, baselineWhen: '2022', baselineSource: '2022年度客户满意度调查', ownerId: actor?.id as never },
  })
  await call('goals.measure', { id, day: dayOf(now), value: 72, source: '本期调查（演示数据）' })
  await engine.close()
  return folder
}
