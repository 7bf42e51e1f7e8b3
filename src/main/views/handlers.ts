import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { type AuditView, auditViewQuery, type SavedView, viewQuery } from '../../shared/views/model.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canChangeView, canShareView } from '../rules/view-rights.ts'
import type { Db, Row } from '../store/types.ts'
import { countGroups } from './groups.ts'
import { findView, insertView, MOST_VIEWS, ownViews, sharedViews, updateView } from './view-store.ts'

export const views: FeatureHandlers<'views'> = {
  list: async (ctx) => {
    const { rows, names } = await seenBy(ctx)
    return rows.filter((row) => !isOfAudit(row)).map((row) => toView(row, names.get(row.ownerId) ?? ''))
  },

  save: async (ctx, wanted) => {
    const row = await save(ctx, { ...wanted, isOfAudit: false })
    return toView(row, await ownerName(ctx.db, row))
  },

  listAudit: async (ctx) => {
    const { rows, names } = await seenBy(ctx)
    return rows.filter(isOfAudit).map((row) => toAuditView(row, names.get(row.ownerId) ?? ''))
  },

  saveAudit: async (ctx, wanted) => {
    const row = await save(ctx, { ...wanted, digit: null, isOfAudit: true })
    return toAuditView(row, await ownerName(ctx.db, row))
  },

  remove: async (ctx, { id }) => {
    const { name } = await viewToChange(ctx, id)
    await updateView(ctx.db, id, { deletedAt: ctx.now, updatedAt: ctx.now })
    return { id, name }
  },

  restore: async (ctx, { id }) => {
    const row = hers(ctx, await findView(ctx.db, id))
    must(canChangeView(viewerOf(ctx), { ownerId: row.ownerId, isShared: row.isShared === 1 }))
    const taken = (await ownViews(ctx.db, row.ownerId)).some((other) => other.digit === row.digit)
    const back = { ...row, digit: taken ? null : row.digit, deletedAt: null }
    await updateView(ctx.db, id, { digit: back.digit, deletedAt: null, updatedAt: ctx.now })
    return { id, name: back.name }
  },

  groups: async (ctx, { filter, by }) => countGroups(ctx, filter, by),
}

type Draft = {
  id?: string | undefined
  name: string
  isShared: boolean
  digit: number | null
  query: object
  isOfAudit: boolean
}

async function save(
  ctx: Ctx,
  { id, name, isShared, digit, query, isOfAudit: ofAudit }: Draft,
): Promise<Row<'savedViews'>> {
  const { db, actor, now } = ctx
  if (isShared) must(canShareView(viewerOf(ctx)))
  const before = id === undefined ? undefined : await viewToChange(ctx, id)
  if (before && isOfAudit(before) !== ofAudit) found(undefined, 'view')
  const ownerId = before?.ownerId ?? actor.id
  await mustFit(db, ownerId, { id, name, digit })
  const change = { name, isShared: isShared ? 1 : 0, digit, query: JSON.stringify(query), updatedAt: now } as const
  const row = before
    ? { ...before, ...change }
    : { id: ctx.newId(), ownerId, createdAt: now, deletedAt: null, ...change }
  if (before) await updateView(db, before.id, change)
  else await insertView(db, row)
  return row
}

/** A view of the audit log, whose filter may name a member, is there for managers only, like the log. */
function hers({ actor }: Ctx, row: Row<'savedViews'> | undefined): Row<'savedViews'> {
  return found(row && isOfAudit(row) && actor.role !== 'manager' ? undefined : row, 'view')
}

function isOfAudit({ query }: Row<'savedViews'>): boolean {
  return auditViewQuery.safeParse(JSON.parse(query)).success
}

/** The views that the asking person may choose from, and the names of those who share them. */
async function seenBy({ db, actor }: Ctx): Promise<{ rows: Row<'savedViews'>[]; names: ReadonlyMap<string, string> }> {
  const own = await ownViews(db, actor.id)
  const shared = (await sharedViews(db)).filter(({ ownerId }) => ownerId !== actor.id)
  const names = await namesOf(
    db,
    shared.map(({ ownerId }) => ownerId),
  )
  return { rows: [...own, ...shared], names }
}

async function viewToChange(ctx: Ctx, id: string): Promise<Row<'savedViews'>> {
  const row = await findView(ctx.db, id)
  const live = hers(ctx, row?.deletedAt === null ? row : undefined)
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

async function ownerName(db: Db, { ownerId }: Row<'savedViews'>): Promise<string> {
  return (await namesOf(db, [ownerId])).get(ownerId) ?? ''
}

function toView(row: Row<'savedViews'>, name: string): SavedView {
  return { ...headOf(row, name), query: viewQuery.parse(JSON.parse(row.query)) }
}

function toAuditView(row: Row<'savedViews'>, name: string): AuditView {
  return { ...headOf(row, name), query: auditViewQuery.parse(JSON.parse(row.query)) }
}

function headOf({ id, name, isShared, ownerId, digit }: Row<'savedViews'>, ownerName: string) {
  return { ...{ id, name, digit, ownerName }, isShared: isShared === 1, ownerId: ownerId as UserId }
}
