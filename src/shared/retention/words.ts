import type { Bilingual } from '../contract.ts'

/** Kinds of record with a period of their own. The first six are erased by a run, the others are only kept. */
export const RECORD_KINDS = [
  'complaint',
  'matter',
  'call',
  'message',
  'leftMember',
  'sealedFile',
  'rightsRecord',
  'assessment',
  'exportRecord',
  'voucher',
  'auditLog',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

export const ERASED_KINDS = ['complaint', 'matter', 'call', 'message', 'leftMember', 'sealedFile'] as const
export type ErasedKind = (typeof ERASED_KINDS)[number]

export const RECORD_KIND_NAMES: Record<RecordKind, Bilingual> = {
  complaint: { zh: '已关闭的投诉', en: 'Closed complaints' },
  matter: { zh: '已关闭的咨询、建议与服务请求', en: 'Closed enquiries, suggestions and services' },
  call: { zh: '通话记录', en: 'Notes of calls' },
  message: { zh: '发出的消息', en: 'Messages sent' },
  leftMember: { zh: '已退会会员的档案', en: 'Files of members who left' },
  sealedFile: { zh: '封存的档案', en: 'Locked files' },
  rightsRecord: { zh: '个人信息权利请求记录', en: 'Records of rights requests' },
  assessment: { zh: '影响评估与共享记录', en: 'Impact assessments and sharing records' },
  exportRecord: { zh: '导出记录', en: 'Register of exports' },
  voucher: { zh: '补偿与付款凭证', en: 'Compensation vouchers' },
  auditLog: { zh: '审计日志', en: 'Audit log' },
}

/** Why a record is kept for that long. */
export const BASES = ['law', 'contract', 'own'] as const
export type Basis = (typeof BASES)[number]

export const BASIS_NAMES: Record<Basis, Bilingual> = {
  law: { zh: '法律规定', en: 'Law' },
  contract: { zh: '合同', en: 'Contract' },
  own: { zh: '本公司规定', en: 'Own rule' },
}
