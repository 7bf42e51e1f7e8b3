import type { Selectable, Transaction } from 'kysely'
import type { CallBackEndTable, CallConsultTable, CallEventTable, CallTable, CallWaitTable } from './tables/calls.ts'
import type {
  CareerLadderTable,
  CareerMoveTable,
  CertificateTable,
  CourseTable,
  DevelopmentStepTable,
  IncentiveTable,
  PostCourseTable,
  StaffAbilityTable,
  StaffActivityPersonTable,
  StaffActivityTable,
  StaffFileTable,
  StaffShiftTable,
} from './tables/careers.ts'
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
import type {
  ExamAnswerTable,
  ExamAttemptTable,
  ExamPaperTable,
  ExamPersonTable,
  ExamQuestionTable,
  ExamQuestionVersionTable,
  ExamResultTable,
  ExamTable,
} from './tables/exams.ts'
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
  ArticleGapTable,
  ArticleReadTable,
  ArticleTable,
  ArticleTallyTable,
  ArticleThankTable,
  ArticleTokenTable,
  ArticleUseTable,
} from './tables/knowledge.ts'
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
import type {
  CaseBusinessTable,
  CompanyTable,
  CompanyTravellerTable,
  MemberKinTable,
  MemberMergeTable,
  MemberOriginTable,
  MemberTypeTable,
  TargetGroupTable,
  TargetMemberTable,
  TargetRunTable,
  WishSourceTable,
  WishTable,
} from './tables/people.ts'
import type { PlanMilestoneTable, PlanTable } from './tables/plans.ts'
import type { CalendarVersionTable, PolicyDeedTable, PolicyVersionTable } from './tables/policies.ts'
import type {
  BulkItemTable,
  BulkRunTable,
  CaseOpeningTable,
  CaseReadTable,
  CaseSearchTable,
  CaseWordTable,
  MentionTable,
  SavedViewTable,
} from './tables/queue.ts'
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
import type {
  CommendationTable,
  ScorecardChangeTable,
  ScorecardRoundTable,
  ScorecardSchemeTable,
  ScorecardTable,
  TrainingRewardTable,
} from './tables/scorecards.ts'
import type {
  OptimisationRecordTable,
  OptimisationTable,
  QualityGroupTable,
  StandardResultTable,
  StandardTable,
} from './tables/standards.ts'
import type { SubTaskTable } from './tables/subtasks.ts'
import type {
  SurveyAnswerTable,
  SurveyAttemptTable,
  SurveyFormTable,
  SurveyInvitationTable,
  SurveyRunTable,
  SurveySchemeTable,
} from './tables/surveys.ts'
import type {
  DeskPresenceTable,
  FeedbackDigestTable,
  GuidanceTable,
  HandOverTable,
  MatterEntryTable,
  MatterPersonTable,
  MatterTable,
  MeetingPersonTable,
  MeetingTable,
  StrategyTable,
  TodoTable,
  WorkPlanItemTable,
  WorkPlanTable,
} from './tables/team-day.ts'
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
  callWaits: CallWaitTable
  callConsults: CallConsultTable
  callBackEnds: CallBackEndTable
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
  articles: ArticleTable
  articleTokens: ArticleTokenTable
  articleUses: ArticleUseTable
  articleTallies: ArticleTallyTable
  articleThanks: ArticleThankTable
  articleReads: ArticleReadTable
  articleGaps: ArticleGapTable
  deskPresence: DeskPresenceTable
  todos: TodoTable
  handOvers: HandOverTable
  meetings: MeetingTable
  meetingPeople: MeetingPersonTable
  matters: MatterTable
  matterPeople: MatterPersonTable
  matterEntries: MatterEntryTable
  workPlans: WorkPlanTable
  workPlanItems: WorkPlanItemTable
  strategies: StrategyTable
  guidance: GuidanceTable
  feedbackDigests: FeedbackDigestTable
  scorecardSchemes: ScorecardSchemeTable
  scorecardRounds: ScorecardRoundTable
  scorecards: ScorecardTable
  scorecardChanges: ScorecardChangeTable
  commendations: CommendationTable
  trainingRewards: TrainingRewardTable
  patternRuns: PatternRunTable
  standards: StandardTable
  standardResults: StandardResultTable
  qualityGroup: QualityGroupTable
  optimisations: OptimisationTable
  optimisationRecords: OptimisationRecordTable
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
  savedViews: SavedViewTable
  bulkRuns: BulkRunTable
  bulkItems: BulkItemTable
  caseReads: CaseReadTable
  mentions: MentionTable
  caseOpenings: CaseOpeningTable
  caseSearch: CaseSearchTable
  caseWords: CaseWordTable
  memberKin: MemberKinTable
  wishSources: WishSourceTable
  wishes: WishTable
  memberOrigins: MemberOriginTable
  memberTypes: MemberTypeTable
  memberMerges: MemberMergeTable
  targetGroups: TargetGroupTable
  targetRuns: TargetRunTable
  targetMembers: TargetMemberTable
  companies: CompanyTable
  companyTravellers: CompanyTravellerTable
  caseBusiness: CaseBusinessTable
  examQuestions: ExamQuestionTable
  examQuestionVersions: ExamQuestionVersionTable
  examPapers: ExamPaperTable
  exams: ExamTable
  examPeople: ExamPersonTable
  examAttempts: ExamAttemptTable
  examAnswers: ExamAnswerTable
  examResults: ExamResultTable
  careerLadders: CareerLadderTable
  staffFiles: StaffFileTable
  staffAbilities: StaffAbilityTable
  careerMoves: CareerMoveTable
  certificates: CertificateTable
  incentives: IncentiveTable
  developmentSteps: DevelopmentStepTable
  staffShifts: StaffShiftTable
  courses: CourseTable
  postCourses: PostCourseTable
  staffActivities: StaffActivityTable
  staffActivityPeople: StaffActivityPersonTable
}

/** The only thing with a connection that a handler ever holds. */
export type Db = Transaction<Database>

export type Row<T extends keyof Database> = Selectable<Database[T]>
