import { EVIDENCE_KINDS } from '../../shared/evidence/kinds.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { TrainingMaterial } from '../../shared/training/materials.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import { sealFile } from '../crypto/sealed-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { saveCopy } from '../evidence/save-copy.ts'
import { takeIn } from '../evidence/take-in.ts'
import { dataKeyOf } from '../evidence/vault.ts'
import { canAddMaterial, canReadMaterials } from '../rules/training-material.ts'
import { factsOfMaterial, materialContent } from './material-file.ts'
import {
  findMaterial,
  insertMaterial,
  isInvitedTo,
  type MaterialRecord,
  markRemoved,
  materialsOf,
} from './material-queries.ts'
import { findTraining } from './queries.ts'

type MaterialHandlers = Pick<
  FeatureHandlers<'training'>,
  'materials' | 'addMaterial' | 'material' | 'saveMaterial' | 'removeMaterial'
>

/** S3-80 S3-87: the files of a training: planned by leads, read by those who are asked to come. */
export const materials: MaterialHandlers = {
  /** Those who are asked to come see what is there; leads also what was removed, and why. */
  materials: async (ctx, { trainingId }) => {
    const { id } = found(await findTraining(ctx.db, trainingId), 'training')
    await mustRead(ctx, id)
    const rows = await materialsOf(ctx.db, id)
    return toMaterials(ctx, viewerOf(ctx).role === 'agent' ? rows.filter(isThere) : rows)
  },

  addMaterial: async (ctx, { trainingId, file, note }) => {
    const { id } = found(await findTraining(ctx.db, trainingId), 'training')
    const there = (await materialsOf(ctx.db, id)).filter(isThere).map((row) => ({ ...row, isWithdrawn: false }))
    const { bytes, ...taken } = await takeIn(file, there, canAddMaterial)
    const facts = { ...taken, id: ctx.newId(), trainingId: id, addedAt: ctx.now, addedBy: ctx.actor.id }
    const { key, pieces } = sealFile(await dataKeyOf(ctx), factsOfMaterial(facts), bytes)
    const row = { ...facts, note, sealedKey: key, chunks: pieces.length, ...THERE }
    await insertMaterial(ctx.db, row, pieces)
    ctx.note({ name: row.name, size: row.size, sha256: row.sha256 })
    return toMaterial(ctx, row)
  },

  material: async (ctx, { id }) => {
    const { row, bytes } = await open(ctx, id)
    return { name: row.name, kind: kindOf(row), bytes }
  },

  saveMaterial: async (ctx, { id, out }) => {
    const { row, bytes } = await open(ctx, id)
    return saveCopy(ctx, row, bytes, out)
  },

  removeMaterial: async (ctx, { id, reason }) => {
    const row = found(await findMaterial(ctx.db, id), 'trainingMaterial')
    if (!isThere(row)) refuse('training-material-removed')
    const mark = { removedAt: ctx.now, removedBy: ctx.actor.id, removeReason: reason, sealedKey: '' }
    await markRemoved(ctx.db, id, mark)
    ctx.note({ name: row.name, sha256: row.sha256 })
    return toMaterial(ctx, { ...row, ...mark })
  },
}

const THERE = { removedAt: null, removedBy: null, removeReason: null }
const isThere = ({ removedAt }: MaterialRecord) => removedAt === null
const kindOf = (row: MaterialRecord) => EVIDENCE_KINDS.find((kind) => kind === row.kind) ?? 'text'

async function mustRead(ctx: Ctx, trainingId: string): Promise<void> {
  must(canReadMaterials(viewerOf(ctx), await isInvitedTo(ctx.db, ctx.actor.id, trainingId)))
}

/** A material with its content; what was altered is never shown as if it were whole. */
async function open(ctx: Ctx, id: string): Promise<{ row: MaterialRecord; bytes: Uint8Array }> {
  const row = found(await findMaterial(ctx.db, id), 'trainingMaterial')
  await mustRead(ctx, row.trainingId)
  if (!isThere(row)) refuse('training-material-removed')
  const bytes = await materialContent(ctx, row)
  if (!bytes) refuse('evidence-damaged', { name: row.name })
  return { row, bytes }
}

async function toMaterial(ctx: Ctx, row: MaterialRecord): Promise<TrainingMaterial> {
  const [material] = await toMaterials(ctx, [row])
  return found(material, 'trainingMaterial')
}

async function toMaterials(ctx: Ctx, rows: readonly MaterialRecord[]): Promise<TrainingMaterial[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ addedBy, removedBy }) => [addedBy, removedBy]),
  )
  return rows.map((row) => {
    const { id, trainingId, name, size, sha256, note, addedAt, addedBy, removedAt, removedBy, removeReason } = row
    return {
      ...{ id, trainingId, name, size, sha256, note, addedAt, removedAt, removeReason },
      kind: kindOf(row),
      addedByName: names.get(addedBy) ?? '',
      removedByName: removedBy === null ? null : (names.get(removedBy) ?? ''),
    }
  })
}
