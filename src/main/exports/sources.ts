import type { Database } from '../store/types.ts'
import { HISTORY_COLUMNS } from './columns.ts'
import type { TableName } from './history.ts'

/** How the rows of an exported table are found and in which order they stand. */
export type Source = {
  table: TableName
  from: keyof Database
  /** Columns that name the member and the case a row belongs to. */
  member?: string
  case?: string
  /** Columns that name the calls a row belongs to; it comes with the first of them that is exported. */
  calls?: readonly string[]
  /** The order of the rows, which is also the place from which the next page goes on. */
  order: readonly string[]
  join?: 'flights'
}

const source = (
  table: TableName,
  from: keyof Database,
  order: readonly string[],
  belongs: Partial<Source>,
): Source => ({
  table,
  from,
  order,
  ...belongs,
})
const ofMember = { member: 'memberId' }
const ofCase = { case: 'caseId' }
const ofBoth = { member: 'memberId', case: 'caseId' }

/** THE tables of an export, in the order of its files. */
export const SOURCES: readonly Source[] = [
  source('contacts', 'memberContacts', ['id'], ofMember),
  source('periods', 'memberPeriods', ['memberId', 'period'], ofMember),
  source('tierChanges', 'tierChanges', ['at', 'id'], ofMember),
  source('consents', 'consents', ['at', 'id'], ofMember),
  source('bookings', 'bookings', ['flights.departsAt', 'bookings.id'], {
    member: 'bookings.memberId',
    join: 'flights',
  }),
  source('spends', 'spends', ['at', 'id'], ofMember),
  source('calls', 'calls', ['startedAt', 'id'], ofMember),
  source('callEvents', 'callEvents', ['callId', 'seq'], { calls: ['callId'] }),
  source('callConsults', 'callConsults', ['startedAt', 'id'], { calls: ['callId'] }),
  source('callWaits', 'callWaits', ['startedAt', 'id'], { calls: ['callId', 'fromId'] }),
  source('cases', 'cases', ['receivedAt', 'id'], { member: 'memberId', case: 'id' }),
  source('followUps', 'followUps', ['createdAt', 'id'], ofBoth),
  source('caseEvents', 'caseEvents', ['caseId', 'seq'], ofCase),
  source('clocks', 'clocks', ['caseId', 'id'], ofCase),
  source('evidence', 'evidence', ['caseId', 'id'], ofCase),
  source('subTasks', 'subTasks', ['caseId', 'id'], ofCase),
  source('caseCauses', 'caseCauses', ['caseId'], ofCase),
  source('messages', 'messages', ['createdAt', 'id'], ofBoth),
  source('careContacts', 'careContacts', ['plannedAt', 'id'], ofBoth),
  source('channelChoices', 'channelChoices', ['at', 'id'], ofMember),
  source('surveyAnswers', 'surveyAnswers', ['answeredAt', 'id'], ofBoth),
  source('posts', 'posts', ['postedAt', 'id'], ofBoth),
]

/** The columns to read of a source, with the table's name where two tables are joined. */
export function selectionOf({ table, join }: Source): string[] {
  if (!join) return [...HISTORY_COLUMNS[table]]
  const flights = new Set(['flightNo', 'day', 'origin', 'destination', 'delayMinutes'])
  return HISTORY_COLUMNS[table].map((name) => `${flights.has(name) ? 'flights' : 'bookings'}.${name}`)
}
