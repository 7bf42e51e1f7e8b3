import { z } from 'zod'
import type { UserId } from '../../shared/ids.ts'
import type { Ctx } from '../engine/handler.ts'
import type { PersonValue } from '../rules/training-proposals.ts'
import { findUserById } from '../users/queries.ts'
import { invitation } from './invitation.ts'
import { type NeedRecord, needsOfTraining } from './need-queries.ts'
import { insertPeople, peopleOf, type SessionRecord, sessionsOfTrainings } from './queries.ts'

const kept = z.array(z.object({ userId: z.string(), value: z.number() }))

/** The people of a confirmed need, with their figures of then. */
export const peopleOfNeed = ({ people }: Pick<NeedRecord, 'people'>): PersonValue[] => kept.parse(JSON.parse(people))

/** Asks everybody whom the needs of a training concern to its next session, unless they are asked to one already. */
export async function inviteNeeded(ctx: Ctx, trainingId: string): Promise<void> {
  const sessions = await sessionsOfTrainings(ctx.db, [trainingId])
  const next = nextOf(sessions, ctx.now)
  if (!next) return
  const asked = new Set(
    (
      await peopleOf(
        ctx.db,
        sessions.map(({ id }) => id),
      )
    ).map(({ userId }) => userId),
  )
  const needed = new Set((await needsOfTraining(ctx.db, trainingId)).flatMap(peopleOfNeed).map(({ userId }) => userId))
  const fresh: string[] = []
  for (const userId of needed) {
    const user = asked.has(userId) ? undefined : await findUserById(ctx.db, userId as UserId)
    if (user?.status === 'active') fresh.push(userId)
  }
  await insertPeople(
    ctx.db,
    fresh.map((userId) => invitation(ctx, next.id, userId)),
  )
}

function nextOf(sessions: readonly SessionRecord[], now: number): SessionRecord | undefined {
  const coming = sessions.filter(({ state, startsAt }) => state === 'planned' && startsAt > now)
  return coming.sort((a, b) => a.startsAt - b.startsAt)[0]
}
