import type { Selectable, Transaction } from 'kysely'
import type { BackupsTables } from './tables/backups.ts'
import type { CalibrationTables } from './tables/calibration.ts'
import type { CallsTables } from './tables/calls.ts'
import type { CareersTables } from './tables/careers.ts'
import type { CasesTables } from './tables/cases.ts'
import type { CausesTables } from './tables/causes.ts'
import type { ClassesTables } from './tables/classes.ts'
import type { CompensationTables } from './tables/compensation.ts'
import type { DeskTables } from './tables/desk.ts'
import type { EvidenceTables } from './tables/evidence.ts'
import type { ExamsTables } from './tables/exams.ts'
import type { ExportsTables } from './tables/exports.ts'
import type { FlightsTables } from './tables/flights.ts'
import type { ImprovementsTables } from './tables/improvements.ts'
import type { IntakeTables } from './tables/intake.ts'
import type { JourneysTables } from './tables/journeys.ts'
import type { KnowledgeTables } from './tables/knowledge.ts'
import type { LiabilityTables } from './tables/liability.ts'
import type { MacrosTables } from './tables/macros.ts'
import type { MembersTables } from './tables/members.ts'
import type { MessagesTables } from './tables/messages.ts'
import type { OutreachTables } from './tables/outreach.ts'
import type { PartnersTables } from './tables/partners.ts'
import type { PatternsTables } from './tables/patterns.ts'
import type { PeopleTables } from './tables/people.ts'
import type { PlansTables } from './tables/plans.ts'
import type { PoliciesTables } from './tables/policies.ts'
import type { ProductsTables } from './tables/products.ts'
import type { QueueTables } from './tables/queue.ts'
import type { ReportsTables } from './tables/reports.ts'
import type { ReviewsTables } from './tables/reviews.ts'
import type { RightsTables } from './tables/rights.ts'
import type { RoutingTables } from './tables/routing.ts'
import type { ScorecardsTables } from './tables/scorecards.ts'
import type { StandardsTables } from './tables/standards.ts'
import type { SubtasksTables } from './tables/subtasks.ts'
import type { SurveysTables } from './tables/surveys.ts'
import type { TeamDayTables } from './tables/team-day.ts'
import type { TrainingTables } from './tables/training.ts'
import type { TripsTables } from './tables/trips.ts'
import type { TrustTables } from './tables/trust.ts'

/**
 * Every table by its name; each file under `tables/` names its own. Rows are as the store holds them: instants are
 * milliseconds UTC, flags are 0 or 1, JSON is text; a test checks them against the live schema. An interface, because the compiler puts the parts of one
 * together once, and those of an intersection again and again.
 */
export interface Database
  extends BackupsTables,
    CalibrationTables,
    CallsTables,
    CareersTables,
    CasesTables,
    CausesTables,
    ClassesTables,
    CompensationTables,
    DeskTables,
    EvidenceTables,
    ExamsTables,
    ExportsTables,
    FlightsTables,
    ImprovementsTables,
    IntakeTables,
    JourneysTables,
    KnowledgeTables,
    LiabilityTables,
    MacrosTables,
    MembersTables,
    MessagesTables,
    OutreachTables,
    PartnersTables,
    PatternsTables,
    PeopleTables,
    PlansTables,
    PoliciesTables,
    ProductsTables,
    QueueTables,
    ReportsTables,
    ReviewsTables,
    RightsTables,
    RoutingTables,
    ScorecardsTables,
    StandardsTables,
    SubtasksTables,
    SurveysTables,
    TeamDayTables,
    TrainingTables,
    TripsTables,
    TrustTables {}

/** The only thing with a connection that a handler ever holds. */
export type Db = Transaction<Database>

export type Row<T extends keyof Database> = Selectable<Database[T]>
