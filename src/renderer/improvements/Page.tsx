import { useState } from 'react'
import { IMPROVEMENT_KINDS, IMPROVEMENT_SOURCES } from '../../shared/improvements/words.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageParams, PageProps } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { DeedsTab } from './parts/DeedsTab.tsx'
import { EvaluationsTab } from './parts/EvaluationsTab.tsx'
import { FeedbackTab } from './parts/FeedbackTab.tsx'
import { GoalsTab } from './parts/GoalsTab.tsx'
import { PrinciplesTab } from './parts/PrinciplesTab.tsx'
import { ProjectsTab } from './parts/ProjectsTab.tsx'
import type { Start } from './parts/ProposeDialog.tsx'
import { RegisterTab } from './parts/RegisterTab.tsx'

const TABS = ['register', 'evaluations', 'goals', 'projects', 'feedback', 'principles', 'deeds'] as const
type Tab = (typeof TABS)[number]

const textOf = (value: string | number | undefined) => (typeof value === 'string' ? value : '')

/** What a link brings for a new item: where its finding is from, and what it is called. */
function startOf(params: PageParams): Start | null {
  const sourceKind = IMPROVEMENT_SOURCES.find((one) => one === params.source)
  if (!sourceKind) return null
  return {
    sourceKind,
    sourceId: textOf(params.sourceId) || null,
    title: textOf(params.title),
    finding: textOf(params.finding),
    kind: IMPROVEMENT_KINDS.find((one) => one === params.kind) ?? null,
  }
}

/** Findings become changes that somebody finishes and somebody else verifies; and what they are measured by. */
export function Page({ params }: PageProps) {
  const t = useT('improvements')
  const role = useSession((state) => state.user?.role)
  const [tab, setTab] = useState<Tab>('register')
  const [visit, setVisit] = useState({ params, count: 0, isNew: true })
  // A link on one of these tabs leads to this very page: it opens the list anew.
  if (visit.params !== params) {
    setVisit({ params, count: visit.count + 1, isNew: true })
    setTab('register')
  }
  const show = (chosen: Tab) => {
    setTab(chosen)
    setVisit({ ...visit, isNew: false })
  }
  const shown = TABS.filter((one) => one !== 'evaluations' || role !== 'agent')
  const contents: Record<Tab, () => React.ReactNode> = {
    register: () => (
      <RegisterTab
        key={visit.count}
        start={visit.isNew ? startOf(params) : null}
        openId={visit.isNew ? textOf(params.id) || null : null}
      />
    ),
    evaluations: () => <EvaluationsTab />,
    goals: () => <GoalsTab />,
    projects: () => <ProjectsTab />,
    feedback: () => <FeedbackTab />,
    principles: () => <PrinciplesTab />,
    deeds: () => <DeedsTab />,
  }
  return (
    <div className="page">
      <PageHeader title={t('pageTitle')} />
      <PageTabs
        tabs={shown.map((id) => ({ id, label: t(`tabs.${id}`), content: contents[id] }))}
        value={tab}
        onChange={show}
      />
    </div>
  )
}
