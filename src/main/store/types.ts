import type { Selectable, Transaction } from 'kysely'
import type { CallEventTable, CallTable } from './tables/calls.ts'
import type { CaseEventTable, CaseTable, ClockSignalTable, ClockTable, FollowUpTable } from './tables/cases.ts'
import type { CaseCauseTable, CauseTreeTable } from './tables/causes.ts'
import type {
  CompensationBudgetTable,
  CompensationCostTable,
  CompensationLossTable,
  CompensationTable,
} from './tables/compensation.ts'
import type {
  AuditTable,
  CalendarTable,
  CheckpointTable,
  DraftTable,
  ExportTable,
  KeyringTable,
  MetaTable,
  NumberSeriesTable,
  PolicyTable,
  SettingsTable,
  SigningKeyTable,
  UserTable,
} from './tables/desk.ts'
import type { EvidenceChunkTable, EvidenceTable } from './tables/evidence.ts'
import type { BookingTable, FlightTable, SpendTable } from './tables/flights.ts'
import type {
  LiabilityGroundTable,
  LiabilityMeasureTable,
  LiabilityShareTable,
  LiabilityTable,
} from './tables/liability.ts'
import type {
  ConsentTable,
  ImportChangeTable,
  ImportTable,
  MemberContactTable,
  MemberPeriodTable,
  MemberTable,
  NoticeTable,
  TierChangeTable,
  TierRunTable,
} from './tables/members.ts'
import type { PatternAlertTable, PatternRunTable } from './tables/patterns.ts'
import type { PlanMilestoneTable, PlanTable } from './tables/plans.ts'
import type { CalendarVersionTable, PolicyDeedTable, PolicyVersionTable } from './tables/policies.ts'
import type { SubTaskTable } from './tables/subtasks.ts'

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
  policyVersions: PolicyVersionTable
  policyDeeds: PolicyDeedTable
  calendarVersions: CalendarVersionTable
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
  liabilities: LiabilityTable
  liabilityShares: LiabilityShareTable
  liabilityGrounds: LiabilityGroundTable
  liabilityMeasures: LiabilityMeasureTable
  plans: PlanTable
  planMilestones: PlanMilestoneTable
  compensations: CompensationTable
  compensationLosses: CompensationLossTable
  compensationBudgets: CompensationBudgetTable
  compensationCosts: CompensationCostTable
  evidence: EvidenceTable
  evidenceChunks: EvidenceChunkTable
  subTasks: SubTaskTable
  causeTrees: CauseTreeTable
  caseCauses: CaseCauseTable
  patternAlerts: PatternAlertTable
  patternRuns: PatternRunTable
}

/** The only thing with a connection that a handler ever holds. */
export type Db = Transaction<Database>

export type Row<T extends keyof Database> = Selectable<Database[T]>
