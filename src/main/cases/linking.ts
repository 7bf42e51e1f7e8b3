import type { CaseView } from '../../shared/cases/views.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { type Tie, tiesIn } from '../rules/case-ties.ts'
import { type CaseFile, fileOf, openFile, saveChange, scopeOf } from './case-file.ts'
import { readable } from './in-scope.ts'
import { rowsOf } from './lists.ts'
import { isMerge } from './merging.ts'
import { type CaseRecord, casesByIds, findCase, relatedCases } from './queries.ts'
import { toState } from './views.ts'

/** S1-10 S1-48: two cases about the same matter point at each other; both histories stay as they are. */
export const link: Handler<'cases.link'> = async (ctx, { id, otherId, reason }) => {
  const { file, other } = await bothFiles(ctx, id, otherId)
  if (tieBetween(file, other) !== undefined) refuse('case-linked-already', { number: other.row.number })
  const points = file.row.relatedCaseId === null ? { relatedCaseId: otherId } : {}
  await saveChange(ctx, other, { events: [entry(ctx, file.row, { reason })] })
  return toState(await saveChange(ctx, file, { row: points, events: [entry(ctx, other.row, { reason })] }), ctx.now)
}

/** S1-48: a link made by mistake is taken back on both sides, on record; what a merge or a split tied stays tied. */
export const unlink: Handler<'cases.unlink'> = async (ctx, { id, otherId, reason }) => {
  const { file, other } = await bothFiles(ctx, id, otherId)
  const tie = tieBetween(file, other)
  if (tie === undefined) refuse('case-not-linked', { number: other.row.number })
  if (tie !== 'linked') refuse('case-link-fixed', { number: other.row.number })
  const data = { isTakenBack: true, reason }
  const freed = (row: CaseRecord, from: CaseRecord) => (row.relatedCaseId === from.id ? { relatedCaseId: null } : {})
  await saveChange(ctx, other, { row: freed(other.row, file.row), events: [entry(ctx, file.row, data)] })
  const change = { row: freed(file.row, other.row), events: [entry(ctx, other.row, data)] }
  return toState(await saveChange(ctx, file, change), ctx.now)
}

async function bothFiles(ctx: Ctx, id: CaseId, otherId: CaseId): Promise<{ file: CaseFile; other: CaseFile }> {
  if (id === otherId) refuse('case-merge-self')
  const file = await openFile(ctx, id)
  return { file, other: await fileOf(ctx, found(await findCase(ctx.db, scopeOf(ctx), otherId), 'case')) }
}

const entry = (ctx: Ctx, { id, number }: CaseRecord, data: Record<string, unknown>) => ({
  at: ctx.now,
  actorId: ctx.actor.id,
  kind: 'linked' as const,
  data: { caseId: id, number, ...data },
})

/** What ties two cases, whichever of them knows it; a case may also have named the other when it was registered. */
function tieBetween(file: CaseFile, other: CaseFile): Tie | undefined {
  return standing(file, other.row) ?? standing(other, file.row)
}

function standing({ row, events }: CaseFile, other: CaseRecord): Tie | undefined {
  const points = row.relatedCaseId === other.id
  const isMerged = points && events.findLast(isMerge)?.toState === row.state
  return isMerged ? 'merged' : (tiesIn(events).get(other.id) ?? (points ? 'linked' : undefined))
}

/** The cases tied to one, oldest first, as far as the person may see them. */
export async function relatedTo(ctx: Ctx, file: CaseFile): Promise<CaseView['related']> {
  const scope = scopeOf(ctx)
  const ties = tiesIn(file.events)
  const pointed = await relatedCases(ctx.db, file.row)
  const known = new Set(pointed.map(({ id }) => id))
  const others = await casesByIds(
    ctx.db,
    [...ties.keys()].filter((id) => !known.has(id)),
  )
  const seen = await readable(ctx.db, scope, [...pointed, ...others])
  const rows = seen.sort((a, b) => a.receivedAt - b.receivedAt)
  const shown = await rowsOf(ctx.db, rows)
  return shown.map((row, i) => {
    const other = rows[i]
    return { ...row, tie: (other && standing(file, other)) ?? ties.get(row.id) ?? 'linked' }
  })
}
