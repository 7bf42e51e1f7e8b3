import { found, must, refuse } from '../../shared/failure.ts'
import type { CallId, CaseId, UserId } from '../../shared/ids.ts'
import { type AuditItem, type AuditRow, type AuditView, sampleRule } from '../../shared/reviews/audits.ts'
import { FINDING_GRADES } from '../../shared/reviews/words.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canCloseAudit, canDrawAudit, canFind, canPlanAudit } from '../rules/review-audit.ts'
import { canDraw, type Drawable, sampleOf } from '../rules/review-sample.ts'
import { momentOf } from '../rules/zone.ts'
import { findUserById } from '../users/queries.ts'
import {
  type AuditRecord,
  closedCases,
  findAudit,
  findItem,
  finishedCalls,
  type ItemRecord,
  insertAudit,
  insertItems,
  itemsOf,
  listAudits,
  totalsOf,
  updateAudit,
  updateItem,
} from './audit-queries.ts'
import { handlersOf } from './queries.ts'

export const audits: Handler<'reviews.audits'> = async (ctx, { limit }) => {
  const records = await listAudits(ctx.db, limit)
  const items = await itemsOf(
    ctx.db,
    records.map(({ id }) => id),
  )
  return toRows(ctx, records, items)
}

export const audit: Handler<'reviews.audit'> = async (ctx, { id }) => toView(ctx, id)

/** S4-118: an audit is planned: its period, its rule, who carries it out and when. */
export const planAudit: Handler<'reviews.planAudit'> = async (ctx, input) => {
  const auditor = found(await findUserById(ctx.db, input.auditorId), 'user')
  must(canPlanAudit(auditor, input))
  const id = ctx.newId()
  await insertAudit(ctx.db, {
    ...{ title: input.title, subject: input.subject, plannedDay: input.plannedDay, auditorId: input.auditorId },
    ...{ id, state: 'planned', fromDay: input.fromDay, toDay: input.toDay, rule: JSON.stringify(input.rule) },
    ...{ seed: null, population: null, populationSize: null, drawnAt: null, drawnBy: null },
    ...{ conclusion: null, closedAt: null, closedBy: null, createdAt: ctx.now, createdBy: ctx.actor.id },
  })
  return toView(ctx, id)
}

/** S2-138: draws once, with a seed of the program's own; population and seed are kept so that anyone can draw again. */
export const drawAudit: Handler<'reviews.drawAudit'> = async (ctx, { id }) => {
  const record = found(await findAudit(ctx.db, id), 'audit')
  must(canDrawAudit(ctx.actor, record))
  const rule = sampleRule.parse(JSON.parse(record.rule))
  const period = { from: momentOf(DESK_ZONE, record.fromDay, 0), to: momentOf(DESK_ZONE, record.toDay, 0) + DAY }
  const population =
    record.subject === 'call'
      ? await finishedCalls(ctx.db, period, record.auditorId)
      : await closedCases(ctx.db, period, rule.kinds, record.auditorId)
  must(canDraw(population, rule))
  const seed = seedOf(ctx.newId())
  const sample = sampleOf(population, rule, seed)
  const isCall = record.subject === 'call'
  await insertItems(
    ctx.db,
    sample.map((one, i) => ({
      ...{ id: ctx.newId(), auditId: id, place: i + 1, number: one.number, agentId: one.agentId, why: one.why },
      ...{ caseId: isCall ? null : one.id, callId: isCall ? one.id : null },
      ...{ grade: null, finding: null, foundAt: null, foundBy: null, reviewId: null },
    })),
  )
  await updateAudit(ctx.db, id, {
    state: 'drawn',
    seed,
    population: JSON.stringify(population),
    populationSize: population.length,
    drawnAt: ctx.now,
    drawnBy: ctx.actor.id,
  })
  ctx.note({ seed, population: population.length, sample: sample.length })
  return toView(ctx, id)
}

/** Thirty-two bits out of a random id. */
const seedOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(-8), 16) >>> 0

export const redraw: Handler<'reviews.redraw'> = async (ctx, { id }) => {
  const record = found(await findAudit(ctx.db, id), 'audit')
  if (record.seed === null || record.population === null) refuse('audit-not-drawn')
  const population = JSON.parse(record.population) as Drawable[]
  const again = sampleOf(population, sampleRule.parse(JSON.parse(record.rule)), record.seed)
  const stored = await itemsOf(ctx.db, [id])
  const names = await namesOf(
    ctx.db,
    population.map(({ agentId }) => agentId),
  )
  const numbers = again.map(({ number }) => number)
  return {
    seed: record.seed,
    population: [...population]
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .map(({ number, agentId, marks }) => ({ number, agentName: names.get(agentId) ?? '', always: [...marks] })),
    numbers,
    isSame: JSON.stringify(numbers) === JSON.stringify(stored.map(({ number }) => number)),
  }
}

/** S2-138: what the auditor found in one case of the sample; nobody writes about their own. */
export const finding: Handler<'reviews.finding'> = async (ctx, { itemId, grade, finding: text }) => {
  const item = found(await findItem(ctx.db, itemId), 'auditItem')
  const record = found(await findAudit(ctx.db, item.auditId), 'audit')
  const workers = item.caseId === null ? undefined : (await handlersOf(ctx.db, [item.caseId])).get(item.caseId)
  must(canFind(ctx.actor, record, [item.agentId, ...(workers ?? [])]))
  if (item.caseId !== null) ctx.subject({ caseId: item.caseId as CaseId })
  ctx.note({ before: { grade: item.grade, finding: item.finding } })
  await updateItem(ctx.db, itemId, { grade, finding: text, foundAt: ctx.now, foundBy: ctx.actor.id })
  return toView(ctx, item.auditId)
}

/** S4-118: an audit ends with its conclusion, when every case of the sample has its finding. */
export const closeAudit: Handler<'reviews.closeAudit'> = async (ctx, { id, conclusion }) => {
  const record = found(await findAudit(ctx.db, id), 'audit')
  const open = (await itemsOf(ctx.db, [id])).filter(({ grade }) => grade === null).length
  must(canCloseAudit(ctx.actor, record, open))
  await updateAudit(ctx.db, id, { state: 'closed', conclusion, closedAt: ctx.now, closedBy: ctx.actor.id })
  return toView(ctx, id)
}

async function toView(ctx: Ctx, id: string): Promise<AuditView> {
  const record = found(await findAudit(ctx.db, id), 'audit')
  const items = await itemsOf(ctx.db, [id])
  const [row] = await toRows(ctx, [record], items)
  const grades = Object.fromEntries(
    FINDING_GRADES.map((one) => [one, items.filter(({ grade }) => grade === one).length]),
  )
  return { ...found(row, 'audit'), items: await toItems(ctx, items), grades: grades as AuditView['grades'] }
}

async function toRows(ctx: Ctx, records: readonly AuditRecord[], items: readonly ItemRecord[]): Promise<AuditRow[]> {
  const names = await namesOf(
    ctx.db,
    records.map(({ auditorId }) => auditorId),
  )
  return records.map((record) => {
    const own = items.filter(({ auditId }) => auditId === record.id)
    const { id, title, state, subject, plannedDay, fromDay, toDay, seed, drawnAt, conclusion, closedAt } = record
    return {
      ...{ id, title, state, subject, plannedDay, fromDay, toDay, seed, drawnAt, conclusion, closedAt },
      auditorId: record.auditorId as UserId,
      auditorName: names.get(record.auditorId) ?? '',
      rule: sampleRule.parse(JSON.parse(record.rule)),
      population: record.populationSize,
      sampleSize: own.length,
      found: own.filter(({ grade }) => grade !== null).length,
    }
  })
}

async function toItems(ctx: Ctx, items: readonly ItemRecord[]): Promise<AuditItem[]> {
  const names = await namesOf(
    ctx.db,
    items.flatMap(({ agentId, foundBy }) => [agentId, foundBy]),
  )
  const totals = await totalsOf(
    ctx.db,
    items.flatMap(({ reviewId }) => reviewId ?? []),
  )
  return items.map(({ id, number, why, grade, finding: text, foundAt, reviewId, ...item }) => ({
    ...{ id, number, why, grade, finding: text, foundAt, reviewId },
    caseId: item.caseId as CaseId | null,
    callId: item.callId as CallId | null,
    agentId: item.agentId as UserId,
    agentName: names.get(item.agentId) ?? '',
    foundByName: item.foundBy === null ? null : (names.get(item.foundBy) ?? ''),
    total: totals.get(reviewId ?? '') ?? null,
  }))
}
