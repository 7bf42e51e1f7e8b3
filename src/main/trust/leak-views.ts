import { found } from '../../shared/failure.ts'
import type { MemberId, UserId } from '../../shared/ids.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { canCloseLeak, type NoticeHours, noticesDue } from '../../shared/trust/leak-rules.ts'
import type { LeakGrade, LeakStep, LeakWay, Told } from '../../shared/trust/leak-words.ts'
import type { LeakLine, LeakView } from '../../shared/trust/leaks.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { dayAt } from '../rules/zone.ts'
import {
  countMembers,
  findLeak,
  type LeakRecord,
  type MeasureRecord,
  measuresOf,
  membersOf,
  peopleOf,
  stepsOf,
} from './leak-queries.ts'
import { readTrust } from './settings.ts'

const MEMBERS_SHOWN = 500

/** What the rules have to know of a report. */
export const noticeFactsOf = (row: LeakRecord) => ({
  state: row.state,
  isPersonal: row.isPersonal === null ? null : row.isPersonal === 1,
  reportedAt: row.reportedAt,
  authorityAt: row.authorityAt,
  membersAt: row.membersAt,
  told: row.told as Told | null,
})

export const closingFactsOf = (row: LeakRecord, measures: readonly MeasureRecord[]) => ({
  ...noticeFactsOf(row),
  responsibleId: row.responsibleId,
  measures: measures.length,
  openMeasures: measures.filter(({ doneAt }) => doneAt === null).length,
})

/** Reports as a list shows them, with what is still to be told to whom. */
export async function toLines(ctx: Ctx, rows: readonly LeakRecord[]): Promise<LeakLine[]> {
  const hours = await readTrust(ctx.db)
  const names = await namesOf(
    ctx.db,
    rows.map(({ reportedBy }) => reportedBy),
  )
  return rows.map((row) => toLine(row, names, hours, ctx.now))
}

function toLine(row: LeakRecord, names: Map<string, string>, hours: NoticeHours, now: number): LeakLine {
  const { id, number, state, what, reportedAt } = row
  const isOver = state === 'closed' || state === 'unfounded'
  const { authority, members } = noticesDue(noticeFactsOf(row), hours, now)
  return {
    ...{ id, number, state, what, reportedAt, way: row.way as LeakWay, grade: row.grade as LeakGrade | null },
    reportedByName: names.get(row.reportedBy) ?? '',
    authorityDue: isOver ? null : authority,
    membersDue: isOver ? null : members,
  }
}

/** One report with everything that was done about it. */
export async function toLeakView(ctx: Ctx, id: string): Promise<LeakView> {
  const { db, now } = ctx
  const row = found(await findLeak(db, id), 'leak')
  const measures = await measuresOf(db, id)
  const people = await peopleOf(db, id)
  const steps = await stepsOf(db, id)
  const names = await namesOf(db, [
    ...[row.reportedBy, row.responsibleId],
    ...measures.map(({ responsibleId }) => responsibleId),
    ...people.map(({ userId }) => userId),
    ...steps.map(({ actorId }) => actorId),
  ])
  const nameOf = (userId: string) => names.get(userId) ?? ''
  const closing = canCloseLeak(closingFactsOf(row, measures))
  const { reportedBy: _by, ...facts } = row
  return {
    ...facts,
    ...toLine(row, names, await readTrust(db), now),
    isPersonal: noticeFactsOf(row).isPersonal,
    responsibleId: row.responsibleId as UserId | null,
    responsibleName: row.responsibleId === null ? null : nameOf(row.responsibleId),
    told: row.told as Told | null,
    members: (await membersOf(db, id, MEMBERS_SHOWN)).map((member) => ({ ...member, id: member.id as MemberId })),
    membersLinked: await countMembers(db, id),
    people: people.map((one) => ({ ...one, userId: one.userId as UserId, name: nameOf(one.userId) })),
    measures: measures.map((one) => ({
      ...one,
      responsibleId: one.responsibleId as UserId,
      responsibleName: nameOf(one.responsibleId),
      isLate: one.doneAt === null && one.dueDay < dayAt(DESK_ZONE, now),
    })),
    log: steps.map(({ at, actorId, step, text }) => ({ at, byName: nameOf(actorId), step: step as LeakStep, text })),
    missing: closing.allowed ? null : closing.rule,
    missingParams: closing.allowed ? {} : closing.params,
  }
}
