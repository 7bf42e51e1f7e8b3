import { type CompanyAdvice, type CompanyFigures, companyFigures } from '../../shared/companies/tracking.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { namesOf, recordedIn, scopeOf } from '../cases/case-file.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { mustNotBeInKnowledge } from '../knowledge/company-rules.ts'
import { workflowById } from '../policies/queries.ts'
import { companyFiguresOf } from '../rules/company-figures.ts'
import { addDays } from '../rules/days.ts'
import { CUSTOMER_CLOCKS } from '../rules/report-figures.ts'
import { stateOf } from '../rules/workflow.ts'
import { momentOf } from '../rules/zone.ts'
import { parts } from '../store/parts.ts'
import { findCompany, updateCompany } from './queries.ts'
import {
  advicesOf,
  casesOfCompany,
  complaintsOfCompany,
  findAdvice,
  insertAdvice,
  lateAmong,
  logsOf,
  updateAdvice,
} from './tracking-queries.ts'

const UNNAMED = { zh: '—', en: '—' }
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** S5-52 S5-53: where each matter of a company stands, what came of it, and what the customer said to that. */
export const cases: Handler<'companies.cases'> = async (ctx, { id, isOpen, after, limit }) => {
  found(await findCompany(ctx.db, id), 'company')
  const more = await casesOfCompany(ctx.db, scopeOf(ctx), id, { isOpen, after, limit: limit + 1 })
  const shown = more.slice(0, limit)
  const ids = shown.map((row) => row.id)
  const logs = await logsOf(ctx.db, ids)
  const late = await lateAmong(ctx.db, ids, CUSTOMER_CLOCKS, ctx.now)
  const workflows = new Map<string, WorkflowDefinition>()
  for (const policyId of new Set(shown.map(({ workflowPolicyId }) => workflowPolicyId)))
    workflows.set(policyId, await workflowById(ctx.db, policyId))
  const rows = shown.map(({ workflowPolicyId, state, ...row }) => {
    const workflow = workflows.get(workflowPolicyId)
    const stage = workflow && stateOf(workflow, state)
    const said = recordedIn(logs.get(row.id) ?? [])
    return {
      ...row,
      id: row.id as CaseId,
      stateName: stage?.name ?? UNNAMED,
      stage: stage?.forCustomer ?? UNNAMED,
      isOpen: row.isOpen === 1,
      isLate: late.has(row.id),
      result: textOf(said.resultFeedback) ?? textOf(said.answer),
      solved: textOf(said.isSolved),
      points: typeof said.satisfactionOverall === 'number' ? said.satisfactionOverall : null,
    }
  })
  const last = shown.at(-1)
  return { rows, next: more.length > limit && last ? { at: last.receivedAt, id: last.id as CaseId } : null }
}

/** S5-62: a company's complaints in figures. */
export const figures: Handler<'companies.figures'> = async (ctx, { id, fromDay, toDay }) =>
  countOf(ctx, id, fromDay, toDay)

async function countOf(ctx: Ctx, id: string, fromDay: Day, toDay: Day): Promise<CompanyFigures> {
  found(await findCompany(ctx.db, id), 'company')
  if (toDay < fromDay) refuse('company-days-reversed')
  const from = momentOf(DESK_ZONE, fromDay, 0)
  const to = momentOf(DESK_ZONE, addDays(toDay, 1), 0)
  const complaints = await complaintsOfCompany(ctx.db, scopeOf(ctx), id, from, to)
  const late = new Set<string>()
  const solved = new Set<string>()
  for (const ids of parts(complaints.map((one) => one.id))) {
    for (const one of await lateAmong(ctx.db, ids, CUSTOMER_CLOCKS, ctx.now)) late.add(one)
    for (const [one, log] of await logsOf(ctx.db, ids)) if (recordedIn(log).isSolved === 'yes') solved.add(one)
    ctx.signal.throwIfAborted()
  }
  const judged = complaints.map((one) => ({ ...one, isLate: late.has(one.id), isSolved: solved.has(one.id) }))
  return { fromDay, toDay, ...companyFiguresOf(judged) }
}

export const advices: Handler<'companies.advices'> = async (ctx, { id }) => {
  found(await findCompany(ctx.db, id), 'company')
  return viewsOf(ctx, id)
}

/** S5-62: the figures of the days are kept with the advice, so that it can be read later what it rested on. */
export const advise: Handler<'companies.advise'> = async (ctx, { id, fromDay, toDay, finding, proposedRules }) => {
  const counted = await countOf(ctx, id, fromDay, toDay)
  if (counted.complaints === 0) refuse('company-advice-no-figures')
  await insertAdvice(ctx.db, {
    ...{ id: ctx.newId(), companyId: id, figures: JSON.stringify(counted), finding, proposedRules, state: 'told' },
    ...{ toldAt: ctx.now, toldBy: ctx.actor.id, rulesBefore: null },
    ...{ answer: '', answeredBy: '', answeredAt: null, recordedBy: null },
  })
  return viewsOf(ctx, id)
}

/** S5-62: what the company takes up becomes its travel rules; what it declines stays with its reason. */
export const adviceAnswered: Handler<'companies.adviceAnswered'> = async (ctx, input) => {
  const { adviceId, isAdopted, answeredBy, answer } = input
  const advice = found(await findAdvice(ctx.db, adviceId), 'companyAdvice')
  if (advice.state !== 'told') refuse('company-advice-answered')
  if (!isAdopted && answer === '') refuse('company-advice-why')
  const { name, travelRules } = found(await findCompany(ctx.db, advice.companyId), 'company')
  if (isAdopted) await mustNotBeInKnowledge(ctx.db, name)
  ctx.note({ before: { travelRules } })
  await updateAdvice(ctx.db, adviceId, {
    ...{ state: isAdopted ? 'adopted' : 'declined', rulesBefore: travelRules, answeredBy, answer },
    ...{ answeredAt: ctx.now, recordedBy: ctx.actor.id },
  })
  if (isAdopted)
    await updateCompany(ctx.db, advice.companyId, { travelRules: advice.proposedRules, updatedAt: ctx.now })
  return viewsOf(ctx, advice.companyId)
}

async function viewsOf(ctx: Ctx, companyId: string): Promise<CompanyAdvice[]> {
  const rows = await advicesOf(ctx.db, companyId)
  const names = await namesOf(
    ctx.db,
    rows.map(({ toldBy }) => toldBy),
  )
  return rows.map(({ companyId: _, recordedBy: __, toldBy, figures: kept, ...row }) => ({
    ...row,
    figures: companyFigures.parse(JSON.parse(kept)),
    toldByName: names.get(toldBy) ?? '',
  }))
}
