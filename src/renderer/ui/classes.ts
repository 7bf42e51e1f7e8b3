import { useEffect } from 'react'
import { create } from 'zustand'
import { SERVICE_TYPE_NAMES, SERVICE_TYPES } from '../../shared/cases/axes.ts'
import {
  CATEGORIES,
  CATEGORY_NAMES,
  CHANNEL_GROUP_NAMES,
  CHANNEL_GROUP_OF,
  CHANNEL_GROUPS,
  CHANNEL_NAMES,
  CHANNELS,
  DEPARTMENT_NAMES,
  DEPARTMENTS,
  groupOf,
  LIVE_CHANNELS,
} from '../../shared/cases/words.ts'
import type { CategoryRow, ClassLists } from '../../shared/classes/model.ts'
import { offeredCategories, offeredChannels } from '../../shared/classes/offered.ts'
import type { Bilingual } from '../../shared/contract.ts'
import { call, onTopics } from '../client.ts'
import type { NameOf } from './use-name.ts'

type Names = Readonly<Record<string, Bilingual>>

/** The desk's lists, ready to be named and chosen from. */
export type Classes = {
  lists: ClassLists
  /** What the hours of a channel or desk may be. */
  calendars: readonly { id: string; name: Bilingual }[]
  categoryNames: Names
  channelNames: Names
  channelGroupNames: Names
  deskNames: Names
  serviceTypeNames: Names
  /** The desks that new work may be given to. */
  offeredDeskNames: Names
  /** What a new case may be given. */
  offered: {
    categories: readonly CategoryRow[]
    channels: ClassLists['channels']
    desks: ClassLists['desks']
    serviceTypes: ClassLists['serviceTypes']
  }
  /** False until the desk has answered: the shipped lists stand in. */
  isRead: boolean
}

const namesOf = (rows: readonly { code: string; name: Bilingual }[]): Names =>
  Object.fromEntries(rows.map(({ code, name }) => [code, name]))

function classesOf({ calendars, ...lists }: ClassLists & Pick<Classes, 'calendars'>, isRead: boolean): Classes {
  return {
    lists,
    calendars,
    isRead,
    categoryNames: namesOf(lists.categories),
    channelNames: namesOf(lists.channels),
    channelGroupNames: namesOf(lists.channelGroups),
    deskNames: { ...DEPARTMENT_NAMES, ...namesOf(lists.desks) },
    serviceTypeNames: namesOf(lists.serviceTypes),
    offeredDeskNames: namesOf(lists.desks.filter(({ isActive }) => isActive)),
    offered: {
      categories: offeredCategories(lists),
      channels: offeredChannels(lists),
      desks: lists.desks.filter(({ isActive }) => isActive),
      serviceTypes: lists.serviceTypes.filter(({ isActive }) => isActive),
    },
  }
}

const nothing = { zh: '', en: '' }
const silent = { regulator: null, contentClass: null, objectClass: null, department: null, timeClass: null, plan: null }
const LIVE: readonly string[] = LIVE_CHANNELS

/** The shipped names, until the desk's own are read. */
const SHIPPED: ClassLists = {
  channelGroups: CHANNEL_GROUPS.map((code) => ({
    ...{ code, name: CHANNEL_GROUP_NAMES[code], meaning: code, isActive: true },
  })),
  channels: CHANNELS.map((code) => ({
    ...{ code, groupCode: CHANNEL_GROUP_OF[code] ?? 'human', name: CHANNEL_NAMES[code] ?? nothing },
    ...{ isLive: LIVE.includes(code), hotlines: [], calendarId: null, isActive: true },
  })),
  categories: CATEGORIES.map((code) => ({
    ...{ ...silent, code, name: CATEGORY_NAMES[code] ?? nothing, guide: [], isActive: true },
  })),
  desks: DEPARTMENTS.map((code) => ({
    ...{ code, name: DEPARTMENT_NAMES[code], hotlines: [], calendarId: null, isActive: true },
  })),
  serviceTypes: SERVICE_TYPES.map((code) => ({ code, name: SERVICE_TYPE_NAMES[code], isActive: true })),
}

const useStore = create<Classes>(() => classesOf({ ...SHIPPED, calendars: [] }, false))

let isHearing = false
let isReading = false

async function read(): Promise<void> {
  if (isReading) return
  isReading = true
  const answer = await call('classes.list', {})
  isReading = false
  if (answer.ok) useStore.setState(classesOf(answer.value, true))
}

/** The desk's channels, categories and desks: read once for the whole window, and again when somebody changes them. */
export function useClasses(): Classes {
  const classes = useStore()
  useEffect(() => {
    if (!isHearing) {
      isHearing = true
      onTopics(['classes'], () => void read())
    }
    if (!useStore.getState().isRead) void read()
  }, [])
  return classes
}

/** Whether the customer is present while the desk writes, as far as the window knows now. */
export function isLiveChannel(code: string): boolean {
  return useStore.getState().lists.channels.some((channel) => channel.code === code && channel.isLive)
}

type Choice = { value: string; label: string }
export type ChoiceGroup = { group: string; items: Choice[] }

/** Categories as the choices of a field, by group; names and codes are both searched. */
export function categoryChoices(
  rows: readonly CategoryRow[],
  { categoryNames }: Classes,
  nameOf: NameOf,
): ChoiceGroup[] {
  const nameOfCode = (code: string) => nameOf(categoryNames[code] ?? { zh: code, en: code })
  const groups = [...new Set(rows.map(({ code }) => groupOf(code)))]
  return groups.map((group) => ({
    group: nameOfCode(group),
    items: rows
      .filter(({ code }) => groupOf(code) === group)
      .map(({ code }) => ({ value: code, label: `${nameOfCode(code)} ${code}` })),
  }))
}

/** Channels as the choices of a field, by group. */
export function channelChoices(
  rows: ClassLists['channels'],
  { lists, channelNames }: Classes,
  nameOf: NameOf,
): ChoiceGroup[] {
  return lists.channelGroups
    .map(({ code, name }) => ({
      group: nameOf(name),
      items: rows
        .filter(({ groupCode }) => groupCode === code)
        .map((row) => ({ value: row.code, label: nameOf(channelNames[row.code] ?? row.name) })),
    }))
    .filter(({ items }) => items.length > 0)
}
