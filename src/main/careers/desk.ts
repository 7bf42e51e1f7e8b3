import type { Activity } from '../../shared/careers/desk-model.ts'
import { refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { DAY, type Day, DESK_ZONE, HOUR } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustReach, reachIds, reachOf } from '../exams/reach.ts'
import { addDays } from '../rules/days.ts'
import { adviceOn, handlingOf, hourLoads } from '../rules/staff-load.ts'
import { ageBand, LEAST_SHOWN, shownGroups, UNSAID } from '../rules/staff-structure.ts'
import { momentOf } from '../rules/zone.ts'
import type { Row } from '../store/types.ts'
import { listUsers } from '../users/queries.ts'
import {
  activitiesBetween,
  callsBetween,
  insertActivity,
  peopleOfActivities,
  replaceShift,
  shiftsOn,
} from './desk-queries.ts'
import { postOf, recordsOf } from './evidence.ts'

type DeskHandlers = Pick<FeatureHandlers<'careers'>, 'activities' | 'addActivity' | 'structure' | 'roster' | 'setShift'>

/** Weeks back that an expectation rests on. */
const WEEKS = 8

/** S4-85 S4-87 S4-94 S4-95: the staff as a whole: who there is, who is there when, and what is done for people. */
export const desk: DeskHandlers = {
  /** Counselling concerns the person alone: others than the person, the recorder and the manager do not see it. */
  activities: async (ctx, { from, to }) => {
    const reach: ReadonlySet<string> = await reachIds(ctx)
    const records = await activitiesBetween(ctx.db, from, to)
    const views = await toActivities(ctx, records)
    return views.filter(({ kind, userIds }, place) => {
      const isRecorder = records[place]?.recordedBy === ctx.actor.id
      if (ctx.actor.role === 'manager' || isRecorder) return true
      if (kind === 'counselling') return userIds.some((id) => id === ctx.actor.id)
      return userIds.some((id) => reach.has(id))
    })
  },

  addActivity: async (ctx, { activity }) => {
    const { userIds, departments, ...rest } = activity
    await mustReach(ctx, userIds)
    if (activity.kind === 'crossDepartment' && departments.length === 0) refuse('activity-departments')
    const id = ctx.newId()
    const record = {
      ...{ ...rest, id, departments: JSON.stringify(departments) },
      ...{ recordedAt: ctx.now, recordedBy: ctx.actor.id },
    }
    await insertActivity(ctx.db, record, userIds)
    const [view] = await toActivities(ctx, [record])
    if (!view) throw new Error('the activity was not stored')
    return view
  },

  structure: async (ctx) => {
    const people = (await reachOf(ctx)).filter(({ status }) => status === 'active')
    const records = await recordsOf(
      ctx,
      people.map(({ id }) => id),
    )
    const year = Number(records.today.slice(0, 4))
    const files = people.map(({ id }) => records.files.get(id))
    return {
      ...{ people: people.length, least: LEAST_SHOWN },
      age: shownGroups(files.map((file) => ageBand(file?.birthYear ?? null, year))),
      sex: shownGroups(files.map((file) => file?.sex ?? UNSAID)),
      profession: shownGroups(files.map((file) => file?.profession ?? UNSAID)),
      post: shownGroups(people.map((user) => postOf(user, records).post)),
    }
  },

  roster: async (ctx, { day }) => {
    const shifts = await shiftsOn(ctx.db, day)
    const { counts, calls, weeks } = await history(ctx, day)
    const handlingMs = handlingOf(calls)
    const hours = hourLoads(counts, weeks, handlingMs, shifts)
    const names = await namesOf(
      ctx.db,
      shifts.map(({ userId }) => userId),
    )
    return {
      ...{ day, weeks, handlingMs, hours, advice: adviceOn(hours) },
      shifts: shifts.map(({ userId, startMinute, endMinute }) => ({
        ...{ userId: userId as UserId, startMinute, endMinute },
        name: names.get(userId) ?? '',
      })),
    }
  },

  setShift: async (ctx, { userId, day, span }) => {
    const user = (await mustReach(ctx, [userId])).get(userId)
    if (user?.status === 'disabled') refuse('exam-person-left', { name: user.name })
    if (span && span.startMinute === span.endMinute) refuse('shift-empty')
    const before = (await shiftsOn(ctx.db, day)).find((one) => one.userId === userId)
    ctx.note({ before: before ? { startMinute: before.startMinute, endMinute: before.endMinute } : null })
    const row = span && { userId, day, ...span, setAt: ctx.now, setBy: ctx.actor.id }
    await replaceShift(ctx.db, { userId, day }, row)
    return null
  },
}

async function toActivities(ctx: Ctx, records: readonly Row<'staffActivities'>[]): Promise<Activity[]> {
  const people = await peopleOfActivities(
    ctx.db,
    records.map(({ id }) => id),
  )
  const names = new Map((await listUsers(ctx.db, true)).map(({ id, name }): [string, string] => [id, name]))
  return records.map(({ recordedAt: _, recordedBy, departments, ...record }) => {
    const own = people.filter(({ activityId }) => activityId === record.id).map(({ userId }) => userId as UserId)
    return {
      ...record,
      departments: JSON.parse(departments) as string[],
      userIds: own,
      people: own.map((id) => names.get(id) ?? ''),
      recordedByName: names.get(recordedBy) ?? '',
    }
  })
}

/** Calls of the same weekday in the weeks before, by hour; weeks from before the desk's first call are not counted. */
async function history(ctx: Ctx, day: Day) {
  const counts = Array.from({ length: 24 }, () => 0)
  const calls: { startedAt: number; handlingMs: number }[] = []
  let weeks = 0
  for (let back = WEEKS; back >= 1; back--) {
    const from = momentOf(DESK_ZONE, addDays(day, -7 * back), 0)
    if (from + DAY > ctx.now) continue
    const some = await callsBetween(ctx.db, from, from + DAY)
    if (some.length > 0 || weeks > 0) weeks += 1
    for (const { startedAt, talkMs, holdMs, wrapUpMs } of some) {
      calls.push({ startedAt, handlingMs: talkMs + holdMs + wrapUpMs })
      const hour = Math.floor((startedAt - from) / HOUR)
      counts[hour] = (counts[hour] ?? 0) + 1
    }
  }
  return { counts, calls, weeks }
}
