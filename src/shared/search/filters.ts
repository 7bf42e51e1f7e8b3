import { CASE_KIND_NAMES, CASE_KINDS } from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import { MEMBER_TIER_NAMES, MEMBER_TIERS } from '../tiers/model.ts'

/** What a search can be narrowed by, in the order in which it is written. */
export const FILTERS = ['tier', 'is', 'due', 'owner', 'kind'] as const
export type FilterName = (typeof FILTERS)[number]

export const FILTER_NAMES: Record<FilterName, Bilingual> = {
  tier: { zh: '等级', en: 'tier' },
  is: { zh: '状态', en: 'is' },
  due: { zh: '到期', en: 'due' },
  owner: { zh: '责任人', en: 'owner' },
  kind: { zh: '类别', en: 'kind' },
}

export const CASE_STANDS = ['open', 'closed', 'overdue'] as const

/** Stretches of the desk's calendar in which the next limit of a case may end. */
export const DUE_DAYS = ['overdue', 'today', 'tomorrow', 'week', 'later', 'none'] as const
export type DueDay = (typeof DUE_DAYS)[number]

export const DUE_DAY_NAMES: Record<DueDay, Bilingual> = {
  overdue: { zh: '已超时', en: 'Overdue' },
  today: { zh: '今天', en: 'Today' },
  tomorrow: { zh: '明天', en: 'Tomorrow' },
  week: { zh: '七天内', en: 'Within a week' },
  later: { zh: '更晚', en: 'Later' },
  none: { zh: '无时限', en: 'No limit' },
}

export const OWNER_WORDS = ['me', 'nobody'] as const

const codesOf = <K extends string>(codes: readonly K[], names: Record<K, Bilingual>): Record<string, Bilingual> =>
  Object.fromEntries(codes.map((code) => [code, names[code]]))

/** The values that a filter knows, by the code in which they are written; an owner may also be a login name. */
export const FILTER_VALUES: Record<FilterName, Record<string, Bilingual>> = {
  tier: codesOf(MEMBER_TIERS, MEMBER_TIER_NAMES),
  is: {
    open: { zh: '未结', en: 'open' },
    closed: { zh: '已结', en: 'closed' },
    overdue: { zh: '超时', en: 'overdue' },
  },
  due: codesOf(DUE_DAYS, DUE_DAY_NAMES),
  owner: { me: { zh: '我', en: 'me' }, nobody: { zh: '无人', en: 'nobody' } },
  kind: codesOf(CASE_KINDS, CASE_KIND_NAMES),
}

const LOGIN = /^[a-z][a-z0-9._-]{1,31}$/

/** The filter that a word before a colon names, in either language. */
export function filterNamed(word: string): FilterName | undefined {
  const plain = word.toLowerCase()
  return FILTERS.find((name) => name === plain || FILTER_NAMES[name].zh === plain)
}

/** The code of a filter's value as typed in either language; 钻石 stands for 钻石卡. Undefined for one it does not know. */
export function filterValue(name: FilterName, typed: string): string | undefined {
  const plain = typed.toLowerCase()
  if (plain === '') return undefined
  const values = Object.entries(FILTER_VALUES[name])
  const hit =
    values.find(([code]) => code === plain) ??
    values.find(([, { zh, en }]) => zh === plain || en.toLowerCase() === plain || zh === `${plain}卡`)
  if (hit) return hit[0]
  return name === 'owner' && LOGIN.test(plain) ? plain : undefined
}
