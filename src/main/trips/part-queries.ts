import type { Db, Row } from '../store/types.ts'

/** Everything that hangs on one trip. */
export type TripParts = {
  enquiries: Row<'tripEnquiries'>[]
  needs: Row<'tripNeeds'>[]
  proposals: Row<'tripProposals'>[]
  options: Row<'tripOptions'>[]
  answers: Row<'tripAnswers'>[]
  bookings: Row<'tripBookings'>[]
  payments: Row<'tripPayments'>[]
  changes: Row<'tripChanges'>[]
  notices: NoticeRecord[]
}

/** A notice with what became of the message that carries it. */
export type NoticeRecord = Row<'tripNotices'> & {
  sentAt: number | null
  sentBy: string | null
  sentReference: string | null
  repliedAt: number | null
  replyText: string | null
}

/** Reads what hangs on some trips, each list through its index. */
export async function partsOf(db: Db, tripId: string): Promise<TripParts> {
  const proposals = await db
    .selectFrom('tripProposals')
    .selectAll()
    .where('tripId', '=', tripId)
    .orderBy('version', 'desc')
    .execute()
  const ids = proposals.map(({ id }) => id)
  return {
    proposals,
    options:
      ids.length === 0
        ? []
        : await db.selectFrom('tripOptions').selectAll().where('proposalId', 'in', ids).orderBy('place').execute(),
    enquiries: await db
      .selectFrom('tripEnquiries')
      .selectAll()
      .where('tripId', '=', tripId)
      .orderBy('askedAt')
      .execute(),
    needs: await db
      .selectFrom('tripNeeds')
      .selectAll()
      .where('tripId', '=', tripId)
      .orderBy('saidAt')
      .orderBy('id')
      .execute(),
    answers: await db
      .selectFrom('tripAnswers')
      .selectAll()
      .where('tripId', '=', tripId)
      .orderBy('saidAt')
      .orderBy('id')
      .execute(),
    bookings: await db
      .selectFrom('tripBookings')
      .selectAll()
      .where('tripId', '=', tripId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
    payments: await db.selectFrom('tripPayments').selectAll().where('tripId', '=', tripId).orderBy('paidAt').execute(),
    changes: await db.selectFrom('tripChanges').selectAll().where('tripId', '=', tripId).orderBy('decidedAt').execute(),
    notices: await noticesOf(db, [tripId]),
  }
}

async function noticesOf(db: Db, tripIds: readonly string[]): Promise<NoticeRecord[]> {
  return db
    .selectFrom('tripNotices')
    .leftJoin('messages', 'messages.id', 'tripNotices.messageId')
    .selectAll('tripNotices')
    .select(['messages.sentAt', 'messages.sentBy', 'messages.reference as sentReference'])
    .select(['messages.repliedAt', 'messages.replyText'])
    .where('tripNotices.tripId', 'in', [...tripIds])
    .orderBy('tripNotices.createdAt')
    .orderBy('tripNotices.id')
    .execute()
}

/** What a line of a list says of money and notices, read for a whole page of trips at once. */
export type LineParts = {
  agreed: { tripId: string; priceFen: number }[]
  bookings: Pick<Row<'tripBookings'>, 'tripId' | 'priceFen' | 'state'>[]
  payments: Pick<Row<'tripPayments'>, 'tripId' | 'kind' | 'amountFen'>[]
  changes: Pick<Row<'tripChanges'>, 'tripId' | 'costFen'>[]
  notices: NoticeRecord[]
}

export async function linePartsOf(db: Db, ids: readonly string[]): Promise<LineParts> {
  if (ids.length === 0) return { agreed: [], bookings: [], payments: [], changes: [], notices: [] }
  const tripIds = [...ids]
  return {
    agreed: await db
      .selectFrom('tripAnswers')
      .innerJoin('tripOptions', 'tripOptions.id', 'tripAnswers.optionId')
      .select(['tripAnswers.tripId', 'tripOptions.priceFen'])
      .where('tripAnswers.tripId', 'in', tripIds)
      .where('tripAnswers.kind', '=', 'accepted')
      .orderBy('tripAnswers.recordedAt')
      .execute(),
    bookings: await db
      .selectFrom('tripBookings')
      .select(['tripId', 'priceFen', 'state'])
      .where('tripId', 'in', tripIds)
      .execute(),
    payments: await db
      .selectFrom('tripPayments')
      .select(['tripId', 'kind', 'amountFen'])
      .where('tripId', 'in', tripIds)
      .execute(),
    changes: await db.selectFrom('tripChanges').select(['tripId', 'costFen']).where('tripId', 'in', tripIds).execute(),
    notices: await noticesOf(db, tripIds),
  }
}

export async function eventsOfTrip(db: Db, tripId: string): Promise<Row<'tripEvents'>[]> {
  return db.selectFrom('tripEvents').selectAll().where('tripId', '=', tripId).orderBy('seq').execute()
}
