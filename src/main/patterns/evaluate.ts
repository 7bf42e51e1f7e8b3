import { numbersOf } from '../../shared/targets/desk-numbers.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { targetsAt } from '../policies/queries.ts'
import { type Finding, placeOf, type Stretch } from '../rules/patterns.ts'
import { lookWith } from './look.ts'
import { findLatest, insertAlert, insertRun, updateAlert } from './queries.ts'

/** S4-141: counts the complaints of the policy's windows and raises a warning for each thing above the limit of its own history. */
export const evaluate: Handler<'patterns.evaluate'> = async (ctx) => {
  const { db, now } = ctx
  const { patterns: numbers } = numbersOf((await targetsAt(db, now)).body)
  const { cases, findings, newest } = await lookWith(ctx, numbers)
  let raised = 0
  let standing = 0
  for (const finding of findings) {
    const place = await keep(ctx, finding, newest)
    raised += place === 'new' ? 1 : 0
    standing += place === 'standing' ? 1 : 0
  }
  await insertRun(db, { id: ctx.newId(), at: now, actorId: ctx.actor.id, cases, raised })
  ctx.note({ cases, raised, standing })
  return { cases, raised, standing }
}

/** A warning that stands is told the newest numbers; a settled one is not raised again for the same complaints. */
async function keep(ctx: Ctx, finding: Finding, window: Stretch): Promise<ReturnType<typeof placeOf>> {
  const { dimension, value, figures } = finding
  const known = await findLatest(ctx.db, dimension, value)
  const place = placeOf(known, window)
  const numbers = {
    windowFrom: window.from,
    windowTo: window.to,
    count: figures.count,
    limit: figures.limit,
    body: JSON.stringify(figures),
  }
  if (place === 'new')
    await insertAlert(ctx.db, { ...NEW, id: ctx.newId(), dimension, value, raisedAt: ctx.now, ...numbers })
  if (place === 'standing' && known) await updateAlert(ctx.db, known.id, numbers)
  return place
}

const NEW = {
  state: 'open',
  ownerId: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  finding: null,
  foundAt: null,
  foundBy: null,
  closedAt: null,
  closedBy: null,
  outcome: null,
  closing: null,
} as const
