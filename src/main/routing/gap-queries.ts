import type { CaseId } from '../../shared/ids.ts'
import type { UnnamedTask } from '../../shared/routing/gaps-contract.ts'
import type { Instant } from '../../shared/time.ts'
import type { CaseRecord } from '../cases/case-file.ts'
import { isContact } from '../rules/gaps.ts'
import type { Db } from '../store/types.ts'

const PAGE = 500

/** Open complaints in the order in which their limits end, page by page. */
export async function* openComplaints(db: Db): AsyncGenerator<CaseRecord[]> {
  let after: { queueAt: Instant; id: string } | undefined
  for (;;) {
    let query = db.selectFrom('cases').selectAll().where('isOpen', '=', 1).where('kind', '=', 'complaint')
    const from = after
    if (from) query = query.where((eb) => eb(eb.refTuple('queueAt', 'id'), '>', eb.tuple(from.queueAt, from.id)))
    const page = await query.orderBy('queueAt').orderBy('id').limit(PAGE).execute()
    yield page
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = last
  }
}

/** Complaints of a period in the order in which they came, page by page. */
export async function* complaintsBetween(db: Db, from: Instant, to: Instant): AsyncGenerator<CaseRecord[]> {
  let after = { receivedAt: from, id: '' }
  for (;;) {
    const page = await db
      .selectFrom('cases')
      .selectAll()
      .where('kind', '=', 'complaint')
      .where('receivedAt', '>=', after.receivedAt)
      .where('receivedAt', '<', to)
      .where((eb) => eb(eb.refTuple('receivedAt', 'id'), '>', eb.tuple(after.receivedAt, after.id)))
      .orderBy('receivedAt')
      .orderBy('id')
      .limit(PAGE)
      .execute()
    yield page
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = last
  }
}

/** When somebody last spoke with the customer of each case. */
export async function lastContacts(db: Db, ids: readonly string[]): Promise<Map<string, Instant>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('caseEvents')
    .select(['caseId', 'at', 'kind', 'data'])
    .where('caseId', 'in', [...ids])
    .where('kind', 'in', ['opened', 'step', 'contacted', 'visit'])
    .execute()
  const last = new Map<string, Instant>()
  for (const { caseId, at, kind, data } of rows) {
    const { emits = [] } = JSON.parse(data) as { emits?: string[] }
    if (isContact(kind, emits) && at > (last.get(caseId) ?? 0)) last.set(caseId, at)
  }
  return last
}

/** Cases among these for which something is planned. */
export async function plannedFor(
  db: Db,
  ids: readonly string[],
): Promise<{ followUps: Set<string>; subTasks: Set<string> }> {
  if (ids.length === 0) return { followUps: new Set(), subTasks: new Set() }
  const followUps = await db
    .selectFrom('followUps')
    .select('caseId')
    .where('caseId', 'in', [...ids])
    .where('doneAt', 'is', null)
    .execute()
  const subTasks = await db
    .selectFrom('subTasks')
    .select('caseId')
    .where('caseId', 'in', [...ids])
    .where('endedAt', 'is', null)
    .execute()
  return {
    followUps: new Set(followUps.flatMap(({ caseId }) => caseId ?? [])),
    subTasks: new Set(subTasks.map(({ caseId }) => caseId)),
  }
}

/** Cases about which somebody was told and has not read it for so long. */
export async function unreadNotices(db: Db, ids: readonly string[], before: Instant): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('caseNotices')
    .select('caseId')
    .where('caseId', 'in', [...ids])
    .where('seenAt', 'is', null)
    .where('at', '<=', before)
    .execute()
  return new Set(rows.map(({ caseId }) => caseId))
}

export async function activeIds(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('users').select('id').where('status', '=', 'active').execute()
  return new Set(rows.map(({ id }) => id))
}

/** The response clock of each case: when its first answer was due and when it came. */
export async function responseClocks(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { dueAt: Instant; stoppedAt: Instant | null }>()
  const rows = await db
    .selectFrom('clocks')
    .select(['caseId', 'dueAt', 'stoppedAt', 'round'])
    .where('caseId', 'in', [...ids])
    .where('kind', '=', 'respond')
    .orderBy('round', 'desc')
    .execute()
  return new Map(rows.map(({ caseId, dueAt, stoppedAt }) => [caseId, { dueAt, stoppedAt }]))
}

const TASKS = 200

/** S4-137: sub-tasks that wait in a department and rectifications for which nobody in person was named. */
export async function unnamedTasks(db: Db): Promise<UnnamedTask[]> {
  const subTasks = await db
    .selectFrom('subTasks')
    .innerJoin('cases', 'cases.id', 'subTasks.caseId')
    .select([
      'subTasks.id',
      'subTasks.caseId',
      'cases.number',
      'subTasks.question',
      'subTasks.department',
      'subTasks.dueAt',
    ])
    .where('subTasks.assigneeId', 'is', null)
    .where('subTasks.endedAt', 'is', null)
    .where('cases.isOpen', '=', 1)
    .orderBy('subTasks.dueAt')
    .limit(TASKS)
    .execute()
  const measures = await db
    .selectFrom('liabilityMeasures')
    .innerJoin('cases', 'cases.id', 'liabilityMeasures.caseId')
    .select(['liabilityMeasures.id', 'liabilityMeasures.caseId', 'cases.number', 'liabilityMeasures.text'])
    .select(['liabilityMeasures.department', 'liabilityMeasures.dueAt'])
    .where('liabilityMeasures.kind', '=', 'rectification')
    .where('liabilityMeasures.responsibleId', 'is', null)
    .where('liabilityMeasures.verifiedAt', 'is', null)
    .orderBy('liabilityMeasures.dueAt')
    .limit(TASKS)
    .execute()
  return [
    ...subTasks.map(({ number, question, caseId, ...task }) => ({
      ...task,
      kind: 'subTask' as const,
      caseId: caseId as CaseId,
      caseNumber: number,
      text: question,
    })),
    ...measures.map(({ number, caseId, ...task }) => ({
      ...task,
      kind: 'rectification' as const,
      caseId: caseId as CaseId,
      caseNumber: number,
    })),
  ]
}

/** How many accountability measures each case has (S4-139). */
export async function accountabilities(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('liabilityMeasures')
    .select((eb) => ['caseId' as const, eb.fn.countAll<number>().as('count')])
    .where('caseId', 'in', [...ids])
    .where('kind', '=', 'accountability')
    .groupBy('caseId')
    .execute()
  return new Map(rows.map(({ caseId, count }) => [caseId, Number(count)]))
}

/** The party that the final finding of each case names. */
export async function finalParties(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('liabilities')
    .select(['caseId', 'party'])
    .where('caseId', 'in', [...ids])
    .where('status', '=', 'final')
    .execute()
  return new Map(rows.map(({ caseId, party }) => [caseId, party]))
}
