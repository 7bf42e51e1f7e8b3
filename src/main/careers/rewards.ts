import { found, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { reachIds } from '../exams/reach.ts'
import { addDays } from '../rules/days.ts'
import { dayAt } from '../rules/zone.ts'
import { mustLead } from './files.ts'
import {
  certificatesOf,
  expiringBy,
  findIncentive,
  incentivesBetween,
  insertCertificate,
  insertIncentive,
  updateIncentive,
} from './queries.ts'
import { toCertificates, toFile, toIncentives } from './views.ts'

type RewardHandlers = Pick<
  FeatureHandlers<'careers'>,
  'addCertificate' | 'expiring' | 'reward' | 'evaluate' | 'incentives'
>

const today = (ctx: Ctx) => dayAt(DESK_ZONE, ctx.now)

/** S3-93 S4-91..93: certificates with their last day, incentives of three kinds, and what these came to. */
export const rewards: RewardHandlers = {
  addCertificate: async (ctx, { userId, certificate }) => {
    await mustLead(ctx, userId)
    const { issuedDay, expiresDay } = certificate
    if (issuedDay > today(ctx) || (expiresDay !== null && expiresDay < issuedDay)) refuse('certificate-days')
    const recorded = { recordedAt: ctx.now, recordedBy: ctx.actor.id }
    await insertCertificate(ctx.db, { id: ctx.newId(), userId, ...certificate, ...recorded })
    return toFile(ctx, userId)
  },

  expiring: async (ctx, { days }) => {
    const day = today(ctx)
    const reach: ReadonlySet<string> = await reachIds(ctx)
    const records = (await expiringBy(ctx.db, addDays(day, days))).filter(({ userId }) => reach.has(userId))
    return toCertificates(ctx, records, day, days)
  },

  reward: async (ctx, { userId, incentive }) => {
    await mustLead(ctx, userId)
    if (incentive.kind !== 'pay' && incentive.amountFen !== null) refuse('incentive-amount')
    const own = (await certificatesOf(ctx.db, [userId])).map(({ id }) => id)
    if (incentive.certificateId !== null && !own.includes(incentive.certificateId)) refuse('incentive-certificate')
    await insertIncentive(ctx.db, {
      ...{ ...incentive, id: ctx.newId(), userId, recordedAt: ctx.now, recordedBy: ctx.actor.id },
      ...{ effect: null, effectText: null, effectFigures: null, evaluatedAt: null, evaluatedBy: null },
    })
    return toFile(ctx, userId)
  },

  /** The figures as they stand are kept beside the judgement. */
  evaluate: async (ctx, { id, effect, text }) => {
    const record = found(await findIncentive(ctx.db, id), 'incentive')
    await mustLead(ctx, record.userId as UserId)
    if (record.givenDay > today(ctx)) refuse('incentive-early')
    const [now] = await toIncentives(ctx, [{ ...record, effectFigures: null }])
    ctx.note({ before: { effect: record.effect, effectText: record.effectText } })
    await updateIncentive(ctx.db, id, {
      ...{ effect, effectText: text, effectFigures: JSON.stringify(now?.figures ?? null) },
      ...{ evaluatedAt: ctx.now, evaluatedBy: ctx.actor.id },
    })
    return toFile(ctx, record.userId)
  },

  incentives: async (ctx, { from, to }) => {
    const reach: ReadonlySet<string> = await reachIds(ctx)
    const records = await incentivesBetween(ctx.db, from, to)
    return toIncentives(
      ctx,
      records.filter(({ userId }) => reach.has(userId)),
    )
  },
}
