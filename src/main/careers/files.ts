import type { Ability, Post } from '../../shared/careers/words.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustBeOther, mustReach, reachOf } from '../exams/reach.ts'
import { checksOf, gapsOf, postAbove } from '../rules/career.ts'
import { dayAt } from '../rules/zone.ts'
import { trainingTitles } from './desk-queries.ts'
import { evidenceOf, postOf, recordsOf } from './evidence.ts'
import { currentLadder, specOf } from './ladder.ts'
import {
  abilitiesOf,
  findStep,
  insertStep,
  type StaffFile,
  saveAbility,
  saveStaffFile,
  stepsOf,
  updateStep,
} from './queries.ts'
import { toFile } from './views.ts'

type FileHandlers = Pick<
  FeatureHandlers<'careers'>,
  'file' | 'people' | 'saveFacts' | 'setPost' | 'assess' | 'addStep' | 'closeStep'
>

/** S4-84..86: posts, abilities and plans of people; one's own, the team's for a lead, everybody's for the manager. */
export const files: FileHandlers = {
  file: async (ctx, { userId }) => toFile(ctx, userId ?? ctx.actor.id),

  people: async (ctx) => {
    const people = (await reachOf(ctx)).filter(({ status }) => status === 'active')
    const ids = people.map(({ id }) => id)
    const records = await recordsOf(ctx, ids)
    const ladder = await currentLadder(ctx.db)
    const abilities = await abilitiesOf(ctx.db, ids)
    const steps = await stepsOf(ctx.db, ids)
    return people.map((user) => {
      const { post, since } = postOf(user, records)
      const next: Post | null = postAbove(post)
      const own = abilities.filter(({ userId }) => userId === user.id)
      const held = new Map(own.map(({ ability, level }) => [ability as Ability, level]))
      const checks = next === null ? [] : checksOf(specOf(ladder, next).criteria, evidenceOf(user, records))
      return {
        ...{ userId: user.id, name: user.name, post, postSince: since, next },
        met: checks.filter(({ isMet }) => isMet).length,
        asked: checks.length,
        gaps: gapsOf(specOf(ladder, post).abilities, held).filter(({ missing }) => missing > 0).length,
        openSteps: steps.filter(({ userId, state }) => userId === user.id && state === 'open').length,
      }
    })
  },

  /** Whatever a person says of oneself is one's own to say, to change and to take back. */
  saveFacts: async (ctx, { facts }) => {
    if (facts.birthYear !== null && facts.birthYear > Number(today(ctx).slice(0, 4)) - 16) refuse('birth-year')
    const file = await fileOf(ctx, ctx.actor.id)
    const [profession, wish] = [facts.profession || null, facts.wish || null]
    await saveStaffFile(ctx.db, { ...file, ...facts, profession, wish, ...changed(ctx) })
    return toFile(ctx, ctx.actor.id)
  },

  setPost: async (ctx, { userId, post, since }) => {
    await mustLead(ctx, userId)
    if (since > today(ctx)) refuse('post-later')
    const file = await fileOf(ctx, userId)
    ctx.note({ before: { post: file.post, postSince: file.postSince } })
    await saveStaffFile(ctx.db, { ...file, post, postSince: since, ...changed(ctx) })
    return toFile(ctx, userId)
  },

  assess: async (ctx, { userId, ability, level, note }) => {
    await mustLead(ctx, userId)
    const known = (await abilitiesOf(ctx.db, [userId])).find((one) => one.ability === ability)
    ctx.note({ before: { level: known?.level ?? null } })
    await saveAbility(ctx.db, { userId, ability, level, note, assessedAt: ctx.now, assessedBy: ctx.actor.id })
    return toFile(ctx, userId)
  },

  /** S4-86: the person plans for oneself, the lead with the person. */
  addStep: async (ctx, { userId, step }) => {
    await mustReach(ctx, [userId])
    const { trainingId } = step
    if (trainingId !== null) found((await trainingTitles(ctx.db, [trainingId])).get(trainingId), 'training')
    await insertStep(ctx.db, {
      ...{ ...step, id: ctx.newId(), userId, state: 'open', note: '' },
      ...{ createdAt: ctx.now, createdBy: ctx.actor.id, closedAt: null },
    })
    return toFile(ctx, userId)
  },

  closeStep: async (ctx, { id, state, note }) => {
    const step = found(await findStep(ctx.db, id), 'developmentStep')
    await mustReach(ctx, [step.userId])
    ctx.note({ before: { state: step.state, note: step.note } })
    await updateStep(ctx.db, id, { state, note, closedAt: state === 'open' ? null : ctx.now })
    return toFile(ctx, step.userId)
  },
}

const today = (ctx: Ctx) => dayAt(DESK_ZONE, ctx.now)
const changed = (ctx: Ctx) => ({ changedAt: ctx.now, changedBy: ctx.actor.id })

/** The lead or the manager of a person, never the person. */
export async function mustLead(ctx: Ctx, userId: UserId): Promise<void> {
  await mustReach(ctx, [userId])
  mustBeOther(ctx, userId)
}

/** The file as stored, or as it begins: with the post that the person's role stands for. */
async function fileOf(ctx: Ctx, userId: string): Promise<StaffFile> {
  const user = found((await mustReach(ctx, [userId])).get(userId), 'user')
  const records = await recordsOf(ctx, [userId])
  const { post, since } = postOf(user, { ...records, moves: [] })
  const known = records.files.get(userId)
  if (known) return known
  const unsaid = { aimPost: null, aimDay: null, birthYear: null, sex: null, profession: null, wish: null }
  return { userId, post, postSince: since, ...unsaid, ...changed(ctx) }
}
