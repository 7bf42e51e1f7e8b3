import { aboutTexts } from '../about/texts.ts'
import { auditTexts } from '../audit/texts.ts'
import { callsTexts } from '../calls/texts.ts'
import { casesTexts } from '../cases/texts.ts'
import { causesTexts } from '../causes/texts.ts'
import { compensationTexts } from '../compensation/texts.ts'
import { draftsTexts } from '../drafts/texts.ts'
import { evidenceTexts } from '../evidence/texts.ts'
import { exportsTexts } from '../exports/texts.ts'
import { importsTexts } from '../imports/texts.ts'
import { liabilityTexts } from '../liability/texts.ts'
import { membersTexts } from '../members/texts.ts'
import { patternsTexts } from '../patterns/texts.ts'
import { plansTexts } from '../plans/texts.ts'
import { policiesTexts } from '../policies/texts.ts'
import { sessionTexts } from '../session/texts.ts'
import { settingsTexts } from '../settings/texts.ts'
import { subTasksTexts } from '../subtasks/texts.ts'
import { tiersTexts } from '../tiers/texts.ts'
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
  patterns: patternsTexts,
  liability: liabilityTexts,
  plans: plansTexts,
  compensation: compensationTexts,
  session: sessionTexts,
  audit: auditTexts,
  exports: exportsTexts,
  users: usersTexts,
  settings: settingsTexts,
  workflow: workflowTexts,
  about: aboutTexts,
} satisfies Record<string, TextPair>

export type TextSpace = keyof typeof texts
