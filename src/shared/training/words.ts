import type { Bilingual } from '../contract.ts'

/** What a training is about (S3-81..84). */
export const TRAINING_KINDS = ['business', 'service', 'emergency', 'industry'] as const
export type TrainingKind = (typeof TRAINING_KINDS)[number]

export const TRAINING_KIND_NAMES: Record<TrainingKind, Bilingual> = {
  business: { zh: '业务知识', en: 'Business knowledge' },
  service: { zh: '服务技能', en: 'Service skills' },
  emergency: { zh: '应急处理', en: 'Emergencies' },
  industry: { zh: '行业动态', en: 'The industry' },
}

/** Subjects, each of one kind (S1-82, S3-81..84, S5-25..27). */
export const TOPIC_TABLE = {
  routes: { kind: 'business', zh: '航线', en: 'Routes' },
  timetables: { kind: 'business', zh: '时刻', en: 'Timetables' },
  fares: { kind: 'business', zh: '票价', en: 'Fares' },
  products: { kind: 'business', zh: '产品', en: 'Products' },
  communication: { kind: 'service', zh: '沟通', en: 'Communication' },
  problemSolving: { kind: 'service', zh: '问题解决能力', en: 'Problem solving' },
  complaintHandling: { kind: 'service', zh: '投诉处理能力', en: 'Complaint handling' },
  serviceAwareness: { kind: 'service', zh: '服务意识', en: 'Service awareness' },
  emotions: { kind: 'service', zh: '情绪管理', en: 'Managing emotions' },
  delays: { kind: 'emergency', zh: '航班延误', en: 'Delays' },
  cancellations: { kind: 'emergency', zh: '航班取消', en: 'Cancellations' },
  trends: { kind: 'industry', zh: '行业动态', en: 'What is new in the industry' },
} as const satisfies Record<string, Bilingual & { kind: TrainingKind }>

export type TrainingTopic = keyof typeof TOPIC_TABLE
export const TRAINING_TOPICS = Object.keys(TOPIC_TABLE) as [TrainingTopic, ...TrainingTopic[]]

/** How it is taught (S3-85..88). */
export const TRAINING_WAYS = ['internal', 'external', 'online', 'caseStudy'] as const
export type TrainingWay = (typeof TRAINING_WAYS)[number]

export const TRAINING_WAY_NAMES: Record<TrainingWay, Bilingual> = {
  internal: { zh: '内部培训', en: 'Internal' },
  external: { zh: '外部培训', en: 'External' },
  online: { zh: '在线学习', en: 'Online' },
  caseStudy: { zh: '案例分析与研讨', en: 'Case study' },
}

/** Who or what teaches, by the way it is taught. */
export const TEACHER_NAMES: Record<TrainingWay, Bilingual> = {
  internal: { zh: '讲师', en: 'Lecturer' },
  external: { zh: '培训机构', en: 'Institution' },
  online: { zh: '在线资源', en: 'Online resource' },
  caseStudy: { zh: '主持人', en: 'Moderator' },
}

/** How often its sessions come. */
export const REPEATS = ['once', 'weekly', 'monthly', 'quarterly'] as const
export type Repeat = (typeof REPEATS)[number]

export const REPEAT_NAMES: Record<Repeat, Bilingual> = {
  once: { zh: '一次', en: 'Once' },
  weekly: { zh: '每周', en: 'Weekly' },
  monthly: { zh: '每月', en: 'Monthly' },
  quarterly: { zh: '每季', en: 'Quarterly' },
}

export const PLAN_STATES = ['draft', 'approved'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export const PLAN_STATE_NAMES: Record<PlanState, Bilingual> = {
  draft: { zh: '待批准', en: 'To be approved' },
  approved: { zh: '已批准', en: 'Approved' },
}

export const SESSION_STATES = ['planned', 'cancelled'] as const

export const ATTENDANCES = ['attended', 'absent', 'excused'] as const
export type Attendance = (typeof ATTENDANCES)[number]

export const ATTENDANCE_NAMES: Record<Attendance, Bilingual> = {
  attended: { zh: '已参加', en: 'Attended' },
  absent: { zh: '缺席', en: 'Absent' },
  excused: { zh: '请假', en: 'Excused' },
}

/** What a training turned out to be worth (S2-183). */
export const EFFECTS = ['effective', 'partly', 'ineffective'] as const
export type TrainingEffect = (typeof EFFECTS)[number]

export const EFFECT_NAMES: Record<TrainingEffect, Bilingual> = {
  effective: { zh: '有效', en: 'Effective' },
  partly: { zh: '部分有效', en: 'Partly effective' },
  ineffective: { zh: '效果不足', en: 'Not effective' },
}
