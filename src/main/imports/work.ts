import { TIER_RANK } from '../../shared/tiers/model.ts'
import type { ChangeReason, TierChangeKind } from '../../shared/tiers/views.ts'
import { idsBehind } from '../rules/import-ids.ts'
import { NEW_MEMBER } from '../rules/import-merge.ts'
import { type Packed, packer, type Value } from '../store/pack-rows.ts'
import type { Row } from '../store/types.ts'
import type { Judged, MemberState } from './intake.ts'
import type { Counts, Facts, RefusedRow } from './plan.ts'
import { NO_COUNTS } from './plan.ts'

/** What the store has to do for one batch of rows. */
export type Work = {
  /** The members that these rows make, and the ids of the first and the last of them; undefined when there is none. */
  created: { rows: Packed<'members'>; first: string; last: string } | undefined
  updates: { id: string; columns: Partial<Row<'members'>> }[]
  newPeriods: Row<'memberPeriods'>[]
  changedPeriods: Row<'memberPeriods'>[]
  /** Of members who were there before; the first tier of a new one follows from its columns. */
  tierChanges: Row<'tierChanges'>[]
  /** What changed of members who were there; which row made a member stands in the member's id. */
  changes: Row<'importChanges'>[]
  counts: Counts
  refused: RefusedRow[]
}

/** Turns judged rows into work, batch after batch. */
export type WorkMaker = (judged: readonly Judged[]) => Work

export function workMaker(facts: Facts): WorkMaker {
  const { now, importId } = facts
  const nextId = idsBehind(facts.changeSeries)
  return (judged) => {
    const work: Work = { ...NOTHING(), counts: { ...NO_COUNTS } }
    const made: MemberState[] = []
    const others = new Set<MemberState>()
    for (const { file, outcome, member, changes, errors } of judged) {
      work.counts.read += 1
      work.counts[outcome] += 1
      if (member && outcome === 'created') made.push(member)
      else if (member) others.add(member)
      if (member && outcome === 'updated') work.changes.push(changeRow(importId, file.row, member.id, changes))
      if (outcome === 'rejected') work.refused.push({ file, errors })
    }
    if (facts.isDry) return work
    for (const member of others) if (member.isStored) addUpdate(work, member, facts, nextId)
    addCreated(work, made, now)
    return work
  }
}

function addUpdate(work: Work, member: MemberState, facts: Facts, nextId: () => string): void {
  const { id, write } = member
  if (Object.keys(write).length > 0) work.updates.push({ id, columns: { ...write, updatedAt: facts.now } })
  if (member.tierBefore !== member.columns.tier) work.tierChanges.push(tierChange(member, facts, nextId()))
  addPeriods(work, member)
  settle(member)
}

function addCreated(work: Work, made: readonly MemberState[], now: number): void {
  const [first, last] = [made[0], made.at(-1)]
  if (!first || !last) return
  const rows = packer('members', MEMBER_COLUMNS)
  for (const member of made) {
    rows.add(memberValues(member, now))
    addPeriods(work, member)
    settle(member)
  }
  work.created = { rows: rows.packed(), first: first.id, last: last.id }
}

const NOTHING = (): Omit<Work, 'counts'> => ({
  created: undefined,
  updates: [],
  newPeriods: [],
  changedPeriods: [],
  tierChanges: [],
  changes: [],
  refused: [],
})

/** Columns of a member made by a file; the middle ones stand as the rules write them. */
const MEMBER_COLUMNS = [
  'id',
  'cardNo',
  ...Object.keys(NEW_MEMBER),
  'verifiedAt',
  'createdAt',
  'updatedAt',
] as (keyof Row<'members'>)[]

function memberValues({ id, card, columns }: MemberState, now: number): Value[] {
  return [id, card, ...Object.values(columns), null, now, now]
}

function addPeriods(work: Work, { id, months }: MemberState): void {
  if (!months) return
  for (const [period, { figures, isStored, isChanged }] of months) {
    if (!isChanged) continue
    const { distanceKm, segments, spendFen, partnerSpendFen, points } = figures
    const row = { memberId: id, period, distanceKm, segments, spendFen, partnerSpendFen, points }
    if (isStored) work.changedPeriods.push(row)
    else work.newPeriods.push(row)
  }
}

/** A later batch may find the member again: by then all of this is stored. */
function settle(member: MemberState): void {
  member.isStored = true
  member.write = {}
  member.tierBefore = member.columns.tier
  for (const [period, state] of member.months ?? []) {
    if (state.isChanged) member.months?.set(period, { ...state, isStored: true, isChanged: false })
  }
}

const reasonOf = (importId: string) => JSON.stringify({ kind: 'import', importId } satisfies ChangeReason)

/** S3-42: a tier that a file brings stands in the member's history like any other. */
function tierChange({ id, columns, tierBefore }: MemberState, facts: Facts, changeId: string): Row<'tierChanges'> {
  const { tier, tierUntil } = columns
  const isHigher = TIER_RANK[tier] > TIER_RANK[tierBefore]
  const change: TierChangeKind = tierBefore === 'none' ? 'entry' : isHigher ? 'upgrade' : 'downgrade'
  return {
    id: changeId,
    memberId: id,
    runId: null,
    at: facts.now,
    fromTier: tierBefore,
    toTier: tier,
    change,
    reason: reasonOf(facts.importId),
    policyId: null,
    validUntil: tierUntil,
    actorId: facts.actorId,
  }
}

/** What every first tier of a member made by this import has in common. */
export function entryOf({ now, importId, actorId }: Facts) {
  return { at: now, reason: reasonOf(importId), actorId }
}

function changeRow(importId: string, row: number, memberId: string, changes: readonly unknown[]): Row<'importChanges'> {
  return { importId, row, memberId, kind: 'updated', fields: JSON.stringify(changes) }
}
