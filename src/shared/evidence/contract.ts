import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { READS } from '../reads.ts'
import { DESK_ROLES } from '../roles.ts'
import { isStorable } from '../storable.ts'
import { instant } from '../time.ts'
import { EVIDENCE_KINDS } from './kinds.ts'

const said = (min: number, max: number) =>
  z.string().trim().min(min).max(max).refine(isStorable, { message: 'unreadable' })
/** The bytes of a file. */
export const content = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const id = z.string().min(1).max(64)

/** A file that was dropped or pasted: the window holds its bytes, no path. */
export const heldFile = z.object({ name: z.string().min(1).max(255), bytes: content })
export type HeldFile = z.infer<typeof heldFile>

const file = z.union([z.string().min(1).max(1000), heldFile])
const note = said(0, 500).default('')

/** A file that somebody wants to attach, with a word about it. */
export const offeredFile = z.object({ file, note })
export type OfferedFile = z.output<typeof offeredFile>

/** A file that is kept: what it is, who put it there and when, and the fingerprint of its content. */
export const keptFile = z.object({
  id,
  name: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  size: z.number().int(),
  sha256: z.string(),
  note: z.string(),
  addedAt: instant,
  addedByName: z.string(),
})

/** A kept file as the window shows it. */
export const fileContent = z.object({ name: z.string(), kind: z.enum(EVIDENCE_KINDS), bytes: content })

/** A copy of a kept file that was saved. */
export const savedCopy = z.object({ fileName: z.string(), bytes: z.number().int(), sha256: z.string() })

/** One file that is attached to a case. */
export const evidenceRow = keptFile.extend({
  caseId,
  addedBy: userId,
  withdrawnAt: instant.nullable(),
  withdrawnByName: z.string().nullable(),
  withdrawReason: z.string().nullable(),
})
export type EvidenceRow = z.infer<typeof evidenceRow>

/** Files that prove what a case is about. They are never changed or removed, only withdrawn with a reason. */
export const evidence = {
  add: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '为工单添加证明材料', en: 'Attach evidence to a case' },
    input: offeredFile.extend({ caseId }),
    reads: READS.pieces,
    output: evidenceRow,
    changes: ['cases'],
    secrets: ['file'],
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出工单的证明材料', en: 'List the evidence of a case' },
    input: z.object({ caseId }),
    output: z.array(evidenceRow),
  }),
  content: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看证明材料内容', en: 'Look at a piece of evidence' },
    input: z.object({ id }),
    output: fileContent,
    discloses: true,
  }),
  save: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '将证明材料另存为文件', en: 'Save a copy of a piece of evidence' },
    input: z.object({ id, out: z.string().min(1).max(1000) }),
    output: savedCopy,
  }),
  check: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '核对证明材料是否完好', en: 'Check that the evidence of a case is as it was attached' },
    input: z.object({ caseId }),
    output: z.array(z.object({ id, isWhole: z.boolean() })),
  }),
  withdraw: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: {
      zh: '撤回证明材料（保留原件并注明原因）',
      en: 'Withdraw a piece of evidence; it stays, marked with the reason',
    },
    input: z.object({ id, reason: said(1, 500) }),
    output: evidenceRow,
    changes: ['cases'],
  }),
}
