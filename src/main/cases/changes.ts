import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import type { Handler } from '../engine/handler.ts'
import { peopleNamed, tellNamed } from '../marks/mentions.ts'
import { mustBeQualified } from '../routing/decide.ts'
import { canAssign } from '../rules/assignment.ts'
import { phoneDigits } from '../rules/case-phone.ts'
import { canBackdate, checkTimes } from '../rules/case-times.ts'
import { saidIn } from '../rules/said.ts'
import { reindexCase } from '../search/word-store.ts'
import { expectSeq, openFile, saveChange, viewerOf } from './case-file.ts'
import { type CaseRecord, findHandler } from './queries.ts'
import { record } from './record.ts'
import { openToAssign } from './restricted.ts'
import { toState } from './views.ts'

/** S1-40 S2-36 S5-68: exactly one owner at every moment; each change stays in the history with its reason. */
export const assign: Handler<'cases.assign'> = async (ctx, { id, ownerId, reason, expectedSeq }) => {
  const file = await openToAssign(ctx, id, ownerId)
  expectSeq(file, expectedSeq)
  const { row } = file
  const to = found(await findHandler(ctx.db, ownerId), 'user')
  must(
    canAssign(
      viewerOf(ctx),
      { ownerId: row.ownerId, isOpen: row.isOpen === 1, transfers: row.transfers },
      { id: to.id, role: to.role, isActive: to.status === 'active' },
      reason,
    ),
  )
  await mustBeQualified(ctx, row, to.id)
  const transfers = row.transfers + (row.ownerId === null ? 0 : 1)
  ctx.note({ before: { ownerId: row.ownerId } })
  const saved = await record(ctx, file, {
    kind: 'assigned',
    // Whoever takes a case has nothing to receipt.
    emits: ownerId === ctx.actor.id ? [] : ['assigned'],
    data: { from: row.ownerId, to: ownerId, reason },
    row: { ownerId, transfers },
  })
  return toState(saved, ctx.now)
}

/** S1-35: corrects what was registered; the log keeps what stood there before. */
export const amend: Handler<'cases.amend'> = async (ctx, { id, changes, reason, expectedSeq }) => {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  if (file.row.isOpen === 0) refuse('case-is-closed')
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<CaseRecord>
  const before = Object.fromEntries(Object.keys(given).map((name) => [name, file.row[name as keyof CaseRecord]]))
  const digits = given.contactPhone === undefined ? {} : { contactDigits: phoneDigits(given.contactPhone) }
  const events = [
    { at: ctx.now, actorId: ctx.actor.id, kind: 'amended' as const, data: { before, after: given, reason } },
  ]
  ctx.note({ before })
  const saved = await saveChange(ctx, file, { row: { ...given, ...digits }, events })
  const said = saidIn(file.events)
  await reindexCase(ctx.db, id, { row: file.row, said }, { row: saved.row, said })
  return toState(saved, ctx.now)
}

/** S1-46: what was done, by whom, when. */
export const note: Handler<'cases.note'> = async (ctx, { id, text }) => {
  const file = await openFile(ctx, id)
  const named = await peopleNamed(ctx, file.row, text)
  const events = [{ at: ctx.now, actorId: ctx.actor.id, kind: 'noted' as const, data: { text } }]
  const saved = await saveChange(ctx, file, { events })
  await tellNamed(ctx, named, saved.row)
  return toState(saved, ctx.now)
}

/** S1-35 S2-111 S2-120: a contact with the customer; the desk's first word ends the response clock (S2-118). */
export const contact: Handler<'cases.contact'> = async (
  ctx,
  { id, at: given, direction, channel, person, text, expectedAt, progress, templateId },
) => {
  const file = await openFile(ctx, id)
  const at = given ?? ctx.now
  const told = progress?.expectedAt ?? expectedAt
  must(checkTimes({ contactAt: at, expectedAt: told }, { receivedAt: file.row.receivedAt, now: ctx.now }))
  const emits: CaseEvent[] = [
    ...(direction === 'outbound' ? (['responded'] as const) : []),
    ...(progress === null ? [] : (['progressTold'] as const)),
  ]
  must(canBackdate(viewerOf(ctx), file.clocks, emits, at))
  const recorded = told === null ? {} : { expectedAt: told }
  const data = { direction, channel, person, text, progress, templateId }
  return toState(await record(ctx, file, { kind: 'contacted', at, emits, recorded, data }), ctx.now)
}
