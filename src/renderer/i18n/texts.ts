import { aboutTexts } from '../about/texts.ts'
import { auditTexts } from '../audit/texts.ts'
import { callsTexts } from '../calls/texts.ts'
import { casesTexts } from '../cases/texts.ts'
import { causesTexts } from '../causes/texts.ts'
import { classesTexts } from '../classes/texts.ts'
import { compensationTexts } from '../compensation/texts.ts'
import { draftsTexts } from '../drafts/texts.ts'
import { evidenceTexts } from '../evidence/texts.ts'
import { exportsTexts } from '../exports/texts.ts'
import { importsTexts } from '../imports/texts.ts'
import { evaluationsTexts } from '../improvements/evaluations-texts.ts'
import { loopTexts } from '../improvements/loop-texts.ts'
import { improvementsTexts } from '../improvements/texts.ts'
import { liabilityTexts } from '../liability/texts.ts'
import { membersTexts } from '../members/texts.ts'
import { careTexts } from '../messages/care/texts.ts'
import { messagesTexts } from '../messages/texts.ts'
import { patternsTexts } from '../patterns/texts.ts'
import { plansTexts } from '../plans/texts.ts'
import { policiesTexts } from '../policies/texts.ts'
import { postsTexts } from '../posts/texts.ts'
import { reportsTexts } from '../reports/texts.ts'
import { reviewsTexts } from '../reviews/texts.ts'
import { routingTexts } from '../routing/texts.ts'
import { sessionTexts } from '../session/texts.ts'
import { settingsTexts } from '../settings/texts.ts'
import { subTasksTexts } from '../subtasks/texts.ts'
import { surveysTexts } from '../surveys/texts.ts'
import { tiersTexts } from '../tiers/texts.ts'
import { trainingTexts } from '../training/texts.ts'
import { uiTexts } from '../ui/texts.ts'
import { usersTexts } from '../users/texts.ts'
import { workflowTexts } from '../workflow/texts.ts'
import type { TextPair } from './define.ts'

/** THE list of features' texts: one line per feature, named as `useT` will name it. */
export const texts = {
  ui: uiTexts,
  calls: callsTexts,
  cases: casesTexts,
  members: membersTexts,
  tiers: tiersTexts,
  policies: policiesTexts,
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
  training: trainingTexts,
  liability: liabilityTexts,
  plans: plansTexts,
  compensation: compensationTexts,
  surveys: surveysTexts,
  improvements: improvementsTexts,
  evaluations: evaluationsTexts,
  loop: loopTexts,
  classes: classesTexts,
  reports: reportsTexts,
  session: sessionTexts,
  audit: auditTexts,
  exports: exportsTexts,
  users: usersTexts,
  settings: settingsTexts,
  workflow: workflowTexts,
  about: aboutTexts,
} satisfies Record<string, TextPair>

export type TextSpace = keyof typeof texts
