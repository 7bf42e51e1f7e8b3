import type { OfferedFile } from '../../shared/evidence/contract.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import { sealFile } from '../crypto/sealed-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { canAttach, evidenceCount } from '../rules/evidence.ts'
import { type EvidenceRecord, evidenceOf, insertEvidence, toAttached } from './queries.ts'
import { takeIn } from './take-in.ts'
import { dataKeyOf, factsOf } from './vault.ts'

const STANDING = { withdrawnAt: null, withdrawnBy: null, withdrawReason: null }

/** S2-49 S5-06: what the customer sent, kept as it came. Gives the piece, and the case as it is with it. */
export async function attach(
  ctx: Ctx,
  file: CaseFile,
  { file: given, note }: OfferedFile,
): Promise<{ piece: EvidenceRecord; file: CaseFile }> {
  const caseId = file.row.id
  const there = (await evidenceOf(ctx.db, caseId)).map(toAttached)
  const { bytes, ...taken } = await takeIn(given, there, canAttach)
  const { name, size, sha256 } = taken
  const facts = { ...taken, id: ctx.newId(), caseId, addedAt: ctx.now, addedBy: ctx.actor.id }
  const { key, pieces } = sealFile(await dataKeyOf(ctx), factsOf(facts), bytes)
  const piece: EvidenceRecord = { ...facts, note, sealedKey: key, chunks: pieces.length, ...STANDING }
  await insertEvidence(ctx.db, piece, pieces)
  const text = note === '' ? name : `${name} · ${note}`
  const data = { action: 'added', evidenceId: piece.id, name, size, sha256, text }
  const count = evidenceCount([...there, { isWithdrawn: false }])
  return { piece, file: await record(ctx, file, { kind: 'evidence', recorded: { evidenceCount: count }, data }) }
}
