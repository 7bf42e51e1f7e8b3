import type { z } from 'zod'
import { type BulkAct, bulkAct } from '../../shared/bulk/model.ts'
import type { CallSpec } from '../../shared/contract.ts'
import { found, Refusal } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { knowledge } from '../../shared/knowledge/contract.ts'
import type { PreviewedStep } from '../../shared/macros/model.ts'
import { messages } from '../../shared/messages/contract.ts'
import { promises } from '../../shared/promises/contract.ts'
import type { Language } from '../../shared/session/model.ts'
import { todos } from '../../shared/todos/contract.ts'
import { type Before, doOne } from '../bulk/acts.ts'
import { openRow } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { finding } from '../knowledge/finding.ts'
import { using } from '../knowledge/using.ts'
import { preparing } from '../messages/prepare.ts'
import { listTemplates } from '../messages/template-queries.ts'
import { make } from '../promises/make.ts'
import { todos as todoHandlers } from '../todos/handlers.ts'
import { type Filled, TO_CASE } from './fill.ts'

/** What a step left behind, by codes and ids alone: enough to take it back. */
export type Left = {
  before: Before | null
  followUpId: string | null
  todoId: string | null
  messageId: string | null
}

/** What a step did, for whoever looks at it. */
export type Shown = Pick<PreviewedStep, 'owner' | 'priority' | 'category' | 'name' | 'message'>
export type Did = { left: Left; shown: Shown }

const NOTHING: Did = {
  left: { before: null, followUpId: null, todoId: null, messageId: null },
  shown: { owner: null, priority: null, category: null, name: null, message: null },
}

/** Steps that can be taken back by an act of their own. */
export const UNDONE_BY_ACT = ['note', 'class', 'assess', 'assign', 'followUp', 'todo', 'message'] as const

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
      return message(ctx, caseId, step.templateCode, { channel: step.channel, expectedAt: promisedAt })
    case 'article':
      return article(ctx, caseId, step.articleCode, language)
  }
}

async function inBulk(ctx: Ctx, caseId: CaseId, act: z.input<typeof bulkAct>): Promise<Did> {
  const wanted: BulkAct = parsed(bulkAct, act)
  const { before, followUpId, changes } = await doOne(ctx, await openRow(ctx, caseId), wanted)
  return { left: { ...NOTHING.left, before, followUpId }, shown: { ...NOTHING.shown, ...changes } }
}

type Message = Pick<z.input<typeof messages.prepare.input>, 'channel' | 'expectedAt'>

async function message(ctx: Ctx, caseId: CaseId, code: string, chosen: Message): Promise<Did> {
  const wordings = await listTemplates(ctx.db, false)
  const template = found(
    wordings.find((one) => one.code === code && one.state === 'published'),
    'template',
  )
  const whole = { ...TO_CASE, ...chosen, caseId, occasion: template.occasion, templateId: template.id }
  const input = inputOf(ctx, messages.prepare, whole)
  const { subject, body, maskedAddress, needsCheck } = await preparing.draft(ctx, input)
  const { id } = await preparing.prepare(ctx, input)
  return {
    left: { ...NOTHING.left, messageId: id },
    shown: { ...NOTHING.shown, name: template.name, message: { subject, body, maskedAddress, needsCheck } },
  }
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

/** What a person may ask of a single call, parsed as the call itself would. */
function inputOf<I extends z.ZodType, O extends z.ZodType>(
  ctx: Ctx,
  { access, input }: CallSpec<I, O>,
  raw: z.input<I>,
): z.output<I> {
  if (typeof access !== 'string' && !access.includes(ctx.actor.role)) throw new Refusal({ code: 'FORBIDDEN' })
  return parsed(input, raw)
}

function parsed<I extends z.ZodType>(schema: I, raw: z.input<I>): z.output<I> {
  const answer = schema.safeParse(raw)
  if (answer.success) return answer.data
  const issues = answer.error.issues.map(({ path, code }) => ({ path: path.join('.'), reason: code }))
  throw new Refusal({ code: 'INVALID_INPUT', issues })
}
