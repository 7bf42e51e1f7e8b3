import { z } from 'zod'
import { CASE_KINDS } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'

const id = z.string().min(1).max(64)
const count = z.number().int().min(0)
const period = { fromDay: day, toDay: day }

/** One matter of a business customer: where it stands, what came of it, and what the customer said to that. */
export const companyCase = z.object({
  id: caseId,
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  category: z.string(),
  receivedAt: instant,
  travellerName: z.string(),
  orderNo: z.string(),
  /** The stage in the desk's words and in those for the customer. */
  stateName: bilingual,
  stage: bilingual,
  isOpen: z.boolean(),
  nextDueAt: instant.nullable(),
  isLate: z.boolean(),
  closedAt: instant.nullable(),
  /** What the customer was told came of it; null until then. */
  result: z.string().nullable(),
  /** The customer's word at the call-back: solved, partly, not; null until asked. */
  solved: z.string().nullable(),
  points: z.number().nullable(),
})
export type CompanyCase = z.infer<typeof companyCase>

/** A company's complaints of some days, as its travel policy reads them (S5-62). */
export const companyFigures = z.object({
  ...period,
  complaints: count,
  open: count,
  late: count,
  solved: count,
  travellers: count,
  /** Mean days from receipt to closing; null when none is closed. */
  meanDays: z.number().nullable(),
  /** Most frequent first. */
  categories: z.array(z.object({ category: z.string(), count, late: count, solved: count })),
})
export type CompanyFigures = z.infer<typeof companyFigures>

/** What a company does with advice about its travel policy. */
export const ADVICE_STATES = ['told', 'adopted', 'declined'] as const

/** Advice on a company's travel policy, with the figures that it rests on. */
export const companyAdvice = z.object({
  id,
  figures: companyFigures,
  finding: z.string(),
  proposedRules: z.string(),
  state: z.enum(ADVICE_STATES),
  toldAt: instant,
  toldByName: z.string(),
  /** The rules as they stood when the company answered. */
  rulesBefore: z.string().nullable(),
  answer: z.string(),
  answeredBy: z.string(),
  answeredAt: instant.nullable(),
})
export type CompanyAdvice = z.infer<typeof companyAdvice>

/** What becomes of a company's complaints, and what they say about its travel policy (S5-52, S5-53, S5-62). */
export const companyTracking = {
  cases: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '跟踪企业的事项：状态与处理结果', en: 'Track a company’s matters: state and result' },
    input: z.object({
      id,
      isOpen: z.boolean().nullable().default(null),
      /** The last row of the page before. */
      after: z.object({ at: instant, id: caseId }).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(companyCase),
      next: z.object({ at: instant, id: caseId }).nullable(),
    }),
  }),
  figures: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '企业投诉数据', en: 'Figures on a company’s complaints' },
    input: z.object({ id, ...period }),
    output: companyFigures,
  }),
  advices: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看对企业差旅政策的建议', en: 'Show the advice on a company’s travel policy' },
    input: z.object({ id }),
    output: z.array(companyAdvice),
  }),
  advise: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: {
      zh: '依据投诉数据提出差旅政策优化建议',
      en: 'Advise a change of travel policy, with the figures behind it',
    },
    input: z.object({ id, ...period, finding: written(2000), proposedRules: written(4000) }),
    output: z.array(companyAdvice),
    changes: ['members'],
  }),
  adviceAnswered: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '登记企业对建议的答复', en: 'Record the company’s answer to advice' },
    input: z.object({ adviceId: id, isAdopted: z.boolean(), answeredBy: written(100), answer: remark(2000) }),
    output: z.array(companyAdvice),
    changes: ['members'],
  }),
}
