import type { Engine } from '../../src/main/engine/engine.ts'
import { ask } from './desk.ts'

const COMPLAINT = {
  kind: 'complaint',
  channel: 'phone',
  category: 'flight.delay',
  memberId: null,
  contactName: '陈女士',
  contactPhone: '13800001234',
  anonymousReason: '非会员旅客',
  content: '航班延误五小时，现场无人说明原因',
  reason: '缺少信息',
  demand: '书面说明并道歉',
  apologyGiven: true,
} as const

const ENQUIRY = {
  kind: 'enquiry',
  channel: 'phone',
  category: 'baggage',
  anonymousReason: '非会员',
  contactPhone: '13900005678',
  content: '行李额是多少',
} as const

/** Opens some real cases through the desk, one complaint to four enquiries: models for many copies. */
export async function fillCases(engine: Engine, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await ask(engine, 'cases.open', n % 5 === 0 ? { ...COMPLAINT } : { ...ENQUIRY })
}

/** Opens one complaint, which has five clocks, and gives its id. */
export async function openComplaint(engine: Engine): Promise<string> {
  return (await ask(engine, 'cases.open', { ...COMPLAINT })).id
}
