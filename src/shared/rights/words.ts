import type { Bilingual } from '../contract.ts'

/** What a person may ask for about their own data (PIPL 44–49). */
export const REQUEST_KINDS = ['access', 'correct', 'object', 'erase', 'explain'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const REQUEST_KIND_NAMES: Record<RequestKind, Bilingual> = {
  access: { zh: '查阅与复制', en: 'Access and copy' },
  correct: { zh: '更正与补充', en: 'Correction' },
  object: { zh: '限制或拒绝处理', en: 'Objection' },
  erase: { zh: '删除', en: 'Deletion' },
  explain: { zh: '解释说明', en: 'Explanation' },
}

export const REQUEST_STATES = ['open', 'locked', 'done', 'refused'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export const REQUEST_STATE_NAMES: Record<RequestState, Bilingual> = {
  open: { zh: '处理中', en: 'Open' },
  locked: { zh: '已封存', en: 'Locked' },
  done: { zh: '已办结', en: 'Done' },
  refused: { zh: '已拒绝', en: 'Refused' },
}

/** How near the end of its limit a request is. */
export const DUE_STATES = ['inTime', 'soon', 'late'] as const
export type DueState = (typeof DUE_STATES)[number]

export const DUE_STATE_NAMES: Record<DueState, Bilingual> = {
  inTime: { zh: '期限内', en: 'In time' },
  soon: { zh: '即将到期', en: 'Due soon' },
  late: { zh: '已超期', en: 'Late' },
}

/** What shall stop at a member's objection. */
export const LIMIT_SCOPES = ['outreach', 'analysis'] as const
export type LimitScope = (typeof LIMIT_SCOPES)[number]

export const LIMIT_SCOPE_NAMES: Record<LimitScope, Bilingual> = {
  outreach: { zh: '不再主动联系', en: 'No outreach' },
  analysis: { zh: '不再分析画像', en: 'No analysis' },
}

/** Fields of a file that a member may have corrected on request. */
export const CORRECTED_FIELDS = [
  'name',
  'mobile',
  'email',
  'birthDate',
  'documentNo',
  'title',
  'province',
  'city',
] as const
export type CorrectedField = (typeof CORRECTED_FIELDS)[number]

export const CORRECTED_FIELD_NAMES: Record<CorrectedField, Bilingual> = {
  name: { zh: '姓名', en: 'Name' },
  mobile: { zh: '手机', en: 'Mobile' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  birthDate: { zh: '出生日期', en: 'Date of birth' },
  documentNo: { zh: '证件号', en: 'Document number' },
  title: { zh: '称呼', en: 'Form of address' },
  province: { zh: '省份', en: 'Province' },
  city: { zh: '城市', en: 'City' },
}

/** When an impact assessment is asked for (PIPL 55). */
export const OCCASIONS = ['sensitive', 'automated', 'sharing', 'publication', 'abroad', 'other'] as const
export type Occasion = (typeof OCCASIONS)[number]

export const OCCASION_NAMES: Record<Occasion, Bilingual> = {
  sensitive: { zh: '处理敏感个人信息', en: 'Sensitive data' },
  automated: { zh: '自动化决策', en: 'Automated decisions' },
  sharing: { zh: '委托处理或对外提供', en: 'Processing by or sharing with others' },
  publication: { zh: '公开个人信息', en: 'Publication' },
  abroad: { zh: '向境外提供', en: 'Transfer abroad' },
  other: { zh: '其他重大影响', en: 'Other weighty effect' },
}

export const RISK_LEVELS = ['low', 'medium', 'high'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

export const RISK_LEVEL_NAMES: Record<RiskLevel, Bilingual> = {
  low: { zh: '低', en: 'Low' },
  medium: { zh: '中', en: 'Medium' },
  high: { zh: '高', en: 'High' },
}

export const ASSESSMENT_STATES = ['draft', 'approved', 'refused'] as const
export type AssessmentState = (typeof ASSESSMENT_STATES)[number]

export const ASSESSMENT_STATE_NAMES: Record<AssessmentState, Bilingual> = {
  draft: { zh: '待审批', en: 'To be approved' },
  approved: { zh: '已批准', en: 'Approved' },
  refused: { zh: '未通过', en: 'Refused' },
}

export const RECIPIENT_ROLES = ['processor', 'handler', 'authority', 'abroad'] as const
export type RecipientRole = (typeof RECIPIENT_ROLES)[number]

export const RECIPIENT_ROLE_NAMES: Record<RecipientRole, Bilingual> = {
  processor: { zh: '受托处理者', en: 'Processor' },
  handler: { zh: '其他处理者', en: 'Another handler' },
  authority: { zh: '主管机关', en: 'Authority' },
  abroad: { zh: '境外接收方', en: 'Recipient abroad' },
}

export const SHARING_BASES = ['consent', 'contract', 'law'] as const
export type SharingBasis = (typeof SHARING_BASES)[number]

export const SHARING_BASIS_NAMES: Record<SharingBasis, Bilingual> = {
  consent: { zh: '单独同意', en: 'Separate consent' },
  contract: { zh: '合同', en: 'Contract' },
  law: { zh: '法律规定', en: 'Law' },
}
