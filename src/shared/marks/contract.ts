import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { instant, SECOND } from '../time.ts'

/** How often a window that shows a case gives a sign of life; after two of them missed it counts as gone. */
export const BEAT_EVERY = 20 * SECOND
export const GONE_AFTER = 2 * BEAT_EVERY

const windowId = z.string().min(8).max(64)

const mark = z.object({
  id: caseId,
  /** Somebody changed it since the person last had it open; or it is the person's own and was never opened. */
  isUnread: z.boolean(),
  /** A note in it names the person, who has not read it yet. */
  isMentioned: z.boolean(),
  /** Who else has it open now. */
  openBy: z.array(z.string()),
})
export type CaseMark = z.infer<typeof mark>

const mention = z.object({
  caseId,
  number: z.string(),
  caseTitle: z.string(),
  at: instant,
  byName: z.string(),
  text: z.string(),
  isSeen: z.boolean(),
})
export type Mention = z.infer<typeof mention>

/** What a person has not read yet, who names whom in notes, and who has which case open. */
export const marks = {
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '队列中的未读、提及与他人打开标记', en: 'Marks of cases: changed, naming me, open elsewhere' },
    input: z.object({ ids: z.array(caseId).max(500), window: windowId.optional() }),
    output: z.array(mark),
  }),
  mentions: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '提及我的记录', en: 'Notes that name me' },
    input: z.object({ onlyNew: z.boolean().default(true), limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(mention),
  }),
  enter: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记本窗口正在查看的工单', en: 'Say that this window shows a case' },
    input: z.object({ caseId, window: windowId }),
    output: z.null(),
    changes: ['queue'],
  }),
  leave: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记本窗口已离开工单', en: 'Say that this window shows no case any more' },
    input: z.object({ window: windowId }),
    output: z.null(),
    changes: ['queue'],
  }),
  others: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '谁也打开了这件工单', en: 'Who else has this case open' },
    input: z.object({ caseId, window: windowId }),
    output: z.array(z.object({ name: z.string(), isMe: z.boolean(), since: instant })),
  }),
}
