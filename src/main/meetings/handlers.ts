import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { type MeetingRow, type MeetingView, meetingFigures } from '../../shared/meetings/contract.ts'
import { canEditMeeting, mustAcknowledge, summaryText } from '../../shared/meetings/rules.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { mondayOf } from '../rules/week.ts'
import { giveTodo } from '../todos/give.ts'
import { listTodos } from '../todos/todo-queries.ts'
import { toViews } from '../todos/views.ts'
import { findUserById } from '../users/queries.ts'
import {
  acknowledge,
  findMeeting,
  insertMeeting,
  listMeetings,
  type MeetingPersonRecord,
  type MeetingRecord,
  meetingBefore,
  meetingOfWeek,
  peopleOf,
  replacePeople,
  staffOf,
  taskCounts,
  updateMeeting,
} from './meeting-queries.ts'
import { figuresBefore } from './week-queries.ts'

const MOST_TASKS = 300

export const meetings: FeatureHandlers<'meetings'> = {
  list: async (ctx, { limit }) => {
    const rows = await listMeetings(ctx.db, limit)
    // What is still being written is for those who write it.
    return toRows(ctx, ctx.actor.role === 'agent' ? rows.filter(({ state }) => state === 'published') : rows)
  },

  show: async (ctx, { id }) => toView(ctx, await load(ctx, id)),

  /** S3-116: last week is counted by the program; everybody belongs to the meeting until somebody is said to be absent. */
  hold: async (ctx, { day, language }) => {
    const weekDay = mondayOf(day)
    if (await meetingOfWeek(ctx.db, weekDay)) refuse('meeting-exists', { day: weekDay })
    const figures = await figuresBefore(ctx.db, weekDay)
    const row: MeetingRecord = {
      ...{ id: ctx.newId(), weekDay, heldAt: ctx.now, chairId: ctx.actor.id, state: 'draft' },
      ...{ summary: summaryText(figures, language), plan: '', figures: JSON.stringify(figures) },
      ...{ figuresAt: ctx.now, publishedAt: null },
    }
    await insertMeeting(ctx.db, row)
    const people = (await staffOf(ctx.db)).map(({ id }) => person(row.id, id, true))
    await replacePeople(ctx.db, row.id, people)
    return toView(ctx, row)
  },

  recount: async (ctx, { id }) => {
    const row = await draft(ctx, id)
    const figures = JSON.stringify(await figuresBefore(ctx.db, row.weekDay))
    return change(ctx, row, { figures, figuresAt: ctx.now })
  },

  write: async (ctx, { id, ...minutes }) => {
    const row = await draft(ctx, id)
    must(canBeAsked(found(await findUserById(ctx.db, minutes.chairId), 'user')))
    ctx.note({ before: { summary: row.summary, plan: row.plan } })
    return change(ctx, row, minutes)
  },

  attend: async (ctx, { id, present, absent }) => {
    const row = await draft(ctx, id)
    const known = new Set((await staffOf(ctx.db)).map((one) => one.id))
    const here = new Set<string>(present)
    if ([...present, ...absent].some((one) => !known.has(one))) refuse('case-not-a-handler')
    const away = absent.filter((one) => !here.has(one)).map((one) => person(id, one, false))
    await replacePeople(ctx.db, id, [...[...here].map((one) => person(id, one, true)), ...away])
    return toView(ctx, row)
  },

  /** S3-117: a task is on the list of everybody who is to do it from this moment on. */
  task: async (ctx, { id, title, detail, people, dueAt }) => {
    const row = await load(ctx, id)
    if (dueAt <= ctx.now) refuse('task-in-past')
    for (const userId of new Set(people))
      await giveTodo(ctx, { userId, title, detail, dueAt, source: 'meeting', sourceId: id })
    return toView(ctx, row)
  },

  publish: async (ctx, { id }) => {
    const row = await draft(ctx, id)
    if (row.summary === '' || row.plan === '') refuse('meeting-empty')
    return change(ctx, row, { state: 'published', publishedAt: ctx.now })
  },

  acknowledge: async (ctx, { id }) => {
    const row = await load(ctx, id)
    const people = await peopleOf(ctx.db, [id])
    must(mustAcknowledge(row.state, toPresence(people.find(({ userId }) => userId === ctx.actor.id))))
    await acknowledge(ctx.db, id, ctx.actor.id, ctx.now)
    return toView(ctx, row)
  },
}

const person = (meetingId: string, userId: string, isPresent: boolean): MeetingPersonRecord => ({
  ...{ meetingId, userId, acknowledgedAt: null },
  isPresent: isPresent ? 1 : 0,
})

const toPresence = (row: MeetingPersonRecord | undefined) => row && { ...row, isPresent: row.isPresent === 1 }

async function load(ctx: Ctx, id: string): Promise<MeetingRecord> {
  const row = found(await findMeeting(ctx.db, id), 'meeting')
  return found(ctx.actor.role === 'agent' && row.state === 'draft' ? null : row, 'meeting')
}

async function draft(ctx: Ctx, id: string): Promise<MeetingRecord> {
  const row = await load(ctx, id)
  must(canEditMeeting(row.state))
  return row
}

async function change(ctx: Ctx, row: MeetingRecord, part: Partial<MeetingRecord>): Promise<MeetingView> {
  await updateMeeting(ctx.db, row.id, part)
  return toView(ctx, { ...row, ...part })
}

async function toRows(ctx: Ctx, rows: readonly MeetingRecord[]): Promise<MeetingRow[]> {
  const ids = rows.map(({ id }) => id)
  const tasks = await taskCounts(ctx.db, ids)
  const people = await peopleOf(ctx.db, ids)
  const names = await namesOf(
    ctx.db,
    rows.map(({ chairId }) => chairId),
  )
  return rows.map(({ id, weekDay, heldAt, chairId, state }) => {
    const own = tasks.filter(({ sourceId }) => sourceId === id)
    const sum = (list: typeof own) => list.reduce((total, { count }) => total + count, 0)
    const unread = people.filter((one) => one.meetingId === id && one.isPresent === 0 && one.acknowledgedAt === null)
    return {
      ...{ id, weekDay, heldAt, state },
      chairName: names.get(chairId) ?? '',
      tasks: sum(own),
      tasksDone: sum(own.filter((one) => one.state === 'done')),
      unread: state === 'published' ? unread.length : 0,
    }
  })
}

async function toView(ctx: Ctx, row: MeetingRecord): Promise<MeetingView> {
  const [head] = await toRows(ctx, [row])
  const people = await peopleOf(ctx.db, [row.id])
  const names = await namesOf(
    ctx.db,
    people.map(({ userId }) => userId),
  )
  const before = await meetingBefore(ctx.db, row.weekDay)
  const tasksOf = async (id: string) =>
    toViews(ctx, await listTodos(ctx.db, { sourceId: id, withEnded: true, limit: MOST_TASKS }))
  const me = toPresence(people.find(({ userId }) => userId === ctx.actor.id))
  const { summary, plan, figuresAt, publishedAt } = row
  return {
    ...found(head, 'meeting'),
    ...{ summary, plan, figuresAt, publishedAt },
    chairId: row.chairId as UserId,
    figures: meetingFigures.parse(JSON.parse(row.figures)),
    people: people
      .map(({ userId, isPresent, acknowledgedAt }) => ({
        ...{ acknowledgedAt, isPresent: isPresent === 1, userId: userId as UserId },
        name: names.get(userId) ?? '',
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    todos: await tasksOf(row.id),
    earlier: before ? await tasksOf(before.id) : [],
    mayEdit: ctx.actor.role !== 'agent' && row.state === 'draft',
    mustAcknowledge: mustAcknowledge(row.state, me).allowed,
  }
}
