import type { Generated, Selectable, Transaction } from 'kysely'

/** Rows as the store holds them: instants are milliseconds UTC, flags are 0 or 1, JSON is text. Checked against the live schema by a test. */
export type Database = {
  meta: MetaTable
  settings: SettingsTable
  keyring: KeyringTable
  users: UserTable
  numberSeries: NumberSeriesTable
  audit: AuditTable
  checkpoints: CheckpointTable
  signingKeys: SigningKeyTable
  exports: ExportTable
  policies: PolicyTable
  calendars: CalendarTable
  members: MemberTable
  memberContacts: MemberContactTable
  memberPeriods: MemberPeriodTable
  tierRuns: TierRunTable
  tierChanges: TierChangeTable
  notices: NoticeTable
  imports: ImportTable
  importChanges: ImportChangeTable
  consents: ConsentTable
  flights: FlightTable
  bookings: BookingTable
  spends: SpendTable
  calls: CallTable
  callEvents: CallEventTable
  drafts: DraftTable
  cases: CaseTable
  caseEvents: CaseEventTable
  clocks: ClockTable
  clockSignals: ClockSignalTable
  followUps: FollowUpTable
}

/** The only thing with a connection that a handler ever holds. */
export type Db = Transaction<Database>

export type Row<T extends keyof Database> = Selectable<Database[T]>

type Flag = 0 | 1

type MetaTable = {
  key: string
  value: string
}

type SettingsTable = {
  key: string
  value: string
}

type KeyringTable = {
  id: number
  body: string
}

type UserTable = {
  id: string
  login: string
  name: string
  role: 'agent' | 'lead' | 'manager' | 'admin'
  status: 'active' | 'disabled'
  leadId: string | null
  mustChangePassword: Generated<Flag>
  createdAt: number
  lastSignInAt: number | null
}

type NumberSeriesTable = {
  kind: string
  day: string
  last: number
}

type AuditTable = {
  seq: number
  at: number
  actorId: string
  call: string
  outcome: 'done' | 'refused'
  memberId: string | null
  caseId: string | null
  body: string
  hash: string
}

type CheckpointTable = {
  seq: number
  at: number
  keyId: string
  note: string
  signature: string
}

type SigningKeyTable = {
  id: string
  publicKey: string
  sealedSecret: string
  createdAt: number
}

type ExportTable = {
  id: string
  at: number
  actorId: string
  memberId: string | null
  purpose: string
  requester: string
  fileName: string
  rows: number
  sha256: string
  head: string
}

type PolicyTable = {
  id: string
  pack: string
  kind: 'tiers' | 'targets' | 'workflow'
  version: number
  effectiveFrom: number
  body: string
  createdAt: number
  createdBy: string | null
}

type CalendarTable = {
  id: string
  body: string
  updatedAt: number
}

type MemberTable = {
  id: string
  cardNo: string
  name: string
  namePinyin: string
  nameInitials: string
  nameOther: string
  gender: 'female' | 'male' | 'unknown'
  birthDate: string | null
  language: string
  title: string
  mobile: string | null
  mobileBackwards: string | null
  email: string | null
  wechat: string | null
  documentType: string | null
  documentNo: string | null
  documentBackwards: string | null
  province: string | null
  city: string | null
  level: string | null
  tier: 'diamond' | 'platinum' | 'gold' | 'silver' | 'none'
  tierSince: number | null
  tierUntil: number | null
  vipReason: string | null
  vipSince: number | null
  preferences: string
  careNotes: string
  status: 'active' | 'left'
  enrolledOn: string | null
  leftOn: string | null
  verifiedAt: number | null
  createdAt: number
  updatedAt: number
}

type MemberContactTable = {
  id: string
  memberId: string
  kind: 'mobile' | 'home' | 'office' | 'email' | 'wechat' | 'assistant' | 'family'
  value: string
  normalized: string
  label: string
  maySpeak: Generated<Flag>
}

type MemberPeriodTable = {
  memberId: string
  period: string
  distanceKm: number
  segments: number
  spendFen: number
  partnerSpendFen: number
  points: number
}

type TierRunTable = {
  id: string
  at: number
  actorId: string
  policyId: string
  rated: number
  changed: number
}

type TierChangeTable = {
  id: string
  memberId: string
  runId: string | null
  at: number
  fromTier: 'diamond' | 'platinum' | 'gold' | 'silver' | 'none'
  toTier: 'diamond' | 'platinum' | 'gold' | 'silver' | 'none'
  change: 'upgrade' | 'retain' | 'downgrade' | 'entry' | 'manual'
  reason: string
  policyId: string | null
  validUntil: number | null
  actorId: string
}

type NoticeTable = {
  id: string
  memberId: string
  kind: 'upgrade' | 'retain' | 'downgrade'
  text: string
  createdAt: number
  toldAt: number | null
  toldBy: string | null
}

type ImportTable = {
  id: string
  kind: 'members'
  at: number
  actorId: string
  fileName: string
  fileSha256: string
  mapping: string
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: number
}

type ImportChangeTable = {
  importId: string
  row: number
  memberId: string
  kind: 'created' | 'updated'
  fields: string
}

type ConsentTable = {
  id: string
  memberId: string
  purpose: string
  given: Flag
  at: number
  actorId: string
  channel: string
}

type FlightTable = {
  id: string
  flightNo: string
  day: string
  origin: string
  destination: string
  departsAt: number
  arrivesAt: number
  status: 'scheduled' | 'departed' | 'arrived' | 'delayed' | 'cancelled' | 'diverted'
  delayMinutes: number
  distanceKm: number
}

type BookingTable = {
  id: string
  memberId: string
  flightId: string
  pnr: string
  ticketNo: string | null
  cabin: string
  seat: string | null
  status: 'booked' | 'flown' | 'cancelled' | 'noShow'
  fareFen: number
}

type SpendTable = {
  id: string
  memberId: string
  at: number
  kind: 'own' | 'partner'
  description: string
  amountFen: number
}

type CallTable = {
  id: string
  number: string
  direction: 'inbound' | 'outbound'
  state: 'ringing' | 'talking' | 'held' | 'wrapUp' | 'done' | 'missed' | 'abandoned'
  memberId: string | null
  phone: string
  callerName: string | null
  agentId: string | null
  startedAt: number
  answeredAt: number | null
  endedAt: number | null
  wrapUpEndedAt: number | null
  heldSince: number | null
  rings: number
  waitMs: number
  talkMs: number
  holdMs: number
  wrapUpMs: number
  maxRings: number | null
  isInTime: Flag | null
  greeting: string | null
  question: string
  process: string
  result: string
  resultCode: string | null
  callBackOf: string | null
}

type CallEventTable = {
  callId: string
  seq: number
  at: number
  actorId: string
  kind: string
  data: string
}

type DraftTable = {
  userId: string
  kind: string
  subject: string
  body: string
  savedAt: number
}

type CaseTable = {
  id: string
  number: string
  kind: 'enquiry' | 'complaint' | 'suggestion' | 'service'
  state: string
  isOpen: Flag
  round: number
  memberId: string | null
  tierAtOpening: string
  contactName: string
  contactPhone: string
  contactDigits: string
  anonymousReason: string | null
  channel: string
  isRestricted: Flag
  category: string
  contentClass: string
  severity: 'general' | 'major' | 'urgent'
  objectClass: string
  department: string
  timeClass: string
  urgency: string
  importance: string
  priority: 'p1' | 'p2' | 'p3' | 'p4'
  title: string
  content: string
  reason: string
  demand: string
  serviceType: string | null
  flightId: string | null
  flightNo: string | null
  flightDay: string | null
  route: string | null
  ticketNo: string | null
  pnr: string | null
  baggageTag: string | null
  staffConcerned: string | null
  callId: string | null
  ownerId: string | null
  isComplex: Flag
  receivedAt: number
  registeredAt: number
  registeredBy: string
  closedAt: number | null
  workflowPolicyId: string
  targetPolicyId: string
  relatedCaseId: string | null
  transfers: number
  escalation: number
  nextDueAt: number | null
  nextClock: string | null
  queueAt: number
  lastSeq: number
  updatedAt: number
}

type CaseEventTable = {
  caseId: string
  seq: number
  at: number
  recordedAt: number
  actorId: string
  kind: string
  fromState: string | null
  toState: string | null
  data: string
}

type ClockTable = {
  id: string
  caseId: string
  kind: 'answer' | 'respond' | 'confirm' | 'resolve' | 'reply' | 'legal'
  round: number
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled'
  ruleId: string
  calendarId: string
  startedAt: number
  dueAt: number
  isProvisional: Flag
  pausedAt: number | null
  stoppedAt: number | null
  breachedAt: number | null
  warnedPercent: number
  nextCheckAt: number | null
  warnsAfter: Flag
  body: string
}

type ClockSignalTable = {
  clockId: string
  percent: number
  caseId: string
  at: number
  recordedAt: number
}

type FollowUpTable = {
  id: string
  caseId: string | null
  callId: string | null
  memberId: string | null
  ownerId: string
  kind: Generated<'own' | 'answer' | 'chase' | 'callback'>
  dueAt: number
  text: string
  createdAt: number
  doneAt: number | null
  outcome: string | null
}
