import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId } from '../ids.ts'
import { line } from '../members/fields.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { fileBrief, mergeView, SAME, suggestion } from './model.ts'

/** Files that are one person's: suggested, joined by a link, and parted again. */
export const duplicates = {
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看会员的重复档案与合并记录', en: "Show a member's duplicate files and merges" },
    input: z.object({ memberId }),
    output: z.object({
      /** The file in which this person is kept; null when it is this one. */
      leadsTo: fileBrief.nullable(),
      merges: z.array(mergeView),
      suggestions: z.array(suggestion),
    }),
    discloses: true,
  }),
  find: call({
    kind: 'query',
    access: LEAD_ROLES,
    members: 'scoped',
    summary: { zh: '按相同号码查找重复档案', en: 'Find files that share a number or a birthday' },
    input: z.object({
      same: z.enum(SAME),
      /** The last value of the page before. */
      after: z.string().max(300).default(''),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      groups: z.array(z.object({ same: z.enum(SAME), files: z.array(fileBrief) })),
      next: z.string().nullable(),
    }),
    heavy: true,
  }),
  merge: call({
    kind: 'command',
    access: LEAD_ROLES,
    members: 'file',
    summary: { zh: '合并重复档案', en: 'Merge two files of one person' },
    input: z.object({ winnerId: memberId, loserId: memberId, reason: line(300) }),
    output: mergeView,
    changes: ['members'],
  }),
  undo: call({
    kind: 'command',
    access: LEAD_ROLES,
    members: 'file',
    summary: { zh: '撤销合并', en: 'Undo a merge' },
    input: z.object({ id: z.string().min(1).max(64), reason: line(300) }),
    output: mergeView,
    changes: ['members'],
  }),
}
