import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { expectedSeq, remark, written } from '../written.ts'
import { figure, indicator, leadMarks, month, points, scheme, selfMarks, summary } from './model.ts'
import { behindRow, cardView, rankRow, roundRow, roundView, schemeVersion, waiting } from './views.ts'

const id = z.string().min(1).max(64)
const card = { id, expectedSeq }
const changes = ['scorecards'] as const
const MANAGER = ['manager'] as const
const scoreTo = { indicator, to: points, reason: written(500) }

/** The month's assessment: figures, three raters, calibration, publication, appeal, freeze (S3-94..S3-109, S3-111, S3-112). */
export const scorecards = {
  schemes: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看考核指标的权重与目标', en: 'Show weights and goals of the assessment' },
    input: z.object({}),
    output: z.array(schemeVersion),
  }),
  saveScheme: call({
    kind: 'command',
    access: MANAGER,
    summary: { zh: '设定某月起的权重、目标与奖金等级', en: 'Set weights, goals and grades from a month on' },
    input: z.object({ fromMonth: month, basedOn: z.number().int().min(1), scheme, reason: written(500) }),
    output: schemeVersion,
    changes,
  }),
  rounds: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出各月考核', en: 'List the monthly rounds' },
    input: z.object({}),
    output: z.array(roundRow),
  }),
  openRound: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '开始一个月的考核', en: "Open a month's round" },
    input: z.object({
      month,
      /** Everybody who is an agent, or was one in the month, when nobody is named. */
      userIds: z.array(userId).min(1).max(1000).optional(),
    }),
    output: roundView,
    changes,
    heavy: true,
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一个月的考核', en: "Show a month's round" },
    input: z.object({ month }),
    output: roundView,
  }),
  card: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看一个人的月度绩效', en: "Show one person's scorecard" },
    input: z.object({ id }),
    output: cardView,
  }),
  behind: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出指标背后的通话与工单', en: 'List the calls and cases behind an indicator' },
    input: z.object({ id, indicator }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(behindRow),
      /** Counted again now, and whether that is what the card says. */
      figure,
      isSame: z.boolean(),
    }),
    heavy: true,
  }),
  waiting: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '考核中等我处理的事', en: 'What of the assessment waits for me' },
    input: z.object({}),
    output: z.array(waiting),
  }),
  saveSelf: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '填写或提交自评与月末工作总结', en: 'Write or hand in the self-assessment and summary' },
    input: z.object({ ...card, self: selfMarks, summary, handIn: z.boolean() }),
    output: cardView,
    changes,
  }),
  assess: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '填写或提交上级评价', en: "Write or give the superior's assessment" },
    input: z.object({ ...card, lead: leadMarks, give: z.boolean() }),
    output: cardView,
    changes,
  }),
  setAssessor: call({
    kind: 'command',
    access: MANAGER,
    summary: { zh: '指定或更换评价人', en: 'Name or change who assesses' },
    input: z.object({ ...card, leadId: userId, reason: written(500) }),
    output: cardView,
    changes,
  }),
  remind: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '催交自评与评价', en: 'Remind those who have not handed in' },
    input: z.object({ month }),
    output: z.object({ reminded: z.number().int(), round: roundView }),
    changes,
  }),
  recount: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '重新统计指标', en: 'Count the indicators again' },
    input: z.object({ month }),
    output: roundView,
    changes,
    heavy: true,
  }),
  calibrate: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '结束评价，进入主管校准', en: 'End the assessment and begin the calibration' },
    input: z.object({ month }),
    output: roundView,
    changes,
    heavy: true,
  }),
  adjust: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '校准一项评分', en: 'Calibrate a score' },
    input: z.object({ ...card, ...scoreTo }),
    output: cardView,
    changes,
  }),
  publish: call({
    kind: 'command',
    access: MANAGER,
    summary: { zh: '公布考核结果', en: 'Publish the results' },
    input: z.object({ month }),
    output: roundView,
    changes,
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '确认结果或申诉', en: 'Confirm the result or appeal' },
    input: z.object({ ...card, answer: z.enum(['confirmed', 'appealed']), text: remark(2000) }),
    output: cardView,
    changes,
  }),
  decide: call({
    kind: 'command',
    access: MANAGER,
    summary: { zh: '决定一项申诉', en: 'Decide on an appeal' },
    input: z.object({
      ...card,
      text: written(2000),
      /** Scores that are changed; none leaves the result as it is. */
      changes: z.array(z.object({ indicator, to: points })).max(7),
    }),
    output: cardView,
    changes,
  }),
  freeze: call({
    kind: 'command',
    access: MANAGER,
    summary: { zh: '冻结一个月的考核', en: 'Freeze a month' },
    input: z.object({ month }),
    output: roundView,
    changes,
  }),
  correct: call({
    kind: 'command',
    access: MANAGER,
    summary: { zh: '更正已冻结的结果', en: 'Correct a frozen result, visibly' },
    input: z.object({ ...card, ...scoreTo }),
    output: cardView,
    changes,
  }),
  ranking: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '绩效排名', en: 'Rank by result' },
    /** The last so many frozen months up to one: a single month, or the ground for promotion (S3-114). */
    input: z.object({ month, months: z.number().int().min(1).max(24).default(1) }),
    output: z.array(rankRow),
  }),
}
