import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Db } from '../src/main/store/types.ts'
import type { Input } from '../src/shared/contracts.ts'
import type { CaseId, MemberId } from '../src/shared/ids.ts'
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
    simpleReason: 'explained',
    causeText: '机务排故',
    measures: '现场公告流程整改',
    resultFeedback: '已向客户书面说明原因并致歉',
    feedbackAt: now,
    feedbackChannel: 'phone',
  }
}

/** The form of the call that asks the customer whether all is well. */
export function visit(now: number, more: StepForm = {}): StepForm {
  return {
    contactPerson: '陈女士',
    contactAt: now,
    contactChannel: 'phone',
    isSolved: 'yes',
    satisfactionResult: 4,
    satisfactionProcess: 5,
    satisfactionAgent: 5,
    satisfactionOverall: 4,
    ...more,
  }
}

/** The form that closes a complaint. */
export const closing = {
  closingSummary: '客户满意',
  improvement: 'process',
  improvementNote: '公告流程已整改',
} as const

export type StepForm = Record<string, string | number | boolean>

/** Takes a step of a case as it stands now. */
export async function take(app: App, id: CaseId, step: string, data: StepForm = {}) {
  const { lastSeq } = await app.call('cases.pulse', { id })
  return app.call('cases.advance', { id, step, data, expectedSeq: lastSeq })
}

/** What refuses a step of a case as it stands now. */
export async function refused(app: App, id: CaseId, step: string, data: StepForm = {}) {
  const { lastSeq } = await app.call('cases.pulse', { id })
  return app.fail('cases.advance', { id, step, data, expectedSeq: lastSeq })
}

/** A complaint that its owner has accepted; whoever is signed in owns it. */
export async function investigated(app: App, draft: Partial<Draft> = {}): Promise<CaseId> {
  const { id, ownerId } = await app.call('cases.open', complaint(draft))
  await take(app, id, 'confirm', confirmation(app.now()))
  await take(app, id, 'assign', { ownerId: ownerId ?? '' })
  await take(app, id, 'accept')
  return id
}

/** S1-46: what is stored of every case is what its log gives when it is replayed; asked by a lead or the manager. */
export async function mustReplay(app: App): Promise<void> {
  expect(await app.call('cases.replay', {})).toMatchObject({ mismatches: 0, found: [] })
}
