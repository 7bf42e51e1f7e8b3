import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { type ItemKind, ROLLOUT_TEMPLATE } from '../../shared/improvements/project-words.ts'
import type { ProjectView } from '../../shared/improvements/projects.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canCloseProject, canMoveItem, isItemOf } from '../rules/improvement-project.ts'
import {
  findItem,
  findProject,
  type ItemRecord,
  insertItem,
  insertProject,
  itemsOf,
  listProjects,
  type ProjectRecord,
  updateItem,
  updateProject,
} from './project-queries.ts'
import { mustBePeople } from './propose.ts'

type Draft = Pick<ItemRecord, 'title' | 'content' | 'stepId' | 'plannedFor'> & { ownerId: UserId | null }

export const projects: FeatureHandlers<'projects'> = {
  list: async (ctx) => toViews(ctx, await listProjects(ctx.db)),

  /** S1-76..80: a rollout may begin with the timetable of the client's plan. */
  start: async (ctx, { isFromPlan, ...about }) => {
    await mustBePeople(ctx, [about.ownerId])
    const id = ctx.newId()
    await insertProject(ctx.db, {
      ...{ ...about, id, state: 'open', createdBy: ctx.actor.id, createdAt: ctx.now },
      ...{ closing: null, closedAt: null },
    })
    const phases = isFromPlan && about.kind === 'rollout' ? ROLLOUT_TEMPLATE : []
    for (const phase of phases) await add(ctx, id, 'phase', { ...phase, stepId: null, ownerId: about.ownerId })
    ctx.note({ id })
    return toView(ctx, id)
  },

  addItem: async (ctx, { id, kind, ...draft }) => {
    const project = await openProject(ctx, id)
    must(isItemOf(project.kind, kind))
    await checkDraft(ctx, id, draft)
    await add(ctx, id, kind, draft)
    return toView(ctx, id)
  },

  changeItem: async (ctx, { itemId, ...draft }) => {
    const item = await openItem(ctx, itemId)
    await checkDraft(ctx, item.projectId, draft)
    const { title, content, plannedFor, ownerId } = item
    ctx.note({ before: { title, content, plannedFor, ownerId } })
    await updateItem(ctx.db, itemId, { ...draft, changedBy: ctx.actor.id, changedAt: ctx.now })
    return toView(ctx, item.projectId)
  },

  moveItem: async (ctx, { itemId, state, note }) => {
    const item = await openItem(ctx, itemId)
    must(canMoveItem(item, state))
    ctx.note({ before: { state: item.state, note: item.note } })
    await updateItem(ctx.db, itemId, { state, note, changedBy: ctx.actor.id, changedAt: ctx.now })
    return toView(ctx, item.projectId)
  },

  close: async (ctx, { id, closing }) => {
    const project = await openProject(ctx, id)
    must(canCloseProject(project.kind, await itemsOf(ctx.db, [id])))
    await updateProject(ctx.db, id, { state: 'closed', closing, closedAt: ctx.now })
    return toView(ctx, id)
  },

  stop: async (ctx, { id, closing }) => {
    await openProject(ctx, id)
    await updateProject(ctx.db, id, { state: 'stopped', closing, closedAt: ctx.now })
    return toView(ctx, id)
  },
}

async function openProject(ctx: Ctx, id: string): Promise<ProjectRecord> {
  const project = found(await findProject(ctx.db, id), 'project')
  if (project.state !== 'open') refuse('project-closed')
  return project
}

async function openItem(ctx: Ctx, id: string): Promise<ItemRecord> {
  const item = found(await findItem(ctx.db, id), 'projectItem')
  await openProject(ctx, item.projectId)
  return item
}

/** A measure names a step of its own project; whoever is responsible is one of the desk. */
async function checkDraft(ctx: Ctx, projectId: string, { stepId, ownerId }: Draft): Promise<void> {
  if (ownerId !== null) await mustBePeople(ctx, [ownerId])
  if (stepId === null) return
  const step = found(await findItem(ctx.db, stepId), 'projectItem')
  if (step.projectId !== projectId || step.kind !== 'step') found(undefined, 'projectItem')
}

async function add(ctx: Ctx, projectId: string, kind: ItemKind, draft: Draft): Promise<void> {
  const place = (await itemsOf(ctx.db, [projectId])).filter((item) => item.kind === kind).length + 1
  await insertItem(ctx.db, {
    ...{ ...draft, id: ctx.newId(), projectId, kind, place, state: 'planned', note: null },
    ...{ changedBy: ctx.actor.id, changedAt: ctx.now },
  })
}

async function toView(ctx: Ctx, id: string): Promise<ProjectView> {
  const [view] = await toViews(ctx, [found(await findProject(ctx.db, id), 'project')])
  return found(view, 'project')
}

async function toViews(ctx: Ctx, rows: readonly ProjectRecord[]): Promise<ProjectView[]> {
  const items = await itemsOf(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const people = [
    ...rows.map(({ ownerId }) => ownerId),
    ...items.flatMap(({ ownerId, changedBy }) => [ownerId, changedBy]),
  ]
  const names = await namesOf(ctx.db, people)
  const byProject = Map.groupBy(items, ({ projectId }) => projectId)
  return rows.map(({ createdBy: _, closedAt: __, ...row }) => ({
    ...row,
    ownerId: row.ownerId as UserId,
    ownerName: names.get(row.ownerId) ?? '',
    items: (byProject.get(row.id) ?? []).map(({ projectId: ___, changedBy, ...item }) => ({
      ...item,
      ownerId: item.ownerId as UserId | null,
      ownerName: item.ownerId === null ? null : (names.get(item.ownerId) ?? ''),
      changedByName: names.get(changedBy) ?? '',
    })),
  }))
}
