import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { READS } from '../reads.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { TRAINING_TOPICS } from '../training/words.ts'
import { remark, written } from '../written.ts'
import {
  answerGiven,
  attemptView,
  examResult,
  examRow,
  examView,
  itemRow,
  ownExam,
  paperDraft,
  paperQuestion,
  paperRow,
  pulse,
  questionDraft,
  questionRow,
  questionView,
} from './model.ts'
import { DIFFICULTIES, QUESTION_KINDS, QUESTION_STATES } from './words.ts'

const id = z.string().min(1).max(64)
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'month' })
const changes = ['exams'] as const

/** Knowledge exams: question bank, papers, sittings, marking, results (S3-99). */
export const exams = {
  questions: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出题库', en: 'List the question bank' },
    input: z.object({
      state: z.enum(QUESTION_STATES).default('active'),
      topic: z.enum(TRAINING_TOPICS).nullable().default(null),
      difficulty: z.enum(DIFFICULTIES).nullable().default(null),
      kind: z.enum(QUESTION_KINDS).nullable().default(null),
      /** Only questions with a higher number. */
      after: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(questionRow), total: z.number().int(), next: z.number().int().nullable() }),
  }),
  question: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一道题及其统计', en: 'Show one question and its figures' },
    input: z.object({ id }),
    output: questionView,
  }),
  saveQuestion: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '新增或修改题目', en: 'Add or change a question' },
    input: z.object({ id: id.optional(), question: questionDraft, reason: remark(500) }),
    output: questionView,
    changes,
  }),
  setQuestionState: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '停用或恢复题目', en: 'Retire or restore a question' },
    input: z.object({ id, state: z.enum(QUESTION_STATES) }),
    output: questionView,
    changes,
  }),
  importQuestions: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '从文件导入题目', en: 'Import questions from a file' },
    input: z.object({ file: z.string().min(1).max(1000) }),
    reads: READS.pieces,
    output: z.object({
      read: z.number().int(),
      taken: z.number().int(),
      rejected: z.array(z.object({ row: z.number().int(), field: z.string(), reason: z.string() })),
    }),
    changes,
  }),
  adoptBank: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '采用随附题库', en: 'Take the starting bank over' },
    input: z.object({}),
    output: z.object({ taken: z.number().int() }),
    changes,
  }),
  papers: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出试卷蓝图', en: 'List the papers' },
    input: z.object({}),
    output: z.array(paperRow),
  }),
  savePaper: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '新增或修改试卷蓝图', en: 'Add or change a paper' },
    input: z.object({ id: id.optional(), paper: paperDraft, isActive: z.boolean().default(true) }),
    output: paperRow,
    changes,
  }),
  tryPaper: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '按种子试抽一份试卷', en: 'Draw a paper by a seed to look at it' },
    input: z.object({ id, seed: z.number().int().min(0).max(4_294_967_295) }),
    output: z.array(paperQuestion),
  }),
  publish: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '安排一场测评', en: 'Set an exam' },
    input: z.object({
      paperId: id,
      title: written(120),
      month,
      opensAt: instant,
      closesAt: instant,
      userIds: z.array(userId).min(1).max(500),
    }),
    output: examView,
    changes,
  }),
  invite: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '为测评增加人员', en: 'Invite more people to an exam' },
    input: z.object({ id, userIds: z.array(userId).min(1).max(500) }),
    output: examView,
    changes,
  }),
  cancel: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '取消测评', en: 'Cancel an exam' },
    input: z.object({ id, reason: written(500) }),
    output: examView,
    changes,
  }),
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出各场测评', en: 'List the exams' },
    input: z.object({ before: instant.nullable().default(null), limit: z.number().int().min(1).max(100).default(50) }),
    output: z.object({ rows: z.array(examRow), next: instant.nullable() }),
  }),
  show: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '查看一场测评', en: 'Show one exam' },
    input: z.object({ id }),
    output: examView,
  }),
  items: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '一场测评的题目分析', en: "An exam's item figures" },
    input: z.object({ id }),
    output: z.array(itemRow),
  }),
  collect: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '收卷：时间已到而未交的答卷', en: 'Collect what was not handed in when its time was over' },
    input: z.object({ id }),
    output: examView,
    changes,
  }),
  mark: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '批阅一道简答题', en: 'Mark a short answer' },
    input: z.object({
      attemptId: id,
      place: z.number().int().min(1),
      points: z.number().int().min(0).max(50),
      remark: remark(500),
    }),
    output: attemptView,
    changes,
  }),
  mine: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '我的测评', en: 'My exams' },
    input: z.object({}),
    output: z.array(ownExam),
  }),
  sit: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '开始或继续答题', en: 'Begin an exam or go on with it' },
    input: z.object({ examId: id }),
    output: attemptView,
    changes,
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '保存一道题的答案', en: 'Store an answer' },
    input: z.object({ attemptId: id, place: z.number().int().min(1), answer: answerGiven }),
    output: pulse,
  }),
  tick: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '答题计时', en: "Let an attempt's time run" },
    input: z.object({ attemptId: id }),
    output: pulse,
  }),
  handIn: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '交卷', en: 'Hand in' },
    input: z.object({ attemptId: id }),
    output: attemptView,
    changes,
  }),
  attempt: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一份答卷', en: 'Show an attempt' },
    input: z.object({ attemptId: id }),
    output: attemptView,
  }),
  results: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '各月测评成绩', en: 'Results by month' },
    input: z.object({ from: month, to: month, userId: userId.nullable().default(null) }),
    output: z.array(examResult),
  }),
}
