import { z } from 'zod'
import { MOODS } from '../cases/moods.ts'
import { call } from '../contract.ts'
import { caseId, memberId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { instant } from '../time.ts'
import { expectedSeq, remark, written } from '../written.ts'
import { caseMood, channelChoice, messageDraft, messageId, messageRow, messageView, ownMessage } from './model.ts'
import { templatesContract } from './template-contract.ts'
import { TYPED_VARIABLES } from './variables.ts'
import { MESSAGE_CHANNELS, MESSAGE_STATES, OCCASIONS } from './words.ts'

const one = z.object({ id: messageId })
const changes = ['messages', 'cases', 'clocks'] as const

/** Whom a message is for and what it says: a wording with its values, or a text of one's own. */
const toWrite = ownMessage.extend({
  caseId: caseId.nullable().default(null),
  memberId: memberId.nullable().default(null),
  /** The care contact that this carries out. */
  careId: z.string().min(1).max(64).nullable().default(null),
  occasion: z.enum(OCCASIONS),
  channel: z.enum(MESSAGE_CHANNELS),
  /** The customer's own language when left out. */
  language: language.optional(),
  /** A version of a wording; null for a text of one's own. */
  templateId: z.string().min(1).max(64).nullable().default(null),
  values: z.partialRecord(z.enum(TYPED_VARIABLES), remark(1000)).default({}),
  /** The time that is promised; the case's own limit when left out. */
  expectedAt: instant.nullable().default(null),
})
export type ToWrite = z.infer<typeof toWrite>

/** What the desk tells its customers (S5-29..33, S5-58, S5-59, S4-132). */
export const messages = {
  ...templatesContract,
  waiting: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出等待发送的消息', en: 'List the messages that wait to be sent' },
    input: z.object({
      states: z.array(z.enum(MESSAGE_STATES)).min(1).default(['toCheck', 'prepared', 'handedOver', 'failed']),
      channel: z.enum(MESSAGE_CHANNELS).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(messageRow),
  }),
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'rows',
    summary: { zh: '列出一件工单或一位会员的消息', en: 'List the messages of a case or a member' },
    input: z.object({ caseId: caseId.nullable().default(null), memberId: memberId.nullable().default(null) }),
    output: z.array(messageRow),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看一条消息', en: 'Show a message with its words' },
    input: one,
    output: messageView,
    discloses: true,
  }),
  draft: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '预览一条消息', en: 'Show a message as it would be' },
    input: toWrite,
    output: messageDraft,
    discloses: true,
  }),
  prepare: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '准备一条消息', en: 'Prepare a message' },
    input: toWrite,
    output: messageRow,
    changes,
  }),
  prepareCare: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: {
      zh: '按在用模板准备一次关怀的消息',
      en: 'Prepare the message of a care contact from the wording in use',
    },
    input: z.object({ careId: z.string().min(1).max(64) }),
    output: z.object({
      row: messageRow,
      /** It is night: it is not handed over before nine in the morning (S2-149). */
      isQuiet: z.boolean(),
    }),
    changes,
  }),
  check: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '复核一条消息', en: 'Check a message before it goes out' },
    input: one.extend({ isApproved: z.boolean(), note: remark(500) }),
    output: messageRow,
    changes,
  }),
  handOver: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '交发一条消息', en: 'Hand a message over to be sent' },
    input: one,
    output: z.object({ row: messageRow, address: z.string(), text: z.string() }),
    changes,
  }),
  writeFile: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '导出待发送消息的批量文件', en: 'Write the waiting messages of a channel to a file' },
    input: z.object({
      channel: z.enum(MESSAGE_CHANNELS),
      purpose: written(500),
      out: z.string().min(1).max(1000),
    }),
    output: z.object({ fileName: z.string(), rows: z.number().int(), skipped: z.number().int(), sha256: z.string() }),
    changes: ['messages', 'exports', 'cases'],
  }),
  markSent: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记消息已发送', en: 'Record that a message was sent' },
    input: one.extend({
      at: instant.optional(),
      reference: remark(120),
    }),
    output: messageRow,
    changes,
  }),
  markFailed: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记消息发送失败', en: 'Record that a message could not be sent' },
    input: one.extend({ reason: written(500) }),
    output: messageRow,
    changes,
  }),
  recordReply: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记客户对消息的回复', en: "Record the customer's reply to a message" },
    input: one.extend({ at: instant.optional(), text: written(4000) }),
    output: messageRow,
    changes,
  }),
  cancel: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '取消一条未发送的消息', en: 'Cancel a message that was not sent' },
    input: one.extend({ reason: written(500) }),
    output: messageRow,
    changes,
  }),
  choices: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看会员对各联系渠道的意愿', en: 'Show by which channels a member wants to hear from the desk' },
    input: z.object({ memberId }),
    output: z.array(channelChoice),
  }),
  choose: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记会员同意或退订某联系渠道', en: 'Record that a member consents to a channel or opts out of it' },
    input: z.object({ memberId, channel: z.enum(MESSAGE_CHANNELS), given: z.boolean(), source: written(200) }),
    output: z.array(channelChoice),
    changes: ['messages', 'members'],
  }),
  mood: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看客户情绪与适用话术', en: "Show the customer's mood and the words that help" },
    input: z.object({ caseId, language: language.default('zh-CN') }),
    output: caseMood,
  }),
  setMood: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记客户情绪', en: "Record the customer's mood" },
    input: z.object({ caseId, mood: z.enum(MOODS), note: remark(500), expectedSeq }),
    output: z.object({ lastSeq: z.number().int() }),
    changes: ['messages', 'cases'],
  }),
}
