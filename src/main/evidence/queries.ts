import type { EvidenceRow } from '../../shared/evidence/contract.ts'
import { EVIDENCE_KINDS } from '../../shared/evidence/kinds.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import type { Attached } from '../rules/evidence.ts'
import type { Db, Row } from '../store/types.ts'

export type EvidenceRecord = Row<'evidence'>

export async function insertEvidence(db: Db, row: EvidenceRecord, pieces: readonly Uint8Array[]): Promise<void> {
  await db.insertInto('evidence').values(row).execute()
  for (const [seq, body] of pieces.entries())
    await db.insertInto('evidenceChunks').values({ evidenceId: row.id, seq, body }).execute()
}

export async function evidenceOf(db: Db, caseId: string): Promise<EvidenceRecord[]> {
  return db.selectFrom('evidence').selectAll().where('caseId', '=', caseId).orderBy('addedAt').orderBy('id').execute()
}

export async function findEvidence(db: Db, id: string): Promise<EvidenceRecord | undefined> {
  return db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The sealed pieces of one file in their order, with a hole where one is missing. */
export async function piecesOf(db: Db, { id, chunks }: EvidenceRecord): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('evidenceChunks')
    .select(['seq', 'body'])
    .where('evidenceId', '=', id)
    .orderBy('seq')
    .limit(chunks + 1)
    .execute()
  return rows.map((row) => row.body)
}

export async function markWithdrawn(
  db: Db,
  id: string,
  mark: Pick<EvidenceRecord, 'withdrawnAt' | 'withdrawnBy' | 'withdrawReason'>,
): Promise<void> {
  await db.updateTable('evidence').set(mark).where('id', '=', id).executeTakeFirstOrThrow()
}

export const toAttached = ({ name, size, sha256, withdrawnAt }: EvidenceRecord): Attached => ({
  name,
  size,
  sha256,
  isWithdrawn: withdrawnAt !== null,
})

export function toEvidenceRow(row: EvidenceRecord, names: ReadonlyMap<string, string>): EvidenceRow {
  const { sealedKey: _, chunks: __, withdrawnBy, ...facts } = row
  return {
    ...facts,
    caseId: row.caseId as CaseId,
    kind: EVIDENCE_KINDS.find((kind) => kind === row.kind) ?? 'text',
    addedBy: row.addedBy as UserId,
    addedByName: names.get(row.addedBy) ?? '',
    withdrawnByName: withdrawnBy === null ? null : (names.get(withdrawnBy) ?? ''),
  }
}
