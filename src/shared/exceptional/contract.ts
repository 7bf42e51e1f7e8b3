import { z } from 'zod'
import type { Bilingual } from '../contract.ts'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { kpiRow } from '../reports/kpi.ts'
import { figure, reportPeriod } from '../reports/model.ts'
import { PERIOD_KINDS } from '../reports/words.ts'
import { LEAD_ROLES } from '../roles.ts'
import { figure as personFigure } from '../scorecards/model.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'

export const EXCEPTION_KINDS = ['weather', 'system', 'strike', 'security', 'other'] as const
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number]

export const EXCEPTION_KIND_NAMES: Record<ExceptionKind, Bilingual> = {
  weather: { zh: '恶劣天气', en: 'Bad weather' },
  system: { zh: '系统故障', en: 'System outage' },
  strike: { zh: '罢工', en: 'Strike' },
  security: { zh: '安保与管制', en: 'Security or air traffic control' },
  other: { zh: '其他', en: 'Other' },
}

export const EXCEPTION_STATES = ['proposed', 'approved', 'declined', 'withdrawn'] as const
export type ExceptionState = (typeof EXCEPTION_STATES)[number]

const id = z.string().min(1).max(64)
const changes = ['scorecards'] as const

/** Days that bend every figure: who marked them and why, and the second person who agreed or not. */
export const exceptionalDays = z.object({
  id,
  fromDay: day,
  toDay: day,
  kind: z.enum(EXCEPTION_KINDS),
  reason: z.string(),
  state: z.enum(EXCEPTION_STATES),
  markedAt: instant,
  markedByName: z.string(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  decisionText: z.string(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type ExceptionalDays = z.infer<typeof exceptionalDays>

/** Figures of a period with every day in them, and without the days that are approved as exceptional. */
export const bothFigures = z.object({
  period: reportPeriod,
  asOf: instant,
  /** The exceptional days of the period that were left out. */
  days: z.array(day),
  figures: z.array(z.object({ all: figure, without: figure })),
  calls: z.object({ all: kpiRow, without: kpiRow }),
})
export type BothFigures = z.infer<typeof bothFigures>

/** A person's indicators of a month with and without those days. */
export const bothCards = z.object({
  month: z.string(),
  days: z.array(day),
  people: z.array(
    z.object({
      userId,
      name: z.string(),
      figures: z.array(z.object({ all: personFigure, without: personFigure })),
    }),
  ),
})
export type BothCards = z.infer<typeof bothCards>

/** Exceptional days (a storm): marked, approved by a second person, and every figure with and without them. */
export const exceptional = {
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出特殊日', en: 'List the exceptional days' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(100) }),
    output: z.array(exceptionalDays),
  }),
  mark: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '标记特殊日（待第二人批准）', en: 'Mark days as exceptional, for a second person to approve' },
    input: z.object({ fromDay: day, toDay: day, kind: z.enum(EXCEPTION_KINDS), reason: written(500) }),
    output: z.array(exceptionalDays),
    changes,
  }),
  decide: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '批准或不同意特殊日', en: 'Approve or decline exceptional days' },
    input: z.object({ id, isApproved: z.boolean(), text: remark(500) }),
    output: z.array(exceptionalDays),
    changes,
  }),
  withdraw: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '撤回特殊日', en: 'Withdraw exceptional days' },
    input: z.object({ id, text: written(500) }),
    output: z.array(exceptionalDays),
    changes,
  }),
  report: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '期间数据：含与不含特殊日', en: 'Figures of a period, with and without exceptional days' },
    input: z.object({ kind: z.enum(PERIOD_KINDS), period: z.string().trim().min(4).max(10).optional() }),
    output: bothFigures,
    heavy: true,
  }),
  scorecards: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '每人月度指标：含与不含特殊日', en: 'Monthly indicators, with and without exceptional days' },
    input: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'month' }) }),
    output: bothCards,
    heavy: true,
  }),
}
