// People's careers: ladder, files, abilities, moves, certificates, incentives, development, shifts, courses, activities.

export type CareerLadderTable = {
  version: number
  body: string
  reason: string
  savedAt: number
  savedBy: string
}

export type StaffFileTable = {
  userId: string
  post: 'specialist' | 'senior' | 'supervisor' | 'manager'
  postSince: string
  aimPost: 'specialist' | 'senior' | 'supervisor' | 'manager' | null
  aimDay: string | null
  birthYear: number | null
  sex: 'female' | 'male' | null
  profession: string | null
  wish: string | null
  changedAt: number
  changedBy: string
}

export type StaffAbilityTable = {
  userId: string
  ability: string
  level: number
  note: string
  assessedAt: number
  assessedBy: string
}

export type CareerMoveTable = {
  id: string
  userId: string
  kind: 'promotion' | 'transfer' | 'adjustment'
  fromPost: 'specialist' | 'senior' | 'supervisor' | 'manager'
  toPost: 'specialist' | 'senior' | 'supervisor' | 'manager'
  effectiveDay: string
  reason: string
  checks: string
  state: 'proposed' | 'approved' | 'refused'
  proposedAt: number
  proposedBy: string
  decidedAt: number | null
  decidedBy: string | null
  decisionNote: string | null
}

export type CertificateTable = {
  id: string
  userId: string
  name: string
  issuer: string
  number: string
  issuedDay: string
  expiresDay: string | null
  recordedAt: number
  recordedBy: string
}

export type IncentiveTable = {
  id: string
  userId: string
  kind: 'pay' | 'promotion' | 'honour'
  title: string
  reason: string
  fits: string
  amountFen: number | null
  certificateId: string | null
  givenDay: string
  recordedAt: number
  recordedBy: string
  effect: 'effective' | 'partly' | 'ineffective' | null
  effectText: string | null
  effectFigures: string | null
  evaluatedAt: number | null
  evaluatedBy: string | null
}

export type DevelopmentStepTable = {
  id: string
  userId: string
  title: string
  ability: string | null
  trainingId: string | null
  dueDay: string
  state: 'open' | 'done' | 'dropped'
  note: string
  createdAt: number
  createdBy: string
  closedAt: number | null
}

export type StaffShiftTable = {
  day: string
  userId: string
  startMinute: number
  endMinute: number
  setAt: number
  setBy: string
}

export type CourseTable = {
  trainingId: string
  content: 'business' | 'skill' | 'teamwork'
  form: 'online' | 'classroom' | 'lecture' | 'outside'
  projectId: string | null
  savedAt: number
  savedBy: string
}

export type PostCourseTable = {
  post: 'specialist' | 'senior' | 'supervisor' | 'manager'
  trainingId: string
}

export type StaffActivityTable = {
  id: string
  kind: 'crossDepartment' | 'care' | 'counselling'
  title: string
  day: string
  departments: string
  content: string
  recordedAt: number
  recordedBy: string
}

export type StaffActivityPersonTable = {
  activityId: string
  userId: string
}

export type CareersTables = {
  careerLadders: CareerLadderTable
  staffFiles: StaffFileTable
  staffAbilities: StaffAbilityTable
  careerMoves: CareerMoveTable
  certificates: CertificateTable
  incentives: IncentiveTable
  developmentSteps: DevelopmentStepTable
  staffShifts: StaffShiftTable
  courses: CourseTable
  postCourses: PostCourseTable
  staffActivities: StaffActivityTable
  staffActivityPeople: StaffActivityPersonTable
}
