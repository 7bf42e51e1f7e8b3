import { z } from 'zod'
import { DEPARTMENTS } from '../../shared/cases/words.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { MatterView } from '../../shared/meetings/matters.ts'
import { canLogMatter } from '../../shared/meetings/rules.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import { mustOfferDesks } from '../classes/offered.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { giveTodo } from '../todos/give.ts'
import { findUserById } from '../users/queries.ts'
import {
  appendEntry,
  entriesOf,
  findMatter,
  insertMatter,
  listMatters,
  type MatterEntryRecord,
  type MatterRecord,
  participantsOf,
  replaceParticipants,
  updateMatter,
} from './matter-queries.ts'

/** The departments of a matter as every list shows them: the shipped ones in their order, then the desk's own. */
function codesOf({ departments }: Pick<MatterRecord, 'departments'>): string[] {
  const codes = z.array(z.string()).parse(JSON.parse(departments))
  const shipped = DEPARTMENTS.filter((one) => codes.includes(one))
  return [...shipped, ...codes.filter((code) => !shipped.some((one) => one === code)).sort()]
}

/** A deadline ends with the working day. */
const END_OF_DAY = 18 * 60

export const matters: FeatureHandlers<'matters'> = {
  list: async (ctx, { withSettled, limit }) => toViews(ctx, await listMatters(ctx.db, withSettled, limit)),

  raise: async (ctx, { people, departments, ...about }) => {
    await mustBeThere(ctx, [...people, about.ownerId])
    mustBeAhead(ctx, about.dueDay)
    await mustOfferDesks(ctx.db, departments, { path: 'departments' })
    const row: MatterRecord = {
      ...about,
      id: ctx.newId(),
      departments: JSON.stringify(departments),
      ...{ state: 'open', closing: '', raisedBy: ctx.actor.id, raisedAt: ctx.now, closedAt: null, closedBy: null },
    }
    await insertMatter(ctx.db, row)
    await replaceParticipants(ctx.db, row.id, [...new Set(people)])
    await write(ctx, row.id, 'raised', about.text)
    await remind(ctx, row)
    return toView(ctx, row)
  },

  log: async (ctx, { id, text }) => {
    const row = found(await findMatter(ctx.db, id), 'matter')
    const people = (await participantsOf(ctx.db, [id])).map(({ userId }) => userId)
    must(canLogMatter(viewerOf(ctx), { ...row, people }))
    await write(ctx, id, 'logged', text)
    return toView(ctx, row)
  },

  change: async (ctx, { id, people, departments, reason, ...part }) => {
    const row = await open(ctx, id)
    await mustBeThere(ctx, [...people, part.ownerId])
    if (part.dueDay !== row.dueDay) mustBeAhead(ctx, part.dueDay)
    await mustOfferDesks(ctx.db, departments, { path: 'departments', before: codesOf(row) })
    ctx.note({ before: { ownerId: row.ownerId, dueDay: row.dueDay, departments: row.departments } })
    const change = { ...part, departments: JSON.stringify(departments) }
    await updateMatter(ctx.db, id, change)
    await replaceParticipants(ctx.db, id, [...new Set(people)])
    await write(ctx, id, 'changed', reason)
    const next = { ...row, ...change }
    if (next.ownerId !== row.ownerId) await remind(ctx, next)
    return toView(ctx, next)
  },

  settle: async (ctx, { id, closing }) => {
    const row = await open(ctx, id)
    const change = { state: 'settled', closing, closedAt: ctx.now, closedBy: ctx.actor.id } as const
    await updateMatter(ctx.db, id, change)
    await write(ctx, id, 'settled', closing)
    return toView(ctx, { ...row, ...change })
  },

  reopen: async (ctx, { id, reason }) => {
    const row = found(await findMatter(ctx.db, id), 'matter')
    if (row.state === 'open') refuse('matter-open')
    const change = { state: 'open', closing: '', closedAt: null, closedBy: null } as const
    await updateMatter(ctx.db, id, change)
    await write(ctx, id, 'reopened', reason)
    return toView(ctx, { ...row, ...change })
  },
}

async function open(ctx: Ctx, id: string): Promise<MatterRecord> {
  const row = found(await findMatter(ctx.db, id), 'matter')
  if (row.state !== 'open') refuse('matter-settled')
  return row
}

async function mustBeThere(ctx: Ctx, people: readonly UserId[]): Promise<void> {
  for (const id of new Set(people)) must(canBeAsked(found(await findUserById(ctx.db, id), 'user')))
}

function mustBeAhead(ctx: Ctx, day: Day): void {
  if (day < dayAt(DESK_ZONE, ctx.now)) refuse('task-in-past')
}

const write = (ctx: Ctx, matterId: string, action: MatterEntryRecord['action'], text: string) =>
  appendEntry(ctx.db, { matterId, at: ctx.now, byId: ctx.actor.id, action, text })

/** Whoever answers for a matter has it among the to-dos until its deadline. */
async function remind(ctx: Ctx, { id, title, text, ownerId, dueDay }: MatterRecord): Promise<void> {
  const dueAt = momentOf(DESK_ZONE, dueDay, END_OF_DAY)
  await giveTodo(ctx, { userId: ownerId, title, detail: text, dueAt, source: 'matter', sourceId: id })
}

async function toView(ctx: Ctx, row: MatterRecord): Promise<MatterView> {
  const [view] = await toViews(ctx, [row])
  return found(view, 'matter')
}

async function toViews(ctx: Ctx, rows: readonly MatterRecord[]): Promise<MatterView[]> {
  const ids = rows.map(({ id }) => id)
  const people = await participantsOf(ctx.db, ids)
  const entries = await entriesOf(ctx.db, ids)
  const named = [
    ...rows.flatMap(({ ownerId, raisedBy }) => [ownerId, raisedBy]),
    ...people.map(({ userId }) => userId),
    ...entries.map(({ byId }) => byId),
  ]
  const names = await namesOf(ctx.db, named)
  const nameOf = (id: string) => names.get(id) ?? ''
  const today = dayAt(DESK_ZONE, ctx.now)
  const viewer = viewerOf(ctx)
  return rows.map(({ closedBy: _, raisedBy, ...row }) => {
    const own = people.filter(({ matterId }) => matterId === row.id)
    return {
      ...row,
      departments: codesOf(row),
      people: own.map(({ userId }) => ({ userId: userId as UserId, name: nameOf(userId) })),
      ownerId: row.ownerId as UserId,
      ownerName: nameOf(row.ownerId),
      raisedByName: nameOf(raisedBy),
      isOverdue: row.state === 'open' && row.dueDay < today,
      log: entries
        .filter(({ matterId }) => matterId === row.id)
        .map(({ seq, at, byId, action, text }) => ({ seq, at, action, text, byName: nameOf(byId) })),
      mayLog: canLogMatter(viewer, { ...row, people: own.map(({ userId }) => userId) }).allowed,
    }
  })
}
