import { groupOf } from '../../shared/cases/words.ts'
import type {
  CategoryRow,
  ChannelGroupRow,
  ChannelRow,
  ClassLists,
  DeskRow,
  ServiceTypeRow,
} from '../../shared/classes/model.ts'
import { offeredCategories, offeredChannels } from '../../shared/classes/offered.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'

/** Puts a row in the place of the one with its code, or at the end. */
export function withRow<T extends { code: string }>(rows: readonly T[], row: T): T[] {
  const isKnown = rows.some(({ code }) => code === row.code)
  return isKnown ? rows.map((old) => (old.code === row.code ? row : old)) : [...rows, row]
}

/** S1-31: a detail stands under a group that exists, and something must be left to choose. */
export function canSaveCategory(lists: ClassLists, row: CategoryRow): Decision {
  const group = groupOf(row.code)
  if (group !== row.code && !lists.categories.some(({ code }) => code === group))
    return deny('class-group-missing', { code: group })
  const desk = lists.desks.find(({ code }) => code === row.department)
  if (row.department !== null && !desk) return deny('desk-unknown', { code: row.department })
  if (desk && !desk.isActive) return deny('desk-retired', { name: desk.name.zh, nameEn: desk.name.en })
  const left = offeredCategories({ categories: withRow(lists.categories, row) })
  return left.length === 0 ? deny('class-last-one') : allow
}

/** S2-11: a channel belongs to a group that exists, and something must be left to choose. */
export function canSaveChannel(lists: ClassLists, row: ChannelRow): Decision {
  if (!lists.channelGroups.some(({ code }) => code === row.groupCode))
    return deny('class-group-missing', { code: row.groupCode })
  const left = offeredChannels({ ...lists, channels: withRow(lists.channels, row) })
  return left.length === 0 ? deny('class-last-one') : allow
}

/** A group of channels may be retired as long as another one with channels is left. */
export function canSaveChannelGroup(lists: ClassLists, row: ChannelGroupRow): Decision {
  const left = offeredChannels({ ...lists, channelGroups: withRow(lists.channelGroups, row) })
  return left.length === 0 ? deny('class-last-one') : allow
}

/** What still lies with a department: sub-tasks that nobody has ended, and people who belong to it. */
export type DeskUse = { tasks: number; people: number }

/** A department that categories still send their cases to, that owes an answer or has people is not retired. */
export function canSaveDesk(lists: ClassLists, row: DeskRow, use: DeskUse = { tasks: 0, people: 0 }): Decision {
  if (row.isActive) return allow
  const using = offeredCategories(lists).filter(({ department }) => department === row.code)
  if (using.length > 0) return deny('desk-in-use', { count: using.length })
  return use.tasks + use.people > 0 ? deny('desk-has-work', use) : allow
}

/** S3-26: a type of service may be retired as long as another one is left to choose. */
export function canSaveServiceType({ serviceTypes }: Pick<ClassLists, 'serviceTypes'>, row: ServiceTypeRow): Decision {
  return withRow(serviceTypes, row).some(({ isActive }) => isActive) ? allow : deny('class-last-one')
}

/** A list is arranged whole: each of its codes once, and no other. */
export function canArrange(rows: readonly { code: string }[], codes: readonly string[]): Decision {
  const known = new Set(rows.map(({ code }) => code))
  const isWhole = codes.length === known.size && new Set(codes).size === known.size && codes.every((c) => known.has(c))
  return isWhole ? allow : deny('class-list-changed')
}
