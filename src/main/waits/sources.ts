import { DESK_ZONE, type Instant } from '../../shared/time.ts'
import type { OtherWait } from '../../shared/waits/model.ts'
import { viewerOf } from '../cases/case-file.ts'
import { compensation } from '../compensation/handlers.ts'
import type { Ctx } from '../engine/handler.ts'
import { plans } from '../plans/handlers.ts'
import { addDays } from '../rules/days.ts'
import { canDecideExport } from '../rules/export-approval.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { askedExports, dueCare, freeSubTasks, type Owners, openFollowUps, openTodos, owedSubTasks } from './queries.ts'

/** What waits, before its case and its member are looked up; without a due time of its own it has that of its case. */
export type Raw = {
  what: OtherWait
  id: string
  title: string
  dueAt: Instant | null
  ownerId: string | null
  caseId?: string | null
  callId?: string | null
  memberId?: string | null
  callNumber?: string | null
  /** What it is about when there is no case: whose export, for example. */
  about?: string
}

/** Whose rows are asked for: `nobody` alone, or those of some people and, for a team, what nobody has. */
export type Whose = { owners: Owners; withNobody: boolean }

type Source = { kinds: readonly OtherWait[]; read: (ctx: Ctx, whose: Whose) => Promise<Raw[]> }

/** Nobody's rows need no look. */
const isNone = ({ owners }: Whose) => owners?.length === 0

const followUps: Source = {
  kinds: ['callBack', 'promise', 'followUp'],
  read: async ({ db }, whose) => {
    const rows = isNone(whose) ? [] : await openFollowUps(db, whose.owners)
    return rows.map((row) => {
      const { id, text, dueAt, ownerId, caseId, callId, memberId, callNumber } = row
      return { what: kindOf(row), id, title: text, dueAt, ownerId, caseId, callId, memberId, callNumber }
    })
  },
}

/** A call back is one even when it was promised: it is worked on where the calls are. */
function kindOf({ kind, caseId, promisedBy }: Awaited<ReturnType<typeof openFollowUps>>[number]): OtherWait {
  if (kind === 'callback' && caseId === null) return 'callBack'
  return promisedBy === null ? 'followUp' : 'promise'
}

/** An agent sees the to-dos that are their own. */
const todos: Source['read'] = async (ctx, { owners }) => {
  const { id, role } = viewerOf(ctx)
  const own = role === 'agent' && owners === null ? [id] : owners
  const seen = role === 'agent' ? (own ?? []).filter((owner) => owner === id) : own
  if (seen?.length === 0) return []
  const rows = await openTodos(ctx.db, seen, { viewerId: id })
  return rows.map(({ id, title, dueAt, userId, caseId, memberId }) => ({
    ...{ what: 'todo' as const, id, title, dueAt, ownerId: userId, caseId, memberId },
  }))
}

const subTasks: Source['read'] = async ({ db }, whose) => {
  const { owners, withNobody } = whose
  const owed = isNone(whose) ? [] : await owedSubTasks(db, owners)
  const rows = owners !== null && withNobody ? [...owed, ...(await freeSubTasks(db))] : owed
  return rows.map(({ id, question, dueAt, assigneeId, caseId }) => ({
    ...{ what: 'subTask' as const, id, title: question, dueAt, ownerId: assigneeId, caseId },
  }))
}

/** Care is due until the end of its day. */
const care: Source['read'] = async ({ db, now }, whose) => {
  const rows = isNone(whose) ? [] : await dueCare(db, whose.owners, { today: dayAt(DESK_ZONE, now) })
  return rows.map(({ id, reason, dueDay, ownerId, caseId, memberId }) => ({
    ...{ what: 'care' as const, id, title: reason, ownerId, caseId, memberId },
    dueAt: momentOf(DESK_ZONE, addDays(dueDay, 1), 0) - 1,
  }))
}

/** What the person may decide; it waits for whoever may, so it is among everybody's, one's own and one's team's. */
const approvals: Source['read'] = async (ctx, { owners }) => {
  const { id: me, role } = viewerOf(ctx)
  if (role === 'agent' || (owners !== null && !owners.includes(me))) return []
  const what = 'approval' as const
  const amounts = (await compensation.waiting(ctx, {})).filter(({ mayApprove }) => mayApprove)
  const plansWaiting = (await plans.waiting(ctx, {})).filter(({ mayDecide }) => mayDecide)
  const exportsAsked = role === 'manager' ? await askedExports(ctx.db, { exceptOf: me }) : []
  const open = { dueAt: null, ownerId: null }
  return [
    ...amounts.map(({ id, description, caseId }) => ({ what, id, title: description, caseId, ...open })),
    ...plansWaiting.map(({ id, measures, caseId }) => ({ what, id, title: measures, caseId, ...open })),
    ...exportsAsked
      .filter((one) => canDecideExport(me, one).allowed)
      .map(({ id, purpose, scopeLabel }) => ({ what, id, title: purpose, about: scopeLabel, ...open })),
  ]
}

/** Where what waits is read. */
export const SOURCES: readonly Source[] = [
  followUps,
  { kinds: ['todo'], read: todos },
  { kinds: ['subTask'], read: subTasks },
  { kinds: ['approval'], read: approvals },
  { kinds: ['care'], read: care },
]
