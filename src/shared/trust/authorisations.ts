import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, memberId, userId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { authorisation, rowId as id } from './model.ts'
import { REVIEW_RESULTS, RIGHTS } from './words.ts'

const changes = ['trust', 'session'] as const

/** Who gave whom which right, from when until when, and what reviews found (S3-129, S3-130). */
export const authorisations = {
  list: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出授权记录', en: 'List the authorisations' },
    input: z.object({ isPastToo: z.boolean().default(false) }),
    output: z.array(authorisation),
  }),
  give: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '授予限期权限', en: 'Give somebody a right for a time' },
    input: z.object({
      userId,
      right: z.enum(RIGHTS),
      /** The one restricted case to be read; all of them when left out. */
      caseNumber: remark(30),
      /** From now when left out. */
      fromAt: instant.nullable().default(null),
      untilAt: instant,
      reason: written(500),
    }),
    output: authorisation,
    changes,
  }),
  end: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '收回权限', en: 'Take a right back' },
    input: z.object({ id, reason: written(500) }),
    output: authorisation,
    changes,
  }),
  review: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '复核授权或紧急查阅', en: 'Review an authorisation or an emergency access' },
    input: z.object({ id, result: z.enum(REVIEW_RESULTS), note: remark(500) }),
    output: authorisation,
    changes,
  }),
  breakGlass: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '紧急查阅受限工单', en: 'Open a restricted case in an emergency' },
    input: z.object({ caseNumber: written(30), reason: written(500) }),
    output: z.object({ caseId, untilAt: instant }),
    changes: ['trust', 'session', 'cases'],
  }),
  openMember: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'any',
    summary: { zh: '紧急查阅范围之外的会员', en: "Open a member's file beyond one's own in an emergency" },
    input: z.object({ memberId, reason: written(500) }),
    output: z.object({ untilAt: instant }),
    changes: ['trust', 'session', 'members'],
  }),
}
