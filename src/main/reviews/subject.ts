import { found, refuse } from '../../shared/failure.ts'
import type { CallId, CaseId, UserId } from '../../shared/ids.ts'
import type { ReviewFigures, ReviewSubject } from '../../shared/reviews/model.ts'
import { namesOf, openFile } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { caseFiguresOf } from '../rules/review-figures.ts'
import { handlersOf } from './queries.ts'
import { callIdOf, caseIdOf, findCall } from './subject-queries.ts'

/** What is judged, with what its own data say about it. */
export type Subject = {
  view: ReviewSubject
  figures: ReviewFigures
  /** Everybody who had it in hand. */
  workers: string[]
  isOver: boolean
}

export type Which = { caseId?: CaseId | undefined; callId?: CallId | undefined; number?: string | undefined }

/** Opens a case or call to be judged; the person must be allowed to see it. */
export async function subjectOf(ctx: Ctx, which: Which): Promise<Subject> {
  if (which.caseId !== undefined) return caseSubject(ctx, which.caseId)
  if (which.callId !== undefined) return callSubject(ctx, which.callId)
  const number = (which.number ?? '').toUpperCase()
  const caseId = await caseIdOf(ctx.db, number)
  if (caseId !== undefined) return caseSubject(ctx, caseId)
  return callSubject(ctx, found(await callIdOf(ctx.db, number), 'reviewSubject'))
}

async function caseSubject(ctx: Ctx, id: CaseId): Promise<Subject> {
  const { row, events, clocks, recorded } = await openFile(ctx, id)
  if (row.kind !== 'complaint') refuse('review-complaints-only')
  const names = await namesOf(ctx.db, [row.ownerId])
  const countOf = (kind: string) => events.filter((event) => event.kind === kind).length
  const figures = caseFiguresOf({
    ...row,
    clocks,
    recorded,
    contacts: countOf('contacted'),
    evidence: countOf('evidence'),
  })
  return {
    figures,
    workers: [...((await handlersOf(ctx.db, [id])).get(id) ?? [])],
    isOver: row.isOpen === 0 && row.closedAt !== null,
    view: {
      kind: 'complaint',
      caseId: id,
      callId: null,
      number: row.number,
      about: row.category,
      caseKind: row.kind,
      endedAt: row.closedAt,
      agentId: row.ownerId as UserId | null,
      agentName: names.get(row.ownerId ?? '') ?? null,
    },
  }
}

async function callSubject(ctx: Ctx, id: CallId): Promise<Subject> {
  const row = found(await findCall(ctx.db, id), 'call')
  ctx.subject({ memberId: row.memberId as never })
  const { rings, waitMs, talkMs, holdMs, wrapUpMs } = row
  const names = await namesOf(ctx.db, [row.agentId])
  return {
    figures: {
      of: 'call',
      ...{ rings, waitMs, talkMs, holdMs, wrapUpMs },
      isInTime: row.isInTime === null ? null : row.isInTime === 1,
    },
    workers: row.agentId === null ? [] : [row.agentId],
    isOver: row.state === 'done',
    view: {
      kind: 'call',
      caseId: null,
      callId: id,
      number: row.number,
      about: row.resultCode ?? '',
      caseKind: null,
      endedAt: row.endedAt,
      agentId: row.agentId as UserId | null,
      agentName: names.get(row.agentId ?? '') ?? null,
    },
  }
}
