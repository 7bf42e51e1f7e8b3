import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import type { ImprovementSource } from '../../shared/improvements/words.ts'
import type { Day } from '../../shared/time.ts'
import { findCase, scopeOf, takeNumber } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { type ImprovementRecord, insertEvent, insertImprovement, insertTrainees, isPolicyThere } from './queries.ts'
import { todayOf } from './views.ts'

export type Proposal = {
  kind: ImprovementRecord['kind']
  title: string
  finding: string
  sourceKind: ImprovementSource
  sourceId: string | null
  ownerId: UserId | null
  dueDay: Day | null
  topic: string | null
  policyId: string | null
  trainees: readonly UserId[]
}

/** S2-144 S3-19: puts a finding on the list, with the next number of its year; answers its id and number. */
export async function propose(ctx: Ctx, { trainees, ...proposal }: Proposal): Promise<{ id: string; number: string }> {
  await checkSource(ctx, proposal)
  await checkNamed(ctx, proposal)
  const people = [...new Set(trainees)]
  await mustBePeople(ctx, people)
  const year = todayOf(ctx).slice(0, 4)
  const sequence = await takeNumber(ctx.db, 'improvement', year)
  const number = `GJ-${year}-${String(sequence).padStart(4, '0')}`
  const id = ctx.newId()
  await insertImprovement(ctx.db, {
    ...NEW,
    ...proposal,
    id,
    number,
    proposedBy: ctx.actor.id,
    proposedAt: ctx.now,
    updatedAt: ctx.now,
  })
  await insertTrainees(ctx.db, id, people)
  await insertEvent(ctx.db, {
    improvementId: id,
    at: ctx.now,
    actorId: ctx.actor.id,
    action: 'propose',
    text: proposal.title,
  })
  ctx.note({ id, number })
  return { id, number }
}

/** What an improvement names must be there: its owner among the people of the desk, its policy among the versions. */
export async function checkNamed(
  ctx: Ctx,
  { kind, topic, ownerId, policyId }: Pick<Proposal, 'kind' | 'topic' | 'ownerId' | 'policyId'>,
): Promise<void> {
  if (ownerId !== null) await mustBePeople(ctx, [ownerId])
  if (kind === 'training' && topic === null) refuse('improvement-no-topic')
  if (policyId !== null && !(await isPolicyThere(ctx.db, policyId))) found(undefined, 'policy')
}

export async function mustBePeople(ctx: Ctx, people: readonly UserId[]): Promise<void> {
  for (const id of people) must(canBeAsked(found(await findUserById(ctx.db, id), 'user')))
}

async function checkSource(
  ctx: Ctx,
  { sourceKind, sourceId }: Pick<Proposal, 'sourceKind' | 'sourceId'>,
): Promise<void> {
  if (sourceKind !== 'case') return
  const id = found(sourceId, 'case') as CaseId
  found(await findCase(ctx.db, scopeOf(ctx), id), 'case')
  ctx.subject({ caseId: id })
}

const NEW = {
  state: 'proposed',
  finishedBy: null,
  verifiedBy: null,
  effectOf: null,
  effectUnit: null,
  effectBefore: null,
  effectAfter: null,
  effectDay: null,
} as const
