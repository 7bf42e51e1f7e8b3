import type { Bilingual } from '../contract.ts'

/** Who is at fault (S2-74..81); `none` when the question does not arise, with a reason. */
export const PARTIES = ['operator', 'customer', 'joint', 'none'] as const
export type Party = (typeof PARTIES)[number]

/** The parties that a finding can name. */
export const LIABLE_PARTIES = ['operator', 'customer', 'joint'] as const
export type LiableParty = (typeof LIABLE_PARTIES)[number]

export const PARTY_NAMES: Record<Party, Bilingual> = {
  operator: { zh: '运营商责任', en: 'The airline' },
  customer: { zh: '客户责任', en: 'The customer' },
  joint: { zh: '共同责任', en: 'Both sides' },
  none: { zh: '不适用', en: 'Not applicable' },
}

/** The grounds of a finding, as the client's document lists them (S2-74..81). */
export const GROUNDS = [
  'serviceDefect',
  'staffBreach',
  'operatorSilent',
  'malicious',
  'againstAgreement',
  'customerSilent',
  'bothAtFault',
  'worsened',
] as const
export type Ground = (typeof GROUNDS)[number]

/** The party that each ground speaks against. */
export const GROUND_PARTY: Record<Ground, LiableParty> = {
  serviceDefect: 'operator',
  staffBreach: 'operator',
  operatorSilent: 'operator',
  malicious: 'customer',
  againstAgreement: 'customer',
  customerSilent: 'customer',
  bothAtFault: 'joint',
  worsened: 'joint',
}

export const GROUND_NAMES: Record<Ground, Bilingual> = {
  serviceDefect: { zh: '服务缺陷致客户受损', en: 'A defect of the service caused the loss' },
  staffBreach: { zh: '人员违反服务规范致客户受损', en: 'Staff broke the service standard' },
  operatorSilent: { zh: '运营商未履行告知义务', en: 'The airline failed to inform' },
  malicious: { zh: '恶意投诉或捏造事实', en: 'Malicious complaint or invented facts' },
  againstAgreement: { zh: '客户未按约定使用服务', en: 'The customer used the service against the agreement' },
  customerSilent: { zh: '客户未履行告知义务', en: 'The customer failed to inform' },
  bothAtFault: { zh: '双方均有过错', en: 'Both sides were at fault' },
  worsened: { zh: '沟通协作中问题恶化', en: 'It became worse while the two sides dealt with each other' },
}

/** What the question of fault is about (S2-84). */
export const MATTERS = ['service', 'technical', 'policy'] as const
export type Matter = (typeof MATTERS)[number]

export const MATTER_NAMES: Record<Matter, Bilingual> = {
  service: { zh: '服务类', en: 'Service' },
  technical: { zh: '技术类', en: 'Technical' },
  policy: { zh: '政策类', en: 'Policy' },
}

/** Who carries a share of the fault (S2-86). */
export const SHARE_KINDS = ['department', 'person', 'partner', 'customer'] as const
export type ShareKind = (typeof SHARE_KINDS)[number]

export const SHARE_KIND_NAMES: Record<ShareKind, Bilingual> = {
  department: { zh: '部门', en: 'Department' },
  person: { zh: '人员', en: 'Person' },
  partner: { zh: '合作伙伴', en: 'Partner' },
  customer: { zh: '客户', en: 'Customer' },
}

/** Where a finding stands; a final one is locked, and a newer final one takes its place. */
export const FINDING_STATUSES = ['draft', 'review', 'reviewed', 'final', 'superseded'] as const
export type FindingStatus = (typeof FINDING_STATUSES)[number]

export const FINDING_STATUS_NAMES: Record<FindingStatus, Bilingual> = {
  draft: { zh: '拟定中', en: 'Draft' },
  review: { zh: '待内部审核', en: 'Waiting for review' },
  reviewed: { zh: '已审核', en: 'Reviewed' },
  final: { zh: '最终认定', en: 'Final' },
  superseded: { zh: '已被新版取代', en: 'Replaced by a newer one' },
}

/** What the customer says to the finding (S2-89). */
export const OPINIONS = ['agrees', 'partly', 'disagrees', 'notReached'] as const
export type Opinion = (typeof OPINIONS)[number]

export const OPINION_NAMES: Record<Opinion, Bilingual> = {
  agrees: { zh: '同意', en: 'Agrees' },
  partly: { zh: '部分同意', en: 'Agrees in part' },
  disagrees: { zh: '不同意', en: 'Disagrees' },
  notReached: { zh: '多次联系未果', en: 'Could not be reached' },
}

/** What follows from a finding (S2-91..96). */
export const MEASURE_KINDS = [
  'accountability',
  'customerAction',
  'rectification',
  'internalFeedback',
  'externalFeedback',
] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

export const MEASURE_KIND_NAMES: Record<MeasureKind, Bilingual> = {
  accountability: { zh: '内部责任追究', en: 'Accountability inside' },
  customerAction: { zh: '对客户责任追究', en: 'Action toward the customer' },
  rectification: { zh: '整改措施', en: 'Rectification' },
  internalFeedback: { zh: '内部反馈', en: 'Feedback inside' },
  externalFeedback: { zh: '外部反馈', en: 'Feedback to the customer' },
}
