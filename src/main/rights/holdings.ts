import type { Database, Row } from '../store/types.ts'

/** What takes the place of a text that says something about a person. */
export const ERASED = '***'

/**
 * A table that holds personal data: by which column the person, case or call is found, and what happens to the rows at
 * an erasure. `texts` are written over, `blanks` emptied, `nulls` taken away, `json` kept in form without its words.
 */
export type Holding = {
  table: keyof Database
  by: string
  texts: readonly string[]
  blanks: readonly string[]
  nulls: readonly string[]
  json: readonly string[]
  isRemoved: boolean
}

type Col<T extends keyof Database> = keyof Row<T> & string
type Shape<T extends keyof Database> = {
  texts?: readonly Col<T>[]
  blanks?: readonly Col<T>[]
  nulls?: readonly Col<T>[]
  json?: readonly Col<T>[]
}

const NOTHING = { texts: [], blanks: [], nulls: [], json: [] } as const

/** Names columns that exist: a list with another word does not compile. */
const over = <T extends keyof Database>(table: T, by: Col<T>, shape: Shape<T>): Holding => ({
  ...NOTHING,
  ...shape,
  table,
  by,
  isRemoved: false,
})
const removed = <T extends keyof Database>(table: T, by: Col<T>): Holding => ({
  ...NOTHING,
  table,
  by,
  isRemoved: true,
})

/** What is held by member; the member's own row and the words of consent are treated apart. */
export const OF_MEMBER: readonly Holding[] = [
  removed('memberContacts', 'memberId'),
  removed('notices', 'memberId'),
  removed('importChanges', 'memberId'),
  removed('wishes', 'memberId'),
  removed('memberKin', 'memberId'),
  removed('memberTypes', 'memberId'),
  removed('memberOrigins', 'memberId'),
  removed('targetMembers', 'memberId'),
  removed('companyTravellers', 'memberId'),
  over('wishSources', 'memberId', { texts: ['note'] }),
  over('tierChanges', 'memberId', { json: ['reason'] }),
  over('bookings', 'memberId', { texts: ['pnr'], nulls: ['ticketNo', 'seat'] }),
  over('spends', 'memberId', { texts: ['description'] }),
  over('channelChoices', 'memberId', { texts: ['source'] }),
  over('followUps', 'memberId', { texts: ['text'], nulls: ['outcome'] }),
  over('careContacts', 'memberId', { texts: ['reason'], blanks: ['result', 'needs', 'opinions', 'effectText'] }),
  over('messages', 'memberId', {
    texts: ['personName', 'address', 'subject', 'body'],
    blanks: ['reference', 'replyText', 'failReason', 'checkNote'],
    json: ['fields'],
  }),
  over('surveyInvitations', 'memberId', { texts: ['person'] }),
  over('surveyAnswers', 'memberId', { blanks: ['comment', 'decisionNote'], json: ['body'] }),
  over('posts', 'memberId', { texts: ['author', 'text'], nulls: ['link', 'answer', 'dismissed'] }),
  over('articleUses', 'memberId', { blanks: ['reason'] }),
  over('caseBusiness', 'travellerId', { texts: ['travellerName'] }),
  over('memberMerges', 'loserId', { texts: ['reason', 'undoReason'], json: ['grounds'] }),
  over('memberMerges', 'winnerId', { texts: ['reason', 'undoReason'], json: ['grounds'] }),
  over('todos', 'memberId', { texts: ['title'], blanks: ['detail'] }),
  over('trips', 'memberId', { texts: ['title', 'destination'], blanks: ['closingNote'] }),
  over('exports', 'memberId', { texts: ['requester', 'fileName'] }),
]

/** Held by member without words about the person: figures, keys and words of consent, which prove what was allowed. */
export const FIGURES_OF_MEMBER: readonly (keyof Database)[] = [
  ...(['memberPeriods', 'consents', 'compensations', 'partnerConsents', 'partnerShares'] as const),
  ...(['leakMembers', 'campaignSkips'] as const),
]

/** What is held by case. */
export const OF_CASE: readonly Holding[] = [
  over('cases', 'id', {
    texts: ['contactName', 'contactPhone', 'title', 'content', 'reason', 'demand'],
    blanks: ['contactDigits'],
    nulls: ['ticketNo', 'pnr', 'baggageTag', 'staffConcerned', 'anonymousReason'],
  }),
  over('caseEvents', 'caseId', { json: ['data'] }),
  over('followUps', 'caseId', { texts: ['text'], nulls: ['outcome'] }),
  over('liabilities', 'caseId', {
    texts: ['facts', 'basis', 'evidence'],
    nulls: ['reason', 'reviewNote', 'opinionText'],
  }),
  over('liabilityMeasures', 'caseId', { texts: ['text'], nulls: ['doneText', 'verifiedText'] }),
  over('plans', 'caseId', {
    texts: ['cause', 'demand', 'direction', 'communication'],
    json: ['measures'],
    nulls: ['reason', 'decision', 'evidence'],
  }),
  over('compensations', 'caseId', {
    texts: ['description', 'reason'],
    nulls: ['decision', 'consentText', 'evidence', 'effectText'],
  }),
  over('compensationLosses', 'caseId', { texts: ['name', 'evidence'] }),
  over('evidence', 'caseId', { texts: ['name'], blanks: ['note', 'sha256', 'sealedKey'], nulls: ['withdrawReason'] }),
  over('subTasks', 'caseId', { texts: ['question'], nulls: ['answer', 'reason'] }),
  over('caseCauses', 'caseId', { texts: ['text'] }),
  over('posts', 'caseId', { texts: ['author', 'text'], nulls: ['link', 'answer', 'dismissed'] }),
  over('caseNotices', 'caseId', { texts: ['text'], nulls: ['answer'] }),
  over('surveyInvitations', 'caseId', { texts: ['person'] }),
  over('surveyAnswers', 'caseId', { blanks: ['comment', 'decisionNote'], json: ['body'] }),
  over('careContacts', 'caseId', { texts: ['reason'], blanks: ['result', 'needs', 'opinions', 'effectText'] }),
  over('messages', 'caseId', {
    texts: ['personName', 'address', 'subject', 'body'],
    blanks: ['reference', 'replyText', 'failReason', 'checkNote'],
    json: ['fields'],
  }),
  over('caseBusiness', 'caseId', { texts: ['travellerName', 'orderNo'] }),
  over('articleUses', 'caseId', { blanks: ['reason'] }),
  over('serviceRatings', 'caseId', { blanks: ['remark'] }),
  over('todos', 'caseId', { texts: ['title'], blanks: ['detail'] }),
]

/** What is held by trip of a member. */
export const OF_TRIP: readonly Holding[] = [
  over('tripEvents', 'tripId', { blanks: ['text'] }),
  over('tripEnquiries', 'tripId', { blanks: ['product', 'itinerary', 'answer'] }),
  over('tripNeeds', 'tripId', { nulls: ['destination'], blanks: ['note'] }),
  over('tripProposals', 'tripId', { json: ['basis'] }),
  over('tripAnswers', 'tripId', { blanks: ['text'] }),
  over('tripBookings', 'tripId', { texts: ['title'], blanks: ['reference', 'note'] }),
  over('tripPayments', 'tripId', { blanks: ['reference'] }),
  over('tripChanges', 'tripId', { texts: ['reason'], json: ['before', 'after'] }),
  over('tripNotices', 'tripId', { texts: ['text'], blanks: ['proof', 'answerText'] }),
  over('journeyItems', 'tripId', { blanks: ['note'] }),
  over('journeyServices', 'tripId', { blanks: ['remarks', 'contact'] }),
  over('journeyContacts', 'tripId', { blanks: ['result'] }),
  over('journeyEmergencies', 'tripId', { texts: ['place', 'what'], json: ['plan'] }),
  over('journeyRatings', 'tripId', { blanks: ['text'] }),
]

/** Held by case or call without words about the customer: clocks, classes, routes and what colleagues did with it. */
export const FIGURES_OF_CASE: readonly (keyof Database)[] = [
  'clocks',
  'classings',
  'routings',
  'importedCases',
  'staffDeeds',
  'caseReviews',
  'reviewAuditItems',
  'caseStudies',
  'bulkItems',
  'macroRuns',
  'caseReads',
  'mentions',
  'caseOpenings',
  'caseSearch',
  'authorisations',
  'calibrationSubjects',
  'casePartners',
  'deskNotices',
  'guidance',
  'importedCalls',
]

/** What is held by call. */
export const OF_CALL: readonly Holding[] = [
  over('calls', 'id', { texts: ['phone', 'question', 'process', 'result'], nulls: ['callerName'] }),
  over('callEvents', 'callId', { json: ['data'] }),
  over('callConsults', 'callId', { texts: ['question'], blanks: ['answer'] }),
  over('callWaits', 'callId', { texts: ['phone'], blanks: ['note'] }),
  over('followUps', 'callId', { texts: ['text'], nulls: ['outcome'] }),
  over('surveyAnswers', 'callId', { blanks: ['comment', 'decisionNote'], json: ['body'] }),
  over('surveyInvitations', 'callId', { texts: ['person'] }),
]
