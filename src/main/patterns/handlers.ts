import { found, must } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { type PatternAlert, patternFigures } from '../../shared/patterns/contract.ts'
import { namesOf } from '../cases/case-file.ts'
import { openRows } from '../cases/lists.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canMove } from '../rules/pattern-alert.ts'
import { nextLookAt, valuesOf } from '../rules/patterns.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { evaluate } from './evaluate.ts'
import {
  type AlertRecord,
  complaintsOf,
  findAlert,
  firstComplaintAt,
  lastRunAt,
  listAlerts,
  updateAlert,
} from './queries.ts'

/** As many cases as somebody can look through. */
const CASES_SHOWN = 200

export const patterns: FeatureHandlers<'patterns'> = {
  evaluate,

  nextRun: async ({ db }) => {
    const lastAt = await lastRunAt(db)
    return { at: nextLookAt(lastAt, lastAt === null ? await firstComplaintAt(db) : null), lastAt }
  },

  list: async (ctx, { states, limit }) => toViews(ctx, await listAlerts(ctx.db, states, limit)),

  cases: async (ctx, { id }) => {
    const alert = found(await findAlert(ctx.db, id), 'pattern')
    const ids: string[] = []
    for await (const page of complaintsOf(ctx.db, { from: alert.windowFrom, to: alert.windowTo })) {
      const hits = page.filter((one) => valuesOf(alert.dimension, one).includes(alert.value))
      ids.push(...hits.map((one) => one.id))
    }
    return openRows(ctx, ids.slice(-CASES_SHOWN))
  },

  acknowledge: async (ctx, { id, ownerId }) => {
    const alert = await load(ctx, id, 'acknowledge')
    must(canBeAsked(found(await findUserById(ctx.db, ownerId), 'user')))
    const isFirst = alert.acknowledgedAt === null
    const taken = isFirst ? { acknowledgedAt: ctx.now, acknowledgedBy: ctx.actor.id } : {}
    ctx.note({ before: { ownerId: alert.ownerId } })
    return change(ctx, alert, { state: 'acknowledged', ownerId, ...taken })
  },

  finding: async (ctx, { id, finding }) => {
    const alert = await load(ctx, id, 'finding')
    ctx.note({ before: { finding: alert.finding } })
    return change(ctx, alert, { finding, foundAt: ctx.now, foundBy: ctx.actor.id })
  },

  close: async (ctx, { id, outcome, closing }) => {
    const alert = await load(ctx, id, 'close')
    const closed = { state: 'closed', outcome, closing, closedAt: ctx.now, closedBy: ctx.actor.id } as const
    return change(ctx, alert, closed)
  },
}

async function load(ctx: Ctx, id: string, action: Parameters<typeof canMove>[1]): Promise<AlertRecord> {
  const alert = found(await findAlert(ctx.db, id), 'pattern')
  must(canMove(alert.state, action, alert.finding !== null))
  return alert
}

async function change(ctx: Ctx, alert: AlertRecord, part: Partial<AlertRecord>): Promise<PatternAlert> {
  await updateAlert(ctx.db, alert.id, part)
  const [view] = await toViews(ctx, [{ ...alert, ...part }])
  return found(view, 'pattern')
}

async function toViews(ctx: Ctx, alerts: readonly AlertRecord[]): Promise<PatternAlert[]> {
  const people = alerts.flatMap((alert) => [
    alert.dimension === 'agent' ? alert.value : null,
    alert.ownerId,
    alert.acknowledgedBy,
    alert.foundBy,
    alert.closedBy,
  ])
  const names = await namesOf(ctx.db, people)
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  return alerts.map((alert) => {
    const { body, count: _, limit: __, acknowledgedBy, foundBy, closedBy, ...rest } = alert
    return {
      ...rest,
      valueName: alert.dimension === 'agent' ? nameOf(alert.value) : null,
      figures: patternFigures.parse(JSON.parse(body)),
      ownerId: alert.ownerId as UserId | null,
      ownerName: nameOf(alert.ownerId),
      acknowledgedByName: nameOf(acknowledgedBy),
      foundByName: nameOf(foundBy),
      closedByName: nameOf(closedBy),
    }
  })
}
