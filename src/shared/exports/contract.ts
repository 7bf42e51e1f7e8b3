import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId } from '../ids.ts'
import { READS } from '../reads.ts'
import { language } from '../session/model.ts'
import { day, instant } from '../time.ts'
import { limitCalls } from './limits.ts'
import { APPROVAL_REASONS, COPY_STATES, ENCRYPTIONS, exportProfile, exportScope, SCOPE_KINDS } from './model.ts'
import { unfinishedRow } from './unfinished.ts'

/** An export that was made, kept with its purpose and requester (S3-133), and what was agreed about the copy. */
export const exportRow = z.object({
  id: z.string(),
  at: instant,
  actorName: z.string(),
  memberId: memberId.nullable(),
  memberCard: z.string().nullable(),
  purpose: z.string(),
  requester: z.string(),
  fileName: z.string(),
  rows: z.number().int(),
  sha256: z.string(),
  head: z.string(),
  /** Null for lists, reports and certificates, of which nobody has to give anything back. */
  copy: z
    .object({
      scopeKind: z.enum(SCOPE_KINDS),
      scopeLabel: z.string(),
      profile: exportProfile,
      recipient: z.string(),
      heldBack: z.number().int(),
      encryption: z.enum(ENCRYPTIONS),
      state: z.enum(COPY_STATES),
      destroyBy: day.nullable(),
      destroyedOn: day.nullable(),
      destroyedNote: z.string().nullable(),
      approvedBy: z.string().nullable(),
    })
    .nullable(),
})
export type ExportRow = z.infer<typeof exportRow>

/** A request that a second person agrees to a large or far-reaching export. */
export const requestRow = z.object({
  id: z.string(),
  scopeKind: z.enum(SCOPE_KINDS),
  scopeLabel: z.string(),
  scope: exportScope,
  profile: exportProfile,
  recipient: z.string(),
  purpose: z.string(),
  rows: z.number().int(),
  reasons: z.array(z.enum(APPROVAL_REASONS)),
  state: z.enum(['asked', 'approved', 'refused', 'used']),
  askedAt: instant,
  askedBy: z.string(),
  askedByMe: z.boolean(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
})
export type RequestRow = z.infer<typeof requestRow>

const problem = z.object({ code: z.string(), file: z.string().optional(), detail: z.string() })

const words = z.string().trim()
const wanted = {
  /** Why, in words; stands in the manifest and on every page. */
  purpose: words.min(1).max(500),
  /** Who asked for it, if not the manager: the member, a court, an auditor. */
  requester: words.min(1).max(120),
  /** Who gets the copy; the requester unless told. */
  recipient: words.min(1).max(120).optional(),
  profile: exportProfile.default('archive'),
}
const options = {
  ...wanted,
  /** The last day on which the recipient may have the copy. */
  destroyBy: day.optional(),
  /** The approved request, where a second person must agree. */
  requestId: z.string().max(64).optional(),
  leavesMainland: z.boolean().default(false),
  approval: words.max(200).optional(),
  language: language.default('zh-CN'),
  /** Encrypts the bundle in the age format; one of the two. */
  passphrase: z.string().max(200).optional(),
  recipientKeys: z.array(words.max(4000)).max(20).optional(),
  out: z.string().min(1).max(1000),
}
const made = z.object({
  id: z.string(),
  fileName: z.string(),
  rows: z.number().int(),
  heldBack: z.number().int(),
  /** Rows in files that an unfinished export of the same data to the same place had written already. */
  taken: z.number().int(),
  /** Tables of that one which had to be written anew, because the store changed since. */
  changed: z.array(z.string()),
  sha256: z.string(),
  head: z.string(),
  keyId: z.string(),
})

/** Signed histories that a stranger can verify. */
export const exports = {
  history: call({
    kind: 'command',
    access: ['manager'],
    members: 'file',
    summary: { zh: '导出一位会员的服务历史', en: "Export one member's service history as a signed bundle" },
    input: z.object({ memberId, ...options }),
    output: made,
    changes: ['exports'],
    secrets: ['passphrase'],
    heavy: true,
  }),
  selection: call({
    kind: 'command',
    access: ['manager'],
    members: 'scoped',
    summary: {
      zh: '导出一张服务单、一段时间或一批会员的历史',
      en: 'Export the history of a case, a period or a list of members as a signed bundle',
    },
    input: z.object({ scope: exportScope, ...options }),
    output: made,
    changes: ['exports'],
    secrets: ['passphrase'],
    heavy: true,
  }),
  unfinished: call({
    kind: 'query',
    access: ['manager'],
    summary: { zh: '列出未完成的导出', en: 'List the exports that were begun and did not end' },
    input: z.object({}),
    output: z.array(unfinishedRow),
  }),
  goOn: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '接着做未完成的导出', en: 'Go on with an unfinished export, to the same place' },
    input: z.object({
      id: z.string().max(64),
      /** Again, where the bundle is to be encrypted with one: it is kept nowhere. */
      passphrase: z.string().max(200).optional(),
    }),
    output: made,
    changes: ['exports'],
    secrets: ['passphrase'],
    heavy: true,
  }),
  discard: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '放弃未完成的导出', en: 'Discard an unfinished export' },
    input: z.object({ id: z.string().max(64) }),
    /** False when the folder stays, because it is on another machine or holds something else. */
    output: z.object({ isRemoved: z.boolean() }),
    changes: ['exports'],
  }),
  measure: call({
    kind: 'query',
    access: ['manager'],
    members: 'scoped',
    summary: {
      zh: '预估导出的行数，并说明是否需要第二人批准',
      en: 'Count what an export would hold and say whether a second person must agree',
    },
    input: z.object({ scope: exportScope, profile: exportProfile }),
    output: z.object({
      label: z.string(),
      rows: z.number().int(),
      tables: z.array(z.object({ table: z.string(), rows: z.number().int(), leaves: z.boolean() })),
      reasons: z.array(z.enum(APPROVAL_REASONS)),
    }),
    heavy: true,
  }),
  ask: call({
    kind: 'command',
    access: ['manager'],
    members: 'scoped',
    summary: { zh: '请求第二人批准导出', en: 'Ask a second person to agree to an export' },
    input: z.object({ scope: exportScope, ...wanted }),
    output: z.object({ id: z.string(), rows: z.number().int(), reasons: z.array(z.enum(APPROVAL_REASONS)) }),
    changes: ['exports'],
  }),
  requests: call({
    kind: 'query',
    access: ['manager', 'admin'],
    summary: { zh: '列出导出申请', en: 'List the requests for exports' },
    input: z.object({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.array(requestRow),
  }),
  decide: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: { zh: '批准或驳回导出申请', en: 'Approve or refuse a request for an export' },
    input: z.object({ id: z.string().max(64), isApproved: z.boolean(), note: words.min(1).max(500) }),
    output: z.object({ state: z.enum(['approved', 'refused']) }),
    changes: ['exports'],
  }),
  ...limitCalls,
  waits: call({
    kind: 'query',
    access: ['manager', 'admin'],
    summary: {
      zh: '逾期未销毁的副本与待本人决定的申请',
      en: 'Copies past their day, and requests that wait for oneself',
    },
    input: z.object({}),
    /** `overdueDays`: how long the oldest of the copies should have been gone. `toDecide`: requests and limits of others. */
    output: z.object({
      overdue: z.number().int(),
      overdueDays: z.number().int(),
      toDecide: z.number().int(),
    }),
  }),
  confirmDestroyed: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: { zh: '登记接收人已销毁副本', en: 'Record that the recipient destroyed the copy' },
    input: z.object({ id: z.string().max(64), on: day, note: words.min(1).max(500) }),
    output: z.object({ id: z.string() }),
    changes: ['exports'],
  }),
  list: call({
    kind: 'query',
    access: ['manager', 'admin'],
    summary: { zh: '列出已做的导出', en: 'List the exports that were made' },
    input: z.object({
      limit: z.number().int().min(1).max(500).default(100),
      /** Only copies that should have been destroyed by now. */
      isOverdue: z.boolean().default(false),
    }),
    output: z.array(exportRow),
  }),
  verify: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '验证导出包', en: 'Verify an export bundle' },
    input: z.object({
      file: z.string().min(1).max(1000),
      /** Opens an encrypted bundle; one of the two. */
      passphrase: z.string().max(200).optional(),
      identity: z.string().max(4000).optional(),
    }),
    reads: READS.pieces,
    output: z.object({
      ok: z.boolean(),
      rows: z.number().int(),
      isOurs: z.boolean(),
      profile: z.string().nullable(),
      problems: z.array(problem),
    }),
    secrets: ['passphrase', 'identity'],
    heavy: true,
  }),
  saveVerifier: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: {
      zh: '保存独立验证程序，供外部审计人员使用',
      en: 'Save the stand-alone verifier for an outside auditor',
    },
    input: z.object({ out: z.string().min(1).max(1000) }),
    output: z.object({ fileName: z.string(), sha256: z.string(), publicKey: z.string() }),
  }),
}
