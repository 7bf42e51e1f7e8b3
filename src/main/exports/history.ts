import type { Row } from '../store/types.ts'
import type {
  CARE_COLUMNS,
  CHOICE_COLUMNS,
  EVIDENCE_COLUMNS,
  MESSAGE_COLUMNS,
  POST_COLUMNS,
  SURVEY_COLUMNS,
} from './desk-columns.ts'

type Flown = Pick<Row<'flights'>, 'flightNo' | 'day' | 'origin' | 'destination' | 'delayMinutes'>
type Booked = Pick<Row<'bookings'>, 'pnr' | 'ticketNo' | 'cabin' | 'seat' | 'status' | 'fareFen'>

/** A row of each exported table, with the columns that leave. */
export type HistoryRows = {
  contacts: Row<'memberContacts'>
  periods: Row<'memberPeriods'>
  tierChanges: Row<'tierChanges'>
  consents: Row<'consents'>
  bookings: Flown & Booked
  spends: Row<'spends'>
  calls: Row<'calls'>
  callEvents: Row<'callEvents'>
  callConsults: Row<'callConsults'>
  callWaits: Row<'callWaits'>
  cases: Row<'cases'>
  followUps: Row<'followUps'>
  caseEvents: Row<'caseEvents'>
  clocks: Row<'clocks'>
  evidence: Pick<Row<'evidence'>, (typeof EVIDENCE_COLUMNS)[number]>
  subTasks: Row<'subTasks'>
  caseCauses: Row<'caseCauses'>
  messages: Pick<Row<'messages'>, (typeof MESSAGE_COLUMNS)[number]>
  careContacts: Pick<Row<'careContacts'>, (typeof CARE_COLUMNS)[number]>
  channelChoices: Pick<Row<'channelChoices'>, (typeof CHOICE_COLUMNS)[number]>
  surveyAnswers: Pick<Row<'surveyAnswers'>, (typeof SURVEY_COLUMNS)[number]>
  posts: Pick<Row<'posts'>, (typeof POST_COLUMNS)[number]>
}
export type TableName = keyof HistoryRows

/** All tables of one member or one case, and the member's own row where there is one. */
export type History = { member: Row<'members'> | undefined } & { [T in TableName]: HistoryRows[T][] }
