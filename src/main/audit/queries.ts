import type { AuditRow } from '../../shared/audit/contract.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import type { Db } from '../store/types.ts'

export type AuditFilter = {
  from?: number | undefined
  to?: number | undefined
  actor?: string | undefined
  member?: string | undefined
  call?: string | undefined
  before?: number | undefined
  limit: number
}

/** The newest rows that match, newest first; one more than the limit tells that there are more. */
export async function listAudit(db: Db, filter: AuditFilter): Promise<AuditRow[]> {
  let query = db
    .selectFrom('audit')
    .leftJoin('users', 'users.id', 'audit.actorId')
    .leftJoin('members', 'members.id', 'audit.memberId')
    .select([
      'audit.seq',
      'audit.at',
      'audit.actorId',
      'users.name as userName',
      'audit.call',
      'audit.outcome',
      'audit.memberId',
      'members.cardNo',
      'audit.caseId',
      'audit.body',
      'audit.hash',
    ])
    .orderBy('audit.seq', 'desc')
    .limit(filter.limit)
  if (filter.from !== undefined) query = query.where('audit.at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('audit.at', '<=', filter.to)
  if (filter.actor !== undefined) query = query.where('audit.actorId', '=', filter.actor)
  if (filter.member !== undefined) query = query.where('audit.memberId', '=', filter.member)
  if (filter.call !== undefined) query = query.where('audit.call', '=', filter.call)
  if (filter.before !== undefined) query = query.where('audit.seq', '<', filter.before)
  const rows = await query.execute()
  return rows.map(({ userName, cardNo, memberId, caseId, ...row }) => ({
    ...row,
    actorName: userName ?? row.actorId,
    memberId: memberId as MemberId | null,
    memberCard: cardNo,
    caseId: caseId as CaseId | null,
  }))
}

export type ChainRow = { sequence: number; body: string; hash: string }

/** The next rows of the chain after a sequence number, in order. */
export function readChain(db: Db, after: number, limit: number): Promise<ChainRow[]> {
  return db
    .selectFrom('audit')
    .select(['seq as sequence', 'body', 'hash'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** Signed checkpoints after a sequence number, oldest first. */
export async function readCheckpoints(db: Db): Promise<{ seq: number; note: string }[]> {
  return db.selectFrom('checkpoints').select(['seq', 'note']).orderBy('seq').execute()
}

/** The newest checkpoint at or before a sequence number. */
export async function checkpointBefore(db: Db, sequence: number): Promise<{ seq: number; note: string } | undefined> {
  return db
    .selectFrom('checkpoints')
    .select(['seq', 'note'])
    .where('seq', '<=', sequence)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A place of the chain that was sent out. */
export type Anchored = { sequence: number; hash: string; sentAt: number; keptBy: string }

/** Every place of the chain that was sent out, the newest first. */
export function readAnchors(db: Db): Promise<Anchored[]> {
  return db
    .selectFrom('auditAnchors')
    .select(['sequence', 'hash', 'sentAt', 'keptBy'])
    .orderBy('sentAt', 'desc')
    .orderBy('sequence', 'desc')
    .execute()
}
