import { admin } from '../admin/handlers.ts'
import { analysis } from '../analysis/handlers.ts'
import { audit } from '../audit/handlers.ts'
import { backups } from '../backups/handlers.ts'
import { bulk } from '../bulk/handlers.ts'
import { calendars } from '../calendars/handlers.ts'
import { calibration } from '../calibration/handlers.ts'
import { calls } from '../calls/handlers.ts'
import { care } from '../care/handlers.ts'
import { careers } from '../careers/handlers.ts'
import { cases } from '../cases/handlers.ts'
import { causes } from '../causes/handlers.ts'
import { classes } from '../classes/handlers.ts'
import { companies } from '../companies/handlers.ts'
import { compensation } from '../compensation/handlers.ts'
import { deskClock } from '../deskclock/handlers.ts'
import { drafts } from '../drafts/handlers.ts'
import { duplicates } from '../duplicates/handlers.ts'
import { evidence } from '../evidence/handlers.ts'
import { exams } from '../exams/handlers.ts'
import { exceptional } from '../exceptional/handlers.ts'
import { beginnings as exportBeginnings } from '../exports/begin.ts'
import { exports } from '../exports/handlers.ts'
import { flights } from '../flights/handlers.ts'
import { floor } from '../floor/handlers.ts'
import { groups } from '../groups/handlers.ts'
import { guide } from '../guide/handlers.ts'
import { imports } from '../imports/handlers.ts'
import { evaluations } from '../improvements/evaluations.ts'
import { goals } from '../improvements/goals.ts'
import { improvements } from '../improvements/handlers.ts'
import { loop } from '../improvements/loop.ts'
import { projects } from '../improvements/projects.ts'
import { journeys } from '../journeys/handlers.ts'
import { keys } from '../keys/handlers.ts'
import { kin } from '../kin/handlers.ts'
import { knowledge } from '../knowledge/handlers.ts'
import { liability } from '../liability/handlers.ts'
import { macros } from '../macros/handlers.ts'
import { marks } from '../marks/handlers.ts'
import { digests } from '../meetings/digests.ts'
import { guidance } from '../meetings/guidance.ts'
import { meetings } from '../meetings/handlers.ts'
import { matters } from '../meetings/matters.ts'
import { workPlans } from '../meetings/plans.ts'
import { strategies } from '../meetings/strategies.ts'
import { members } from '../members/handlers.ts'
import { messages } from '../messages/handlers.ts'
import { notices } from '../notices/handlers.ts'
import { outreach } from '../outreach/handlers.ts'
import { partners } from '../partners/handlers.ts'
import { market } from '../partners/market.ts'
import { watch } from '../partners/watch.ts'
import { patterns } from '../patterns/handlers.ts'
import { plans } from '../plans/handlers.ts'
import { policies } from '../policies/handlers.ts'
import { posts } from '../posts/handlers.ts'
import { strategyActions } from '../products/actions.ts'
import { products } from '../products/handlers.ts'
import { promises } from '../promises/handlers.ts'
import { reports } from '../reports/handlers.ts'
import { retention } from '../retention/handlers.ts'
import { reviews } from '../reviews/handlers.ts'
import { rights } from '../rights/handlers.ts'
import { classing } from '../routing/classing.ts'
import { gaps } from '../routing/gaps.ts'
import { routing } from '../routing/handlers.ts'
import { scorecards } from '../scorecards/handlers.ts'
import { honours } from '../scorecards/honours.ts'
import { search } from '../search/handlers.ts'
import { session } from '../session/handlers.ts'
import { settings } from '../settings/handlers.ts'
import { standards } from '../standards/handlers.ts'
import { optimisations } from '../standards/optimisations.ts'
import { subTasks } from '../subtasks/handlers.ts'
import { surveys } from '../surveys/handlers.ts'
import { tiers } from '../tiers/handlers.ts'
import { handOvers } from '../todos/hand-overs.ts'
import { todos } from '../todos/handlers.ts'
import { training } from '../training/handlers.ts'
import { trips } from '../trips/handlers.ts'
import { authorisations } from '../trust/authorisations.ts'
import { trust } from '../trust/handlers.ts'
import { leaks } from '../trust/leaks.ts'
import { users } from '../users/handlers.ts'
import { views } from '../views/handlers.ts'
import { waits } from '../waits/handlers.ts'
import { wishes } from '../wishes/handlers.ts'
import { workflow } from '../workflow/handlers.ts'
import type { Beginnings, Handlers } from './handler.ts'

/** THE list: every declared call with its handler. */
export const handlers: Handlers = {
  session,
  users,
  settings,
  audit,
  exceptional,
  exports,
  admin,
  backups,
  drafts,
  calls,
  cases,
  members,
  flights,
  imports,
  tiers,
  policies,
  calendars,
  calibration,
  evidence,
  subTasks,
  causes,
  patterns,
  posts,
  promises,
  outreach,
  notices,
  deskClock,
  reviews,
  scorecards,
  honours,
  training,
  exams,
  careers,
  knowledge,
  liability,
  plans,
  workflow,
  compensation,
  surveys,
  standards,
  optimisations,
  trust,
  authorisations,
  leaks,
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
  floor,
  todos,
  handOvers,
  meetings,
  matters,
  workPlans,
  strategies,
  strategyActions,
  products,
  partners,
  market,
  watch,
  guidance,
  digests,
  analysis,
  companies,
  groups,
  duplicates,
  wishes,
  guide,
  keys,
  kin,
  search,
  views,
  waits,
  bulk,
  marks,
  macros,
  trips,
  journeys,
  rights,
  retention,
}

/** The calls of which something is committed before they are made. */
export const beginnings: Beginnings = exportBeginnings
