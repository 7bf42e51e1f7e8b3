import { z } from 'zod'
import { userId } from '../ids.ts'
import { day } from '../time.ts'
import { EFFECTS, TRAINING_WAYS } from '../training/words.ts'
import { remark, written } from '../written.ts'
import { ACTIVITY_KINDS, COURSE_CONTENTS, COURSE_FORMS, POSTS } from './words.ts'

/** A training as a course: what it is about, in which form, for which posts, of which project (S4-28, S4-88..90). */
export const courseDraft = z.object({
  content: z.enum(COURSE_CONTENTS),
  form: z.enum(COURSE_FORMS),
  posts: z.array(z.enum(POSTS)).max(POSTS.length),
  projectId: z.string().max(64).nullable(),
})

export const courseRow = z.object({
  trainingId: z.string(),
  year: z.number().int(),
  title: z.string(),
  way: z.enum(TRAINING_WAYS),
  course: courseDraft.nullable(),
  projectTitle: z.string().nullable(),
  attended: z.number().int(),
  effect: z.enum(EFFECTS).nullable(),
})
export type CourseRow = z.infer<typeof courseRow>

export const activityDraft = z.object({
  kind: z.enum(ACTIVITY_KINDS),
  title: written(120),
  day,
  departments: z.array(written(60)).max(10),
  content: remark(2000),
  userIds: z.array(userId).min(1).max(500),
})

export const activity = activityDraft.extend({
  id: z.string(),
  people: z.array(z.string()),
  recordedByName: z.string(),
})
export type Activity = z.infer<typeof activity>

/** One group of the staff view; a group of fewer people than may be shown never stands alone (S4-85). */
export const staffGroup = z.object({ key: z.string(), count: z.number().int() })
export const structure = z.object({
  people: z.number().int(),
  /** Groups smaller than this are put together as `hidden`. */
  least: z.number().int(),
  age: z.array(staffGroup),
  sex: z.array(staffGroup),
  profession: z.array(staffGroup),
  post: z.array(staffGroup),
})
export type Structure = z.infer<typeof structure>

export const shift = z.object({
  userId,
  name: z.string(),
  startMinute: z.number().int().min(0).max(1440),
  endMinute: z.number().int().min(0).max(1440),
})
export type Shift = z.infer<typeof shift>

/** An hour of a day: calls expected from the same hour of this weekday before, people it takes, people there. */
export const hourLoad = z.object({
  hour: z.number().int(),
  expected: z.number(),
  needed: z.number().int(),
  present: z.number().int(),
})
export type HourLoad = z.infer<typeof hourLoad>

export const rosterDay = z.object({
  day,
  /** Days of the same weekday that the expectation rests on. */
  weeks: z.number().int(),
  handlingMs: z.number().int(),
  hours: z.array(hourLoad),
  shifts: z.array(shift),
  /** Who could be moved from an hour with too many to one with too few. */
  advice: z.array(
    z.object({ hour: z.number().int(), missing: z.number().int(), spareHour: z.number().int().nullable() }),
  ),
})
export type RosterDay = z.infer<typeof rosterDay>
