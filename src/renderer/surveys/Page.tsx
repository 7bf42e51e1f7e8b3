import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { SURVEY_SCOPE_NAMES, SURVEY_SCOPES, type SurveyScope } from '../../shared/surveys/words.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { useName } from '../ui/use-name.ts'
import { AnswersTab } from './parts/AnswersTab.tsx'
import { FormsTab } from './parts/FormsTab.tsx'
import { ListsTab } from './parts/ListsTab.tsx'
import { ResultsTab } from './parts/ResultsTab.tsx'
import { SchemesTab } from './parts/SchemesTab.tsx'

const TABS = ['results', 'answers', 'lists', 'forms', 'schemes'] as const
type Tab = (typeof TABS)[number]

/** Customers' satisfaction: results, poor answers, lists, questionnaires; handling and service are never shown together. */
export function Page({ params }: PageProps) {
  const t = useT('surveys')
  const nameOf = useName()
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one === params.tab) ?? 'results')
  const [scope, setScope] = useState<SurveyScope>(params.scope === 'service' ? 'service' : 'handling')
  const contents: Record<Tab, () => ReactNode> = {
    results: () => <ResultsTab scope={scope} />,
    answers: () => <AnswersTab key={scope} scope={scope} />,
    lists: () => <ListsTab key={scope} scope={scope} />,
    forms: () => <FormsTab />,
    schemes: () => <SchemesTab />,
  }
  return (
    <div className="page">
      <PageHeader title={t('title')}>
        <SegmentedControl
          aria-label={t('scope')}
          value={scope}
          onChange={(value) => setScope(SURVEY_SCOPES.find((one) => one === value) ?? 'handling')}
          data={SURVEY_SCOPES.map((value) => ({ value, label: nameOf(SURVEY_SCOPE_NAMES[value]) }))}
        />
      </PageHeader>
      <PageTabs
        tabs={TABS.map((id) => ({ id, label: t(`tabs.${id}`), content: contents[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}
