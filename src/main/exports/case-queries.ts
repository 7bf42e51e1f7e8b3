import type { Db } from '../store/types.ts'

/** A piece of evidence without its content, which stays sealed in the store. */
export const EVIDENCE_COLUMNS = [
  'id',
  'caseId',
  'name',
  'kind',
  'size',
  'sha256',
  'note',
  'addedAt',
  'addedBy',
  'withdrawnAt',
  'withdrawnBy',
  'withdrawReason',
] as const

/** What belongs to a member's cases besides their log: attached files by name and fingerprint, sub-tasks, causes. */
export async function readCaseParts(db: Db, caseIds: readonly string[]) {
  const ids = caseIds.length === 0 ? [''] : caseIds
  const evidence = db.selectFrom('evidence').select(EVIDENCE_COLUMNS).where('caseId', 'in', ids)
  const subTasks = db.selectFrom('subTasks').selectAll().where('caseId', 'in', ids)
  const caseCauses = db.selectFrom('caseCauses').selectAll().where('caseId', 'in', ids)
  return {
    evidence: await evidence.orderBy('caseId').orderBy('addedAt').execute(),
    subTasks: await subTasks.orderBy('caseId').orderBy('place').execute(),
    caseCauses: await caseCauses.orderBy('caseId').execute(),
  }
}
