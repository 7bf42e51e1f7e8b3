import type { ExportRow } from '../../shared/exports/contract.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Db, Row } from '../store/types.ts'
import { readCaseParts } from './case-queries.ts'
import { readDeskParts } from './desk-queries.ts'

export async function insertExport(db: Db, row: Row<'exports'>): Promise<void> {
  await db.insertInto('exports').values(row).execute()
}

export async function listExports(db: Db, limit: number): Promise<ExportRow[]> {
  const rows = await db
    .selectFrom('exports')
    .innerJoin('users', 'users.id', 'exports.actorId')
    .leftJoin('members', 'members.id', 'exports.memberId')
    .select([
      'exports.id',
      'exports.at',
      'users.name as actorName',
      'exports.memberId',
      'members.cardNo as memberCard',
      'exports.purpose',
      'exports.requester',
      'exports.fileName',
      'exports.rows',
      'exports.sha256',
      'exports.head',
    ])
    .orderBy('exports.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, memberId: row.memberId as MemberId | null }))
}

/** Everything the store holds about one member, table by table, oldest first. */
export async function readHistory(db: Db, memberId: string) {
  const member = await db.selectFrom('members').selectAll().where('id', '=', memberId).executeTakeFirst()
  const [contacts, periods, tierChanges, consents, bookings, spends, calls, cases, followUps] = [
    await db.selectFrom('memberContacts').selectAll().where('memberId', '=', memberId).orderBy('id').execute(),
    await db.selectFrom('memberPeriods').selectAll().where('memberId', '=', memberId).orderBy('period').execute(),
    await db.selectFrom('tierChanges').selectAll().where('memberId', '=', memberId).orderBy('at').execute(),
    await db.selectFrom('consents').selectAll().where('memberId', '=', memberId).orderBy('at').execute(),
    await db
      .selectFrom('bookings')
      .innerJoin('flights', 'flights.id', 'bookings.flightId')
      .select([
        'flights.flightNo',
        'flights.day',
        'flights.origin',
        'flights.destination',
        'bookings.pnr',
        'bookings.ticketNo',
        'bookings.cabin',
        'bookings.seat',
        'bookings.status',
        'bookings.fareFen',
        'flights.delayMinutes',
      ])
      .where('bookings.memberId', '=', memberId)
      .orderBy('flights.departsAt')
      .execute(),
    await db.selectFrom('spends').selectAll().where('memberId', '=', memberId).orderBy('at').execute(),
    await db.selectFrom('calls').selectAll().where('memberId', '=', memberId).orderBy('startedAt').execute(),
    await db.selectFrom('cases').selectAll().where('memberId', '=', memberId).orderBy('receivedAt').execute(),
    await db.selectFrom('followUps').selectAll().where('memberId', '=', memberId).orderBy('createdAt').execute(),
  ]
  const ids = cases.map(({ id }) => id)
  const caseEvents =
    ids.length === 0
      ? []
      : await db
          .selectFrom('caseEvents')
          .selectAll()
          .where('caseId', 'in', ids)
          .orderBy('caseId')
          .orderBy('seq')
          .execute()
  const clocks =
    ids.length === 0
      ? []
      : await db
          .selectFrom('clocks')
          .selectAll()
          .where('caseId', 'in', ids)
          .orderBy('caseId')
          .orderBy('startedAt')
          .execute()
  return {
    member,
    contacts,
    periods,
    tierChanges,
    consents,
    bookings,
    spends,
    calls,
    cases,
    followUps,
    caseEvents,
    clocks,
    ...(await readCaseParts(db, ids)),
    ...(await readDeskParts(db, memberId, ids)),
  }
}

export type History = Awaited<ReturnType<typeof readHistory>>

/** Names of the desk's people by id, for the reader of a history. */
export async function readNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('users').select(['id', 'name', 'login']).execute()
  return new Map(rows.map(({ id, name, login }) => [id, `${name} (${login})`]))
}

/** The audit rows about one member or the member's cases, by number. */
export async function findMemberEntries(db: Db, memberId: string, caseIds: readonly string[]): Promise<number[]> {
  const about = await db.selectFrom('audit').select('seq').where('memberId', '=', memberId).execute()
  const aboutCases =
    caseIds.length === 0 ? [] : await db.selectFrom('audit').select('seq').where('caseId', 'in', caseIds).execute()
  return [...new Set([...about, ...aboutCases].map(({ seq }) => seq))].sort((a, b) => a - b)
}
