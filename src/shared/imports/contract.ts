import { z } from 'zod'
import { call } from '../contract.ts'
import { callId, caseId, memberId } from '../ids.ts'
import { READS } from '../reads.ts'
import { LEAD_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { fieldChange, fieldDescription, IMPORT_KINDS, importReport, inspection, mapping, preview } from './model.ts'

const file = z.string().min(1).max(1000)
const count = z.number().int().min(0)

/** One import that was done. */
export const importRow = z.object({
  id: z.string(),
  kind: z.enum(IMPORT_KINDS),
  at: instant,
  actorName: z.string(),
  fileName: z.string(),
  fileSha256: z.string(),
  mapping,
  /** Figures of the whole file: null for whoever does not read all members, and then the others count those who are read. */
  read: count.nullable(),
  created: count,
  /** Null also for cases and calls then, which keep no line for each. */
  updated: count.nullable(),
  unchanged: count.nullable(),
  rejected: count.nullable(),
})
export type ImportRow = z.infer<typeof importRow>

/** What an import did to one member; telephone, e-mail, WeChat and document stand masked. */
export const importChange = z.object({
  row: z.number().int(),
  memberId,
  card: z.string(),
  name: z.string(),
  tier: z.enum(MEMBER_TIERS),
  kind: z.enum(['created', 'updated']),
  changes: z.array(fieldChange),
})
export type ImportChange = z.infer<typeof importChange>

/** One case or call that an import made, by the other system's own number. */
export const importMade = z.object({
  row: z.number().int(),
  externalId: z.string(),
  system: z.string(),
  number: z.string(),
  title: z.string(),
  at: instant,
  caseId: caseId.nullable(),
  callId: callId.nullable(),
})
export type ImportMade = z.infer<typeof importMade>

const kind = z.enum(IMPORT_KINDS)
const asImport = z.object({
  file,
  mapping,
  /** Reads, maps and compares everything, and stores nothing. */
  dryRun: z.boolean().default(false),
  /** Where the refused rows go, for people to correct. */
  errorsOut: file.optional(),
  language: language.default('zh-CN'),
})
const imported = importReport.extend({ id: z.string().nullable() })

/** Members, cases and calls from tables of other systems (S3-76, S1-15..17, S5-64). */
export const imports = {
  fields: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出可导入的字段', en: 'List the fields an import can fill' },
    input: z.object({ kind, language: language.default('zh-CN') }),
    output: z.array(fieldDescription),
  }),
  inspect: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '识别文件的编码、列和对应关系', en: "Find out a file's encoding, columns and mapping" },
    input: z.object({ file, kind: kind.default('members'), sheet: z.string().min(1).max(100).optional() }),
    reads: READS.pieces,
    output: inspection,
    heavy: true,
  }),
  preview: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '预览导入结果', en: 'Show what an import would make of the first rows' },
    input: z.object({
      file,
      kind: kind.default('members'),
      mapping,
      rows: z.number().int().min(1).max(200).default(20),
    }),
    reads: READS.pieces,
    output: preview,
    heavy: true,
  }),
  members: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '导入会员档案', en: 'Import members' },
    input: asImport,
    reads: READS.pieces,
    output: imported,
    changes: ['members', 'tiers', 'imports'],
    heavy: true,
  }),
  cases: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '导入其他系统的事项及其经过', en: 'Import cases of other systems with what happened to them' },
    input: asImport,
    reads: READS.pieces,
    output: imported,
    changes: ['cases', 'clocks', 'imports'],
    heavy: true,
  }),
  calls: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '导入其他系统的通话', en: 'Import calls of other systems' },
    input: asImport,
    reads: READS.pieces,
    output: imported,
    changes: ['calls', 'imports'],
    heavy: true,
  }),
  made: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一次导入建立的事项或通话', en: 'Show the cases or calls that an import made' },
    input: z.object({
      importId: z.string().min(1).max(64),
      after: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(importMade), total: count, next: z.number().int().nullable() }),
  }),
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '列出已做的导入', en: 'List the imports that were done' },
    input: z.object({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.array(importRow),
  }),
  changes: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一次导入改变了什么', en: 'Show what an import changed, row by row' },
    input: z.object({
      importId: z.string().min(1).max(64),
      kind: z.enum(['all', 'created', 'updated']).default('all'),
      /** The last row that was read before. */
      after: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(importChange), total: count, next: z.number().int().nullable() }),
  }),
}
