import { found, must, refuse } from '../../shared/failure.ts'
import { namesOf, takeNumber } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { figuresOf } from '../improvements/evaluations.ts'
import { toHundredths } from '../improvements/figures.ts'
import { mustBePeople } from '../improvements/propose.ts'
import { todayOf } from '../improvements/views.ts'
import { canApproveStandard, isInGroup, isMet } from '../rules/standards.ts'
import {
  endSeat,
  findResult,
  findStandard,
  insertResult,
  insertSeat,
  insertStandard,
  listSeats,
  listStandards,
  type ResultRecord,
  type StandardRecord,
  updateResult,
  updateStandard,
  versionsOf,
} from './queries.ts'
import { toGroup, toText, toViews } from './views.ts'

export const standards: FeatureHandlers<'standards'> = {
  list: async (ctx, { isRetiredToo }) => toViews(ctx, await listStandards(ctx.db, isRetiredToo)),

  versions: async (ctx, { code }) => {
    const rows = await versionsOf(ctx.db, code)
    const names = await namesOf(
      ctx.db,
      rows.flatMap(({ savedBy, approvedBy }) => [savedBy, approvedBy]),
    )
    return rows.map((row) => toText(row, names))
  },

  /** S4-97: a standard is drafted anew, or as the next version of one that stands; an unfinished draft is written over. */
  draft: async (ctx, { code, principles, target, ...about }) => {
    await mustKeep(ctx)
    const said = { ...about, target: toHundredths(target), principles: JSON.stringify(principles) }
    const saved = { savedBy: ctx.actor.id, savedAt: ctx.now }
    const [newest] = code === null ? [] : await versionsOf(ctx.db, code)
    if (code !== null && !newest) found(undefined, 'standard')
    if (newest?.state === 'draft') {
      ctx.note({ before: { title: newest.title, target: newest.target } })
      await updateStandard(ctx.db, newest.id, { ...said, ...saved })
      return view(ctx, newest.id)
    }
    const id = ctx.newId()
    await insertStandard(ctx.db, {
      ...{ ...said, ...saved, id, state: 'draft', approvedBy: null, approvedAt: null },
      code: newest?.code ?? (await nextCode(ctx)),
      version: (newest?.version ?? 0) + 1,
    })
    return view(ctx, id)
  },

  approve: async (ctx, { id }) => {
    await mustKeep(ctx)
    const row = await standardIn(ctx, id, 'draft')
    must(canApproveStandard({ savedBy: row.savedBy, principles: JSON.parse(row.principles) }, ctx.actor.id))
    for (const older of await versionsOf(ctx.db, row.code))
      if (older.state === 'inForce') await updateStandard(ctx.db, older.id, { state: 'retired' })
    await updateStandard(ctx.db, id, { state: 'inForce', approvedBy: ctx.actor.id, approvedAt: ctx.now })
    return view(ctx, id)
  },

  retire: async (ctx, { id, reason }) => {
    await standardIn(ctx, id, 'inForce')
    ctx.note({ reason })
    await updateStandard(ctx.db, id, { state: 'retired' })
    return view(ctx, id)
  },

  /** S4-98..103 S4-150: the figure of a period, entered or worked out from the cases as the standard says. */
  measure: async (ctx, { id, fromDay, toDay, value, note }) => {
    await mustKeep(ctx)
    const row = await standardIn(ctx, id, 'inForce')
    if (fromDay > toDay) refuse('standard-days')
    if (toDay > todayOf(ctx)) refuse('standard-future')
    const figure = row.figure === 'entered' ? value : await workedOut(ctx, row.figure, fromDay, toDay)
    if (figure === null) refuse(row.figure === 'entered' ? 'standard-figure' : 'standard-no-cases')
    await insertResult(ctx.db, {
      ...NEW_RESULT,
      ...{ id: ctx.newId(), standardId: id, code: row.code, fromDay, toDay, note },
      ...{ value: toHundredths(figure), recordedBy: ctx.actor.id, recordedAt: ctx.now },
    })
    return view(ctx, id)
  },

  /** S4-152: what is done about a result that missed its target, by whom and until when. */
  correct: async (ctx, { resultId, text, personId, dueDay }) => {
    await mustKeep(ctx)
    const { result, row } = await resultOf(ctx, resultId)
    if (isMet(row.direction, row.target, result.value)) refuse('standard-is-met')
    await mustBePeople(ctx, [personId])
    await updateResult(ctx.db, resultId, { correction: text, correctionBy: personId, correctionDue: dueDay })
    return view(ctx, row.id)
  },

  corrected: async (ctx, { resultId, outcome, doneDay }) => {
    const { result, row } = await resultOf(ctx, resultId)
    if (result.correction === null) refuse('standard-no-correction')
    if (result.correctionBy !== ctx.actor.id) await mustKeep(ctx)
    if (doneDay > todayOf(ctx)) refuse('standard-future')
    await updateResult(ctx.db, resultId, { outcome, outcomeDay: doneDay })
    return view(ctx, row.id)
  },

  group: (ctx) => toGroup(ctx),

  appoint: async (ctx, { userId, duty, fromDay }) => {
    await mustBePeople(ctx, [userId])
    const seats = await listSeats(ctx.db)
    if (seats.some((seat) => seat.userId === userId && (seat.toDay === null || seat.toDay >= fromDay)))
      refuse('quality-seat-taken')
    await insertSeat(ctx.db, { userId, duty, fromDay, toDay: null })
    return toGroup(ctx)
  },

  release: async (ctx, { userId, toDay }) => {
    const seat = (await listSeats(ctx.db)).find((one) => one.userId === userId && one.toDay === null)
    if (!seat || toDay < seat.fromDay) refuse('quality-seat-none')
    else await endSeat(ctx.db, seat, toDay)
    return toGroup(ctx)
  },
}

const NEW_RESULT = { correction: null, correctionBy: null, correctionDue: null, outcome: null, outcomeDay: null }

/** S4-104: standards are kept by the quality group; a manager stands above it. */
async function mustKeep(ctx: Ctx): Promise<void> {
  if (ctx.actor.role === 'manager') return
  if (!isInGroup(await listSeats(ctx.db), ctx.actor.id, todayOf(ctx))) refuse('quality-group-only')
}

async function nextCode(ctx: Ctx): Promise<string> {
  const year = todayOf(ctx).slice(0, 4)
  return `ZL-${year}-${String(await takeNumber(ctx.db, 'standard', year)).padStart(4, '0')}`
}

async function workedOut(ctx: Ctx, code: string, fromDay: string, toDay: string): Promise<number | null> {
  const figures = await figuresOf(ctx.db, fromDay, toDay)
  return figures.find((figure) => figure.code === code)?.value ?? null
}

async function standardIn(ctx: Ctx, id: string, state: StandardRecord['state']): Promise<StandardRecord> {
  const row = found(await findStandard(ctx.db, id), 'standard')
  if (row.state !== state) refuse(state === 'draft' ? 'standard-no-draft' : 'standard-not-in-force')
  return row
}

async function resultOf(ctx: Ctx, id: string): Promise<{ result: ResultRecord; row: StandardRecord }> {
  const result = found(await findResult(ctx.db, id), 'standardResult')
  return { result, row: found(await findStandard(ctx.db, result.standardId), 'standard') }
}

async function view(ctx: Ctx, id: string) {
  const [one] = await toViews(ctx, [found(await findStandard(ctx.db, id), 'standard')])
  return found(one, 'standard')
}
