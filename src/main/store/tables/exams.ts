import type { Flag } from './flag.ts'

// Knowledge exams: the question bank, papers, sittings, attempts and what they came to.

export type ExamQuestionTable = {
  id: string
  number: number
  shippedCode: string | null
  kind: 'single' | 'multiple' | 'trueFalse' | 'short'
  topic: string
  difficulty: 'easy' | 'medium' | 'hard'
  validFrom: string | null
  validUntil: string | null
  version: number
  state: 'active' | 'retired'
  createdAt: number
  createdBy: string
}

export type ExamQuestionVersionTable = {
  questionId: string
  version: number
  body: string
  reason: string
  savedAt: number
  savedBy: string
}

export type ExamPaperTable = {
  id: string
  title: string
  blueprint: string
  minutes: number
  passMark: number
  maxAttempts: number
  isActive: Flag
  createdAt: number
  createdBy: string
}

export type ExamTable = {
  id: string
  paperId: string
  title: string
  month: string
  blueprint: string
  pool: string
  seed: number
  minutes: number
  passMark: number
  maxAttempts: number
  opensAt: number
  closesAt: number
  state: 'open' | 'cancelled'
  cancelReason: string | null
  createdAt: number
  createdBy: string
}

export type ExamPersonTable = {
  examId: string
  userId: string
  invitedAt: number
  invitedBy: string
}

export type ExamAttemptTable = {
  id: string
  examId: string
  userId: string
  place: number
  seed: number
  startedAt: number
  allowedMs: number
  elapsedMs: number
  seenAt: number
  clockBackMs: number
  state: 'running' | 'handedIn' | 'marked'
  endedBy: 'person' | 'time' | null
  endedAt: number | null
  outOf: number
  points: number | null
  score: number | null
  markedAt: number | null
}

export type ExamAnswerTable = {
  attemptId: string
  place: number
  questionId: string
  version: number
  optionOrder: string
  outOf: number
  answer: string | null
  answeredAt: number | null
  points: number | null
  remark: string
  markedAt: number | null
  markedBy: string | null
}

export type ExamResultTable = {
  examId: string
  userId: string
  month: string
  score: number
  points: number
  outOf: number
  isPassed: Flag
  attempts: number
  attemptId: string
  updatedAt: number
}

export type ExamsTables = {
  examQuestions: ExamQuestionTable
  examQuestionVersions: ExamQuestionVersionTable
  examPapers: ExamPaperTable
  exams: ExamTable
  examPeople: ExamPersonTable
  examAttempts: ExamAttemptTable
  examAnswers: ExamAnswerTable
  examResults: ExamResultTable
}
