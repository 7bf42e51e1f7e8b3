import type { Migration } from '../src/main/store/schema.ts'
import { desk } from './0010-desk.ts'
import { audit } from './0020-audit.ts'
import { policies } from './0030-policies.ts'
import { members } from './0040-members.ts'
import { flights } from './0050-flights.ts'
import { calls } from './0060-calls.ts'
import { cases } from './0070-cases.ts'
import { liability } from './0080-liability.ts'
import { plans } from './0090-plans.ts'
import { compensation } from './0100-compensation.ts'
import { evidence } from './0110-evidence.ts'
import { subTasks } from './0120-subtasks.ts'
import { causes } from './0130-causes.ts'
import { patterns } from './0140-patterns.ts'
import { policyVersions } from './0150-policy-versions.ts'
import { classes } from './0160-classes.ts'
import { intake } from './0170-intake.ts'
import { routing } from './0180-routing.ts'
import { surveys } from './0190-surveys.ts'
import { improvements } from './0200-improvements.ts'
import { reviews } from './0210-reviews.ts'
import { reports } from './0220-reports.ts'
import { messages } from './0230-messages.ts'
import { training } from './0240-training.ts'
import { knowledge } from './0250-knowledge.ts'
import { standards } from './0260-standards.ts'
import { teamDay } from './0270-team-day.ts'
import { callDesk } from './0280-call-desk.ts'
import { queue } from './0290-queue.ts'
import { people } from './0300-people.ts'
import { scorecards } from './0310-scorecards.ts'
import { examsAndCareers } from './0320-exams-careers.ts'
import { trips } from './0330-trips.ts'
import { journeys } from './0340-journeys.ts'
import { productsAndPartners } from './0350-products-partners.ts'
import { trust } from './0360-trust.ts'
import { exportCopies } from './0370-exports.ts'
import { rights } from './0380-rights.ts'
import { outreachAndPromises } from './0390-outreach-promises.ts'
import { exceptionalDays } from './0400-exceptional-days.ts'
import { calibration } from './0410-calibration.ts'
import { callTotals } from './0420-call-totals.ts'
import { macros } from './0430-macros.ts'
import { trainingNeeds } from './0440-training-needs.ts'
import { trainingMaterials } from './0450-training-materials.ts'
import { unfinishedExports } from './0460-unfinished-exports.ts'
import { macroNames } from './0470-macro-names.ts'
import { backups } from './0480-backups.ts'
import { whoWasTold } from './0490-who-was-told.ts'
import { memberScopes } from './0500-member-scopes.ts'
import { exportLimits } from './0510-export-limits.ts'
import { raisedWarnings } from './0520-raised-warnings.ts'
import { moreNotices } from './0530-more-notices.ts'
import { clockJumps } from './0540-clock-jumps.ts'
import { promisedClocks } from './0550-promised-clocks.ts'
import { supplierPatterns } from './0560-supplier-patterns.ts'
import { serviceTypes } from './0570-service-types.ts'
import { memberCreators } from './0580-member-creators.ts'
import { liablePartners } from './0590-liable-partners.ts'
import { messagesInTime } from './0600-messages-in-time.ts'

/** Every version of the schema, oldest first; a shipped one is never edited. */
export const migrations: readonly Migration[] = [
  desk,
  audit,
  policies,
  members,
  flights,
  calls,
  cases,
  liability,
  plans,
  compensation,
  evidence,
  subTasks,
  causes,
  patterns,
  policyVersions,
  classes,
  intake,
  routing,
  surveys,
  improvements,
  reviews,
  reports,
  messages,
  training,
  knowledge,
  standards,
  teamDay,
  callDesk,
  queue,
  people,
  scorecards,
  examsAndCareers,
  trips,
  journeys,
  productsAndPartners,
  trust,
  exportCopies,
  rights,
  outreachAndPromises,
  exceptionalDays,
  calibration,
  callTotals,
  macros,
  trainingNeeds,
  trainingMaterials,
  unfinishedExports,
  macroNames,
  backups,
  whoWasTold,
  memberScopes,
  exportLimits,
  raisedWarnings,
  moreNotices,
  clockJumps,
  promisedClocks,
  supplierPatterns,
  serviceTypes,
  memberCreators,
  liablePartners,
  messagesInTime,
]

/** The schema version this program writes. */
export const CURRENT_VERSION = migrations.at(-1)?.version ?? 0
