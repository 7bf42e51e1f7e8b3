import { z } from 'zod'
import { found, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { type DigestView, digestItem } from '../../shared/meetings/digests.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { giveTodo } from '../todos/give.ts'
import { findUserById } from '../users/queries.ts'
import {
  type DigestRecord,
  findDigest,
  insertDigest,
  listDigests,
  saidBetween,
  saidByIds,
  updateDigest,
} from './digest-queries.ts'

const items = z.array(digestItem)

/** S3-18: what customers said goes upward as it stood, and comes back with the manager's answer. */
export const digests: FeatureHandlers<'digests'> = {
  gather: async ({ db }, { fromDay, toDay }) => {
    if (fromDay > toDay) refuse('plan-days')
    return saidBetween(db, fromDay, toDay)
  },

  list: async (ctx, { limit }) => toViews(ctx, await listDigests(ctx.db, limit)),

  send: async (ctx, { items: chosen, toId, title, text }) => {
    const manager = found(await findUserById(ctx.db, toId), 'user')
    if (manager.role !== 'manager' || manager.status !== 'active') refuse('digest-to-manager')
    const said = await saidByIds(ctx.db, chosen)
    if (said.length < chosen.length) refuse('digest-item-gone')
    const row: DigestRecord = {
      ...{ id: ctx.newId(), title, text, toId, items: JSON.stringify(said) },
      ...{ sentBy: ctx.actor.id, sentAt: ctx.now, answer: '', answeredAt: null, answeredBy: null },
    }
    await insertDigest(ctx.db, row)
    if (toId !== ctx.actor.id) await giveTodo(ctx, { userId: toId, source: 'given', title, sourceId: row.id })
    return toView(ctx, row)
  },

  answer: async (ctx, { id, answer }) => {
    const row = found(await findDigest(ctx.db, id), 'digest')
    if (row.answeredAt !== null) refuse('digest-answered')
    const change = { answer, answeredAt: ctx.now, answeredBy: ctx.actor.id }
    await updateDigest(ctx.db, id, change)
    if (row.sentBy !== ctx.actor.id)
      await giveTodo(ctx, {
        ...{ userId: row.sentBy, source: 'given', title: row.title, detail: answer, sourceId: id },
      })
    return toView(ctx, { ...row, ...change })
  },
}

async function toView(ctx: Ctx, row: DigestRecord): Promise<DigestView> {
  const [view] = await toViews(ctx, [row])
  return found(view, 'digest')
}

async function toViews(ctx: Ctx, rows: readonly DigestRecord[]): Promise<DigestView[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ toId, sentBy, answeredBy }) => [toId, sentBy, answeredBy]),
  )
  return rows.map(({ sentBy, answeredBy, ...row }) => ({
    ...row,
    items: items.parse(JSON.parse(row.items)),
    toId: row.toId as UserId,
    toName: names.get(row.toId) ?? '',
    sentByName: names.get(sentBy) ?? '',
    answeredByName: answeredBy === null ? null : (names.get(answeredBy) ?? ''),
    mayAnswer: row.answeredAt === null && ctx.actor.role === 'manager',
  }))
}
