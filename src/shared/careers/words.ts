import type { Bilingual } from '../contract.ts'

/** The career path, lowest first (S3-91). */
export const POSTS = ['specialist', 'senior', 'supervisor', 'manager'] as const
export type Post = (typeof POSTS)[number]

export const POST_NAMES: Record<Post, Bilingual> = {
  specialist: { zh: '专员', en: 'Specialist' },
  senior: { zh: '资深专员', en: 'Senior specialist' },
  supervisor: { zh: '主管', en: 'Supervisor' },
  manager: { zh: '经理', en: 'Manager' },
}

/** What posts ask for and people have (S4-84). */
export const ABILITY_NAMES = {
  business: { zh: '业务知识', en: 'Business knowledge' },
  communication: { zh: '沟通表达', en: 'Communication' },
  complaints: { zh: '投诉处理', en: 'Complaint handling' },
  emergency: { zh: '应急处置', en: 'Emergencies' },
  emotions: { zh: '情绪管理', en: 'Managing emotions' },
  systems: { zh: '系统操作', en: 'Using the systems' },
  english: { zh: '外语能力', en: 'Languages' },
  teamwork: { zh: '团队协作', en: 'Teamwork' },
  coaching: { zh: '带教辅导', en: 'Coaching' },
  analysis: { zh: '数据分析', en: 'Analysis' },
} as const satisfies Record<string, Bilingual>
export type Ability = keyof typeof ABILITY_NAMES
export const ABILITIES = Object.keys(ABILITY_NAMES) as [Ability, ...Ability[]]

/** From 0, none, to 4, teaches others. */
export const LEVEL_NAMES: readonly Bilingual[] = [
  { zh: '未具备', en: 'None' },
  { zh: '了解', en: 'Knows' },
  { zh: '熟练', en: 'Able' },
  { zh: '精通', en: 'Expert' },
  { zh: '可带教', en: 'Teaches' },
]

/** What a criterion looks at (S3-91). */
export const CRITERIA = ['months', 'exams', 'quality', 'trainings', 'certificates'] as const
export type Criterion = (typeof CRITERIA)[number]

export const CRITERION_NAMES: Record<Criterion, Bilingual> = {
  months: { zh: '在现岗位满（月）', en: 'Months in the present post' },
  exams: { zh: '近12个月测评平均分', en: 'Average exam score, 12 months' },
  quality: { zh: '近12个月质检平均分', en: 'Average quality points, 12 months' },
  trainings: { zh: '近12个月参加培训（次）', en: 'Trainings attended, 12 months' },
  certificates: { zh: '有效资格证书（个）', en: 'Valid certificates' },
}

export const MOVE_KINDS = ['promotion', 'transfer', 'adjustment'] as const
export type MoveKind = (typeof MOVE_KINDS)[number]

export const MOVE_KIND_NAMES: Record<MoveKind, Bilingual> = {
  promotion: { zh: '晋升', en: 'Promotion' },
  transfer: { zh: '平级调动', en: 'Move' },
  adjustment: { zh: '岗位调整', en: 'Adjustment' },
}

export const MOVE_STATES = ['proposed', 'approved', 'refused'] as const
export type MoveState = (typeof MOVE_STATES)[number]

export const MOVE_STATE_NAMES: Record<MoveState, Bilingual> = {
  proposed: { zh: '待批准', en: 'To be approved' },
  approved: { zh: '已批准', en: 'Approved' },
  refused: { zh: '未批准', en: 'Refused' },
}

/** S4-91. */
export const INCENTIVE_KINDS = ['pay', 'promotion', 'honour'] as const
export type IncentiveKind = (typeof INCENTIVE_KINDS)[number]

export const INCENTIVE_KIND_NAMES: Record<IncentiveKind, Bilingual> = {
  pay: { zh: '薪酬激励', en: 'Pay' },
  promotion: { zh: '晋升激励', en: 'Promotion' },
  honour: { zh: '荣誉激励', en: 'Honour' },
}

export const STEP_STATES = ['open', 'done', 'dropped'] as const
export type StepState = (typeof STEP_STATES)[number]

export const STEP_STATE_NAMES: Record<StepState, Bilingual> = {
  open: { zh: '进行中', en: 'Under way' },
  done: { zh: '已完成', en: 'Done' },
  dropped: { zh: '已取消', en: 'Dropped' },
}

export const SEXES = ['female', 'male'] as const
export type Sex = (typeof SEXES)[number]

export const SEX_NAMES: Record<Sex, Bilingual> = {
  female: { zh: '女', en: 'Female' },
  male: { zh: '男', en: 'Male' },
}

/** S4-89. */
export const COURSE_CONTENTS = ['business', 'skill', 'teamwork'] as const
export type CourseContent = (typeof COURSE_CONTENTS)[number]

export const COURSE_CONTENT_NAMES: Record<CourseContent, Bilingual> = {
  business: { zh: '业务', en: 'Business' },
  skill: { zh: '技能', en: 'Skill' },
  teamwork: { zh: '协作', en: 'Teamwork' },
}

/** S4-90. */
export const COURSE_FORMS = ['online', 'classroom', 'lecture', 'outside'] as const
export type CourseForm = (typeof COURSE_FORMS)[number]

export const COURSE_FORM_NAMES: Record<CourseForm, Bilingual> = {
  online: { zh: '线上', en: 'Online' },
  classroom: { zh: '线下', en: 'In class' },
  lecture: { zh: '讲座', en: 'Lecture' },
  outside: { zh: '外训', en: 'Outside' },
}

/** S4-94, S4-95. */
export const ACTIVITY_KINDS = ['crossDepartment', 'care', 'counselling'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

export const ACTIVITY_KIND_NAMES: Record<ActivityKind, Bilingual> = {
  crossDepartment: { zh: '跨部门协作活动', en: 'Across departments' },
  care: { zh: '员工关怀活动', en: 'Care activity' },
  counselling: { zh: '心理咨询', en: 'Counselling' },
}
