import type { MemberId } from '../../shared/ids.ts'
import { type KinView, kinState } from '../../shared/kin/model.ts'
import { KIN_RIGHTS } from '../../shared/kin/words.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { maskValue } from '../rules/masking.ts'
import { dayAt } from '../rules/zone.ts'
import { type KinRecord, kinOfMembers } from './queries.ts'

const STATE_ORDER = ['inForce', 'future', 'expired', 'ended']

/** The rights kept as JSON text. */
export function rightsOf({ rights }: Pick<KinRecord, 'rights'>): KinView['rights'] {
  const kept: unknown = JSON.parse(rights)
  return KIN_RIGHTS.filter((right) => Array.isArray(kept) && kept.includes(right))
}

/** Everybody who speaks or spoke for one person, those who may now first. */
export async function kinOf(ctx: Ctx, memberIds: readonly string[]): Promise<KinView[]> {
  return toViews(ctx, await kinOfMembers(ctx.db, memberIds))
}

export async function toViews(ctx: Ctx, rows: readonly KinRecord[]): Promise<KinView[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ recordedBy, endedBy }) => [recordedBy, endedBy]),
  )
  const today = dayAt(DESK_ZONE, ctx.now)
  return rows
    .map(({ phone, normalized: _, recordedBy, endedBy, ...row }) => ({
      ...row,
      memberId: row.memberId as MemberId,
      maskedPhone: maskValue('phone', phone),
      rights: rightsOf(row),
      state: kinState(row, today),
      recordedByName: names.get(recordedBy) ?? '',
      endedByName: endedBy === null ? null : (names.get(endedBy) ?? ''),
    }))
    .sort((a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state))
}
