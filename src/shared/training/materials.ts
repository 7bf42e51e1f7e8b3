import { z } from 'zod'
import { call } from '../contract.ts'
import { fileContent, keptFile, offeredFile, savedCopy } from '../evidence/contract.ts'
import { READS } from '../reads.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { written } from '../written.ts'

const id = z.string().min(1).max(64)
const changes = ['training'] as const

/** The most files that a training may have at a time. */
export const MATERIALS_FILES = 30
/** The most that all files of a training may hold together, in bytes. */
export const MATERIALS_BYTES = 100 * 1024 * 1024

/** A file that a training is held with. */
export const trainingMaterial = keptFile.extend({
  trainingId: id,
  removedAt: instant.nullable(),
  removedByName: z.string().nullable(),
  removeReason: z.string().nullable(),
})
export type TrainingMaterial = z.infer<typeof trainingMaterial>

/** Files of a training, for those who are asked to come and for leads (S3-80, S3-87). */
export const trainingMaterials = {
  materials: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出一项培训的资料', en: 'List the materials of a training' },
    input: z.object({ trainingId: id }),
    output: z.array(trainingMaterial),
  }),
  addMaterial: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '为培训添加资料', en: 'Add a file to the materials of a training' },
    input: offeredFile.extend({ trainingId: id }),
    reads: READS.pieces,
    output: trainingMaterial,
    changes,
    secrets: ['file'],
  }),
  material: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看培训资料内容', en: 'Look at a material of a training' },
    input: z.object({ id }),
    output: fileContent,
    discloses: true,
  }),
  saveMaterial: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '将培训资料另存为文件', en: 'Save a copy of a material of a training' },
    input: z.object({ id, out: z.string().min(1).max(1000) }),
    output: savedCopy,
  }),
  removeMaterial: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: {
      zh: '移除培训资料（内容删除，留下记录与原因）',
      en: 'Remove a material of a training; its content goes, the entry stays with the reason',
    },
    input: z.object({ id, reason: written(500) }),
    output: trainingMaterial,
    changes,
  }),
}
