import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId } from '../ids.ts'
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '../members/words.ts'
import { bilingual } from '../policy.ts'
import { READS } from '../reads.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import {
  ANCHOR_RESULTS,
  anchor,
  arrangement,
  assessment,
  consentEntry,
  consentText,
  memberLimit,
  recordId,
  rightsRequest,
  wanted,
} from './model.ts'
import { OCCASIONS, RECIPIENT_ROLES, REQUEST_KINDS, RISK_LEVELS, SHARING_BASES } from './words.ts'

const one = z.object({ id: recordId })
const answered = one.extend({ answer: written(1000) })
const changes = ['rights', 'members'] as const
const manager = ['manager'] as const

/** A person's rights over their own data (PIPL 44–50), what stands behind them, and places of the audit chain kept elsewhere. */
export const rights = {
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出个人信息权利请求', en: 'List requests about personal data' },
    input: z.object({
      view: z.enum(['open', 'settled']).default('open'),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(rightsRequest),
  }),
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '一位会员的权利请求与限制', en: "A member's requests and what may not be done with the data" },
    input: z.object({ memberId }),
    output: z.object({
      requests: z.array(rightsRequest),
      limits: z.array(memberLimit),
      lockedUntil: day.nullable(),
      isErased: z.boolean(),
    }),
  }),
  receive: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记个人信息权利请求', en: 'Record a request about personal data' },
    input: z.object({
      memberId,
      kind: z.enum(REQUEST_KINDS),
      channel: z.enum(CONSENT_CHANNELS),
      requester: written(120),
      text: written(2000),
      wanted: wanted.default({}),
      receivedAt: instant.optional(),
    }),
    output: rightsRequest,
    changes,
  }),
  identify: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '记录已核实请求人身份', en: 'Record how the identity was checked' },
    input: one.extend({ how: written(300) }),
    output: rightsRequest,
    changes,
  }),
  extend: call({
    kind: 'command',
    access: manager,
    summary: { zh: '延长请求的答复期限', en: 'Extend the limit of a request once' },
    input: one.extend({ dueDay: day, reason: written(500) }),
    output: rightsRequest,
    changes,
  }),
  refuse: call({
    kind: 'command',
    access: manager,
    summary: { zh: '拒绝请求并说明理由', en: 'Refuse a request with its reason' },
    input: answered.extend({ reason: written(1000) }),
    output: rightsRequest,
    changes,
  }),
  correct: call({
    kind: 'command',
    access: LEAD_ROLES,
    members: 'file',
    summary: { zh: '按请求更正档案', en: 'Correct the file as asked' },
    input: answered,
    output: rightsRequest,
    changes,
  }),
  restrict: call({
    kind: 'command',
    access: LEAD_ROLES,
    members: 'file',
    summary: { zh: '按请求停止主动联系或分析', en: 'Stop outreach or analysis as asked' },
    input: answered,
    output: rightsRequest,
    changes: ['rights', 'members', 'messages'],
  }),
  lift: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '解除对处理的限制', en: 'Lift a limit at the member’s word' },
    input: one.extend({ reason: written(500) }),
    output: z.null(),
    changes,
  }),
  explain: call({
    kind: 'command',
    access: LEAD_ROLES,
    members: 'file',
    summary: { zh: '答复解释说明请求', en: 'Answer a request for an explanation' },
    input: answered,
    output: rightsRequest,
    changes,
  }),
  report: call({
    kind: 'command',
    access: manager,
    summary: { zh: '出具个人信息查阅报告', en: 'Hand out everything held about a member, signed' },
    input: answered.extend({ language: language.default('zh-CN'), out: z.string().min(1).max(1000) }),
    output: rightsRequest,
    changes: ['rights', 'members', 'exports'],
    heavy: true,
  }),
  erase: call({
    kind: 'command',
    access: manager,
    summary: {
      zh: '删除个人信息，法定保存期内先封存',
      en: 'Erase personal data, or lock it while a legal period runs',
    },
    input: answered,
    output: rightsRequest,
    changes: ['rights', 'members', 'cases', 'calls', 'messages'],
    heavy: true,
  }),
  unlock: call({
    kind: 'query',
    access: manager,
    members: 'file',
    summary: { zh: '依法查看封存的档案', en: 'Look into a locked file for a legal reason' },
    input: z.object({ memberId, reason: written(500) }),
    output: z.object({ fields: z.array(z.object({ name: bilingual, value: z.string() })) }),
    discloses: true,
  }),
  consents: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'rows',
    summary: { zh: '同意台账，新的在前', en: 'The ledger of consents, newest first' },
    input: z.object({
      memberId: memberId.nullable().default(null),
      before: z.object({ at: instant, id: recordId }).optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      rows: z.array(consentEntry),
      next: z.object({ at: instant, id: recordId }).nullable(),
    }),
  }),
  recordConsent: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: {
      zh: '登记同意或撤回，附文本版本与凭证',
      en: 'Record a consent with the version of its text and its proof',
    },
    input: z.object({
      memberId,
      purpose: z.enum(CONSENT_PURPOSES),
      given: z.boolean(),
      channel: z.enum(CONSENT_CHANNELS),
      textId: recordId.nullable().default(null),
      proof: written(300),
    }),
    output: consentEntry,
    changes,
  }),
  texts: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出同意文本的各版本', en: 'List the texts of consent in their versions' },
    input: z.object({}),
    output: z.array(consentText),
  }),
  saveText: call({
    kind: 'command',
    access: manager,
    summary: { zh: '发布新版同意文本', en: 'Save a new version of a text of consent' },
    input: z.object({ purpose: z.enum(CONSENT_PURPOSES), zh: written(2000), en: written(2000), fromDay: day }),
    output: consentText,
    changes: ['rights'],
  }),
  assessments: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出个人信息保护影响评估', en: 'List the impact assessments' },
    input: z.object({}),
    output: z.array(assessment),
  }),
  assess: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记个人信息保护影响评估', en: 'Record an impact assessment' },
    input: z.object({
      title: written(200),
      occasion: z.enum(OCCASIONS),
      purpose: written(2000),
      necessity: written(2000),
      risks: written(2000),
      measures: written(2000),
      level: z.enum(RISK_LEVELS),
      reviewDay: day,
    }),
    output: assessment,
    changes: ['rights'],
  }),
  decideAssessment: call({
    kind: 'command',
    access: manager,
    summary: { zh: '审批影响评估', en: 'Approve or refuse an impact assessment' },
    input: one.extend({ isApproved: z.boolean(), note: written(1000) }),
    output: assessment,
    changes: ['rights'],
  }),
  arrangements: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出个人信息共享与委托处理', en: 'List the arrangements of sharing' },
    input: z.object({}),
    output: z.array(arrangement),
  }),
  arrange: call({
    kind: 'command',
    access: manager,
    summary: { zh: '登记个人信息共享或委托处理', en: 'Record an arrangement of sharing' },
    input: z.object({
      recipient: written(200),
      role: z.enum(RECIPIENT_ROLES),
      contact: written(200),
      purpose: written(1000),
      fields: written(500),
      basis: z.enum(SHARING_BASES),
      basisText: written(500),
      assessmentId: recordId.nullable().default(null),
      isAbroad: z.boolean().default(false),
      fromDay: day,
      untilDay: day.nullable().default(null),
    }),
    output: arrangement,
    changes: ['rights'],
  }),
  endArrangement: call({
    kind: 'command',
    access: manager,
    summary: { zh: '终止共享或委托处理', en: 'End an arrangement of sharing' },
    input: one.extend({ reason: written(500) }),
    output: z.null(),
    changes: ['rights'],
  }),
  anchors: call({
    kind: 'query',
    access: ['manager', 'admin'],
    summary: { zh: '列出送出的审计锚点', en: 'List the places of the audit chain that were sent out' },
    input: z.object({}),
    output: z.array(anchor),
  }),
  sendAnchor: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: { zh: '把审计链当前位置送到外部保存', en: 'Send the present place of the audit chain out' },
    input: z.object({ keptBy: remark(200), out: z.string().min(1).max(1000) }),
    output: anchor.extend({ note: z.string() }),
    changes: ['rights'],
  }),
  draftAnchorMail: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: { zh: '把锚点存为邮件草稿', en: 'Save an anchor as the draft of a mail' },
    input: z.object({ id: recordId, language: language.default('zh-CN'), out: z.string().min(1).max(1000) }),
    output: z.object({ fileName: z.string() }),
  }),
  compareAnchor: call({
    kind: 'query',
    access: ['manager', 'admin'],
    summary: { zh: '用外部保存的锚点核对审计链', en: 'Compare the audit chain with a place kept elsewhere' },
    input: z
      .object({
        file: z.string().min(1).max(1000).optional(),
        /** What was typed, pasted or read from its QR code; one of the two. */
        text: z.string().min(1).max(4096).optional(),
      })
      .refine(({ file, text }) => (file === undefined) !== (text === undefined), {
        path: ['text'],
        message: 'file-or-text',
      }),
    reads: READS.text,
    output: z.object({
      result: z.enum(ANCHOR_RESULTS),
      anchored: z.number().int().nullable(),
      present: z.number().int(),
    }),
  }),
}
