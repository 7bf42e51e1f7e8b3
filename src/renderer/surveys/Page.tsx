import { SegmentedControl, Tabs } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { SURVEY_SCOPE_NAMES, SURVEY_SCOPES, type SurveyScope } from '../../shared/surveys/words.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from '../ui/record.module.css'
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
      <Tabs
        value={tab}
        onChange={(value) => setTab(TABS.find((one) => one === value) ?? 'results')}
        keepMounted={false}
        className={styles.tabs ?? ''}
      >
        <Tabs.List>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((one) => (
          <Tabs.Panel key={one} value={one} className={styles.panel ?? ''}>
            {contents[one]()}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  )
}
