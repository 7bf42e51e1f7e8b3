import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, memberId, userId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { expectedSeq } from '../written.ts'
import { arranging } from './arrange-contract.ts'
import { tripRemark, tripText } from './guard.ts'
import { tripChannel, tripFile, tripId, tripRow } from './model.ts'
import { proposing } from './propose-contract.ts'
import { mark } from './step.ts'
import { TRIP_STAGES, TRIP_STATES } from './words.ts'

const changes = ['trips'] as const
const days = { startsOn: day.nullable().default(null), endsOn: day.nullable().default(null) }

/** A member's trip through its six stages (S4-01..14, S4-52..58). */
export const trips = {
  open: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记一次行程咨询', en: 'Open a trip from an enquiry' },
    input: z.object({
      memberId,
      /** The enquiry it begins with; its channel is the case's own business. */
      caseId: caseId.nullable().default(null),
      title: tripText(120),
      channel: tripChannel,
      destination: tripRemark(120),
      ...days,
      ownerId: userId.nullable().default(null),
    }),
    output: mark,
    changes,
  }),
  file: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看一次行程', en: 'Show a trip with all that belongs to it' },
    input: z.object({ id: tripId }),
    output: tripFile,
    discloses: true,
  }),
  board: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '按六个环节查看行程', en: 'Show the running trips by stage' },
    input: z.object({
      ownerId: userId.nullable().default(null),
      /** Cards of each column. */
      limit: z.number().int().min(1).max(200).default(60),
    }),
    output: z.array(z.object({ stage: z.enum(TRIP_STAGES), count: z.number().int(), trips: z.array(tripRow) })),
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出行程', en: 'List trips, the newest first' },
    input: z.object({
      state: z.enum(TRIP_STATES).default('open'),
      after: z.object({ openedAt: instant, id: tripId }).optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      rows: z.array(tripRow),
      total: z.number().int(),
      next: z.object({ openedAt: instant, id: tripId }).nullable(),
    }),
  }),
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'rows',
    summary: { zh: '列出一位会员或一件咨询的行程', en: 'List the trips of a member or an enquiry' },
    input: z.object({ memberId: memberId.nullable().default(null), caseId: caseId.nullable().default(null) }),
    output: z.array(tripRow),
  }),
  change: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '修改行程名称、负责人或日期', en: "Change a trip's name, owner or days before it is agreed" },
    input: z.object({
      id: tripId,
      title: tripText(120),
      destination: tripRemark(120),
      ...days,
      ownerId: userId,
      expectedSeq,
    }),
    output: mark,
    changes,
  }),
  advance: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '将行程转入下一环节或退回', en: 'Take a trip to its next stage, or one stage back' },
    input: z.object({ id: tripId, to: z.enum(TRIP_STAGES), reason: tripRemark(500), expectedSeq }),
    output: mark,
    changes,
  }),
  end: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '完成或取消行程', en: 'End a trip: done or cancelled' },
    input: z.object({ id: tripId, as: z.enum(['done', 'cancelled']), note: tripText(500), expectedSeq }),
    output: mark,
    changes,
  }),
  ...proposing,
  ...arranging,
}
