import { groupOf } from '../cases/words.ts'
import type { CategoryRow, ChannelRow, ClassLists } from './model.ts'

/** A detail without its group, or a channel without its, is not offered either. */
export function offeredCategories({ categories }: Pick<ClassLists, 'categories'>): CategoryRow[] {
  const active = new Set(categories.filter(({ isActive }) => isActive).map(({ code }) => code))
  return categories.filter(({ code }) => active.has(code) && active.has(groupOf(code)))
}

/** The channels that a new case may come by. */
export function offeredChannels({
  channels,
  channelGroups,
}: Pick<ClassLists, 'channels' | 'channelGroups'>): ChannelRow[] {
  const active = new Set(channelGroups.filter(({ isActive }) => isActive).map(({ code }) => code))
  return channels.filter(({ isActive, groupCode }) => isActive && active.has(groupCode))
}

/** What a category says, or else its group: its plan, its guide, whom it concerns. */
export function inherited<K extends keyof CategoryRow>(
  { categories }: Pick<ClassLists, 'categories'>,
  code: string,
  field: K,
): CategoryRow[K] | null {
  const own = categories.find((one) => one.code === code)?.[field]
  if (isGiven(own)) return own
  const group = categories.find((one) => one.code === groupOf(code))?.[field]
  return isGiven(group) ? group : null
}

function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
}
