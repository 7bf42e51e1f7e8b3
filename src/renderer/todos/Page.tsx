import { Suspense, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageParams, PageProps } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { slots } from '../ui/slots.ts'
import { DigestsTab } from './meetings/DigestsTab.tsx'
import { GuidanceTab } from './meetings/GuidanceTab.tsx'
import { MattersTab } from './meetings/MattersTab.tsx'
import { MeetingsTab } from './meetings/MeetingsTab.tsx'
import { PlansTab } from './meetings/PlansTab.tsx'
import { HandOversTab } from './parts/HandOversTab.tsx'
import { TodosTab } from './parts/TodosTab.tsx'

const TABS = ['todos', 'promises', 'handOvers', 'meetings', 'matters', 'plans', 'guidance', 'digests'] as const
type Tab = (typeof TABS)[number]

const tabOf = (value: unknown): Tab => TABS.find((one) => one === value) ?? 'todos'
const CONTENTS: Record<Tab, (params: PageParams) => React.ReactNode> = {
  todos: ({ id, list }) => <TodosTab asked={typeof id === 'string' ? { id, isGiven: list === 'given' } : undefined} />,
  promises: () => (
    <Suspense fallback={null}>
      <slots.promises />
    </Suspense>
  ),
  handOvers: () => <HandOversTab />,
  meetings: () => <MeetingsTab />,
  matters: () => <MattersTab />,
  plans: () => <PlansTab />,
  guidance: () => <GuidanceTab />,
  digests: () => <DigestsTab />,
}

/** What people have to do, hand over, agree on and plan (S3-08..10, S3-12, S3-17, S3-18, S3-116, S3-117, S3-119). */
export function Page({ params }: PageProps) {
  const t = useT('todos')
  const role = useSession((state) => state.user?.role)
  const [tab, setTab] = useState<Tab>(tabOf(params.tab))
  const [visit, setVisit] = useState(params)
  // A link from the header leads to this very page: it opens its tab anew.
  if (visit !== params) {
    setVisit(params)
    setTab(tabOf(params.tab))
  }
  const shown = TABS.filter((one) => one !== 'digests' || role !== 'agent')
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <PageTabs
        tabs={shown.map((id) => ({ id, label: t(`tabs.${id}`), content: () => CONTENTS[id](params) }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}
