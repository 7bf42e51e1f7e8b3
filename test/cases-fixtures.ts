import { randomUUID } from 'node:crypto'
import type { Db } from '../src/main/store/types.ts'
import type { Input } from '../src/shared/contracts.ts'
import type { MemberId } from '../src/shared/ids.ts'
import type { MemberTier } from '../src/shared/tiers/model.ts'
import type { App } from './app.ts'
import { putMember } from './calls-fixture.ts'

export const at = (text: string) => Date.parse(`${text}+08:00`)

/** Runs work on the store behind the calls, for what another feature would have put there. */
export async function inStore<T>(app: App, work: (db: Db) => Promise<T>): Promise<T> {
  const { open } = app.engine.desk
  if (!open) throw new Error('the store is closed')
  return open.store.transaction(work)
}

/** A member of a tier, reached at a number of their own. */
export async function addMember(
  app: App,
  tier: MemberTier = 'none',
  cardNo = `EG${randomUUID().slice(0, 8).toUpperCase()}`,
): Promise<MemberId> {
  return putMember(app, cardNo, '林晓', { tier, mobile: '+8613700004321' })
}

type Draft = Input<'cases.open'>

/** A complaint by telephone that lacks nothing. */
export function complaint(more: Partial<Draft> = {}): Draft {
  return {
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
    ...more,
  }
}

export function enquiry(more: Partial<Draft> = {}): Draft {
  return {
    kind: 'enquiry',
    channel: 'phone',
    category: 'baggage',
    anonymousReason: '非会员',
    contactPhone: '13900005678',
    content: '行李额是多少',
    ...more,
  }
}

/** The form of the confirmation call with the customer. */
export function confirmation(now: number): Record<string, string | number | boolean> {
  return {
    contactPerson: '陈女士',
    contactAt: now,
    contactChannel: 'phone',
    confirmedFacts: '航班与延误时间属实',
    processExplained: true,
    expectedAt: now + 24 * 3_600_000,
  }
}

/** The form of the reply that ends the handling. */
export function reply(now: number): Record<string, string | number | boolean> {
  return {
    cause: '机务排故',
    measures: '现场公告流程整改',
    resultFeedback: '已向客户书面说明原因并致歉',
    feedbackAt: now,
    feedbackChannel: 'phone',
  }
}
