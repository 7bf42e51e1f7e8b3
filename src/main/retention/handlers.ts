import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import { type LegalHold, retentionRun } from '../../shared/retention/contract.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { cardsOf } from '../rights/cards.ts'
import { canSchedule } from '../rules/retention.ts'
import type { Row } from '../store/types.ts'
import { running } from './run.ts'
import { presentSchedule } from './schedule-store.ts'

export const retention: FeatureHandlers<'retention'> = {
  ...running,

  schedule: async (ctx) => scheduleView(ctx),

  saveSchedule: async (ctx, { rules, reason }) => {
    must(canSchedule(rules))
    const { version, rules: before } = await presentSchedule(ctx.db)
    ctx.note({ before: before.map(({ kind, months }) => `${kind} ${months}`) })
    await ctx.db
      .insertInto('retentionSchedules')
      .values({ version: version + 1, body: JSON.stringify(rules), reason, savedAt: ctx.now, savedBy: ctx.actor.id })
      .execute()
    return scheduleView(ctx)
  },

  runs: async (ctx, { limit }) => {
    const rows = await ctx.db.selectFrom('retentionRuns').selectAll().orderBy('at', 'desc').limit(limit).execute()
    const names = await namesOf(
      ctx.db,
      rows.map(({ actorId }) => actorId),
    )
    return rows.map(({ actorId, body, ...row }) => ({
      ...row,
      actorName: names.get(actorId) ?? '',
      kinds: retentionRun.shape.kinds.parse(JSON.parse(body)),
    }))
  },

  holds: async (ctx) => {
    const rows = await ctx.db.selectFrom('legalHolds').selectAll().orderBy('setAt', 'desc').limit(500).execute()
    return toHolds(ctx, rows)
  },

  hold: async (ctx, { memberId, caseId, reason }) => {
    const { db, now, actor } = ctx
    ctx.subject({ memberId, caseId })
    if (memberId && (await cardsOf(db, [memberId])).size === 0) refuse('rights-no-member')
    if (caseId) found(await db.selectFrom('cases').select('id').where('id', '=', caseId).executeTakeFirst(), 'case')
    const row = {
      ...{ id: ctx.newId(), memberId, caseId, reason, setAt: now, setBy: actor.id },
      ...{ endedAt: null, endedBy: null, endReason: '' },
    }
    await db.insertInto('legalHolds').values(row).execute()
    const [view] = await toHolds(ctx, [row])
    return found(view, 'legalHold')
  },

  endHold: async (ctx, { id, reason }) => {
    const row = found(
      await ctx.db.selectFrom('legalHolds').selectAll().where('id', '=', id).executeTakeFirst(),
      'legalHold',
    )
    ctx.subject({ memberId: row.memberId as MemberId | null, caseId: row.caseId as CaseId | null })
    if (row.endedAt !== null) throw new Refusal({ code: 'CONFLICT', entity: 'legalHold' })
    await ctx.db
      .updateTable('legalHolds')
      .set({ endedAt: ctx.now, endedBy: ctx.actor.id, endReason: reason })
      .where('id', '=', id)
      .execute()
    return null
  },
}

async function scheduleView({ db }: Ctx) {
  const { savedBy, ...schedule } = await presentSchedule(db)
  const names = await namesOf(db, [savedBy])
  return { ...schedule, savedByName: savedBy === null ? null : (names.get(savedBy) ?? '') }
}

async function toHolds({ db }: Ctx, rows: readonly Row<'legalHolds'>[]): Promise<LegalHold[]> {
  const names = await namesOf(
    db,
    rows.flatMap(({ setBy, endedBy }) => [setBy, endedBy]),
  )
  const cards = await cardsOf(
    db,
    rows.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])),
  )
  const caseIds = rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))
  const cases =
    caseIds.length === 0
      ? []
      : await db.selectFrom('cases').select(['id', 'number']).where('id', 'in', caseIds).execute()
  const numbers = new Map(cases.map(({ id, number }) => [id, number]))
  return rows.map(({ setBy, endedBy, ...row }) => ({
    ...row,
    memberId: row.memberId as MemberId | null,
    caseId: row.caseId as CaseId | null,
    label: row.memberId ? (cards.get(row.memberId)?.card ?? '') : (numbers.get(row.caseId ?? '') ?? ''),
    setByName: names.get(setBy) ?? '',
    endedByName: endedBy === null ? null : (names.get(endedBy) ?? ''),
  }))
}
