import { z } from 'zod'
import { queueFilter } from '../cases/model.ts'
import { call } from '../contract.ts'
import { DESK_ROLES } from '../roles.ts'
import { written } from '../written.ts'
import { auditView, auditViewQuery, GROUPINGS, queueGroup, savedView, viewQuery } from './model.ts'

const id = z.string().min(1).max(64)
const named = z.object({ id: z.string(), name: z.string() })

/** Views of the queue and of the audit log that people keep under a name, and the numbers of a grouped queue. */
export const views = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '我的与共享的队列视图', en: 'Saved views of the queue, own and shared' },
    input: z.object({}),
    output: z.array(savedView),
  }),
  save: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '保存或更改队列视图', en: 'Save or change a view of the queue' },
    input: z.object({
      /** The view to change; a new one without it. */
      id: id.optional(),
      name: written(40),
      isShared: z.boolean().default(false),
      digit: z.number().int().min(1).max(9).nullable().default(null),
      query: viewQuery,
    }),
    output: savedView,
    changes: ['queue'],
  }),
  remove: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '删除已存的视图', en: 'Delete a saved view' },
    input: z.object({ id }),
    output: named,
    changes: ['queue'],
  }),
  restore: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '恢复已删除的视图', en: 'Take back the deletion of a view' },
    input: z.object({ id }),
    output: named,
    changes: ['queue'],
  }),
  listAudit: call({
    kind: 'query',
    access: ['manager'],
    members: 'any',
    summary: { zh: '我的与共享的审计日志视图', en: 'Saved views of the audit log, own and shared' },
    input: z.object({}),
    output: z.array(auditView),
  }),
  saveAudit: call({
    kind: 'command',
    access: ['manager'],
    members: 'any',
    summary: { zh: '保存或更改审计日志视图', en: 'Save or change a view of the audit log' },
    input: z.object({
      /** The view to change; a new one without it. */
      id: id.optional(),
      name: written(40),
      /** For every manager, not only for whoever saved it. */
      isShared: z.boolean().default(false),
      query: auditViewQuery,
    }),
    output: auditView,
    changes: ['queue'],
  }),
  groups: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '按等级、责任人、阶段或到期日分组计数', en: 'Count the queue by tier, owner, stage or due day' },
    input: z.object({ filter: queueFilter, by: z.enum(GROUPINGS).exclude(['none']) }),
    output: z.array(queueGroup),
    heavy: true,
  }),
}
