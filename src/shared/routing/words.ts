import type { Bilingual } from '../contract.ts'
import type { Signal } from './classes.ts'

/**
 * What a person is able and qualified to do (S5-24, S5-28): handle complaints, handle complex ones after passing the
 * training for it, speak a language, know a group of categories.
 */
export const SKILL_KINDS = ['complaints', 'complex', 'language', 'category'] as const
export type SkillKind = (typeof SKILL_KINDS)[number]

export const SKILL_KIND_NAMES: Record<SkillKind, Bilingual> = {
  complaints: { zh: '投诉处理', en: 'Complaint handling' },
  complex: { zh: '复杂投诉资格', en: 'Qualified for complex complaints' },
  language: { zh: '语言', en: 'Language' },
  category: { zh: '分类专长', en: 'Category' },
}

export const LANGUAGES = ['zh', 'en', 'yue', 'ja', 'ko', 'ru', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

export const LANGUAGE_NAMES: Record<Language, Bilingual> = {
  zh: { zh: '普通话', en: 'Mandarin' },
  en: { zh: '英语', en: 'English' },
  yue: { zh: '粤语', en: 'Cantonese' },
  ja: { zh: '日语', en: 'Japanese' },
  ko: { zh: '韩语', en: 'Korean' },
  ru: { zh: '俄语', en: 'Russian' },
  fr: { zh: '法语', en: 'French' },
}

export const SIGNAL_NAMES: Record<Signal, Bilingual> = {
  urgent: { zh: '紧急', en: 'Urgent' },
  major: { zh: '重大', en: 'Major' },
  complex: { zh: '复杂', en: 'Complex' },
  personal: { zh: '个性化', en: 'Personal' },
}

/** Why the desk looked for somebody. */
export const ROUTE_CAUSES = ['opened', 'corrected', 'asked', 'swept'] as const
export type RouteCause = (typeof ROUTE_CAUSES)[number]

export const ROUTE_CAUSE_NAMES: Record<RouteCause, Bilingual> = {
  opened: { zh: '登记', en: 'Registered' },
  corrected: { zh: '更正分类', en: 'Class corrected' },
  asked: { zh: '人工发起', en: 'Asked for' },
  swept: { zh: '自动巡检', en: 'Found waiting' },
}

/** What came of it: given to somebody, left with the owner, or nobody fits. */
export const ROUTE_OUTCOMES = ['assigned', 'kept', 'nobody'] as const
export type RouteOutcome = (typeof ROUTE_OUTCOMES)[number]

export const ROUTE_OUTCOME_NAMES: Record<RouteOutcome, Bilingual> = {
  assigned: { zh: '已分派', en: 'Given' },
  kept: { zh: '维持原责任人', en: 'Left with the owner' },
  nobody: { zh: '无合适人员', en: 'Nobody fits' },
}

/** Why a person cannot get a case. */
export const OBSTACLES = ['away', 'offShift', 'full', 'noComplaints', 'notQualified', 'noLanguage'] as const
export type Obstacle = (typeof OBSTACLES)[number]

export const OBSTACLE_NAMES: Record<Obstacle, Bilingual> = {
  away: { zh: '不在岗', en: 'Away' },
  offShift: { zh: '不在班', en: 'Off shift' },
  full: { zh: '在办已满', en: 'Full' },
  noComplaints: { zh: '无投诉处理技能', en: 'No skill in complaints' },
  notQualified: { zh: '未取得复杂投诉资格', en: 'Not qualified for complex complaints' },
  noLanguage: { zh: '语言不符', en: 'Does not speak the language' },
}

/** What speaks for a person. */
export const MERITS = ['specialist', 'deputy', 'department', 'category', 'owner', 'load', 'pressing'] as const
export type Merit = (typeof MERITS)[number]

export const MERIT_NAMES: Record<Merit, Bilingual> = {
  specialist: { zh: '分类专人', en: 'Specialist of the category' },
  deputy: { zh: '代理人', en: 'Deputy' },
  department: { zh: '归口部门', en: 'Of the department' },
  category: { zh: '分类专长', en: 'Knows the category' },
  owner: { zh: '首问负责', en: 'First owner' },
  load: { zh: '在办件数', en: 'Open cases' },
  pressing: { zh: '一级在办', en: 'Pressing cases' },
}

/** What makes a matter complex (S5-16) or personal (S5-23). */
export const COMPLEXITIES = ['severity', 'words', 'manyClasses', 'repeat', 'restricted', 'personal', 'marked'] as const
export type Complexity = (typeof COMPLEXITIES)[number]

export const COMPLEXITY_NAMES: Record<Complexity, Bilingual> = {
  severity: { zh: '性质重大或紧急', en: 'Major or urgent' },
  words: { zh: '诉求涉及多方或法律', en: 'Its words say so' },
  manyClasses: { zh: '涉及多个类别', en: 'About several classes' },
  repeat: { zh: '重复投诉', en: 'A repeat complaint' },
  restricted: { zh: '举报件', en: 'A report of misconduct' },
  personal: { zh: '个性化需求', en: 'Personal circumstances' },
  marked: { zh: '已标为复杂', en: 'Marked as complex' },
}

/** What a complaint lacks (S1-11, S5-22). */
export const GAPS = ['owner', 'nextStep', 'contact', 'overdue', 'notQualified', 'unseen'] as const
export type Gap = (typeof GAPS)[number]

export const GAP_NAMES: Record<Gap, Bilingual> = {
  owner: { zh: '无责任人', en: 'No owner' },
  nextStep: { zh: '无下一步', en: 'No next step' },
  contact: { zh: '超时未联系', en: 'No contact' },
  overdue: { zh: '已超时', en: 'Overdue' },
  notQualified: { zh: '待合格人员', en: 'Needs qualified' },
  unseen: { zh: '告知未阅', en: 'Unread' },
}

/** What somebody is told about a case: that they must act, or that they answer for it. */
export const NOTICE_KINDS = ['responsible', 'assigned', 'repeat', 'major'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const NOTICE_KIND_NAMES: Record<NoticeKind, Bilingual> = {
  responsible: { zh: '请处理', en: 'Please act' },
  assigned: { zh: '已分派给您', en: 'Given to you' },
  repeat: { zh: '重复投诉，请说明', en: 'Repeat complaint: please answer' },
  major: { zh: '重大投诉，请说明', en: 'Major complaint: please answer' },
}

export const PRESENCES = ['present', 'away'] as const
export type Presence = (typeof PRESENCES)[number]
