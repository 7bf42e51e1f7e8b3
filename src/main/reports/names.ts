import { CONTENT_CLASS_NAMES, SERVICE_TYPE_NAMES } from '../../shared/cases/axes.ts'
import {
  CATEGORY_NAMES,
  CHANNEL_GROUP_NAMES,
  CHANNEL_GROUP_OF,
  CHANNEL_NAMES,
  DEPARTMENT_NAMES,
  OBJECT_NAMES,
  SEVERITY_NAMES,
  TIME_CLASS_NAMES,
} from '../../shared/cases/words.ts'
import type { Bilingual } from '../../shared/contract.ts'
import type { SpreadId } from '../../shared/reports/words.ts'
import { CLOCK_KIND_NAMES } from '../../shared/targets/model.ts'
import { MEMBER_TIER_NAMES } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import { currentTree } from '../causes/tree.ts'
import { workflowsInForce } from '../policies/queries.ts'
import type { ReportNames } from '../rules/report.ts'
import type { Db } from '../store/types.ts'

type Names = Readonly<Record<string, Bilingual>>

const plain = (code: string): Bilingual => ({ zh: code || '—', en: code || '—' })
const of = (names: Names, code: string): Bilingual => names[code] ?? plain(code)

/** The desk's own channels, categories, departments and services, over the names that are delivered. */
export type Classes = {
  channels: Names
  groups: Names
  categories: Names
  desks: Names
  services: Names
  groupOf: (channel: string) => string
  /** Everybody of the desk by id. */
  people: Readonly<Record<string, { login: string; name: string }>>
}

export async function classesOf(db: Db): Promise<Classes> {
  const named = (rows: readonly { code: string; nameZh: string; nameEn: string }[]) =>
    Object.fromEntries(rows.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]))
  const names = ['code', 'nameZh', 'nameEn'] as const
  const channels = await db
    .selectFrom('channels')
    .select([...names, 'groupCode'])
    .execute()
  const groups = await db.selectFrom('channelGroups').select(names).execute()
  const categories = await db.selectFrom('categories').select(names).execute()
  const desks = await db.selectFrom('desks').select(names).execute()
  const services = await db.selectFrom('serviceTypes').select(names).execute()
  const users = await db.selectFrom('users').select(['id', 'login', 'name']).execute()
  const shipped: Readonly<Record<string, string>> = CHANNEL_GROUP_OF
  const groupOf = new Map(channels.map(({ code, groupCode }) => [code, groupCode]))
  return {
    channels: { ...CHANNEL_NAMES, ...named(channels) },
    groups: { ...CHANNEL_GROUP_NAMES, ...named(groups) },
    categories: { ...CATEGORY_NAMES, ...named(categories) },
    desks: { ...DEPARTMENT_NAMES, ...named(desks) },
    services: { ...SERVICE_TYPE_NAMES, ...named(services) },
    groupOf: (channel) => groupOf.get(channel) ?? shipped[channel] ?? 'other',
    people: Object.fromEntries(users.map(({ id, login, name }) => [id, { login, name }])),
  }
}

/** What codes are called now; a report keeps the names with its numbers. */
export async function namesAt(db: Db, now: Instant, classes: Classes): Promise<ReportNames> {
  const { tree } = await currentTree(db)
  const workflows = await workflowsInForce(db, now)
  const tables: Record<SpreadId, Names> = {
    day: {},
    month: {},
    channelGroup: classes.groups,
    channel: classes.channels,
    group: classes.categories,
    category: classes.categories,
    contentClass: CONTENT_CLASS_NAMES,
    severity: SEVERITY_NAMES,
    objectClass: OBJECT_NAMES,
    department: classes.desks,
    timeClass: TIME_CLASS_NAMES,
    tier: MEMBER_TIER_NAMES,
    serviceType: classes.services,
    flight: {},
    station: {},
    owner: Object.fromEntries(Object.values(classes.people).map(({ login, name }) => [login, plain(name)])),
  }
  const causes = Object.fromEntries(tree.nodes.map(({ code, name }) => [code, name]))
  const complaint = workflows.find(({ caseKinds }) => caseKinds.includes('complaint'))
  const states = Object.fromEntries((complaint?.states ?? []).map(({ id, name }) => [id, name]))
  return {
    spread: (spread, key) => of(tables[spread], key),
    clock: (kind) => of(CLOCK_KIND_NAMES, kind),
    stage: (id) => of(states, id),
    cause: (code) => of(causes, code),
  }
}
