import guides from '../../../resources/classes/guides.json' with { type: 'json' }
import plans from '../../../resources/classes/plans.json' with { type: 'json' }
import { SERVICE_TYPE_NAMES, SERVICE_TYPES } from '../../shared/cases/axes.ts'
import {
  CATEGORIES,
  CATEGORY_NAMES,
  CATEGORY_TABLE,
  CHANNEL_GROUP_NAMES,
  CHANNEL_GROUP_OF,
  CHANNEL_GROUPS,
  CHANNEL_NAMES,
  CHANNELS,
  DEPARTMENT_NAMES,
  DEPARTMENTS,
  LIVE_CHANNELS,
} from '../../shared/cases/words.ts'
import type { CategoryRow, ClassLists } from '../../shared/classes/model.ts'
import { axesOf } from './classification.ts'

const LIVE: readonly string[] = LIVE_CHANNELS

const letters: Readonly<Record<string, { zh: string; caac?: string }>> = CATEGORY_TABLE
const planOf: Readonly<Record<string, CategoryRow['plan']>> = plans
const guideOf: Readonly<Record<string, CategoryRow['guide']>> = guides

const none = { zh: '', en: '' }

function shippedCategory(code: string): CategoryRow {
  const { contentClass, objectClass, department } = axesOf({ category: code, severity: 'general' })
  return {
    code,
    name: CATEGORY_NAMES[code] ? { zh: CATEGORY_NAMES[code].zh, en: CATEGORY_NAMES[code].en } : none,
    regulator: letters[code]?.caac ?? null,
    contentClass,
    objectClass,
    department,
    timeClass: null,
    plan: planOf[code] ?? null,
    guide: guideOf[code] ?? [],
    isActive: true,
  }
}

/** The lists as they are delivered: what a new desk begins with, and what a desk without rows of its own has. */
export const SHIPPED_CLASSES: ClassLists = {
  channelGroups: CHANNEL_GROUPS.map((code) => ({
    ...{ code, name: CHANNEL_GROUP_NAMES[code], meaning: code, isActive: true },
  })),
  channels: CHANNELS.map((code) => ({
    ...{
      code,
      groupCode: CHANNEL_GROUP_OF[code] ?? 'human',
      name: CHANNEL_NAMES[code] ?? none,
      isLive: LIVE.includes(code),
    },
    ...{ hotlines: [], calendarId: null, isActive: true },
  })),
  categories: CATEGORIES.map(shippedCategory),
  desks: DEPARTMENTS.map((code) => ({
    ...{ code, name: DEPARTMENT_NAMES[code], hotlines: [], calendarId: null, isActive: true },
  })),
  serviceTypes: SERVICE_TYPES.map((code) => ({ code, name: SERVICE_TYPE_NAMES[code], isActive: true })),
}
