import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId } from '../ids.ts'
import { LEAD_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { fieldChange, fieldDescription, importReport, inspection, mapping, preview } from './model.ts'

const file = z.string().min(1).max(1000)
const count = z.number().int().min(0)

/** One import that was done. */
export const importRow = z.object({
  id: z.string(),
  at: instant,
  actorName: z.string(),
  fileName: z.string(),
  fileSha256: z.string(),
  mapping,
  read: count,
  created: count,
  updated: count,
  unchanged: count,
  rejected: count,
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

/** Members from tables of other systems (S3-76). */
export const imports = {
  fields: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出可导入的字段', en: 'List the fields an import can fill' },
    input: z.object({ kind: z.enum(['members']), language: language.default('zh-CN') }),
    output: z.array(fieldDescription),
  }),
  inspect: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '识别文件的编码、列和对应关系', en: "Find out a file's encoding, columns and mapping" },
    input: z.object({ file, sheet: z.string().min(1).max(100).optional() }),
    output: inspection,
    heavy: true,
  }),
  preview: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '预览导入结果', en: 'Show what an import would make of the first rows' },
    input: z.object({ file, mapping, rows: z.number().int().min(1).max(200).default(20) }),
    output: preview,
    heavy: true,
  }),
  members: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '导入会员档案', en: 'Import members' },
    input: z.object({
      file,
      mapping,
      /** Reads, maps and compares everything, and stores nothing. */
      dryRun: z.boolean().default(false),
      /** Where the refused rows go, for people to correct. */
      errorsOut: file.optional(),
      language: language.default('zh-CN'),
    }),
    output: importReport.extend({ id: z.string().nullable() }),
    changes: ['members', 'tiers', 'imports'],
    heavy: true,
  }),
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
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
