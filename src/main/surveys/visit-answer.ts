import type { AnswerValues } from '../../shared/surveys/model.ts'
import type { Measure, SurveyChannel } from '../../shared/surveys/words.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import type { CaseFile } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { sumUp } from '../rules/survey-answer.ts'
import type { Db } from '../store/types.ts'
import { codeFor, currentForm, keepShipped } from './form-queries.ts'
import { askedOfCase, scopeOfCase } from './of-matter.ts'
import { countWaiting, invitationsOfCase } from './queries.ts'
import { ask, storeAnswer } from './store-answer.ts'

/** Fields of the workflow's call to the customer, by what they measure. */
export const VISIT_FIELDS = {
  result: 'satisfactionResult',
  process: 'satisfactionProcess',
  agent: 'satisfactionAgent',
  overall: 'satisfactionOverall',
  solved: 'isSolved',
  text: 'surveyText',
} as const satisfies Partial<Record<Measure, string>>

const CHANNELS: Readonly<Record<string, SurveyChannel>> = { phone: 'phone', sms: 'sms', email: 'email' }

/**
 * S1-51: the step of the workflow in which the customer is asked is an interview like any other: its scores stand among
 * the answers too, once for each round, so that results know every customer who was asked.
 */
export async function keepVisitAnswer(
  ctx: Ctx,
  { row }: CaseFile,
  events: readonly CaseEvent[],
  data: StepData,
): Promise<void> {
  if (!events.includes('visited') || typeof data.satisfactionResult !== 'number') return
  const earlier = (await invitationsOfCase(ctx.db, row.id)).filter(({ round }) => round === row.round)
  if (earlier.some(({ state }) => state === 'answered')) return
  await keepShipped(ctx.db, ctx.now)
  const form = await currentForm(ctx.db, codeFor(scopeOfCase(row.kind), 'case'))
  const values: AnswerValues = {}
  for (const { id, measure } of form.body.questions) {
    const field = measure === null ? undefined : (VISIT_FIELDS as Partial<Record<Measure, string>>)[measure]
    const value = field === undefined ? undefined : data[field]
    if (value !== undefined && value !== null) values[id] = value
  }
  const open = earlier.find(({ state, formId }) => state === 'open' && formId === form.id)
  const channel = CHANNELS[String(data.contactChannel)] ?? 'other'
  const invitation = open ?? (await ask(ctx, askedOfCase(row, channel), form))
  await storeAnswer(ctx, invitation, sumUp(form.body, values), ctx.now)
}

/** Poor answers of a case that nobody has decided about (S1-55). */
export async function countUndecided(db: Db, caseId: string): Promise<number> {
  return countWaiting(db, { caseId })
}
