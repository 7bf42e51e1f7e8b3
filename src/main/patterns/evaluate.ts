import type { Ctx, Handler } from '../engine/handler.ts'
import {
  addToTally,
  type Finding,
  findPatterns,
  newTally,
  placeOf,
  type Stretch,
  windowsUpTo,
} from '../rules/patterns.ts'
import { complaintsOf, countCases, findLatest, insertAlert, insertRun, updateAlert } from './queries.ts'

/** S4-141: counts the complaints of thirteen weeks and raises a warning for each thing above the limit of its own history. */
export const evaluate: Handler<'patterns.evaluate'> = async (ctx) => {
  const { db, now } = ctx
  const windows = windowsUpTo(now)
  const [first, newest] = [windows[0], windows.at(-1)]
  if (!first || !newest) throw new Error('no windows')
  const tally = newTally()
  let cases = 0
  for await (const page of complaintsOf(db, { from: first.from, to: now })) {
    ctx.signal.throwIfAborted()
    addToTally(tally, page, windows)
    cases += page.length
    ctx.progress(cases, null)
  }
  const exposures: number[] = []
  for (const window of windows) exposures.push(await countCases(db, window))
  let raised = 0
  let standing = 0
  for (const finding of findPatterns(tally, exposures)) {
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
