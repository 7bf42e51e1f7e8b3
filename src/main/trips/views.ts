import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { TripFile, TripNotice, TripProposal, TripRow } from '../../shared/trips/model.ts'
import { moneyOf } from '../../shared/trips/money.ts'
import { noticeStateOf } from '../../shared/trips/notices.ts'
import { fitOf, rankOptions, sheetOf } from '../../shared/trips/sheet.ts'
import { type Missing, missingIn, type StageFacts } from '../../shared/trips/stages.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { dayAt } from '../rules/zone.ts'
import { NEEDS_OF_OTHERS } from './needs-of-others.ts'
import { eventsOfTrip, linePartsOf, type NoticeRecord, partsOf, type TripParts } from './part-queries.ts'
import { membersOf, type TripRecord } from './queries.ts'

type NameOf = (id: string) => string

/** Trips as a list or the board shows them. */
export async function toRows(ctx: Ctx, trips: readonly TripRecord[]): Promise<TripRow[]> {
  const members = await membersOf(
    ctx.db,
    trips.map(({ memberId }) => memberId),
  )
  const names = await namesOf(
    ctx.db,
    trips.map(({ ownerId }) => ownerId),
  )
  const parts = await linePartsOf(
    ctx.db,
    trips.map(({ id }) => id),
  )
  return trips.map((trip) => {
    const own = <T extends { tripId: string }>(rows: readonly T[]) => rows.filter(({ tripId }) => tripId === trip.id)
    const agreed = own(parts.agreed).at(-1)?.priceFen ?? null
    const late = own(parts.notices).filter((one) => noticeStateOf(toldOf(one), ctx.now) === 'late')
    return {
      ...lineOf(trip),
      memberName: members.get(trip.memberId)?.name ?? '',
      memberTier: members.get(trip.memberId)?.tier ?? 'none',
      ownerName: names.get(trip.ownerId) ?? '',
      payment: moneyOf(agreed, own(parts.bookings), own(parts.changes), own(parts.payments)).state,
      lateNotices: late.length,
    }
  })
}

const lineOf = (trip: TripRecord) => {
  const { id, number, title, stage, state, stageSince, destination, startsOn, endsOn, lastSeq, openedAt } = trip
  return {
    ...{ id, number, title, stage, state, stageSince, destination, startsOn, endsOn, lastSeq, openedAt },
    memberId: trip.memberId as MemberId,
    ownerId: trip.ownerId as UserId,
  }
}

/** When and how somebody was told: recorded by hand, or by the message that carried it. */
export function toldOf(notice: NoticeRecord) {
  const { dueAt, toldAt, sentAt } = notice
  return { dueAt, toldAt: toldAt ?? sentAt }
}

/** One trip as its page shows it. */
export async function toFile(ctx: Ctx, trip: TripRecord): Promise<TripFile> {
  const { db } = ctx
  const parts = await partsOf(db, trip.id)
  const events = await eventsOfTrip(db, trip.id)
  const names = await namesOf(db, [...peopleIn(parts), ...events.map(({ actorId }) => actorId)])
  const nameOf: NameOf = (id) => names.get(id) ?? ''
  const [row] = await toRows(ctx, [trip])
  if (!row) throw new Error('a trip without a row')
  const money = moneyIn(parts)
  return {
    ...row,
    caseId: trip.caseId as CaseId | null,
    caseNumber: await numberOf(ctx, trip.caseId),
    channel: trip.channel,
    closedAt: trip.closedAt,
    closingNote: trip.closingNote,
    missing: await missingOf(ctx, trip, parts),
    enquiries: parts.enquiries.map(({ recordedBy, ...rest }) => ({ ...rest, recordedByName: nameOf(recordedBy) })),
    sheet: sheetOf(parts.needs),
    needs: parts.needs.map(({ recordedBy, ...rest }) => ({ ...rest, recordedByName: nameOf(recordedBy) })),
    proposals: parts.proposals.map((one) => toProposal(one, parts, nameOf)),
    answers: parts.answers.map(({ recordedBy, proposalId, optionId, ...rest }) => ({
      ...rest,
      version: parts.proposals.find(({ id }) => id === proposalId)?.version ?? 0,
      optionName: parts.options.find(({ id }) => id === optionId)?.name ?? null,
      recordedByName: nameOf(recordedBy),
    })),
    bookings: parts.bookings.map(({ changedBy, ...rest }) => ({ ...rest, changedByName: nameOf(changedBy) })),
    payments: parts.payments.map(({ takenBy, ...rest }) => ({ ...rest, takenByName: nameOf(takenBy) })),
    money,
    changes: parts.changes.flatMap(({ decidedBy, ...rest }) => {
      const notice = parts.notices.find(({ changeId }) => changeId === rest.id)
      if (!notice) return []
      return [{ ...rest, decidedByName: nameOf(decidedBy), notice: toNotice(ctx, notice, nameOf) }]
    }),
    confirmations: parts.notices.filter(({ kind }) => kind === 'confirmation').map((one) => toNotice(ctx, one, nameOf)),
    events: events.map(({ seq, at, actorId, action, text }) => ({ seq, at, actorName: nameOf(actorId), action, text })),
  }
}

function toProposal(proposal: TripParts['proposals'][number], parts: TripParts, nameOf: NameOf): TripProposal {
  const { id, version, state, basis, budgetFen, createdAt, offeredAt, offeredChannel } = proposal
  const own = parts.options.filter(({ proposalId }) => proposalId === id)
  const yes = parts.answers.findLast((one) => one.proposalId === id && one.kind === 'accepted')
  return {
    ...{ id, version, state, basis, budgetFen, createdAt, offeredAt, offeredChannel },
    createdByName: nameOf(proposal.createdBy),
    acceptedOptionId: yes?.optionId ?? null,
    options: rankOptions(own, budgetFen).map(({ proposalId: _, ...option }) => ({
      ...option,
      fit: fitOf(option.priceFen, budgetFen),
      overFen: budgetFen === null ? null : option.priceFen - budgetFen,
    })),
  }
}

function toNotice(ctx: Ctx, notice: NoticeRecord, nameOf: NameOf): TripNotice {
  const { id, kind, changeId, text, dueAt, createdAt, messageId, answer } = notice
  const told = notice.toldBy ?? notice.sentBy
  return {
    ...{ id, kind, changeId, text, dueAt, createdAt, messageId, answer },
    state: noticeStateOf(toldOf(notice), ctx.now),
    createdByName: nameOf(notice.createdBy),
    toldAt: notice.toldAt ?? notice.sentAt,
    toldByName: told === null ? null : nameOf(told),
    channel: notice.channel,
    proof: notice.proof || notice.sentReference || '',
    answerText: notice.answerText || notice.replyText || '',
    answeredAt: notice.answeredAt ?? notice.repliedAt,
  }
}

/** The price of the option that the customer agreed to last, in fen; null while nothing is agreed. */
function agreedFen({ answers, options }: TripParts): number | null {
  const yes = answers.findLast(({ kind }) => kind === 'accepted')
  return options.find(({ id }) => id === yes?.optionId)?.priceFen ?? null
}

/** What was paid of a trip and not given back, in fen. */
export function paidOf(parts: TripParts): number {
  return moneyIn(parts).paidFen
}

const moneyIn = (parts: TripParts) => moneyOf(agreedFen(parts), parts.bookings, parts.changes, parts.payments)

/** What the stages look at, from what hangs on a trip. */
function factsOf(ctx: Ctx, trip: TripRecord, parts: TripParts): StageFacts {
  const { stage, state, startsOn, endsOn } = trip
  const isTold = (one: NoticeRecord) => toldOf(one).toldAt !== null
  const shown = parts.proposals.filter((one) => one.offeredAt !== null)
  return {
    ...{ stage, state, startsOn, endsOn },
    today: dayAt(DESK_ZONE, ctx.now),
    sheetMissing: sheetOf(parts.needs).missing.length,
    isOffered: shown.length > 0,
    isAccepted: shown[0]?.state === 'accepted',
    bookings: parts.bookings.map((one) => one.state),
    payment: moneyIn(parts).state,
    isConfirmationTold: parts.notices.some((one) => one.kind === 'confirmation' && isTold(one)),
    openNotices: parts.notices.filter((one) => one.kind === 'change' && (!isTold(one) || one.answer === 'objected'))
      .length,
  }
}

/** S4-05: everything a trip lacks before it may leave its stage, also in the eyes of other features. */
export async function missingOf(ctx: Ctx, trip: TripRecord, parts: TripParts): Promise<Missing[]> {
  if (trip.state !== 'open') return []
  const missing = missingIn(factsOf(ctx, trip, parts))
  for (const need of NEEDS_OF_OTHERS[trip.stage]) missing.push(...(await need(ctx, trip)))
  return missing
}

async function numberOf({ db }: Ctx, caseId: string | null): Promise<string | null> {
  if (caseId === null) return null
  const row = await db.selectFrom('cases').select('number').where('id', '=', caseId).executeTakeFirst()
  return row?.number ?? null
}

function* peopleIn(parts: TripParts): Generator<string | null> {
  for (const { recordedBy } of [...parts.enquiries, ...parts.needs, ...parts.answers]) yield recordedBy
  for (const { createdBy } of parts.proposals) yield createdBy
  for (const { changedBy } of parts.bookings) yield changedBy
  for (const { takenBy } of parts.payments) yield takenBy
  for (const { decidedBy } of parts.changes) yield decidedBy
  for (const { createdBy, toldBy, sentBy } of parts.notices) yield* [createdBy, toldBy, sentBy]
}
