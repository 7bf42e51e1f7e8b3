import { found, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { MarketNote } from '../../shared/partners/market.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { giveTodo } from '../todos/give.ts'
import { findUserById } from '../users/queries.ts'
import { findNote, insertNote, listNotes, type NoteRecord, updateNote } from './market-queries.ts'

/** S3-126: what was seen outside goes up with advice; the manager answers, and whoever wrote it learns of it. */
export const market: FeatureHandlers<'market'> = {
  list: async (ctx, { limit }) => toViews(ctx, await listNotes(ctx.db, limit)),

  report: async (ctx, note) => {
    if (found(await findUserById(ctx.db, note.toId), 'user').role !== 'manager') refuse('market-not-manager')
    const open = { decision: null, answer: '', answeredAt: null, answeredBy: null }
    const row: NoteRecord = { ...note, ...open, id: ctx.newId(), writtenAt: ctx.now, writtenBy: ctx.actor.id }
    await insertNote(ctx.db, row)
    await tell(ctx, note.toId, note.subject, note.advice)
    return toView(ctx, row)
  },

  answer: async (ctx, { id, decision, answer }) => {
    const row = found(await findNote(ctx.db, id), 'marketNote')
    if (row.answeredAt !== null) refuse('market-answered')
    const change = { decision, answer, answeredAt: ctx.now, answeredBy: ctx.actor.id }
    await updateNote(ctx.db, id, change)
    await tell(ctx, row.writtenBy, row.subject, answer)
    return toView(ctx, { ...row, ...change })
  },
}

async function tell(ctx: Ctx, userId: string, title: string, detail: string): Promise<void> {
  if (userId !== ctx.actor.id) await giveTodo(ctx, { userId, source: 'given', title, detail })
}

async function toView(ctx: Ctx, row: NoteRecord): Promise<MarketNote> {
  const [view] = await toViews(ctx, [row])
  return found(view, 'marketNote')
}

async function toViews(ctx: Ctx, rows: readonly NoteRecord[]): Promise<MarketNote[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ toId, writtenBy, answeredBy }) => [toId, writtenBy, answeredBy]),
  )
  return rows.map(({ writtenBy, answeredBy, ...row }) => ({
    ...row,
    toId: row.toId as UserId,
    toName: names.get(row.toId) ?? '',
    writtenByName: names.get(writtenBy) ?? '',
    answeredByName: answeredBy === null ? null : (names.get(answeredBy) ?? ''),
  }))
}
