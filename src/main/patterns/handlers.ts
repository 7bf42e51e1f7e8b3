import { found, must } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { type PatternAlert, patternFigures } from '../../shared/patterns/contract.ts'
import { numbersOf } from '../../shared/targets/desk-numbers.ts'
import { namesOf } from '../cases/case-file.ts'
import { openRows } from '../cases/lists.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { partnerNames } from '../partners/directory.ts'
import { targetsAt } from '../policies/queries.ts'
import { canMove } from '../rules/pattern-alert.ts'
import { nextLookAt, valuesOf } from '../rules/patterns.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { evaluate } from './evaluate.ts'
import { lookWith } from './look.ts'
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

  nextRun: async ({ db, now }) => {
    const lastAt = await lastRunAt(db)
    const { patterns: numbers, looks } = numbersOf((await targetsAt(db, now)).body)
    const { everyHours } = looks
    const firstAt = lastAt === null ? await firstComplaintAt(db) : null
    return { at: nextLookAt(lastAt, firstAt, { ...numbers, everyHours }), lastAt, numbers, everyHours }
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

  tryOut: async (ctx, { numbers }) => {
    const { patterns: inForce } = numbersOf((await targetsAt(ctx.db, ctx.now)).body)
    const before = await lookWith(ctx, inForce)
    const after = await lookWith(ctx, numbers)
    const nameOf = await valueNames(ctx, [...before.findings, ...after.findings])
    const shown = (one: (typeof before.findings)[number]) => ({ ...one, valueName: nameOf(one) })
    return { cases: after.cases, before: before.findings.map(shown), after: after.findings.map(shown) }
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

type Named = Pick<AlertRecord, 'dimension' | 'value'>

/** What a person or a supplier is called; null for what names itself. */
async function valueNames({ db }: Ctx, all: readonly Named[]): Promise<(one: Named) => string | null> {
  const ids = (wanted: Named['dimension']) =>
    all.flatMap(({ dimension, value }) => (dimension === wanted ? [value] : []))
  const people = await namesOf(db, ids('agent'))
  const suppliers = await partnerNames(db, ids('supplier'))
  return ({ dimension, value }) => {
    if (dimension === 'supplier') return suppliers.get(value) ?? ''
    return dimension === 'agent' ? (people.get(value) ?? '') : null
  }
}

async function toViews(ctx: Ctx, alerts: readonly AlertRecord[]): Promise<PatternAlert[]> {
  const people = alerts.flatMap((alert) => [alert.ownerId, alert.acknowledgedBy, alert.foundBy, alert.closedBy])
  const names = await namesOf(ctx.db, people)
  const valueNameOf = await valueNames(ctx, alerts)
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  return alerts.map((alert) => {
    const { body, count: _, limit: __, acknowledgedBy, foundBy, closedBy, ...rest } = alert
    return {
      ...rest,
      valueName: valueNameOf(alert),
      figures: patternFigures.parse(JSON.parse(body)),
      ownerId: alert.ownerId as UserId | null,
      ownerName: nameOf(alert.ownerId),
      acknowledgedByName: nameOf(acknowledgedBy),
      foundByName: nameOf(foundBy),
      closedByName: nameOf(closedBy),
    }
  })
}
