import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { type SavedView, viewQuery } from '../../shared/views/model.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canChangeView, canShareView } from '../rules/view-rights.ts'
import type { Db, Row } from '../store/types.ts'
import { countGroups } from './groups.ts'
import { findView, insertView, MOST_VIEWS, ownViews, sharedViews, updateView } from './view-store.ts'

export const views: FeatureHandlers<'views'> = {
  list: async ({ db, actor }) => {
    const own = await ownViews(db, actor.id)
    const shared = (await sharedViews(db)).filter(({ ownerId }) => ownerId !== actor.id)
    const names = await namesOf(
      db,
      shared.map(({ ownerId }) => ownerId),
    )
    return [...own, ...shared].map((row) => toView(row, names.get(row.ownerId) ?? ''))
  },

  save: async (ctx, { id, name, isShared, digit, query }) => {
    const { db, actor, now } = ctx
    if (isShared) must(canShareView(viewerOf(ctx)))
    const before = id === undefined ? undefined : await viewToChange(ctx, id)
    const ownerId = before?.ownerId ?? actor.id
    await mustFit(db, ownerId, { id, name, digit })
    const change = { name, isShared: isShared ? 1 : 0, digit, query: JSON.stringify(query), updatedAt: now } as const
    const row = before
      ? { ...before, ...change }
      : { id: ctx.newId(), ownerId, createdAt: now, deletedAt: null, ...change }
    if (before) await updateView(db, before.id, change)
    else await insertView(db, row)
    return seen(db, row)
  },

  remove: async (ctx, { id }) => {
    const row = await viewToChange(ctx, id)
    await updateView(ctx.db, id, { deletedAt: ctx.now, updatedAt: ctx.now })
    return seen(ctx.db, row)
  },

  restore: async (ctx, { id }) => {
    const row = found(await findView(ctx.db, id), 'view')
    must(canChangeView(viewerOf(ctx), { ownerId: row.ownerId, isShared: row.isShared === 1 }))
    const taken = (await ownViews(ctx.db, row.ownerId)).some((other) => other.digit === row.digit)
    const back = { ...row, digit: taken ? null : row.digit, deletedAt: null }
    await updateView(ctx.db, id, { digit: back.digit, deletedAt: null, updatedAt: ctx.now })
    return seen(ctx.db, back)
  },

  groups: async (ctx, { filter, by }) => countGroups(ctx, filter, by),
}

async function viewToChange(ctx: Ctx, id: string): Promise<Row<'savedViews'>> {
  const row = await findView(ctx.db, id)
  const live = found(row?.deletedAt === null ? row : undefined, 'view')
  must(canChangeView(viewerOf(ctx), { ownerId: live.ownerId, isShared: live.isShared === 1 }))
  return live
}

type Wanted = { id: string | undefined; name: string; digit: number | null }

/** A person's views have names and keys of their own, and not without end. */
async function mustFit(db: Db, ownerId: string, { id, name, digit }: Wanted): Promise<void> {
  const others = (await ownViews(db, ownerId)).filter((row) => row.id !== id)
  if (id === undefined && others.length >= MOST_VIEWS) refuse('view-too-many', { max: MOST_VIEWS })
  if (others.some((row) => row.name === name)) refuse('view-name-taken', { name })
  const same = digit === null ? undefined : others.find((row) => row.digit === digit)
  if (same && digit !== null) refuse('view-key-taken', { digit, name: same.name })
}

async function seen(db: Db, row: Row<'savedViews'>): Promise<SavedView> {
  return toView(row, (await namesOf(db, [row.ownerId])).get(row.ownerId) ?? '')
}

function toView(row: Row<'savedViews'>, ownerName: string): SavedView {
  return {
    id: row.id,
    name: row.name,
    isShared: row.isShared === 1,
    ownerId: row.ownerId as UserId,
    ownerName,
    digit: row.digit,
    query: viewQuery.parse(JSON.parse(row.query)),
  }
}
