// Calibration among leads, exceptional days, and advice on companies' travel policies.

export type ExceptionalDayTable = {
  id: string
  fromDay: string
  toDay: string
  kind: 'weather' | 'system' | 'strike' | 'security' | 'other'
  reason: string
  state: 'proposed' | 'approved' | 'declined' | 'withdrawn'
  markedAt: number
  markedBy: string
  decidedAt: number | null
  decidedBy: string | null
  decisionText: string
}

export type CompanyAdviceTable = {
  id: string
  companyId: string
  figures: string
  finding: string
  proposedRules: string
  state: 'told' | 'adopted' | 'declined'
  toldAt: number
  toldBy: string
  rulesBefore: string | null
  answer: string
  answeredBy: string
  answeredAt: number | null
  recordedBy: string | null
}

export type CalibrationTable = {
  id: string
  title: string
  kind: 'complaint' | 'call'
  formVersion: number
  state: 'open' | 'closed'
  dueDay: string
  createdAt: number
  createdBy: string
  closedAt: number | null
  closedBy: string | null
  result: string | null
  conclusion: string
}

export type CalibrationRaterTable = {
  calibrationId: string
  userId: string
}

export type CalibrationSubjectTable = {
  id: string
  calibrationId: string
  place: number
  caseId: string | null
  callId: string | null
  number: string
  computed: string
}

export type CalibrationMarkTable = {
  id: string
  subjectId: string
  userId: string
  marks: string
  comment: string
  total: number
  at: number
}

export type CalibrationAmendmentTable = {
  id: string
  calibrationId: string
  itemId: string
  formVersion: number
  before: string
  after: string
  reason: string
  at: number
  by: string
}

export type CalibrationTables = {
  companyAdvices: CompanyAdviceTable
  exceptionalDays: ExceptionalDayTable
  calibrations: CalibrationTable
  calibrationRaters: CalibrationRaterTable
  calibrationSubjects: CalibrationSubjectTable
  calibrationMarks: CalibrationMarkTable
  calibrationAmendments: CalibrationAmendmentTable
}
