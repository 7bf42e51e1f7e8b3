import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { ImprovementSheet } from '../../shared/improvements/model.ts'
import type { ImprovementAction, ImprovementEventKind } from '../../shared/improvements/words.ts'
import { findCase, scopeOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canChange, canImprove, improvementAfter, mayWork } from '../rules/improvement.ts'
import { toHundredths } from './figures.ts'
import { checkNamed, mustBePeople, propose } from './propose.ts'
import {
  type ImprovementRecord,
  improvementsOf,
  insertEvent,
  insertMeasure,
  insertTrainees,
  listImprovements,
  updateImprovement,
  updateMeasure,
  updateTrainee,
} from './queries.ts'
import { openImprovement, todayOf, toRows, toSheet } from './views.ts'

export const improvements: FeatureHandlers<'improvements'> = {
  list: async (ctx, { states, kind, ownerId, isOverdue, text, limit }) => {
    const rows = await listImprovements(ctx.db, {
      states,
      kind,
      ownerId,
      dueBefore: isOverdue ? todayOf(ctx) : null,
    })
    const wanted = text.toLowerCase()
    const hits = rows.filter(({ number, title, finding }) =>
      [number, title, finding].some((words) => words.toLowerCase().includes(wanted)),
    )
    const shown = await toRows(ctx, hits)
    return (isOverdue ? shown.filter((row) => row.isOverdue) : shown).slice(0, limit)
  },

  of: async (ctx, { sourceKind, sourceId }) => {
    if (sourceKind === 'case') found(await findCase(ctx.db, scopeOf(ctx), sourceId as CaseId), 'case')
    return toRows(ctx, await improvementsOf(ctx.db, sourceKind, [sourceId]))
  },

  show: (ctx, { id }) => toSheet(ctx, id),

  propose: async (ctx, proposal) => toSheet(ctx, (await propose(ctx, proposal)).id),

  change: async (ctx, { id, ...about }) => {
    const { row, facts } = await openImprovement(ctx, id)
    must(canChange(viewerOf(ctx), facts, row.proposedBy))
    if (facts.state !== 'proposed' && (about.ownerId === null || about.dueDay === null))
      refuse('improvement-owner-and-day')
    await checkNamed(ctx, about)
    const { title, finding, kind, ownerId, dueDay, topic, policyId } = row
    ctx.note({ before: { title, finding, kind, ownerId, dueDay, topic, policyId } })
    return save(ctx, id, 'change', about.title, about)
  },

  accept: async (ctx, { id, ownerId, dueDay }) => {
    await mustBePeople(ctx, [ownerId])
    return act(ctx, id, 'accept', dueDay, { ownerId, dueDay })
  },

  decline: (ctx, { id, reason }) => act(ctx, id, 'decline', reason),

  addMeasure: async (ctx, { id, text, ownerId, dueDay }) => {
    const { facts } = await openToWork(ctx, id)
    await mustBePeople(ctx, [ownerId])
    await insertMeasure(ctx.db, {
      ...{ id: ctx.newId(), improvementId: id, place: facts.measures + 1, text, ownerId, dueDay },
      ...{ result: null, doneDay: null, doneBy: null },
    })
    return save(ctx, id, 'measure', text)
  },

  measureDone: async (ctx, { id, measureId, result, doneDay }) => {
    const { measures, facts } = await openImprovement(ctx, id)
    const measure = found(
      measures.find((one) => one.id === measureId),
      'measure',
    )
    // Whoever carries a measure out says so, whosever the improvement is.
    must(mayWork(viewerOf(ctx), measure.ownerId === ctx.actor.id ? { ...facts, ownerId: ctx.actor.id } : facts))
    if (doneDay > todayOf(ctx)) refuse('improvement-future-day')
    await updateMeasure(ctx.db, measureId, { result, doneDay, doneBy: ctx.actor.id })
    return save(ctx, id, 'measureDone', result)
  },

  addTrainees: async (ctx, { id, people }) => {
    const { trainees } = await openToWork(ctx, id)
    const known = trainees.map(({ userId }) => userId)
    const added = [...new Set(people)].filter((userId) => !known.includes(userId))
    await mustBePeople(ctx, added)
    await insertTrainees(ctx.db, id, added)
    return save(ctx, id, 'trainee', String(added.length))
  },

  trained: async (ctx, { id, userId, day }) => {
    const { trainees } = await openToWork(ctx, id)
    found(
      trainees.find((one) => one.userId === userId),
      'trainee',
    )
    if (day !== null && day > todayOf(ctx)) refuse('improvement-future-day')
    await updateTrainee(ctx.db, { improvementId: id, userId, trainedDay: day, recordedBy: ctx.actor.id })
    return save(ctx, id, 'trained', day ?? '—')
  },

  start: (ctx, { id }) => act(ctx, id, 'start', ''),

  finish: (ctx, { id, text }) => act(ctx, id, 'finish', text, { finishedBy: ctx.actor.id }),

  verify: (ctx, { id, text, effect }) => {
    if (effect.day > todayOf(ctx)) refuse('improvement-future-day')
    return act(ctx, id, 'verify', text, {
      verifiedBy: ctx.actor.id,
      effectOf: effect.of,
      effectUnit: effect.unit,
      effectBefore: toHundredths(effect.before),
      effectAfter: toHundredths(effect.after),
      effectDay: effect.day,
    })
  },

  sendBack: (ctx, { id, reason }) => act(ctx, id, 'sendBack', reason, { finishedBy: null, verifiedBy: null }),

  close: (ctx, { id, text }) => act(ctx, id, 'close', text),

  comment: async (ctx, { id, text }) => {
    await openImprovement(ctx, id)
    return save(ctx, id, 'comment', text)
  },
}

async function openToWork(ctx: Ctx, id: string) {
  const file = await openImprovement(ctx, id)
  must(mayWork(viewerOf(ctx), file.facts))
  return file
}

async function act(
  ctx: Ctx,
  id: string,
  action: ImprovementAction,
  text: string,
  more: Partial<ImprovementRecord> = {},
): Promise<ImprovementSheet> {
  const { facts } = await openImprovement(ctx, id)
  must(canImprove(viewerOf(ctx), facts, action))
  ctx.note({ before: { state: facts.state } })
  return save(ctx, id, action, text, { ...more, state: improvementAfter(action) })
}

async function save(
  ctx: Ctx,
  id: string,
  action: ImprovementEventKind,
  text: string,
  change: Partial<ImprovementRecord> = {},
): Promise<ImprovementSheet> {
  await updateImprovement(ctx.db, id, { ...change, updatedAt: ctx.now })
  await insertEvent(ctx.db, { improvementId: id, at: ctx.now, actorId: ctx.actor.id, action, text })
  return toSheet(ctx, id)
}
