import { z } from 'zod'
import { caseRow } from '../cases/views.ts'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { LEAD_ROLES } from '../roles.ts'
import { isStorable } from '../storable.ts'
import { lookNumbers, patternNumbers } from '../targets/desk-numbers.ts'
import { instant } from '../time.ts'
import { ALERT_STATES, DIMENSIONS, OUTCOMES } from './words.ts'

const said = (min: number, max: number) =>
  z.string().trim().min(min).max(max).refine(isStorable, { message: 'unreadable' })
const id = z.string().min(1).max(64)

/** The numbers behind a warning: what stands out, what was usual, and the limit that follows from it. */
export const patternFigures = z.object({
  count: z.number().int(),
  /** All cases of the window: the limit goes with how much there was to do. */
  exposure: z.number().int(),
  windowDays: z.number().int(),
  /** Counts of the windows before, oldest first. */
  history: z.array(z.number().int()),
  /** What was to be expected at this exposure, to two decimals. */
  expected: z.number(),
  limit: z.number().int(),
  /** How wide the limit was and the least count it asked for; warnings from before these could be changed have the first ones. */
  sigmas: z.number().default(3),
  leastCount: z.number().int().default(3),
})
export type PatternFigures = z.infer<typeof patternFigures>

export const patternAlert = z.object({
  id,
  dimension: z.enum(DIMENSIONS),
  value: z.string(),
  /** A person's or a supplier's name where the value is an id. */
  valueName: z.string().nullable(),
  state: z.enum(ALERT_STATES),
  raisedAt: instant,
  windowFrom: instant,
  windowTo: instant,
  figures: patternFigures,
  ownerId: userId.nullable(),
  ownerName: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
  acknowledgedByName: z.string().nullable(),
  finding: z.string().nullable(),
  foundAt: instant.nullable(),
  foundByName: z.string().nullable(),
  closedAt: instant.nullable(),
  closedByName: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  closing: z.string().nullable(),
})
export type PatternAlert = z.infer<typeof patternAlert>

/** Something that would stand out by some numbers. */
export const patternFound = z.object({
  dimension: z.enum(DIMENSIONS),
  value: z.string(),
  valueName: z.string().nullable(),
  figures: patternFigures,
})
export type PatternFound = z.infer<typeof patternFound>

/** Early warning: complaints that heap up beyond what their own history explains (S4-141). */
export const patterns = {
  evaluate: call({
    kind: 'command',
    access: ['system', ...LEAD_ROLES],
    summary: { zh: '查找异常增多的投诉', en: 'Look for complaints that heap up' },
    input: z.object({}),
    output: z.object({ cases: z.number().int(), raised: z.number().int(), standing: z.number().int() }),
    changes: ['cases'],
    heavy: true,
  }),
  nextRun: call({
    kind: 'query',
    access: ['system', ...LEAD_ROLES],
    summary: { zh: '下一次查找异常的时刻', en: 'When to look for patterns next' },
    input: z.object({}),
    output: z.object({
      at: instant.nullable(),
      lastAt: instant.nullable(),
      numbers: patternNumbers,
      everyHours: z.number().int(),
    }),
  }),
  list: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出预警', en: 'List the early warnings' },
    input: z.object({
      states: z.array(z.enum(ALERT_STATES)).min(1).default(['open', 'acknowledged']),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(patternAlert),
  }),
  cases: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '列出预警涉及的投诉', en: 'List the complaints behind a warning' },
    input: z.object({ id }),
    output: z.array(caseRow),
  }),
  tryOut: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: {
      zh: '按拟改的数值试查异常，不产生预警',
      en: 'Try other numbers of the early warnings out, raising none',
    },
    input: z.object({ numbers: lookNumbers }),
    output: z.object({ cases: z.number().int(), before: z.array(patternFound), after: z.array(patternFound) }),
    heavy: true,
  }),
  acknowledge: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '接手预警并指定负责人', en: 'Take up a warning and name who looks into it' },
    input: z.object({ id, ownerId: userId }),
    output: patternAlert,
    changes: ['cases'],
  }),
  finding: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '记录预警的查明结果', en: 'Record what was found about a warning' },
    input: z.object({ id, finding: said(2, 4000) }),
    output: patternAlert,
    changes: ['cases'],
  }),
  close: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '关闭预警', en: 'Close a warning' },
    input: z.object({ id, outcome: z.enum(OUTCOMES), closing: said(2, 2000) }),
    output: patternAlert,
    changes: ['cases'],
  }),
}
