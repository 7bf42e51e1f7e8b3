import type { OfferedFile } from '../../shared/evidence/contract.ts'
import { found, must } from '../../shared/failure.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import { sha256 } from '../crypto/hash.ts'
import { sealFile } from '../crypto/sealed-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { canAttach, claimedKind, evidenceCount, HEAD_BYTES, isNewContent } from '../rules/evidence.ts'
import { type EvidenceRecord, evidenceOf, insertEvidence, toAttached } from './queries.ts'
import { dataKeyOf, factsOf, readOffered } from './vault.ts'

const STANDING = { withdrawnAt: null, withdrawnBy: null, withdrawReason: null }

/** S2-49 S5-06: what the customer sent, kept as it came. Gives the piece, and the case as it is with it. */
export async function attach(
  ctx: Ctx,
  file: CaseFile,
  { file: given, note }: OfferedFile,
): Promise<{ piece: EvidenceRecord; file: CaseFile }> {
  const caseId = file.row.id
  const there = (await evidenceOf(ctx.db, caseId)).map(toAttached)
  const { name, size, bytes } = await readOffered(given)
  must(canAttach({ name, size, head: bytes.subarray(0, HEAD_BYTES) }, there))
  const digest = sha256(bytes)
  must(isNewContent(digest, there))
  const facts = {
    ...{ id: ctx.newId(), caseId, name, size, sha256: digest, addedAt: ctx.now, addedBy: ctx.actor.id },
    kind: found(claimedKind(name), 'evidence'),
  }
  const { key, pieces } = sealFile(await dataKeyOf(ctx), factsOf(facts), bytes)
  const piece: EvidenceRecord = { ...facts, note, sealedKey: key, chunks: pieces.length, ...STANDING }
  await insertEvidence(ctx.db, piece, pieces)
  const text = note === '' ? name : `${name} · ${note}`
  const data = { action: 'added', evidenceId: piece.id, name, size, sha256: digest, text }
  const count = evidenceCount([...there, { isWithdrawn: false }])
  return { piece, file: await record(ctx, file, { kind: 'evidence', recorded: { evidenceCount: count }, data }) }
}
