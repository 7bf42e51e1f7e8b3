import { z } from 'zod'
import { CONTACT_CHANNELS } from '../cases/axes.ts'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'
import {
  journeyId as id,
  journeyTemplate,
  journeyView,
  roadRow,
  score,
  serverRow,
  serviceDraft,
  templateItem,
} from './model.ts'
import { EMERGENCY_KINDS, EMERGENCY_STATES, ITEM_KINDS, ITEM_STATES } from './words.ts'

const trip = z.object({ tripId: id })
/** A reminder is a to-do, so both lists are read again. */
const changes = ['trips', 'todos'] as const

/** The second half of a trip: prepared, followed, rescued, and asked about (S4-06..08, S4-15..19, S4-59..61). */
export const journeys = {
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看行程的行前、行中与售后服务', en: 'Show what is done for a trip before, during and after it' },
    input: trip,
    output: journeyView,
  }),
  template: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看行前清单模板', en: 'Show the template of the pre-trip checklist' },
    input: z.object({}),
    output: journeyTemplate,
  }),
  saveTemplate: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '修改行前清单模板', en: 'Change the template of the pre-trip checklist' },
    input: z.object({
      /** The version that was changed. */
      version: z.number().int().min(1),
      items: z.array(templateItem).min(1).max(60),
      reason: written(500),
    }),
    output: journeyTemplate,
    changes: ['trips'],
  }),
  prepare: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '按模板生成行前清单', en: 'Make the pre-trip checklist from the template' },
    input: trip,
    output: journeyView,
    changes,
  }),
  addItem: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '为该行程增加清单项', en: 'Add an item to the checklist of a trip' },
    input: trip.extend({ itemKind: z.enum(ITEM_KINDS), title: written(120) }),
    output: journeyView,
    changes,
  }),
  settle: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '勾选清单项，或注明不需要', en: 'Tick an item off, or say why it is not needed' },
    input: z.object({ id, state: z.enum(ITEM_STATES), note: remark(500) }),
    output: journeyView,
    changes,
  }),
  saveService: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记或更新行程中的服务', en: 'Record or change a service during the trip' },
    input: trip.extend({ id: id.optional(), service: serviceDraft }),
    output: journeyView,
    changes,
  }),
  schedule: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '按行程天数安排跟踪联系', en: 'Plan the contacts by the length of the trip' },
    input: trip,
    output: journeyView,
    changes,
  }),
  addContact: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '增加一次跟踪联系', en: 'Plan one more contact' },
    input: trip.extend({ dueAt: instant, ownerId: userId }),
    output: journeyView,
    changes,
  }),
  contacted: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记联系结果', en: 'Record what a contact came to' },
    input: z.object({ id, channel: z.enum(CONTACT_CHANNELS), isReached: z.boolean(), result: written(2000) }),
    output: journeyView,
    changes,
  }),
  dropContact: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '取消一次联系并说明原因', en: 'Take a contact out, with the reason' },
    input: z.object({ id, reason: written(500) }),
    output: journeyView,
    changes,
  }),
  raise: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记突发情况并启动预案', en: 'Record an emergency and begin its plan' },
    input: trip.extend({
      emergencyKind: z.enum(EMERGENCY_KINDS),
      place: remark(200),
      what: written(2000),
      /** The emergency card that gives the plan. */
      articleId: z.string().min(1).max(64).nullable().default(null),
      withCase: z.boolean().default(false),
    }),
    output: journeyView,
    changes: ['trips', 'todos', 'cases', 'clocks'],
  }),
  act: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '记录突发情况的处置', en: 'Log what was done in an emergency' },
    input: z.object({
      id,
      actionKind: z.enum(['step', 'call', 'action']),
      step: z.number().int().min(1).nullable().default(null),
      text: written(1000),
    }),
    output: journeyView,
    changes,
  }),
  moveEmergency: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '变更突发情况的状态', en: 'Change the state of an emergency' },
    input: z.object({ id, state: z.enum(EMERGENCY_STATES), text: written(1000) }),
    output: journeyView,
    changes,
  }),
  rate: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记客户对行程或服务人员的评价', en: 'Record what the customer gives the trip or one who served' },
    input: trip.extend({ serviceId: id.nullable().default(null), score, text: remark(1000) }),
    output: journeyView,
    changes,
  }),
  road: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出今日在途与待回访的行程', en: 'List the trips on the road, or to be asked about' },
    input: z.object({
      view: z.enum(['road', 'afterSales']).default('road'),
      isMine: z.boolean().default(false),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.array(roadRow),
  }),
  servers: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '统计导游与服务人员的评价', en: 'What customers gave guides and others who serve' },
    input: z.object({ from: day, to: day }),
    output: z.array(serverRow),
  }),
}
