import type { UserId } from '../../shared/ids.ts'
import type { QualityPerson, StandardResult, StandardView } from '../../shared/standards/contract.ts'
import type { Aspect, StandardFigure } from '../../shared/standards/words.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { fromHundredths } from '../improvements/figures.ts'
import { todayOf } from '../improvements/views.ts'
import { dueMeasure, isMet } from '../rules/standards.ts'
import { dayAt } from '../rules/zone.ts'
import { listSeats, type ResultRecord, resultsOf, type StandardRecord } from './queries.ts'

type Names = ReadonlyMap<string, string>

/** What a version of a standard says, without what was measured of it. */
export function toText(row: StandardRecord, names: Names): Omit<StandardView, 'results' | 'due'> {
  const { savedBy, approvedBy, ...rest } = row
  return {
    ...rest,
    aspect: row.aspect as Aspect,
    figure: row.figure as StandardFigure,
    target: fromHundredths(row.target),
    principles: JSON.parse(row.principles),
    savedById: savedBy as UserId,
    savedByName: names.get(savedBy) ?? '',
    approvedByName: approvedBy === null ? null : (names.get(approvedBy) ?? ''),
  }
}

/** Standards with their results and what is due, as the page shows them. */
export async function toViews(ctx: Ctx, rows: readonly StandardRecord[]): Promise<StandardView[]> {
  const results = await resultsOf(ctx.db, [...new Set(rows.map(({ code }) => code))])
  const people = [
    ...rows.flatMap(({ savedBy, approvedBy }) => [savedBy, approvedBy]),
    ...results.flatMap(({ recordedBy, correctionBy }) => [recordedBy, correctionBy]),
  ]
  const names = await namesOf(ctx.db, people)
  const byCode = Map.groupBy(results, ({ code }) => code)
  return rows.map((row) => {
    const own = byCode.get(row.code) ?? []
    return {
      ...toText(row, names),
      results: own.map((result) => toResult(result, row, names)),
      due:
        row.state === 'inForce' && row.approvedAt !== null
          ? dueMeasure(row.frequency, todayOf(ctx), dayAt(DESK_ZONE, row.approvedAt), own)
          : null,
    }
  })
}

function toResult(
  { recordedBy, correctionBy, value, ...result }: ResultRecord & { version: number },
  { direction, target }: StandardRecord,
  names: Names,
): StandardResult {
  const { id, version, fromDay, toDay, note, correction, correctionDue, outcome, outcomeDay } = result
  return {
    ...{ id, version, fromDay, toDay, note, correction, correctionDue, outcome, outcomeDay },
    value: fromHundredths(value),
    isMet: isMet(direction, target, value),
    recordedByName: names.get(recordedBy) ?? '',
    correctionByName: correctionBy === null ? null : (names.get(correctionBy) ?? ''),
  }
}

/** The quality group with names, those who sit in it first. */
export async function toGroup(ctx: Ctx): Promise<QualityPerson[]> {
  const seats = await listSeats(ctx.db)
  const names = await namesOf(
    ctx.db,
    seats.map(({ userId }) => userId),
  )
  return seats.map((seat) => ({ ...seat, userId: seat.userId as UserId, name: names.get(seat.userId) ?? '' }))
}
