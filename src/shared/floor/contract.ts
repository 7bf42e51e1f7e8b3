import { z } from 'zod'
import { caseRow } from '../cases/views.ts'
import { call } from '../contract.ts'
import { callId, caseId, userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES, ROLES } from '../roles.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { expectedSeq, written } from '../written.ts'
import { FLOOR_PRESENCES, FLOOR_STATES } from './words.ts'

const count = z.number().int().min(0)

/** The call that somebody is on: with whom, since when, and how long the customer has been on hold. */
export const floorCall = z.object({
  id: callId,
  number: z.string(),
  isInbound: z.boolean(),
  memberName: z.string().nullable(),
  tier: z.enum(MEMBER_TIERS).nullable(),
  phoneMasked: z.string(),
  startedAt: instant,
  answeredAt: instant.nullable(),
  heldSince: instant.nullable(),
})
export type FloorCall = z.infer<typeof floorCall>

/** One person of the team, now and today (S3-13, S3-15). */
export const floorPerson = z.object({
  userId,
  name: z.string(),
  role: z.enum(ROLES),
  leadId: userId.nullable(),
  state: z.enum(FLOOR_STATES),
  since: instant.nullable(),
  call: floorCall.nullable(),
  /** The case that a window of theirs shows. */
  shows: z.object({ id: caseId, number: z.string(), title: z.string(), tier: z.enum(MEMBER_TIERS) }).nullable(),
  /** Open cases, and how many the person takes at most. */
  open: count,
  maxOpen: count,
  pressing: count,
  overdue: count,
  /** Due within the next hour. */
  soon: count,
  closedToday: count,
  answeredToday: count,
  /** Average points of 100 of the judgements of the last 30 days; none without any. */
  quality: z.number().nullable(),
})
export type FloorPerson = z.infer<typeof floorPerson>

/** Today's incoming calls of a tier against its target, and its open cases within their limits. */
export const floorLevel = z.object({
  tier: z.enum(MEMBER_TIERS).nullable(),
  offered: count,
  answered: count,
  inTime: count,
  /** Answer within so many rings. */
  rings: count,
  inTimePercent: z.number().nullable(),
  open: count,
  overdue: count,
  onTimePercent: z.number().nullable(),
})
export type FloorLevel = z.infer<typeof floorLevel>

export const floorView = z.object({
  asOf: instant,
  teams: z.array(z.object({ leadId: userId, name: z.string() })),
  people: z.array(floorPerson),
  calls: z.object({ waiting: count, live: count, answered: count, missed: count, abandoned: count }),
  levels: z.array(floorLevel),
  /** Cases that break a limit within the hour; the first comes first. */
  coming: z.array(caseRow),
  overdue: z.array(caseRow),
  unassigned: z.array(caseRow),
})
export type FloorView = z.infer<typeof floorView>

/** The floor as a lead sees it today, and what a lead does about it (S3-13..16). */
export const floor = {
  show: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: {
      zh: '查看现场：人员、来电、临近超时与待分派',
      en: 'Show the floor: people, calls, what is due and what waits',
    },
    /** A manager may look at one lead's team; a lead sees their own. */
    input: z.object({ leadId: userId.nullable().default(null) }),
    output: floorView,
    heavy: true,
  }),
  cases: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '列出一人的在办工单', en: "List a person's open cases" },
    input: z.object({ userId }),
    output: z.array(caseRow),
  }),
  mine: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看本人的状态', en: "Show one's own state" },
    input: z.object({}),
    output: z.object({ state: z.enum(FLOOR_PRESENCES), since: instant.nullable() }),
  }),
  setMine: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '设置本人状态', en: "Set one's own state" },
    input: z.object({ state: z.enum(FLOOR_PRESENCES) }),
    output: z.object({ state: z.enum(FLOOR_PRESENCES), since: instant.nullable() }),
    changes: ['users'],
  }),
  move: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '分派、转派或接手工单', en: 'Give cases to a person, or take them over' },
    input: z.object({
      cases: z
        .array(z.object({ id: caseId, expectedSeq }))
        .min(1)
        .max(50),
      toId: userId,
      reason: written(500),
    }),
    output: z.object({ moved: count }),
    changes: ['cases', 'todos'],
  }),
}
