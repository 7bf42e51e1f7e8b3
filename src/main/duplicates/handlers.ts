import type { MergeView } from '../../shared/duplicates/model.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { isReached, memberScopeOf, ofReached, reachedAmong } from '../members/reach.ts'
import { canMerge, familyIn, rootOf } from '../rules/member-merge.ts'
import { familyOf, linksAround } from './links.ts'
import {
  type FileRow,
  filesAlike,
  filesByIds,
  findMerge,
  insertMerge,
  mergesOf,
  sharedValues,
  undoMerge,
} from './queries.ts'
import { sameIn, suggestionsFor, toBrief, toMerges } from './views.ts'

export const duplicates: FeatureHandlers<'duplicates'> = {
  of: async (ctx, { memberId }) => {
    const file = await load(ctx, memberId)
    const family = await familyOf(ctx.db, memberId)
    const root = family[0] ?? memberId
    const scope = memberScopeOf(ctx)
    if (!(await isReached(ctx.db, scope, memberId))) refuse('member-beyond-scope')
    return {
      leadsTo: root === memberId ? null : toBrief(await load(ctx, root as MemberId)),
      merges: await toMerges(ctx, await mergesOf(ctx.db, family)),
      suggestions: await ofReached(ctx.db, scope, await suggestionsFor(ctx.db, file, family)),
    }
  },

  find: async (ctx, { same, after, limit }) => {
    const shared = await sharedValues(ctx.db, same, after, limit)
    const groups = []
    for (const { ids } of shared) {
      ctx.signal.throwIfAborted()
      const links = await linksAround(ctx.db, ids)
      const roots = ids.map((id) => rootOf(links, id))
      const persons = await reachedAmong(ctx.db, memberScopeOf(ctx), roots)
      if (persons.size < 2) continue
      const files = await filesByIds(ctx.db, [...persons])
      groups.push({ same, files: [...files.values()].map(toBrief).sort((a, b) => (a.card < b.card ? -1 : 1)) })
    }
    const last = shared.at(-1)
    return { groups, next: last && shared.length >= limit ? last.value : null }
  },

  merge: async (ctx, { winnerId, loserId, reason }) => {
    const winner = await load(ctx, winnerId)
    await load(ctx, loserId)
    ctx.subject({ memberId: winnerId })
    must(canMerge(await linksAround(ctx.db, [winnerId, loserId]), { winnerId, loserId }))
    const same = sameIn(await filesAlike(ctx.db, winner), loserId)
    const row = {
      ...{ id: ctx.newId(), winnerId, loserId, standing: loserId, reason, grounds: JSON.stringify(same) },
      ...{ mergedAt: ctx.now, mergedBy: ctx.actor.id, undoneAt: null, undoneBy: null, undoReason: '' },
    }
    await insertMerge(ctx.db, row)
    return view(ctx, row.id)
  },

  undo: async (ctx, { id, reason }) => {
    const { winnerId, loserId } = found(await findMerge(ctx.db, id), 'merge')
    ctx.subject({ memberId: winnerId as MemberId })
    ctx.note({ parted: loserId, family: familyIn(await linksAround(ctx.db, [winnerId]), winnerId) })
    const end = { undoneAt: ctx.now, undoneBy: ctx.actor.id, undoReason: reason }
    if (!(await undoMerge(ctx.db, id, end))) refuse('merge-undone')
    return view(ctx, id)
  },
}

async function load(ctx: Ctx, id: MemberId): Promise<FileRow> {
  const row = found((await filesByIds(ctx.db, [id])).get(id), 'member')
  ctx.subject({ memberId: id })
  return row
}

async function view(ctx: Ctx, id: string): Promise<MergeView> {
  const [one] = await toMerges(ctx, [found(await findMerge(ctx.db, id), 'merge')])
  return found(one, 'merge')
}
