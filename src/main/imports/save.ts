import { TIER_RANK } from '../../shared/tiers/model.ts'
import type { ChangeReason, TierChangeKind } from '../../shared/tiers/views.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import type { Db, Row } from '../store/types.ts'
import type { Judged, MemberState } from './intake.ts'
import type { Plan } from './plan.ts'
import { updateMember, updatePeriod } from './queries.ts'

/** Stores what a batch of judged rows came to. */
export type Save = (judged: readonly Judged[]) => Promise<void>

export function saver(db: Db, plan: Plan, nextId: () => string): Save {
  const { now } = plan.context
  const insertMembers = bulkInsert(db, 'members')
  const insertPeriods = bulkInsert(db, 'memberPeriods')
  const insertTierChanges = bulkInsert(db, 'tierChanges')
  const insertChanges = bulkInsert(db, 'importChanges')

  return async (judged) => {
    const members = new Set<MemberState>()
    for (const { member } of judged) if (member) members.add(member)
    const created = [...members].filter((member) => !member.isStored)
    await insertMembers(created.map((member) => memberRow(member, now)))
    for (const { id, isStored, write } of members) {
      if (isStored && Object.keys(write).length > 0) await updateMember(db, id, { ...write, updatedAt: now })
    }
    const periods: Row<'memberPeriods'>[] = []
    for (const { id, months } of members) {
      for (const [period, { figures, isStored, isChanged }] of months) {
        if (isChanged && isStored) await updatePeriod(db, { memberId: id, period, ...figures })
        else if (isChanged) periods.push(periodRow(id, period, figures))
      }
    }
    await insertPeriods(periods)
    await insertTierChanges(
      [...members]
        .filter((member) => member.tierBefore !== member.columns.tier)
        .map((member) => tierChange(member, plan, nextId())),
    )
    await insertChanges(judged.flatMap((one) => changeRow(plan.importId, one)))
  }
}

function memberRow({ id, card, columns }: MemberState, now: number): Row<'members'> {
  return { id, cardNo: card, ...columns, verifiedAt: null, createdAt: now, updatedAt: now }
}

function periodRow(
  memberId: string,
  period: string,
  figures: Omit<Row<'memberPeriods'>, 'memberId' | 'period'>,
): Row<'memberPeriods'> {
  const { distanceKm, segments, spendFen, partnerSpendFen, points } = figures
  return { memberId, period, distanceKm, segments, spendFen, partnerSpendFen, points }
}

/** S3-42: a tier that a file brings stands in the member's history like any other. */
function tierChange({ id, columns, tierBefore }: MemberState, plan: Plan, changeId: string): Row<'tierChanges'> {
  const { tier, tierUntil } = columns
  const isHigher = TIER_RANK[tier] > TIER_RANK[tierBefore]
  const change: TierChangeKind = tierBefore === 'none' ? 'entry' : isHigher ? 'upgrade' : 'downgrade'
  const reason: ChangeReason = { kind: 'import', importId: plan.importId }
  return {
    id: changeId,
    memberId: id,
    runId: null,
    at: plan.context.now,
    fromTier: tierBefore,
    toTier: tier,
    change,
    reason: JSON.stringify(reason),
    policyId: null,
    validUntil: tierUntil,
    actorId: plan.actor.id,
  }
}

function changeRow(importId: string, { file, outcome, member, changes }: Judged): Row<'importChanges'>[] {
  if (!member || (outcome !== 'created' && outcome !== 'updated')) return []
  return [
    {
      importId,
      row: file.row,
      memberId: member.id,
      kind: outcome,
      fields: changes.length === 0 ? '[]' : JSON.stringify(changes),
    },
  ]
}
