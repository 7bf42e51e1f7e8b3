import {
  by,
  byLater,
  index,
  instant,
  integer,
  key,
  type Migration,
  oneOf,
  table,
  text,
  uniqueIndex,
} from '../src/main/store/schema.ts'

const dayLater = () => text({ nullable: true })
const fen = (options: { nullable?: boolean } = {}) => integer(options)
const CHANNELS = ['phone', 'web', 'shop', 'app', 'wechat', 'email', 'sms', 'letter']
const TRANSPORTS = ['plane', 'train', 'car', 'coach', 'ship']
const LODGINGS = ['economy', 'comfort', 'upscale', 'luxury']
const STAGES = ['enquiry', 'booking', 'confirmation', 'preTrip', 'inTrip', 'afterTrip']

const trip = () => text({ references: 'trips' })

const core = [
  table('trips', {
    id: key(),
    number: text({ unique: true }),
    memberId: text({ references: 'members' }),
    /** The enquiry it began with. */
    caseId: text({ nullable: true, references: 'cases' }),
    title: text(),
    stage: oneOf(STAGES),
    state: oneOf(['open', 'done', 'cancelled']),
    stageSince: instant(),
    ownerId: by(),
    channel: oneOf(CHANNELS),
    destination: text(),
    startsOn: dayLater(),
    endsOn: dayLater(),
    /** The number of its newest entry: what was changed meanwhile is a conflict. */
    lastSeq: integer({ min: 1 }),
    openedAt: instant(),
    openedBy: by(),
    closedAt: instant({ nullable: true }),
    closedBy: byLater(),
    closingNote: text(),
  }),
  index('trips', 'state', 'stage', 'stageSince', 'id'),
  index('trips', 'state', 'openedAt', 'id'),
  index('trips', 'memberId', 'openedAt'),
  index('trips', 'ownerId', 'state'),
  index('trips', 'state', 'startsOn'),
  index('trips', 'caseId'),
  index('trips', 'openedBy'),
  index('trips', 'closedBy'),
  /** Everything that happened to a trip, in order. */
  table(
    'tripEvents',
    { tripId: trip(), seq: integer({ min: 1 }), at: instant(), actorId: by(), action: text(), text: text() },
    ['tripId', 'seq'],
  ),
  index('tripEvents', 'actorId'),
]

const wanted = [
  /** What was asked before anything was booked: product, price, itinerary. */
  table('tripEnquiries', {
    id: key(),
    tripId: trip(),
    channel: oneOf(CHANNELS),
    askedAt: instant(),
    product: text(),
    price: text(),
    itinerary: text(),
    answer: text(),
    recordedAt: instant(),
    recordedBy: by(),
  }),
  index('tripEnquiries', 'tripId', 'askedAt'),
  index('tripEnquiries', 'recordedBy'),
  /** One contribution to the needs sheet; the sheet is what the newest words of all of them say. */
  table('tripNeeds', {
    id: key(),
    tripId: trip(),
    channel: oneOf(CHANNELS),
    saidAt: instant(),
    destination: text({ nullable: true }),
    startsOn: dayLater(),
    endsOn: dayLater(),
    lodging: oneOf(LODGINGS, { nullable: true }),
    transport: oneOf(TRANSPORTS, { nullable: true }),
    budgetFen: integer({ nullable: true, min: 0 }),
    travellers: integer({ nullable: true, min: 1 }),
    note: text(),
    recordedAt: instant(),
    recordedBy: by(),
  }),
  index('tripNeeds', 'tripId', 'saidAt'),
  index('tripNeeds', 'recordedBy'),
  table('tripProposals', {
    id: key(),
    tripId: trip(),
    version: integer({ min: 1 }),
    state: oneOf(['draft', 'offered', 'accepted', 'replaced']),
    /** Which feedback this version takes up. */
    basis: text(),
    /** What the budget was when it was made. */
    budgetFen: integer({ nullable: true, min: 0 }),
    createdAt: instant(),
    createdBy: by(),
    offeredAt: instant({ nullable: true }),
    offeredChannel: oneOf(CHANNELS, { nullable: true }),
    offeredBy: byLater(),
  }),
  uniqueIndex('tripProposals', 'tripId', 'version'),
  index('tripProposals', 'createdBy'),
  index('tripProposals', 'offeredBy'),
  table('tripOptions', {
    id: key(),
    proposalId: text({ references: 'tripProposals' }),
    place: integer({ min: 1 }),
    name: text(),
    sights: text(),
    stay: text(),
    transport: text(),
    meals: text(),
    priceFen: integer({ min: 0 }),
  }),
  uniqueIndex('tripOptions', 'proposalId', 'place'),
  /** What the customer said to a version of the proposal. */
  table('tripAnswers', {
    id: key(),
    tripId: trip(),
    proposalId: text({ references: 'tripProposals' }),
    optionId: text({ nullable: true, references: 'tripOptions' }),
    kind: oneOf(['accepted', 'feedback', 'declined']),
    channel: oneOf(CHANNELS),
    saidAt: instant(),
    text: text(),
    recordedAt: instant(),
    recordedBy: by(),
  }),
  index('tripAnswers', 'tripId', 'saidAt'),
  index('tripAnswers', 'proposalId'),
  index('tripAnswers', 'optionId'),
  index('tripAnswers', 'recordedBy'),
]

const arranged = [
  table('tripBookings', {
    id: key(),
    tripId: trip(),
    kind: oneOf(['hotel', 'ticket', 'transport', 'meal', 'guide', 'insurance', 'other']),
    title: text(),
    supplier: text(),
    /** The supplier's own number for it. */
    reference: text(),
    fromDay: dayLater(),
    toDay: dayLater(),
    priceFen: integer({ min: 0 }),
    state: oneOf(['requested', 'confirmed', 'changed', 'cancelled']),
    note: text(),
    createdAt: instant(),
    createdBy: by(),
    changedAt: instant(),
    changedBy: by(),
  }),
  index('tripBookings', 'tripId', 'createdAt'),
  index('tripBookings', 'createdBy'),
  index('tripBookings', 'changedBy'),
  table('tripPayments', {
    id: key(),
    tripId: trip(),
    kind: oneOf(['deposit', 'balance', 'refund']),
    method: oneOf(['cash', 'transfer', 'bankCard', 'wechatPay', 'alipay', 'other']),
    amountFen: integer({ min: 1 }),
    paidAt: instant(),
    takenBy: by(),
    reference: text(),
    recordedAt: instant(),
  }),
  index('tripPayments', 'tripId', 'paidAt'),
  index('tripPayments', 'takenBy'),
  table('tripChanges', {
    id: key(),
    tripId: trip(),
    origin: oneOf(['customer', 'supplier', 'desk', 'weather']),
    reason: text(),
    before: text(),
    after: text(),
    /** What the trip costs more; less when negative. */
    costFen: fen(),
    decidedAt: instant(),
    decidedBy: by(),
  }),
  index('tripChanges', 'tripId', 'decidedAt'),
  index('tripChanges', 'decidedBy'),
  /** What a customer must be told of a trip, by when, and the proof that it was. */
  table('tripNotices', {
    id: key(),
    tripId: trip(),
    kind: oneOf(['confirmation', 'change']),
    changeId: text({ nullable: true, references: 'tripChanges' }),
    text: text(),
    dueAt: instant(),
    createdAt: instant(),
    createdBy: by(),
    messageId: text({ nullable: true, references: 'messages' }),
    toldAt: instant({ nullable: true }),
    toldBy: byLater(),
    channel: oneOf(CHANNELS, { nullable: true }),
    proof: text(),
    answer: oneOf(['agreed', 'objected', 'asked'], { nullable: true }),
    answerText: text(),
    answeredAt: instant({ nullable: true }),
  }),
  index('tripNotices', 'tripId', 'createdAt'),
  index('tripNotices', 'changeId'),
  index('tripNotices', 'messageId'),
  index('tripNotices', 'createdBy'),
  index('tripNotices', 'toldBy'),
]

export const trips: Migration = { version: 330, name: 'trips', steps: [...core, ...wanted, ...arranged] }
