import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import { templateItem } from '../../shared/journeys/model.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canSettle, checkTemplate, SHIPPED_TEMPLATE } from '../rules/journey.ts'
import { findItem, insertItems, insertTemplate, itemsOf, newestTemplate, updateItem } from './queries.ts'
import { runningTrip, shown } from './trip.ts'

type Calls = Pick<FeatureHandlers<'journeys'>, 'template' | 'saveTemplate' | 'prepare' | 'addItem' | 'settle'>

/** What is settled before a departure: from a template that leads keep, item by item (S4-06, S4-15, S4-59). */
export const checklist: Calls = {
  template: async (ctx) => templateView(ctx),

  saveTemplate: async (ctx, { version, items, reason }) => {
    must(checkTemplate(items))
    const current = await templateView(ctx)
    if (current.version !== version) throw new Refusal({ code: 'CONFLICT', entity: 'journeyTemplate' })
    ctx.note({ before: { version, items: current.items } })
    const saved = { reason, savedAt: ctx.now, savedBy: ctx.actor.id }
    await insertTemplate(ctx.db, { ...saved, version: version + 1, body: JSON.stringify(items) })
    return templateView(ctx)
  },

  prepare: async (ctx, { tripId }) => {
    const trip = await runningTrip(ctx, tripId)
    if (!(await prepareTrip(ctx, trip.id))) refuse('journey-list-exists')
    return shown(ctx, tripId)
  },

  addItem: async (ctx, { tripId, itemKind, title }) => {
    await runningTrip(ctx, tripId)
    const items = await itemsOf(ctx.db, tripId)
    const place = Math.max(0, ...items.map((item) => item.place)) + 1
    const words = { titleZh: title, titleEn: title, templateVersion: null }
    await insertItems(ctx.db, [{ ...words, ...OPEN, id: ctx.newId(), tripId, place, kind: itemKind }])
    return shown(ctx, tripId)
  },

  settle: async (ctx, { id, state, note }) => {
    const item = found(await findItem(ctx.db, id), 'journeyItem')
    await runningTrip(ctx, item.tripId)
    must(canSettle(item.state, state, note))
    ctx.note({ before: { state: item.state, note: item.note } })
    const settled = state === 'open' ? OPEN : { state, note, settledAt: ctx.now, settledBy: ctx.actor.id }
    await updateItem(ctx.db, id, settled)
    return shown(ctx, item.tripId)
  },
}

const OPEN = { state: 'open', note: '', settledAt: null, settledBy: null } as const

/** Gives a trip the checklist of the template in force; false when it has one. */
export async function prepareTrip(ctx: Ctx, tripId: string): Promise<boolean> {
  if ((await itemsOf(ctx.db, tripId)).length > 0) return false
  const { version, items } = await templateView(ctx)
  await insertItems(
    ctx.db,
    items.map(({ kind, zh, en }, i) => ({
      ...OPEN,
      ...{ id: ctx.newId(), tripId, place: i + 1, kind, titleZh: zh, titleEn: en === '' ? zh : en },
      templateVersion: version,
    })),
  )
  return true
}

async function templateView(ctx: Ctx) {
  const row = await newestTemplate(ctx.db)
  if (!row) return { version: 1, items: [...SHIPPED_TEMPLATE], reason: '', savedAt: null, savedByName: null }
  const names = await namesOf(ctx.db, [row.savedBy])
  const { version, reason, savedAt } = row
  const items = templateItem.array().parse(JSON.parse(row.body))
  return { version, items, reason, savedAt, savedByName: names.get(row.savedBy) ?? '' }
}
