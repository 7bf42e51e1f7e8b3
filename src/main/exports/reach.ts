import type { ExpressionBuilder } from 'kysely'
import { CASE_KINDS } from '../../shared/cases/words.ts'
import type { Database, Db } from '../store/types.ts'
import type { Source } from './sources.ts'

/** Whose or which data: members with all that is theirs, or cases with all that belongs to them. */
export type Reach =
  | { kind: 'members'; ids: readonly string[]; all: readonly string[] }
  | { kind: 'cases'; ids: readonly string[] }
  | { kind: 'period'; from: number; to: number }

/** Every source is read as if it were one table: only names that its columns have are ever used. */
export type Builder = ExpressionBuilder<Database, 'messages'>

/** False for a table that has nothing to do with this kind of export, such as the tiers of a period. */
export function reaches(source: Source, reach: Reach): boolean {
  return reach.kind === 'members' || source.case !== undefined || source.table === 'calls'
}

/** The condition under which a row of a source lies within reach. */
export function within(db: Db, source: Source, reach: Reach) {
  return (eb: Builder) => {
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
  const calls = db
    .selectFrom('cases')
    .select('callId')
    .where('id', 'in', listed(reach.ids))
    .where('callId', 'is not', null)
  return eb('id', 'in', calls.$castTo<{ callId: string }>())
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
