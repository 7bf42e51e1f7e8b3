// Monthly scorecards: schemes, rounds, cards, changes, and what people earned with them.

export type ScorecardSchemeTable = {
  version: number
  fromMonth: string
  body: string
  reason: string
  savedAt: number
  savedBy: string
}

export type ScorecardRoundTable = {
  id: string
  month: string
  state: 'collecting' | 'calibrating' | 'published' | 'frozen'
  schemeVersion: number
  scheme: string
  selfDueAt: number
  leadDueAt: number
  answerDueAt: number | null
  openedAt: number
  openedBy: string
  countedAt: number
  publishedAt: number | null
  publishedBy: string | null
  frozenAt: number | null
  frozenBy: string | null
  sha256: string | null
}

export type ScorecardTable = {
  id: string
  roundId: string
  userId: string
  leadId: string | null
  leadReason: string
  seq: number
  selfSeq: number
  figures: string
  customers: string
  self: string | null
  summary: string | null
  selfState: 'none' | 'draft' | 'given'
  selfAt: number | null
  lead: string | null
  leadState: 'none' | 'draft' | 'given'
  leadAt: number | null
  leadBy: string | null
  reminders: number
  remindedAt: number | null
  answer: 'waiting' | 'confirmed' | 'silent' | 'appealed' | 'upheld' | 'changed'
  answerText: string
  answeredAt: number | null
  decisionText: string
  decidedAt: number | null
  decidedBy: string | null
  frozen: string | null
  sha256: string | null
  frozenTotal: number | null
  frozenGrade: string | null
}

export type ScorecardChangeTable = {
  id: string
  cardId: string
  seq: number
  stage: 'calibration' | 'appeal' | 'correction'
  indicator:
    | 'satisfaction'
    | 'resolution'
    | 'complaintTime'
    | 'answerTime'
    | 'handlingTime'
    | 'knowledge'
    | 'teamwork'
    | 'firstContact'
    | 'answerSpeed'
    | 'quality'
  fromScore: number | null
  toScore: number
  reason: string
  at: number
  by: string
}

export type CommendationTable = {
  id: string
  number: string
  userId: string
  cardId: string | null
  title: string
  reason: string
  prize: string
  prizeFen: number
  givenDay: string
  givenAt: number
  givenBy: string
}

export type TrainingRewardTable = {
  id: string
  userId: string
  sessionId: string
  cardId: string | null
  reason: string
  givenAt: number
  givenBy: string
}

export type ScorecardsTables = {
  scorecardSchemes: ScorecardSchemeTable
  scorecardRounds: ScorecardRoundTable
  scorecards: ScorecardTable
  scorecardChanges: ScorecardChangeTable
  commendations: CommendationTable
  trainingRewards: TrainingRewardTable
}
