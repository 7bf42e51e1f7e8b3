import type { Calendar } from '../../shared/calendars/model.ts'
import { found } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { outcome, type RightsRequest, wanted } from '../../shared/rights/model.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { allCalendars } from '../policies/queries.ts'
import { dueStateOf } from '../rules/rights.ts'
import type { Db } from '../store/types.ts'
import { cardsOf } from './cards.ts'
import { findRequest, type RequestRow } from './queries.ts'

const DESK_CALENDAR = 'CN'

/** The calendar by which the desk counts working days. */
export async function deskCalendar(db: Db): Promise<Calendar> {
  return found((await allCalendars(db))[DESK_CALENDAR], 'calendar')
}

/** Requests as they are read, with the names of who did what. */
export async function toRequests(ctx: Ctx, rows: readonly RequestRow[]): Promise<RightsRequest[]> {
  if (rows.length === 0) return []
  const { db, now } = ctx
  const calendar = await deskCalendar(db)
  const cards = await cardsOf(
    db,
    rows.map(({ memberId }) => memberId),
  )
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.identityBy, row.recordedBy, row.decidedBy]),
  )
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  return rows.map((row) => {
    const { identityAt: _, identityBy, recordedAt: __, recordedBy, firstDueAt: ___, decidedBy, ...rest } = row
    return {
      ...rest,
      memberId: row.memberId as MemberId,
      card: cards.get(row.memberId)?.card ?? '',
      memberName: cards.get(row.memberId)?.name ?? '',
      wanted: wanted.parse(JSON.parse(row.wanted)),
      outcome: outcome.parse(JSON.parse(row.outcome)),
      due: row.state === 'open' ? dueStateOf(row.dueAt, now, calendar) : null,
      identityByName: nameOf(identityBy),
      recordedByName: nameOf(recordedBy) ?? '',
      decidedByName: nameOf(decidedBy),
    }
  })
}

/** A request as it stands now. */
export async function requestView(ctx: Ctx, id: string): Promise<RightsRequest> {
  const [view] = await toRequests(ctx, [await loadRequest(ctx, id)])
  return found(view, 'rightsRequest')
}

/** Reads a request and names the member whose data it is about. */
export async function loadRequest(ctx: Ctx, id: string): Promise<RequestRow> {
  const row = found(await findRequest(ctx.db, id), 'rightsRequest')
  ctx.subject({ memberId: row.memberId as MemberId })
  return row
}
