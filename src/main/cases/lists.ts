import type { QueueFilter } from '../../shared/cases/model.ts'
import type { CaseRow } from '../../shared/cases/views.ts'
import { CASE_KINDS } from '../../shared/cases/words.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { readLists } from '../classes/lists.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { workflowAt, workflowById } from '../policies/queries.ts'
import { phoneDigits } from '../rules/case-phone.ts'
import { formatNumber, parseNumber } from '../rules/number-series.ts'
import { stateOf } from '../rules/workflow.ts'
import type { Db } from '../store/types.ts'
import { scopeOf } from './case-file.ts'
import { countDue } from './follow-up-queries.ts'
import { readable } from './in-scope.ts'
import { type CaseLine, type CaseRecord, casesByIds, findCaseByNumber, namesOf } from './queries.ts'
import type { QueueAsk } from './queue-conditions.ts'
import { casesBy, countKinds, countQueue, memberIdByCard, queueRows } from './queue-queries.ts'
import { veiled } from './veil.ts'
import { toRow } from './views.ts'

/** A filter of the queue with whatever else a query of it needs. */
export async function askOf(ctx: Ctx, filter: QueueFilter): Promise<QueueAsk> {
  const ask = { filter, scope: scopeOf(ctx), now: ctx.now, withFree: true }
  if (filter.channelGroup === undefined) return ask
  const { channels } = await readLists(ctx.db)
  return {
    ...ask,
    channels: channels.filter(({ groupCode }) => groupCode === filter.channelGroup).map(({ code }) => code),
  }
}

/** S5-18: the queue in the order in which limits end, or by priority first. */
export const queue: Handler<'cases.queue'> = async (ctx, { order, after, offset, limit, ...filter }) => {
  const ask = await askOf(ctx, filter)
  const found = await queueRows(ctx.db, ask, { order, after, offset, limit })
  const last = found.length === limit ? found.at(-1) : undefined
  return {
    rows: await rowsOf(ctx.db, await veiled(ctx.db, ask.scope, found)),
    next: last ? { priority: last.priority, queueAt: last.queueAt, id: last.id as CaseId } : null,
  }
}

/** Counted apart from the rows: that costs more than reading the first of them, and nobody waits for it. */
export const queueTotal: Handler<'cases.queueTotal'> = async (ctx, filter) =>
  countQueue(ctx.db, await askOf(ctx, filter))

export const counts: Handler<'cases.counts'> = async (ctx) => {
  const scope = scopeOf(ctx)
  const { db, now } = ctx
  const count = (filter: { owner?: 'mine' | 'nobody'; isOverdue?: boolean }) =>
    countQueue(db, { filter: { isOpen: true, ...filter }, scope, now, withFree: true })
  const kinds = await countKinds(db, scope)
  return {
    open: CASE_KINDS.reduce((sum, kind) => sum + kinds[kind], 0),
    mine: await count({ owner: 'mine' }),
    nobody: await count({ owner: 'nobody' }),
    overdue: await count({ isOverdue: true }),
    mineOverdue: await count({ owner: 'mine', isOverdue: true }),
    kinds,
    followUpsDue: await countDue(db, ctx.actor.id, now),
  }
}

/** S1-08: "where is my complaint", by whatever the customer can name. */
export const find: Handler<'cases.find'> = async (ctx, { text, limit }) => {
  const scope = scopeOf(ctx)
  const hits = await readable(ctx.db, scope, await lookFor(ctx, text, limit))
  const rows = hits.slice(0, limit)
  const workflows = await workflowsOf(ctx.db, rows)
  const shown = await rowsOf(ctx.db, rows)
  return shown.map((row, i) => {
    const workflow = workflows.get(rows[i]?.workflowPolicyId ?? '')
    return { ...row, forCustomer: (workflow && stateOf(workflow, row.state)?.forCustomer) ?? row.stateName }
  })
}

/** Cases by whatever a customer can name: number, telephone, ticket, booking or card. */
export async function lookFor(ctx: Ctx, text: string, limit: number): Promise<CaseRecord[]> {
  const { db } = ctx
  const parts = parseNumber(text)
  if (parts) {
    const row = await findCaseByNumber(db, scopeOf(ctx), formatNumber(parts.kind, parts.day, parts.sequence))
    return row ? [row] : []
  }
  const code = text.toUpperCase()
  const digits = phoneDigits(text)
  const memberId = await memberIdByCard(db, code)
  const lists = [
    memberId ? await casesBy(db, 'memberId', memberId, limit) : [],
    digits.length >= 7 ? await casesBy(db, 'contactDigits', digits, limit) : [],
    await casesBy(db, 'ticketNo', text, limit),
    await casesBy(db, 'pnr', code, limit),
  ]
  const unique = new Map(lists.flat().map((row) => [row.id, row]))
  return [...unique.values()].sort((a, b) => b.receivedAt - a.receivedAt)
}

/** The states of each kind's workflow in force now, for filters and labels. */
export const workflows: Handler<'cases.workflows'> = async ({ db, now }) => {
  const list = []
  for (const kind of CASE_KINDS) {
    const { body } = await workflowAt(db, kind, now)
    const states = body.states.filter((state) => state.id !== body.initial)
    list.push({ kind, states: states.map(({ id, name, isFinal }) => ({ id, name, isFinal })) })
  }
  return list
}

async function workflowsOf(db: Db, rows: readonly CaseLine[]): Promise<Map<string, WorkflowDefinition>> {
  const byId = new Map<string, WorkflowDefinition>()
  for (const id of new Set(rows.map((row) => row.workflowPolicyId))) byId.set(id, await workflowById(db, id))
  return byId
}

/** Cases by id as lines of a list, as far as the person may see them. */
export async function openRows(ctx: Ctx, ids: readonly string[]): Promise<CaseRow[]> {
  return rowsOf(ctx.db, await readable(ctx.db, scopeOf(ctx), await casesByIds(ctx.db, ids)))
}

/** Rows as lists show them, with the owners' names and the names of the states. */
export async function rowsOf(db: Db, rows: readonly CaseLine[]): Promise<CaseRow[]> {
  const names = await namesOf(
    db,
    rows.flatMap((row) => row.ownerId ?? []),
  )
  const byId = await workflowsOf(db, rows)
  return rows.flatMap((row) => {
    const workflow = byId.get(row.workflowPolicyId)
    return workflow ? [toRow(row, names, workflow)] : []
  })
}
