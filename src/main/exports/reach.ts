import type { ExpressionBuilder } from 'kysely'
import { CASE_KINDS } from '../../shared/cases/words.ts'
import type { Database, Db } from '../store/types.ts'
import type { Source } from './sources.ts'

/** Whose or which data: members with all that is theirs, or cases with all that belongs to them. */
export type Reach =
  | { kind: 'members'; ids: readonly string[]; all: readonly string[] }
  | { kind: 'cases'; ids: readonly string[] }
  | { kind: 'period'; from: number; to: number }

/** Some of the calls within a reach: as many as one question asks about. */
export type SomeCalls = { kind: 'calls'; ids: readonly string[]; of: Reach }

/** Every source is read as if it were one table: only names that its columns have are ever used. */
export type Builder = ExpressionBuilder<Database, 'messages'>

/** False for a table that has nothing to do with this kind of export, such as the tiers of a period. */
export function reaches(source: Source, reach: Reach): boolean {
  const ofCalls = source.table === 'calls' || source.calls !== undefined
  return reach.kind === 'members' || source.case !== undefined || ofCalls
}

/** The condition under which a row of a source lies within reach. */
export function within(db: Db, source: Source, reach: Reach | SomeCalls) {
  return (eb: Builder) => {
    if (reach.kind === 'calls') return withSomeCalls(db, source, reach, eb)
    if (source.calls) return eb.or(source.calls.map((column) => eb(column as 'caseId', 'in', callsOf(db, reach))))
    if (reach.kind === 'members') return withMembers(db, source, reach, eb)
    if (source.table === 'calls') return callsWithin(db, reach, eb)
    return eb(source.case as 'caseId', 'in', reach.kind === 'cases' ? listed(reach.ids) : casesOf(db, reach))
  }
}

function withMembers(db: Db, source: Source, reach: Extract<Reach, { kind: 'members' }>, eb: Builder) {
  const theirs = db.selectFrom('cases').select('id').where('memberId', 'in', listed(reach.ids))
  const member = source.member as 'memberId' | undefined
  if (!member) return eb(source.case as 'caseId', 'in', theirs)
  const own = eb(member, 'in', listed(reach.ids))
  if (!source.case || source.table === 'cases') return own
  // A row that names another member of the list comes with that one, so that none comes twice.
  const others = eb.or([eb(member, 'is', null), eb(member, 'not in', listed(reach.all))])
  return eb.or([own, eb.and([eb(source.case as 'caseId', 'in', theirs), others])])
}

function callsWithin(db: Db, reach: Exclude<Reach, { kind: 'members' }>, eb: Builder) {
  if (reach.kind === 'period') {
    const at = 'startedAt' as 'createdAt'
    return eb.and([eb(at, '>=', reach.from), eb(at, '<', reach.to)])
  }
  return eb('id', 'in', callsWhence(db, reach))
}

/** The calls in which cases were opened. */
function callsWhence(db: Db, { ids }: Extract<Reach, { kind: 'cases' }>) {
  const calls = db.selectFrom('cases').select('callId').where('id', 'in', listed(ids)).where('callId', 'is not', null)
  return calls.$castTo<{ callId: string }>()
}

/** The calls within reach, by their ids. */
export function callsOf(db: Db, reach: Reach) {
  const calls = db.selectFrom('calls').select('calls.id')
  if (reach.kind === 'members') return calls.where('calls.memberId', 'in', listed(reach.ids))
  if (reach.kind === 'period')
    return calls.where('calls.startedAt', '>=', reach.from).where('calls.startedAt', '<', reach.to)
  return calls.where('calls.id', 'in', callsWhence(db, reach))
}

/** A row that names two calls comes with the first one, unless that is not exported: so none comes twice. */
function withSomeCalls(db: Db, { from, calls }: Source, { ids, of }: SomeCalls, eb: Builder) {
  const [own, other] = (calls ?? []) as 'caseId'[]
  const mine = eb(own ?? 'caseId', 'in', listed(ids))
  if (!other) return mine
  const first = callsOf(db, of).whereRef('calls.id', '=', `${from}.${own}` as 'calls.id')
  return eb.or([mine, eb.and([eb(other, 'in', listed(ids)), eb.not(eb.exists(first))])])
}

/** The cases received in a period; by kind, because that is how they are indexed. */
function casesOf(db: Db, { from, to }: { from: number; to: number }) {
  const cases = db
    .selectFrom('cases')
    .select('id')
    .where('kind', 'in', [...CASE_KINDS])
  return cases.where('receivedAt', '>=', from).where('receivedAt', '<', to)
}

/** A list for `in`, which may not be empty. */
const listed = (ids: readonly string[]): string[] => (ids.length === 0 ? [''] : [...ids])
