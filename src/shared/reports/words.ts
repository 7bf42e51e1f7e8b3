import type { Bilingual } from '../contract.ts'

export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

export const PERIOD_KIND_NAMES: Record<PeriodKind, Bilingual> = {
  day: { zh: '日报', en: 'Day' },
  week: { zh: '周报', en: 'Week' },
  month: { zh: '月报', en: 'Month' },
  quarter: { zh: '季报', en: 'Quarter' },
  year: { zh: '年报', en: 'Year' },
}

/** What the matters of a period are counted by: the channel in two levels (S2-11), the five classings (S2-17) and more. */
export const SPREADS = [
  'day',
  'month',
  'channelGroup',
  'channel',
  'group',
  'category',
  'contentClass',
  'severity',
  'objectClass',
  'department',
  'timeClass',
  'tier',
  'serviceType',
  'flight',
  'station',
  'owner',
] as const
export type SpreadId = (typeof SPREADS)[number]

export const SPREAD_NAMES: Record<SpreadId, Bilingual> = {
  day: { zh: '日期', en: 'Day' },
  month: { zh: '月份', en: 'Month' },
  channelGroup: { zh: '渠道大类', en: 'Channel group' },
  channel: { zh: '渠道', en: 'Channel' },
  group: { zh: '类别', en: 'Category group' },
  category: { zh: '分类', en: 'Category' },
  contentClass: { zh: '内容维度', en: 'Content' },
  severity: { zh: '性质', en: 'Nature' },
  objectClass: { zh: '对象', en: 'Object' },
  department: { zh: '处理部门', en: 'Department' },
  timeClass: { zh: '时限类别', en: 'Time class' },
  tier: { zh: '会员等级', en: 'Tier' },
  serviceType: { zh: '服务类型', en: 'Service wanted' },
  flight: { zh: '航班', en: 'Flight' },
  station: { zh: '始发站', en: 'Station of departure' },
  owner: { zh: '负责人', en: 'In the hands of' },
}

/** A number that rests on fewer cases than this is marked: one case more or less would change it visibly. */
export const SMALL_NUMBER = 10

/** Days before and after a complaint in which a member's flights are counted (S5-75). */
export const BOOKING_DAYS = 90

export const REPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** What calls may be grouped by. */
export const KPI_GROUPS = ['agent', 'team', 'topic', 'priority', 'none'] as const
export type KpiGroup = (typeof KPI_GROUPS)[number]

/** Seconds within which a call should be taken; the share is told for each. */
export const SERVICE_LEVELS_S = [10, 20, 30] as const
