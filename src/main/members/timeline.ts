import { found } from '../../shared/failure.ts'
import type { TimelineEntry } from '../../shared/members/overview.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import { scopeOf } from '../cases/case-file.ts'
import { familyOf } from '../duplicates/links.ts'
import type { Handler } from '../engine/handler.ts'
import { momentOf } from '../rules/zone.ts'
import { findMember } from './queries/file.ts'
import { type Span, TIMELINE_READERS } from './queries/timeline.ts'

/** What happened to one person, newest first, over all of the person's files, by kind and period, page by page. */
export const timeline: Handler<'members.timeline'> = async (ctx, { id, kinds, from, to, before, limit }) => {
  found(await findMember(ctx.db, id), 'member')
  ctx.subject({ memberId: id })
  const span: Span = {
    ids: await familyOf(ctx.db, id),
    scope: scopeOf(ctx),
    from: from === undefined ? 0 : momentOf(DESK_ZONE, from, 0),
    until: to === undefined ? null : momentOf(DESK_ZONE, to, 0) + DAY,
    before,
    limit: limit + 1,
  }
  const all: TimelineEntry[] = []
  for (const kind of new Set(kinds)) all.push(...(await TIMELINE_READERS[kind](ctx.db, span)))
  const items = all.sort(newestFirst).slice(0, limit)
  const last = items.at(-1)
  return { items, next: all.length > limit && last ? { at: last.at, id: last.id } : null }
}

// Ids are compared as the stores compare them, so that a page ends where the next one begins.
function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  return b.at - a.at || Buffer.compare(Buffer.from(b.id), Buffer.from(a.id))
}
