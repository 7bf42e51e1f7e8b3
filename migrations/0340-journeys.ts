import {
  by,
  byLater,
  flag,
  index,
  instant,
  integer,
  key,
  type Migration,
  oneOf,
  table,
  text,
} from '../src/main/store/schema.ts'

const dayLater = () => text({ nullable: true })
const trip = () => text({ references: 'trips' })
const CHANNELS = ['phone', 'sms', 'email', 'wechat', 'faceToFace', 'letter', 'social']

const before = [
  /** The checklist every trip begins with, by version; the shipped one is version 1. */
  table('journeyTemplates', {
    version: integer({ primary: true, min: 2 }),
    body: text(),
    reason: text(),
    savedAt: instant(),
    savedBy: by(),
  }),
  index('journeyTemplates', 'savedBy'),
  table('journeyItems', {
    id: key(),
    tripId: trip(),
    place: integer({ min: 1 }),
    kind: oneOf(['visa', 'insurance', 'baggage', 'itinerary', 'guide', 'other']),
    titleZh: text(),
    titleEn: text(),
    /** The template it came from; none for what was added to this trip alone. */
    templateVersion: integer({ nullable: true, min: 1 }),
    state: oneOf(['open', 'done', 'notNeeded']),
    note: text(),
    settledAt: instant({ nullable: true }),
    settledBy: byLater(),
  }),
  index('journeyItems', 'tripId', 'place'),
  index('journeyItems', 'settledBy'),
]

const during = [
  /** Who looks after the travellers where they are. */
  table('journeyServices', {
    id: key(),
    tripId: trip(),
    kind: oneOf(['hotel', 'transport', 'guide', 'meal', 'other']),
    name: text(),
    person: text(),
    contact: text(),
    fromDay: dayLater(),
    toDay: dayLater(),
    state: oneOf(['planned', 'running', 'trouble', 'done', 'cancelled']),
    remarks: text(),
    createdAt: instant(),
    createdBy: by(),
    changedAt: instant(),
    changedBy: by(),
  }),
  index('journeyServices', 'tripId', 'createdAt'),
  index('journeyServices', 'createdBy'),
  index('journeyServices', 'changedBy'),
  /** Contacts with the travellers: during the trip, and after it until they have answered. */
  table('journeyContacts', {
    id: key(),
    tripId: trip(),
    purpose: oneOf(['tracking', 'afterSales']),
    dueAt: instant(),
    ownerId: by(),
    state: oneOf(['planned', 'done', 'dropped']),
    plannedAt: instant(),
    plannedBy: by(),
    settledAt: instant({ nullable: true }),
    settledBy: byLater(),
    channel: oneOf(CHANNELS, { nullable: true }),
    isReached: flag(),
    result: text(),
  }),
  index('journeyContacts', 'tripId', 'dueAt'),
  index('journeyContacts', 'ownerId'),
  index('journeyContacts', 'plannedBy'),
  index('journeyContacts', 'settledBy'),
  table('journeyEmergencies', {
    id: key(),
    tripId: trip(),
    kind: oneOf(['medical', 'accident', 'disaster', 'security', 'documents', 'transport', 'other']),
    place: text(),
    what: text(),
    state: oneOf(['open', 'controlled', 'ended']),
    /** The plan and whom to call, as they stood when it began. */
    plan: text(),
    caseId: text({ nullable: true, references: 'cases' }),
    openedAt: instant(),
    openedBy: by(),
    endedAt: instant({ nullable: true }),
    endedBy: byLater(),
  }),
  index('journeyEmergencies', 'tripId', 'openedAt'),
  index('journeyEmergencies', 'caseId'),
  index('journeyEmergencies', 'openedBy'),
  index('journeyEmergencies', 'endedBy'),
  /** What was done in an emergency: when, by whom. */
  table(
    'journeyActions',
    {
      emergencyId: text({ references: 'journeyEmergencies' }),
      seq: integer({ min: 1 }),
      kind: oneOf(['opened', 'step', 'call', 'action', 'moved']),
      /** The step of the plan that was done. */
      step: integer({ nullable: true, min: 1 }),
      text: text(),
      at: instant(),
      actorId: by(),
    },
    ['emergencyId', 'seq'],
  ),
  index('journeyActions', 'actorId'),
]

const after = [
  /** What the customer gave for the trip as a whole, or for one who served on it. */
  table('journeyRatings', {
    /** The trip's own id, or the service's: each is rated once and may be corrected. */
    subjectId: key(),
    tripId: trip(),
    serviceId: text({ nullable: true, references: 'journeyServices' }),
    score: integer({ min: 1 }),
    text: text(),
    ratedAt: instant(),
    recordedBy: by(),
  }),
  index('journeyRatings', 'tripId'),
  index('journeyRatings', 'serviceId', 'ratedAt'),
  index('journeyRatings', 'ratedAt'),
  index('journeyRatings', 'recordedBy'),
]

export const journeys: Migration = { version: 340, name: 'journeys', steps: [...before, ...during, ...after] }
