import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { namesOf, openFile, openRow, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canOpenPiece, canWithdraw, evidenceCount } from '../rules/evidence.ts'
import { attach } from './attach.ts'
import { type EvidenceRecord, evidenceOf, findEvidence, markWithdrawn, toAttached, toEvidenceRow } from './queries.ts'
import { saveCopy } from './save-copy.ts'
import { contentOf } from './vault.ts'

export const evidence: FeatureHandlers<'evidence'> = {
  /** S2-49: what the customer sent, kept as it came. */
  add: async (ctx, { caseId, file, note }) => {
    const { piece } = await attach(ctx, await openFile(ctx, caseId), { file, note })
    ctx.note({ name: piece.name, size: piece.size, sha256: piece.sha256 })
    return view(ctx, piece)
  },

  list: async (ctx, { caseId }) => {
    await openRow(ctx, caseId)
    const rows = await evidenceOf(ctx.db, caseId)
    const names = await namesOf(ctx.db, peopleOf(rows))
    return rows.map((row) => toEvidenceRow(row, names))
  },

  content: async (ctx, { id }) => {
    const { row, bytes } = await open(ctx, id)
    const { name, kind } = await view(ctx, row)
    return { name, kind, bytes }
  },

  save: async (ctx, { id, out }) => {
    const { row, bytes } = await open(ctx, id)
    return saveCopy(ctx, row, bytes, out)
  },

  check: async (ctx, { caseId }) => {
    await openRow(ctx, caseId)
    const verdicts = []
    for (const row of await evidenceOf(ctx.db, caseId))
      verdicts.push({ id: row.id, isWhole: (await contentOf(ctx, row)) !== undefined })
    return verdicts
  },

  withdraw: async (ctx, { id, reason }) => {
    const row = found(await findEvidence(ctx.db, id), 'evidence')
    const file = await openFile(ctx, row.caseId as CaseId)
    const piece = {
      addedBy: row.addedBy,
      isWithdrawn: row.withdrawnAt !== null,
      caseOwnerId: file.row.ownerId,
      isCaseOpen: file.row.isOpen === 1,
    }
    must(canWithdraw(viewerOf(ctx), piece, reason))
    const mark = { withdrawnAt: ctx.now, withdrawnBy: ctx.actor.id, withdrawReason: reason }
    await markWithdrawn(ctx.db, id, mark)
    const left = (await evidenceOf(ctx.db, row.caseId)).map(toAttached)
    const data = { action: 'withdrawn', evidenceId: id, name: row.name, sha256: row.sha256, text: row.name, reason }
    await record(ctx, file, { kind: 'evidence', recorded: { evidenceCount: evidenceCount(left) }, data })
    return view(ctx, { ...row, ...mark })
  },
}

const peopleOf = (rows: readonly EvidenceRecord[]) =>
  rows.flatMap(({ addedBy, withdrawnBy }) => (withdrawnBy === null ? [addedBy] : [addedBy, withdrawnBy]))

async function view(ctx: Ctx, row: EvidenceRecord) {
  return toEvidenceRow(row, await namesOf(ctx.db, peopleOf([row])))
}

/** A piece with its content, for somebody who may see its case; what was altered is never shown as if it were whole. */
async function open(ctx: Ctx, id: string): Promise<{ row: EvidenceRecord; bytes: Uint8Array }> {
  const row = found(await findEvidence(ctx.db, id), 'evidence')
  await openRow(ctx, row.caseId as CaseId)
  must(canOpenPiece(viewerOf(ctx), row.withdrawnAt !== null))
  const bytes = await contentOf(ctx, row)
  if (!bytes) refuse('evidence-damaged', { name: row.name })
  return { row, bytes }
}
