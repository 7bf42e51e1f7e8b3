import type { Selectable, Transaction } from 'kysely'
import type { CallEventTable, CallTable } from './tables/calls.ts'
import type { CaseEventTable, CaseTable, ClockSignalTable, ClockTable, FollowUpTable } from './tables/cases.ts'
import type { CaseCauseTable, CauseTreeTable } from './tables/causes.ts'
import type { CategoryTable, ChannelGroupTable, ChannelTable, DeskTable } from './tables/classes.ts'
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
  CustomerFeedbackTable,
  EvaluationFindingTable,
  EvaluationTable,
  GoalPointTable,
  GoalTable,
  ImprovementEventTable,
  ImprovementMeasureTable,
  ImprovementTable,
  ImprovementTraineeTable,
  LoopPrincipleTable,
  ProjectItemTable,
  ProjectTable,
  StaffDeedTable,
} from './tables/improvements.ts'
import type {
  ChannelCheckTable,
  ImportedCallTable,
  ImportedCaseTable,
  IntakeTable,
  PostLimitTable,
  PostTable,
} from './tables/intake.ts'
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
import type {
  CareChangeTable,
  CareContactTable,
  ChannelChoiceTable,
  MessageTable,
  MessageTemplateTable,
} from './tables/messages.ts'
import type { PatternAlertTable, PatternRunTable } from './tables/patterns.ts'
import type { PlanMilestoneTable, PlanTable } from './tables/plans.ts'
import type { CalendarVersionTable, PolicyDeedTable, PolicyVersionTable } from './tables/policies.ts'
import type { IssuedReportTable } from './tables/reports.ts'
import type {
  CaseReviewTable,
  CaseStudyTable,
  ReviewActionTable,
  ReviewAuditItemTable,
  ReviewAuditTable,
  ReviewFormTable,
} from './tables/reviews.ts'
import type {
  CaseNoticeTable,
  ClassingTable,
  ClassModelTable,
  ClassRuleSetTable,
  HandlerProfileTable,
  RoutingTable,
  SkillTable,
} from './tables/routing.ts'
import type { SubTaskTable } from './tables/subtasks.ts'
import type {
  SurveyAnswerTable,
  SurveyAttemptTable,
  SurveyFormTable,
  SurveyInvitationTable,
  SurveyRunTable,
  SurveySchemeTable,
} from './tables/surveys.ts'
import type { TrainingPersonTable, TrainingPlanTable, TrainingSessionTable, TrainingTable } from './tables/training.ts'

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
  intakes: IntakeTable
  importedCases: ImportedCaseTable
  importedCalls: ImportedCallTable
  posts: PostTable
  postLimits: PostLimitTable
  channelChecks: ChannelCheckTable
  patternAlerts: PatternAlertTable
  reviewForms: ReviewFormTable
  caseReviews: CaseReviewTable
  reviewActions: ReviewActionTable
  reviewAudits: ReviewAuditTable
  reviewAuditItems: ReviewAuditItemTable
  caseStudies: CaseStudyTable
  trainingPlans: TrainingPlanTable
  trainings: TrainingTable
  trainingSessions: TrainingSessionTable
  trainingPeople: TrainingPersonTable
  patternRuns: PatternRunTable
  surveyForms: SurveyFormTable
  surveySchemes: SurveySchemeTable
  surveyRuns: SurveyRunTable
  surveyInvitations: SurveyInvitationTable
  surveyAttempts: SurveyAttemptTable
  surveyAnswers: SurveyAnswerTable
  classRuleSets: ClassRuleSetTable
  classModels: ClassModelTable
  classings: ClassingTable
  handlerProfiles: HandlerProfileTable
  skills: SkillTable
  routings: RoutingTable
  caseNotices: CaseNoticeTable
  issuedReports: IssuedReportTable
  channelGroups: ChannelGroupTable
  channels: ChannelTable
  desks: DeskTable
  categories: CategoryTable
  improvements: ImprovementTable
  improvementMeasures: ImprovementMeasureTable
  improvementTrainees: ImprovementTraineeTable
  improvementEvents: ImprovementEventTable
  evaluations: EvaluationTable
  evaluationFindings: EvaluationFindingTable
  goals: GoalTable
  goalPoints: GoalPointTable
  projects: ProjectTable
  projectItems: ProjectItemTable
  customerFeedback: CustomerFeedbackTable
  loopPrinciples: LoopPrincipleTable
  staffDeeds: StaffDeedTable
  messageTemplates: MessageTemplateTable
  messages: MessageTable
  channelChoices: ChannelChoiceTable
  careContacts: CareContactTable
  careChanges: CareChangeTable
}

/** The only thing with a connection that a handler ever holds. */
export type Db = Transaction<Database>

export type Row<T extends keyof Database> = Selectable<Database[T]>
