import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Commendation, TrainingReward } from '../../shared/scorecards/honours-contract.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { invitation } from '../training/invitation.ts'
import { findUserById } from '../users/queries.ts'
import { certificate } from './certificate.ts'
import {
  comingSessions,
  findCommendation,
  findReward,
  insertCommendation,
  insertReward,
  invite,
  isInvited,
  lastNumber,
  listCommendations,
  listRewards,
} from './honour-queries.ts'
import { findCard } from './queries.ts'

export const honours: FeatureHandlers<'honours'> = {
  list: async (ctx, { limit }) => {
    const own = ctx.actor.role === 'agent' ? ctx.actor.id : null
    const commendations = await listCommendations(ctx.db, own, limit)
    const rewards = await listRewards(ctx.db, own, limit)
    return { commendations: commendations.map(toCommendation), rewards: rewards.map(toReward) }
  },

  /** S3-113: a commendation with its prize and a number of its own; the certificate is printed from it. */
  commend: async (ctx, { userId, cardId, title, reason, prize, prizeFen, givenDay }) => {
    await mustHonour(ctx, userId, cardId)
    const prefix = `RY-${givenDay.slice(0, 4)}-`
    const last = Number((await lastNumber(ctx.db, prefix))?.slice(prefix.length) ?? 0)
    const id = ctx.newId()
    await insertCommendation(ctx.db, {
      ...{ id, number: `${prefix}${String(last + 1).padStart(4, '0')}`, userId, cardId: cardId ?? null },
      ...{ title, reason, prize, prizeFen, givenDay, givenAt: ctx.now, givenBy: ctx.actor.id },
    })
    return toCommendation(found(await findCommendation(ctx.db, id), 'commendation'))
  },

  certificate,
  openSessions: async (ctx) => comingSessions(ctx.db, ctx.now),

  /** S3-115: a place in a training as a reward: the person is invited, and it stays known why. */
  rewardTraining: async (ctx, { userId, sessionId, cardId, reason }) => {
    await mustHonour(ctx, userId, cardId)
    const session = (await comingSessions(ctx.db, ctx.now)).find((one) => one.sessionId === sessionId)
    if (!session) refuse('reward-session-over')
    if (await isInvited(ctx.db, sessionId, userId)) refuse('reward-invited')
    await invite(ctx.db, invitation(ctx, sessionId, userId))
    const id = ctx.newId()
    await insertReward(ctx.db, {
      ...{ id, userId, sessionId, cardId: cardId ?? null, reason, givenAt: ctx.now, givenBy: ctx.actor.id },
    })
    return toReward(await findReward(ctx.db, id))
  },
}

/** Somebody who is there is honoured by somebody else; a result that is named is that person's own and published. */
async function mustHonour(ctx: Ctx, userId: UserId, cardId: string | undefined): Promise<void> {
  if (userId === ctx.actor.id) refuse('honour-own')
  must(canBeAsked(found(await findUserById(ctx.db, userId), 'user')))
  if (cardId === undefined) return
  const card = found(await findCard(ctx.db, cardId), 'scorecard')
  if (card.userId !== userId) refuse('honour-other-card')
}

type CommendationRow = NonNullable<Awaited<ReturnType<typeof findCommendation>>>

function toCommendation(row: CommendationRow): Commendation {
  const { id, number, userId, name, month, title, reason, prize, prizeFen, givenDay, givenByName } = row
  return { id, number, userId: userId as UserId, name, month, title, reason, prize, prizeFen, givenDay, givenByName }
}

function toReward(row: Awaited<ReturnType<typeof findReward>>): TrainingReward {
  const { id, userId, name, trainingId, title, startsAt, month, reason, givenAt, givenByName } = row
  return { id, userId: userId as UserId, name, trainingId, title, startsAt, month, reason, givenAt, givenByName }
}
