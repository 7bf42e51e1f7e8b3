import { ACTIVE_CALL_STATES } from '../../shared/calls/words.ts'
import { never } from '../../shared/failure.ts'
import type { ErasedKind } from '../../shared/retention/words.ts'
import { DAY, type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'

/** A record whose time has come, with what a legal hold on it is found by. */
export type DueRecord = { id: string; label: string; endedOn: Day; memberId: string | null; caseId: string | null }

const after = (day: Day): Instant => momentOf(DESK_ZONE, day, 0) + DAY

/** Where in its order a list goes on: the moment or day, and the id. */
type Place = { at: number | string; id: string } | null

export type DuePage = { rows: DueRecord[]; next: Place }

/**
 * One page of the records of a kind that ended on a day or before and were not erased yet, the oldest first. The bound
 * on the moment alone is what lets the store begin there instead of at the oldest record for every page.
 */
export async function dueRecords(db: Db, kind: ErasedKind, endedBy: Day, from: Place, size: number): Promise<DuePage> {
  switch (kind) {
    case 'complaint':
      return dueCases(db, ['complaint'], endedBy, from, size)
    case 'matter':
      return dueCases(db, ['enquiry', 'suggestion', 'service'], endedBy, from, size)
    case 'call':
      return dueCalls(db, endedBy, from, size)
    case 'message':
      return dueMessages(db, endedBy, from, size)
    case 'leftMember':
      return dueMembers(db, endedBy, from, size)
    case 'sealedFile':
      return dueSealed(db, endedBy, from, size)
    default:
      return never(kind)
  }
}

/** Messages that are still to go out. */
const UNDER_WAY = ['toCheck', 'prepared', 'handedOver'] as const

type CaseKinds = readonly ('complaint' | 'enquiry' | 'suggestion' | 'service')[]

async function dueCases(db: Db, kinds: CaseKinds, endedBy: Day, from: Place, size: number): Promise<DuePage> {
  const each: ClosedCase[] = []
  // Asked for several kinds at once, the store sorts all that were ever closed anew for each page.
  for (const kind of kinds) each.push(...(await closedCases(db, kind, endedBy, from, size)))
  const rows = each.sort((a, b) => a.closedAt - b.closedAt || (a.id < b.id ? -1 : 1)).slice(0, size)
  return page(rows, size, ({ id, number, memberId, closedAt }) => ({
    at: closedAt,
    record: { id, label: number, endedOn: dayAt(DESK_ZONE, closedAt), memberId, caseId: id },
  }))
}

type ClosedCase = { id: string; number: string; memberId: string | null; closedAt: Instant }

function closedCases(db: Db, kind: CaseKinds[number], endedBy: Day, from: Place, size: number): Promise<ClosedCase[]> {
  let query = db
    .selectFrom('cases')
    .leftJoin('disposals', (join) =>
      join.onRef('disposals.recordId', '=', 'cases.id').on('disposals.kind', '=', 'case'),
    )
    .select(['cases.id', 'cases.number', 'cases.memberId', 'cases.closedAt'])
    .where('cases.kind', '=', kind)
    .where('cases.isOpen', '=', 0)
    .where('cases.closedAt', '<', after(endedBy))
    .where('disposals.at', 'is', null)
  if (from)
    query = query
      .where('cases.closedAt', '>=', Number(from.at))
      .where((eb) => eb.or([eb('cases.closedAt', '>', Number(from.at)), eb('cases.id', '>', from.id)]))
  return query.orderBy('cases.closedAt').orderBy('cases.id').limit(size).$narrowType<{ closedAt: Instant }>().execute()
}

async function dueCalls(db: Db, endedBy: Day, from: Place, size: number): Promise<DuePage> {
  let query = db
    .selectFrom('calls')
    .leftJoin('disposals', (join) =>
      join.onRef('disposals.recordId', '=', 'calls.id').on('disposals.kind', '=', 'call'),
    )
    .select(['calls.id', 'calls.number', 'calls.memberId', 'calls.startedAt'])
    .where('calls.startedAt', '<', after(endedBy))
    // Named one by one, the states that ended would lead the store away from the order of time.
    .where('calls.state', 'not in', ACTIVE_CALL_STATES)
    .where('disposals.at', 'is', null)
  if (from)
    query = query
      .where('calls.startedAt', '>=', Number(from.at))
      .where((eb) => eb.or([eb('calls.startedAt', '>', Number(from.at)), eb('calls.id', '>', from.id)]))
  const rows = await query.orderBy('calls.startedAt').orderBy('calls.id').limit(size).execute()
  return page(rows, size, ({ id, number, memberId, startedAt }) => ({
    at: startedAt,
    record: { id, label: number, endedOn: dayAt(DESK_ZONE, startedAt), memberId, caseId: null },
  }))
}

async function dueMessages(db: Db, endedBy: Day, from: Place, size: number): Promise<DuePage> {
  let query = db
    .selectFrom('messages')
    .leftJoin('disposals', (join) =>
      join.onRef('disposals.recordId', '=', 'messages.id').on('disposals.kind', '=', 'message'),
    )
    .select(['messages.id', 'messages.channel', 'messages.memberId', 'messages.caseId', 'messages.createdAt'])
    .where('messages.createdAt', '<', after(endedBy))
    .where('messages.state', 'not in', UNDER_WAY)
    .where('disposals.at', 'is', null)
  if (from)
    query = query
      .where('messages.createdAt', '>=', Number(from.at))
      .where((eb) => eb.or([eb('messages.createdAt', '>', Number(from.at)), eb('messages.id', '>', from.id)]))
  const rows = await query.orderBy('messages.createdAt').orderBy('messages.id').limit(size).execute()
  return page(rows, size, ({ id, channel, memberId, caseId, createdAt }) => ({
    at: createdAt,
    record: { id, label: channel, endedOn: dayAt(DESK_ZONE, createdAt), memberId, caseId },
  }))
}

async function dueMembers(db: Db, endedBy: Day, from: Place, size: number): Promise<DuePage> {
  let query = db
    .selectFrom('members')
    .leftJoin('disposals', (join) =>
      join.onRef('disposals.recordId', '=', 'members.id').on('disposals.kind', '=', 'member'),
    )
    .leftJoin('sealedFiles', 'sealedFiles.memberId', 'members.id')
    .select(['members.id', 'members.cardNo', 'members.leftOn'])
    .where('members.leftOn', '<=', endedBy)
    .where('members.status', '=', 'left')
    .where('disposals.at', 'is', null)
    .where('sealedFiles.sealedAt', 'is', null)
  if (from)
    query = query
      .where('members.leftOn', '>=', String(from.at))
      .where((eb) => eb.or([eb('members.leftOn', '>', String(from.at)), eb('members.id', '>', from.id)]))
  const rows = await query.orderBy('members.leftOn').orderBy('members.id').limit(size).execute()
  return page(rows, size, ({ id, cardNo, leftOn }) => ({
    at: leftOn ?? '',
    record: { id, label: cardNo, endedOn: leftOn ?? '', memberId: id, caseId: null },
  }))
}

async function dueSealed(db: Db, endedBy: Day, from: Place, size: number): Promise<DuePage> {
  let query = db
    .selectFrom('sealedFiles')
    .innerJoin('members', 'members.id', 'sealedFiles.memberId')
    .select(['sealedFiles.memberId', 'members.cardNo', 'sealedFiles.untilDay'])
    .where('sealedFiles.untilDay', '<=', endedBy)
    .where('sealedFiles.shreddedAt', 'is', null)
  if (from)
    query = query
      .where('sealedFiles.untilDay', '>=', String(from.at))
      .where((eb) =>
        eb.or([eb('sealedFiles.untilDay', '>', String(from.at)), eb('sealedFiles.memberId', '>', from.id)]),
      )
  const rows = await query.orderBy('sealedFiles.untilDay').orderBy('sealedFiles.memberId').limit(size).execute()
  return page(rows, size, ({ memberId, cardNo, untilDay }) => ({
    at: untilDay,
    record: { id: memberId, label: cardNo, endedOn: untilDay, memberId, caseId: null },
  }))
}

function page<R>(
  rows: readonly R[],
  size: number,
  toRecord: (row: R) => { at: number | string; record: DueRecord },
): DuePage {
  const found = rows.map(toRecord)
  const last = found.at(-1)
  return {
    rows: found.map(({ record }) => record),
    next: last && rows.length === size ? { at: last.at, id: last.record.id } : null,
  }
}

/** Which of these records may not be erased: a hold on them, or on the person they belong to, is in force. */
export async function heldAmong(db: Db, records: readonly DueRecord[]): Promise<Set<string>> {
  const holds = await db.selectFrom('legalHolds').select(['memberId', 'caseId']).where('endedAt', 'is', null).execute()
  const members = new Set(holds.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])))
  const cases = new Set(holds.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))
  const ofCases = await membersOf(db, [...cases])
  const isHeld = ({ memberId, caseId }: DueRecord) =>
    (memberId !== null && (members.has(memberId) || (caseId === null && ofCases.has(memberId)))) ||
    (caseId !== null && cases.has(caseId))
  return new Set(records.filter(isHeld).map(({ id }) => id))
}

/** A hold on a case also keeps the file and the calls of the member behind it. */
async function membersOf(db: Db, caseIds: readonly string[]): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('cases')
    .select('memberId')
    .where('id', 'in', [...caseIds])
    .execute()
  return new Set(rows.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])))
}
