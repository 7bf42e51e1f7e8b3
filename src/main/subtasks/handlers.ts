import { found, must } from '../../shared/failure.ts'
import { SUB_TASK_STATES, type SubTaskState } from '../../shared/subtasks/words.ts'
import { openFile, scopeOf, targetFacts, viewerOf } from '../cases/case-file.ts'
import { mustOfferDesks } from '../classes/offered.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canSee } from '../rules/access.ts'
import { canAsk, canBeAsked, checkReason } from '../rules/subtask.ts'
import { subTaskDue } from '../rules/subtask-due.ts'
import { findUserById } from '../users/queries.ts'
import { act, log } from './act.ts'
import { casesOfTasks, insertSubTask, listSubTasks, type SubTaskRecord, subTasksOf } from './queries.ts'
import { sheet } from './sheet.ts'
import { toOneRow, toRows } from './views.ts'

const NOT_ENDED: readonly SubTaskState[] = ['open', 'accepted', 'returned', 'answered']

export const subTasks: FeatureHandlers<'subTasks'> = {
  /** S2-117 S1-09: a case's matter goes to another department as it is, with its own due time. */
  ask: async (ctx, { caseId, department, assigneeId, question, dueAt, needsIdentity }) => {
    const file = await openFile(ctx, caseId)
    const { row, targets, calendars } = file
    const facts = { isCaseOpen: row.isOpen === 1, caseOwnerId: row.ownerId, caseDepartment: row.department }
    must(canAsk(viewerOf(ctx), facts, { assigneeId, dueAt }, ctx.now))
    await mustBeAble(ctx, assigneeId)
    await mustOfferDesks(ctx.db, [department])
    const due = subTaskDue(targetFacts(row), targets, calendars, ctx.now)
    const task: SubTaskRecord = {
      ...NEW,
      id: ctx.newId(),
      caseId,
      place: (await subTasksOf(ctx.db, caseId)).length + 1,
      question,
      department,
      assigneeId,
      needsIdentity: needsIdentity ? 1 : 0,
      requestedBy: ctx.actor.id,
      requestedAt: ctx.now,
      dueAt: dueAt ?? due.at,
      ruleId: dueAt === null ? (due.rule?.id ?? null) : null,
    }
    await insertSubTask(ctx.db, task)
    await log(ctx, file, null, task, 'ask', question)
    return toOneRow(ctx, task)
  },

  accept: (ctx, { id }) =>
    act(ctx, id, 'accept', () => ({
      row: { assigneeId: ctx.actor.id, acceptedAt: ctx.now, acceptedBy: ctx.actor.id },
    })),

  answer: (ctx, { id, answer }) =>
    act(ctx, id, 'answer', () => ({
      row: { answer, answeredAt: ctx.now, answeredBy: ctx.actor.id },
      text: answer,
    })),

  giveBack: (ctx, { id, reason }) =>
    act(ctx, id, 'giveBack', () => {
      must(checkReason(reason))
      return { row: { reason }, text: reason }
    }),

  handOn: (ctx, { id, department, assigneeId, reason }) =>
    act(ctx, id, 'handOn', async () => {
      must(checkReason(reason))
      await mustBeAble(ctx, assigneeId)
      await mustOfferDesks(ctx.db, [department])
      return { row: { department, assigneeId, reason, acceptedAt: null, acceptedBy: null }, text: reason }
    }),

  sendBack: (ctx, { id, reason, dueAt }) =>
    act(ctx, id, 'sendBack', (_task, { row, targets, calendars }) => {
      must(checkReason(reason))
      const due = dueAt ?? subTaskDue(targetFacts(row), targets, calendars, ctx.now).at
      return { row: { reason, dueAt: due, answeredAt: null, answeredBy: null }, text: reason }
    }),

  finish: (ctx, { id }) => act(ctx, id, 'finish', () => ({ row: { endedAt: ctx.now, endedBy: ctx.actor.id } })),

  cancel: (ctx, { id, reason }) =>
    act(ctx, id, 'cancel', () => {
      must(checkReason(reason))
      return { row: { reason, endedAt: ctx.now, endedBy: ctx.actor.id }, text: reason }
    }),

  of: async (ctx, { caseId }) => {
    const { row, targets, calendars } = await openFile(ctx, caseId)
    const { at, rule } = subTaskDue(targetFacts(row), targets, calendars, ctx.now)
    return { rows: await toRows(ctx, await subTasksOf(ctx.db, caseId)), due: { at, ruleName: rule?.name ?? null } }
  },

  list: async (ctx, { list, department, includeEnded, limit }) => {
    const states = includeEnded ? SUB_TASK_STATES : list === 'department' ? (['open'] as const) : NOT_ENDED
    const tasks = await listSubTasks(ctx.db, { list, userId: ctx.actor.id, department, states, limit })
    const cases = await casesOfTasks(ctx.db, tasks)
    const scope = scopeOf(ctx)
    return toRows(
      ctx,
      tasks.filter((task) => {
        const about = cases.get(task.caseId)
        if (!about) return false
        const isHelper = task.assigneeId === ctx.actor.id
        return canSee(scope, { id: about.id, ownerId: about.ownerId, isRestricted: about.isRestricted === 1, isHelper })
      }),
    )
  },

  sheet,
}

const NEW = {
  state: 'open',
  acceptedAt: null,
  acceptedBy: null,
  answeredAt: null,
  answeredBy: null,
  answer: null,
  endedAt: null,
  endedBy: null,
  reason: null,
} as const

async function mustBeAble(ctx: Ctx, assigneeId: SubTaskRecord['assigneeId']): Promise<void> {
  if (assigneeId === null) return
  const user = found(await findUserById(ctx.db, assigneeId as Parameters<typeof findUserById>[1]), 'user')
  must(canBeAsked(user))
}
