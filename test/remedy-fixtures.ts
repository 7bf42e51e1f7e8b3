import type { Input, Output } from '../src/shared/contracts.ts'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'

/** A complaint of the agent who is signed in. */
export async function openComplaint(app: App, more: Partial<Input<'cases.open'>> = {}): Promise<CaseId> {
  return (await app.call('cases.open', complaint(more))).id
}

/** The number of the newest entry of a case. */
export async function seqOf(app: App, id: CaseId): Promise<number> {
  return (await app.call('cases.pulse', { id })).lastSeq
}

type Draft = Omit<Input<'liability.draft'>, 'id' | 'expectedSeq'>

/** A finding against the airline that lacks nothing. */
export function finding(more: Partial<Draft> = {}): Draft {
  return {
    matter: 'service',
    party: 'operator',
    grounds: ['operatorSilent'],
    shares: [
      { kind: 'department', department: 'airport', percent: 70 },
      { kind: 'department', department: 'operations', percent: 30 },
    ],
    facts: '延误五小时内未按规定每三十分钟通报航班动态',
    basis: '航班正常管理规定（CCAR-300）',
    evidence: '现场广播记录 2026-09-30',
    ...more,
  }
}

/** What the log of a case keeps of its newest entry of a kind. */
export async function lastEntry(app: App, id: CaseId, kind: string): Promise<Record<string, unknown>> {
  return inStore(app, async (db) => {
    const row = await db
      .selectFrom('caseEvents')
      .select('data')
      .where('caseId', '=', id)
      .where('kind', '=', kind)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    return JSON.parse(row.data)
  })
}

/** Takes a finding the whole way: drafted by the agent, reviewed by the lead, final. */
export async function finalFinding(app: App, id: CaseId, more: Partial<Draft> = {}): Promise<Output<'liability.show'>> {
  await app.as('agent')
  await app.call('liability.draft', { id, ...finding(more), expectedSeq: await seqOf(app, id) })
  await app.call('liability.submit', { id, expectedSeq: await seqOf(app, id) })
  await app.as('lead')
  await app.call('liability.review', { id, isAgreed: true, note: '依据充分', expectedSeq: await seqOf(app, id) })
  await app.as('agent')
  const said = { opinion: 'agrees', text: '认可', channel: 'phone' } as const
  await app.call('liability.opinion', { id, ...said, expectedSeq: await seqOf(app, id) })
  return app.call('liability.finish', { id, expectedSeq: await seqOf(app, id) })
}

type PlanDraft = Omit<Input<'plans.draft'>, 'id' | 'expectedSeq'>

/** A plan of the person who is signed in that lacks nothing. */
export function plan(app: App, more: Partial<PlanDraft> = {}): PlanDraft {
  return {
    cause: '机务排故导致延误，现场未通报',
    demand: '书面说明并补偿',
    direction: '属实，承运人原因，按延误标准补偿并致歉',
    measures: '致歉并书面说明原因，补偿 200 元，现场增设公告岗',
    deadlineAt: app.now() + 3 * DAY,
    department: 'airport',
    responsibleId: app.engine.desk.session?.actor.id ?? ('' as UserId),
    communication: '电话告知客户进度，内部以协办单通报',
    amountFen: 20000,
    principles: { fair: true, timely: true, personal: true, lawful: true, cooperative: true },
    milestones: [
      { name: '出具书面说明', dueAt: app.now() + DAY },
      { name: '告知客户处理进度', dueAt: app.now() + 2 * DAY, tellsCustomer: true },
    ],
    ...more,
  }
}

type Proposal = Omit<Input<'compensation.propose'>, 'id' | 'expectedSeq'>

/** The delay standard for five hours, in cash. */
export function proposal(more: Partial<Proposal> = {}): Proposal {
  return {
    ...{ scopeId: 'carrier', ruleId: 'delay-200-400', form: 'cash', inputs: { delayMinutes: 300 } },
    description: '延误补偿',
    ...more,
  }
}

/** An amount that is argued for. */
export function goodwill(amountFen: number, more: Partial<Proposal> = {}): Proposal {
  return proposal({ ruleId: 'free', inputs: {}, amountFen, reason: '服务差错安抚', description: '安抚补偿', ...more })
}

/** The newest amount of a case. */
export async function newestAmount(app: App, id: CaseId) {
  const { rows } = await app.call('compensation.show', { id })
  const newest = rows.at(-1)
  if (!newest) throw new Error('no amount')
  return newest
}
