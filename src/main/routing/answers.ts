import type { CaseId, UserId } from '../../shared/ids.ts'
import type { AnswerRow } from '../../shared/routing/gaps-contract.ts'
import type { Instant } from '../../shared/time.ts'
import { type CaseRecord, namesOf } from '../cases/case-file.ts'
import { rowsOf } from '../cases/lists.ts'
import type { Ctx } from '../engine/handler.ts'
import { repeatedBy } from './decide.ts'
import { accountabilities, complaintsBetween, finalParties } from './gap-queries.ts'
import { type NoticeRecord, noticeViews } from './notice-store.ts'
import { currentRules } from './rule-sets.ts'

const SHOWN = 300

type Due = { row: CaseRecord; kind: 'repeat' | 'major'; earlier: CaseRecord | null }

/** S4-138 S4-139: complaints of a period that somebody must answer for, the newest first, and whether somebody has. */
export async function answerRows(ctx: Ctx, { from, to }: { from: Instant; to: Instant }): Promise<AnswerRow[]> {
  const { db } = ctx
  const due = (await dueOf(ctx, from, to)).reverse().slice(0, SHOWN)
  const ids = [...new Set(due.map(({ row }) => row.id))]
  const notices = await noticesAbout(ctx, ids)
  const views = await noticeViews(ctx, notices)
  const measures = await accountabilities(db, ids)
  const parties = await finalParties(db, ids)
  const lines = await rowsOf(
    db,
    due.map(({ row }) => row),
  )
  const names = await namesOf(
    db,
    due.map(({ row, earlier }) => (earlier ?? row).ownerId),
  )
  return due.flatMap(({ row, kind, earlier }, i): AnswerRow[] => {
    const line = lines[i]
    if (!line) return []
    const { ownerId } = earlier ?? row
    const notice = views.find((one) => one.caseId === row.id && one.kind === kind) ?? null
    const counted = measures.get(row.id) ?? 0
    return [
      {
        case: line,
        kind,
        earlierId: (earlier?.id ?? null) as CaseId | null,
        earlierNumber: earlier?.number ?? null,
        ownerId: ownerId as UserId | null,
        ownerName: ownerId === null ? null : (names.get(ownerId) ?? null),
        notice,
        measures: counted,
        isSettled: kind === 'repeat' ? notice?.answer != null : counted > 0 || isNotOurs(parties.get(row.id)),
      },
    ]
  })
}

/** A final finding that names no fault of the airline leaves nobody to be held to account. */
const isNotOurs = (party: string | undefined) => party === 'customer' || party === 'none'

async function dueOf(ctx: Ctx, from: Instant, to: Instant): Promise<Due[]> {
  const { rules } = await currentRules(ctx.db)
  const due: Due[] = []
  for await (const page of complaintsBetween(ctx.db, from, to)) {
    ctx.signal.throwIfAborted()
    for (const row of page) {
      if (row.severity !== 'general') due.push({ row, kind: 'major', earlier: null })
      const earlier = await repeatedBy(ctx.db, row, rules.repeatDays)
      if (earlier) due.push({ row, kind: 'repeat', earlier })
    }
    ctx.progress(due.length, null)
  }
  return due
}

async function noticesAbout({ db }: Ctx, ids: readonly string[]): Promise<NoticeRecord[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('caseNotices')
    .selectAll()
    .where('caseId', 'in', [...ids])
    .where('kind', 'in', ['repeat', 'major'])
    .orderBy('at', 'desc')
    .execute()
}
