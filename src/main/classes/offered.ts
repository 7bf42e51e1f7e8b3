import type { CategoryRow, ChannelRow, ClassLists, ServiceTypeRow } from '../../shared/classes/model.ts'
import { inherited, offeredCategories, offeredChannels } from '../../shared/classes/offered.ts'
import type { Bilingual } from '../../shared/contract.ts'
import { Refusal, refuse } from '../../shared/failure.ts'
import type { CategoryDefaults } from '../rules/classification.ts'
import type { Db } from '../store/types.ts'
import { readAbout, readDesks } from './queries.ts'

/** What a new case is given of the lists; what is left out is not checked. */
export type Chosen = {
  category: string
  channel?: string
  department?: string | undefined
  serviceType?: string | null | undefined
}

/** What the desk keeps of a new case's classes. */
export type KnownClasses = { defaults: CategoryDefaults; isRestricted: boolean }

/**
 * What the desk keeps of the classes that a new case was given. Refuses an unknown code as a field of the form, and one
 * that is not offered any more by name (S1-31, S2-11, S3-26): old cases keep it, new ones do not get it.
 */
export async function mustOffer(db: Db, chosen: Chosen): Promise<KnownClasses> {
  const lists = await readAbout(db, chosen)
  const category = lists.categories.find(({ code }) => code === chosen.category)
  const channel = lists.channels.find(({ code }) => code === chosen.channel)
  const desk = lists.desks.find(({ code }) => code === chosen.department)
  const service = lists.serviceTypes.find(({ code }) => code === chosen.serviceType)
  const unknown = [
    ...(category ? [] : ['category']),
    ...(channel || chosen.channel === undefined ? [] : ['channel']),
    ...(desk || chosen.department === undefined ? [] : ['department']),
    ...(service || chosen.serviceType == null ? [] : ['serviceType']),
  ]
  if (unknown.length > 0)
    throw new Refusal({ code: 'INVALID_INPUT', issues: unknown.map((path) => ({ path, reason: 'invalid_value' })) })
  mustBeAmong('category-retired', category, offeredCategories(lists))
  mustBeAmong('channel-retired', channel, offeredChannels(lists))
  mustBeAmong(
    'desk-retired',
    desk,
    lists.desks.filter(({ isActive }) => isActive),
  )
  mustBeAmong(
    'service-type-retired',
    service,
    lists.serviceTypes.filter(({ isActive }) => isActive),
  )
  return { defaults: defaultsIn(lists, chosen.category), isRestricted: meansReport(lists, channel) }
}

/**
 * S2-15: the departments that somebody names for new work are known and not retired. Refuses an unknown one as a field
 * of the form; one that was named before may stay.
 */
export async function mustOfferDesks(
  db: Db,
  given: readonly (string | null | undefined)[],
  { path = 'department', before = [] }: { path?: string; before?: readonly (string | null)[] } = {},
): Promise<void> {
  const codes = [...new Set(given.flatMap((code) => (code === null || code === undefined ? [] : [code])))]
  const fresh = codes.filter((code) => !before.includes(code))
  const desks = await readDesks(db, fresh)
  if (fresh.some((one) => !desks.some(({ code }) => code === one)))
    throw new Refusal({ code: 'INVALID_INPUT', issues: [{ path, reason: 'invalid_value' }] })
  const retired = desks.find(({ isActive }) => !isActive)
  if (retired) refuse('desk-retired', { name: retired.name.zh, nameEn: retired.name.en })
}

/** What the desk keeps of a category, or else of its group. */
export async function defaultsOf(db: Db, category: string): Promise<CategoryDefaults> {
  return defaultsIn(await readAbout(db, { category }), category)
}

/** Whether the customer is present while the desk writes. */
export async function isLiveChannel(db: Db, code: string): Promise<boolean> {
  const { channels } = await readAbout(db, { channel: code })
  return channels.some((one) => one.code === code && one.isLive)
}

/** The desk's name for a category, or its code. */
export async function categoryName(db: Db, code: string): Promise<Bilingual> {
  const { categories } = await readAbout(db, { category: code })
  return categories.find((one) => one.code === code)?.name ?? { zh: code, en: code }
}

function mustBeAmong(
  rule: string,
  row: CategoryRow | ChannelRow | ClassLists['desks'][number] | ServiceTypeRow | undefined,
  offered: readonly { code: string }[],
) {
  if (row && !offered.some(({ code }) => code === row.code)) refuse(rule, { name: row.name.zh, nameEn: row.name.en })
}

function meansReport({ channelGroups }: ClassLists, channel: ChannelRow | undefined): boolean {
  return channelGroups.some(({ code, meaning }) => code === channel?.groupCode && meaning === 'report')
}

function defaultsIn(lists: ClassLists, category: string): CategoryDefaults {
  return {
    contentClass: inherited(lists, category, 'contentClass'),
    objectClass: inherited(lists, category, 'objectClass'),
    department: inherited(lists, category, 'department'),
    timeClass: inherited(lists, category, 'timeClass'),
  }
}
