import { dropDraftsAbout, wordsOfDrafts } from '../drafts/drop.ts'
import { parts } from '../store/parts.ts'
import type { Database, Db, Row } from '../store/types.ts'
import { loosely } from './loosely.ts'

/** A table with rows that a text may be written about, and the column that names whose each row is. */
export type Written = { table: keyof Database; by: string }

type WithIdAnd<Name extends string> = {
  [T in keyof Database]: Row<T> extends { id: string } & { [N in Name]: string | null } ? T : never
}[keyof Database]

/** Names tables whose rows have an id and this column: a list with another does not compile. */
const by = <Name extends string>(name: Name, ...tables: WithIdAnd<Name>[]) =>
  tables.map((table): Written => ({ table, by: name }))

/** What a text about a member may have been written about: wishes, requests, promises, and all else that has an id. */
export const WRITTEN_OF_MEMBER: readonly Written[] = [
  ...by('memberId', 'wishes', 'wishSources', 'rightsRequests', 'memberLimits', 'legalHolds', 'authorisations'),
  ...by('memberId', 'memberContacts', 'memberKin', 'notices', 'tierChanges', 'consents', 'partnerConsents'),
  ...by('memberId', 'partnerShares', 'companyTravellers', 'bookings', 'spends', 'channelChoices', 'followUps'),
  ...by('memberId', 'careContacts', 'messages', 'surveyInvitations', 'surveyAnswers', 'posts', 'articleUses'),
  ...by('memberId', 'todos', 'compensations', 'exports'),
  ...by('winnerId', 'memberMerges'),
  ...by('loserId', 'memberMerges'),
]

/** The same of a case. */
export const WRITTEN_OF_CASE: readonly Written[] = [
  ...by('caseId', 'clocks', 'followUps', 'liabilities', 'liabilityMeasures', 'plans', 'compensations'),
  ...by('caseId', 'compensationLosses', 'evidence', 'subTasks', 'posts', 'routings', 'caseNotices'),
  ...by('caseId', 'surveyInvitations', 'surveyAnswers', 'staffDeeds', 'caseReviews', 'reviewAuditItems'),
  ...by('caseId', 'caseStudies', 'careContacts', 'messages', 'articleUses', 'todos', 'guidance', 'serviceRatings'),
  ...by('caseId', 'authorisations', 'legalHolds', 'deskNotices', 'calibrationSubjects', 'macroRuns'),
  ...by('caseId', 'journeyEmergencies'),
]

/** The same of a call. */
export const WRITTEN_OF_CALL: readonly Written[] = [
  ...by('callId', 'followUps', 'surveyInvitations', 'surveyAnswers', 'caseReviews', 'reviewAuditItems'),
  ...by('callId', 'articleUses', 'callWaits', 'callConsults', 'calibrationSubjects', 'wishSources'),
  ...by('fromId', 'callWaits'),
]

/** The same of a trip. */
export const WRITTEN_OF_TRIP: readonly Written[] = [
  ...by('tripId', 'tripEnquiries', 'tripNeeds', 'tripProposals', 'tripAnswers', 'tripBookings', 'tripPayments'),
  ...by('tripId', 'tripChanges', 'tripNotices', 'journeyItems', 'journeyServices', 'journeyContacts'),
  ...by('tripId', 'journeyEmergencies'),
]

/** Removes every kept text about some owners, by their ids or by other `names` of theirs, or about anything of theirs. */
export async function dropWritten(
  db: Db,
  written: readonly Written[],
  owners: readonly string[],
  names: readonly string[] = [],
): Promise<void> {
  const words = await wordsOfDrafts(db)
  if (words.length === 0 || owners.length === 0) return
  const whose = new Set(owners)
  const about = [...owners, ...names]
  // Asked by the words of the drafts, which are few: an owner may have thousands of rows.
  for (const { table, by: column } of written)
    for (const some of parts(words)) {
      const rows = await loosely(db).selectFrom(table).select(['id', column]).where('id', 'in', some).execute()
      for (const row of rows) if (whose.has(String(row[column]))) about.push(String(row.id))
    }
  await dropDraftsAbout(db, about)
}
