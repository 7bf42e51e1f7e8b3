import { must, Refusal, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { NewTag } from '../../shared/wishes/model.ts'
import type { Stage, WishSource } from '../../shared/wishes/words.ts'
import type { Ctx } from '../engine/handler.ts'
import { canTag } from '../rules/wish.ts'
import { endSame, hasRefusedService, insertTag, memberExists, type WishRecord } from './queries.ts'

/** Where tags come from, and when the member said them. */
export type Said = { source: WishSource; sourceId: string | null; stage: Stage; saidAt: Instant }

/** A member of whom something may be written down (S4-73): named as the subject of the call. */
export async function mustBeOpen(ctx: Ctx, memberId: MemberId): Promise<void> {
  if (!(await memberExists(ctx.db, memberId))) throw new Refusal({ code: 'NOT_FOUND', entity: 'member' })
  ctx.subject({ memberId })
  if (await hasRefusedService(ctx.db, memberId)) refuse('wish-no-consent')
}

/** When something was said: now, or earlier. */
export function saidAtOf(ctx: Ctx, saidAt: Instant | undefined): Instant {
  if (saidAt !== undefined && saidAt > ctx.now) refuse('wish-in-future')
  return saidAt ?? ctx.now
}

/** S4-45: puts tags on a member; a tag that stands already is renewed by the newer word. */
export async function putTags(ctx: Ctx, memberId: string, tags: readonly NewTag[], said: Said): Promise<WishRecord[]> {
  const rows: WishRecord[] = []
  const seen = new Set<string>()
  for (const tag of tags) {
    must(canTag(tag.topic, tag.value))
    const key = `${tag.topic} ${tag.value}`
    if (seen.has(key)) continue
    seen.add(key)
    const row: WishRecord = {
      ...tag,
      ...said,
      id: ctx.newId(),
      memberId,
      ...{ recordedAt: ctx.now, recordedBy: ctx.actor.id, seenAt: null, seenBy: null, endedAt: null, endedBy: null },
    }
    await endSame(ctx.db, row, { endedAt: ctx.now, endedBy: ctx.actor.id })
    await insertTag(ctx.db, row)
    rows.push(row)
  }
  return rows
}
