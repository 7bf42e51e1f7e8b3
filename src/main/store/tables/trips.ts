// A member's trip through its six stages: what is wanted, proposed, booked, paid, agreed, changed and told.

export type TripTable = {
  id: string
  number: string
  memberId: string
  caseId: string | null
  title: string
  stage: 'enquiry' | 'booking' | 'confirmation' | 'preTrip' | 'inTrip' | 'afterTrip'
  state: 'open' | 'done' | 'cancelled'
  stageSince: number
  ownerId: string
  channel: 'phone' | 'web' | 'shop' | 'app' | 'wechat' | 'email' | 'sms' | 'letter'
  destination: string
  startsOn: string | null
  endsOn: string | null
  lastSeq: number
  openedAt: number
  openedBy: string
  closedAt: number | null
  closedBy: string | null
  closingNote: string
}

export type TripEventTable = {
  tripId: string
  seq: number
  at: number
  actorId: string
  action: string
  text: string
}

export type TripEnquiryTable = {
  id: string
  tripId: string
  channel: 'phone' | 'web' | 'shop' | 'app' | 'wechat' | 'email' | 'sms' | 'letter'
  askedAt: number
  product: string
  price: string
  itinerary: string
  answer: string
  recordedAt: number
  recordedBy: string
}

export type TripNeedTable = {
  id: string
  tripId: string
  channel: 'phone' | 'web' | 'shop' | 'app' | 'wechat' | 'email' | 'sms' | 'letter'
  saidAt: number
  destination: string | null
  startsOn: string | null
  endsOn: string | null
  lodging: 'economy' | 'comfort' | 'upscale' | 'luxury' | null
  transport: 'plane' | 'train' | 'car' | 'coach' | 'ship' | null
  budgetFen: number | null
  travellers: number | null
  note: string
  recordedAt: number
  recordedBy: string
}

export type TripProposalTable = {
  id: string
  tripId: string
  version: number
  state: 'draft' | 'offered' | 'accepted' | 'replaced'
  basis: string
  budgetFen: number | null
  createdAt: number
  createdBy: string
  offeredAt: number | null
  offeredChannel: 'phone' | 'web' | 'shop' | 'app' | 'wechat' | 'email' | 'sms' | 'letter' | null
  offeredBy: string | null
}

export type TripOptionTable = {
  id: string
  proposalId: string
  place: number
  name: string
  sights: string
  stay: string
  transport: string
  meals: string
  priceFen: number
}

export type TripAnswerTable = {
  id: string
  tripId: string
  proposalId: string
  optionId: string | null
  kind: 'accepted' | 'feedback' | 'declined'
  channel: 'phone' | 'web' | 'shop' | 'app' | 'wechat' | 'email' | 'sms' | 'letter'
  saidAt: number
  text: string
  recordedAt: number
  recordedBy: string
}

export type TripBookingTable = {
  id: string
  tripId: string
  kind: 'hotel' | 'ticket' | 'transport' | 'meal' | 'guide' | 'insurance' | 'other'
  title: string
  supplier: string
  reference: string
  fromDay: string | null
  toDay: string | null
  priceFen: number
  state: 'requested' | 'confirmed' | 'changed' | 'cancelled'
  note: string
  createdAt: number
  createdBy: string
  changedAt: number
  changedBy: string
}

export type TripPaymentTable = {
  id: string
  tripId: string
  kind: 'deposit' | 'balance' | 'refund'
  method: 'cash' | 'transfer' | 'bankCard' | 'wechatPay' | 'alipay' | 'other'
  amountFen: number
  paidAt: number
  takenBy: string
  reference: string
  recordedAt: number
}

export type TripChangeTable = {
  id: string
  tripId: string
  origin: 'customer' | 'supplier' | 'desk' | 'weather'
  reason: string
  before: string
  after: string
  costFen: number
  decidedAt: number
  decidedBy: string
}

export type TripNoticeTable = {
  id: string
  tripId: string
  kind: 'confirmation' | 'change'
  changeId: string | null
  text: string
  dueAt: number
  createdAt: number
  createdBy: string
  messageId: string | null
  toldAt: number | null
  toldBy: string | null
  channel: 'phone' | 'web' | 'shop' | 'app' | 'wechat' | 'email' | 'sms' | 'letter' | null
  proof: string
  answer: 'agreed' | 'objected' | 'asked' | null
  answerText: string
  answeredAt: number | null
}

export type TripsTables = {
  trips: TripTable
  tripEvents: TripEventTable
  tripEnquiries: TripEnquiryTable
  tripNeeds: TripNeedTable
  tripProposals: TripProposalTable
  tripOptions: TripOptionTable
  tripAnswers: TripAnswerTable
  tripBookings: TripBookingTable
  tripPayments: TripPaymentTable
  tripChanges: TripChangeTable
  tripNotices: TripNoticeTable
}
