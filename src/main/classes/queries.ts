import { z } from 'zod'
import { groupOf } from '../../shared/cases/words.ts'
import {
  type CategoryRow,
  type ChannelGroupRow,
  type ChannelRow,
  type ClassList,
  type ClassLists,
  classLists,
  type DeskRow,
  hotline,
  type ServiceTypeRow,
} from '../../shared/classes/model.ts'
import { SHIPPED_CLASSES } from '../rules/shipped-classes.ts'
import type { Db, Row } from '../store/types.ts'

/** Who changed a row, when, and where it stands in its list. */
export type Kept = { place: number; updatedAt: number; updatedBy: string | null }

const hotlines = z.array(hotline)
const names = ({ name, isActive }: { name: { zh: string; en: string }; isActive: boolean }) => ({
  nameZh: name.zh,
  nameEn: name.en,
  isActive: isActive ? (1 as const) : (0 as const),
})
const named = ({
  code,
  nameZh,
  nameEn,
  isActive,
}: {
  code: string
  nameZh: string
  nameEn: string
  isActive: 0 | 1
}) => ({
  code,
  name: { zh: nameZh, en: nameEn },
  isActive: isActive === 1,
})

/** The columns of each list's rows. */
export const toRow = {
  channelGroups: ({ code, meaning, ...rest }: ChannelGroupRow) => ({ code, meaning, ...names(rest) }),
  channels: ({ code, groupCode, isLive, calendarId, ...rest }: ChannelRow) => ({
    ...{ code, groupCode, calendarId, isLive: isLive ? (1 as const) : (0 as const) },
    ...{ hotlines: JSON.stringify(rest.hotlines), ...names(rest) },
  }),
  desks: ({ code, calendarId, ...rest }: DeskRow) => ({
    ...{ code, calendarId, hotlines: JSON.stringify(rest.hotlines), ...names(rest) },
  }),
  serviceTypes: ({ code, ...rest }: ServiceTypeRow) => ({ code, ...names(rest) }),
  categories: ({ name, isActive, plan, guide, ...rest }: CategoryRow) => ({
    ...rest,
    groupCode: rest.code.includes('.') ? (rest.code.split('.')[0] ?? null) : null,
    plan: plan === null ? null : JSON.stringify(plan),
    guide: JSON.stringify(guide),
    ...names({ name, isActive }),
  }),
}

const fromRow = {
  channelGroups: (row: Row<'channelGroups'>) => ({ ...named(row), meaning: row.meaning }),
  channels: (row: Row<'channels'>) => ({
    ...named(row),
    ...{ groupCode: row.groupCode, isLive: row.isLive === 1, calendarId: row.calendarId },
    hotlines: hotlines.parse(JSON.parse(row.hotlines)),
  }),
  desks: (row: Row<'desks'>) => ({
    ...{ ...named(row), calendarId: row.calendarId, hotlines: hotlines.parse(JSON.parse(row.hotlines)) },
  }),
  serviceTypes: (row: Row<'serviceTypes'>) => named(row),
  categories: (row: Row<'categories'>) => ({
    ...{ ...named(row), regulator: row.regulator, contentClass: row.contentClass, objectClass: row.objectClass },
    ...{ department: row.department, timeClass: row.timeClass },
    plan: row.plan === null ? null : JSON.parse(row.plan),
    guide: JSON.parse(row.guide),
  }),
}

/** The desk's own rows, and what is delivered where it has none: a store from before these lists keeps working. */
function merged<T extends { code: string }>(own: readonly T[], shipped: readonly T[]): T[] {
  const codes = new Set(own.map(({ code }) => code))
  return [...own, ...shipped.filter(({ code }) => !codes.has(code))]
}

/** Every list, each in its order. */
export async function readLists(db: Db): Promise<ClassLists> {
  const groups = await db.selectFrom('channelGroups').selectAll().orderBy('place').orderBy('code').execute()
  const channels = await db.selectFrom('channels').selectAll().orderBy('place').orderBy('code').execute()
  const categories = await db.selectFrom('categories').selectAll().orderBy('place').orderBy('code').execute()
  const desks = await db.selectFrom('desks').selectAll().orderBy('place').orderBy('code').execute()
  const serviceTypes = await db.selectFrom('serviceTypes').selectAll().orderBy('place').orderBy('code').execute()
  return fromRows({ channelGroups: groups, channels, categories, desks, serviceTypes }, () => true)
}

type Rows = { [L in ClassList]: Row<L>[] }

function fromRows(rows: Rows, isAsked: (list: ClassList, code: string) => boolean): ClassLists {
  const own = classLists.parse({
    channelGroups: rows.channelGroups.map(fromRow.channelGroups),
    channels: rows.channels.map(fromRow.channels),
    categories: rows.categories.map(fromRow.categories),
    desks: rows.desks.map(fromRow.desks),
    serviceTypes: rows.serviceTypes.map(fromRow.serviceTypes),
  })
  const shipped = <L extends ClassList>(list: L) =>
    (SHIPPED_CLASSES[list] as { code: string }[]).filter(({ code }) => isAsked(list, code)) as ClassLists[L]
  return {
    channelGroups: merged(own.channelGroups, shipped('channelGroups')),
    channels: merged(own.channels, shipped('channels')),
    categories: merged(own.categories, shipped('categories')),
    desks: merged(own.desks, shipped('desks')),
    serviceTypes: merged(own.serviceTypes, shipped('serviceTypes')),
  }
}

type Asked = {
  category?: string
  channel?: string
  department?: string | undefined
  serviceType?: string | null | undefined
}

/** Only what a case's classes stand in: the category with its group, the channel with its, the desk, the service. */
export async function readAbout(db: Db, { category, channel, department, serviceType }: Asked): Promise<ClassLists> {
  const codes: Record<ClassList, string[]> = {
    categories: category === undefined ? [] : [category, groupOf(category)],
    channels: channel === undefined ? [] : [channel],
    channelGroups: [],
    desks: department === undefined ? [] : [department],
    serviceTypes: serviceType == null ? [] : [serviceType],
  }
  const byCode = async <L extends ClassList>(list: L): Promise<Row<L>[]> => {
    if (codes[list].length === 0) return []
    const rows = db
      .selectFrom(list as 'channels')
      .selectAll()
      .where('code', 'in', codes[list])
    return (await rows.execute()) as unknown as Row<L>[]
  }
  const channels = await byCode('channels')
  const shipped = SHIPPED_CLASSES.channels.find(({ code }) => code === channel)
  codes.channelGroups = [channels[0]?.groupCode ?? shipped?.groupCode ?? ''].filter((code) => code !== '')
  const rows = {
    channels,
    channelGroups: await byCode('channelGroups'),
    categories: await byCode('categories'),
    desks: await byCode('desks'),
    serviceTypes: await byCode('serviceTypes'),
  }
  return fromRows(rows, (list, code) => codes[list].includes(code))
}

type ListRow = { [L in ClassList]: ReturnType<(typeof toRow)[L]> }

/** Adds a row at the end of its list, or changes the one with its code in its place. */
export async function putRow<L extends ClassList>(db: Db, list: L, row: ListRow[L], kept: Kept): Promise<void> {
  const { place, ...touched } = kept
  await db
    .insertInto(list as 'channels')
    .values({ ...(row as ListRow['channels']), place, ...touched })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ ...(row as ListRow['channels']), ...touched }))
    .execute()
}

/** Gives every row of a list its place. */
export async function setPlaces(db: Db, list: ClassList, codes: readonly string[]): Promise<void> {
  for (const [place, code] of codes.entries())
    await db
      .updateTable(list as 'channels')
      .set({ place })
      .where('code', '=', code)
      .execute()
}

/** What still lies with a department: sub-tasks that nobody has ended, and people who belong to it. */
export async function desksUse(db: Db, code: string): Promise<{ tasks: number; people: number }> {
  const tasks = await db
    .selectFrom('subTasks')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('department', '=', code)
    .where('state', 'in', ['open', 'accepted', 'returned', 'answered'])
    .executeTakeFirstOrThrow()
  const people = await db
    .selectFrom('handlerProfiles')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('department', '=', code)
    .executeTakeFirstOrThrow()
  return { tasks: Number(tasks.count), people: Number(people.count) }
}

/** The departments with these codes, delivered ones among them. */
export async function readDesks(db: Db, codes: readonly string[]): Promise<DeskRow[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('desks')
    .selectAll()
    .where('code', 'in', [...codes])
    .execute()
  const shipped = SHIPPED_CLASSES.desks.filter(({ code }) => codes.includes(code))
  return merged(rows.map(fromRow.desks), shipped)
}
