import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, memberId } from '../ids.ts'
import { line } from '../members/fields.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { isStorable } from '../storable.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day } from '../time.ts'
import { companyTracking } from './tracking.ts'

const id = z.string().min(1).max(64)
const words = (most: number) => z.string().trim().max(most).refine(isStorable, { message: 'unreadable' }).default('')

export const companyView = z.object({
  id: z.string(),
  name: z.string(),
  contact: z.string(),
  maskedPhone: z.string(),
  travelRules: z.string(),
  travellers: z.number().int(),
})
export type CompanyView = z.infer<typeof companyView>

export const travellerView = z.object({
  memberId,
  name: z.string(),
  card: z.string(),
  tier: z.enum(MEMBER_TIERS),
  role: z.string(),
  fromDay: day,
  endedDay: day.nullable(),
})
export type TravellerView = z.infer<typeof travellerView>

/** What of a case belongs to a business customer (S5-77). */
export const caseBusiness = z.object({
  company: companyView.nullable(),
  travellerId: memberId.nullable(),
  travellerName: z.string(),
  orderNo: z.string(),
})
export type CaseBusiness = z.infer<typeof caseBusiness>

/** How business customers stay and go (S5-45). */
export const businessLoyalty = z.object({
  /** Companies that travelled or spent in the year before the last. */
  before: z.number().int(),
  /** Of those, the ones that did not in the last year. */
  lost: z.number().int(),
  gained: z.number().int(),
  active: z.number().int(),
  /** Lost of those before, 0 to 1; null when there was none. */
  churn: z.number().nullable(),
  /** Mean loyalty of the companies that have travellers, 0 to 100. */
  loyalty: z.number().nullable(),
  companies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      travellers: z.number().int(),
      wasActive: z.boolean(),
      isActive: z.boolean(),
      loyalty: z.number().nullable(),
    }),
  ),
})
export type BusinessLoyalty = z.infer<typeof businessLoyalty>

/** Business customers: the company, who travels for it, and complaints that belong to it (S5-45, S5-77). */
export const companies = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出企业客户', en: 'List the business customers' },
    input: z.object({ after: words(100), limit: z.number().int().min(1).max(500).default(200) }),
    output: z.object({ rows: z.array(companyView), next: z.string().nullable() }),
  }),
  save: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记或修改企业客户', en: 'Record or change a business customer' },
    input: z.object({
      /** An existing company; a new one when absent. */
      id: id.optional(),
      name: line(100),
      contact: words(100),
      /** Undefined keeps the number that stands. */
      phone: z.string().trim().max(40).optional(),
      travelRules: words(4000),
    }),
    output: companyView,
    changes: ['members'],
  }),
  travellers: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看企业的差旅人', en: 'Show who travels for a company' },
    input: z.object({ id }),
    output: z.array(travellerView),
  }),
  setTraveller: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'rows',
    summary: { zh: '登记或终止企业差旅人', en: 'Record or end who travels for a company' },
    input: z.object({
      id,
      memberId,
      role: words(60),
      fromDay: day,
      /** The last day; null while the person still travels for the company. */
      endedDay: day.nullable().default(null),
    }),
    output: z.array(travellerView),
    changes: ['members'],
  }),
  ofCase: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看工单关联的企业、差旅人与订单', en: 'Show the company, traveller and order of a case' },
    input: z.object({ caseId }),
    output: caseBusiness,
  }),
  attach: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'any',
    summary: { zh: '将企业、差旅人与订单关联到工单', en: 'Attach company, traveller and order to a case' },
    input: z.object({
      caseId,
      companyId: id.nullable(),
      travellerId: memberId.nullable().default(null),
      travellerName: words(100),
      orderNo: words(60),
    }),
    output: caseBusiness,
    changes: ['cases', 'members'],
  }),
  loyalty: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '企业客户流失率与忠诚度', en: 'Churn and loyalty of business customers' },
    input: z.object({}),
    output: businessLoyalty,
    heavy: true,
  }),
  ...companyTracking,
}
