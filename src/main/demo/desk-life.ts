import { planAudit } from './audit-story.ts'
import { planCare } from './care-story.ts'
import { planChannelChecks } from './channel-check-story.ts'
import { planEvaluation } from './evaluation-story.ts'
import { planImprovements } from './improvement-story.ts'
import { planTidying } from './message-story.ts'
import { planPosts } from './posts-story.ts'
import type { Random } from './random.ts'
import { planReport } from './report-story.ts'
import { planReviews } from './review-story.ts'
import { planSkills } from './skills-story.ts'
import { planSurveys } from './survey-ask-story.ts'
import { planTraining } from './training-story.ts'
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
  planTraining(world, random('training'))
}
