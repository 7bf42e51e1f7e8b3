import type { Instant } from '../../shared/time.ts'
import { ofMembersRead } from '../calls/rows.ts'
import type { Scope } from '../rules/access.ts'
import type { Db, Row } from '../store/types.ts'

const READ = [
  'id',
  'direction',
  'state',
  'agentId',
  'startedAt',
  'answeredAt',
  'waitMs',
  'talkMs',
  'holdMs',
  'wrapUpMs',
] as const
export type ReadCall = Pick<Row<'calls'>, (typeof READ)[number]>

const PAGE = 2000

type Within = { from: Instant; to: Instant; scope?: Scope | undefined }

/** Calls that began in a stretch of time, page by page, as far as they lie within a scope where one is asked. */
export async function* callsOf(db: Db, { from, to, scope }: Within): AsyncGenerator<ReadCall[]> {
  const calls = db.selectFrom('calls')
  let after = { startedAt: from, id: '' }
  for (;;) {
    const page = await (scope ? calls.where((eb) => ofMembersRead(eb, scope)) : calls)
      .select(READ)
      .where('startedAt', '>=', after.startedAt)
      .where('startedAt', '<', to)
      .where((eb) => eb(eb.refTuple('startedAt', 'id'), '>', eb.tuple(after.startedAt, after.id)))
      .orderBy('startedAt')
      .orderBy('id')
      .limit(PAGE)
      .execute()
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = last
  }
}

/** What the calls were about, as far as a case was opened from them. */
export async function casesOfCalls(db: Db, callIds: readonly string[]) {
  return db
    .selectFrom('cases')
    .select(['id', 'callId', 'category', 'priority'])
    .where('callId', 'in', callIds)
    .orderBy('registeredAt')
    .orderBy('id')
    .execute()
}

/** People of the desk with the lead each works for. */
export async function peopleOf(db: Db): Promise<Pick<Row<'users'>, 'id' | 'login' | 'name' | 'leadId'>[]> {
  return db.selectFrom('users').select(['id', 'login', 'name', 'leadId']).execute()
}
