import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { COMPUTED_FIGURES } from '../improvements/evaluation-words.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { written } from '../written.ts'
import { rowId as id } from './model.ts'
import { MARKET_DECISIONS, MARKET_KINDS, SERVICE_ITEMS, WARNING_LEVELS, WARNING_SOURCES } from './words.ts'

export const marketNote = z.object({
  id,
  kind: z.enum(MARKET_KINDS),
  subject: z.string(),
  text: z.string(),
  source: z.string(),
  advice: z.string(),
  toId: userId,
  toName: z.string(),
  writtenAt: instant,
  writtenByName: z.string(),
  decision: z.enum(MARKET_DECISIONS).nullable(),
  answer: z.string(),
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
})
export type MarketNote = z.infer<typeof marketNote>

/** What competitors and the industry do, with advice that goes up to the manager (S3-126). */
export const market = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出竞品与行业信息', en: 'List notes on competitors and the industry' },
    input: z.object({ limit: z.number().int().min(1).max(500).default(200) }),
    output: z.array(marketNote),
  }),
  report: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '上报竞品或行业信息与建议', en: 'Report a competitor or the industry upward, with advice' },
    input: z.object({
      kind: z.enum(MARKET_KINDS),
      subject: written(120),
      text: written(4000),
      source: written(200),
      advice: written(2000),
      toId: userId,
    }),
    output: marketNote,
    changes: ['products', 'todos'],
  }),
  answer: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '批复竞品或行业建议', en: 'Answer advice on competitors or the industry' },
    input: z.object({ id, decision: z.enum(MARKET_DECISIONS), answer: written(2000) }),
    output: marketNote,
    changes: ['products', 'todos'],
  }),
}

export const resultWarning = z.object({
  id,
  source: z.enum(WARNING_SOURCES),
  title: z.string(),
  /** What of a supplier, or which figure of an evaluation. */
  item: z.enum(SERVICE_ITEMS).nullable(),
  figure: z.enum(COMPUTED_FIGURES).nullable(),
  value: z.string(),
  limitText: z.string(),
  level: z.enum(WARNING_LEVELS),
  ownerId: userId,
  ownerName: z.string(),
  raisedAt: instant,
  state: z.enum(['open', 'closed']),
  answer: z.string(),
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
})
export type ResultWarning = z.infer<typeof resultWarning>

/** Results of evaluation are watched and warn early (S4-161). */
export const watch = {
  evaluate: call({
    kind: 'command',
    access: ['system', ...LEAD_ROLES],
    summary: { zh: '检查评估结果并预警', en: 'Look at the newest results and warn' },
    input: z.object({}),
    output: z.object({ results: z.number().int(), raised: z.number().int() }),
    changes: ['products'],
  }),
  nextRun: call({
    kind: 'query',
    access: ['system', ...LEAD_ROLES],
    summary: { zh: '下一次检查评估结果的时刻', en: 'When to look at the results next' },
    input: z.object({}),
    output: z.object({ at: instant.nullable() }),
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出评估结果预警', en: 'List the warnings on results' },
    input: z.object({ isClosedToo: z.boolean().default(false) }),
    output: z.array(resultWarning),
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '说明预警的处理并关闭', en: 'Say what is done about a warning, and close it' },
    input: z.object({ id, answer: written(2000) }),
    output: resultWarning,
    changes: ['products'],
  }),
}
