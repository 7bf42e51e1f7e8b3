import { CASE_KINDS } from '../../shared/cases/words.ts'
import type { MeetingFigures, WeekFigures } from '../../shared/meetings/contract.ts'
import { SURVEY_SCOPES } from '../../shared/surveys/words.ts'
import { type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { momentOf } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'

const COUNT = (row: { count: number | string | bigint } | undefined) => Number(row?.count ?? 0)

/** The week before a Monday, and the one before that. */
export async function figuresBefore(db: Db, monday: Day): Promise<MeetingFigures> {
  return { week: await weekOf(db, addDays(monday, -7)), before: await weekOf(db, addDays(monday, -14)) }
}

async function weekOf(db: Db, fromDay: Day): Promise<WeekFigures> {
  const toDay = addDays(fromDay, 7)
  const [from, to] = [momentOf(DESK_ZONE, fromDay, 0), momentOf(DESK_ZONE, toDay, 0)]
  return {
    fromDay,
    toDay,
    ...(await callsOf(db, from, to)),
    opened: await openedOf(db, from, to),
    closed: await closedOf(db, from, to),
    breaches: await breachesOf(db, from, to),
    ...(await answersOf(db, from, to)),
  }
}

/** Incoming calls that are over. */
async function callsOf(db: Db, from: Instant, to: Instant) {
  const rows = await db
    .selectFrom('calls')
    .select(({ fn }) => ['state', 'isInTime', fn.countAll<number>().as('count')])
    .where('startedAt', '>=', from)
    .where('startedAt', '<', to)
    .where('direction', '=', 'inbound')
    .where('state', 'in', ['done', 'missed', 'abandoned'])
    .groupBy(['state', 'isInTime'])
    .execute()
  const sum = (list: typeof rows) => list.reduce((total, row) => total + COUNT(row), 0)
  const of = (state: string) => rows.filter((row) => row.state === state)
  return {
    offered: sum(rows),
    answered: sum(of('done')),
    missed: sum(of('missed')),
    abandoned: sum(of('abandoned')),
    inTime: sum(of('done').filter(({ isInTime }) => isInTime === 1)),
  }
}

async function openedOf(db: Db, from: Instant, to: Instant): Promise<WeekFigures['opened']> {
  const opened = { enquiry: 0, complaint: 0, suggestion: 0, service: 0 }
  for (const kind of CASE_KINDS)
    opened[kind] = COUNT(
      await db
        .selectFrom('cases')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('kind', '=', kind)
        .where('receivedAt', '>=', from)
        .where('receivedAt', '<', to)
        .executeTakeFirst(),
    )
  return opened
}

async function closedOf(db: Db, from: Instant, to: Instant): Promise<number> {
  return COUNT(
    await db
      .selectFrom('cases')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('closedAt', '>=', from)
      .where('closedAt', '<', to)
      .executeTakeFirst(),
  )
}

async function breachesOf(db: Db, from: Instant, to: Instant): Promise<number> {
  return COUNT(
    await db
      .selectFrom('clocks')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('breachedAt', '>=', from)
      .where('breachedAt', '<', to)
      .executeTakeFirst(),
  )
}

async function answersOf(db: Db, from: Instant, to: Instant) {
  const rows = await db
    .selectFrom('surveyAnswers')
    .select(['overall', 'isPoor'])
    .where('scope', 'in', SURVEY_SCOPES)
    .where('answeredAt', '>=', from)
    .where('answeredAt', '<', to)
    .execute()
  const points = rows.flatMap(({ overall }) => overall ?? [])
  const sum = points.reduce((total, point) => total + point, 0)
  return {
    answers: rows.length,
    satisfaction: points.length === 0 ? null : Math.round((sum / points.length) * 100) / 100,
    poor: rows.filter(({ isPoor }) => isPoor === 1).length,
  }
}
