import { planAudit } from './audit-story.ts'
import { planCare } from './care-story.ts'
import { planCareers } from './career-story.ts'
import { planChannelChecks } from './channel-check-story.ts'
import { planEvaluation } from './evaluation-story.ts'
import { planExams } from './exam-story.ts'
import { planImprovements } from './improvement-story.ts'
import { planJourneys } from './journey-story.ts'
import { planKnowledge } from './knowledge-story.ts'
import { planMacros } from './macro-story.ts'
import { planTidying } from './message-story.ts'
import { planPeople } from './people-story.ts'
import { planPosts } from './posts-story.ts'
import { planProducts } from './product-story.ts'
import type { Random } from './random.ts'
import { planReport } from './report-story.ts'
import { planReviews } from './review-story.ts'
import { planRights } from './rights-story.ts'
import { planScorecards } from './scorecard-story.ts'
import { planSkills } from './skills-story.ts'
import { planStandards } from './standards-story.ts'
import { planSurveys } from './survey-ask-story.ts'
import { planTeam } from './team-story.ts'
import { planTraining } from './training-story.ts'
import { planTrips } from './trip-story.ts'
import { planTrust } from './trust-story.ts'
import type { World } from './world.ts'

/** What a desk does besides calls and cases. */
export function planDeskLife(world: World, random: (purpose: string) => Random, cases: number): void {
  planPosts(world, cases)
  planChannelChecks(world)
  planCare(world)
  planSkills(world)
  planTidying(world)
  planSurveys(world, random('surveys'))
  planReviews(world, random('reviews'))
  planAudit(world)
  planReport(world)
  planImprovements(world)
  planEvaluation(world)
  planStandards(world)
  planTraining(world, random('training'))
  planExams(world, random('exams'))
  planCareers(world, random('careers'))
  planProducts(world)
  planTeam(world)
  planPeople(world)
  planRights(world)
  planScorecards(world, random('scorecards'))
  planKnowledge(world)
  planMacros(world)
  planTrust(world)
  planJourneys(world)
  planTrips(world)
}
