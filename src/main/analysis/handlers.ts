import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { TierAnalysis } from '../../shared/analysis/contract.ts'
import { activityOf, monthsBetween, SPEND_BANDS_YUAN, spendBand } from '../../shared/analysis/rules.ts'
import { CASE_KINDS } from '../../shared/cases/words.ts'
import { SURVEY_SCOPES } from '../../shared/surveys/words.ts'
import { MEMBER_TIERS, type MemberTier } from '../../shared/tiers/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { addMonths } from '../rules/days.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { answersSince, callsByTier, casesByTier, leftBetween, membersAfter, periodsOf } from './analysis-queries.ts'

const nothing = (tier: MemberTier): TierAnalysis => ({
  tier,
  ...{ members: 0, active: 0, cooling: 0, dormant: 0, spendFen: 0 },
  bands: SPEND_BANDS_YUAN.map(() => 0),
  ...{ calls: 0, cases: 0, complaints: 0, answers: 0, satisfaction: null },
})

/** S3-11: the members by tier, spending and activity, and the service they got within twelve months. */
export const analysis: FeatureHandlers<'analysis'> = {
  members: async (ctx) => {
    const toDay = dayAt(DESK_ZONE, ctx.now)
    const fromDay = addMonths(`${toDay.slice(0, 7)}-01`, -11)
    const tiers = new Map(MEMBER_TIERS.map((tier) => [tier, nothing(tier)]))
    await countMembers(ctx, tiers, fromDay.slice(0, 7), toDay.slice(0, 7))
    await countService(ctx, tiers, momentOf(DESK_ZONE, fromDay, 0))
    const left = await leftBetween(ctx.db, fromDay, toDay)
    return { asOf: ctx.now, fromDay, toDay, left, tiers: [...tiers.values()] }
  },
}

type Tiers = Map<MemberTier, TierAnalysis>

async function countMembers(ctx: Ctx, tiers: Tiers, since: string, month: string): Promise<void> {
  let after = ''
  let done = 0
  for (;;) {
    const page = await membersAfter(ctx.db, after)
    const [first, last] = [page[0], page.at(-1)]
    if (!first || !last) return
    const periods = Map.groupBy(await periodsOf(ctx.db, first.id, last.id, since), ({ memberId }) => memberId)
    for (const { id, tier } of page) {
      const own = periods.get(id) ?? []
      const lively = own.filter((one) => one.segments > 0 || one.spendFen + one.partnerSpendFen > 0)
      const ago = lively.map(({ period }) => monthsBetween(period, month)).filter((months) => months >= 0)
      const spendFen = own.reduce((sum, one) => sum + one.spendFen + one.partnerSpendFen, 0)
      const to = tiers.get(tier)
      if (!to) continue
      to.members += 1
      to[activityOf(ago.length === 0 ? null : Math.min(...ago))] += 1
      to.spendFen += spendFen
      const band = spendBand(spendFen)
      to.bands[band] = (to.bands[band] ?? 0) + 1
    }
    after = last.id
    done += page.length
    ctx.progress(done, null)
    await letOthersRun()
    ctx.signal.throwIfAborted()
  }
}

async function countService({ db }: Ctx, tiers: Tiers, since: number): Promise<void> {
  const of = (tier: string | null) => MEMBER_TIERS.flatMap((one) => (one === tier ? (tiers.get(one) ?? []) : []))
  for (const { tier, count } of await callsByTier(db, since)) for (const to of of(tier)) to.calls += count
  for (const kind of CASE_KINDS)
    for (const { tier, count } of await casesByTier(db, kind, since))
      for (const to of of(tier)) {
        to.cases += count
        if (kind === 'complaint') to.complaints += count
      }
  const answers = Map.groupBy(await answersSince(db, SURVEY_SCOPES, since), ({ tier }) => tier)
  for (const [tier, list] of answers)
    for (const to of of(tier)) {
      const points = list.flatMap(({ overall }) => overall ?? [])
      to.answers = list.length
      const sum = points.reduce((total, point) => total + point, 0)
      to.satisfaction = points.length === 0 ? null : Math.round((sum / points.length) * 100) / 100
    }
}
