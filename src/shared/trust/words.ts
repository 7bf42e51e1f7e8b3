import type { Bilingual } from '../contract.ts'
import { DESK_ROLES, type Role } from '../roles.ts'

/** Texts that everybody at the desk has to know: the rules are read, the undertaking is signed (S3-127, S3-134). */
export const TEXT_KINDS = ['rules', 'undertaking'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export const TEXT_KIND_NAMES: Record<TextKind, Bilingual> = {
  rules: { zh: '数据安全管理制度', en: 'Data-security rules' },
  undertaking: { zh: '保密承诺书', en: 'Confidentiality undertaking' },
}

/** Where a version of a text stands; `coming` is approved and not yet in force. */
export const TEXT_STATES = ['draft', 'coming', 'inForce', 'retired'] as const
export type TextState = (typeof TEXT_STATES)[number]

export const TEXT_STATE_NAMES: Record<TextState, Bilingual> = {
  draft: { zh: '草稿', en: 'Draft' },
  coming: { zh: '已批准待生效', en: 'Approved' },
  inForce: { zh: '生效中', en: 'In force' },
  retired: { zh: '已被替代', en: 'Replaced' },
}

/** What one person may be given for a time beyond the own role (S3-130). */
export const RIGHTS = ['leadRights', 'managerRights', 'restrictedCases'] as const
export type Right = (typeof RIGHTS)[number]

/** Every kind of authorisation on record: what was given, and what somebody took in an emergency. */
export const AUTHORISATION_KINDS = [...RIGHTS, 'breakGlass'] as const
export type AuthorisationKind = (typeof AUTHORISATION_KINDS)[number]

export const AUTHORISATION_NAMES: Record<AuthorisationKind, Bilingual> = {
  leadRights: { zh: '代行主管权限', en: 'Acts as lead' },
  managerRights: { zh: '代行经理权限', en: 'Acts as manager' },
  restrictedCases: { zh: '查阅受限工单', en: 'Reads restricted cases' },
  breakGlass: { zh: '紧急查阅', en: 'Emergency access' },
}

/** Whose rights these are: the roles that receive one, and the role that it makes of them; null where each keeps its own. */
export const RIGHT_ROLES: Record<Right, { from: readonly Role[]; as: Role | null }> = {
  leadRights: { from: ['agent'], as: 'lead' },
  managerRights: { from: ['lead'], as: 'manager' },
  restrictedCases: { from: DESK_ROLES, as: null },
}

export const AUTHORISATION_STATES = ['coming', 'inForce', 'ended', 'expired'] as const
export type AuthorisationState = (typeof AUTHORISATION_STATES)[number]

export const AUTHORISATION_STATE_NAMES: Record<AuthorisationState, Bilingual> = {
  coming: { zh: '未开始', en: 'Not begun' },
  inForce: { zh: '有效', en: 'In force' },
  ended: { zh: '已收回', en: 'Ended' },
  expired: { zh: '已到期', en: 'Expired' },
}

/** What a review of an authorisation finds (S3-130). */
export const REVIEW_RESULTS = ['keep', 'end', 'justified', 'unjustified'] as const
export type ReviewResult = (typeof REVIEW_RESULTS)[number]

export const REVIEW_RESULT_NAMES: Record<ReviewResult, Bilingual> = {
  keep: { zh: '仍需保留', en: 'Still needed' },
  end: { zh: '不再需要，收回', en: 'No longer needed, ended' },
  justified: { zh: '查阅合理', en: 'Justified' },
  unjustified: { zh: '查阅不合理', en: 'Not justified' },
}

/** How somebody left the desk. */
export const SESSION_ENDS = ['asked', 'idle', 'screen', 'suspend', 'switch', 'ended', 'lost'] as const
export type SessionEnd = (typeof SESSION_ENDS)[number]

export const SESSION_END_NAMES: Record<SessionEnd, Bilingual> = {
  asked: { zh: '本人锁定', en: 'Locked by the person' },
  idle: { zh: '空闲自动锁定', en: 'Idle' },
  screen: { zh: '锁屏', en: 'Screen locked' },
  suspend: { zh: '系统休眠', en: 'Machine slept' },
  switch: { zh: '切换用户', en: 'Another person' },
  ended: { zh: '被他人结束', en: 'Ended by somebody else' },
  lost: { zh: '程序中断', en: 'Program stopped' },
}

export const PROGRAMS = ['window', 'commandLine'] as const
export type Program = (typeof PROGRAMS)[number]

export const PROGRAM_NAMES: Record<Program, Bilingual> = {
  window: { zh: '桌面窗口', en: 'Window' },
  commandLine: { zh: '命令行', en: 'Command line' },
}

/** What kind of disclosure a manager looks for (S3-131, S3-132). */
export const DISCLOSURE_KINDS = ['unmasked', 'emergency', 'exported', 'opened'] as const
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number]

export const DISCLOSURE_NAMES: Record<DisclosureKind, Bilingual> = {
  unmasked: { zh: '显示完整号码', en: 'Shown in full' },
  emergency: { zh: '紧急查阅', en: 'Emergency access' },
  exported: { zh: '导出', en: 'Exported' },
  opened: { zh: '打开查看', en: 'Opened' },
}
