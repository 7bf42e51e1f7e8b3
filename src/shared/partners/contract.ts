import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, memberId, userId } from '../ids.ts'
import { CONSENT_CHANNELS } from '../members/words.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day } from '../time.ts'
import { remark, written } from '../written.ts'
import {
  casePartner,
  contactDraft,
  rowId as id,
  memberSharing,
  partnerDraft,
  partnerFile,
  partnerRow,
  shareRow,
  supplierFigures,
} from './model.ts'
import { SHARE_FIELDS } from './sharing.ts'
import { FACT_STATES, SERVICE_ITEMS, SHARE_PURPOSES, VERIFY_METHODS, WORK_STATES } from './words.ts'

const changes = ['products'] as const
const one = z.object({ id })
const shared = z.object({ memberId, partnerId: id, purpose: z.enum(SHARE_PURPOSES) })

/** Partners, the work shared with them, what they say, what they are told, and how good they are (S3-125, S4-16, S4-79, S4-83). */
export const partners = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出合作伙伴', en: 'List the partners' },
    input: z.object({ isEndedToo: z.boolean().default(false) }),
    output: z.array(partnerRow),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看合作伙伴', en: 'Show a partner' },
    input: one,
    output: partnerFile,
  }),
  save: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记或修改合作伙伴', en: 'Record or change a partner' },
    input: z.object({ id: id.nullable().default(null), partner: partnerDraft }),
    output: partnerFile,
    changes,
  }),
  addContact: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '增加合作伙伴联系人', en: "Add a partner's contact" },
    input: z.object({ partnerId: id, contact: contactDraft }),
    output: partnerFile,
    changes,
  }),
  removeContact: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '移除合作伙伴联系人', en: "Remove a partner's contact" },
    input: one,
    output: partnerFile,
    changes,
  }),
  reinstateContact: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '恢复已移除的合作伙伴联系人', en: "Bring back a partner's contact that was removed" },
    input: one,
    output: partnerFile,
    changes,
  }),
  addWork: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记与伙伴的协作事项', en: 'Record work shared with a partner' },
    input: z.object({ partnerId: id, title: written(200), text: remark(2000), ownerId: userId, dueDay: day }),
    output: partnerFile,
    changes,
  }),
  moveWork: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记协作事项的进展', en: 'Record how far shared work is' },
    input: z.object({ id, state: z.enum(WORK_STATES), text: written(2000) }),
    output: partnerFile,
    changes,
  }),
  addFact: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记伙伴提供的信息', en: 'Record what a partner told us' },
    input: z.object({ partnerId: id, topic: written(120), text: written(2000), toldBy: written(60) }),
    output: partnerFile,
    changes,
  }),
  verifyFact: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '核实伙伴提供的信息', en: 'Verify what a partner told us' },
    input: z.object({
      id,
      state: z.enum(FACT_STATES).exclude(['unverified']),
      method: z.enum(VERIFY_METHODS),
      note: written(1000),
    }),
    output: partnerFile,
    changes,
  }),
  sharing: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看会员对伙伴的授权与共享记录', en: "Show a member's consents to partners and what was shared" },
    input: z.object({ memberId }),
    output: memberSharing,
  }),
  consent: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: {
      zh: '登记会员对某伙伴的单独同意或撤回',
      en: "Record a member's separate consent to a partner, or its end",
    },
    input: shared.extend({ given: z.boolean(), channel: z.enum(CONSENT_CHANNELS) }),
    output: memberSharing,
    changes: ['products', 'members'],
  }),
  share: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '向伙伴提供会员信息（最少必要）', en: "Pass a member's data to a partner, no more than needed" },
    input: shared.extend({ fields: z.array(z.enum(SHARE_FIELDS)).min(1), reason: written(500) }),
    output: z.object({ share: shareRow, values: z.partialRecord(z.enum(SHARE_FIELDS), z.string()) }),
    changes: ['products', 'members'],
  }),
  shares: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出向一家伙伴提供的会员信息', en: 'List what a partner was told of members' },
    input: z.object({ partnerId: id, limit: z.number().int().min(1).max(500).default(100) }),
    output: z.array(shareRow),
  }),
  ofCase: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出工单涉及的供应商', en: 'List the suppliers a case is about' },
    input: z.object({ caseId }),
    output: z.array(casePartner),
  }),
  attach: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记工单涉及的供应商与服务项目', en: 'Record the supplier and service a case is about' },
    input: z.object({ caseId, partnerId: id, item: z.enum(SERVICE_ITEMS) }),
    output: z.array(casePartner),
    changes: ['products', 'todos'],
  }),
  rate: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记客户对供应商服务的评分', en: "Record a customer's rating of a supplier's service" },
    input: z.object({
      partnerId: id,
      item: z.enum(SERVICE_ITEMS),
      points: z.number().int().min(1).max(5),
      remark: remark(1000),
      caseId: caseId.nullable().default(null),
      day,
    }),
    output: z.object({ told: z.boolean() }),
    changes: ['products', 'todos'],
  }),
  quality: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '比较各服务项目与供应商的质量', en: 'Compare quality between service items and suppliers' },
    input: z.object({ fromDay: day, toDay: day }),
    output: z.array(supplierFigures),
  }),
}
