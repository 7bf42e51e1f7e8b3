import type { Input } from '../../src/shared/contracts.ts'
import type { CaseId, MemberId } from '../../src/shared/ids.ts'
import type { TargetPolicy } from '../../src/shared/targets/model.ts'
import { HOUR, MINUTE } from '../../src/shared/time.ts'
import type { WorkflowDefinition } from '../../src/shared/workflow/model.ts'
import { PASSWORD } from './desk.ts'
import { type PastDesk, pastDesk } from './past-desk.ts'

const ONE_TIME = 'battery staple once'

/** A moment as the desk's date-and-time fields hold it, to the minute. */
export const deskTime = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 16)

async function signInAs(desk: PastDesk, login: string, password = PASSWORD): Promise<void> {
  await desk.call('session.lock', { reason: 'switch' })
  await desk.call('session.signIn', { login, password })
}

async function join(desk: PastDesk, login: string, name: string, role: 'agent' | 'lead'): Promise<void> {
  await signInAs(desk, 'boss')
  await desk.call('users.create', { login, name, role, leadId: null, password: ONE_TIME })
  await signInAs(desk, login, ONE_TIME)
  await desk.call('session.changePassword', { oldPassword: ONE_TIME, newPassword: PASSWORD })
}

/** Puts a changed policy in force from today: a lead writes it, the manager approves it. */
async function putInForce(desk: PastDesk, name: string, change: (body: never) => object): Promise<void> {
  await signInAs(desk, 'zhao')
  const list = await desk.call('policies.list', {})
  const id = list.find((one) => one.state === 'inForce' && one.id.startsWith(name))?.id ?? ''
  const { body } = await desk.call('policies.show', { id })
  const effectiveFrom = deskTime(desk.now()).slice(0, 10)
  const draft = await desk.call('policies.draft', {
    ...{ basedOn: id, effectiveFrom, body: change(body as never), reason: '演示：调整' },
  } as Input<'policies.draft'>)
  await desk.call('policies.submit', { id: draft.id, reason: '请审批' })
  await signInAs(desk, 'boss')
  await desk.call('policies.approve', { id: draft.id, reason: '同意' })
}

export type ComplaintStore = { folder: string; numbers: Record<'first' | 'again' | 'two' | 'foreign' | 'gold', string> }

/**
 * A store of 20 hours ago with demo complaints of the agent `li`: the same matter twice, one that holds two matters, one
 * that is nobody's business here, and one of a gold member who became a diamond one since; targets and workflow have a
 * newer version by now. There are also the agent `mei`, the lead `zhao` and the manager `boss`.
 */
export async function storeWithComplaints(): Promise<ComplaintStore> {
  const desk = await pastDesk(20 * HOUR)
  await join(desk, 'li', '演示李客服', 'agent')
  await join(desk, 'mei', '演示梅客服', 'agent')
  await join(desk, 'zhao', '演示赵主管', 'lead')
  await signInAs(desk, 'boss')
  const gold = { card: 'HU600100200', name: '欧阳静怡', mobile: '13812345678', tier: 'gold', vipReason: '演示' }
  const { id: memberId } = await desk.call('members.create', { ...gold, gender: 'unknown' } as never)
  await signInAs(desk, 'li')
  const complain = async (title: string, more: Partial<Input<'cases.open'>> = {}) => {
    desk.wait(5 * MINUTE)
    const { number } = await desk.call('cases.open', {
      ...{ kind: 'complaint', channel: 'phone', category: 'flight.delay', contactName: '演示旅客陈明' },
      ...{ contactPhone: '13800001234', anonymousReason: '非会员旅客', title, content: `${title}，无人说明原因` },
      ...{ demand: '书面说明', apologyGiven: true },
      ...more,
    })
    return number
  }
  const numbers = {
    first: await complain('演示：延误五小时'),
    again: await complain('演示：再次来电催问'),
    two: await complain('演示：延误与行李破损', { contactPhone: '13800002222' }),
    foreign: await complain('演示：地面出租车绕路', { contactPhone: '13800003333', category: 'other' }),
    gold: await complain('演示：金卡会员投诉', { memberId: memberId as MemberId, anonymousReason: null }),
  }
  await putInForce(desk, 'targets', ({ rules }: TargetPolicy) => ({
    rules: rules.map((rule) =>
      rule.id === 's1-confirm-24h' ? { ...rule, limit: { unit: 'minutes', amount: 720 } } : rule,
    ),
  }))
  await putInForce(desk, 'workflow-complaint', ({ states }: WorkflowDefinition) => ({
    states: states.map((state) =>
      state.id === 'registered' ? { ...state, forCustomer: { zh: '演示：已受理，专人核实', en: 'Accepted' } } : state,
    ),
  }))
  await desk.call('tiers.setManual', { memberId: memberId as MemberId, tier: 'diamond', reason: '演示', until: null })
  await desk.close()
  return { folder: desk.folder, numbers }
}

/** Takes a complaint to where its owner looks into it. */
async function investigate(desk: PastDesk, id: CaseId, ownerId: string): Promise<void> {
  const step = async (name: string, data: Record<string, string | number | boolean> = {}) => {
    desk.wait(10 * MINUTE)
    const { lastSeq } = await desk.call('cases.pulse', { id })
    await desk.call('cases.advance', { id, step: name, data, expectedSeq: lastSeq })
  }
  await step('confirm', {
    ...{ contactPerson: '演示旅客陈明', contactAt: desk.now(), contactChannel: 'phone', confirmedFacts: '属实' },
    ...{ processExplained: true, expectedAt: desk.now() + 24 * HOUR },
  })
  await step('assign', { ownerId })
  await step('accept')
}

export type RemedyStore = { folder: string; joint: string; simple: string }

/**
 * A store with two demo complaints that `li` looks into: for `joint` the finding is reviewed, an amount approved and not
 * carried out, and a plan approved; `simple` needs none of it.
 */
export async function storeWithRemedies(): Promise<RemedyStore> {
  const desk = await pastDesk(6 * HOUR)
  await join(desk, 'li', '演示李客服', 'agent')
  await join(desk, 'zhao', '演示赵主管', 'lead')
  await signInAs(desk, 'li')
  const complain = async (title: string) => {
    const opened = await desk.call('cases.open', {
      ...{ kind: 'complaint', channel: 'counter', category: 'flight.delay', contactName: '演示旅客陈明' },
      ...{ contactPhone: '13800001234', anonymousReason: '非会员旅客', title, apologyGiven: true },
      ...{ content: `${title}，双方现场争执`, demand: '书面说明并补偿' },
    })
    await investigate(desk, opened.id, opened.ownerId ?? '')
    return opened
  }
  const { number: simple } = await complain('演示：登机口变更未通知')
  const { number: joint, id, ownerId } = await complain('演示：延误五小时')
  const seq = async () => (await desk.call('cases.pulse', { id })).lastSeq
  await desk.call('liability.draft', {
    ...{ id, matter: 'service', party: 'joint', facts: '现场未通报，双方争执' },
    grounds: ['bothAtFault', 'worsened'],
    shares: [
      { kind: 'department', department: 'airport', percent: 60 },
      { kind: 'customer', percent: 40 },
    ],
    ...{ basis: '航班正常管理规定', evidence: '现场录像', expectedSeq: await seq() },
  })
  await desk.call('liability.submit', { id, expectedSeq: await seq() })
  const delay = { scopeId: 'carrier', ruleId: 'delay-200-400', form: 'cash', inputs: { delayMinutes: 300 } } as const
  await desk.call('compensation.propose', { id, ...delay, description: '演示：延误补偿', expectedSeq: await seq() })
  await desk.call('plans.draft', {
    ...{ id, cause: '延误未通报', demand: '书面说明并补偿', direction: '属实', measures: '致歉并补偿 200 元' },
    ...{ deadlineAt: desk.now() + 72 * HOUR, department: 'airport', responsibleId: ownerId as never },
    ...{ communication: '电话告知', amountFen: 20000, milestones: [], expectedSeq: await seq() },
    principles: { fair: true, timely: true, personal: true, lawful: true, cooperative: true },
  })
  await desk.call('plans.submit', { id, expectedSeq: await seq() })
  await signInAs(desk, 'zhao')
  await desk.call('liability.review', { id, isAgreed: true, note: '依据充分', expectedSeq: await seq() })
  await desk.call('plans.decide', { id, isApproved: true, reason: '同意', expectedSeq: await seq() })
  await desk.close()
  return { folder: desk.folder, joint, simple }
}
