import { z } from 'zod'
import type { Bilingual } from '../contract.ts'

const count = z.number().int().min(0)
const seconds = z.number().nullable()
/** Percent with one decimal, 0 to 100. */
const percent = z.number().nullable()

/** The calls of an agent, team, topic or priority. */
export const kpiRow = z.object({
  key: z.string(),
  name: z.string(),
  calls: count,
  answered: count,
  abandoned: count,
  missed: count,
  answeredPct: percent,
  abandonedPct: percent,
  asaS: seconds,
  ahtS: seconds,
  talkS: seconds,
  serviceLevel: z.record(z.string(), percent),
  csatMean: z.number().nullable(),
  csatCount: count,
  isSmall: z.boolean(),
})
export type KpiRow = z.infer<typeof kpiRow>

/** A number kept of a person's day (2026-09-30) or month (2026-09) that is not what the calls add up to. */
export const totalDifference = z.object({
  period: z.string(),
  agentId: z.string(),
  what: z.string(),
  kept: z.number(),
  counted: z.number(),
})

/** What each figure of calls says; told wherever they are shown. */
export const KPI_DEFINITIONS = {
  calls: {
    zh: '期内开始且已结束的来电；外呼与进行中的来电不计',
    en: 'incoming calls that began in the period and are over; outgoing calls and calls going on are left out',
  },
  answered: { zh: '其中已接听的', en: 'of these, answered' },
  abandoned: { zh: '其中客户在接听前挂断的', en: 'of these, given up by the customer before an answer' },
  missed: { zh: '其中未接听、也不是客户放弃的', en: 'of these, neither answered nor given up' },
  answeredPct: { zh: '接听÷来电，百分数', en: 'answered ÷ calls, in percent' },
  abandonedPct: { zh: '放弃÷来电，百分数', en: 'abandoned ÷ calls, in percent' },
  asaS: {
    zh: '已接听来电从振铃到接听的平均秒数',
    en: 'mean seconds from the first ring to the answer, answered calls',
  },
  ahtS: {
    zh: '已接听来电的通话、保持与整理记录平均秒数',
    en: 'mean seconds of talk, hold and wrap-up, answered calls',
  },
  talkS: { zh: '已接听来电的平均通话秒数', en: 'mean seconds of talk, answered calls' },
  serviceLevel: { zh: '在N秒内接听的÷来电，百分数', en: 'answered within N seconds ÷ calls, in percent' },
  csatMean: {
    zh: '客户就来电给出的整体评分（1至5分）的平均值',
    en: 'mean of the points (1 to 5) customers gave the service when asked about the call',
  },
  csatCount: { zh: '给出评分的来电', en: 'calls with such an answer' },
} as const satisfies Partial<Record<keyof KpiRow, Bilingual>>
