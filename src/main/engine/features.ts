import { admin } from '../admin/handlers.ts'
import { audit } from '../audit/handlers.ts'
import { calendars } from '../calendars/handlers.ts'
import { calls } from '../calls/handlers.ts'
import { care } from '../care/handlers.ts'
import { cases } from '../cases/handlers.ts'
import { causes } from '../causes/handlers.ts'
import { classes } from '../classes/handlers.ts'
import { compensation } from '../compensation/handlers.ts'
import { drafts } from '../drafts/handlers.ts'
import { evidence } from '../evidence/handlers.ts'
import { exports } from '../exports/handlers.ts'
import { flights } from '../flights/handlers.ts'
import { imports } from '../imports/handlers.ts'
import { evaluations } from '../improvements/evaluations.ts'
import { goals } from '../improvements/goals.ts'
import { improvements } from '../improvements/handlers.ts'
import { loop } from '../improvements/loop.ts'
import { projects } from '../improvements/projects.ts'
import { liability } from '../liability/handlers.ts'
import { members } from '../members/handlers.ts'
import { messages } from '../messages/handlers.ts'
import { patterns } from '../patterns/handlers.ts'
import { plans } from '../plans/handlers.ts'
import { policies } from '../policies/handlers.ts'
import { posts } from '../posts/handlers.ts'
import { reports } from '../reports/handlers.ts'
import { reviews } from '../reviews/handlers.ts'
import { classing } from '../routing/classing.ts'
import { gaps } from '../routing/gaps.ts'
import { routing } from '../routing/handlers.ts'
import { session } from '../session/handlers.ts'
import { settings } from '../settings/handlers.ts'
import { subTasks } from '../subtasks/handlers.ts'
import { surveys } from '../surveys/handlers.ts'
import { tiers } from '../tiers/handlers.ts'
import { training } from '../training/handlers.ts'
import { users } from '../users/handlers.ts'
import { workflow } from '../workflow/handlers.ts'
import type { Handlers } from './handler.ts'

/** THE list: every declared call with its handler. */
export const handlers: Handlers = {
  session,
  users,
  settings,
  audit,
  exports,
  admin,
  drafts,
  calls,
  cases,
  members,
  flights,
  imports,
  tiers,
  policies,
  calendars,
  evidence,
  subTasks,
  causes,
  patterns,
  posts,
  reviews,
  training,
  liability,
  plans,
  workflow,
  compensation,
  surveys,
  classes,
  improvements,
  evaluations,
  goals,
  projects,
  loop,
  reports,
  classing,
  routing,
  gaps,
  messages,
  care,
}
