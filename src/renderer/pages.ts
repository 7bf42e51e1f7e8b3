import {
  IconAward,
  IconBinaryTree2,
  IconBook2,
  IconBriefcase2,
  IconCategory,
  IconCertificate,
  IconChartBar,
  IconChecklist,
  IconFileExport,
  IconGavel,
  IconIdBadge2,
  IconInbox,
  IconInfoCircle,
  IconListCheck,
  IconLuggage,
  IconMessage2Share,
  IconMessages,
  IconMoodSmile,
  IconPhone,
  IconRadar2,
  IconRoute,
  IconRulerMeasure,
  IconScale,
  IconSchool,
  IconSettings,
  IconShieldCheck,
  IconShieldLock,
  IconSitemap,
  IconSubtask,
  IconTableImport,
  IconTargetArrow,
  IconTrendingUp,
  IconTrophy,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { ADMIN_ROLES, DESK_ROLES, LEAD_ROLES, ROLES, type Role } from '../shared/roles.ts'
import type { FullKey } from './i18n/use-t.ts'
import { type Later, later } from './ui/later.tsx'

/** Where a page is opened at: values its link carries, for example an id or a filter. */
export type PageParams = Readonly<Record<string, string | number>>

export type PageProps = { params: PageParams }

export type PageSpec = {
  title: FullKey
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  roles: readonly Role[]
  /** Key sequence that opens it (`g u`), shown beside its name; see ui/keys.ts. */
  keys: string
  /** Navigation block it stands in. */
  block: 'work' | 'quality' | 'oversight' | 'desk'
  component: Later<PageProps>
}

/** A page's code is loaded when it is first opened; every `<feature>/Page.tsx` exports `Page`. */
const page = (load: () => Promise<{ Page: ComponentType<PageProps> }>) => later(async () => (await load()).Page)

/** THE list of pages, in the order of the navigation; keyboard and command palette derive from it. */
export const pages = {
  cases: {
    title: 'cases:title',
    icon: IconInbox,
    roles: DESK_ROLES,
    keys: 'g c',
    block: 'work',
    component: page(() => import('./cases/Page.tsx')),
  },
  floor: {
    title: 'floor:title',
    icon: IconUsersGroup,
    roles: LEAD_ROLES,
    keys: 'g 1',
    block: 'work',
    component: page(() => import('./floor/Page.tsx')),
  },
  todos: {
    title: 'todos:title',
    icon: IconListCheck,
    roles: DESK_ROLES,
    keys: 'g 2',
    block: 'work',
    component: page(() => import('./todos/Page.tsx')),
  },
  subTasks: {
    title: 'subTasks:pageTitle',
    icon: IconSubtask,
    roles: DESK_ROLES,
    keys: 'g b',
    block: 'work',
    component: page(() => import('./subtasks/Page.tsx')),
  },
  posts: {
    title: 'posts:title',
    icon: IconMessage2Share,
    roles: DESK_ROLES,
    keys: 'g d',
    block: 'work',
    component: page(() => import('./posts/Page.tsx')),
  },
  members: {
    title: 'members:title',
    icon: IconIdBadge2,
    roles: DESK_ROLES,
    keys: 'g m',
    block: 'work',
    component: page(() => import('./members/Page.tsx')),
  },
  calls: {
    title: 'calls:title',
    icon: IconPhone,
    roles: DESK_ROLES,
    keys: 'g t',
    block: 'work',
    component: page(() => import('./calls/Page.tsx')),
  },
  messages: {
    title: 'messages:title',
    icon: IconMessages,
    roles: DESK_ROLES,
    keys: 'g n',
    block: 'work',
    component: page(() => import('./messages/Page.tsx')),
  },
  knowledge: {
    title: 'knowledge:title',
    icon: IconBook2,
    roles: DESK_ROLES,
    keys: 'g g',
    block: 'work',
    component: page(() => import('./knowledge/Page.tsx')),
  },
  products: {
    title: 'products:title',
    icon: IconBriefcase2,
    roles: DESK_ROLES,
    keys: 'g 8',
    block: 'work',
    component: page(() => import('./products/Page.tsx')),
  },
  tiers: {
    title: 'tiers:title',
    icon: IconAward,
    roles: DESK_ROLES,
    keys: 'g l',
    block: 'work',
    component: page(() => import('./tiers/Page.tsx')),
  },
  trips: {
    title: 'trips:title',
    icon: IconLuggage,
    roles: DESK_ROLES,
    keys: 'g 7',
    block: 'work',
    component: page(() => import('./trips/Page.tsx')),
  },
  surveys: {
    title: 'surveys:title',
    icon: IconMoodSmile,
    roles: LEAD_ROLES,
    keys: 'g q',
    block: 'quality',
    component: page(() => import('./surveys/Page.tsx')),
  },
  routing: {
    title: 'routing:title',
    icon: IconRoute,
    roles: LEAD_ROLES,
    keys: 'g j',
    block: 'work',
    component: page(() => import('./routing/Page.tsx')),
  },
  patterns: {
    title: 'patterns:title',
    icon: IconRadar2,
    roles: LEAD_ROLES,
    keys: 'g e',
    block: 'quality',
    component: page(() => import('./patterns/Page.tsx')),
  },
  causes: {
    title: 'causes:pageTitle',
    icon: IconBinaryTree2,
    roles: DESK_ROLES,
    keys: 'g r',
    block: 'quality',
    component: page(() => import('./causes/Page.tsx')),
  },
  reviews: {
    title: 'reviews:title',
    icon: IconChecklist,
    roles: DESK_ROLES,
    keys: 'g z',
    block: 'quality',
    component: page(() => import('./reviews/Page.tsx')),
  },
  training: {
    title: 'training:title',
    icon: IconSchool,
    roles: DESK_ROLES,
    keys: 'g w',
    block: 'quality',
    component: page(() => import('./training/Page.tsx')),
  },
  scorecards: {
    title: 'scorecards:title',
    icon: IconTrophy,
    roles: DESK_ROLES,
    keys: 'g 3',
    block: 'quality',
    component: page(() => import('./scorecards/Page.tsx')),
  },
  exams: {
    title: 'exams:title',
    icon: IconCertificate,
    roles: DESK_ROLES,
    keys: 'g 4',
    block: 'quality',
    component: page(() => import('./exams/Page.tsx')),
  },
  careers: {
    title: 'careers:title',
    icon: IconTrendingUp,
    roles: DESK_ROLES,
    keys: 'g 5',
    block: 'quality',
    component: page(() => import('./careers/Page.tsx')),
  },
  compensation: {
    title: 'compensation:pageTitle',
    icon: IconGavel,
    roles: LEAD_ROLES,
    keys: 'g k',
    block: 'oversight',
    component: page(() => import('./compensation/Page.tsx')),
  },
  reports: {
    title: 'reports:title',
    icon: IconChartBar,
    roles: LEAD_ROLES,
    keys: 'g o',
    block: 'quality',
    component: page(() => import('./reports/Page.tsx')),
  },
  standards: {
    title: 'standards:title',
    icon: IconRulerMeasure,
    roles: DESK_ROLES,
    keys: 'g 6',
    block: 'quality',
    component: page(() => import('./standards/Page.tsx')),
  },
  improvements: {
    title: 'improvements:pageTitle',
    icon: IconTargetArrow,
    roles: DESK_ROLES,
    keys: 'g p',
    block: 'quality',
    component: page(() => import('./improvements/Page.tsx')),
  },
  exports: {
    title: 'exports:title',
    icon: IconFileExport,
    roles: ADMIN_ROLES,
    keys: 'g x',
    block: 'oversight',
    component: page(() => import('./exports/Page.tsx')),
  },
  rights: {
    title: 'rights:title',
    icon: IconUserShield,
    roles: LEAD_ROLES,
    keys: 'g 0',
    block: 'oversight',
    component: page(() => import('./rights/Page.tsx')),
  },
  audit: {
    title: 'audit:title',
    icon: IconShieldCheck,
    roles: ['manager'],
    keys: 'g a',
    block: 'oversight',
    component: page(() => import('./audit/Page.tsx')),
  },
  trust: {
    title: 'trust:title',
    icon: IconShieldLock,
    roles: ROLES,
    keys: 'g 9',
    block: 'oversight',
    component: page(() => import('./trust/Page.tsx')),
  },
  workflow: {
    title: 'workflow:title',
    icon: IconSitemap,
    roles: DESK_ROLES,
    keys: 'g f',
    block: 'desk',
    component: page(() => import('./workflow/Page.tsx')),
  },
  policies: {
    title: 'policies:title',
    icon: IconScale,
    roles: LEAD_ROLES,
    keys: 'g y',
    block: 'desk',
    component: page(() => import('./policies/Page.tsx')),
  },
  classes: {
    title: 'classes:title',
    icon: IconCategory,
    roles: ROLES,
    keys: 'g h',
    block: 'desk',
    component: page(() => import('./classes/Page.tsx')),
  },
  imports: {
    title: 'imports:title',
    icon: IconTableImport,
    roles: LEAD_ROLES,
    keys: 'g i',
    block: 'desk',
    component: page(() => import('./imports/Page.tsx')),
  },
  users: {
    title: 'users:title',
    icon: IconUsers,
    roles: ADMIN_ROLES,
    keys: 'g u',
    block: 'desk',
    component: page(() => import('./users/Page.tsx')),
  },
  settings: {
    title: 'settings:title',
    icon: IconSettings,
    roles: ADMIN_ROLES,
    keys: 'g s',
    block: 'desk',
    component: page(() => import('./settings/Page.tsx')),
  },
  about: {
    title: 'about:title',
    icon: IconInfoCircle,
    roles: ROLES,
    keys: 'g v',
    block: 'desk',
    component: page(() => import('./about/Page.tsx')),
  },
} as const satisfies Record<string, PageSpec>

export type PageId = keyof typeof pages

/** Pages a role may open, in navigation order. */
export function pagesFor(role: Role): { id: PageId; spec: PageSpec }[] {
  const list: [string, PageSpec][] = Object.entries(pages)
  return list.filter(([, spec]) => spec.roles.includes(role)).map(([id, spec]) => ({ id: id as PageId, spec }))
}
