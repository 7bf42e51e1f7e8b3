import { z } from 'zod'
import { call } from '../contract.ts'
import { READS } from '../reads.ts'
import { LEAD_ROLES } from '../roles.ts'
import { written } from '../written.ts'
import { duePreview, listQuery, runRow, schemeView } from './views.ts'
import { ANSWER_REFUSALS, SAMPLE_KINDS, SURVEY_CHANNELS, SURVEY_SCOPES, SURVEY_SOURCES } from './words.ts'

const id = z.string().min(1).max(64)
const place = z.string().min(1).max(1000)

/** Lists of people to ask by SMS or e-mail, the answers that come back in files, and surveys by schedule. */
export const listsContract = {
  due: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看应询问的客户', en: 'Look at who is to be asked' },
    input: listQuery,
    output: duePreview,
    heavy: true,
  }),
  send: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '生成短信或邮件发送名单', en: 'Write a list of people to ask' },
    input: z.object({ list: listQuery, schemeId: id.nullable().default(null), purpose: written(500), out: place }),
    output: z.object({
      runId: id,
      fileName: z.string(),
      rows: z.number().int(),
      sha256: z.string(),
    }),
    changes: ['exports', 'cases'],
    heavy: true,
  }),
  runs: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出已生成的名单', en: 'List the lists that were made' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(runRow),
  }),
  importAnswers: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '导入客户的回答', en: 'Take in answers from a file' },
    input: z.object({ file: place, dryRun: z.boolean().default(false) }),
    reads: READS.pieces,
    output: z.object({
      read: z.number().int(),
      taken: z.number().int(),
      poor: z.number().int(),
      refused: z.array(
        z.object({
          row: z.number().int(),
          ref: z.string(),
          question: z.string(),
          reason: z.enum(ANSWER_REFUSALS),
        }),
      ),
    }),
    changes: ['cases', 'clocks'],
    heavy: true,
  }),
  schemes: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出定期调查', en: 'List the surveys by schedule' },
    input: z.object({}),
    output: z.array(schemeView),
  }),
  saveScheme: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '设立或修改定期调查', en: 'Set up or change a survey by schedule' },
    input: z.object({
      id: id.nullable().default(null),
      name: written(60),
      scope: z.enum(SURVEY_SCOPES),
      source: z.enum(SURVEY_SOURCES),
      channel: z.enum(SURVEY_CHANNELS),
      everyDays: z.number().int().min(1).max(400),
      sampleKind: z.enum(SAMPLE_KINDS),
      sampleSize: z.number().int().min(0).max(10_000),
      isActive: z.boolean().default(true),
    }),
    output: schemeView,
    changes: ['policies'],
  }),
}
