import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { DelayRow, GapRow } from '../../shared/routing/gaps-contract.ts'
import { HOUR } from '../../shared/time.ts'
import { fileOf, openRow } from '../cases/case-file.ts'
import { rowsOf } from '../cases/lists.ts'
import { record } from '../cases/record.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { type Answered, gapsOf, responseFigures } from '../rules/gaps.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { answerRows } from './answers.ts'
import * as store from './gap-queries.ts'
import { insertNotice, noticeViews } from './notice-store.ts'
import { waitingCases } from './routing-store.ts'
import { currentRules } from './rule-sets.ts'

/** As many as somebody works through. */
const SHOWN = 500
/** Whoever was told to act has so long to read it (D). */
const UNREAD_AFTER = 4 * HOUR

export const gaps: FeatureHandlers<'gaps'> = {
  list: async (ctx, { contactHours: given }) => {
    const { db, now } = ctx
    const contactHours = given ?? (await currentRules(db)).rules.contactHours
    const waiting = new Set(await waitingCases(db))
    const active = await store.activeIds(db)
    const rows: GapRow[] = []
    let open = 0
    for await (const page of store.openComplaints(db)) {
      ctx.signal.throwIfAborted()
      open += page.length
      const ids = page.map(({ id }) => id)
      const contacts = await store.lastContacts(db, ids)
      const { followUps, subTasks } = await store.plannedFor(db, ids)
      const unread = await store.unreadNotices(db, ids, now - UNREAD_AFTER)
      const found = page.map((row) => ({
        row,
        gaps: gapsOf(
          {
            ownerId: row.ownerId,
            isOwnerActive: row.ownerId !== null && active.has(row.ownerId),
            nextDueAt: row.nextDueAt,
            hasFollowUp: followUps.has(row.id),
            hasSubTask: subTasks.has(row.id),
            receivedAt: row.receivedAt,
            lastContactAt: contacts.get(row.id) ?? null,
            isWaiting: waiting.has(row.id),
            isUnseen: unread.has(row.id),
          },
          now,
          contactHours,
        ),
      }))
      const lacking = found.filter((one) => one.gaps.length > 0).slice(0, SHOWN - rows.length)
      const shown = await rowsOf(
        db,
        lacking.map(({ row }) => row),
      )
      rows.push(
        ...shown.map((line, i) => ({
          case: line,
          gaps: lacking[i]?.gaps ?? [],
          lastContactAt: contacts.get(line.id) ?? null,
        })),
      )
      ctx.progress(open, null)
    }
    return { contactHours, open, rows, tasks: await store.unnamedTasks(db) }
  },

  delays: async (ctx, { from, to }) => {
    const { db, now } = ctx
    const answers: Answered[] = []
    const rows: DelayRow[] = []
    for await (const page of store.complaintsBetween(db, from, to)) {
      ctx.signal.throwIfAborted()
      const clocks = await store.responseClocks(
        db,
        page.map(({ id }) => id),
      )
      const seen = page.map((row) => {
        const clock = clocks.get(row.id)
        const answeredAt = clock?.stoppedAt ?? null
        const dueAt = clock?.dueAt ?? null
        answers.push({ receivedAt: row.receivedAt, answeredAt, dueAt })
        const isResponseLate = dueAt !== null && (answeredAt ?? now) > dueAt
        const overdueMs = row.isOpen === 1 && row.nextDueAt !== null ? Math.max(0, now - row.nextDueAt) : 0
        return { row, answeredAt, dueAt, isResponseLate, overdueMs }
      })
      const late = seen.filter((one) => one.isResponseLate || one.overdueMs > 0)
      const shown = await rowsOf(
        db,
        late.map(({ row }) => row),
      )
      rows.push(
        ...shown.map((line, i): DelayRow => {
          const { answeredAt = null, dueAt = null, isResponseLate = false, overdueMs = 0 } = late[i] ?? {}
          const responseMs = Math.max(0, (answeredAt ?? now) - line.receivedAt)
          return { case: line, answeredAt, responseDueAt: dueAt, responseMs, isResponseLate, overdueMs }
        }),
      )
    }
    const longest = rows.toSorted((a, b) => b.overdueMs - a.overdueMs || b.responseMs - a.responseMs)
    const { complaints, answered, withinPercent, medianMs, meanMs } = responseFigures(answers, now)
    return { complaints, answered, withinPercent, medianMs, meanMs, rows: longest.slice(0, SHOWN) }
  },

  answers: async (ctx, period) => answerRows(ctx, period),

  // S4-138 S4-139: the person is named, told, and answers in writing; the case keeps both.
  ask: async (ctx, { caseId, kind, earlierId, personId, text }) => {
    const row = await openRow(ctx, caseId)
    if (row.kind !== 'complaint') refuse('answer-not-complaint')
    if (kind === 'major' && row.severity === 'general') refuse('answer-not-major')
    if (kind === 'repeat' && earlierId === null) refuse('answer-no-earlier')
    if (earlierId !== null) await openRow(ctx, earlierId)
    must(canBeAsked(found(await findUserById(ctx.db, personId), 'user')))
    const notice = await insertNotice(ctx, {
      ...{ caseId, kind, personId, text, earlierId },
      department: row.department,
    })
    const data = { act: 'asked', noticeId: notice.id, of: kind, personId, earlierId, text }
    await record(ctx, await fileOf(ctx, row), { kind: 'routed', data })
    ctx.subject({ caseId: caseId as CaseId })
    const [view] = await noticeViews(ctx, [notice])
    return found(view, 'notice')
  },
}
