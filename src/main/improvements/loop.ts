import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { DeedView, FeedbackRow, PrincipleVersion } from '../../shared/improvements/loop.ts'
import type { DeedForm } from '../../shared/improvements/loop-words.ts'
import { casesByIds, findCaseByNumber, namesOf, scopeOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canRecordDeed, deedsOf } from '../rules/improvement-deed.ts'
import {
  type DeedRecord,
  type FeedbackRecord,
  findDeed,
  insertDeed,
  insertFeedback,
  insertPrinciple,
  listDeeds,
  listFeedback,
  listPrinciples,
  markDeedSeen,
  type PrincipleRecord,
} from './loop-queries.ts'
import { mustBePeople } from './propose.ts'
import { improvementsOf } from './queries.ts'
import { todayOf, toRows } from './views.ts'

export const loop: FeatureHandlers<'loop'> = {
  feedback: async (ctx, { tone, limit }) => toFeedback(ctx, await listFeedback(ctx.db, tone, limit)),

  /** S1-72: what customers say without complaining is kept apart from cases. */
  addFeedback: async (ctx, said) => {
    if (said.day > todayOf(ctx)) refuse('improvement-future-day')
    const row = { ...said, id: ctx.newId(), recordedBy: ctx.actor.id, recordedAt: ctx.now }
    await insertFeedback(ctx.db, row)
    const [view] = await toFeedback(ctx, [row])
    return found(view, 'feedback')
  },

  principles: async (ctx) => toPrinciples(ctx, await listPrinciples(ctx.db)),

  /** S2-177: a principle gets a new version; earlier ones stay readable. */
  setPrinciple: async (ctx, { place, ...words }) => {
    const versions = (await listPrinciples(ctx.db)).filter((row) => row.place === place)
    const version = (versions[0]?.version ?? 0) + 1
    const row = { place, version, ...words, setBy: ctx.actor.id, setAt: ctx.now }
    await insertPrinciple(ctx.db, row)
    const [view] = await toPrinciples(ctx, [row])
    return found(view, 'principle')
  },

  deeds: async (ctx, { userId }) => toDeeds(ctx, await listDeeds(ctx.db, deedsOf(viewerOf(ctx), userId))),

  addDeed: async (ctx, { caseNumber, ...deed }) => {
    must(canRecordDeed(viewerOf(ctx), deed, todayOf(ctx)))
    await mustBePeople(ctx, [deed.userId])
    const about = caseNumber === null ? null : found(await findCaseByNumber(ctx.db, scopeOf(ctx), caseNumber), 'case')
    const row: DeedRecord = {
      ...{ ...deed, id: ctx.newId(), caseId: about?.id ?? null, isSeen: 0 },
      ...{ decidedBy: ctx.actor.id, decidedAt: ctx.now },
    }
    await insertDeed(ctx.db, row)
    return toDeed(ctx, row)
  },

  seeDeed: async (ctx, { id }) => {
    const deed = found(await findDeed(ctx.db, id), 'deed')
    if (deed.userId !== ctx.actor.id) refuse('deed-not-yours')
    await markDeedSeen(ctx.db, id)
    return toDeed(ctx, { ...deed, isSeen: 1 })
  },
}

async function toFeedback(ctx: Ctx, rows: readonly FeedbackRecord[]): Promise<FeedbackRow[]> {
  const names = await namesOf(
    ctx.db,
    rows.map(({ recordedBy }) => recordedBy),
  )
  const records = await improvementsOf(
    ctx.db,
    'feedback',
    rows.map(({ id }) => id),
  )
  const improvements = await toRows(ctx, records)
  return rows.map(({ recordedBy, recordedAt: _, ...row }) => ({
    ...row,
    recordedByName: names.get(recordedBy) ?? '',
    improvements: improvements.filter((_one, place) => records[place]?.sourceId === row.id),
  }))
}

async function toPrinciples(ctx: Ctx, rows: readonly PrincipleRecord[]): Promise<PrincipleVersion[]> {
  const names = await namesOf(
    ctx.db,
    rows.map(({ setBy }) => setBy),
  )
  return rows.map(({ setBy, ...row }) => ({ ...row, setByName: names.get(setBy) ?? '' }))
}

async function toDeed(ctx: Ctx, row: DeedRecord): Promise<DeedView> {
  const [view] = await toDeeds(ctx, [row])
  return found(view, 'deed')
}

async function toDeeds(ctx: Ctx, rows: readonly DeedRecord[]): Promise<DeedView[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ userId, decidedBy }) => [userId, decidedBy]),
  )
  const ids = rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))
  const numbers = new Map((await casesByIds(ctx.db, ids)).map(({ id, number }) => [id, number]))
  return rows.map(({ decidedBy, decidedAt: _, ...row }) => ({
    ...row,
    userId: row.userId as UserId,
    form: row.form as DeedForm,
    isSeen: row.isSeen === 1,
    name: names.get(row.userId) ?? '',
    caseNumber: row.caseId === null ? null : (numbers.get(row.caseId) ?? null),
    decidedByName: names.get(decidedBy) ?? '',
  }))
}
