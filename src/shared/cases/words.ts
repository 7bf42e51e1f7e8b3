import type { Bilingual } from '../contract.ts'
import { plainCode } from './channels.ts'

export * from './categories.ts'
export * from './channels.ts'

/** What a customer's matter is: enquiry, complaint, suggestion or service request (S3-21..23). */
export const CASE_KINDS = ['enquiry', 'complaint', 'suggestion', 'service'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

export const CASE_KIND_NAMES: Record<CaseKind, Bilingual> = {
  enquiry: { zh: '咨询', en: 'Enquiry' },
  complaint: { zh: '投诉', en: 'Complaint' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  service: { zh: '服务请求', en: 'Service request' },
}

/** The nature of a matter (S2-13). */
export const SEVERITIES = ['general', 'major', 'urgent'] as const
export type Severity = (typeof SEVERITIES)[number]

export const SEVERITY_NAMES: Record<Severity, Bilingual> = {
  general: { zh: '一般', en: 'General' },
  major: { zh: '重大', en: 'Major' },
  urgent: { zh: '紧急', en: 'Urgent' },
}

/** Time-limit classes: at once, within 24 hours, within 48 hours (S2-16). */
export const TIME_CLASSES = ['immediate', 'h24', 'h48'] as const
export type TimeClass = (typeof TIME_CLASSES)[number]

export const TIME_CLASS_NAMES: Record<TimeClass, Bilingual> = {
  immediate: { zh: '即时', en: 'At once' },
  h24: { zh: '24小时', en: '24 hours' },
  h48: { zh: '48小时', en: '48 hours' },
}

/** Whom the matter is about: the airline itself, a partner, or a third party (S2-14). */
export const OBJECTS = ['operator', 'partner', 'third'] as const
export type CaseObject = (typeof OBJECTS)[number]

export const OBJECT_NAMES: Record<CaseObject, Bilingual> = {
  operator: { zh: '本航空公司', en: 'The airline' },
  partner: { zh: '合作伙伴', en: 'A partner' },
  third: { zh: '第三方', en: 'A third party' },
}

/** The shipped departments (S2-15; S1-01..03 name the first three desks); managers rename, add and retire. */
export const DEPARTMENTS = [
  'vip',
  'callCentre',
  'online',
  'airport',
  'technical',
  'marketing',
  'ticketing',
  'baggage',
  'cabin',
  'operations',
  'loyalty',
  'finance',
  'legal',
] as const
/** A desk or department by its code; which there are, and which are offered, stands in the store. */
export const departmentCode = plainCode
export type Department = string

/** The shipped names; a desk may have given others. */
export const DEPARTMENT_NAMES: Record<(typeof DEPARTMENTS)[number], Bilingual> = {
  vip: { zh: 'VIP客服部', en: 'VIP service' },
  callCentre: { zh: '呼叫中心', en: 'Call centre' },
  online: { zh: '在线客服', en: 'Online service' },
  airport: { zh: '机场服务', en: 'Airport service' },
  technical: { zh: '技术部', en: 'Technical' },
  marketing: { zh: '市场部', en: 'Marketing' },
  ticketing: { zh: '票务部', en: 'Ticketing' },
  baggage: { zh: '行李查询', en: 'Baggage' },
  cabin: { zh: '客舱服务部', en: 'Cabin service' },
  operations: { zh: '运行控制', en: 'Operations control' },
  loyalty: { zh: '常旅客部', en: 'Loyalty programme' },
  finance: { zh: '财务部', en: 'Finance' },
  legal: { zh: '法务部', en: 'Legal' },
}

/** How soon something must happen (S2-28). */
export const URGENCIES = ['low', 'normal', 'high'] as const
export type Urgency = (typeof URGENCIES)[number]

export const URGENCY_NAMES: Record<Urgency, Bilingual> = {
  low: { zh: '不急', en: 'Not urgent' },
  normal: { zh: '一般', en: 'Normal' },
  high: { zh: '紧急', en: 'Urgent' },
}

/** How much depends on it (S2-29). */
export const IMPORTANCES = ['low', 'normal', 'high'] as const
export type Importance = (typeof IMPORTANCES)[number]

export const IMPORTANCE_NAMES: Record<Importance, Bilingual> = {
  low: { zh: '较低', en: 'Low' },
  normal: { zh: '一般', en: 'Normal' },
  high: { zh: '重要', en: 'High' },
}

/** Place in the queue, most pressing first (S2-30). */
export const PRIORITIES = ['p1', 'p2', 'p3', 'p4'] as const
export type Priority = (typeof PRIORITIES)[number]

export const PRIORITY_NAMES: Record<Priority, Bilingual> = {
  p1: { zh: '一级', en: 'Priority 1' },
  p2: { zh: '二级', en: 'Priority 2' },
  p3: { zh: '三级', en: 'Priority 3' },
  p4: { zh: '四级', en: 'Priority 4' },
}
