import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { type HandOverSheet, type HandOverView, handOverSheet } from '../../shared/todos/hand-overs.ts'
import { namesOf, openRow } from '../cases/case-file.ts'
import { assign } from '../cases/changes.ts'
import { openRows } from '../cases/lists.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import {
  findHandOver,
  type HandOverRecord,
  handOversOf,
  insertHandOver,
  listTodos,
  openCaseIds,
  promisesOf,
  restrictedOf,
  updateHandOver,
} from './todo-queries.ts'
import { toViews } from './views.ts'

/** As much of the note as the log of a case takes for a reason. */
const LONGEST_REASON = 500

/** As many lines of a kind as a sheet that is read at the change of a shift can hold. */
const MOST_LINES = 200

export const handOvers: FeatureHandlers<'handOvers'> = {
  sheet: async (ctx) => sheetOf(ctx),

  list: async (ctx, { limit }) => toSheets(ctx, await handOversOf(ctx.db, ctx.actor.id, limit)),

  give: async (ctx, { toId, note, cases }) => {
    if (toId === ctx.actor.id) refuse('hand-over-self')
    must(canBeAsked(found(await findUserById(ctx.db, toId), 'user')))
    const sheet = withMoved(await sheetOf(ctx), cases)
    const isEmpty = sheet.cases.length + sheet.promises.length + sheet.todos.length === 0
    if (isEmpty && note === '') refuse('hand-over-empty')
    const row: HandOverRecord = {
      ...{ id: ctx.newId(), fromId: ctx.actor.id, toId, at: ctx.now, note },
      sheet: JSON.stringify(sheet),
      ...{ state: 'given', answer: '', answeredAt: null },
    }
    await insertHandOver(ctx.db, row)
    await moveCases(ctx, { cases, toId, reason: note.slice(0, LONGEST_REASON) })
    return toSheet(ctx, row)
  },

  answer: async (ctx, { id, state, answer }) => {
    const row = found(await findHandOver(ctx.db, id), 'handOver')
    if (row.toId !== ctx.actor.id) refuse('hand-over-not-yours')
    if (row.state !== 'given') refuse('hand-over-answered')
    if (state === 'declined' && answer === '') refuse('hand-over-reason')
    const change = { state, answer, answeredAt: ctx.now }
    await updateHandOver(ctx.db, id, change)
    return toSheet(ctx, { ...row, ...change })
  },
}

const withMoved = (sheet: HandOverSheet, moved: readonly CaseId[]): HandOverSheet => ({
  ...sheet,
  cases: sheet.cases.map((one) => ({ ...one, isMoved: moved.includes(one.id) })),
})

type Moved = { cases: readonly CaseId[]; toId: UserId; reason: string }

/** S1-40: own cases alone; the first that may not go keeps the whole act back. */
async function moveCases(ctx: Ctx, { cases, toId, reason }: Moved): Promise<void> {
  for (const id of new Set(cases)) {
    const { ownerId, lastSeq } = await openRow(ctx, id)
    if (ownerId !== ctx.actor.id) refuse('case-not-owner')
    await assign(ctx, { id, ownerId: toId, reason, expectedSeq: lastSeq })
  }
  if (cases.length > 1) ctx.subject({ caseId: null, memberId: null })
  if (cases.length > 0) ctx.note({ moved: [...cases] })
}

/** What of one's work is open now. A report of misconduct goes by its number alone: the colleague may not read it (S2-10). */
async function sheetOf(ctx: Ctx): Promise<HandOverSheet> {
  const { db, actor } = ctx
  const ids = await openCaseIds(db, actor.id, MOST_LINES)
  const restricted = await restrictedOf(db, ids)
  const cases = (await openRows(ctx, ids)).sort((a, b) => a.queueAt - b.queueAt)
  const todos = await toViews(ctx, await listTodos(db, { userId: actor.id, withEnded: false, limit: MOST_LINES }))
  return {
    cases: cases.map(({ id, number, kind, stateName, tier, title, nextDueAt }) => ({
      ...{ id, number, kind, stateName, tier, dueAt: nextDueAt, isMoved: false },
      title: restricted.has(id) ? '' : title,
    })),
    promises: await promisesOf(db, actor.id, MOST_LINES),
    todos: todos
      .filter(({ source }) => source !== 'moved')
      .map(({ title, detail, caseNumber, dueAt }) => ({ title, detail, caseNumber, dueAt })),
  }
}

async function toSheets(ctx: Ctx, rows: readonly HandOverRecord[]): Promise<HandOverView[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  )
  return rows.map((row) => ({
    ...row,
    fromId: row.fromId as UserId,
    toId: row.toId as UserId,
    fromName: names.get(row.fromId) ?? '',
    toName: names.get(row.toId) ?? '',
    sheet: handOverSheet.parse(JSON.parse(row.sheet)),
    mayAnswer: row.state === 'given' && row.toId === ctx.actor.id,
  }))
}

async function toSheet(ctx: Ctx, row: HandOverRecord): Promise<HandOverView> {
  const [view] = await toSheets(ctx, [row])
  return found(view, 'handOver')
}
