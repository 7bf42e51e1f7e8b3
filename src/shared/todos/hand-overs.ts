import { z } from 'zod'
import { CASE_KINDS } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { DESK_ROLES } from '../roles.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { remark } from '../written.ts'
import { HAND_OVER_STATES } from './words.ts'

const id = z.string().min(1).max(64)

/** What of somebody's work is open at the end of a shift, the next to be done first. */
export const handOverSheet = z.object({
  cases: z.array(
    z.object({
      id: caseId,
      number: z.string(),
      kind: z.enum(CASE_KINDS),
      stateName: bilingual,
      tier: z.enum(MEMBER_TIERS),
      title: z.string(),
      dueAt: instant.nullable(),
      /** Went over to the colleague with the sheet. */
      isMoved: z.boolean().default(false),
    }),
  ),
  /** What was promised: follow-ups and calls back. */
  promises: z.array(z.object({ text: z.string(), caseNumber: z.string().nullable(), dueAt: instant })),
  todos: z.array(
    z.object({ title: z.string(), detail: z.string(), caseNumber: z.string().nullable(), dueAt: instant.nullable() }),
  ),
})
export type HandOverSheet = z.infer<typeof handOverSheet>

export const handOverView = z.object({
  id,
  fromId: userId,
  fromName: z.string(),
  toId: userId,
  toName: z.string(),
  at: instant,
  note: z.string(),
  sheet: handOverSheet,
  state: z.enum(HAND_OVER_STATES),
  answer: z.string(),
  answeredAt: instant.nullable(),
  mayAnswer: z.boolean(),
})
export type HandOverView = z.infer<typeof handOverView>

/** The sheet that goes from one shift to the next. */
export const handOvers = {
  sheet: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '生成本人的交接单', en: "Make one's own hand-over sheet" },
    input: z.object({}),
    output: handOverSheet,
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出本人交出与接到的交接单', en: 'List the hand-overs one gave and got' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(handOverView),
  }),
  give: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '向同事交班', en: 'Hand over to a colleague' },
    input: z.object({
      toId: userId,
      note: remark(4000),
      /** Own cases that the colleague owns from now on: all of them or none, with the note as the reason. */
      cases: z.array(caseId).max(200).default([]),
    }),
    output: handOverView,
    changes: ['todos', 'cases'],
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '确认接班或退回', en: 'Confirm a hand-over, or send it back' },
    input: z.object({ id, state: z.enum(['confirmed', 'declined']), answer: remark(1000) }),
    output: handOverView,
    changes: ['todos'],
  }),
}
