import type { z } from 'zod'
import { type BulkAct, bulkAct } from '../../shared/bulk/model.ts'
import { found } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { knowledge } from '../../shared/knowledge/contract.ts'
import type { MacroAct, PreviewedStep } from '../../shared/macros/model.ts'
import { promises } from '../../shared/promises/contract.ts'
import type { Language } from '../../shared/session/model.ts'
import { todos } from '../../shared/todos/contract.ts'
import { type Before, doOne } from '../bulk/acts.ts'
import { openRow } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { finding } from '../knowledge/finding.ts'
import { using } from '../knowledge/using.ts'
import { make } from '../promises/make.ts'
import { todos as todoHandlers } from '../todos/handlers.ts'
import type { Filled } from './fill.ts'
import { inputOf, parsed } from './input.ts'
import { type Prepared, prepareMessage } from './message-step.ts'

/** What a step left behind, by codes and ids alone: enough to take it back. */
export type Left = {
  before: Before | null
  followUpId: string | null
  todoId: string | null
  messageId: string | null
}

/** What a step did, for whoever looks at it. */
export type Shown = Pick<PreviewedStep, 'owner' | 'priority' | 'category' | 'name' | 'message'>
export type Did = { left: Left; shown: Shown; isReworded?: boolean }

const NOTHING: Did = {
  left: { before: null, followUpId: null, todoId: null, messageId: null },
  shown: { owner: null, priority: null, category: null, name: null, message: null },
}

const STAYS: readonly MacroAct[] = ['promise', 'article']

/** Whether a step can be taken back by an act of its own. */
export function isTakenBack(act: MacroAct): boolean {
  return !STAYS.includes(act)
}

/** The single acts name their own subject in the audit row; of a macro, the macro names it. */
export const quiet = (ctx: Ctx): Ctx => ({ ...ctx, subject: () => {}, note: () => {} })

/** Does one step to a case through the call of the single act, by its access, its input and its rules. Throws its Refusal. */
export async function doStep(ctx: Ctx, caseId: CaseId, filled: Filled, language: Language): Promise<Did> {
  const { step, dueAt, promisedAt } = filled
  const text = filled.text ?? ''
  const self = ctx.actor.id as UserId
  switch (step.act) {
    case 'note':
      return inBulk(ctx, caseId, { act: 'note', text })
    case 'class': {
      const { category, severity } = step
      return inBulk(ctx, caseId, { act: 'class', category, reason: text, ...(severity ? { severity } : {}) })
    }
    case 'assess': {
      const { urgency, importance, direction } = step
      return inBulk(ctx, caseId, { act: 'assess', urgency, importance, direction, note: text })
    }
    case 'assign':
      return inBulk(ctx, caseId, { act: 'assign', ownerId: step.ownerId ?? self, reason: text })
    case 'followUp':
      return inBulk(ctx, caseId, { act: 'remark', dueAt: dueAt ?? 0, text, ownerId: step.ownerId ?? self })
    case 'todo': {
      const { number: caseNumber } = await openRow(ctx, caseId)
      const input = inputOf(ctx, todos.add, { title: text, dueAt, userId: step.ownerId ?? self, caseNumber })
      const { id } = await todoHandlers.add(ctx, input)
      return { ...NOTHING, left: { ...NOTHING.left, todoId: id } }
    }
    case 'promise': {
      await make(ctx, inputOf(ctx, promises.make, { caseId, text, dueAt: dueAt ?? 0 }))
      return NOTHING
    }
    case 'message':
      return message(await prepareMessage(ctx, caseId, { step, promisedAt, own: filled.own }))
    case 'article':
      return article(ctx, caseId, step.articleCode, language)
  }
}

async function inBulk(ctx: Ctx, caseId: CaseId, act: z.input<typeof bulkAct>): Promise<Did> {
  const wanted: BulkAct = parsed(bulkAct, act)
  const { before, followUpId, changes } = await doOne(ctx, await openRow(ctx, caseId), wanted)
  return { left: { ...NOTHING.left, before, followUpId }, shown: { ...NOTHING.shown, ...changes } }
}

function message({ messageId, name, message, isReworded }: Prepared): Did {
  return { left: { ...NOTHING.left, messageId }, shown: { ...NOTHING.shown, name, message }, isReworded }
}

async function article(ctx: Ctx, caseId: CaseId, code: string, language: Language): Promise<Did> {
  const rows = await finding.list(ctx, { view: 'inForce', kinds: [] })
  const { id, title } = found(
    rows.find((one) => one.code === code),
    'article',
  )
  await using.use(ctx, inputOf(ctx, knowledge.use, { id, caseId, language }))
  return { ...NOTHING, shown: { ...NOTHING.shown, name: title } }
}
