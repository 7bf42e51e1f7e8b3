import type { ClassList, ClassLists } from '../../shared/classes/model.ts'
import { inherited, offeredChannels } from '../../shared/classes/offered.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import { openRow } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { allCalendars, targetsAt } from '../policies/queries.ts'
import {
  canArrange,
  canSaveCategory,
  canSaveChannel,
  canSaveChannelGroup,
  canSaveDesk,
  canSaveServiceType,
} from '../rules/class-edit.ts'
import { limitsOf } from '../rules/class-limits.ts'
import { axesOf } from '../rules/classification.ts'
import { defaultsOf } from './offered.ts'
import { desksUse, putRow, readLists, setPlaces, toRow } from './queries.ts'
import { seedClasses } from './seed.ts'

export const classes: FeatureHandlers<'classes'> = {
  list: async ({ db }) => ({
    ...(await readLists(db)),
    calendars: Object.values(await allCalendars(db)).map(({ id, name }) => ({ id, name })),
  }),

  ofCase: async (ctx, { caseId }) => {
    const { category } = await openRow(ctx, caseId)
    const lists = await readLists(ctx.db)
    return {
      category,
      guide: inherited(lists, category, 'guide') ?? [],
      plan: inherited(lists, category, 'plan'),
    }
  },

  limits: async ({ db, now }, { category, kind }) => {
    const lists = await readLists(db)
    found(
      lists.categories.find(({ code }) => code === category),
      'class',
    )
    const { timeClass } = axesOf({ category, severity: 'general' }, await defaultsOf(db, category))
    const channel = offeredChannels(lists)[0]?.code ?? ''
    const { body } = await targetsAt(db, now)
    return limitsOf({ kind, category, channel, timeClass, receivedAt: now }, body, await allCalendars(db))
  },

  /** S2-11: both levels of the channels are kept by administrators. */
  saveChannelGroup: async (ctx, { isNew, ...row }) => {
    const lists = await begin(ctx, 'channelGroups', row.code, isNew)
    must(canSaveChannelGroup(lists, row))
    await putRow(ctx.db, 'channelGroups', toRow.channelGroups(row), keptBy(ctx, lists.channelGroups))
    return null
  },

  saveChannel: async (ctx, { isNew, ...row }) => {
    const lists = await begin(ctx, 'channels', row.code, isNew)
    must(canSaveChannel(lists, row))
    await mustHaveCalendar(ctx, row.calendarId)
    await putRow(ctx.db, 'channels', toRow.channels(row), keptBy(ctx, lists.channels))
    return null
  },

  /** S1-31: a category that cases carry is retired, never taken away, so that they stay readable. */
  saveCategory: async (ctx, { isNew, ...row }) => {
    const lists = await begin(ctx, 'categories', row.code, isNew)
    must(canSaveCategory(lists, row))
    await putRow(ctx.db, 'categories', toRow.categories(row), keptBy(ctx, lists.categories))
    return null
  },

  /** S1-14 S2-15: each desk's name, hotlines and hours; a department of one's own is added, and retired, not removed. */
  saveDesk: async (ctx, { isNew, ...row }) => {
    const lists = await begin(ctx, 'desks', row.code, isNew)
    must(canSaveDesk(lists, row, await desksUse(ctx.db, row.code)))
    await mustHaveCalendar(ctx, row.calendarId)
    await putRow(ctx.db, 'desks', toRow.desks(row), keptBy(ctx, lists.desks))
    return null
  },

  /** S3-26: what may be asked of the desk is added, renamed and retired; cases keep the code they were opened with. */
  saveServiceType: async (ctx, { isNew, ...row }) => {
    const lists = await begin(ctx, 'serviceTypes', row.code, isNew)
    must(canSaveServiceType(lists, row))
    await putRow(ctx.db, 'serviceTypes', toRow.serviceTypes(row), keptBy(ctx, lists.serviceTypes))
    return null
  },

  arrange: async (ctx, { list, codes }) => {
    await seedClasses(ctx.db, ctx.now)
    const lists = await readLists(ctx.db)
    must(canArrange(lists[list], codes))
    ctx.note({ before: lists[list].map(({ code }) => code) })
    await setPlaces(ctx.db, list, codes)
    return null
  },
}

/** The lists as they are, with the row to be changed in the audit; a store from before them gets what is delivered. */
async function begin(ctx: Ctx, list: ClassList, code: string, isNew: boolean): Promise<ClassLists> {
  await seedClasses(ctx.db, ctx.now)
  const lists = await readLists(ctx.db)
  const rows: readonly { code: string }[] = lists[list]
  const known = rows.find((row) => row.code === code)
  if (isNew && known) refuse('class-code-taken', { code })
  if (!isNew) ctx.note({ before: found(known, 'class') })
  return lists
}

const keptBy = ({ now, actor }: Ctx, rows: readonly unknown[]) => ({
  ...{ place: rows.length, updatedAt: now, updatedBy: actor.id },
})

async function mustHaveCalendar({ db }: Ctx, id: string | null): Promise<void> {
  if (id !== null) found((await allCalendars(db))[id], 'calendar')
}
