import type { CaseKind } from '../../shared/cases/words.ts'
import type { Instant } from '../../shared/time.ts'
import { inScope } from '../cases/in-scope.ts'
import type { Scope } from '../rules/access.ts'
import type { Db, Row } from '../store/types.ts'

type Stretch = { from: Instant; to: Instant }
type Within = Stretch & { scope?: Scope | undefined }

const READ = [
  'id',
  'kind',
  'state',
  'isOpen',
  'memberId',
  'ownerId',
  'tierAtOpening',
  'channel',
  'category',
  'contentClass',
  'severity',
  'objectClass',
  'department',
  'timeClass',
  'serviceType',
  'flightNo',
  'route',
  'receivedAt',
] as const
export type ReadCase = Pick<Row<'cases'>, (typeof READ)[number]>

/** So few that reading and counting a page keeps no thread busy for long. */
const PAGE = 150

/** Cases of a kind received in a stretch of time, page by page. */
export async function* casesOf(db: Db, kind: CaseKind, { from, to, scope }: Within): AsyncGenerator<ReadCase[]> {
  let after = { receivedAt: from, id: '' }
  for (;;) {
    const page = await casesIn(db, scope)
      .select(READ)
      .where('kind', '=', kind)
      .where('receivedAt', '>=', after.receivedAt)
      .where('receivedAt', '<', to)
      .where((eb) => eb(eb.refTuple('receivedAt', 'id'), '>', eb.tuple(after.receivedAt, after.id)))
      .orderBy('receivedAt')
      .orderBy('id')
      .limit(PAGE)
      .execute()
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = last
  }
}

function casesIn(db: Db, scope: Scope | undefined) {
  const cases = db.selectFrom('cases')
  return scope ? cases.where((eb) => inScope(eb, scope)) : cases
}

export async function countCases(db: Db, { from, to, scope }: Within, kinds: readonly CaseKind[]): Promise<number> {
  const row = await casesIn(db, scope)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', 'in', [...kinds])
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', to)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function readCase(db: Db, id: string): Promise<ReadCase | undefined> {
  return db.selectFrom('cases').select(READ).where('id', '=', id).executeTakeFirst()
}

/** The logs of some cases, in the order in which they were written. */
export async function eventsOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('caseEvents')
    .select(['caseId', 'at', 'kind', 'toState', 'data'])
    .where('caseId', 'in', ids)
    .orderBy('caseId')
    .orderBy('seq')
    .execute()
}

export async function clocksOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('clocks')
    .select(['caseId', 'kind', 'state', 'startedAt', 'dueAt', 'stoppedAt'])
    .where('caseId', 'in', ids)
    .execute()
}

export async function causesOf(db: Db, ids: readonly string[]) {
  return db.selectFrom('caseCauses').select(['caseId', 'code']).where('caseId', 'in', ids).execute()
}

export async function compensationsOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('compensations')
    .select(['caseId', 'status', 'costFen', 'dueAt', 'executedAt', 'effect'])
    .where('caseId', 'in', ids)
    .execute()
}

/** Warnings raised in a stretch of time, with the number that stands behind each. */
export async function alertsOf(db: Db, { from, to }: Stretch) {
  return db
    .selectFrom('patternAlerts')
    .leftJoin('users', 'users.id', 'patternAlerts.value')
    .select(['patternAlerts.id', 'dimension', 'value', 'state', 'raisedAt', 'count', 'limit', 'finding', 'name'])
    .where('state', 'in', ['open', 'acknowledged', 'closed'])
    .where('raisedAt', '>=', from)
    .where('raisedAt', '<', to)
    .orderBy('raisedAt')
    .orderBy('patternAlerts.id')
    .limit(200)
    .execute()
}
