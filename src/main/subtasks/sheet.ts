import { found } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { SubTaskSheet } from '../../shared/subtasks/contract.ts'
import { type CaseFile, namesOf, openFile } from '../cases/case-file.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { maskValue } from '../rules/masking.ts'
import { findSubTask, type SubTaskRecord } from './queries.ts'
import { toOneRow } from './views.ts'

/** S1-09 S2-42 S2-43: all that the other side needs, without retyping; who the customer is only when that was asked for. */
export const sheet: Handler<'subTasks.sheet'> = async (ctx, { id }) => {
  const task = found(await findSubTask(ctx.db, id), 'subTask')
  const file = await openFile(ctx, task.caseId as CaseId)
  const { row } = file
  const isHidden = task.needsIdentity === 0
  const shown = (kind: Parameters<typeof maskValue>[0], value: string) => (isHidden ? maskValue(kind, value) : value)
  const shownOrNone = (kind: Parameters<typeof maskValue>[0], value: string | null) =>
    value === null ? null : shown(kind, value)
  return {
    row: await toOneRow(ctx, task),
    category: row.category,
    content: row.content,
    reason: row.reason,
    demand: row.demand,
    flightNo: row.flightNo,
    flightDay: row.flightDay,
    route: row.route,
    baggageTag: row.baggageTag,
    isHidden,
    customerName: shown('name', row.contactName),
    customerPhone: shown('phone', row.contactPhone),
    ticketNo: shownOrNone('ticket', row.ticketNo),
    pnr: isHidden && row.pnr !== null ? '***' : row.pnr,
    history: await historyOf(ctx, file, task),
  }
}

type Said = { action?: string; subTaskId?: string; department?: string; assigneeId?: string | null; text?: string }

async function historyOf(ctx: Ctx, { events }: CaseFile, task: SubTaskRecord): Promise<SubTaskSheet['history']> {
  const own = events
    .filter((event) => event.kind === 'subTask')
    .map((event) => ({ event, said: JSON.parse(event.data) as Said }))
    .filter(({ said }) => said.subTaskId === task.id)
  const people = own.flatMap(({ event, said }) => [event.actorId, said.assigneeId ?? event.actorId])
  const names = await namesOf(ctx.db, people)
  return own.map(({ event, said }) => ({
    at: event.at,
    actorName: names.get(event.actorId) ?? '',
    action: said.action ?? '',
    to: said.assigneeId ? (names.get(said.assigneeId) ?? '') : (said.department ?? ''),
    text: said.text ?? '',
  }))
}
