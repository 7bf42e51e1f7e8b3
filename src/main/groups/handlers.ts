import { found, refuse } from '../../shared/failure.ts'
import { type GroupView, groupCriteria } from '../../shared/groups/contract.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { MemberHit } from '../../shared/members/model.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { memberScopeOf } from '../members/reach.ts'
import { type ListRow, toHit } from '../members/rows.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import { chooseMembers } from './choose.ts'
import {
  findGroup,
  findGroupByName,
  type GroupRecord,
  insertGroup,
  insertRun,
  lastRun,
  listGroups,
  membersByIds,
  membersOfRun,
  runExists,
  updateGroup,
  updateRun,
} from './queries.ts'

const SHOWN_FIRST = 20

export const groups: FeatureHandlers<'groups'> = {
  list: async (ctx) => Promise.all((await listGroups(ctx.db)).map((group) => toView(ctx, group))),

  preview: async (ctx, { criteria }) => {
    const first: string[] = []
    const counts = { considered: 0, chosen: 0 }
    for await (const { considered, ids } of chooseMembers(ctx.db, criteria, ctx.now)) {
      ctx.signal.throwIfAborted()
      counts.considered += considered
      counts.chosen += ids.length
      first.push(...ids.slice(0, SHOWN_FIRST - first.length))
      ctx.progress(counts.considered, null)
    }
    return { ...counts, first: (await membersByIds(ctx.db, memberScopeOf(ctx), first)).map(asHit) }
  },

  save: async (ctx, { id, name, note, criteria }) => {
    const twin = await findGroupByName(ctx.db, name)
    if (twin && twin.id !== id) refuse('group-name-taken', { name })
    const change = { name, note, criteria: JSON.stringify(criteria), updatedAt: ctx.now }
    if (id !== undefined) {
      found(await findGroup(ctx.db, id), 'targetGroup')
      await updateGroup(ctx.db, id, change)
      return view(ctx, id)
    }
    const row = { ...change, id: ctx.newId(), createdAt: ctx.now, createdBy: ctx.actor.id }
    await insertGroup(ctx.db, row)
    return view(ctx, row.id)
  },

  run: async (ctx, { id }) => {
    const group = found(await findGroup(ctx.db, id), 'targetGroup')
    const criteria = groupCriteria.parse(JSON.parse(group.criteria))
    const run = {
      ...{ id: ctx.newId(), groupId: id, at: await momentFor(ctx, id), actorId: ctx.actor.id },
      ...{ criteria: group.criteria, considered: 0, chosen: 0 },
    }
    await insertRun(ctx.db, run)
    const insert = bulkInsert(ctx.db, 'targetMembers')
    for await (const { considered, ids } of chooseMembers(ctx.db, criteria, ctx.now)) {
      ctx.signal.throwIfAborted()
      await insert(ids.map((memberId) => ({ runId: run.id, memberId })))
      run.considered += considered
      run.chosen += ids.length
      ctx.progress(run.considered, null)
    }
    await updateRun(ctx.db, run.id, { considered: run.considered, chosen: run.chosen })
    ctx.note({ considered: run.considered, chosen: run.chosen })
    return view(ctx, id)
  },

  members: async (ctx, { runId, after, limit }) => {
    if (!(await runExists(ctx.db, runId))) found(null, 'targetRun')
    const rows = await membersOfRun(ctx.db, memberScopeOf(ctx), runId, after ?? '', limit + 1)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown.map(asHit), next: rows.length > limit && last ? (last.id as MemberId) : null }
  },
}

const asHit = (row: ListRow): MemberHit => toHit(row, 'name')

/** The newest choice counts, so two are never of one moment. */
async function momentFor(ctx: Ctx, groupId: string): Promise<number> {
  return Math.max(ctx.now, ((await lastRun(ctx.db, groupId))?.at ?? 0) + 1)
}

async function view(ctx: Ctx, id: string): Promise<GroupView> {
  return toView(ctx, found(await findGroup(ctx.db, id), 'targetGroup'))
}

async function toView(ctx: Ctx, { id, name, note, criteria, createdBy, updatedAt }: GroupRecord): Promise<GroupView> {
  const run = await lastRun(ctx.db, id)
  const names = await namesOf(ctx.db, [createdBy, run?.actorId ?? null])
  return {
    ...{ id, name, note, updatedAt },
    criteria: groupCriteria.parse(JSON.parse(criteria)),
    createdByName: names.get(createdBy) ?? '',
    lastRun: run
      ? {
          ...{ id: run.id, at: run.at, considered: run.considered, chosen: run.chosen },
          byName: names.get(run.actorId) ?? '',
        }
      : null,
  }
}
