import {
  IconAward,
  IconBinaryTree2,
  IconFileExport,
  IconGavel,
  IconIdBadge2,
  IconInbox,
  IconInfoCircle,
  IconPhone,
  IconRadar2,
  IconScale,
  IconSettings,
  IconShieldCheck,
  IconSitemap,
  IconSubtask,
  IconTableImport,
  IconUsers,
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
  block: 'work' | 'oversight' | 'desk'
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
  subTasks: {
    title: 'subTasks:pageTitle',
    icon: IconSubtask,
    roles: DESK_ROLES,
    keys: 'g b',
    block: 'work',
    component: page(() => import('./subtasks/Page.tsx')),
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
  tiers: {
    title: 'tiers:title',
    icon: IconAward,
    roles: DESK_ROLES,
    keys: 'g l',
    block: 'work',
    component: page(() => import('./tiers/Page.tsx')),
  },
  patterns: {
    title: 'patterns:title',
    icon: IconRadar2,
    roles: LEAD_ROLES,
    keys: 'g e',
    block: 'oversight',
    component: page(() => import('./patterns/Page.tsx')),
  },
  causes: {
    title: 'causes:pageTitle',
    icon: IconBinaryTree2,
    roles: DESK_ROLES,
    keys: 'g r',
    block: 'oversight',
    component: page(() => import('./causes/Page.tsx')),
  },
  compensation: {
    title: 'compensation:pageTitle',
    icon: IconGavel,
    roles: LEAD_ROLES,
    keys: 'g k',
    block: 'oversight',
    component: page(() => import('./compensation/Page.tsx')),
  },
  exports: {
    title: 'exports:title',
    icon: IconFileExport,
    roles: ADMIN_ROLES,
    keys: 'g x',
    block: 'oversight',
    component: page(() => import('./exports/Page.tsx')),
  },
  audit: {
    title: 'audit:title',
    icon: IconShieldCheck,
    roles: ['manager'],
    keys: 'g a',
    block: 'oversight',
    component: page(() => import('./audit/Page.tsx')),
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
