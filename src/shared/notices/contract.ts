import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { noticePlace } from './places.ts'
import { NOTICE_KINDS, QUIET_REASONS } from './words.ts'

const count = z.number().int().min(0)
const person = z.object({ userId })

/** What the system is asked to show. */
export const shownNotice = z.object({
  id: z.string(),
  kind: z.enum(NOTICE_KINDS),
  caseNumber: z.string().nullable(),
  place: noticePlace,
})

export const noticeRow = shownNotice.extend({
  caseId: caseId.nullable(),
  at: instant,
  /** Null when it was shown. */
  quiet: z.enum(QUIET_REASONS).nullable(),
  readAt: instant.nullable(),
})
export type NoticeRow = z.infer<typeof noticeRow>

/** Notifications outside the window: what was shown to a person, what was kept quiet and why, what is unread. */
export const notices = {
  waiting: call({
    kind: 'query',
    access: ['system'],
    summary: { zh: '查看是否有新的通知', en: 'Look whether there is something to tell' },
    input: person,
    output: z.object({
      ...{ fresh: count, unread: count, showsCount: z.boolean() },
      /** Own cases and follow-ups: late, and due within the hour. */
      ...{ overdue: count, soon: count },
    }),
  }),
  take: call({
    kind: 'command',
    access: ['system'],
    summary: { zh: '生成桌面通知', en: 'Take what is to be told' },
    input: person,
    output: z.object({ show: z.array(shownNotice), onlyAway: z.boolean(), unread: count }),
    changes: ['notices'],
  }),
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出自己的桌面通知', en: 'List your own notifications' },
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(noticeRow),
  }),
  read: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '通知标为已读', en: 'Mark your notifications as read' },
    input: z.object({}),
    output: z.object({ read: count }),
    changes: ['notices'],
  }),
}
