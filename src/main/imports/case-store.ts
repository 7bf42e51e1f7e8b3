import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { dayAt } from '../rules/zone.ts'
import { backfillFrom } from '../search/backfill.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import { type LaterCase, saveLater } from './case-later.ts'
import type { ShapedCase } from './case-shape.ts'
import { toldHere } from './case-told.ts'
import { giveNumbers } from './record-queries.ts'

/** A case that is new here, or one of an earlier import that goes on. */
export type CasePlan = ShapedCase | LaterCase

const isLater = (plan: CasePlan): plan is LaterCase => 'cache' in plan
const isNew = (plan: CasePlan): plan is ShapedCase => !isLater(plan)

/** Stores imported cases with their logs, clocks and where they came from; numbers go by the day they were registered. */
export function caseSaver(ctx: Ctx, importId: string): (plans: readonly CasePlan[]) => Promise<void> {
  const { db } = ctx
  const insertCases = bulkInsert(db, 'cases')
  const insertEvents = bulkInsert(db, 'caseEvents')
  const insertClocks = bulkInsert(db, 'clocks')
  const insertSignals = bulkInsert(db, 'clockSignals')
  const told = toldHere(db, ctx.now)
  const insertOrigins = bulkInsert(db, 'importedCases')
  return async (all) => {
    await saveLater(db, all.filter(isLater), told)
    const plans = all.filter(isNew)
    if (plans.length === 0) return
    await giveNumbers(
      db,
      plans.map(({ row }) => ({ kind: row.kind, day: dayAt(DESK_ZONE, row.registeredAt), row })),
    )
    await insertCases(plans.map(({ row }) => row))
    await insertEvents(plans.flatMap(({ events }) => events))
    // Their words follow in the beats of the program: an import of many thousands does not wait for them.
    const [first = ''] = plans.map(({ row }) => row.id).sort()
    await backfillFrom(db, first)
    const clocks = plans.flatMap((plan) => plan.clocks)
    await insertClocks(clocks)
    await insertSignals(await told({ clocks, signals: plans.flatMap(({ signals }) => signals) }))
    await insertOrigins(
      plans.map(({ row, system, externalId, fileRow, digest }) => ({
        system,
        externalId,
        importId,
        row: fileRow,
        digest,
        caseId: row.id,
      })),
    )
  }
}
