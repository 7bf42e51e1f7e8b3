import { aboutTexts } from '../about/texts.ts'
import { auditTexts } from '../audit/texts.ts'
import { callDeskTexts } from '../calls/desk-texts.ts'
import { callsTexts } from '../calls/texts.ts'
import { careersTexts } from '../careers/texts.ts'
import { queueTexts } from '../cases/queue/texts.ts'
import { casesTexts } from '../cases/texts.ts'
import { causesTexts } from '../causes/texts.ts'
import { classesTexts } from '../classes/texts.ts'
import { compensationTexts } from '../compensation/texts.ts'
import { deskClockTexts } from '../deskclock/texts.ts'
import { draftsTexts } from '../drafts/texts.ts'
import { evidenceTexts } from '../evidence/texts.ts'
import { examsTexts } from '../exams/texts.ts'
import { backupsTexts } from '../exports/backup-texts.ts'
import { exportsTexts } from '../exports/texts.ts'
import { unfinishedExportsTexts } from '../exports/unfinished-texts.ts'
import { floorTexts } from '../floor/texts.ts'
import { guideTexts } from '../guide/texts.ts'
import { importsTexts } from '../imports/texts.ts'
import { evaluationsTexts } from '../improvements/evaluations-texts.ts'
import { loopTexts } from '../improvements/loop-texts.ts'
import { improvementsTexts } from '../improvements/texts.ts'
import { journeysTexts } from '../journeys/texts.ts'
import { knowledgeTexts } from '../knowledge/texts.ts'
import { liabilityTexts } from '../liability/texts.ts'
import { macrosTexts } from '../macros/texts.ts'
import { companyTexts } from '../members/companies/texts.ts'
import { gatheringTexts } from '../members/gathering-texts.ts'
import { peopleTexts } from '../members/people-texts.ts'
import { membersTexts } from '../members/texts.ts'
import { careTexts } from '../messages/care/texts.ts'
import { messagesTexts } from '../messages/texts.ts'
import { outreachTexts } from '../outreach/texts.ts'
import { partnersTexts } from '../partners/texts.ts'
import { patternsTexts } from '../patterns/texts.ts'
import { plansTexts } from '../plans/texts.ts'
import { tariffTexts } from '../policies/tariff/texts.ts'
import { policiesTexts } from '../policies/texts.ts'
import { postsTexts } from '../posts/texts.ts'
import { productsTexts } from '../products/texts.ts'
import { promisesTexts } from '../promises/texts.ts'
import { analysisTexts } from '../reports/analysis-texts.ts'
import { exceptionalTexts } from '../reports/exceptional/texts.ts'
import { reportsTexts } from '../reports/texts.ts'
import { calibrationTexts } from '../reviews/calibration/texts.ts'
import { reviewsTexts } from '../reviews/texts.ts'
import { rightsTexts } from '../rights/texts.ts'
import { routingTexts } from '../routing/texts.ts'
import { scorecardsTexts } from '../scorecards/texts.ts'
import { searchTexts } from '../search/texts.ts'
import { personalTexts } from '../settings/personal-texts.ts'
import { settingsTexts } from '../settings/texts.ts'
import { qualityGroupTexts } from '../standards/group-texts.ts'
import { optimiseTexts } from '../standards/optimise-texts.ts'
import { standardsTexts } from '../standards/texts.ts'
import { subTasksTexts } from '../subtasks/texts.ts'
import { surveysTexts } from '../surveys/texts.ts'
import { tiersTexts } from '../tiers/texts.ts'
import { meetingsTexts } from '../todos/meetings/texts.ts'
import { todosTexts } from '../todos/texts.ts'
import { trainingTexts } from '../training/texts.ts'
import { tripsTexts } from '../trips/texts.ts'
import { accessTexts } from '../trust/access-texts.ts'
import { keysTexts } from '../trust/key-texts.ts'
import { leaksTexts } from '../trust/leaks/texts.ts'
import { trustTexts } from '../trust/texts.ts'
import { usersTexts } from '../users/texts.ts'
import { workflowTexts } from '../workflow/texts.ts'
import type { TextPair } from './define.ts'
import { firstTexts } from './first-texts.ts'

/** THE list of features' texts: one line per feature, named as `useT` will name it. */
export const texts = {
  ...firstTexts,
  calls: callsTexts,
  callDesk: callDeskTexts,
  cases: casesTexts,
  queue: queueTexts,
  guide: guideTexts,
  macros: macrosTexts,
  members: membersTexts,
  people: peopleTexts,
  calibration: calibrationTexts,
  companyTracking: companyTexts,
  exceptional: exceptionalTexts,
  gathering: gatheringTexts,
  tiers: tiersTexts,
  policies: policiesTexts,
  tariff: tariffTexts,
  imports: importsTexts,
  drafts: draftsTexts,
  evidence: evidenceTexts,
  subTasks: subTasksTexts,
  causes: causesTexts,
  messages: messagesTexts,
  care: careTexts,
  patterns: patternsTexts,
  routing: routingTexts,
  posts: postsTexts,
  reviews: reviewsTexts,
  scorecards: scorecardsTexts,
  training: trainingTexts,
  exams: examsTexts,
  careers: careersTexts,
  products: productsTexts,
  partners: partnersTexts,
  journeys: journeysTexts,
  liability: liabilityTexts,
  knowledge: knowledgeTexts,
  plans: plansTexts,
  promises: promisesTexts,
  outreach: outreachTexts,
  compensation: compensationTexts,
  surveys: surveysTexts,
  improvements: improvementsTexts,
  evaluations: evaluationsTexts,
  loop: loopTexts,
  standards: standardsTexts,
  optimise: optimiseTexts,
  qualityGroup: qualityGroupTexts,
  access: accessTexts,
  trust: trustTexts,
  keys: keysTexts,
  leaks: leaksTexts,
  classes: classesTexts,
  reports: reportsTexts,
  analysis: analysisTexts,
  floor: floorTexts,
  todos: todosTexts,
  meetings: meetingsTexts,
  trips: tripsTexts,
  search: searchTexts,
  audit: auditTexts,
  exports: exportsTexts,
  unfinishedExports: unfinishedExportsTexts,
  backups: backupsTexts,
  deskClock: deskClockTexts,
  rights: rightsTexts,
  users: usersTexts,
  settings: settingsTexts,
  personal: personalTexts,
  workflow: workflowTexts,
  about: aboutTexts,
} satisfies Record<string, TextPair>

export type TextSpace = keyof typeof texts
