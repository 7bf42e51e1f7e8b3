import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { CLOCK_KINDS, RECEIVERS } from '../targets/model.ts'
import { instant } from '../time.ts'
import { caseRow, clockExplanation } from './views.ts'

/** How many limits reached a share, were overrun, and were told to a lead or manager. */
const tally = z.object({ warned: z.number().int(), breached: z.number().int(), escalated: z.number().int() })

const amount = z.number().int().min(1).max(1_000_000).optional()
/** Forty years: each further one costs a year's table. */
const days = z.number().int().min(1).max(10_000).optional()

/** Clocks: what time alone brings about, why a limit ends when it does, and the calculator behind it. */
export const clocksContract = {
  tick: call({
    kind: 'command',
    access: ['system', 'lead', 'manager'],
    summary: { zh: '评估到期时限', en: 'Record every limit that came due' },
    input: z.object({}),
    output: tally.extend({ nextAt: instant.nullable() }),
    changes: ['clocks'],
  }),
  tickPreview: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '预览某时刻的到期情况', en: 'Show what would come due by a moment, storing nothing' },
    input: z.object({ at: instant }),
    output: tally,
    heavy: true,
  }),
  nextCheck: call({
    kind: 'query',
    access: ['system', ...DESK_ROLES],
    summary: { zh: '下一次需要评估时限的时刻', en: 'When a limit has to be looked at next' },
    input: z.object({}),
    output: z.object({ at: instant.nullable() }),
  }),
  explain: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '解释时限的计算过程', en: 'Explain why each limit ends when it does' },
    input: z.object({ id: caseId, clock: z.enum(CLOCK_KINDS).optional(), at: instant.optional() }),
    output: z.array(clockExplanation),
  }),
  replay: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: {
      zh: '由记录重演，与所存状态与时限核对',
      en: 'Replay the log of a case, or of all, and compare it with what is stored',
    },
    input: z.object({ id: caseId.optional() }),
    output: z.object({
      cases: z.number().int(),
      events: z.number().int(),
      mismatches: z.number().int(),
      /** The first of them. */
      found: z.array(
        z.object({
          id: caseId,
          number: z.string(),
          differences: z.array(z.object({ what: z.string(), stored: z.string(), replayed: z.string() })),
        }),
      ),
    }),
    heavy: true,
  }),
  escalations: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'rows',
    summary: { zh: '查看发给本人的时限提醒', en: 'Read the warnings about limits that are meant for oneself' },
    input: z.object({
      /** Also those that were seen before. */
      withSeen: z.boolean().default(false),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          case: caseRow,
          clock: z.enum(CLOCK_KINDS),
          percent: z.number().int(),
          reminder: z.number().int(),
          count: z.number().int(),
          at: instant,
          level: z.number().int(),
          tells: z.enum(RECEIVERS),
          also: z.enum(RECEIVERS).nullable(),
          third: z.enum(RECEIVERS).nullable(),
          /** When the reader first saw it; now for what is new. */
          seenAt: instant,
          isNew: z.boolean(),
        }),
      ),
    }),
  }),
  due: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '到期时间计算器', en: 'Work out when a limit ends' },
    input: z
      .object({
        from: instant,
        calendar: z.string().min(1).max(64),
        workingDays: days,
        workingMinutes: amount,
        minutes: amount,
      })
      .refine(
        ({ workingDays, workingMinutes, minutes }) =>
          [workingDays, workingMinutes, minutes].filter((n) => n !== undefined).length === 1,
        {
          path: ['workingDays'],
          message: 'one-of',
        },
      ),
    output: z.object({ due: instant, provisional: z.boolean() }),
  }),
}
