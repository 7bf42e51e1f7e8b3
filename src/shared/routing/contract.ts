import { z } from 'zod'
import { departmentCode } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { expectedSeq, written } from '../written.ts'
import {
  COMPLEXITIES,
  LANGUAGES,
  MERITS,
  NOTICE_KINDS,
  OBSTACLES,
  PRESENCES,
  ROUTE_CAUSES,
  ROUTE_OUTCOMES,
  SKILL_KINDS,
} from './words.ts'

const id = z.string().min(1).max(64)
const minute = z.number().int().min(0).max(1440)

export const skillView = z.object({
  id,
  kind: z.enum(SKILL_KINDS),
  code: z.string(),
  validUntil: day.nullable(),
  isValid: z.boolean(),
  evidence: z.string(),
  grantedAt: instant,
  grantedByName: z.string(),
})
export type SkillView = z.infer<typeof skillView>

/** A person of the desk as routing sees them. */
export const handlerView = z.object({
  userId,
  name: z.string(),
  role: z.string(),
  leadName: z.string().nullable(),
  department: departmentCode.nullable(),
  presence: z.enum(PRESENCES),
  presenceUntil: instant.nullable(),
  isPresent: z.boolean(),
  isOnShift: z.boolean(),
  shiftDays: z.string(),
  shiftFrom: z.number().int(),
  shiftTo: z.number().int(),
  maxOpen: z.number().int(),
  open: z.number().int(),
  pressing: z.number().int(),
  skills: z.array(skillView),
})
export type HandlerView = z.infer<typeof handlerView>

const candidate = z.object({
  id: z.string(),
  name: z.string(),
  points: z.number(),
  merits: z.array(z.object({ merit: z.enum(MERITS), points: z.number(), amount: z.number().nullable() })),
  obstacles: z.array(z.enum(OBSTACLES)),
})

/** One decision about whose case it is, with everybody who was weighed (S5-17). */
export const routingView = z.object({
  at: instant,
  cause: z.enum(ROUTE_CAUSES),
  outcome: z.enum(ROUTE_OUTCOMES),
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  department: z.string(),
  complexities: z.array(z.enum(COMPLEXITIES)),
  language: z.enum(LANGUAGES),
  candidates: z.array(candidate),
})
export type RoutingView = z.infer<typeof routingView>

export const noticeView = z.object({
  id,
  caseId,
  caseNumber: z.string(),
  caseTitle: z.string(),
  kind: z.enum(NOTICE_KINDS),
  department: departmentCode.nullable(),
  personName: z.string().nullable(),
  earlierId: caseId.nullable(),
  earlierNumber: z.string().nullable(),
  text: z.string(),
  at: instant,
  byName: z.string(),
  seenAt: instant.nullable(),
  seenByName: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  /** Whether whoever asks is to answer it. */
  mayAnswer: z.boolean(),
})
export type NoticeView = z.infer<typeof noticeView>

export const caseRouting = z.object({
  caseId,
  lastSeq: z.number().int(),
  department: z.string(),
  severity: z.string(),
  isComplex: z.boolean(),
  /** Newest first. */
  routings: z.array(routingView),
  notices: z.array(noticeView),
  mayRoute: z.boolean(),
})
export type CaseRouting = z.infer<typeof caseRouting>

/** Skills, presence and load, and who gets a case because of them (S5-14..17, S5-23, S5-24, S5-28, S5-60). */
export const routing = {
  handlers: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出处理人员的技能、班次与在办量', en: "List people's skills, shifts and load" },
    input: z.object({}),
    output: z.array(handlerView),
  }),
  setHandler: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '设定人员的部门、班次与在办上限', en: "Set a person's department, shift and limit" },
    input: z.object({
      userId,
      department: departmentCode.nullable(),
      maxOpen: z.number().int().min(1).max(500),
      shiftDays: z.string().regex(/^1?2?3?4?5?6?7?$/),
      shiftFrom: minute,
      shiftTo: minute,
    }),
    output: z.array(handlerView),
    changes: ['users'],
  }),
  setPresence: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '登记在岗或离岗', en: 'Say that somebody is there or away' },
    input: z.object({ userId, presence: z.enum(PRESENCES), until: instant.nullable().default(null) }),
    output: z.object({ presence: z.enum(PRESENCES), until: instant.nullable() }),
    changes: ['users'],
  }),
  grantSkill: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '授予技能或资格', en: 'Give a person a skill or qualification' },
    input: z.object({
      userId,
      kind: z.enum(SKILL_KINDS),
      code: z.string().trim().max(64).default(''),
      validUntil: day.nullable().default(null),
      evidence: written(500),
    }),
    output: z.array(handlerView),
    changes: ['users'],
  }),
  revokeSkill: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '撤销技能或资格', en: 'Take a skill or qualification away' },
    input: z.object({ id, reason: written(500) }),
    output: z.array(handlerView),
    changes: ['users'],
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看工单的分派依据与告知', en: 'Show why a case is whose it is, and who was told' },
    input: z.object({ id: caseId }),
    output: caseRouting,
  }),
  route: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '按技能与负荷重新分派', en: 'Give a case to whom severity, complexity, skill and load say' },
    input: z.object({ id: caseId, expectedSeq }),
    output: caseRouting,
    changes: ['cases', 'clocks'],
  }),
  sweep: call({
    kind: 'command',
    access: ['system', ...LEAD_ROLES],
    summary: { zh: '为待合格人员的投诉再次寻人', en: 'Look again for people for complaints that wait for one' },
    input: z.object({}),
    output: z.object({ looked: z.number().int(), routed: z.number().int() }),
    changes: ['cases', 'clocks'],
  }),
  nextSweep: call({
    kind: 'query',
    access: ['system', ...LEAD_ROLES],
    summary: { zh: '下一次寻人的时刻', en: 'When to look for people again' },
    input: z.object({}),
    output: z.object({ at: instant.nullable() }),
  }),
  tell: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '把投诉反馈给相关部门或责任人', en: 'Pass a case to the department or person that must act' },
    input: z.object({
      id: caseId,
      department: departmentCode,
      personId: userId.nullable().default(null),
      text: written(1000),
      expectedSeq,
    }),
    output: caseRouting,
    changes: ['cases'],
  }),
  notices: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'rows',
    summary: { zh: '查看告知本人或本部门的事项', en: 'Read what oneself or one’s department was told' },
    input: z.object({ withSeen: z.boolean().default(false), limit: z.number().int().min(1).max(200).default(100) }),
    output: z.array(noticeView),
    changes: ['cases'],
  }),
  unread: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '未阅告知的数量', en: 'How many notices one has not read' },
    input: z.object({}),
    output: z.object({ count: z.number().int() }),
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '对告知事项作出说明', en: 'Answer for what one was told' },
    input: z.object({ id, text: written(2000) }),
    output: noticeView,
    changes: ['cases'],
  }),
}
