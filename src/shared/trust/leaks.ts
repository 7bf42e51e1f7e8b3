import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId, userId } from '../ids.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { LEAK_GRADES, LEAK_STATES, LEAK_STEPS, LEAK_WAYS, TOLD } from './leak-words.ts'
import { rowId as id } from './model.ts'

const due = z.object({ at: instant, isLate: z.boolean() }).nullable()

export const leakLine = z.object({
  id,
  number: z.string(),
  state: z.enum(LEAK_STATES),
  way: z.enum(LEAK_WAYS),
  grade: z.enum(LEAK_GRADES).nullable(),
  what: z.string(),
  reportedByName: z.string(),
  reportedAt: instant,
  authorityDue: due,
  membersDue: due,
})
export type LeakLine = z.infer<typeof leakLine>

export const leakMeasure = z.object({
  id,
  text: z.string(),
  responsibleId: userId,
  responsibleName: z.string(),
  dueDay: day,
  doneAt: instant.nullable(),
  result: z.string().nullable(),
  isLate: z.boolean(),
})
export type LeakMeasure = z.infer<typeof leakMeasure>

export const leakView = leakLine.extend({
  foundAt: instant,
  /** Whether personal data is concerned; null until assessed. */
  isPersonal: z.boolean().nullable(),
  info: z.string().nullable(),
  cause: z.string().nullable(),
  harm: z.string().nullable(),
  /** How many people may be concerned, as far as it is known. */
  affected: z.number().int().nullable(),
  responsibleId: userId.nullable(),
  responsibleName: z.string().nullable(),
  containment: z.string().nullable(),
  containedAt: instant.nullable(),
  authority: z.string().nullable(),
  authorityAt: instant.nullable(),
  told: z.enum(TOLD).nullable(),
  membersAt: instant.nullable(),
  members: z.array(z.object({ id: memberId, name: z.string(), cardNo: z.string() })),
  membersLinked: z.number().int(),
  people: z.array(z.object({ userId, name: z.string(), handling: z.string() })),
  measures: z.array(leakMeasure),
  log: z.array(z.object({ at: instant, byName: z.string(), step: z.enum(LEAK_STEPS), text: z.string() })),
  /** What still stands in the way of closing it; null when nothing does. */
  missing: z.string().nullable(),
  missingParams: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type LeakView = z.infer<typeof leakView>

const changes = ['trust'] as const
const managers = ['manager'] as const

/** Reports of leaks and violations, handled to their end (S3-136; PIPL art. 57). */
export const leaks = {
  report: call({
    kind: 'command',
    access: 'anyone',
    summary: { zh: '报告泄密或违规', en: 'Report a leak or a violation' },
    input: z.object({ way: z.enum(LEAK_WAYS), what: written(4000), foundAt: instant }),
    output: leakLine,
    changes,
  }),
  list: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出泄密与违规报告', en: 'List the reports of leaks and violations' },
    input: z.object({ isOpenOnly: z.boolean().default(false) }),
    output: z.array(leakLine),
  }),
  show: call({
    kind: 'query',
    access: managers,
    summary: { zh: '查看泄密报告', en: 'Show one report' },
    input: z.object({ id }),
    output: leakView,
    discloses: true,
  }),
  assess: call({
    kind: 'command',
    access: managers,
    summary: { zh: '评估泄密报告', en: 'Assess a report' },
    input: z.object({
      id,
      grade: z.enum(LEAK_GRADES),
      isPersonal: z.boolean(),
      info: written(1000),
      cause: written(2000),
      harm: written(2000),
      affected: z.number().int().min(0).max(100_000_000),
      responsibleId: userId,
    }),
    output: leakView,
    changes,
  }),
  dismiss: call({
    kind: 'command',
    access: managers,
    summary: { zh: '认定报告不属实', en: 'Find a report unfounded' },
    input: z.object({ id, reason: written(2000) }),
    output: leakView,
    changes,
  }),
  contain: call({
    kind: 'command',
    access: managers,
    summary: { zh: '登记控制措施', en: 'Record how a leak was contained' },
    input: z.object({ id, text: written(2000) }),
    output: leakView,
    changes,
  }),
  linkMembers: call({
    kind: 'command',
    access: managers,
    summary: { zh: '登记涉及的会员', en: 'Link the members concerned' },
    input: z.object({ id, cardNos: z.array(z.string().trim().min(1).max(40)).min(1).max(500) }),
    output: leakView,
    changes,
  }),
  linkPerson: call({
    kind: 'command',
    access: managers,
    summary: { zh: '登记相关人员及处理', en: 'Link a person and how the violation is dealt with' },
    input: z.object({ id, userId, handling: written(1000) }),
    output: leakView,
    changes,
  }),
  tellAuthority: call({
    kind: 'command',
    access: managers,
    summary: { zh: '登记已报告主管部门', en: 'Record that the authority was told' },
    input: z.object({ id, authority: written(200), at: instant, text: remark(1000) }),
    output: leakView,
    changes,
  }),
  tellMembers: call({
    kind: 'command',
    access: managers,
    summary: { zh: '登记已告知会员或无须告知', en: 'Record that the members were told, or need not be' },
    input: z.object({ id, told: z.enum(TOLD), at: instant, text: written(2000) }),
    output: leakView,
    changes,
  }),
  addMeasure: call({
    kind: 'command',
    access: managers,
    summary: { zh: '制定整改措施', en: 'Set a measure with person and day' },
    input: z.object({ id, text: written(1000), responsibleId: userId, dueDay: day }),
    output: leakView,
    changes,
  }),
  finishMeasure: call({
    kind: 'command',
    access: managers,
    summary: { zh: '登记整改结果', en: 'Record what came of a measure' },
    input: z.object({ measureId: id, result: written(1000) }),
    output: leakView,
    changes,
  }),
  close: call({
    kind: 'command',
    access: managers,
    summary: { zh: '关闭泄密报告', en: 'Close a report' },
    input: z.object({ id, text: written(2000) }),
    output: leakView,
    changes,
  }),
}
