import { admin } from './admin/contract.ts'
import { analysis } from './analysis/contract.ts'
import { audit } from './audit/contract.ts'
import { backups } from './backups/contract.ts'
import { bulk } from './bulk/contract.ts'
import { calendars } from './calendars/contract.ts'
import { calibration } from './calibration/contract.ts'
import { calls } from './calls/contract.ts'
import { care } from './care/contract.ts'
import { careers } from './careers/contract.ts'
import { cases } from './cases/contract.ts'
import { causes } from './causes/contract.ts'
import { classes } from './classes/contract.ts'
import { companies } from './companies/contract.ts'
import { compensation } from './compensation/contract.ts'
import type {
  FeatureContract,
  HasNoTransaction,
  InputOf,
  NameOf,
  OutputOf,
  ParsedOf,
  ReturnOf,
  SpecOf,
} from './contract.ts'
import { deskClock } from './deskclock/contract.ts'
import { drafts } from './drafts/contract.ts'
import { duplicates } from './duplicates/contract.ts'
import { evidence } from './evidence/contract.ts'
import { exams } from './exams/contract.ts'
import { exceptional } from './exceptional/contract.ts'
import { exports } from './exports/contract.ts'
import { flights } from './flights/contract.ts'
import { floor } from './floor/contract.ts'
import { groups } from './groups/contract.ts'
import { guide } from './guide/contract.ts'
import { imports } from './imports/contract.ts'
import { improvements } from './improvements/contract.ts'
import { evaluations } from './improvements/evaluations.ts'
import { goals } from './improvements/goals.ts'
import { loop } from './improvements/loop.ts'
import { projects } from './improvements/projects.ts'
import { journeys } from './journeys/contract.ts'
import { keys } from './keys/contract.ts'
import { kin } from './kin/contract.ts'
import { knowledge } from './knowledge/contract.ts'
import { liability } from './liability/contract.ts'
import { macros } from './macros/contract.ts'
import { marks } from './marks/contract.ts'
import { meetings } from './meetings/contract.ts'
import { digests } from './meetings/digests.ts'
import { guidance } from './meetings/guidance.ts'
import { matters } from './meetings/matters.ts'
import { strategies, workPlans } from './meetings/plans.ts'
import { members } from './members/contract.ts'
import { messages } from './messages/contract.ts'
import { notices } from './notices/contract.ts'
import { outreach } from './outreach/contract.ts'
import { partners } from './partners/contract.ts'
import { market, watch } from './partners/market.ts'
import { patterns } from './patterns/contract.ts'
import { plans } from './plans/contract.ts'
import { policies } from './policies/contract.ts'
import { posts } from './posts/contract.ts'
import { products, strategyActions } from './products/contract.ts'
import { promises } from './promises/contract.ts'
import { reports } from './reports/contract.ts'
import { retention } from './retention/contract.ts'
import { reviews } from './reviews/contract.ts'
import { rights } from './rights/contract.ts'
import { classing } from './routing/classing-contract.ts'
import { routing } from './routing/contract.ts'
import { gaps } from './routing/gaps-contract.ts'
import { scorecards } from './scorecards/contract.ts'
import { honours } from './scorecards/honours-contract.ts'
import { search } from './search/contract.ts'
import { session } from './session/contract.ts'
import { settings } from './settings/contract.ts'
import { standards } from './standards/contract.ts'
import { optimisations } from './standards/optimisations.ts'
import { subTasks } from './subtasks/contract.ts'
import { surveys } from './surveys/contract.ts'
import { tiers } from './tiers/contract.ts'
import { todos } from './todos/contract.ts'
import { handOvers } from './todos/hand-overs.ts'
import { training } from './training/contract.ts'
import { trips } from './trips/contract.ts'
import { authorisations, leaks, trust } from './trust/contract.ts'
import { users } from './users/contract.ts'
import { views } from './views/contract.ts'
import { waits } from './waits/contract.ts'
import { wishes } from './wishes/contract.ts'
import { workflow } from './workflow/contract.ts'

/** THE list of features: every call that exists is declared under one of these. */
export const contracts = {
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
  promises,
  outreach,
  notices,
  deskClock,
  posts,
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
  trips,
  guide,
  keys,
  kin,
  search,
  views,
  waits,
  bulk,
  marks,
  macros,
  standards,
  optimisations,
  trust,
  authorisations,
  leaks,
  journeys,
  rights,
  retention,
} satisfies Record<string, FeatureContract>

export type Contracts = typeof contracts
export type CallName = NameOf<Contracts>
export type Input<N extends CallName> = InputOf<SpecOf<Contracts, N>>
export type Parsed<N extends CallName> = ParsedOf<SpecOf<Contracts, N>>
export type Output<N extends CallName> = OutputOf<SpecOf<Contracts, N>>
export type Return<N extends CallName> = ReturnOf<SpecOf<Contracts, N>>

/** The calls that get no transaction. */
export type BareCallName = {
  [N in CallName]: HasNoTransaction<SpecOf<Contracts, N>> extends true ? N : never
}[CallName]
