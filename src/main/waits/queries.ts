import type { Compilable } from 'kysely'
import { OWED_STATES } from '../../shared/subtasks/words.ts'
import type { Day } from '../../shared/time.ts'
import { kept, keptShapes } from '../store/kept.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

/** Of each kind so many, those due first; nobody looks further down a list of what is urgent. */
export const MOST_OF_A_KIND = 1000

/** Whose; nobody in particular means everybody's. */
export type Owners = readonly string[] | null

type Use = <V>(value: V) => V

/** A read of a person's, a team's or everybody's rows, built once for each number of people. */
function ofOwners<R, More extends object = object>(
  build: (db: Db, owners: string[] | null, at: More) => Compilable<R>,
): (db: Db, owners: Owners, more?: More) => Promise<R[]> {
  const plan = ({ owners, more }: { owners: Owners; more: More }, use: Use) => {
    const people = owners?.map(use) ?? null
    const at = Object.fromEntries(Object.entries(more).map(([name, value]) => [name, use(value)])) as More
    return { shape: String(owners?.length), build: (db: Db) => build(db, people, at) }
  }
  const read = keptShapes<{ owners: Owners; more: More }, R>(plan)
  return (db, owners, more = {} as More) => read(db, { owners, more })
}

/** Follow-ups that are not done, the first due first, with whether each was promised. */
export const openFollowUps = ofOwners((db, owners) => {
  let query = db
    .selectFrom('followUps')
    .leftJoin('promises', 'promises.followUpId', 'followUps.id')
    .leftJoin('calls', 'calls.id', 'followUps.callId')
    .select(['followUps.id', 'followUps.kind', 'followUps.text', 'followUps.dueAt', 'followUps.ownerId'])
    .select(['followUps.caseId', 'followUps.callId', 'followUps.memberId', 'promises.promisedBy'])
    .select('calls.number as callNumber')
    .where('followUps.doneAt', 'is', null)
  if (owners !== null) query = query.where('followUps.ownerId', 'in', owners)
  return query.orderBy('followUps.dueAt').orderBy('followUps.id').limit(MOST_OF_A_KIND)
})

/** Open to-dos that are something to do; those that people gave themselves are shown to nobody else. */
export const openTodos = ofOwners((db, owners, { viewerId }: { viewerId: string }) => {
  let query = db
    .selectFrom('todos')
    .select(['id', 'title', 'dueAt', 'userId', 'caseId', 'memberId'])
    .where('state', '=', 'open')
    .where('source', '!=', 'moved')
    .where((eb) => eb.or([eb('userId', '=', viewerId), eb('source', '!=', 'self')]))
  if (owners !== null) query = query.where('userId', 'in', owners)
  return query
    .orderBy((eb) => eb.fn.coalesce('dueAt', eb.lit(Number.MAX_SAFE_INTEGER)))
    .orderBy('id')
    .limit(MOST_OF_A_KIND)
})

const SUB_TASK = ['id', 'question', 'dueAt', 'assigneeId', 'caseId'] as const

/** Sub-tasks that somebody owes, the first due first. */
export const owedSubTasks = ofOwners((db, owners) => {
  let query = db
    .selectFrom('subTasks')
    .select(SUB_TASK)
    .where('state', 'in', [...OWED_STATES])
  if (owners !== null) query = query.where('assigneeId', 'in', owners)
  return query.orderBy('dueAt').orderBy('id').limit(MOST_OF_A_KIND)
})

/** Sub-tasks that lie with a department and nobody has accepted. */
export async function freeSubTasks(db: Db) {
  return db
    .selectFrom('subTasks')
    .select(SUB_TASK)
    .where('state', 'in', [...OWED_STATES])
    .where('assigneeId', 'is', null)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(MOST_OF_A_KIND)
    .execute()
}

/** Planned care that is due by a day. */
export const dueCare = ofOwners((db, owners, { today }: { today: Day }) => {
  let query = db
    .selectFrom('careContacts')
    .select(['id', 'reason', 'dueDay', 'ownerId', 'caseId', 'memberId'])
    .where('state', '=', 'planned')
    .where('dueDay', '<=', today)
  if (owners !== null) query = query.where('ownerId', 'in', owners)
  return query.orderBy('dueDay').orderBy('id').limit(MOST_OF_A_KIND)
})

/** Exports that other people want a second person for. */
export const askedExports = kept((db: Db, { exceptOf }: { exceptOf: string }) =>
  db
    .selectFrom('exportRequests')
    .select(['id', 'scopeLabel', 'purpose', 'askedAt', 'askedBy', 'state'])
    .where('state', '=', 'asked')
    .where('askedBy', '!=', exceptOf)
    .orderBy('askedAt')
    .orderBy('id')
    .limit(MOST_OF_A_KIND),
)

const CASE_FACTS = [
  ...(['id', 'number', 'title', 'contactName', 'memberId', 'tierAtOpening', 'severity', 'priority'] as const),
  ...(['ownerId', 'isRestricted', 'nextDueAt'] as const),
]
export type CaseFacts = Pick<Row<'cases'>, (typeof CASE_FACTS)[number]>

export async function caseFacts(db: Db, ids: readonly string[]): Promise<Map<string, CaseFacts>> {
  const found = new Map<string, CaseFacts>()
  for (const some of parts([...new Set(ids)]))
    for (const row of await db.selectFrom('cases').select(CASE_FACTS).where('id', 'in', some).execute())
      found.set(row.id, row)
  return found
}

export type MemberFacts = Pick<Row<'members'>, 'id' | 'name' | 'tier'>

export async function memberFacts(db: Db, ids: readonly string[]): Promise<Map<string, MemberFacts>> {
  const found = new Map<string, MemberFacts>()
  for (const some of parts([...new Set(ids)]))
    for (const row of await db.selectFrom('members').select(['id', 'name', 'tier']).where('id', 'in', some).execute())
      found.set(row.id, row)
  return found
}

/** Everybody who works at the desk now. */
export async function deskPeople(db: Db) {
  return db
    .selectFrom('users')
    .select(['id', 'name', 'role', 'leadId'])
    .where('role', '!=', 'admin')
    .where('status', '=', 'active')
    .orderBy('name')
    .orderBy('id')
    .execute()
}
